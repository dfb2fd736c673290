"""Requests to another thread, and rates."""

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from sender import UsageError
from sender.pictures.rates import RateMeter
from sender.requests import Requests, within

Run = Callable[..., Any]


def test_that_requests_are_answered_in_turn() -> None:
    requests: Requests[int] = Requests()
    futures = [requests.ask(lambda argument, number=number: argument + number) for number in range(3)]
    requests.answer(10)
    assert [future.result(0) for future in futures] == [10, 11, 12]


def test_that_what_a_request_raises_is_its_answer() -> None:
    requests: Requests[int] = Requests()
    failing, other = requests.ask(lambda argument: 1 // argument), requests.ask(lambda argument: argument)
    requests.answer(0)
    assert isinstance(failing.exception(0), ZeroDivisionError)
    assert other.result(0) == 0


def test_that_requests_are_refused_once_it_is_over() -> None:
    requests: Requests[int] = Requests()
    before = requests.ask(lambda argument: argument)
    requests.refuse(UsageError("Over."))
    after = requests.ask(lambda argument: argument)
    assert [str(each.exception(0)) for each in (before, after)] == ["Over.", "Over."]


def test_that_a_request_nobody_waits_for_any_more_is_not_run(run: Run) -> None:
    requests: Requests[list[int]] = Requests()

    async def scene() -> None:
        future = requests.ask(lambda taken: taken.append(1))
        with pytest.raises(TimeoutError):
            await within(0.01, future)
        assert future.cancelled()
        taken: list[int] = []
        requests.answer(taken)
        assert taken == []

    run(scene())


def test_that_an_answer_from_another_thread_wakes_the_loop(run: Run) -> None:
    requests: Requests[str] = Requests()

    async def scene() -> None:
        future = requests.ask(str.upper)
        thread = threading.Thread(target=requests.answer, args=("answer",))
        asyncio.get_running_loop().call_soon(thread.start)
        assert await within(5, future) == "ANSWER"
        thread.join()

    run(scene())


def test_that_a_rate_is_measured_and_falls_when_nothing_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    meter, now = RateMeter(), [0]
    monkeypatch.setattr(time, "monotonic_ns", lambda: now[0])
    assert meter.per_second() == 0
    for _ in range(100):
        now[0] += 40_000_000
        meter.count()
    assert meter.per_second() == pytest.approx(25)
    now[0] += 2_000_000_000
    assert 10 < meter.per_second() < 20
    now[0] += 5_000_000_000
    assert meter.per_second() == 0
