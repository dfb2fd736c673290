"""Files as a person sees them: at once, also after a restart, and not more than was asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from camwire.errors import UsageError
from camwire.files.disk import SLICE_BYTES
from sender import Camera
from tests.support.talking import greeted, porch, wall
from tests.support.waiting import until
from viewer.core.sessions.session import Session
from viewer.core.talk import talk_files
from viewer.core.talk.chat import ChatLine

Run: TypeAlias = Callable[..., Any]
HUGE = 3000 * SLICE_BYTES


def sparse(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size)
    return path


def files(session: Session) -> list[ChatLine]:
    return [line for line in session.chat.lines if line.file is not None]


def with_files(folder: Path, sizes: list[int]) -> Camera:
    """A camera that answers `/fetch n` with a file of `sizes[n]` bytes."""
    camera = porch(state=str(folder / "camera"))

    @camera.command(number=(0, 99))
    def fetch(number: int) -> Path:
        """Get a file."""
        return sparse(folder / f"{number}.bin", sizes[number])

    return camera


def test_that_a_file_is_shown_while_it_is_read_and_becomes_one_line(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with porch() as camera, wall(tmp_path) as fleet:
            session = await greeted(fleet, camera)
            assert session.files is not None
            session.files.send(sparse(tmp_path / "film.bin", 40 * SLICE_BYTES), print)
            await until(lambda: files(session), every=0)
            (line,) = files(session)
            assert (line.is_preparing, line.text, line.delivery) == (True, "film.bin", None)
            await until(lambda: line.is_over)
            assert files(session) == [line]
            assert (line.is_preparing, line.fetched, line.why) == (False, 40 * SLICE_BYTES, "")

    run(scene())


def test_that_a_line_is_not_lost_with_its_file_when_the_disk_does_not_answer(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise UsageError("The disk is broken.")

    async def scene() -> None:
        async with with_files(tmp_path, [SLICE_BYTES]) as camera, wall(tmp_path) as fleet:
            session = await greeted(fleet, camera)
            monkeypatch.setattr(fleet.history.chats, "unread_bytes", broken)
            await until(lambda: session.commands)
            session.give("/fetch 0")
            await until(lambda: files(session))
            (line,) = files(session)
            assert (line.is_over, line.path) == (True, "")
            await fleet.history.journal.flush()
            assert [each.text for each in fleet.history.page(session.talk.record) if each.file] == ["0.bin"]

    run(scene())


def test_that_what_was_being_read_when_the_program_ended_is_sent_by_the_next(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with porch() as camera:
            async with wall(tmp_path) as fleet:
                session = await greeted(fleet, camera)
                assert session.files is not None
                session.files.send(sparse(tmp_path / "film.bin", HUGE), print)
                await until(lambda: files(session))
            sparse(tmp_path / "film.bin", 3 * SLICE_BYTES)
            async with wall(tmp_path) as fleet:
                session = await greeted(fleet, camera)
                await until(lambda: files(session) and files(session)[-1].is_over)
                (line,) = files(session)
                assert (line.why, line.fetched) == ("", 3 * SLICE_BYTES)
            async with wall(tmp_path) as fleet:
                session = await greeted(fleet, camera)
                assert [each.text for each in files(session)] == ["film.bin"]
                assert not fleet.history.journal.read("SELECT * FROM file")

    run(scene(), timeout=30)


def test_that_a_file_that_is_stopped_while_it_is_read_is_not_sent_later(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with porch() as camera, wall(tmp_path) as fleet:
            session = await greeted(fleet, camera)
            assert session.files is not None
            session.files.send(sparse(tmp_path / "film.bin", HUGE), print)
            await until(lambda: files(session))
            (line,) = files(session)
            assert session.files.stop(line)
            assert (line.is_over, line.is_preparing, line.why) == (True, False, talk_files.STOPPED)
            await fleet.history.journal.flush()
            assert not fleet.history.journal.read("SELECT * FROM file")

    run(scene())


def test_that_what_is_gone_after_a_restart_is_shown_as_failed(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with porch() as camera:
            async with wall(tmp_path) as fleet:
                session = await greeted(fleet, camera)
                assert session.files is not None
                session.files.send(sparse(tmp_path / "film.bin", HUGE), print)
                await until(lambda: files(session))
            (tmp_path / "film.bin").unlink()
            async with wall(tmp_path) as fleet:
                session = await greeted(fleet, camera)
                await until(lambda: files(session) and files(session)[0].is_over)
                assert "no file “film.bin”" in files(session)[0].why

    run(scene(), timeout=30)


def test_that_a_large_file_comes_when_it_is_asked_for_also_after_a_restart(run: Run, tmp_path: Path) -> None:
    size = int(talk_files.MOST_UNASKED_BYTES) + 1
    came: list[Path] = []

    async def scene() -> None:
        async with with_files(tmp_path, [size, 5]) as camera:
            async with wall(tmp_path) as fleet:
                session = await greeted(fleet, camera)
                await until(lambda: session.commands)
                session.give("/fetch 0")
                session.give("/fetch 1")
                await until(lambda: len(files(session)) == 2 and all(each.is_over for each in files(session)))
                large, small = sorted(files(session), key=lambda each: each.text)
                assert (large.path, large.fetched, small.fetched) == ("", 0, 5)
            async with wall(tmp_path) as fleet:
                session = await greeted(fleet, camera)
                (large,) = [each for each in files(session) if not each.path]
                assert (large.is_over, large.why) == (True, "")
                assert session.files is not None
                session.files.fetch(large)
                assert not large.is_over
                await until(lambda: large.is_over, timeout=20)
                assert large.why == ""
                came.append(Path(large.path))

    run(scene(), timeout=60)
    assert came[0].stat().st_size == size


def test_that_no_more_comes_unasked_than_a_limit_until_somebody_reads(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with with_files(tmp_path, [1000, 1001, 1002]) as camera, wall(tmp_path) as fleet:
            session = await greeted(fleet, camera)
            await until(lambda: session.commands)
            assert session.files is not None
            session.files.most_unread = 2000

            async def came(number: int) -> bool:
                session.give(f"/fetch {number}")
                await until(lambda: len(files(session)) == number + 1 and files(session)[-1].is_over)
                return bool(files(session)[-1].path)

            assert await came(0)
            assert not await came(1)
            session.talk.mark_read()
            assert await came(2)

    run(scene(), timeout=30)
