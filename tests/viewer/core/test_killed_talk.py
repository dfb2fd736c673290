"""What a viewer finds of its talk after a kill between any two commits: what belongs together is all there, or not."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from camwire.files.disk import SLICE_BYTES
from sender import Camera
from tests.support.crash_points import crash_points
from tests.support.stock import free_ports
from tests.support.talking import answer_to, greeted, porch, wall
from tests.support.waiting import until
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import ChatLine, Delivery
from viewer.core.talk.history import History
from viewer.core.talk.kept_talk import KeptTalk

Run: TypeAlias = Callable[..., Any]
CONTENT = b"film" * 1000


def shown_after(path: Path) -> list[ChatLine]:
    """The lines that a viewer shows which begins with this file, oldest first."""
    history = History(path)
    try:
        (peer,) = history.ledger.peers()
        return history.page(history.ledger.record(peer))[::-1]
    finally:
        history.close()


def lives_after(run: Run, tmp_path: Path, camera: Camera, talk: Callable[[Session], Any]) -> list[list[ChatLine]]:
    """What is shown after a kill at any moment of `talk` with `camera`, in the order of these moments."""

    async def scene() -> list[list[ChatLine]]:
        async with camera, wall(tmp_path / "viewer") as fleet:
            session = await greeted(fleet, camera)
            async with crash_points(fleet.history.journal, tmp_path / "killed") as killed:
                await talk(session)
            return [shown_after(path) for path in killed]

    lives: list[list[ChatLine]] = run(scene())
    return lives


def files(lines: Iterable[ChatLine]) -> list[ChatLine]:
    return [line for line in lines if line.file is not None]


def is_here(session: Session) -> bool:
    """Whether a file has arrived at whoever is to have it."""
    return any(line.is_over for line in files(session.chat.lines))


def test_that_no_kill_leaves_an_answer_without_its_question_being_answered(run: Run, tmp_path: Path) -> None:
    async def ask(session: Session) -> None:
        await answer_to(session, session.say("hello"))

    lives = lives_after(run, tmp_path, porch(), ask)
    assert [line.text for line in lives[-1]] == ["hello", "heard: hello"]
    for question, answer in (lines for lines in lives if len(lines) == 2):
        assert question.delivery is Delivery.ANSWERED
        assert answer.waited_ms is not None


def test_that_a_failure_in_what_follows_from_a_line_does_not_cost_the_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("as it should be")

    async def scene() -> None:
        loop = asyncio.get_running_loop()
        failures: list[str] = []
        loop.set_exception_handler(lambda _, what: failures.append(str(what.get("exception"))))
        async with porch() as camera, wall(tmp_path / "viewer") as fleet:
            session = await greeted(fleet, camera)
            with monkeypatch.context() as broken:
                broken.setattr(KeptTalk, "answered", fail)
                session.say("hello")
                await until(lambda: failures)
            assert "as it should be" in failures[0]
            await until(lambda: len(session.chat.lines) == 2)
        kept = shown_after(tmp_path / "viewer" / "conversations.db")
        assert [line.text for line in kept] == ["hello", "heard: hello"]

    run(scene())


def test_that_no_kill_leaves_a_file_of_the_camera_s_that_does_not_come(run: Run, tmp_path: Path) -> None:
    film, camera = tmp_path / "film.bin", porch()
    film.write_bytes(CONTENT)
    camera.command(name="film")(lambda: film)

    async def fetch(session: Session) -> None:
        session.give("/film")
        await until(lambda: is_here(session))

    lives = lives_after(run, tmp_path, camera, fetch)
    shown = [line for lines in lives for line in files(lines)]
    # It is on its way, or it is here.
    assert {(line.is_over, line.fetched) for line in shown} == {(False, 0), (True, len(CONTENT))}
    assert all(Path(line.path).read_bytes() == CONTENT for line in shown if line.is_over)


def test_that_no_kill_leaves_a_file_of_ours_half_offered(run: Run, tmp_path: Path) -> None:
    film = tmp_path / "film.bin"
    film.write_bytes(CONTENT)

    async def send(session: Session) -> None:
        assert session.files is not None
        session.files.send(film, print)
        await until(lambda: is_here(session))

    lives = lives_after(run, tmp_path, porch(state=str(tmp_path / "camera")), send)
    shown = [line for lines in lives for line in files(lines)]
    assert {line.path for line in shown} == {str(film)}
    assert {(line.is_over, line.fetched) for line in shown} == {(False, 0), (True, len(CONTENT))}


@pytest.mark.parametrize("is_read", [True, False], ids=["offered", "being read"])
def test_that_no_kill_loses_a_file_that_was_sent_before_the_camera_was_known(
    run: Run, tmp_path: Path, is_read: bool
) -> None:
    film = tmp_path / "film.bin"
    with film.open("wb") as file:
        file.truncate(SLICE_BYTES if is_read else 3000 * SLICE_BYTES)

    async def scene() -> list[Path]:
        async with porch() as camera, wall(tmp_path / "viewer") as fleet:
            session = await greeted(fleet, camera)
            await answer_to(session, session.say("past"))
            fleet.remove(session.identity.key)
        (elsewhere,) = free_ports(1)
        async with wall(tmp_path / "viewer") as fleet:
            unknown = fleet.add(f"tcp://127.0.0.1:{elsewhere}")
            assert unknown.files is not None
            unknown.files.send(film, print)
            await until(lambda: unknown.chat.waiting or not is_read)
            async with (
                crash_points(fleet.history.journal, tmp_path / "killed") as killed,
                porch(port=elsewhere),
            ):
                await until(lambda: unknown.is_connected)
                await until(lambda: not is_read or is_here(unknown))
            return killed

    for path in run(scene(), timeout=60):
        with closing(sqlite3.connect(path)) as database:
            under_way = database.execute("SELECT path FROM file").fetchall()
            here = database.execute("SELECT path FROM note WHERE fetched > 0").fetchall()
            assert under_way + here == [(str(film),)]
