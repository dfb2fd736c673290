"""Work beside the GUI thread, also where it ends in a mistake."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.waiting import until
from viewer.ui.cards.beside import Beside


class Told:
    """What the work told."""

    def __init__(self) -> None:
        self.beside = Beside()
        self.done: list[object] = []
        self.failures = 0
        self.beside.done.connect(self.done.append)
        self.beside.failed.connect(self._on_failed)

    def _on_failed(self) -> None:
        self.failures += 1


def test_that_a_mistake_is_told_and_does_not_block_what_comes_after(
    qapp: QApplication, qrun: Callable[..., Any], caplog: pytest.LogCaptureFixture
) -> None:
    told = Told()
    told.beside.start(lambda: 1 // 0)
    qrun(until(lambda: told.failures))
    assert not told.beside.is_busy
    assert "ZeroDivisionError" in caplog.text
    assert told.done == []
    told.beside.start(lambda: "done")
    qrun(until(lambda: told.done))
    assert (told.done, told.failures) == (["done"], 1)


def test_that_nobody_waits_for_what_is_not_wanted_any_more(qapp: QApplication, qrun: Callable[..., Any]) -> None:
    told, may_end = Told(), threading.Event()
    ended: list[bool] = []
    told.beside.start(lambda: ended.append(may_end.wait(5)))
    told.beside.start(lambda: "second")
    told.beside.start(lambda: "third")
    assert ended == []
    may_end.set()
    qrun(until(lambda: not told.beside.is_busy))
    assert told.done == ["third"]


def test_that_a_mistake_in_what_is_not_wanted_any_more_is_told_to_nobody(
    qapp: QApplication, qrun: Callable[..., Any]
) -> None:
    told = Told()
    told.beside.start(lambda: 1 // 0)
    told.beside.start(lambda: "done")
    qrun(until(lambda: told.done))
    assert told.failures == 0
