"""Real files, the real thread, and both kinds of loop."""

import asyncio
import contextlib
import logging
import random
import sqlite3
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from camwire.errors import UsageError
from camwire.journal import GROUP_WORKS, Journal, Work
from tests.support.journal_rows import SCHEMA, Run, add, held, inserting, numbers, rows
from tests.support.journal_writer import BUSY, READY, writing
from tests.support.waiting import until

KILLS = 25


@pytest.fixture(params=["run", "qrun"])
def run_both(request: pytest.FixtureRequest) -> Run:
    """On asyncio's loop, and on Qt's."""
    run: Run = request.getfixturevalue(request.param)
    return run


@pytest.fixture(params=["file", "memory"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | None:
    """Where the journal is."""
    return tmp_path / "journal.sqlite" if request.param == "file" else None


def test_that_writes_are_done_and_told_in_order(run_both: Run, place: Path | None) -> None:
    async def work() -> None:
        told: list[int] = []
        with rows(place) as journal:
            for number in range(1, 1_201):
                add(journal, number, lambda number=number: told.append(number))  # type: ignore[misc]
            await journal.flush()
            assert told == numbers(journal) == list(range(1, 1_201))

    run_both(work())


def test_that_what_is_written_together_is_done_together_or_not_at_all(run: Run, place: Path | None) -> None:
    async def work() -> None:
        told: list[int] = []
        with rows(place) as journal:
            with journal.together():
                add(journal, 1, lambda: told.append(1))
                add(journal, 1)
            with journal.together():
                add(journal, 5, lambda: told.append(5))
                add(journal, 6, lambda: told.append(6))
            await journal.flush()
            assert told == numbers(journal) == [5, 6]

    run(work())


def test_that_what_is_written_together_within_something_is_done_with_that_or_not_at_all(
    run: Run, place: Path | None
) -> None:
    async def work() -> None:
        with rows(place) as journal:
            for first in (1, 5):
                with journal.together():
                    add(journal, first)
                    with journal.together():
                        add(journal, first + 1)
                    add(journal, 2)
            await journal.flush()
            assert numbers(journal) == [2, 5, 6]

    run(work())


def test_that_what_is_written_together_is_not_done_when_it_is_not_finished(run: Run, place: Path | None) -> None:
    async def work() -> None:
        told: list[int] = []
        with rows(place) as journal:
            with contextlib.suppress(KeyError), journal.together():
                add(journal, 1, lambda: told.append(1))
                raise KeyError
            with journal.together():
                add(journal, 5, lambda: told.append(5))
                with contextlib.suppress(KeyError), journal.together():
                    add(journal, 6, lambda: told.append(6))
                    raise KeyError
                add(journal, 7, lambda: told.append(7))
            await journal.flush()
            assert told == numbers(journal) == [5, 7]

    run(work())


def test_that_what_queues_up_is_one_transaction(run: Run, tmp_path: Path) -> None:
    async def work() -> None:
        said: list[str] = []
        with rows(tmp_path / "journal.sqlite") as journal:
            with held(journal):
                journal.write(lambda connection: connection.set_trace_callback(said.append))
                for number in range(100):
                    add(journal, number)
            await journal.flush()
            journal.write(lambda connection: connection.set_trace_callback(None))
            await journal.flush()
        first = said[: said.index("COMMIT")]
        assert sum(each.startswith("INSERT") for each in first) == 100
        assert "BEGIN IMMEDIATE" not in first

    run(work())


def test_that_a_transaction_ends_after_a_moment(run: Run, tmp_path: Path) -> None:
    async def work() -> None:
        seen: list[int] = []
        with rows(tmp_path / "journal.sqlite") as journal:
            with held(journal):
                for number in range(1, GROUP_WORKS):
                    journal.write(lambda connection: time.sleep(0.002))
                    add(journal, number, lambda: seen.append(len(numbers(journal))))
            await journal.flush()
        assert 1 < min(seen) < 100

    run(work())


def test_that_then_is_called_after_the_commit_on_the_loops_thread(run_both: Run, place: Path | None) -> None:
    async def work() -> None:
        seen: list[tuple[threading.Thread, list[object]]] = []
        with rows(place) as journal:
            add(journal, 1, lambda: seen.append((threading.current_thread(), numbers(journal))))
            await until(lambda: seen)
        assert seen == [(threading.current_thread(), [1])]

    run_both(work())


def test_that_many_are_told_in_one_wake_up(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def work() -> None:
        woken: list[object] = []
        loop = asyncio.get_running_loop()
        wake = loop.call_soon_threadsafe
        told: list[int] = []

        def counted(*words: Any) -> object:
            woken.append(words)
            return wake(*words)

        with rows(tmp_path / "journal.sqlite") as journal:
            with held(journal):
                for number in range(200):
                    add(journal, number, lambda: told.append(1))
                monkeypatch.setattr(loop, "call_soon_threadsafe", counted)
            await until(lambda: len(told) == 200)
        assert len(woken) == 1

    run(work())


def test_that_one_then_that_fails_keeps_none_from_the_others(tmp_path: Path) -> None:
    problems: list[str] = []
    told: list[int] = []

    async def work() -> None:
        asyncio.get_running_loop().set_exception_handler(
            lambda _loop, problem: problems.append(str(problem["exception"]))
        )
        with rows(tmp_path / "journal.sqlite") as journal:
            with held(journal):
                add(journal, 1, lambda: told.append(1))
                add(journal, 2, lambda: int("two"))
                add(journal, 3, lambda: told.append(3))
            await journal.flush()

    asyncio.run(work())
    assert told == [1, 3]
    assert problems == ["invalid literal for int() with base 10: 'two'"]


def test_that_a_read_sees_no_half_transaction(run: Run, place: Path | None) -> None:
    async def work() -> None:
        is_half, is_read = threading.Event(), threading.Event()

        def there_and_gone(connection: sqlite3.Connection) -> None:
            inserting(1)(connection)
            is_half.set()
            is_read.wait(0.1)
            connection.execute("DELETE FROM row")

        with rows(place) as journal:
            journal.write(there_and_gone)
            assert is_half.wait(10)
            assert numbers(journal) == []
            is_read.set()

    run(work())


def test_that_a_read_of_a_file_waits_for_no_write(run: Run, tmp_path: Path) -> None:
    async def work() -> None:
        with rows(tmp_path / "journal.sqlite") as journal:
            add(journal, 1)
            await journal.flush()
            with held(journal):
                add(journal, 2)
                assert numbers(journal) == [1]
            await journal.flush()
            assert numbers(journal) == [1, 2]

    run(work())


def test_that_nothing_can_be_written_by_a_read(run: Run, tmp_path: Path) -> None:
    async def work() -> None:
        with rows(tmp_path / "journal.sqlite") as journal, pytest.raises(UsageError, match="read-only"):
            journal.read("INSERT INTO row VALUES (1, '')")

    run(work())


def _fails(_connection: sqlite3.Connection) -> None:
    raise KeyError("a mistake")


def _commits(connection: sqlite3.Connection) -> None:
    with connection:
        inserting(100)(connection)


def _ends_by_script(connection: sqlite3.Connection) -> None:
    connection.executescript("INSERT INTO row VALUES (100, '')")


def _undoes_everything(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT OR ROLLBACK INTO row VALUES (1, '')")


def _undoes_everything_and_hides_it(connection: sqlite3.Connection) -> None:
    with contextlib.suppress(sqlite3.IntegrityError):
        _undoes_everything(connection)


def _breaks_the_commit(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute("INSERT INTO child VALUES (100)")


@pytest.mark.parametrize(
    "mistake",
    [_fails, _commits, _ends_by_script, _undoes_everything, _undoes_everything_and_hides_it, _breaks_the_commit],
)
def test_that_a_mistaken_work_is_left_out_alone(
    run: Run, place: Path | None, mistake: Work, caplog: pytest.LogCaptureFixture
) -> None:
    async def work() -> None:
        told: list[int] = []
        journal = Journal(
            place,
            [
                "CREATE TABLE row (number INTEGER PRIMARY KEY, text TEXT NOT NULL DEFAULT '')",
                "CREATE TABLE child (number INTEGER REFERENCES row)",
            ],
        )
        with held(journal):
            for number in range(1, 5):
                add(journal, number, lambda number=number: told.append(number))  # type: ignore[misc]
            journal.write(mistake, lambda: told.append(0))
            for number in range(5, 9):
                add(journal, number, lambda number=number: told.append(number))  # type: ignore[misc]
        await journal.flush()
        assert told == numbers(journal) == list(range(1, 9))
        assert journal.read("SELECT count(*) FROM child") == [(0,)]
        journal.close()

    run(work())
    errors = [each for each in caplog.records if each.levelno == logging.ERROR]
    assert len(errors) == 1
    assert errors[0].exc_info is not None


def test_that_closing_writes_what_is_queued_and_tells_nobody(run_both: Run, tmp_path: Path) -> None:
    async def work() -> None:
        told: list[int] = []
        journal = Journal(tmp_path / "journal.sqlite", SCHEMA)
        for number in range(2_000):
            add(journal, number, lambda: told.append(1))
        journal.close(wait=10)
        journal.close()
        add(journal, 5_000)
        at_close = len(told)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert len(told) == at_close
        with rows(tmp_path / "journal.sqlite") as again:
            assert numbers(again) == list(range(2_000))

    run_both(work())
    assert sorted(each.name for each in tmp_path.iterdir()) == ["journal.sqlite", "journal.sqlite.lock"]


@pytest.mark.alone
def test_that_a_work_that_hangs_keeps_nobody_from_closing(run: Run, tmp_path: Path) -> None:
    async def work() -> None:
        journal = Journal(tmp_path / "journal.sqlite", "CREATE TABLE row (number INTEGER PRIMARY KEY)")
        with held(journal):
            began = time.monotonic()
            journal.close(wait=0.2)
            assert 0.2 <= time.monotonic() - began < 1

    run(work())


def test_that_after_closing_nothing_is_read_and_nobody_waits(run_both: Run, place: Path | None) -> None:
    async def work() -> None:
        journal = Journal(place, "CREATE TABLE row (number INTEGER PRIMARY KEY)")
        with held(journal):
            waiting = asyncio.ensure_future(journal.flush())
            await asyncio.sleep(0)
            journal.close(wait=0)
        with pytest.raises(UsageError, match="Flush before"):
            await waiting
        with pytest.raises(UsageError, match="closed"):
            await journal.flush()
        with pytest.raises(UsageError, match="closed"):
            numbers(journal)

    run_both(work())


@pytest.mark.parametrize("kind", ["asyncio", "qt"])
def test_that_it_can_be_closed_after_its_loop(kind: str, tmp_path: Path, qapp: QApplication) -> None:
    loop = asyncio.new_event_loop() if kind == "asyncio" else qasync.QSelectorEventLoop(qapp)
    told: list[int] = []

    async def begin() -> Journal:
        return Journal(tmp_path / "journal.sqlite", "CREATE TABLE row (number INTEGER PRIMARY KEY)")

    journal = loop.run_until_complete(begin())
    with held(journal):
        add(journal, 1, lambda: told.append(1))
        loop.close()
    journal.close()
    assert told == []
    with sqlite3.connect(tmp_path / "journal.sqlite") as connection:
        assert connection.execute("SELECT number FROM row").fetchall() == [(1,)]
    connection.close()


@pytest.mark.slow
def test_that_every_acknowledged_row_survives_kill_9(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    chance = random.Random(20)
    acknowledged = 0

    def killed_at_random(seed: int) -> list[str]:
        with writing(path, seed) as process:
            assert process.stdout is not None
            if chance.random() < 0.3:
                # Perhaps while it opens the file.
                try:
                    process.wait(chance.uniform(0.05, 0.25))
                except subprocess.TimeoutExpired:
                    process.kill()
            for _ in range(chance.randint(1, 300)):
                process.stdout.readline()
            process.kill()
            return process.stdout.read().split()

    async def check(last_words: list[str]) -> int:
        with rows(path) as journal:
            assert journal.notice == ""
            kept = numbers(journal)
            assert kept == list(range(1, len(kept) + 1))
            assert len(kept) >= max((int(each) for each in last_words if each.isdigit()), default=0)
            return len(kept)

    for seed in range(KILLS):
        kept = run(check(killed_at_random(seed)))
        assert kept >= acknowledged
        acknowledged = kept
    assert acknowledged > KILLS


def test_that_one_process_alone_has_the_file_until_it_is_killed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with writing(path) as first, writing(path) as second:
        assert first.stdout is not None
        assert second.stdout is not None
        assert {first.stdout.readline().strip(), second.stdout.readline().strip()} == {READY, BUSY}
    assert not Path(f"{path}.lock-journal").exists()

    async def work() -> None:
        with rows(path) as journal, writing(path) as third:
            assert journal.notice == ""
            assert third.stdout is not None
            assert third.stdout.readline().strip() == BUSY

    run(work())


@pytest.mark.alone
def test_that_many_writes_cost_little_more_than_one(run: Run, tmp_path: Path) -> None:
    async def work() -> tuple[float, float]:
        with rows(tmp_path / "journal.sqlite") as journal:
            began = time.perf_counter()
            for number in range(5_000):
                add(journal, number)
            await journal.flush()
            together = time.perf_counter() - began
            began = time.perf_counter()
            for number in range(5_000, 5_500):
                add(journal, number)
                await journal.flush()
            return together / 5_000, (time.perf_counter() - began) / 500

    together, alone = run(work(), timeout=60)
    assert together < alone / 3
