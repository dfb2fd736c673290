"""The user's message function, plain or async, well or ill."""

import asyncio
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from camwire.limits import UNRECEIPTED_MESSAGES
from sender import Message, ReceivedFile, UsageError
from sender.commands.asker import Asker
from sender.console import Chat, LineBuffer, chat_line
from sender.talk.chat import Answering, OnMessage, Worker
from tests.support.waiting import until

Run = Callable[..., Any]
NOON = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)


def message(text: str, viewer: str = "desk") -> Message:
    return Message(text, viewer, NOON, text)


class Heard(Asker):
    """Remembers how it ended, of several messages if need be."""

    def __init__(self) -> None:
        self.answers: list[object] = []
        self.failures: list[str] = []
        self.silences = 0
        self.news: list[str] = []

    @property
    def count(self) -> int:
        return len(self.answers) + len(self.failures) + self.silences

    def answered(self, value: object) -> None:
        if isinstance(value, set):
            raise UsageError("It is a set.")
        self.answers.append(value)

    def failed(self, reason: str) -> None:
        self.failures.append(reason)

    def ended(self) -> None:
        self.silences += 1

    def told(self, text: str) -> None:
        self.news.append(text)


async def heard(function: OnMessage, *texts: str) -> Heard:
    """What came of `texts`; every message must end in some way."""
    asker = Heard()
    answering = Answering(function)
    for text in texts:
        answering.hear(message(text), asker)
    await until(lambda: asker.count == len(texts))
    await answering.close()
    return asker


async def answers(function: OnMessage, *texts: str) -> list[object]:
    """What `function` answers to `texts`; every message must be answered."""
    asker = await heard(function, *texts)
    assert asker.count == len(asker.answers)
    return asker.answers


async def failures(function: OnMessage, *texts: str) -> list[str]:
    """What is told of `texts`, which must all fail."""
    asker = await heard(function, *texts)
    assert asker.count == len(asker.failures)
    return asker.failures


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


def test_that_an_exception_becomes_a_short_failure(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    def function(it: Message) -> str:
        if it.text == "bad":
            raise ValueError("the lamp is broken " + "!" * 1000)
        return "fine"

    it = run(heard(function, "bad", "good"))
    (bad,), (good,) = it.failures, it.answers
    assert bad.startswith("This camera could not answer: the lamp is broken !!!")
    assert len(bad) < 600
    assert good == "fine"
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_that_an_exception_in_an_async_function_becomes_a_failure(run: Run) -> None:
    async def function(it: Message) -> str:
        raise KeyError

    assert run(failures(function, "?")) == ["This camera could not answer: KeyError"]


def test_that_a_stop_iteration_is_an_error_like_any_other(run: Run) -> None:
    assert run(failures(lambda it: next(iter(())), "?")) == ["This camera could not answer: StopIteration"]


def test_that_an_answer_may_be_any_value(run: Run) -> None:
    assert run(answers(lambda it: len(it.text), "a", "bbb")) == [1, 3]


def test_that_an_answer_that_cannot_be_carried_is_a_failure(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    assert run(failures(lambda it: {1}, "?")) == ["It is a set."]
    assert caplog.messages == ["An answer cannot be sent: It is a set."]


def test_that_the_words_of_an_exception_can_always_be_told(run: Run) -> None:
    class Odd(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    def function(it: Message) -> None:
        raise Odd if it.text == "odd" else ValueError("half \ud83c")

    assert run(failures(function, "odd", "half")) == [
        "This camera could not answer: Odd",
        "This camera could not answer: half ?",
    ]


def test_that_nothing_returned_is_nothing_said(run: Run) -> None:
    it = run(heard(lambda it: None if it.text == "quiet" else it.text, "quiet", "loud"))
    assert (it.silences, it.answers, it.failures) == (1, ["loud"], [])


def test_that_a_message_is_not_begun_before_it_may_be(run: Run) -> None:
    class Slow(Heard):
        may_begin: Callable[[], None] | None = None

        def begin(self, then: Callable[[], None]) -> None:
            self.may_begin = then

    async def scene() -> None:
        asker, seen = Slow(), list[str]()
        answering = Answering(lambda it: seen.append(it.text))
        answering.hear(message("hello"), asker)
        await until(lambda: asker.may_begin)
        assert (seen, asker.count) == ([], 0)
        assert asker.may_begin is not None
        asker.may_begin()
        await until(lambda: asker.count)
        assert seen == ["hello"]
        await answering.close()

    run(scene())


def test_that_a_flood_of_messages_is_turned_away_instead_of_kept(run: Run) -> None:
    async def scene() -> None:
        gate = threading.Event()
        asker = Heard()
        answering = Answering(lambda it: gate.wait(5) and None)
        for _ in range(UNRECEIPTED_MESSAGES):
            answering.hear(message("x"), asker)
        assert asker.count == 0
        answering.hear(message("x"), asker)
        assert asker.failures == [
            "Too many messages are waiting already. Send it again when some of them are answered."
        ]
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


def test_that_a_value_without_words_is_shown_readably() -> None:
    line = chat_line(Message("", "desk", NOON, {"battery": 0.5, "at": [1, None]}))
    assert line[5:] == ' desk: {"battery": 0.5, "at": [1, null]}'


def test_that_a_file_that_came_is_shown_with_its_place() -> None:
    file = ReceivedFile(Path("kept") / "film.mp4", "film\x1b.mp4", 1_234_567)
    line = chat_line(Message("film", "desk", NOON, file))
    assert line[5:] == f" desk: sent a file: film\ufffd.mp4 (1,234,567 bytes), now {file.path}"


@pytest.mark.parametrize("value", ["hello", 7, {"a": [1]}, None])
def test_that_an_echo_is_the_value_or_its_text(value: object) -> None:
    said = Message("words", "desk", NOON, value)
    assert Chat(is_quiet=True, echoes=True, echoes_values=True).hear(said) is value
    assert Chat(is_quiet=True, echoes=True).hear(said) == "words"
    assert Chat(is_quiet=True, echoes=False).hear(said) is None


def test_that_the_echo_of_a_file_is_the_file() -> None:
    file = ReceivedFile(Path("film.mp4"), "film.mp4", 1)
    assert Chat(is_quiet=True, echoes=True, echoes_values=True).hear(Message("", "desk", NOON, file)) == file.path


@pytest.mark.parametrize("is_async", [False, True])
def test_that_a_function_that_hangs_is_told_to_all_who_wait(run: Run, is_async: bool) -> None:
    gate = threading.Event()

    def plain(message: Message) -> str:
        gate.wait(20)
        return message.text

    async def patient(message: Message) -> str:
        await until(gate.is_set)
        return message.text

    async def scene() -> None:
        one, other = Heard(), Heard()
        answering = Answering(patient if is_async else plain, silence_seconds=0.05)
        answering.hear(message("one"), one)
        answering.hear(message("other"), other)
        await until(lambda: len(other.news) == 2)
        assert one.news == [f"The camera has not answered for {time} s; it is still at it." for time in (0.05, 0.1)]
        assert other.news[1] == "The camera has not answered for 0.1 s; it is still at an earlier message."
        gate.set()
        await until(lambda: (one.answers, other.answers) == (["one"], ["other"]))
        await answering.close()

    run(scene())


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("error", [SystemExit(4), KeyboardInterrupt(), GeneratorExit()])
def test_that_what_ends_a_program_ends_neither_the_camera_nor_its_answers(
    run: Run, is_async: bool, error: BaseException
) -> None:
    def plain(it: Message) -> str:
        if it.text == "end":
            raise error
        return it.text

    async def on_the_loop(it: Message) -> str:
        return plain(it)

    asker = run(heard(on_the_loop if is_async else plain, "end", "go on"))
    assert asker.answers == ["go on"]
    assert type(error).__name__ in asker.failures[0]
