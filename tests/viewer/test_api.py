"""A script's wall against real cameras: ours, and a stock one."""

import asyncio
import gc
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest

from camwire.commands import CommandError
from sender import Camera as RealCamera
from sender import Message as Heard
from sender import ReceivedFile as HeardFile
from sender import ShownPicture
from tests.support.stage import free_endpoint
from tests.support.stock import free_port, stock_sender
from tests.support.strangers import Stranger
from tests.support.waiting import until
from viewer.api import Camera, CommandFailed, Jpeg, Message, Picture, ReceivedFile, SayFailed, UsageError, Wall
from viewer.api.flow import Flow

ANYWHERE = "tcp://127.0.0.1:0"
NOBODY = "tcp://127.0.0.1:9"
OWN_BYTES = Path(__file__).read_bytes()


class Porch:
    """A real camera that answers, obeys, and takes pictures."""

    def __init__(self, name: str = "porch", listen: str | None = ANYWHERE, dial: str | None = None) -> None:
        self.heard: list[Heard] = []
        self.shown: list[ShownPicture] = []
        self.cancelled = 0
        it = RealCamera(name, size="64x48", fps=50, listen=listen, dial=[dial] if dial else (), state="none")
        self.camera = it

        @it.on_message
        async def hear(message: Heard) -> object:
            self.heard.append(message)
            return None if message.text == "psst" else {"you said": message.value}

        @it.on_picture
        async def show(picture: ShownPicture) -> None:
            self.shown.append(picture)

        @it.command
        def move(pan: int, tilt: int = 0) -> object:
            """Move the head."""
            if pan > 180:
                raise ValueError("The head is stuck.")
            return np.array([pan, tilt])

        @it.command
        async def sleep() -> None:
            """Never come back."""
            try:
                await asyncio.sleep(60)
            finally:
                self.cancelled += 1

        @it.command
        def photo() -> Path:
            """A file."""
            return Path(__file__)

    @property
    def endpoint(self) -> str:
        return str(self.camera.endpoint)


async def some(flow: "Flow[Picture]", count: int) -> list[Picture]:
    """The next few pictures."""
    return [await anext(flow) for _ in range(count)]


async def next_message(camera: Camera) -> Message:
    return await asyncio.wait_for(anext(camera.messages()), 5)


def test_that_pictures_come_as_arrays_with_their_age(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        porch = Porch()
        async with porch.camera, Wall(name="logger") as wall:
            camera = await wall.add(porch.endpoint)
            assert (camera.name, camera.state, camera.trouble) == ("porch", "live", "")
            assert porch.camera.viewers == ["logger"]
            pictures = await some(camera.pictures(), 20)
            for each in pictures:
                assert (each.pixels.shape, each.pixels.dtype) == ((48, 64, 3), np.uint8)
                assert each.pixels.flags.c_contiguous
                assert each.pixels.flags.writeable
            sequences = [each.sequence for each in pictures]
            assert sequences == sorted(set(sequences))
            age = pictures[-1].age
            assert age is not None
            assert 0 <= age < 1
            assert camera.statistics.fps > 0
            await until(lambda: camera.health is not None)

    run(scene())


def test_that_a_camera_that_encrypts_is_paired_by_its_code_and_known_from_then_on(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    async def scene() -> None:
        locked = RealCamera("gate", size="64x48", fps=50, listen=ANYWHERE, secure=True, state=tmp_path / "camera")
        async with locked:
            where = str(locked.endpoint)
            async with Wall(state=tmp_path / "wall") as wall:
                with pytest.raises(UsageError, match="Pair with it"):
                    await wall.add(where)
                with pytest.raises(UsageError, match="2 tries are left"):
                    await wall.pair(where, "0000-acorn-acorn")
                gate = await wall.pair(where, locked.pairing_code)
                await some(gate.pictures(), 1)
            async with Wall(state=tmp_path / "wall") as wall:
                gate = await wall.add(where)
                await some(gate.pictures(), 1)

    run(scene())


def test_that_only_the_newest_picture_waits_and_nobody_sends_what_nobody_wants(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        porch = Porch()
        async with porch.camera, Wall() as wall:
            camera = await wall.add(porch.endpoint)
            # Nobody walks: nothing is sent.
            assert camera.statistics.frames == 0
            pictures = camera.pictures()
            first = await anext(pictures)
            # More come, and nobody fetches them.
            came = camera.statistics.frames
            await until(lambda: camera.statistics.frames > came + 5)
            second = await anext(pictures)
            # The last that came may not be decoded yet.
            assert second.sequence > first.sequence + 4
            assert not pictures._things
            del pictures
            # The next picture finds that nobody walks any more; a question and its answer go the same way.
            await until(lambda: camera._session._wanting.is_paused)
            await camera.ask("anything")
            sent = camera.statistics.frames
            await camera.ask("anything else")
            assert camera.statistics.frames == sent

    run(scene())


def test_that_what_is_said_is_received_when_say_returns(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        porch = Porch()
        async with porch.camera, Wall() as wall:
            camera = await wall.add(porch.endpoint)
            await camera.say("psst")
            await camera.say([1, {"a": (2, 3)}])
            await until(lambda: len(porch.heard) == 2)
            assert [each.value for each in porch.heard] == ["psst", [1, {"a": (2, 3)}]]
            answer = await next_message(camera)
            assert (answer.role, answer.value) == ("answer", {"you said": [1, {"a": (2, 3)}]})
            assert answer.camera == "porch"
            with pytest.raises(UsageError):
                await camera.say(object())

    run(scene())


def test_that_a_question_returns_the_value_of_its_answer(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        porch = Porch()
        async with porch.camera, Wall() as wall:
            camera = await wall.add(porch.endpoint)
            assert "move" in [each.name for each in camera.commands]
            assert (await camera.ask("/status"))["source"] == "test pattern"
            assert (await camera.ask("move", pan=10)).tolist() == [10, 0]
            assert (await camera.ask("/move 10 tilt=4")).tolist() == [10, 4]
            assert await camera.ask("//move 10") == {"you said": "/move 10"}
            picture = await camera.ask("/snapshot")
            assert isinstance(picture, Jpeg)
            assert (picture.width, picture.height) == (64, 48)
            array = np.arange(6, dtype=np.int16).reshape(2, 3)
            answer = (await camera.ask(array))["you said"]
            assert isinstance(answer, np.ndarray)
            assert (answer.dtype, answer.tolist()) == (np.int16, array.tolist())
            assert await camera.ask("hello") == {"you said": "hello"}
            answers = await asyncio.gather(*(camera.ask("move", pan=pan) for pan in range(20)))
            assert [answer.tolist() for answer in answers] == [[pan, 0] for pan in range(20)]
            file = await camera.ask("/photo")
            assert isinstance(file, ReceivedFile)
            assert file.path.read_bytes() == OWN_BYTES

    run(scene())


def test_that_a_question_that_goes_wrong_says_why(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        porch = Porch()
        async with porch.camera, Wall() as wall:
            camera = await wall.add(porch.endpoint)
            with pytest.raises(CommandFailed, match="The head is stuck"):
                await camera.ask("move", pan=181)
            with pytest.raises(CommandError, match="pan is a whole number"):
                await camera.ask("move", pan="x")
            with pytest.raises(UsageError, match=r"has no command “fly”\. It has .*/move"):
                await camera.ask("fly", high=1)
            with pytest.raises(TimeoutError, match=r"porch has the question, and has not answered within 1 seconds"):
                await camera.ask("/sleep", timeout=1)
            await until(lambda: porch.cancelled == 1)
            with pytest.raises(TimeoutError, match="has not answered"):
                await camera.ask("psst", timeout=0.3)

    run(scene())


def test_that_messages_come_in_order_from_the_beginning(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        porch = Porch()
        async with porch.camera, Wall() as wall:
            camera = await wall.add(porch.endpoint)
            for number in range(5):
                porch.camera.say(number)
            porch.camera.say("done")
            values = []
            async for message in camera.messages():
                values.append(message.value)
                if message.text == "done":
                    break
            assert values == [0, 1, 2, 3, 4, "done"]
            assert abs(message.time.timestamp() - time.time()) < 5

    run(scene())


def test_that_files_go_both_ways(run: Callable[..., Any], tmp_path: Path) -> None:
    async def scene() -> None:
        porch = Porch()
        async with porch.camera, Wall() as wall:
            camera = await wall.add(porch.endpoint)
            path = tmp_path / "clip.bin"
            path.write_bytes(bytes(range(256)) * 4000)
            await camera.send_file(path)
            await until(lambda: porch.heard)
            file = porch.heard[0].value
            assert isinstance(file, HeardFile)
            assert file.path.read_bytes() == path.read_bytes()
            porch.camera.say(path)
            while (message := await next_message(camera)).role != "file":
                pass
            assert isinstance(message.value, ReceivedFile)
            saved = message.value.save(tmp_path / "saved.bin")
            assert saved.read_bytes() == path.read_bytes()
            with pytest.raises(UsageError):
                await camera.send_file(tmp_path / "nothing")

    run(scene(), timeout=20)


def test_that_arrays_are_shown_to_the_camera(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        porch = Porch()
        async with porch.camera, Wall() as wall:
            camera = await wall.add(porch.endpoint)
            for shade in (50, 100, 150):
                assert await camera.show(np.full((120, 160, 3), shade, np.uint8), percent=50)
            await until(lambda: porch.shown and abs(int(porch.shown[-1].pixels.mean()) - 150) < 3)
            assert {each.pixels.shape for each in porch.shown} == {(60, 80, 3)}
            with pytest.raises(UsageError, match="no picture"):
                await camera.show(np.zeros((2, 2, 7)))

    run(scene())


@pytest.mark.slow
def test_that_programs_and_cameras_are_shown_to_a_camera_and_end_with_the_wall(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        porch, yard = Porch(), Porch("yard")
        async with porch.camera, yard.camera:
            async with Wall() as wall:
                camera = await wall.add(porch.endpoint)
                other = await wall.add(yard.endpoint)
                async with camera.showing(other) as showing:
                    await until(lambda: len(porch.shown) > 3)
                assert showing.figures.sent > 3
                showing = camera.showing("pattern", percent=25, fps=10)
                showing.start()
                await until(lambda: porch.shown[-1].pixels.shape == (120, 160, 3), 15)
            assert not [each for each in psutil.Process().children() if "sender" in each.cmdline()]

    run(scene(), timeout=30)


def test_that_what_has_ended_is_not_kept(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        porch = Porch()
        async with porch.camera, Wall() as wall:
            camera = await wall.add(porch.endpoint)
            for _ in range(3):
                wall.cameras()
                async with camera.showing(camera):
                    assert camera._showings
            gc.collect()
            assert (len(camera._showings), len(wall._flows)) == (0, 0)

    run(scene())


def test_that_a_camera_without_on_picture_is_not_sent_any(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        blind = RealCamera("blind", size="64x48", listen=ANYWHERE, state="none")
        async with blind, Wall() as wall:
            camera = await wall.add(str(blind.endpoint))
            with pytest.raises(UsageError, match=r"blind takes no pictures\. In its program, write @camera.on_picture"):
                await camera.show(np.zeros((4, 4, 3), np.uint8))
            with pytest.raises(UsageError, match="takes no pictures"):
                camera.showing("pattern")

    run(scene())


def test_that_cameras_that_call_come_each_once(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        async with Wall() as wall:
            endpoint = await wall.listen(ANYWHERE)
            one, two = Porch("one", None, endpoint), Porch("two", None, endpoint)
            coming = wall.cameras()
            async with one.camera, two.camera:
                assert {(await anext(coming)).name, (await anext(coming)).name} == {"one", "two"}
                late = wall.cameras()
                assert {(await anext(late)).name, (await anext(late)).name} == {"one", "two"}
        assert [each async for each in coming] == []

    run(scene())


def test_that_everybody_is_told_and_a_receipt_says_who_has_it(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        one, two = Porch("one"), Porch("two")
        async with one.camera, Wall() as wall:
            async with two.camera:
                await wall.add(one.endpoint)
                away = await wall.add(two.endpoint)
            await until(lambda: away.state == "offline")
            told, missed = await wall.say_to_all("psst", timeout=1.5)
            assert (told.camera, told.is_received, told.why) == ("one", True, "")
            assert (missed.camera, missed.is_received) == ("two", False)
            assert missed.why == "two has not got it within 1.5 seconds. It waits until two is back."

    run(scene())


@pytest.mark.parametrize(
    ("address", "error", "why"),
    [
        (NOBODY, TimeoutError, "Nothing answers at tcp://127.0.0.1:9"),
        ("nowhere:::", UsageError, "no address"),
        ("pair+tcp://127.0.0.1:9", UsageError, "is for listening"),
    ],
)
def test_that_a_camera_that_cannot_be_had_is_not_on_the_wall(
    run: Callable[..., Any], address: str, error: type[Exception], why: str
) -> None:
    async def scene() -> None:
        async with Wall() as wall:
            with pytest.raises(error, match=why):
                await wall.add(address, timeout=1)
            assert await wall.say_to_all("x") == []
            porch = Porch()
            async with porch.camera:
                assert (await wall.add(porch.endpoint, "Front door")).name == "Front door"
                with pytest.raises(UsageError, match="on the wall already"):
                    await wall.add(porch.endpoint)

    run(scene())


def test_that_something_else_at_the_address_is_told(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        stranger = await Stranger(b"SSH-2.0-OpenSSH_9.2\r\n", hangs_up=True).start()
        try:
            async with Wall() as wall:
                with pytest.raises(UsageError, match="Something else listens at"):
                    await wall.add(str(stranger.endpoint))
        finally:
            await stranger.close()

    run(scene())


def test_that_a_wall_that_is_not_open_says_how_to_open_it(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        with pytest.raises(UsageError, match="async with Wall"):
            await Wall().add(NOBODY)
        with pytest.raises(UsageError, match="async with Wall"):
            Wall().cameras()

    run(scene())


@pytest.mark.alone
def test_that_the_end_of_the_wall_lets_go_of_whoever_waits_within_a_second(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        porch = Porch()
        async with porch.camera:
            async with Wall() as wall:
                camera = await wall.add(porch.endpoint)
                everything = [
                    asyncio.ensure_future(each)
                    for each in (camera.ask("/sleep"), _walked(camera.pictures()), _walked(camera.messages()))
                ]
                everything.append(asyncio.ensure_future(_walked(wall.cameras())))
                await camera.say("psst")
                began = time.monotonic()
            asked, *walked = await asyncio.gather(*everything, return_exceptions=True)
            assert time.monotonic() - began < 1
            assert isinstance(asked, SayFailed)
            assert not [each for each in walked if isinstance(each, BaseException)]
            assert await _walked(camera.pictures()) == 0

    run(scene())


async def _walked(flow: "Flow[Any]") -> int:
    return len([each async for each in flow])


def test_that_with_a_folder_what_was_said_goes_on_after_a_restart(run: Callable[..., Any], tmp_path: Path) -> None:
    async def scene() -> None:
        endpoint = str(free_endpoint())
        porch = Porch(listen=endpoint)
        async with Wall(state=tmp_path / "kept") as wall:
            async with porch.camera:
                camera = await wall.add(endpoint)
                await camera.say("psst")
            await until(lambda: camera.state == "offline")
            await camera.say("later", wait=False)
        again = Porch(listen=endpoint)
        async with again.camera, Wall(state=tmp_path / "kept") as wall:
            await wall.add(endpoint)
            await until(lambda: again.heard)
            assert [each.text for each in again.heard] == ["later"]

    run(scene())


@pytest.mark.slow
def test_that_a_stock_sender_shows_its_pictures_and_cannot_be_asked(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        port = free_port()
        async with Wall() as wall:
            await wall.listen(f"tcp://127.0.0.1:{port}")
            with stock_sender("netgear", "--pattern", 1, "--port", port, "--bidirectional", wait=False):
                camera = await asyncio.wait_for(anext(wall.cameras()), 20)
                pictures = await some(camera.pictures(), 5)
                assert pictures[-1].pixels.shape[2] == 3
                age = pictures[-1].age
                assert age is not None
                assert age < 1
                await camera.say("hello")
                with pytest.raises(UsageError, match="cannot answer"):
                    await camera.ask("/status")
                with pytest.raises(UsageError, match="Only cameras of Watchword"):
                    camera.showing("pattern")

    run(scene(), timeout=40)


def test_that_it_needs_no_qt() -> None:
    code = "import sys, viewer.api; assert not {'PySide6', 'qasync', 'sender'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
