"""The window before there is anything in it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication

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
