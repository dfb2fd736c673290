"""The Python API, on real sockets."""

import asyncio
import contextlib
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import simplejpeg
import zmq

from camwire import limits, values
from camwire.conversation import Conversation
from camwire.events import CameraGreeted
from camwire.messages import CameraHello
from sender import Camera, Message, SourceError, UsageError
from sender.naming import camera_id
from sender.talk.conversations import KEPT
from tests.sender.support import ANYWHERE, CLIP, GREY, SwitchedSource, Viewer, listening, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]


def hello(viewer: Viewer) -> CameraHello:
    """The newest introduction of the camera."""
    return [event.hello for event in viewer.events if isinstance(event, CameraGreeted)][-1]


def test_that_a_viewer_sees_real_video(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with Camera("porch", source=CLIP, listen=ANYWHERE, size="320x180", loop=True) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: len(viewer.frames) >= 5)
                assert simplejpeg.decode_jpeg(viewer.frames[0].payload).shape == (180, 320, 3)
                assert [frame.sequence for frame in viewer.frames[:5]] == [1, 2, 3, 4, 5]
                assert camera.viewers == ["desk"]

    run(scene())


def test_that_a_camera_introduces_itself(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with Camera("🎥 porch", listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.camera.is_open)
            it = hello(viewer)
            assert (it.name, it.source, it.software.split()[0]) == ("🎥 porch", "test pattern", "watchword-camera")
            assert len(it.id) == 32

    run(scene())


def test_that_the_size_is_known_to_viewers_that_come_later(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        async with Camera("porch", source=source, listen=ANYWHERE) as camera:
            source.give()
            await until(lambda: camera.drops["no-credit"])
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.camera.is_open)
            assert (hello(viewer).streams[0].width, hello(viewer).streams[0].height) == (64, 48)

    run(scene())


def test_that_a_generator_is_a_source(run: Run, context: Context) -> None:
    camera = Camera("porch", listen=ANYWHERE, fps=50)

    @camera.pictures
    def pictures() -> Iterator["np.ndarray[Any, Any]"]:
        while True:
            yield GREY

    async def scene() -> None:
        async with camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.frames)
                assert viewer.frames[0].width == 64

    run(scene())


def test_that_pictures_of_the_wrong_kind_end_the_source_and_not_the_camera(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with Camera("porch", source=[np.zeros((2, 2))], listen=ANYWHERE) as camera:
            await until(lambda: "(2, 2) and float64. The camera stays up" in caplog.text)
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.camera.is_open)

    run(scene())


def test_that_an_exception_in_the_generator_is_logged_and_the_camera_stays(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    def pictures() -> Iterator[object]:
        yield GREY
        raise RuntimeError("the lens fell off")

    async def scene() -> None:
        async with Camera("porch", source=pictures, listen=ANYWHERE) as camera:
            await until(lambda: "the lens fell off" in caplog.text)
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.camera.is_open)

    run(scene())


def test_that_a_camera_answers_while_its_source_is_lost(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        async with Camera("porch", source=source, listen=ANYWHERE) as camera:
            source.is_plugged = False
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.camera.is_open and source.lost)
                source.is_plugged = True
                await until(lambda: source.opened == 2)
                source.give()
                await until(lambda: viewer.frames)

    run(scene())


def test_that_messages_are_answered(run: Run, context: Context) -> None:
    camera = Camera("porch", source=SwitchedSource(), listen=ANYWHERE)

    @camera.on_message
    def answer(message: Message) -> str:
        return f"{message.viewer} said {message.text} ({message.time.tzinfo})"

    async def scene() -> None:
        async with camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.camera.is_open)
                viewer.say("hello")
                await until(lambda: viewer.lines == ["desk said hello (UTC)"])

    run(scene())


def test_that_an_answer_that_is_too_long_becomes_an_excuse(run: Run, context: Context) -> None:
    camera = Camera("porch", source=SwitchedSource(), listen=ANYWHERE)
    camera.on_message(lambda message: "x" * 70_000)

    async def scene() -> None:
        async with camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.camera.is_open)
                viewer.say("hello")
                await until(lambda: viewer.lines)
                assert viewer.lines[0].startswith("The message has 70,000 characters")

    run(scene())


def test_that_a_camera_says_a_line_to_all_or_to_one(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            desk, sofa = Viewer("desk"), Viewer("sofa")
            with watching(context, camera.endpoint, desk), watching(context, camera.endpoint, sofa):
                await until(lambda: sorted(camera.viewers) == ["desk", "sofa"])
                camera.say("to all")
                camera.say("to one", to="sofa")
                await until(lambda: len(sofa.lines) == 2)
                assert (desk.lines, sofa.lines) == (["to all"], ["to all", "to one"])

    run(scene())


def test_that_a_line_is_kept_for_a_viewer_that_is_away(run: Run, context: Context) -> None:
    async def scene() -> None:
        conversation = Conversation("the-viewers-log")
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("desk", conversation=conversation)):
                await until(lambda: camera.viewers)
            camera.say("you were away")
            with watching(context, camera.endpoint, Viewer("desk", conversation=conversation)) as viewer:
                await until(lambda: viewer.lines == ["you were away"])

    run(scene())


def test_that_many_visitors_do_not_drive_out_a_viewer_that_stays(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("resident")) as resident:
                await until(lambda: camera.viewers == ["resident"])
                for _ in range(KEPT + 6):
                    with watching(context, camera.endpoint, Viewer("visitor")) as visitor:
                        await until(lambda it=visitor: it.camera.is_open)  # type: ignore[misc]
                        visitor.send(*visitor.camera.send_goodbye())
                        await until(lambda: camera.viewers == ["resident"])
                camera.say("still here?")
                await until(lambda: resident.lines == ["still here?"])

    run(scene())


def test_that_a_line_may_be_said_in_another_thread(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: camera.viewers)
                thread = threading.Thread(target=camera.say, args=("from afar",))
                thread.start()
                await until(lambda: viewer.lines == ["from afar"])
                thread.join()

    run(scene())


def test_that_a_viewer_that_can_take_no_more_keeps_nothing_from_the_others(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            full, free = Viewer("full"), Viewer("free")
            with watching(context, camera.endpoint, full):
                await until(lambda: camera.viewers == ["full"])
                for _ in range(limits.UNRECEIPTED_MESSAGES):
                    camera._serving.audience.present[0].conversation.say("", 0)  # type: ignore[union-attr]
                with watching(context, camera.endpoint, free):
                    await until(lambda: len(camera.viewers) == 2)
                    camera.say("hello")
                    await until(lambda: free.lines == ["hello"])
                    assert "It could not be said to 'full': 10,000 messages are waiting already." in caplog.text
                    with pytest.raises(UsageError, match="10,000 messages are waiting already"):
                        camera.say("hello", to="full")

    run(scene())


def test_that_nothing_can_be_said_after_the_end(run: Run) -> None:
    async def scene() -> None:
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            pass
        with pytest.raises(UsageError, match="The camera is not running"):
            camera.say("hello")

    run(scene())


def test_that_a_number_or_a_path_is_a_source_too(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with Camera("porch", source=Path(CLIP), listen=ANYWHERE) as camera:
            assert camera.source == "file bigbuckbunny.mp4"
        with pytest.raises(SourceError, match="No webcam answers as 97"):
            async with Camera("porch", source=97, listen=ANYWHERE):
                pass

    run(scene())


def test_that_an_unknown_viewer_cannot_be_spoken_to(run: Run) -> None:
    async def scene() -> None:
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            with pytest.raises(UsageError, match="No viewer called “nobody” is here"):
                camera.say("hello", to="nobody")

    run(scene())


def test_that_nothing_can_be_said_before_the_start() -> None:
    with pytest.raises(UsageError, match="The camera is not running"):
        Camera("porch", listen=ANYWHERE).say("hello")


def test_that_stopping_says_goodbye(run: Run, context: Context) -> None:
    async def scene() -> None:
        with contextlib.ExitStack() as stack:
            async with Camera("porch", listen=ANYWHERE) as camera:
                viewer = stack.enter_context(watching(context, camera.endpoint, Viewer("desk")))
                await until(lambda: viewer.frames)
            await until(lambda: viewer.has_left)

    run(scene())


def test_that_a_camera_dials_out(run: Run, context: Context) -> None:
    async def scene() -> None:
        viewer = Viewer("desk")
        with listening(context, viewer) as endpoint:
            async with Camera("barn", listen=None, dial=endpoint) as camera:
                await until(lambda: len(viewer.frames) >= 3)
                assert (camera.viewers, camera.endpoint) == (["desk"], None)
                camera.say("hello from the barn")
                await until(lambda: viewer.lines == ["hello from the barn"])

    run(scene())


def test_that_a_camera_that_dials_waits_for_a_viewer_to_appear(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        with listening(context, Viewer("early")) as endpoint:
            pass
        async with Camera("barn", listen=None, dial=[endpoint], source=SwitchedSource()):
            await until(lambda: f"Nobody answers at {endpoint}" in caplog.text)

    run(scene())


def test_that_serve_ends_when_it_is_cancelled(run: Run) -> None:
    async def scene() -> None:
        camera = Camera("porch", source=SwitchedSource(), listen=ANYWHERE)
        task = asyncio.ensure_future(camera.serve())
        await until(lambda: camera.endpoint)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run(scene(), timeout=3)


def test_that_a_source_that_cannot_be_opened_ends_the_start(run: Run) -> None:
    async def scene() -> None:
        with pytest.raises(SourceError, match="There is no file"):
            async with Camera("porch", source="missing.mp4", listen=ANYWHERE):
                pass

    run(scene())


def test_that_a_port_in_use_ends_the_start(run: Run) -> None:
    async def scene() -> None:
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            with pytest.raises(UsageError, match="is in use by another program"):
                async with Camera("barn", source=SwitchedSource(), listen=str(camera.endpoint)):
                    pass

    run(scene())


def test_that_a_camera_serves_once(run: Run) -> None:
    async def scene() -> None:
        camera = Camera("porch", source=SwitchedSource(), listen=ANYWHERE)
        async with camera:
            pass
        with pytest.raises(UsageError, match="has served already"):
            async with camera:
                pass

    run(scene())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "The name is empty"),
        (" \t", "The name is empty"),
        ("\u200b\u3164", "The name is empty"),
        ("x" * 10_000, "The name has 10,000 characters; at most 80 fit on a tile."),
        ("a\nb", "control character"),
        ("half \ud83c", "control character"),
        ("gate\u202egpj.exe", "control character"),
        ("\u2066gate\u2069", "control character"),
        (5, "The name 5 is no text. Write it in quotes, like 'porch'."),
        (b"x", "The name b'x' is no text"),
    ],
)
def test_that_a_name_that_fits_on_no_tile_is_refused(name: Any, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        Camera(name)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"size": "big"}, "“big” is no size"),
        ({"size": 5}, r"5 is no size. Give width and height like \(640, 480\) or '640x480'."),
        ({"size": ("a", "b")}, r"\('a', 'b'\) is no size"),
        ({"size": (640.5, 480)}, r"\(640.5, 480\) is no size"),
        ({"size": (640, 480, 3)}, r"\(640, 480, 3\) is no size"),
        ({"size": (8, 480)}, "A picture cannot be 8x480"),
        ({"size": "65500x65500"}, "megapixels"),
        ({"fps": 0}, "0 pictures a second cannot be"),
        ({"fps": "10"}, "'10' pictures a second cannot be. Use a number from 0.001 to 1,000."),
        ({"fps": float("nan")}, "nan pictures a second cannot be"),
        ({"quality": "high"}, r"The quality 'high' cannot be. Use a whole number from 1 \(small\)"),
        ({"quality": 50.5}, "The quality 50.5 cannot be"),
        ({"source": 3.5}, "3.5 is no source. Give a number for a webcam, a file"),
        ({"source": b"clip.mp4"}, "b'clip.mp4' is no source"),
        ({"listen": 5600}, "5600 is no address. Write it in quotes, like 'tcp://127.0.0.1:5600'."),
        ({"dial": [1]}, "1 is no address"),
        ({"dial": 5600}, "5600 is no address"),
        ({"dial": b"tcp://desk"}, "b'tcp://desk' is no address"),
        ({"quality": 101}, "The quality 101 cannot be"),
        ({"quality": 1 << 60_000}, r"The quality \(int of such a size\) cannot be"),
        ({"size": (1 << 60_000, 480)}, "A picture cannot be as large as that. Each side is from 16 to 65,500 pixels"),
        ({"state": " "}, "The state names no folder"),
        ({"listen": "tcp://*:5600", "dialect": "imagezmq", "pattern": "pub"}, "can be reached from other computers"),
        ({"listen": "tcp://*:5600", "is_open": True, "secure": True}, "Leave out one of the two"),
        ({"dialect": "imagezmq", "dial": "tcp://desk:5555", "secure": True}, "that format encrypts nothing"),
        ({"admit": ["short"], "secure": True}, "“short” is no public key"),
        ({"admit": ["0" * 40]}, "Add --secure"),
        ({"to": "desk"}, "no encrypted link dials"),
        ({"listen": None}, "neither listens nor dials"),
        ({"dial": "http://desk"}, "begins with http"),
    ],
)
def test_that_what_cannot_be_asked_is_refused(asked: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        Camera("porch", **asked)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (object(), "object"),
        ({"a": [1, threading.Lock()]}, r"it\['a'\]\[1\]"),
        (Path("missing.zip"), "There is no file “missing.zip”"),
        (Path(), "There is no file “.”"),
        ("x" * (limits.TEXT_CHARACTERS + 1), "at most 65,536 fit in one"),
    ],
)
def test_that_what_cannot_be_carried_cannot_be_said(value: object, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        Camera("porch", listen=ANYWHERE).say(value)


def test_that_a_file_does_not_expire() -> None:
    with pytest.raises(UsageError, match="A file does not expire"):
        Camera("porch", listen=ANYWHERE).say(Path(CLIP), expires=timedelta(hours=1))


def test_that_values_are_said(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: camera.viewers)
                camera.say({"°C": 21.5, "at": datetime(2026, 1, 2, tzinfo=UTC)})
                camera.say(np.arange(6, dtype=np.int16).reshape(2, 3), to="desk")
                await until(lambda: len(viewer.received) == 2)
                first, second = viewer.received
                assert first.value == {"°C": 21.5, "at": datetime(2026, 1, 2, tzinfo=UTC)}
                assert first.line.chat.text == values.summary(first.value)
                assert np.asarray(second.value).tolist() == [[0, 1, 2], [3, 4, 5]]

    run(scene())


def test_that_what_expires_is_not_heard_by_who_comes_later(run: Run, context: Context) -> None:
    async def scene() -> None:
        conversation = Conversation("the-viewers-log")
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("desk", conversation=conversation)):
                await until(lambda: camera.viewers)
            audience = camera._serving.audience  # type: ignore[union-attr]
            audience.tick(time.monotonic() + 10)
            camera.say("lunch is ready", expires=timedelta(microseconds=1))
            camera.say("supper is ready", expires=timedelta(hours=1))
            audience.tick(time.monotonic())
            with watching(context, camera.endpoint, Viewer("desk", conversation=conversation)) as viewer:
                await until(lambda: "supper is ready" in viewer.lines)
                assert [(each.line.chat.role, each.line.chat.text) for each in viewer.received] == [
                    ("void", ""),
                    ("", "supper is ready"),
                ]

    run(scene())


def test_that_what_expires_while_the_camera_is_off_is_not_heard_by_who_comes_later(
    run: Run, context: Context, tmp_path: Path
) -> None:
    conversation = Conversation("the-viewers-log")

    def porch() -> Camera:
        return Camera("porch", source=SwitchedSource(), listen=ANYWHERE, state=tmp_path)

    async def scene() -> None:
        async with porch() as camera:
            with watching(context, camera.endpoint, Viewer("desk", conversation=conversation)):
                await until(lambda: camera.viewers)
            camera._serving.audience.tick(time.monotonic() + 10)  # type: ignore[union-attr]
            camera.say("lunch is ready", expires=timedelta(milliseconds=1))
            camera.say("supper is ready", expires=timedelta(hours=1))
        async with porch() as camera:
            with watching(context, camera.endpoint, Viewer("desk", conversation=conversation)) as viewer:
                await until(lambda: "supper is ready" in viewer.lines)
                assert "lunch is ready" not in viewer.lines

    run(scene())


def test_that_a_viewer_for_whom_too_much_waits_is_given_up(run: Run, context: Context) -> None:
    async def scene() -> None:
        conversation = Conversation("the-viewers-log")
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("desk", conversation=conversation)):
                await until(lambda: camera.viewers)
            camera._serving.audience.tick(time.monotonic() + 10)  # type: ignore[union-attr]
            large = bytes(30 * 1024 * 1024)
            for _ in range(limits.UNRECEIPTED_BYTES // len(large) + 2):
                camera.say(large)
            assert list(camera._serving.audience._conversations) == []  # type: ignore[union-attr, attr-defined]

    run(scene(), timeout=60)


def test_that_what_goes_wrong_in_another_thread_is_logged(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    async def scene() -> None:
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            await asyncio.to_thread(camera.say, "hello", "nobody")
            await until(lambda: "It could not be said: No viewer called “nobody” is here." in caplog.text)

    run(scene())


def test_that_commands_and_pictures_need_our_own_format() -> None:
    camera = Camera("porch", dialect="netgear", dial="tcp://127.0.0.1:5599")
    decorators: list[Callable[[], object]] = [
        lambda: camera.on_picture(lambda picture: None),
        lambda: camera.command(lambda: None),
        lambda: camera.command(name="go"),
    ]
    for decorate in decorators:
        with pytest.raises(UsageError, match="needs our own format; netgear carries nothing of the kind"):
            decorate()


def test_that_a_command_is_introduced_to_viewers(run: Run, context: Context) -> None:
    camera = Camera("porch", source=SwitchedSource(), listen=ANYWHERE)

    @camera.command(dangerous=True, pan=(0, 180))
    def move(pan: float) -> str:
        """Move the camera."""
        return f"{pan}°"

    assert move(3) == "3°"

    async def scene() -> None:
        async with camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.camera.is_open)
        (greeted,) = [event for event in viewer.events if isinstance(event, CameraGreeted)]
        commands = {each.name: each for each in greeted.commands}
        assert {"help", "status", "snapshot", "set", "get", "size", "fps", "quality", "flip", "restart"} < set(commands)
        assert (commands["move"].help, commands["move"].is_dangerous) == ("Move the camera.", True)
        assert (commands["move"].parameters[0].least, commands["move"].parameters[0].most) == (0, 180)
        assert (commands["restart"].is_dangerous, commands["status"].is_dangerous) == (True, False)
        assert greeted.hello is not None
        assert not greeted.hello.takes_pictures

    run(scene())


def test_that_commands_no_viewer_would_accept_end_the_start_and_leave_nothing(run: Run) -> None:
    camera = Camera("porch", source=SwitchedSource(), listen=ANYWHERE)
    camera.on_message(lambda message: None)
    for number in range(195):
        camera.command(name=f"go-{number}")(lambda: None)

    async def scene() -> None:
        with pytest.raises(UsageError, match="200 commands"):
            async with camera:
                pass

    run(scene())


def test_that_an_async_generator_is_a_source_on_the_cameras_loop(run: Run, context: Context) -> None:
    camera = Camera("porch", listen=ANYWHERE)
    loops, ends = list[asyncio.AbstractEventLoop](), list[str]()

    @camera.pictures
    async def pictures() -> AsyncIterator["np.ndarray[Any, Any]"]:
        try:
            while True:
                loops.append(asyncio.get_running_loop())
                yield GREY
                await asyncio.sleep(0.01)
        finally:
            ends.append("closed")

    async def scene() -> None:
        async with camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: len(viewer.frames) >= 3)
                assert viewer.frames[0].width == 64
        assert set(loops) == {asyncio.get_running_loop()}
        assert ends == ["closed"]

    run(scene())


@pytest.mark.alone
def test_that_a_camera_with_an_async_generator_that_waits_stops_at_once(run: Run) -> None:
    ends: list[str] = []

    async def pictures() -> AsyncIterator["np.ndarray[Any, Any]"]:
        yield GREY
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            ends.append("closed")

    async def scene() -> None:
        async with Camera("porch", source=pictures, listen=ANYWHERE) as camera:
            await until(lambda: camera.drops["no-credit"])
            began = time.monotonic()
        assert time.monotonic() - began < 0.8
        assert ends == ["closed"]

    run(scene())


def test_that_what_is_no_function_cannot_take_messages() -> None:
    with pytest.raises(UsageError, match=r"5 is no function. Write @camera.on_message above one"):
        Camera("porch", listen=ANYWHERE).on_message(5)  # type: ignore[type-var]


def test_that_what_is_no_source_cannot_give_pictures() -> None:
    with pytest.raises(UsageError, match=r"3.5 is no source"):
        Camera("porch", listen=ANYWHERE).pictures(3.5)  # type: ignore[type-var]


def test_that_numbers_of_numpy_are_numbers() -> None:
    Camera("porch", listen=ANYWHERE, size=(np.int64(640), 480), fps=np.float32(10), quality=np.int64(80))  # type: ignore[arg-type]


def test_that_a_camera_is_known_by_its_name_and_its_source() -> None:
    ids = [camera_id("desk", "webcam 0"), camera_id("desk", "webcam 1"), camera_id("porch", "webcam 0")]
    assert len(set(ids)) == 3
    assert camera_id("desk", "webcam 0") == ids[0]


def test_that_two_cameras_of_one_name_have_two_tiles(run: Run, context: Context) -> None:
    async def scene() -> None:
        one, other = Viewer("desk"), Viewer("desk")
        async with (
            Camera("porch", listen=ANYWHERE) as pattern,
            Camera("porch", source=CLIP, listen=ANYWHERE) as clip,
        ):
            with watching(context, pattern.endpoint, one), watching(context, clip.endpoint, other):
                await until(lambda: one.camera.is_open and other.camera.is_open)
            assert hello(one).id != hello(other).id

    run(scene())
