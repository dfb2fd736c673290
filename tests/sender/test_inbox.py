"""What becomes of what a viewer says: over real sockets, and on a real disk."""

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zmq

from camwire import limits, values
from camwire.conversation import Conversation, Memory
from camwire.endpoint import Endpoint
from camwire.values import Jpeg
from sender import Call, Camera, Message, UsageError
from sender.talk.inbox import FULL, INTERRUPTED, UNREADABLE
from tests.sender.support import ANYWHERE, CLIP, Viewer, listening, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
ROOT = Path(__file__).parents[2]


def talkative(**more: Any) -> Camera:
    """A camera with commands of every kind."""
    camera = Camera("porch", listen=ANYWHERE, size="64x48", **more)

    @camera.command(pan=(0, 180))
    def move(pan: float) -> str:
        """Move the camera."""
        return f"at {pan:g}"

    @camera.command
    def fail() -> None:
        raise RuntimeError("the motor is hot")

    @camera.command
    def refuse() -> None:
        raise UsageError("Not at night. Try tomorrow.")

    @camera.command
    def unsendable() -> object:
        return {"lock": threading.Lock()}

    @camera.command
    def nothing() -> None:
        pass

    return camera


@contextmanager
def at(context: Context, camera: Camera, conversation: Conversation | None = None) -> Iterator[Viewer]:
    with watching(context, camera.endpoint, Viewer("desk", conversation=conversation)) as viewer:
        yield viewer


async def is_open(viewer: Viewer) -> None:
    await until(lambda: viewer.camera.is_open)


async def goes_on_streaming(viewer: Viewer) -> None:
    count = len(viewer.frames)
    await until(lambda: len(viewer.frames) >= count + 3)


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("move", {"pan": "left"}, "pan is a number; “left” is none."),
        ("move", {"pan": 200}, "0 to 180"),
        ("move", {}, "pan is missing"),
        ("move", {"pan": 1, "tilt": 2}, "tilt"),
        ("dance", {}, "This camera has no command /dance. /help shows which it has."),
        ("fail", {}, "/fail failed: RuntimeError: the motor is hot"),
        ("refuse", {}, "Not at night. Try tomorrow."),
        ("unsendable", {}, "it['lock']"),
    ],
)
def test_that_what_goes_wrong_is_told_under_the_question_and_the_camera_goes_on(
    run: Run, context: Context, name: str, arguments: dict[str, object], words: str
) -> None:
    async def scene() -> None:
        async with talkative() as camera:
            with at(context, camera) as viewer:
                await is_open(viewer)
                number = viewer.command(name, **arguments)
                await until(lambda: viewer.answers("failure"))
                ((about, text),) = viewer.answers("failure")
                assert about == number
                assert words in str(text)
                assert viewer.answers() == []
                await goes_on_streaming(viewer)
                right = viewer.command("move", pan=90)
                await until(lambda: viewer.answers() == [(right, "at 90")])

    run(scene())


def test_that_arguments_that_are_no_dict_are_told(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with talkative() as camera:
            with at(context, camera) as viewer:
                await is_open(viewer)
                viewer.say("/move", values.encode([1, 2]), role="command", command="move")
                await until(lambda: viewer.answers("failure"))
                assert "takes its arguments by name" in str(viewer.answers("failure")[0][1])

    run(scene())


def test_that_what_cannot_be_read_is_told_and_what_follows_is_heard(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with talkative() as camera:
            with at(context, camera) as viewer:
                await is_open(viewer)
                number = viewer.say("/move", [b"\xc1"], role="command", command="move")
                right = viewer.command("move", pan=90)
                await until(lambda: viewer.answers() == [(right, "at 90")])
                assert viewer.answers("failure") == [(number, UNREADABLE)]

    run(scene())


def test_that_a_command_that_returns_nothing_is_done(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with talkative() as camera:
            with at(context, camera) as viewer:
                await is_open(viewer)
                number = viewer.say("/nothing", role="command", command="nothing")
                await until(lambda: viewer.answers() == [(number, "Done.")])

    run(scene())


def test_that_text_never_runs_a_command_however_it_begins(run: Run, context: Context) -> None:
    async def scene() -> None:
        camera = talkative()
        camera.on_message(lambda message: f"heard {message.text}")
        async with camera:
            with at(context, camera) as viewer:
                await is_open(viewer)
                numbers = [viewer.say("/move 3"), viewer.say("/"), viewer.say("//move 3")]
                await until(lambda: len(viewer.received) == 3)
                assert viewer.answers() == [
                    (numbers[0], "heard /move 3"),
                    (numbers[1], "heard /"),
                    (numbers[2], "heard //move 3"),
                ]

    run(scene())


def test_that_a_command_that_hangs_is_told_and_holds_up_nothing(run: Run, context: Context) -> None:
    gate = threading.Event()

    async def scene() -> None:
        camera = talkative()
        camera.command(name="hang")(lambda: gate.wait(20) and "woke up")
        async with camera:
            camera._serving._performing.silence_seconds = 0.1  # type: ignore[union-attr]
            with at(context, camera) as viewer:
                await is_open(viewer)
                hanging = viewer.command("hang")
                await until(lambda: any("has not answered for" in each.text for each in viewer.progress))
                told = next(each for each in viewer.progress if each.text)
                assert (told.about, told.log) == (hanging, viewer.conversation.log)
                assert "/hang has not answered for 0.1 s; it may still be running." in told.text
                await goes_on_streaming(viewer)
                moved = viewer.command("move", pan=1)
                await until(lambda: viewer.answers() == [(moved, "at 1")])
                gate.set()
                await until(lambda: (hanging, "woke up") in viewer.answers())

    run(scene())


def test_that_progress_is_told_and_a_cancel_ends_the_command(run: Run, context: Context) -> None:
    ended: list[str] = []

    async def scene() -> None:
        camera = talkative()

        @camera.command
        async def sweep(call: Call) -> str:
            try:
                for step in range(1000):
                    call.progress(step / 1000, f"at {step}")
                    await asyncio.sleep(0.01)
            finally:
                ended.append("parked")
            return "swept"

        async with camera:
            with at(context, camera) as viewer:
                await is_open(viewer)
                number = viewer.command("sweep")
                await until(lambda: any(each.fraction > 0 for each in viewer.progress))
                assert all(each.about == number for each in viewer.progress)
                viewer.say("", role="cancel", about=number)
                await until(lambda: viewer.answers("failure") == [(number, "Cancelled.")])
                assert ended == ["parked"]
                inbox = camera._serving.audience._inbox  # type: ignore[union-attr, attr-defined]
                assert (len(inbox._cancelling), dict(inbox._open), inbox._open_bytes) == (0, {}, 0)

    run(scene())


def test_that_a_cancel_right_behind_its_command_is_heard(run: Run, context: Context) -> None:
    gate = threading.Event()

    async def scene() -> None:
        camera, begun = talkative(), list[str]()
        camera.command(name="long")(lambda: gate.wait(20))
        camera.command(name="other")(lambda: begun.append("other"))

        async with camera:
            with at(context, camera) as viewer:
                await is_open(viewer)
                first = viewer.command("long")
                second = viewer.command("other")
                viewer.say("", role="cancel", about=second)
                await until(lambda: viewer.answers("failure") == [(second, "Cancelled.")])
                assert begun == []
                gate.set()
                await until(lambda: viewer.answers() == [(first, True)])

    run(scene())


def test_that_a_message_of_any_value_reaches_the_function_as_it_was(run: Run, context: Context) -> None:
    heard: list[Message] = []

    async def scene() -> None:
        camera = talkative()
        camera.on_message(heard.append)
        async with camera:
            with at(context, camera) as viewer:
                await is_open(viewer)
                sent = {"list": [1, 2.5, None], "array": np.eye(2), "scalar": np.float32(1.5)}
                viewer.say("look", values.encode(sent), frame=7)
                await until(lambda: heard)
        (message,) = heard
        assert (message.text, message.viewer, message.frame) == ("look", "desk", 7)
        assert isinstance(message.value, dict)
        assert message.value["list"] == [1, 2.5, None]
        assert isinstance(message.value["array"], np.ndarray)
        assert message.value["array"].tolist() == [[1, 0], [0, 1]]
        assert type(message.value["scalar"]) is np.float32

    run(scene())


@pytest.mark.parametrize("answer", [7, [1, {"a": None}], {"x": 1.5}, (1, 2), b"bytes", True])
def test_that_an_answer_of_any_type_comes_under_the_question(run: Run, context: Context, answer: object) -> None:
    async def scene() -> None:
        camera = talkative()
        camera.on_message(lambda message: answer)
        async with camera:
            with at(context, camera) as viewer:
                await is_open(viewer)
                number = viewer.say("hello")
                await until(lambda: viewer.answers() == [(number, answer)])
                assert type(viewer.answers()[0][1]) is type(answer)
                assert viewer.lines == [values.summary(answer)]

    run(scene())


def test_that_a_snapshot_comes_back_as_a_picture_in_full_resolution(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with talkative(source=CLIP, loop=True) as camera:
            with at(context, camera) as viewer:
                await is_open(viewer)
                viewer.command("snapshot")
                await until(lambda: viewer.answers() and viewer.frames)
                ((_, picture),) = viewer.answers()
                assert isinstance(picture, Jpeg)
                assert (picture.width, picture.height) > (viewer.frames[0].width, viewer.frames[0].height) == (64, 48)

    run(scene())


@pytest.mark.parametrize("source", ["pattern", CLIP])
def test_that_set_and_get_tell_the_value_in_force(run: Run, context: Context, source: str) -> None:
    async def scene() -> None:
        async with talkative(source=source, loop=True) as camera:
            with at(context, camera) as viewer:
                await is_open(viewer)
                wrong = [
                    viewer.command("set", name="speed", value="9"),
                    viewer.command("set", name="smell", value="1"),
                    viewer.command("get", name="smell"),
                ]
                right = [
                    viewer.command("set", name="speed", value="0.5"),
                    viewer.command("get", name="speed"),
                    viewer.command("set", name="speed", value="default"),
                    viewer.command("set", name="paused", value="off"),
                ]
                listed = viewer.command("get")
                await until(lambda: len(viewer.received) == 8)
                told = dict(viewer.answers())
                assert [told[each] for each in right] == [0.5, 0.5, 1.0, False]
                row = next(each for each in told[listed] if each["name"] == "speed")  # type: ignore[attr-defined]
                assert (row["value"], row["range"], row["unit"]) == (1.0, "0.25 – 4", "times")
                failures = dict(viewer.answers("failure"))
                assert failures[wrong[0]] == "speed goes from 0.25 to 4 times."
                assert all("There is no control “smell”" in str(failures[each]) for each in wrong[1:])
                await goes_on_streaming(viewer)

    run(scene())


# What a power cut leaves


def test_that_what_waits_for_an_answer_is_answered_after_a_restart(run: Run, context: Context) -> None:
    conversation = Conversation("the-viewers-log")
    gate = threading.Event()
    handled: list[str] = []

    async def first() -> None:
        camera = talkative()
        camera.on_message(lambda message: gate.wait(20))
        async with camera:
            with at(context, camera, conversation) as viewer:
                await is_open(viewer)
                for text in ("begun", "next", "last"):
                    viewer.say(text)
                viewer.command("move", pan=90)
                await until(lambda: not conversation.unreceipted and viewer.answers())
        gate.set()

    async def second() -> None:
        camera = talkative()
        camera.on_message(lambda message: handled.append(message.text) or f"heard {message.text}")
        async with camera:
            await until(lambda: len(handled) == 2)
            with at(context, camera, conversation) as viewer:
                await until(lambda: len(viewer.received) >= 3)
                assert viewer.answers("failure") == [(1, INTERRUPTED)]
                assert viewer.answers()[-2:] == [(2, "heard next"), (3, "heard last")]
        assert handled == ["next", "last"]

    run(first())
    run(second())


def test_that_commands_that_wait_for_their_turn_are_run_after_a_restart(run: Run, context: Context) -> None:
    conversation = Conversation("the-viewers-log")
    gate, begun = threading.Event(), list[int]()

    def camera_with(work: Callable[[int], object]) -> Camera:
        camera = Camera("porch", listen=ANYWHERE)

        @camera.command
        def work_on(piece: int) -> object:
            return work(piece)

        return camera

    async def first() -> None:
        async with camera_with(lambda piece: begun.append(piece) or gate.wait(20)) as camera:
            with at(context, camera, conversation) as viewer:
                await is_open(viewer)
                for piece in (1, 2, 3):
                    viewer.command("work-on", piece=piece)
                await until(lambda: not conversation.unreceipted and begun)
        gate.set()
        assert begun == [1]

    async def second() -> None:
        async with camera_with(lambda piece: begun.append(piece) or piece * 10) as camera:
            with at(context, camera, conversation) as viewer:
                await until(lambda: len(viewer.received) == 3)
                assert viewer.answers("failure") == [(1, INTERRUPTED)]
                assert viewer.answers() == [(2, 20), (3, 30)]
        assert begun == [1, 2, 3]

    run(first())
    run(second())


def test_that_answers_that_wait_survive(run: Run, context: Context) -> None:
    conversation = Conversation("the-viewers-log")

    async def first() -> None:
        async with talkative() as camera:
            with at(context, camera, conversation):
                await until(lambda: camera.viewers)
            camera._serving.audience.tick(time.monotonic() + 10)  # type: ignore[union-attr]
            camera.say("the gate is open")
            camera.say({"battery": 0.5})

    async def second() -> None:
        async with talkative() as camera:
            with at(context, camera, conversation) as viewer:
                await until(lambda: len(viewer.received) == 2)
                assert [each.value for each in viewer.received] == ["the gate is open", {"battery": 0.5}]

    run(first())
    run(second())


def test_that_a_viewer_that_has_lost_all_hears_what_waited_for_it(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with talkative() as camera:
            with watching(context, camera.endpoint, Viewer("desk", viewer_id="v")) as viewer:
                await is_open(viewer)
                viewer.say("one line")
                await until(lambda: not viewer.conversation.unreceipted)
                viewer.send(*viewer.camera.send_goodbye())
                await until(lambda: not camera.viewers)
            camera.say("still due")
            with watching(context, camera.endpoint, Viewer("desk", viewer_id="v")) as viewer:
                await until(lambda: viewer.lines == ["still due"])
                number = viewer.command("move", pan=90)
                await until(lambda: viewer.answers() == [(number, "at 90")])
            assert len(list(camera._serving.audience._conversations)) == 1  # type: ignore[union-attr, attr-defined]

    run(scene())


def test_that_a_viewer_that_does_not_know_whom_it_calls_doubles_nothing(run: Run, context: Context) -> None:
    heard: list[str] = []

    async def scene() -> None:
        camera = talkative()
        camera.on_message(lambda message: heard.append(message.text))
        async with camera:
            with watching(context, camera.endpoint, Viewer("desk", viewer_id="v")) as viewer:
                await is_open(viewer)
                viewer.say("one line")
                (line,) = viewer.conversation.unreceipted
                await until(lambda: not viewer.conversation.unreceipted)
                viewer.send(*viewer.camera.send_goodbye())
                await until(lambda: not camera.viewers)
            camera.say("still due")
            # Its receipt was lost.
            log = viewer.conversation.log
            known = Conversation(Memory(log, said=1, their_log=viewer.conversation.their_log, waiting=(line,)))
            caller = Viewer("desk", viewer_id="v", conversation_with=lambda camera: known)
            with watching(context, camera.endpoint, caller):
                await until(lambda: caller.lines == ["still due"] and not known.unreceipted)
                caller.camera.conversation.say("another line", 1)
                for due in caller.camera.send_lines():
                    caller.send(*due.parts)
                await until(lambda: heard == ["one line", "another line"])

    run(scene())


def test_that_nothing_is_begun_by_a_camera_that_does_not_start(run: Run, context: Context) -> None:
    conversation = Conversation("the-viewers-log")
    gate, handled = threading.Event(), list[str]()

    def camera_at(endpoint: str, function: Callable[[Message], object]) -> Camera:
        camera = Camera("porch", listen=endpoint)
        camera.on_message(function)
        return camera

    async def scene() -> None:
        camera = camera_at(ANYWHERE, lambda message: gate.wait(20))
        async with camera:
            with at(context, camera, conversation) as viewer:
                await is_open(viewer)
                for text in ("begun", "next"):
                    viewer.say(text)
                await until(lambda: not conversation.unreceipted)
        async with Camera("other", listen=ANYWHERE) as other:
            with pytest.raises(UsageError, match="is in use by another program"):
                async with camera_at(str(other.endpoint), lambda message: handled.append(message.text)):
                    pass
        gate.set()
        assert handled == []
        async with camera_at(ANYWHERE, lambda message: handled.append(message.text)):
            await until(lambda: handled == ["next"])

    run(scene())


KILLED = """
import sys
import time

from sender import Camera

camera = Camera("porch", source="pattern", listen=sys.argv[1])
camera.command(name="work")(lambda: print("begun", flush=True) or time.sleep(60))


@camera.on_message
def answer(message):
    print("heard", message.text, flush=True)
    if message.text == "long":
        time.sleep(60)
    return message.text.upper()


camera.run()
"""


def test_that_a_kill_loses_no_line_and_begins_none_again(run: Run, context: Context, tmp_path: Path) -> None:
    script = tmp_path / "camera.py"
    script.write_text(KILLED)
    said: list[list[str]] = []

    @contextmanager
    def running(endpoint: str, lines: int) -> Iterator["subprocess.Popen[str]"]:
        command = [sys.executable, str(script), endpoint]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
            try:
                yield program
                assert program.stdout is not None
                said.append([program.stdout.readline().strip() for _ in range(lines)])
            finally:
                program.kill()

    async def scene() -> None:
        with listening(context, Viewer("for its port")) as endpoint:
            pass
        viewer = Viewer("desk")
        with watching(context, Endpoint.parse(endpoint), viewer):
            with running(endpoint, lines=3):
                await until(lambda: viewer.camera.is_open)
                numbers = [viewer.say(text) for text in ("short", "long", "next")]
                await until(lambda: viewer.answers() == [(numbers[0], "SHORT")])
                command = viewer.command("work")
                await until(lambda: not viewer.conversation.unreceipted)
            with running(endpoint, lines=1):
                await until(lambda: len(viewer.received) == 4, timeout=20)
            assert sorted(viewer.answers("failure")) == [(numbers[1], INTERRUPTED), (command, INTERRUPTED)]
            assert viewer.answers()[1:] == [(numbers[2], "NEXT")]
        assert sorted(said[0]) == ["begun", "heard long", "heard short"]
        assert said[1] == ["heard next"]

    run(scene(), timeout=40)


# What hostile viewers send


def test_that_too_much_at_once_is_turned_away_and_told(
    run: Run, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UNRECEIPTED_BYTES", 100_000)
    gate = threading.Event()

    async def scene() -> None:
        camera = talkative()
        camera.on_message(lambda message: gate.wait(20) and len(message.text))
        async with camera:
            with at(context, camera) as viewer:
                await is_open(viewer)
                numbers = [viewer.say("x" * 40_000) for _ in range(2)]
                await until(lambda: not viewer.conversation.unreceipted)
                late = viewer.say("x" * 40_000)
                await until(lambda: viewer.answers("failure") == [(late, FULL)])
                gate.set()
                await until(lambda: viewer.answers() == [(each, 40_000) for each in numbers])
                again = viewer.say("x" * 40_000)
                await until(lambda: viewer.answers()[-1] == (again, 40_000))

    run(scene())


def test_that_a_viewer_that_floods_leaves_room_for_another(
    run: Run, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UNRECEIPTED_MESSAGES", 100)
    gate = threading.Event()

    async def scene() -> None:
        camera = talkative()
        camera.on_message(lambda message: gate.wait(20) and message.text)
        async with camera:
            with at(context, camera) as flooder, at(context, camera, Conversation("another")) as honest:
                await is_open(flooder)
                await is_open(honest)
                for number in range(99):
                    flooder.say(f"{number}")
                await until(lambda: len(flooder.answers("failure")) == 99 - 95)
                number = honest.command("move", pan=90)
                await until(lambda: honest.answers() == [(number, "at 90")])
                gate.set()
                await until(lambda: len(flooder.answers()) == 95)

    run(scene())


def test_that_a_viewer_that_comes_as_hundreds_leaves_little(run: Run, context: Context) -> None:
    gate = threading.Event()

    async def scene() -> None:
        camera = talkative()
        camera.on_message(lambda message: gate.wait(20) and None)
        async with camera:
            audience: Any = camera._serving.audience  # type: ignore[union-attr]
            for number in range(100):
                with at(context, camera, Conversation(f"log-{number}")) as viewer:
                    await is_open(viewer)
                    viewer.say("hello")
                    await until(lambda it=viewer: not it.conversation.unreceipted)  # type: ignore[misc]
                    viewer.send(*viewer.camera.send_goodbye())
                    await until(lambda: not camera.viewers)
            assert len(list(audience._conversations)) == 100
            gate.set()
            await until(lambda: not audience._inbox._open)
            with at(context, camera) as viewer:
                await is_open(viewer)
            assert len(list(audience._conversations)) == 64

    run(scene(), timeout=30)
