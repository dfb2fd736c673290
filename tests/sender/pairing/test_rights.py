"""What a paired viewer may do is decided at the camera. Real sockets on loopback."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from camwire.events import CameraGreeted, ControlAnswered, ControlsTold, FileMessageReceived
from camwire.messages import CameraHello, ControlChange, FileOffer, FileRefusal, FileRequest, Frame, encode
from camwire.rights import Rights
from sender import Camera, Message, ShownPicture, UsageError
from sender.pairing.viewers import PairedViewers
from tests.sender.pairing.support import open_code, paired
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.support import jpegs
from tests.support.waiting import until
from tests.support.wire_ends import Context

Run = Callable[..., Any]


class Scene:
    """A camera with everything that could be asked of it, and one viewer that has paired."""

    def __init__(self, camera: Camera) -> None:
        self.camera = camera
        self.said: list[str] = []
        self.shown: list[ShownPicture] = []
        self.moved: list[int] = []
        camera.on_message(self._hear)
        camera.on_picture(self._see)

        @camera.command
        def move(degrees: int) -> str:
            """Turn it."""
            self.moved.append(degrees)
            return "turned"

    def _hear(self, message: Message) -> str:
        self.said.append(message.text)
        return f"You said {message.text}"

    async def _see(self, picture: ShownPicture) -> None:
        self.shown.append(picture)


def hello(viewer: Viewer) -> CameraHello:
    return [event.hello for event in viewer.events if isinstance(event, CameraGreeted)][-1]


def failures(viewer: Viewer) -> dict[int, str]:
    """The sentence to each line that was refused."""
    return {each.line.chat.about: each.line.chat.text for each in viewer.received if each.line.chat.role == "failure"}


def change_rights(folder: Path, rights: Rights) -> None:
    """As `watchword-camera rights` does."""
    PairedViewers(folder).change(lambda viewers: [replace(each, rights=rights) for each in viewers])


@asynccontextmanager
async def watched(context: Context, folder: Path, rights: Rights) -> AsyncIterator[tuple[Scene, Viewer]]:
    """The camera, and its viewer, which has been greeted."""
    open_code(folder, rights)
    scene = Scene(Camera("porch", listen=ANYWHERE, secure=True, state=str(folder)))
    async with scene.camera as camera:
        keys = await paired(context, folder, camera)
        with watching(context, camera.endpoint, Viewer("desk"), keys) as viewer:
            await until(lambda: viewer.frames)
            yield scene, viewer


def everything(viewer: Viewer) -> dict[str, int]:
    """Say and ask of everything once, the last one a command; return the numbers of the lines."""
    offer = FileOffer("f", "porch.txt", 3, "0" * 64)
    lines = {"text": viewer.say("hello"), "file": viewer.say("porch.txt", role="file", file=offer)}
    viewer.send(*encode(Frame(1, 1, "jpeg", 64, 48), jpegs.plain()))
    viewer.send(*encode(ControlChange(1, "picture_flip", "both")))
    viewer.send(*encode(FileRequest("g", 0, 10)))
    return {**lines, "command": viewer.command("move", degrees=8)}


def test_that_who_may_watch_sees_pictures_and_nothing_else(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        async with watched(context, tmp_path, Rights.WATCH) as (at, viewer):
            it = hello(viewer)
            assert (it.rights, it.commands, it.controls, it.takes_pictures) == ("watch", [], [], False)
            lines = everything(viewer)
            await until(lambda: len(failures(viewer)) == 3)
            told = failures(viewer)
            assert told[lines["text"]] == told[lines["file"]]
            assert told[lines["text"]].startswith("You may only watch this camera. Who runs it can allow more")
            assert told[lines["command"]].endswith("watchword-camera rights NAME control")
            assert (at.said, at.shown, at.moved) == ([], [], [])
            (answer,) = (each.answer for each in viewer.events if isinstance(each, ControlAnswered))
            assert (answer.number, answer.text) == (1, told[lines["command"]])
            (refused,) = (each.message for each in viewer.events if isinstance(each, FileMessageReceived))
            assert refused == FileRefusal("g", told[lines["text"]])
            assert not [each for each in viewer.events if isinstance(each, ControlsTold)]
            assert not viewer.camera.credit.has_credit

    run(scene())


def test_that_who_may_talk_gives_no_commands_and_sets_nothing(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        async with watched(context, tmp_path, Rights.TALK) as (at, viewer):
            it = hello(viewer)
            assert (it.rights, it.commands, it.controls, it.takes_pictures) == ("talk", [], [], True)
            lines = everything(viewer)
            await until(lambda: viewer.answers() and at.shown and failures(viewer))
            assert (at.said, at.moved) == (["hello"], [])
            assert failures(viewer) == {
                lines["command"]: "You may watch this camera and talk to it, no more. Who runs it can allow more, by: "
                "watchword-camera rights NAME control"
            }
            (answer,) = (each.answer for each in viewer.events if isinstance(each, ControlAnswered))
            assert answer.text == failures(viewer)[lines["command"]]

    run(scene())


def test_that_who_may_control_may_do_everything(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        async with watched(context, tmp_path, Rights.CONTROL) as (at, viewer):
            it = hello(viewer)
            assert (it.rights, it.takes_pictures) == ("control", True)
            assert "move" in {msgspec.msgpack.decode(each)["name"] for each in it.commands}
            everything(viewer)
            await until(lambda: at.moved == [8] and at.said == ["hello"] and at.shown)
            await until(lambda: [each for each in viewer.events if isinstance(each, ControlAnswered)])
            assert failures(viewer) == {}

    run(scene())


def test_that_other_rights_hold_at_once_and_the_viewer_hears_of_them(
    run: Run, context: Context, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with watched(context, tmp_path, Rights.CONTROL) as (at, viewer):
            change_rights(tmp_path, Rights.WATCH)
            await until(lambda: hello(viewer).rights == "watch")
            line = viewer.command("move", degrees=8)
            await until(lambda: line in failures(viewer))
            assert at.moved == []
            change_rights(tmp_path, Rights.CONTROL)
            await until(lambda: hello(viewer).rights == "control")
            viewer.command("move", degrees=9)
            await until(lambda: at.moved == [9])
            shown = len(viewer.frames)
            await until(lambda: len(viewer.frames) > shown)

    run(scene())


def test_that_who_may_only_watch_hears_nothing_of_what_is_said_to_all(
    run: Run, context: Context, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with watched(context, tmp_path, Rights.WATCH) as (at, viewer):
            at.camera.say("the key is under the mat")
            with pytest.raises(UsageError, match="“desk” may only watch"):
                at.camera.say("to you alone", to="desk")
            line = viewer.say("anybody?")
            await until(lambda: line in failures(viewer))
            assert viewer.lines == [failures(viewer)[line]]

    run(scene())


def test_that_what_waits_over_a_restart_is_done_only_for_who_may_still_say_it(
    run: Run, context: Context, tmp_path: Path
) -> None:
    said: list[str] = []

    def porch() -> Camera:
        camera = Camera("porch", listen=ANYWHERE, secure=True, state=str(tmp_path))

        @camera.on_message
        async def take_long(message: Message) -> None:
            said.append(message.text)
            await asyncio.get_running_loop().create_future()

        return camera

    async def scene() -> None:
        desk = Viewer("desk", viewer_id="desk-id")
        async with porch() as camera:
            keys = await paired(context, tmp_path, camera)
            with watching(context, camera.endpoint, desk, keys):
                await until(lambda: desk.frames)
                numbers = [desk.say("one"), desk.say("two")]
                await until(lambda: said == ["one"] and not desk.conversation.waiting_count)
        change_rights(tmp_path, Rights.WATCH)
        again = Viewer("desk", viewer_id="desk-id", conversation=desk.conversation)
        async with porch() as camera:
            with watching(context, camera.endpoint, again, keys):
                await until(lambda: len(failures(again)) == 2)
        assert list(failures(again)) == numbers
        assert set(failures(again).values()) == {Rights.WATCH.refusal(Rights.TALK)}
        assert said == ["one"]

    run(scene())
