"""The thread that writes."""

import threading
import time
from collections.abc import Iterator

import pytest

from viewer.core.recording import writer as module
from viewer.core.recording.writer import Writer


@pytest.fixture
def writer() -> Iterator[Writer]:
    writer = Writer()
    yield writer
    writer.close()


def test_that_things_are_done_in_order_and_before_the_end(writer: Writer) -> None:
    done: list[int] = []
    for number in range(1000):
        writer.put(done.append, number)
    writer.close()
    assert done == list(range(1000))


def test_that_there_is_no_thread_before_there_is_something_to_write() -> None:
    before = threading.active_count()
    Writer().close()
    assert threading.active_count() == before


def test_that_a_mistake_in_one_thing_does_not_cost_the_next(writer: Writer, caplog: pytest.LogCaptureFixture) -> None:
    done: list[int] = []
    writer.put(lambda: 1 // 0)
    writer.put(done.append, 1)
    writer.close()
    assert done == [1]
    assert "A mistake while writing" in caplog.text


def test_that_it_is_behind_while_more_waits_than_may(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WAITING_BYTES", 100)
    may_go_on = threading.Event()
    writer.put(may_go_on.wait, size=101)
    assert writer.is_behind
    may_go_on.set()
    writer.close()
    assert not writer.is_behind


@pytest.mark.alone
def test_that_what_is_slow_is_finished_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STUCK_SECONDS", 0.3)
    writer, done = Writer(), []

    def slow(number: int) -> None:
        time.sleep(0.1)
        done.append(number)

    for number in range(5):
        writer.put(slow, number)
    writer.close()
    assert done == [0, 1, 2, 3, 4]


def test_that_a_disk_that_hangs_does_not_keep_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STUCK_SECONDS", 0.1)
    writer, may_go_on = Writer(), threading.Event()
    writer.put(may_go_on.wait)
    writer.close()
    # It came back although the thread is where it was.
    assert writer._thread is not None
    assert writer._thread.is_alive()
    may_go_on.set()
    writer._thread.join()
