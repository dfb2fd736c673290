"""Where a camera keeps what must survive."""

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zmq

from camwire.conversation import Conversation
from sender import Camera
from sender.naming import camera_id
from sender.state import State, default_folder
from tests.sender.support import ANYWHERE, SwitchedSource, Viewer, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
ID = camera_id("porch", "switched source")


def porch(place: Any = None) -> Camera:
    camera = Camera("porch", source=SwitchedSource(), listen=ANYWHERE, state=place)
    camera.on_message(lambda message: f"heard {message.text}")
    return camera


async def answers(context: Context, camera: Camera, text: str = "hello") -> bool:
    """Whether the camera answers."""
    with watching(context, camera.endpoint, Viewer("desk")) as viewer:
        await until(lambda: viewer.camera.is_open)
        viewer.say(text)
        await until(lambda: viewer.lines == [f"heard {text}"])
        await until(lambda: not viewer.conversation.unreceipted)
    return True


def test_that_what_is_kept_lies_in_the_folder_that_was_named(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        async with porch(tmp_path) as camera:
            assert await answers(context, camera)

    run(scene())
    assert [each.name for each in tmp_path.iterdir()] == [ID]
    with sqlite3.connect(tmp_path / ID / "conversations.db") as database:
        assert database.execute("SELECT name FROM conversation").fetchall() == [("desk",)]
    database.close()


def test_that_a_service_keeps_it_where_its_own_folder_is(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATE_DIRECTORY", f"{tmp_path / 'service'}:{tmp_path / 'other'}")

    async def scene() -> None:
        async with porch():
            assert (tmp_path / "service" / ID / "conversations.db").exists()

    run(scene())


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own place")
def test_that_a_person_keeps_it_where_the_system_wants_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STATE_DIRECTORY")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "watchword" / "cameras"


def test_that_none_keeps_nothing(
    run: Run, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))

    async def scene() -> None:
        async with porch("none") as camera:
            assert await answers(context, camera)
            assert camera._state is not None
            assert camera._state.files.is_dir()
            kept = camera._state.files
        assert not kept.exists()

    run(scene())
    assert list(tmp_path.iterdir()) == []
    assert [record for record in caplog.records if record.levelname == "WARNING"] == []


def test_that_a_camera_that_can_keep_nothing_says_so_and_goes_on(
    run: Run, context: Context, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    # Nobody, not even the superuser, can make a folder in a file.
    place = tmp_path / "file"
    place.write_text("not a folder")

    async def scene() -> None:
        async with porch(place) as camera:
            assert await answers(context, camera)

    run(scene())
    (warning,) = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert "Conversations cannot be kept" in warning
    assert "Name another folder with --state." in warning
    assert warning.endswith("Until then, what is said is kept only until this camera ends.")


def test_that_two_cameras_of_one_identity_both_serve_and_the_second_says_so(
    run: Run, context: Context, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with porch(tmp_path) as first, porch(tmp_path) as second:
            assert await answers(context, first)
            assert await answers(context, second)

    run(scene())
    (warning,) = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert "is in use" in warning
    assert "only until this camera ends" in warning


def test_that_a_damaged_file_is_kept_aside_and_said(
    run: Run, context: Context, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / ID).mkdir()
    (tmp_path / ID / "conversations.db").write_bytes(b"no database" * 1000)

    async def scene() -> None:
        async with porch(tmp_path) as camera:
            assert await answers(context, camera)

    run(scene())
    assert "is damaged" in caplog.text


def test_that_a_camera_of_a_foreign_format_keeps_nothing(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        camera = Camera(
            "porch", source=SwitchedSource(), dialect="netgear", dial="tcp://127.0.0.1:5599", state=tmp_path
        )
        async with camera:
            pass

    run(scene())
    assert list(tmp_path.iterdir()) == []


def test_that_a_start_that_fails_lets_go_of_the_state(
    run: Run, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        with pytest.raises(Exception, match="There is no file"):
            async with Camera("porch", source="missing.mp4", listen=ANYWHERE, state=tmp_path):
                pass
        State.of(tmp_path, camera_id("porch", "file missing.mp4")).close()

    run(scene())
    assert len(list(tmp_path.iterdir())) == 1
    assert not [record for record in caplog.records if record.levelname == "WARNING"]


def test_that_a_line_on_disk_before_a_restart_is_known_after_it(run: Run, context: Context, tmp_path: Path) -> None:
    conversation = Conversation("the-viewers-log")

    async def scene() -> None:
        async with porch(tmp_path) as camera:
            with watching(context, camera.endpoint, Viewer("desk", conversation=conversation)) as viewer:
                await until(lambda: viewer.camera.is_open)
                viewer.say("once")
                await until(lambda: viewer.lines == ["heard once"] and not conversation.unreceipted)
        async with porch(tmp_path) as camera:
            with watching(context, camera.endpoint, Viewer("desk", conversation=conversation)) as viewer:
                await until(lambda: viewer.camera.is_open)
                viewer.say("twice")
                await until(lambda: viewer.lines == ["heard twice"])
                assert viewer.received[0].line.chat.number == 2

    run(scene())
