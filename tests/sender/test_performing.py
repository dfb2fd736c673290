"""Commands that run: well, ill, long, for ever, and several at once."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from camwire.errors import UsageError
from sender.commands.call import PROGRESS_SECONDS, Call, Cancelled
from sender.commands.declared import declare
from sender.commands.performing import CANCELLED, MOST_THREADS, STILL_RUNNING, THREADS, Outcome, Performance, Performing
from tests.support.waiting import until

Run = Callable[..., Any]


class Stage:
    """Commands given, and what became of them, in order."""

    def __init__(self, silence_seconds: float = 60.0, order_seconds: float = 1.0) -> None:
        self.performing = Performing(silence_seconds, order_seconds)
        self.gate = threading.Event()
        self.events: list[str] = []
        self.told: dict[str, list[tuple[float, str]]] = {}
        self.outcomes: dict[str, Outcome] = {}

    def give(
        self,
        function: Callable[..., object],
        key: str = "it",
        viewer: str = "desk",
        name: str = "go",
        giver: object = None,
        **arguments: Any,
    ) -> Performance:
        """Give the command under `key`; its outcome stands in `outcomes[key]` in the end."""
        assert key not in self.told
        told = self.told[key] = []

        def ended(outcome: Outcome) -> None:
            assert key not in self.outcomes
            self.outcomes[key] = outcome

        return self.performing.perform(
            declare(function, name), arguments, Call(viewer), lambda *news: told.append(news), ended, giver=giver
        )

    async def outcome(self, key: str = "it") -> Outcome:
        await until(lambda: key in self.outcomes)
        return self.outcomes[key]

    def hang(self) -> str:
        """A plain function that returns when the gate opens."""
        self.events.append("hangs")
        assert self.gate.wait(20)
        return "at last"

    async def note(self, text: str) -> None:
        """An async function that is done at once."""
        self.events.append(text)


@pytest.fixture
def act(run: Run) -> Callable[..., None]:
    """Run a scene with a stage of these times, and clear it away."""

    def play(scene: Callable[[Stage], Coroutine[Any, Any, None]], **times: float) -> None:
        async def whole() -> None:
            stage = Stage(**times)
            try:
                await scene(stage)
            finally:
                stage.gate.set()
                await asyncio.wait_for(stage.performing.close(), 5)

        run(whole(), 20)

    return play


Act = Callable[..., None]


def test_that_a_plain_function_runs_in_a_thread_and_an_async_one_on_the_loop(act: Act) -> None:
    async def on_loop(a: int) -> tuple[object, ...]:
        return a, threading.current_thread() is threading.main_thread()

    async def scene(stage: Stage) -> None:
        stage.give(on_loop, "async", a=1)
        stage.give(lambda: threading.current_thread().name, "plain", name="where")
        assert await stage.outcome("async") == Outcome((1, True))
        assert await stage.outcome("plain") == Outcome("command where")

    act(scene)


def test_that_any_object_is_an_answer(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        thing = object()
        stage.give(lambda: thing)
        assert (await stage.outcome()).value is thing

    act(scene)


def test_that_what_a_plain_function_leaves_to_be_awaited_is_awaited(act: Act) -> None:
    async def later() -> str:
        return "later"

    async def scene(stage: Stage) -> None:
        stage.give(lambda: later())
        assert await stage.outcome() == Outcome("later")

    act(scene)


def test_that_wrong_arguments_are_told_before_anything_runs(act: Act) -> None:
    def move(pan: int) -> None:
        raise AssertionError

    async def scene(stage: Stage) -> None:
        stage.give(move, pan="fast")
        assert stage.outcomes["it"] == Outcome(error="pan is a whole number; “fast” is none.")

    act(scene)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ValueError("the servo is stuck"), "/go failed: ValueError: the servo is stuck"),
        (KeyError(), "/go failed: KeyError"),
        (SystemExit(3), "/go failed: SystemExit: 3"),
        (StopIteration(), "/go failed: RuntimeError: StopIteration"),
        (asyncio.CancelledError("within"), "/go failed: CancelledError: within"),
        (UsageError("Plug the servo in."), "Plug the servo in."),
    ],
)
@pytest.mark.parametrize("is_async", [False, True])
def test_that_an_exception_is_told_in_its_own_words(
    act: Act, caplog: pytest.LogCaptureFixture, error: BaseException, words: str, is_async: bool
) -> None:
    def plain() -> None:
        raise error

    async def on_loop() -> None:
        raise error

    async def scene(stage: Stage) -> None:
        stage.give(on_loop if is_async else plain)
        outcome = await stage.outcome()
        expected = words.replace("RuntimeError: StopIteration", "RuntimeError: coroutine raised StopIteration")
        assert outcome == Outcome(error=expected if is_async else words)
        stage.give(lambda: "fine", "next")
        assert await stage.outcome("next") == Outcome("fine")

    act(scene)
    is_ours = isinstance(error, UsageError)
    assert [record.getMessage() for record in caplog.records] == ([] if is_ours else ["The command /go failed."])
    assert is_ours or caplog.records[0].exc_info is not None


def test_that_an_exception_of_any_size_and_kind_fits_on_a_line(act: Act) -> None:
    class Unspeakable(Exception):
        def __str__(self) -> str:
            raise ValueError

    async def scene(stage: Stage) -> None:
        def shout() -> None:
            raise ValueError("\ud800" + "!" * 10_000)

        def mumble() -> None:
            raise Unspeakable

        stage.give(shout, "loud")
        stage.give(mumble, "silent", name="mumble")
        loud = (await stage.outcome("loud")).error
        assert loud.startswith("/go failed: ValueError: ?!!!")
        assert len(loud) < 600
        assert (await stage.outcome("silent")).error == "/mumble failed: Unspeakable"

    act(scene)


def test_that_a_short_command_answers_while_a_long_one_runs(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        stage.give(stage.hang, "long")
        await until(lambda: stage.events)
        for viewer in ("desk", "phone"):
            stage.give(lambda: "up", viewer, viewer, "status")
            assert await stage.outcome(viewer) == Outcome("up")
        stage.gate.set()
        assert await stage.outcome("long") == Outcome("at last")

    act(scene, order_seconds=0.05)


def test_that_commands_of_one_viewer_begin_in_order(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        def note(text: str) -> None:
            stage.events.append(text)

        for each in range(50):
            stage.give(stage.note if each % 2 else note, str(each), name=f"note{each}", text=str(each))
        await stage.outcome("49")
        assert stage.events == [str(each) for each in range(50)]

    act(scene)


def test_that_a_command_that_follows_waits_for_the_one_before_it(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        stage.give(stage.hang, "set", name="set-it")
        stage.give(stage.note, "shoot", name="shoot", text="shot")
        stage.give(stage.note, "other", "phone", "shoot", text="phone's shot")
        await stage.outcome("other")
        await until(lambda: "hangs" in stage.events)
        assert "shot" not in stage.events
        stage.gate.set()
        await stage.outcome("shoot")
        assert stage.outcomes["set"] == Outcome("at last")

    act(scene, order_seconds=30)


def test_that_two_viewers_of_one_name_do_not_hold_up_each_other(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        stage.give(stage.hang, "set", name="set-it", giver="one desk")
        stage.give(stage.note, "shoot", name="shoot", giver="another desk", text="shot")
        await stage.outcome("shoot")
        assert "set" not in stage.outcomes

    act(scene, order_seconds=30)


def test_that_the_same_command_never_runs_twice_at_once(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        stage.give(stage.hang, "first")
        await until(lambda: stage.events)
        stage.give(stage.hang, "second", "phone")
        stage.give(stage.hang, "third")
        await until(lambda: stage.told["second"] and stage.told["third"])
        assert stage.told["second"] == [(-1.0, "/go is still running for desk. This one waits for it.")]
        assert stage.events == ["hangs"]
        stage.gate.set()
        for key in ("first", "second", "third"):
            assert await stage.outcome(key) == Outcome("at last")
        assert list(stage.outcomes) == ["first", "second", "third"]

    act(scene, order_seconds=0.05)


def test_that_silence_is_told_and_a_late_answer_is_still_sent(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        stage.give(stage.hang)
        await until(lambda: len(stage.told["it"]) == 2)
        assert stage.told["it"] == [
            (-1.0, "/go has not answered for 0.1 s; it may still be running."),
            (-1.0, "/go has not answered for 0.2 s; it may still be running."),
        ]
        stage.gate.set()
        assert await stage.outcome() == Outcome("at last")

    act(scene, silence_seconds=0.1)


def test_that_nobody_waits_for_one_that_is_silent(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        stage.give(stage.hang, "first")
        stage.give(stage.hang, "second", "phone")
        await until(lambda: stage.events == ["hangs", "hangs"])
        assert not stage.outcomes

    act(scene, silence_seconds=0.1)


@pytest.mark.alone
def test_that_progress_breaks_the_silence(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        def count(call: Call) -> str:
            for step in range(8):
                call.progress(step / 10, "counting")
                time.sleep(0.05)
            return "done"

        stage.give(count)
        assert await stage.outcome() == Outcome("done")
        assert {text for _, text in stage.told["it"]} == {"counting"}

    act(scene, silence_seconds=0.3)


def test_that_progress_is_told_in_order_and_not_too_often(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        def count(call: Call) -> None:
            for step in range(10_000):
                call.progress(step / 10_000, "x" * 1000)
            stage.gate.wait(20)

        async def count_on_loop(call: Call) -> None:
            for step in range(11):
                call.progress(step / 10, str(step))
            await until(lambda: len(stage.told["loop"]) == 1)

        began = time.monotonic()
        stage.give(count, "thread")
        stage.give(count_on_loop, "loop", "phone", "count")
        await stage.outcome("loop")
        assert stage.told["loop"] == [(1.0, "10")]
        told = stage.told["thread"]
        await until(lambda: told and told[-1][0] == 0.9999)
        assert told == sorted(told)
        assert len(told) <= 2 + (time.monotonic() - began) / PROGRESS_SECONDS
        assert {len(text) for _, text in told} == {200}

    act(scene)


def test_that_progress_after_the_end_is_told_to_nobody(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        calls: list[Call] = []

        async def keep(call: Call) -> None:
            calls.append(call)

        stage.give(keep)
        await stage.outcome()
        calls[0].progress(0.5)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert stage.told["it"] == []

    act(scene)


def test_that_a_function_that_looks_is_cancelled(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        def look(call: Call) -> None:
            stage.events.append("looks")
            while True:
                call.check()
                time.sleep(0.001)

        performance = stage.give(look)
        await until(lambda: stage.events)
        performance.cancel()
        performance.cancel()
        assert await stage.outcome() == Outcome(error=CANCELLED, is_cancelled=True)

    act(scene)


def test_that_what_a_cancelled_function_returns_is_its_answer(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        def turn(call: Call) -> str:
            stage.events.append("turns")
            while not call.is_cancelled:
                time.sleep(0.001)
            return "stopped at 40°"

        async def turn_on_loop() -> str:
            try:
                await asyncio.sleep(20)
            except asyncio.CancelledError:
                return "stopped at 50°"
            return ""

        plain, on_loop = stage.give(turn, "plain"), stage.give(turn_on_loop, "async", "phone", "turn")
        await until(lambda: stage.events and on_loop.task)
        await asyncio.sleep(0)
        plain.cancel()
        on_loop.cancel()
        assert await stage.outcome("plain") == Outcome("stopped at 40°")
        assert await stage.outcome("async") == Outcome("stopped at 50°")

    act(scene)


@pytest.mark.parametrize("has_begun", [True, False])
def test_that_an_async_function_is_cancelled(act: Act, has_begun: bool) -> None:
    async def scene(stage: Stage) -> None:
        async def wait() -> None:
            stage.events.append("waits")
            await asyncio.sleep(20)

        performance = stage.give(wait)
        if has_begun:
            await until(lambda: stage.events)
        performance.cancel()
        assert await stage.outcome() == Outcome(error=CANCELLED, is_cancelled=True)
        assert bool(stage.events) == has_begun

    act(scene)


def test_that_a_function_that_does_not_look_is_left_to_itself(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        performance = stage.give(stage.hang, "first")
        await until(lambda: stage.events)
        performance.cancel()
        stage.give(lambda: "fine", "next", "phone")
        assert await stage.outcome("first") == Outcome(error=STILL_RUNNING, is_cancelled=True)
        assert await stage.outcome("next") == Outcome("fine")
        stage.gate.set()
        await until(lambda: not stage.performing._threads)
        assert stage.outcomes["first"].error == STILL_RUNNING

    act(scene)


def test_that_one_that_waits_is_cancelled_at_once_and_keeps_the_order(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        stage.give(stage.hang, "first")
        second = stage.give(stage.note, "second", name="second", text="second")
        stage.give(stage.note, "third", name="third", text="third")
        second.cancel()
        assert stage.outcomes["second"] == Outcome(error=CANCELLED, is_cancelled=True)
        await until(lambda: stage.events)
        assert stage.events == ["hangs"]
        stage.gate.set()
        await stage.outcome("third")
        assert stage.events == ["hangs", "third"]

    act(scene, order_seconds=30)


def test_that_one_that_waits_for_its_command_can_be_cancelled(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        stage.give(stage.hang, "first")
        await until(lambda: stage.events)
        second = stage.give(stage.hang, "second", "phone")
        stage.give(stage.hang, "third", "attic")
        second.cancel()
        assert stage.outcomes["second"].error == CANCELLED
        stage.gate.set()
        await stage.outcome("third")
        assert stage.events == ["hangs", "hangs"]

    act(scene)


def test_that_threads_are_limited_and_those_that_wait_are_told(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        for each in range(THREADS + 1):
            stage.give(stage.hang, str(each), f"viewer {each}", f"go{each}")
        last = str(THREADS)
        await until(lambda: stage.told[last])
        assert stage.told[last] == [(-1.0, f"/go{last} waits: {THREADS} other commands are running.")]
        assert len(stage.events) == THREADS
        stage.gate.set()
        assert await stage.outcome(last) == Outcome("at last")

    act(scene, order_seconds=0.05)


def test_that_hung_functions_take_no_more_threads_than_there_are(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        count = MOST_THREADS + 3
        for each in range(count):
            stage.give(stage.hang, str(each), f"viewer {each}", f"go{each}")
        await until(lambda: len(stage.events) == MOST_THREADS)
        await until(lambda: all(stage.told[str(each)] for each in range(count)))
        assert len(stage.events) == MOST_THREADS
        stage.gate.set()
        await until(lambda: len(stage.outcomes) == count)
        await until(lambda: not stage.performing._threads)
        assert stage.performing._busy_threads == 0

    act(scene, silence_seconds=0.05, order_seconds=0.05)


def test_that_a_flood_is_worked_off_in_order(act: Act) -> None:
    async def scene(stage: Stage) -> None:
        for each in range(2000):
            stage.give(stage.note, str(each), text=str(each))
        await stage.outcome("1999")
        assert stage.events == [str(each) for each in range(2000)]
        assert not stage.performing._performances
        assert not stage.performing._latest
        assert not stage.performing._running
        assert not stage.performing._waiting

    act(scene)


def test_that_one_command_too_many_is_turned_away(act: Act, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sender.commands.performing.UNRECEIPTED_MESSAGES", 2)

    async def scene(stage: Stage) -> None:
        for key in ("a", "b", "c"):
            stage.give(stage.hang, key)
        assert stage.outcomes["c"].error.startswith("Too many commands are waiting already.")

    act(scene)


@pytest.mark.alone
def test_that_after_the_close_nothing_is_told(run: Run) -> None:
    async def scene() -> None:
        stage = Stage()
        calls: list[Call] = []

        def hang(call: Call) -> str:
            calls.append(call)
            return stage.hang()

        async def stubborn() -> None:
            try:
                await asyncio.sleep(20)
            except asyncio.CancelledError:
                await asyncio.sleep(0.01)
                raise ValueError("late") from None

        stage.give(hang, "plain")
        stage.give(stage.hang, "waits", "phone", "go")
        stage.give(stubborn, "async", "attic", "stay")
        await until(lambda: stage.events)
        began = time.monotonic()
        await stage.performing.close()
        assert time.monotonic() - began < 0.4
        assert calls[0].is_cancelled
        calls[0].progress(0.5)
        stage.give(stage.note, "later", text="later")
        stage.gate.set()
        await until(lambda: not stage.performing._threads)
        assert stage.events == ["hangs"]
        assert stage.outcomes == {}
        assert all(not told for told in stage.told.values())

    run(scene())


def test_that_a_function_left_behind_does_not_mind_a_closed_loop() -> None:
    begun, gate, done = threading.Event(), threading.Event(), threading.Event()

    def hang(call: Call) -> None:
        begun.set()
        assert gate.wait(20)
        call.progress(0.5)
        try:
            call.check()
        except Cancelled:
            done.set()

    loop = asyncio.new_event_loop()

    async def scene() -> None:
        stage = Stage()
        stage.give(hang)
        await until(begun.is_set)
        await stage.performing.close()

    loop.run_until_complete(scene())
    loop.close()
    gate.set()
    assert done.wait(5)


@pytest.mark.parametrize("is_async", [False, True])
def test_that_a_command_runs_only_when_it_may_begin(act: Act, is_async: bool) -> None:
    async def scene(stage: Stage) -> None:
        ready: list[Callable[[], None]] = []
        ended: list[Outcome] = []

        async def later() -> str:
            return stage.events.append("runs") or "done"  # type: ignore[func-returns-value]

        def now() -> str:
            return stage.events.append("runs") or "done"  # type: ignore[func-returns-value]

        command = declare(later if is_async else now, "go")
        stage.performing.perform(command, {}, Call("desk"), lambda *news: None, ended.append, ready.append)
        await until(lambda: ready)
        assert (stage.events, ended) == ([], [])
        ready[0]()
        await until(lambda: ended == [Outcome("done")])
        assert stage.events == ["runs"]

    act(scene)


@pytest.mark.parametrize("is_async", [False, True])
def test_that_a_command_that_is_cancelled_before_it_may_begin_never_runs_and_keeps_no_thread(
    act: Act, is_async: bool
) -> None:
    async def scene(stage: Stage) -> None:
        ready: list[Callable[[], None]] = []
        ended: list[Outcome] = []
        command = declare(stage.note if is_async else now, "go")
        for _ in range(MOST_THREADS + 1):
            ready.clear()
            performance = stage.performing.perform(
                command, {"text": "runs"}, Call("desk"), lambda *news: None, ended.append, ready.append
            )
            await until(lambda: ready)
            performance.cancel()
            ready[0]()
            await until(lambda: ended)
            assert ended.pop().error == CANCELLED
        assert stage.events == []
        assert stage.performing._threads == 0

    def now(text: str) -> None:
        raise AssertionError

    act(scene)
