"""A disk that is full, fails, or belongs to somebody else for a while."""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from camwire import journal as journals
from camwire import journal_file
from camwire.errors import UsageError
from camwire.journal import Journal
from tests.support.journal_rows import Run, add, held, numbers, rows
from tests.support.waiting import until


class Disk:
    """Room for so many pages, as far as a journal's works ask."""

    def __init__(self, pages: int) -> None:
        self.pages = pages

    def add(self, journal: Journal, number: int, told: list[int]) -> None:
        """Write a row of some pages."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(f"PRAGMA max_page_count = {self.pages}").fetchall()
            connection.execute("INSERT INTO row VALUES (?, ?)", (number, "x" * 20_000))

        journal.write(work, lambda: told.append(number))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tried again after a moment."""
    monkeypatch.setattr(journals, "RETRY_SECONDS", 0.05)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is."""
    return tmp_path / "journal.sqlite"


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("in_memory", [False, True])
def test_that_what_a_full_disk_refuses_waits_in_order(run: Run, path: Path, in_memory: bool) -> None:
    async def work() -> None:
        sentences: list[str] = []
        told: list[int] = []
        disk = Disk(pages=30)
        with rows(None if in_memory else path, sentences.append) as journal:
            with held(journal):
                for number in range(20):
                    disk.add(journal, number, told)
            await until(lambda: sentences)
            assert "cannot be written: the disk is full. Make room on it." in sentences[0]
            for number in range(20, 40):
                disk.add(journal, number, told)
            assert numbers(journal) == told == []
            disk.pages = 1_000_000
            await journal.flush()
            assert numbers(journal) == told == list(range(40))
            assert sentences[1:] == [""]

    run(work())


@pytest.fixture
def small_files() -> Iterator[Callable[[], None]]:
    """No file of this process may grow beyond 64 KiB, until this is called."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, hard))
    yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("impatient")
def test_that_what_the_system_refuses_to_write_waits(run: Run, path: Path, small_files: Callable[[], None]) -> None:
    async def work() -> None:
        sentences: list[str] = []
        told: list[int] = []
        disk = Disk(pages=1_000_000)
        with rows(path, sentences.append) as journal:
            for number in range(10):
                disk.add(journal, number, told)
            await until(lambda: sentences)
            assert "the disk reports an error" in sentences[0]
            small_files()
            await journal.flush()
            assert numbers(journal) == told == list(range(10))
            assert sentences[1:] == [""]

    run(work())


@pytest.mark.usefixtures("impatient")
def test_that_a_strangers_lock_is_waited_for(run: Run, path: Path) -> None:
    async def work() -> None:
        sentences: list[str] = []
        with rows(path, sentences.append) as journal:
            stranger = sqlite3.connect(path, isolation_level=None)
            stranger.execute("BEGIN IMMEDIATE")
            add(journal, 1)
            await until(lambda: sentences)
            assert "another program holds it. Close that program." in sentences[0]
            stranger.close()
            await journal.flush()
            assert numbers(journal) == [1]
            assert sentences[1:] == [""]

    run(work())


@pytest.mark.alone
def test_that_a_disk_that_stays_full_keeps_nobody_from_closing(
    run: Run, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def work() -> None:
        sentences: list[str] = []
        told: list[int] = []
        disk = Disk(pages=30)
        with rows(path, sentences.append) as journal:
            for number in range(20):
                disk.add(journal, number, told)
            await until(lambda: sentences)
            waiting = asyncio.ensure_future(journal.flush())
            await asyncio.sleep(0)
            began = time.monotonic()
            journal.close(wait=0.5)
            assert time.monotonic() - began < 0.4
            with pytest.raises(UsageError, match="closed"):
                await waiting

    with caplog.at_level(logging.WARNING):
        run(work())
    assert "closed before everything was written" in caplog.text


def test_that_room_made_at_the_last_moment_is_used(run: Run, path: Path) -> None:
    async def work() -> None:
        sentences: list[str] = []
        disk = Disk(pages=1)
        with rows(path, sentences.append) as journal:
            disk.add(journal, 1, [])
            await until(lambda: sentences)
            disk.pages = 1_000_000
        with rows(path) as journal:
            assert numbers(journal) == [1]

    run(work())


@pytest.mark.usefixtures("impatient")
def test_that_damage_met_on_the_way_is_kept_aside_at_the_next_start(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_file, "CHECKED_BYTES", 0)

    async def fill() -> None:
        with rows(path) as journal:
            for number in range(50):
                Disk(pages=1_000_000).add(journal, number, [])

    async def work() -> None:
        sentences: list[str] = []
        with rows(path, sentences.append) as journal:
            assert journal.notice == ""
            with pytest.raises(UsageError, match="Start this program again"):
                numbers(journal)
            add(journal, 100)
            await until(lambda: sentences)
            assert "it is damaged. Start this program again" in sentences[0]
        with rows(path) as journal:
            assert "is damaged" in journal.notice
            assert numbers(journal) == []

    run(fill())
    content = path.read_bytes()
    path.write_bytes(content[:4_096] + b"\xff" * (len(content) - 4_096))
    run(work())


def test_that_a_file_in_which_a_name_has_changed_is_kept_aside(run: Run, path: Path) -> None:
    async def fill() -> None:
        with rows(path) as journal:
            add(journal, 1)

    async def work() -> None:
        with rows(path) as journal:
            assert f"{path.name} is damaged: no column number in row" in journal.notice
            assert numbers(journal) == []

    run(fill())
    content = path.read_bytes()
    path.write_bytes(content.replace(b"number INTEGER", b"nummer INTEGER"))
    run(work())
