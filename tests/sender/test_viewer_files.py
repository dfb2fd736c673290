"""Files between a viewer and a camera, over real sockets and disks."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import zmq

from camwire import limits
from camwire.conversation import Conversation
from camwire.events import ChatReceived, FileMessageReceived
from camwire.files.exchange import Exchange, Filing
from camwire.frame import Payload
from camwire.link import Route
from camwire.messages import FileOffer
from sender import Camera, Message, ReceivedFile
from sender.talk import room, viewer_files
from sender.talk.inbox import NO_READER
from tests.sender.support import ANYWHERE, SwitchedSource, Viewer, watching
from tests.support.file_ends import Heard
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
CONTENT = bytes(range(256)) * 8000


class FileViewer(Viewer):
    """Sends files, and fetches each that it is offered to `folder`."""

    def __init__(self, folder: Path, conversation: Conversation | None = None) -> None:
        super().__init__("desk", conversation=conversation)
        self.folder = folder
        self.heard = Heard()
        self.filing = Filing()
        self.exchange = Exchange(self.filing, self.heard)
        self.fetches = True
        self.offers: list[FileOffer] = []
        self._seen = 0

    def receive(self, route: Route, parts: list[Payload]) -> None:
        super().receive(route, parts)
        events, self._seen = self.events[self._seen :], len(self.events)
        for event in events:
            if type(event).__name__ == "CameraGreeted":
                self.exchange.linked(self.link.send)
            if isinstance(event, FileMessageReceived):
                self.exchange.receive(event.message, event.parts)
            if isinstance(event, ChatReceived) and event.line.chat.file is not None:
                self.offers.append(event.line.chat.file)
                if self.fetches:
                    self.exchange.accept(event.line.chat.file, self.folder)

    async def send_file(self, path: Path) -> int:
        """Offer it in a line; return its number."""
        offered = await self.exchange.offer(path)
        return self.say(path.name, role="file", file=offered.offer)

    def fetched(self) -> list[Path]:
        """The files that are here."""
        return [path for paths in self.heard.complete.values() for path in paths]


@asynccontextmanager
async def at(
    context: Context, camera: Camera, folder: Path, conversation: Conversation | None = None
) -> AsyncIterator[FileViewer]:
    viewer = FileViewer(folder, conversation)
    try:
        with watching(context, camera.endpoint, viewer):
            await until(lambda: viewer.camera.is_open)
            yield viewer
    finally:
        viewer.exchange.close()
        viewer.filing.close()


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "film.bin"
    path.write_bytes(CONTENT)
    return path


def porch(function: Callable[[Message], object] | None = None) -> Camera:
    camera = Camera("porch", source=SwitchedSource(), listen=ANYWHERE)
    if function is not None:
        camera.on_message(function)
    return camera


def test_that_a_file_from_a_viewer_reaches_the_function_and_is_answered(
    run: Run, context: Context, tmp_path: Path, film: Path
) -> None:
    moved: list[Path] = []

    def take(message: Message) -> str:
        assert isinstance(message.value, ReceivedFile)
        moved.append(message.value.save(tmp_path / "kept"))
        return f"{message.value.name}: {message.value.size} bytes"

    async def scene() -> None:
        async with porch(take) as camera, at(context, camera, tmp_path) as viewer:
            number = await viewer.send_file(film)
            await until(lambda: viewer.answers() == [(number, f"film.bin: {len(CONTENT)} bytes")])
            await until(lambda: viewer.fetched() == [film])

    run(scene())
    assert moved[0].read_bytes() == CONTENT


def test_that_a_camera_without_a_function_takes_no_files(
    run: Run, context: Context, tmp_path: Path, film: Path
) -> None:
    async def scene() -> None:
        async with porch() as camera, at(context, camera, tmp_path) as viewer:
            number = await viewer.send_file(film)
            await until(lambda: viewer.answers("failure") == [(number, NO_READER)])
            assert not list(camera._state.files.rglob("*"))  # type: ignore[union-attr]

    run(scene())


def test_that_no_more_files_are_taken_when_much_lies_unread(
    run: Run, context: Context, tmp_path: Path, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_UNREAD_BYTES", len(CONTENT) - 1)
    came: list[ReceivedFile] = []

    def take(message: Message) -> None:
        assert isinstance(message.value, ReceivedFile)
        came.append(message.value)

    async def scene() -> None:
        async with porch(take) as camera, at(context, camera, tmp_path) as viewer:
            await viewer.send_file(film)
            await until(lambda: came)
            number = await viewer.send_file(film)
            await until(lambda: viewer.answers("failure"))
            ((about, text),) = viewer.answers("failure")
            assert about == number
            assert str(text).startswith("0.0 GiB of files lie unread at the camera.")
            came.pop().save(tmp_path / "kept")
            await viewer.send_file(film)
            await until(lambda: came)

    run(scene())


def test_that_a_disk_is_not_filled_up(tmp_path: Path) -> None:
    free = shutil.disk_usage(tmp_path).free
    folder = tmp_path / "not there yet"
    assert "disk is nearly full" in room.lack_of_room(folder, 0, free)
    assert "disk is nearly full" in room.lack_of_room(folder, room.MOST_UNREAD_BYTES, free - room.MOST_UNREAD_BYTES)


@pytest.mark.parametrize("way", ["command", "message"])
def test_that_a_path_that_is_returned_is_a_file_under_the_question(
    run: Run, context: Context, tmp_path: Path, film: Path, way: str
) -> None:
    async def scene() -> None:
        camera = porch(lambda message: film)
        camera.command(name="film")(lambda: film)
        async with camera, at(context, camera, tmp_path / "viewer") as viewer:
            number = viewer.command("film") if way == "command" else viewer.say("the film, please")
            await until(viewer.fetched)
            (line,) = [each.line.chat for each in viewer.received]
            assert (line.role, line.about, line.text) == ("file", number, "film.bin")
            assert viewer.fetched()[0].read_bytes() == CONTENT
            inbox = camera._serving.audience._inbox  # type: ignore[union-attr, attr-defined]
            assert not inbox._open

    run(scene())


def test_that_a_file_that_is_not_there_is_a_failure_under_the_question(
    run: Run, context: Context, tmp_path: Path
) -> None:
    async def scene() -> None:
        camera = porch()
        camera.command(name="film")(lambda: tmp_path / "missing.bin")
        async with camera, at(context, camera, tmp_path) as viewer:
            number = viewer.command("film")
            await until(lambda: viewer.answers("failure"))
            ((about, text),) = viewer.answers("failure")
            assert about == number
            assert "There is no file “missing.bin”" in str(text)

    run(scene())


def test_that_a_file_is_said_to_a_viewer_that_is_away(run: Run, context: Context, tmp_path: Path, film: Path) -> None:
    conversation = Conversation("the-viewers-log")

    async def scene() -> None:
        async with porch() as camera:
            async with at(context, camera, tmp_path / "viewer", conversation):
                pass
            camera._serving.audience.tick(1e12)  # type: ignore[union-attr]
            assert camera.viewers == []
            camera.say(film)
            async with at(context, camera, tmp_path / "viewer", conversation) as viewer:
                await until(viewer.fetched)
                assert viewer.fetched()[0].read_bytes() == CONTENT

    run(scene())


def test_that_a_transfer_to_the_camera_goes_on_after_its_restart(
    run: Run, context: Context, tmp_path: Path, film: Path
) -> None:
    came: list[bytes] = []

    def take(message: Message) -> str:
        assert isinstance(message.value, ReceivedFile)
        came.append(message.value.path.read_bytes())
        return "thank you"

    async def scene() -> None:
        conversation = Conversation("the-viewers-log")
        viewer = FileViewer(tmp_path / "viewer", conversation)
        offered = await viewer.exchange.offer(film)
        async with porch(take) as camera:
            with watching(context, camera.endpoint, viewer):
                await until(lambda: viewer.camera.is_open)
                # It is offered, and nothing of it is sent yet.
                viewer.exchange.unlinked()
                number = viewer.say("film", role="file", file=offered.offer)
                await until(lambda: not conversation.unreceipted)
                viewer.exchange.linked(viewer.link.send)
        viewer.exchange.unlinked()
        async with porch(take) as camera:
            with watching(context, camera.endpoint, viewer):
                await until(lambda: viewer.answers() == [(number, "thank you")])
        viewer.exchange.close()
        viewer.filing.close()
        assert came == [CONTENT]

    run(scene())


def test_that_a_transfer_from_the_camera_goes_on_after_its_restart(
    run: Run, context: Context, tmp_path: Path, film: Path
) -> None:
    conversation = Conversation("the-viewers-log")

    async def scene() -> None:
        viewer = FileViewer(tmp_path / "viewer", conversation)
        viewer.fetches = False
        async with porch() as camera:
            with watching(context, camera.endpoint, viewer):
                await until(lambda: viewer.camera.is_open)
                camera.say(film)
                await until(lambda: viewer.offers and not conversation.unreceipted)
        async with porch() as camera:
            with watching(context, camera.endpoint, viewer):
                viewer.exchange.accept(viewer.offers[0], viewer.folder)
                await until(viewer.fetched)
                assert viewer.fetched()[0].read_bytes() == CONTENT
        viewer.exchange.close()
        viewer.filing.close()

    run(scene())


def test_that_too_many_files_at_once_are_turned_away(
    run: Run, context: Context, tmp_path: Path, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer_files, "MOST_EXPECTED", 3)

    async def scene() -> None:
        async with porch(lambda message: None) as camera, at(context, camera, tmp_path) as viewer:
            viewer.exchange.unlinked()
            offers = [FileOffer(f"id-{number}", "x", limits.FILE_CHUNK_BYTES, "0" * 64) for number in range(4)]
            numbers = [viewer.say("x", role="file", file=offer) for offer in offers]
            await until(lambda: viewer.answers("failure"))
            ((about, text),) = viewer.answers("failure")
            assert about == numbers[3]
            assert str(text).startswith("Too many files are on their way already.")

    run(scene())


def test_that_a_forgotten_viewer_leaves_no_halves_of_files(
    run: Run, context: Context, tmp_path: Path, film: Path
) -> None:
    async def scene() -> None:
        async with porch(lambda message: None) as camera:
            audience: Any = camera._serving.audience  # type: ignore[union-attr]
            async with at(context, camera, tmp_path) as viewer:
                viewer.exchange.unlinked()
                viewer.say("x", role="file", file=FileOffer("id", "x", 10_000, "0" * 64))
                await until(lambda: list(camera._state.files.rglob("*.part")))  # type: ignore[union-attr]
            audience.tick(1e12)
            (record,) = audience._conversations
            audience._conversations.forget(record)
            await until(lambda: not list(camera._state.files.rglob("*.part")))  # type: ignore[union-attr]
            files = audience._files
            assert (files._by_record, files._sends, files._expected, files._tasks) == ({}, {}, {}, {})

    run(scene())


def test_that_a_file_that_is_said_is_sent_also_when_the_camera_ends_while_it_is_read(
    run: Run, context: Context, tmp_path: Path
) -> None:
    with (tmp_path / "film.bin").open("wb") as file:
        file.truncate(3000 * 1024**2)

    def kept() -> Camera:
        return Camera("porch", source=SwitchedSource(), listen=ANYWHERE, state=str(tmp_path / "camera"))

    async def scene() -> None:
        conversation = Conversation("the-viewers-log")
        async with kept() as camera, at(context, camera, tmp_path / "in", conversation):
            camera.say(tmp_path / "film.bin")
            assert camera.viewers == ["desk"]
        (tmp_path / "film.bin").write_bytes(CONTENT)
        async with kept() as camera, at(context, camera, tmp_path / "in", conversation) as viewer:
            await until(lambda: viewer.fetched())
            assert viewer.fetched()[0].read_bytes() == CONTENT

    run(scene())


def test_that_a_file_that_is_saved_takes_the_place_of_no_other(tmp_path: Path) -> None:
    def came(content: str) -> ReceivedFile:
        path = tmp_path / "came" / "note.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
        return ReceivedFile(path, "note.txt", len(content))

    folder = tmp_path / "kept"
    folder.mkdir()
    assert came("first").save(folder) == folder / "note.txt"
    second = came("second")
    with pytest.raises(FileExistsError, match="Choose another name"):
        second.save(folder)
    assert (folder / "note.txt").read_text() == "first"
    assert second.save(folder / "other.txt").read_text() == "second"
