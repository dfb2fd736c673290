"""Opening: whose file it is, of which version, and what becomes of a damaged one."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from camwire.errors import UsageError
from camwire.journal import Journal, JournalBusy, Work
from tests.support.journal_rows import SCHEMA, Run, add, numbers, rows
from tests.support.journal_writer import SCHEMA as WRITER_SCHEMA
from tests.support.journal_writer import writing
from tests.support.waiting import until

COUNT = 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is: in a folder that is not there yet."""
    return tmp_path / "a" / "b" / "journal.sqlite"


@pytest.fixture
def filled(run: Run, path: Path) -> Path:
    """A journal of some pages that was closed."""

    async def fill() -> None:
        with rows(path) as journal:
            journal.write(
                lambda connection: connection.executemany(
                    "INSERT INTO row VALUES (?, ?)", ((number, "text " * 40) for number in range(COUNT))
                )
            )
            await journal.flush()

    run(fill())
    return path


def test_that_file_and_folder_are_made_and_for_nobody_else(run: Run, path: Path) -> None:
    async def work() -> None:
        with rows(path) as journal:
            add(journal, 1)
            await journal.flush()
            assert {each.name: oct(each.stat().st_mode & 0o777) for each in path.parent.iterdir()} == {
                f"journal.sqlite{suffix}": "0o600" for suffix in ("", "-wal", "-shm", ".lock")
            }

    run(work())


def _finding(pragma: str, found: list[object]) -> Work:
    return lambda connection: found.append(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def test_that_a_commit_waits_for_the_disk(run: Run, path: Path) -> None:
    async def work() -> None:
        found: list[object] = []
        with rows(path) as journal:
            for pragma in ("journal_mode", "synchronous", "foreign_keys"):
                journal.write(_finding(pragma, found))
            await journal.flush()
        assert found == ["wal", 2, 1]

    run(work())


def test_that_each_script_is_run_once(run: Run, path: Path) -> None:
    scripts = ["CREATE TABLE one (x); INSERT INTO one VALUES (1) -- a last word", "INSERT INTO one VALUES (2);"]

    async def opened(count: int) -> list[tuple[object, ...]]:
        journal = Journal(path, scripts[:count])
        found = journal.read("SELECT x FROM one")
        journal.close()
        return found

    assert run(opened(1)) == [(1,)]
    assert run(opened(1)) == [(1,)]
    assert run(opened(2)) == [(1,), (2,)]
    assert run(opened(2)) == [(1,), (2,)]


def test_that_a_script_with_a_mistake_changes_nothing(run: Run, path: Path) -> None:
    async def opened(*scripts: str) -> None:
        Journal(path, scripts).close()

    with pytest.raises(sqlite3.OperationalError, match="syntax"):
        run(opened("CREATE TABLE one (x); CREATE NONSENSE"))
    run(opened("CREATE TABLE one (x)"))


def test_that_a_newer_file_is_refused_and_left_alone(run: Run, filled: Path) -> None:
    before = filled.read_bytes()

    async def work() -> None:
        with pytest.raises(UsageError, match="Update this one and start again"):
            Journal(filled, [])
        with rows(filled) as journal:
            assert len(numbers(journal)) == COUNT

    run(work())
    assert filled.read_bytes() == before


def test_that_a_file_has_one_journal_by_whatever_name(run: Run, path: Path) -> None:
    async def work() -> None:
        with rows(path):
            alias = path.parent / "alias"
            alias.symlink_to(path)
            for each in (path, alias, path.parent / ".." / "b" / path.name):
                with pytest.raises(JournalBusy, match="start again"):
                    Journal(each, SCHEMA)
        with rows(alias):
            pass

    run(work())


def test_that_what_is_beside_does_not_matter(run: Run, path: Path) -> None:
    path.parent.mkdir(parents=True)
    Path(f"{path}.lock").write_bytes(b"no lock at all" * 100)

    async def work() -> None:
        with rows(path) as journal:
            assert journal.notice == ""
            with pytest.raises(JournalBusy):
                Journal(path, SCHEMA)

    run(work())


def test_that_a_place_that_cannot_be_used_is_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()

    async def work() -> None:
        for each in (tmp_path / "file" / "journal", tmp_path / "folder"):
            with pytest.raises(UsageError, match="start again"):
                Journal(each, SCHEMA)

    run(work())


async def _opened_and_written(path: Path) -> tuple[str, list[object]]:
    """The notice, and the rows once there is one more; then it can be opened again without a word."""
    with rows(path) as journal:
        add(journal, 1_000)
        await journal.flush()
        notice, kept = journal.notice, numbers(journal)
    with rows(path) as journal:
        assert journal.notice == ""
        assert numbers(journal) == kept
    return notice, kept


def _noise(content: bytes) -> bytes:
    return random.Random(1).randbytes(len(content))


def _noise_in_a_page(content: bytes) -> bytes:
    return content[:8_192] + random.Random(1).randbytes(4_096) + content[12_288:]


def _noise_after_the_header(content: bytes) -> bytes:
    return content[:100] + random.Random(1).randbytes(len(content) - 100)


def _words(content: bytes) -> bytes:
    return b"Dear diary, this is no database.\n" * 50


def _half(content: bytes) -> bytes:
    return content[: len(content) // 2 + 77]


@pytest.mark.parametrize("damage", [_noise, _noise_in_a_page, _noise_after_the_header, _words, _half])
def test_that_a_damaged_file_is_kept_aside(run: Run, filled: Path, damage: Callable[[bytes], bytes]) -> None:
    damaged = damage(filled.read_bytes())

    for aside in (filled.with_name("journal.sqlite.broken"), filled.with_name("journal.sqlite.broken-2")):
        filled.write_bytes(damaged)
        notice, kept = run(_opened_and_written(filled))
        assert notice.startswith("journal.sqlite is damaged: ")
        assert notice.endswith(f" It was kept as {aside}; a new one was begun.")
        assert kept == [1_000]
        assert aside.read_bytes() == damaged


def test_that_a_file_cut_anywhere_can_be_opened(run: Run, filled: Path) -> None:
    content = filled.read_bytes()
    chance = random.Random(3)
    lengths = [0, 1, 15, 16, 99, 100, 511, 512, 513, 4_096, len(content) - 1, *chance.sample(range(len(content)), 20)]

    for length in lengths:
        filled.write_bytes(content[:length])
        notice, kept = run(_opened_and_written(filled))
        assert kept[-1] == 1_000
        # SQLite takes a few bytes for an empty file, and reads what the last page lacks as zeros.
        assert notice or length < 512 or length > len(content) - 4_096, length


def test_that_noise_anywhere_is_never_an_exception(run: Run, filled: Path) -> None:
    content = filled.read_bytes()
    chance = random.Random(4)

    for _ in range(50):
        damaged = bytearray(content)
        # The first 100 bytes hold the version, which a newer program may have set.
        start = chance.randrange(100, len(content) - 512)
        size = chance.choice([1, 8, 512])
        damaged[start : start + size] = chance.randbytes(size)
        filled.write_bytes(damaged)
        _, kept = run(_opened_and_written(filled))
        assert kept[-1] == 1_000


@pytest.mark.parametrize("suffix", ["-wal", "-shm"])
@pytest.mark.parametrize("damage", [_noise, _words, _half, lambda content: b""])
def test_that_a_damaged_log_is_healed_or_kept_aside(
    run: Run, path: Path, suffix: str, damage: Callable[[bytes], bytes]
) -> None:
    with writing(path) as process:
        assert process.stdout is not None
        for _ in range(200):
            process.stdout.readline()
    beside = Path(f"{path}{suffix}")
    beside.write_bytes(damage(beside.read_bytes()))

    async def work() -> None:
        journal = Journal(path, WRITER_SCHEMA)
        kept = numbers(journal)
        assert kept == list(range(1, len(kept) + 1))
        assert suffix == "-wal" or len(kept) >= 199
        journal.write(lambda connection: connection.execute("INSERT INTO row VALUES (0, '')"))
        await journal.flush()
        journal.close()

    run(work())


def test_that_the_file_becomes_small_again_when_most_of_it_is_forgotten(run: Run, path: Path) -> None:
    def fill(connection: sqlite3.Connection) -> None:
        connection.executemany("INSERT INTO row VALUES (?, ?)", ((number, "x" * 4000) for number in range(5000)))

    wal = path.with_name(f"{path.name}-wal")

    async def work() -> None:
        with rows(path) as journal:
            journal.write(fill)
            await journal.flush()
            journal.write(lambda connection: connection.execute("DELETE FROM row"))
            await until(lambda: path.stat().st_size < 3_000_000)
            journal.write(lambda connection: connection.execute("INSERT INTO row VALUES (1, 'a')"))
            await journal.flush()
            assert wal.stat().st_size <= 4 << 20

    run(work())


def test_that_a_file_of_another_program_is_refused_and_left_alone(run: Run, path: Path) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE one (of_its_own)")
    before = path.read_bytes()

    async def work() -> None:
        with pytest.raises(UsageError, match="Move it to another place"):
            Journal(path, ["CREATE TABLE one (x)"])

    run(work())
    # How it is written is set before that is known.
    assert path.read_bytes()[100:] == before[100:]


def test_that_a_damaged_letter_is_read_as_one(run: Run, path: Path) -> None:
    async def work() -> None:
        journal = Journal(path, "CREATE TABLE one (text TEXT)")
        journal.write(lambda database: database.execute("INSERT INTO one VALUES (CAST(x'61ff62' AS TEXT))"))
        await journal.flush()
        assert journal.read("SELECT text FROM one") == [("a\ufffdb",)]
        journal.close()

    run(work())
