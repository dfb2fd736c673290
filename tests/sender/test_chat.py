"""The user's message function, plain or async, well or ill."""

import asyncio
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from camwire.limits import UNRECEIPTED_MESSAGES
from sender import Message
from sender.chat import Answering, OnMessage, Worker
from sender.console import LineBuffer, chat_line
from tests.support.waiting import until

Run = Callable[..., Any]
NOON = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)


def message(text: str, viewer: str = "desk") -> Message:
    return Message(text, viewer, NOON, text)


async def answers(function: OnMessage, *texts: str) -> list[str]:
    """What `function` answers to `texts`; every message must be answered."""
    heard: list[str] = []
    answering = Answering(function)
    for text in texts:
        answering.hear(message(text), heard.append)
    await until(lambda: len(heard) == len(texts))
    await answering.close()
    return heard


def test_that_a_plain_function_answers_in_order(run: Run) -> None:
    assert run(answers(lambda it: it.text.upper(), "a", "b", "c")) == ["A", "B", "C"]


def test_that_an_async_function_answers_in_order(run: Run) -> None:
    async def function(it: Message) -> str:
        # The first takes longest.
        for _ in range(5 - len(it.text)):
            await asyncio.sleep(0)
        return f"{it.viewer} {it.text} {it.time.tzinfo}"

    assert run(answers(function, "a", "bbb")) == ["desk a UTC", "desk bbb UTC"]


def test_that_a_plain_function_runs_off_the_loop_and_an_async_one_on_it(run: Run) -> None:
    async def on_loop(it: Message) -> str:
        return threading.current_thread().name

    assert run(answers(lambda it: threading.current_thread().name, "?")) == ["messages"]
    assert run(answers(on_loop, "?")) == ["MainThread"]


def test_that_an_exception_becomes_a_short_answer(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    def function(it: Message) -> str:
        if it.text == "bad":
            raise ValueError("the lamp is broken " + "!" * 1000)
        return "fine"

    bad, good = run(answers(function, "bad", "good"))
    assert bad.startswith("This camera could not answer: the lamp is broken !!!")
    assert len(bad) < 600
    assert good == "fine"
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_that_an_exception_in_an_async_function_becomes_an_answer(run: Run) -> None:
    async def function(it: Message) -> str:
        raise KeyError

    assert run(answers(function, "?")) == ["This camera could not answer: KeyError"]


def test_that_a_stop_iteration_is_an_error_like_any_other(run: Run) -> None:
    assert run(answers(lambda it: next(iter(())), "?")) == ["This camera could not answer: StopIteration"]


def test_that_an_answer_that_is_no_text_is_named(run: Run) -> None:
    (answer,) = run(answers(lambda it: 7, "?"))  # type: ignore[arg-type, return-value]
    assert "returned int; it may return text or nothing" in answer


def test_that_nothing_returned_is_nothing_said(run: Run) -> None:
    assert run(answers(lambda it: None if it.text == "quiet" else it.text, "loud")) == ["loud"]

    async def scene() -> None:
        heard: list[str] = []
        answering = Answering(lambda it: None if it.text == "quiet" else it.text)
        for text in ("quiet", "loud"):
            answering.hear(message(text), heard.append)
        await until(lambda: heard)
        await answering.close()
        assert heard == ["loud"]

    run(scene())


def test_that_a_flood_of_messages_is_turned_away_instead_of_kept(run: Run) -> None:
    async def scene() -> None:
        gate = threading.Event()
        refused: list[str] = []
        answering = Answering(lambda it: gate.wait(5) and None)
        for _ in range(UNRECEIPTED_MESSAGES):
            answering.hear(message("x"), refused.append)
        assert refused == []
        answering.hear(message("x"), refused.append)
        assert refused == ["This camera could not answer: too many messages are waiting already."]
        gate.set()
        await answering.close()

    run(scene())


def test_that_closing_ends_the_thread(run: Run) -> None:
    async def scene() -> None:
        worker = Worker(lambda it: it.text)
        assert await worker.run(message("a")) == "a"
        worker.close()
        assert not worker._thread.is_alive()

    run(scene())


def test_that_a_chat_line_cannot_steer_the_terminal() -> None:
    line = chat_line(message("red\x1b[31m\r\nsecond", viewer="de\x07sk"))
    assert line[5:] == " de\ufffdsk: red\ufffd[31m\n      second"


def test_that_a_chat_line_cannot_run_backwards() -> None:
    assert chat_line(message("\u202egpj.exe", viewer="\u2066desk"))[5:] == " \ufffddesk: \ufffdgpj.exe"


def test_that_typed_bytes_become_lines() -> None:
    lines: list[str] = []
    ends: list[bool] = []
    buffer = LineBuffer(lines.append, lambda: ends.append(True))
    for piece in (b"hel", b"lo\nw\xc3", b"\xb6rld\r\n\n", b""):
        buffer.feed(piece)
    assert lines == ["hello", "wörld", ""]
    assert ends == [True]
