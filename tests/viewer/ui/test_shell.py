"""The window before there is anything in it, and how it is closed."""

from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from viewer.core.settings import GeneralSettings
from viewer.ui.desktop.tray import Tray
from viewer.ui.shell import Shell, on_screen
from viewer.ui.window_place import place_of, return_to


def test_that_a_window_is_not_larger_than_its_screen() -> None:
    touch_display = QSize(800, 480)
    assert on_screen(QSize(1280, 800), touch_display) == QSize(788, 436)
    assert on_screen(QSize(1280, 800), QSize(1920, 1080)) == QSize(1280, 800)
    assert on_screen(QSize(1280, 400), touch_display) == QSize(788, 400)


def test_that_a_window_is_where_it_was_the_last_time(qapp: QApplication) -> None:
    before = Shell(500, 400)
    before.setGeometry(QRect(40, 60, 520, 410))
    before.show_now()
    place = place_of(before)
    again = Shell(900, 700, place)
    again.show_now()
    assert again.geometry() == before.geometry()
    for shell in (before, again):
        shell.hide()
        shell.deleteLater()


def test_that_a_maximised_window_is_maximised_again(qapp: QApplication) -> None:
    before = Shell(500, 400)
    before.showMaximized()
    again = Shell(500, 400, place_of(before))
    again.show_now()
    assert again.isMaximized()
    for shell in (before, again):
        shell.hide()
        shell.deleteLater()


def test_that_a_place_that_means_nothing_leaves_the_window_where_it_is(qapp: QApplication) -> None:
    shell = Shell(500, 400)
    for place in ("", "no place", "\ud800", "AAAA"):
        assert not return_to(shell, place)
    assert shell.size() == QSize(500, 400)
    shell.deleteLater()


def test_that_a_window_with_something_in_it_stays_until_its_owner_hides_it(qtbot: Any) -> None:
    shell = Shell(400, 300)
    shell.fill(QWidget())
    shell.show()
    with qtbot.waitSignal(shell.close_wanted):
        shell.close()
    assert shell.isVisible()
    shell.hide()
    shell.deleteLater()


def test_that_a_window_still_loading_is_closed_at_once(qtbot: Any) -> None:
    shell = Shell(400, 300)
    shell.show()
    shell.close()
    assert not shell.isVisible()
    shell.deleteLater()


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_that_nobody_is_left_without_a_window_where_there_is_no_tray(qapp: QApplication) -> None:
    tray = Tray()
    tray.keep(True)
    # Nobody on this screen shows icons.
    assert not tray.is_shown
    tray.close()


# These would be missed; everything else of the program's manners is the system's.
ON = {"follow", "ask_at_quit"}


@pytest.mark.parametrize("field", sorted({*GeneralSettings.__struct_fields__} - ON))
def test_that_the_program_is_as_the_system_is_until_told_otherwise(field: str) -> None:
    assert not getattr(GeneralSettings(), field)
