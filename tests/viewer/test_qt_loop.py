"""asyncio on Qt's loop: order, threads, descriptors, and that nobody is starved."""

import asyncio
import contextvars
import socket
import threading
from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.support.waiting import until
from viewer.qt_loop import QtLoop

Run = Callable[[Awaitable[Any]], Any]


def test_that_callbacks_run_in_the_order_of_their_calls(qrun: Run) -> None:
    done: list[int] = []

    async def scenario() -> None:
        loop = asyncio.get_running_loop()
        for number in range(1000):
            loop.call_soon(done.append, number)
        await until(lambda: len(done) == 1000)

    qrun(scenario())
    assert done == list(range(1000))


def test_that_a_callback_that_was_cancelled_does_not_run(qrun: Run) -> None:
    done: list[str] = []

    async def scenario() -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(done.append, "unwanted").cancel()
        loop.call_soon(done.append, "wanted")
        await until(lambda: done)

    qrun(scenario())
    assert done == ["wanted"]


def test_that_a_callback_keeps_its_context(qrun: Run) -> None:
    kept: contextvars.ContextVar[str] = contextvars.ContextVar("kept", default="another")
    seen: list[str] = []

    async def scenario() -> None:
        context = contextvars.copy_context()
        context.run(kept.set, "its own")
        asyncio.get_running_loop().call_soon(lambda: seen.append(kept.get()), context=context)
        await until(lambda: seen)

    qrun(scenario())
    assert seen == ["its own"]


def test_that_calls_from_many_threads_all_arrive(qrun: Run) -> None:
    heard: list[int] = []

    async def scenario() -> None:
        loop = asyncio.get_running_loop()

        def call() -> None:
            for number in range(500):
                loop.call_soon_threadsafe(heard.append, number)

        threads = [threading.Thread(target=call) for _ in range(8)]
        for thread in threads:
            thread.start()
        await until(lambda: len(heard) == 8 * 500)
        for thread in threads:
            thread.join()

    qrun(scenario())
    assert all(heard.count(number) == 8 for number in range(500))


def test_that_callbacks_that_call_for_more_starve_neither_timers_nor_sockets(qrun: Run) -> None:
    rounds, ticks, read = [0], [0], [0]
    ours, theirs = socket.socketpair()

    async def scenario() -> None:
        loop = asyncio.get_running_loop()

        def again() -> None:
            rounds[0] += 1
            if not (ticks[0] > 3 and read[0] > 3):
                theirs.send(b"x")
                loop.call_soon(again)

        def readable() -> None:
            ours.recv(1)
            read[0] += 1

        timer = QTimer()
        timer.timeout.connect(lambda: ticks.__setitem__(0, ticks[0] + 1))
        timer.start(1)
        loop.add_reader(ours, readable)
        loop.call_soon(again)
        try:
            await until(lambda: ticks[0] > 3 and read[0] > 3)
        finally:
            loop.remove_reader(ours)
            timer.stop()

    with ours, theirs:
        qrun(scenario())
    assert rounds[0] > 3


def test_that_callbacks_run_within_a_loop_in_a_callback(qrun: Run, qapp: QApplication) -> None:
    done: list[str] = []

    async def scenario() -> None:
        loop = asyncio.get_running_loop()

        def nested() -> None:
            loop.call_soon(done.append, "inner")
            while "inner" not in done:
                qapp.processEvents()
            done.append("outer")

        loop.call_soon(nested)
        loop.call_soon(done.append, "next")
        loop.call_soon(done.append, "last")
        await until(lambda: "outer" in done)

    qrun(scenario())
    assert done == ["next", "last", "inner", "outer"]


def test_that_a_reader_that_was_removed_is_not_called(qrun: Run) -> None:
    ours, theirs = socket.socketpair()
    other, far = socket.socketpair()
    called: list[str] = []

    async def scenario() -> None:
        loop = asyncio.get_running_loop()
        loop.add_reader(ours, called.append, "first")
        loop.add_reader(ours, called.append, "second")
        theirs.send(b"x")
        await until(lambda: called)
        assert loop.remove_reader(ours)
        assert not loop.remove_reader(ours)
        before = len(called)
        theirs.send(b"y")
        # What is ready at once is told at once: with the second round of another one the first would have come, too.
        rounds: list[bytes] = []
        loop.add_reader(other, lambda: rounds.append(other.recv(1)))
        for count in (1, 2):
            far.send(b"z")
            await until(lambda count=count: len(rounds) == count)
        loop.remove_reader(other)
        assert len(called) == before

    with ours, theirs, other, far:
        qrun(scenario())
    assert set(called) == {"second"}


def test_that_a_mistake_in_a_callback_is_told_and_the_next_one_runs(qapp: QApplication) -> None:
    loop = QtLoop(qapp)
    asyncio.set_event_loop(loop)
    told: list[dict[str, Any]] = []
    done: list[str] = []
    loop.set_exception_handler(lambda _, problem: told.append(problem))

    def mistake() -> None:
        raise LookupError("a mistake")

    async def scenario() -> None:
        loop.call_soon(mistake)
        loop.call_soon(done.append, "next")
        await until(lambda: done)

    try:
        loop.run_until_complete(scenario())
    finally:
        asyncio.set_event_loop(None)
        loop.close()
    assert isinstance(told[0]["exception"], LookupError)


def test_that_a_call_to_a_closed_loop_does_no_harm(qapp: QApplication) -> None:
    loop = QtLoop(qapp)
    loop.close()
    done: list[str] = []
    loop.call_soon_threadsafe(done.append, "never")
    qapp.processEvents()
    assert done == []


def test_that_nothing_is_called_while_only_qt_turns_its_loop(qapp: QApplication) -> None:
    loop = QtLoop(qapp)
    asyncio.set_event_loop(loop)
    ours, theirs = socket.socketpair()
    done: list[str] = []

    def read() -> None:
        loop.remove_reader(ours)
        done.append("read")

    async def scenario() -> None:
        await until(lambda: len(done) == 2)

    try:
        loop.add_reader(ours, read)
        theirs.send(b"x")
        loop.call_soon(done.append, "due")
        for _ in range(3):
            qapp.processEvents()
        assert done == []
        loop.run_until_complete(scenario())
        assert sorted(done) == ["due", "read"]
    finally:
        asyncio.set_event_loop(None)
        loop.close()
        ours.close()
        theirs.close()


def test_that_a_mistake_of_a_reader_is_told(qapp: QApplication) -> None:
    loop = QtLoop(qapp)
    asyncio.set_event_loop(loop)
    ours, theirs = socket.socketpair()
    told: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _, problem: told.append(problem))

    def mistake() -> None:
        loop.remove_reader(ours)
        raise LookupError("a mistake")

    async def scenario() -> None:
        loop.add_reader(ours, mistake)
        theirs.send(b"x")
        await until(lambda: told)

    try:
        loop.run_until_complete(scenario())
    finally:
        asyncio.set_event_loop(None)
        loop.close()
        ours.close()
        theirs.close()
    assert isinstance(told[0]["exception"], LookupError)


def test_that_a_timer_waits_for_the_loop_while_only_qt_turns_its_own(qapp: QApplication) -> None:
    loop = QtLoop(qapp)
    done: list[str] = []
    passed: list[bool] = []
    try:
        loop.call_later(0.001, done.append, "late")
        unwanted = loop.call_later(0.001, done.append, "unwanted")
        QTimer.singleShot(20, lambda: passed.append(True))
        while not passed:
            qapp.processEvents()
        assert done == []
        unwanted.cancel()
        loop.run_until_complete(until(lambda: done))
    finally:
        loop.close()
    assert done == ["late"]
