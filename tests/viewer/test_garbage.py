"""What is garbage dies in Qt's thread, whoever else is at work."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.support.waiting import until
from viewer import garbage as garbage_of_qt
from viewer.garbage import Garbage


class Owned(QTimer):
    """In a circle with itself, and running: Qt ends a program in which such a one dies in another thread."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self
        self.start(1000)


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[Garbage]:
    gc.enable()
    garbage = Garbage()
    yield garbage
    garbage.deleteLater()


@pytest.fixture
def died_in() -> list[threading.Thread]:
    died_in: list[threading.Thread] = []
    weakref.finalize(Owned(), lambda: died_in.append(threading.current_thread()))
    return died_in


def test_that_a_timer_in_a_circle_dies_in_qts_thread(
    garbage: Garbage, died_in: list[threading.Thread], qrun: Callable[..., Any]
) -> None:
    kept: list[list[object]] = []
    many = 20 * gc.get_threshold()[0]
    busy = threading.Thread(target=lambda: kept.extend([] for _ in range(many)))
    busy.start()
    busy.join()
    assert not died_in
    qrun(until(lambda: died_in))
    assert died_in == [threading.main_thread()]
    assert len(kept) == many


def test_that_what_has_grown_old_is_collected_when_there_is_more_of_it(
    qapp: QApplication, qrun: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage_of_qt, "FULL_SECONDS", 0.0)
    monkeypatch.setattr(garbage_of_qt, "LOOK_MS", 1)
    gc.collect()
    garbage = Garbage()
    died: list[str] = []
    kept: list[list[object]] = []
    circle = Owned()
    weakref.finalize(circle, died.append, "old")
    gc.collect(1)
    # Only a full collection finds it from now on.
    del circle
    gc.collect(1)
    assert not died

    def has_died() -> bool:
        kept.extend([] for _ in range(2000))
        return bool(died)

    qrun(until(has_died, timeout=30), timeout=30)
    garbage.deleteLater()
