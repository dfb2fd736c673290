"""The window before there is anything in it."""

from PySide6.QtCore import QSize

from viewer.ui.shell import on_screen


def test_that_a_window_is_not_larger_than_its_screen() -> None:
    touch_display = QSize(800, 480)
    assert on_screen(QSize(1280, 800), touch_display) == QSize(788, 436)
    assert on_screen(QSize(1280, 800), QSize(1920, 1080)) == QSize(1280, 800)
    assert on_screen(QSize(1280, 400), touch_display) == QSize(788, 400)
