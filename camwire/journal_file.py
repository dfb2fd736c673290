"""The file of a journal: locked against other programs, checked, brought up to date, kept aside when it is damaged."""

import contextlib
import os
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from camwire.errors import UsageError
from camwire.file_lock import Held, lock
from camwire.free_name import first_free
from camwire.translation import phrase, tr

BUSY_SECONDS = 0.25
# Read whole at every start (some 50 ms); a larger file only when the last end of it was no clean one.
CHECKED_BYTES = 64 << 20

DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
# What is the disk's fault and not that of a work: why, and what to do.
TROUBLE = {
    sqlite3.SQLITE_FULL: (phrase("the disk is full"), phrase("Make room on it")),
    sqlite3.SQLITE_IOERR: (phrase("the disk reports an error"), phrase("Look after the disk")),
    sqlite3.SQLITE_READONLY: (phrase("it is read-only"), phrase("Make it writable")),
    sqlite3.SQLITE_PERM: (phrase("it is not allowed"), phrase("Make it writable")),
    sqlite3.SQLITE_CANTOPEN: (phrase("it cannot be opened"), phrase("Make it and its folder readable and writable")),
    sqlite3.SQLITE_BUSY: (phrase("another program holds it"), phrase("Close that program")),
    sqlite3.SQLITE_PROTOCOL: (phrase("another program holds it"), phrase("Close that program")),
    **dict.fromkeys(
        DAMAGE, (phrase("it is damaged"), phrase("Start this program again, which keeps it aside and begins a new one"))
    ),
}
# FULL and fullfsync: a commit has reached the disk itself, on macOS too. In memory they change nothing.
PRAGMAS = (
    "foreign_keys = ON",
    "journal_mode = WAL",
    f"journal_size_limit = {4 << 20}",
    "synchronous = FULL",
    "fullfsync = ON",
)


class JournalBusy(UsageError):
    """Another journal has this file open, mostly that of a program which runs twice."""


def opened_file(
    path: Path | None, scripts: Sequence[str], ends: ExitStack
) -> tuple[sqlite3.Connection, sqlite3.Connection, str]:
    """Return the connections that write and read (in memory, one for both), and a notice for the person, or "".

    `ends` closes the first of them, and what keeps others out. Raises JournalBusy and UsageError.
    """
    if path is None:
        memory = _connect(":memory:")
        ends.callback(memory.close)
        _prepare(memory, scripts, "")
        return memory, memory, ""
    notice = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        ends.callback(_lock(path).close)
        try:
            writer = _open(path, scripts)
        except sqlite3.DatabaseError as error:
            if code_of(error) not in DAMAGE:
                raise
            aside = _keep_aside(path)
            notice = tr(
                "{name} is damaged: {error}. It was kept as {aside}; a new one was begun.",
                name=path.name,
                error=error,
                aside=aside,
            )
            writer = _open(path, scripts)
    except OSError as error:
        raise UsageError(
            tr(
                "{path} cannot be used: {why}. Make it and its folder readable and writable, and start again.",
                path=path,
                why=error.strerror,
            )
        ) from error
    except sqlite3.Error as error:
        if not is_trouble(error):
            raise
        why, cure = _trouble(error)
        cannot = tr("{path} cannot be opened: {why}. {cure}.", path=path, why=why, cure=cure)
        raise UsageError(f"{cannot} {tr('Then start again.')}") from error
    ends.callback(writer.close)
    return writer, _connect(f"{path.as_uri()}?mode=ro"), notice


def _lock(path: Path) -> sqlite3.Connection:
    """Return what keeps every other journal from `path` while it is open; the system ends it with the process.

    The file beside stays empty.
    """
    try:
        return lock(Path(f"{path}.lock"), BUSY_SECONDS)
    except Held as error:
        raise JournalBusy(
            tr("{path} is in use: this program runs already. End that one and start again.", path=path)
        ) from error


def _open(path: Path, scripts: Sequence[str]) -> sqlite3.Connection:
    _make_private(path)
    beside = Path(f"{path}-wal")
    is_to_be_checked = beside.exists() or path.stat().st_size <= CHECKED_BYTES
    # So a journal leaves it that has met damage which the quick check does not find.
    is_suspect = beside.exists() and not beside.stat().st_size
    connection = _connect(str(path))
    try:
        if is_to_be_checked:
            _check(connection, "integrity_check" if is_suspect else "quick_check")
        _prepare(connection, scripts, str(path))
        _require_columns(connection, tuple(scripts))
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(address: str) -> sqlite3.Connection:
    is_uri = address.startswith("file:")
    # Works and readers share no connection, or take turns: sqlite3 need not check the thread.
    connection = sqlite3.connect(address, BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=is_uri)
    # A damaged letter keeps nobody from the rest, nor from being told what is damaged.
    connection.text_factory = lambda text: str(text, "utf-8", "replace")
    return connection


def _check(connection: sqlite3.Connection, how: str) -> None:
    try:
        (found,) = connection.execute(f"PRAGMA {how}(1)").fetchone()
    except UnicodeDecodeError as error:
        # What SQLite complains of has a name in it that is no text any more.
        raise _corrupt(str(error)) from error
    except MemoryError as error:
        # It reads some broken schemas as wanting more than there can be.
        raise _corrupt("it asks for more memory than there is") from error
    except sqlite3.OperationalError as error:
        # Neither the disk nor our words are to blame: the file's format is one that there is not.
        if code_of(error) != sqlite3.SQLITE_ERROR:
            raise
        raise _corrupt(str(error)) from error
    if found != "ok":
        raise _corrupt(found)


def _require_columns(connection: sqlite3.Connection, scripts: tuple[str, ...]) -> None:
    """A name that an accident has changed is as good as any other to SQLite's own checks."""
    try:
        missing = _columns_of(scripts) - set(connection.execute(COLUMNS))
    except sqlite3.OperationalError as error:
        if code_of(error) != sqlite3.SQLITE_ERROR:
            raise
        raise _corrupt(str(error)) from error
    if missing:
        table, column = min(missing)
        raise _corrupt(f"no column {column} in {table}")


@cache
def _columns_of(scripts: tuple[str, ...]) -> set[tuple[str, str]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as model:
        for script in scripts:
            model.executescript(script)
        return set(model.execute(COLUMNS))


def _corrupt(why: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(why)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


NOT_OURS = ("already exists", "text encoding")
"""What SQLite complains of where a file has tables, or an encoding, that this program never made."""


COLUMNS = """
SELECT tables.name, columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
WHERE tables.type = 'table'
"""


def _prepare(connection: sqlite3.Connection, scripts: Sequence[str], name: str) -> None:
    if not connection.execute("PRAGMA page_count").fetchone()[0]:
        # Later it is too late.
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if not 0 <= version <= len(scripts):
        raise UsageError(
            tr("{name} was written by a newer version of this program. Update this one and start again.", name=name)
        )
    for number, script in enumerate(scripts[version:], version + 1):
        try:
            connection.executescript(f"BEGIN IMMEDIATE;\n{script}\n;PRAGMA user_version = {number};COMMIT;")
        except sqlite3.OperationalError as error:
            if not any(sign in str(error) for sign in NOT_OURS):
                raise
            # Another program's file; or one whose version is damaged, and with it who knows what.
            raise UsageError(
                tr("{name} is not as this program has left it. Move it to another place and start again.", name=name)
            ) from error


def _make_private(path: Path) -> None:
    # One that exists is not even opened: closing it would free the locks that this process has on it.
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _keep_aside(path: Path) -> Path:
    name = first_free(f"{path.name}.broken", lambda name: path.with_name(name).exists(), "{name}-{number}")
    aside = path.with_name(name)
    for suffix in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(FileNotFoundError):
            os.replace(f"{path}{suffix}", f"{aside}{suffix}")
    return aside


def code_of(error: Exception) -> int:
    """SQLite's number for what went wrong, without the details in its upper bits."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_trouble(error: Exception) -> bool:
    return code_of(error) in TROUBLE


def not_written(path: Path | None, error: Exception) -> str:
    why, cure = _trouble(error)
    return tr("{path} cannot be written: {why}. {cure}.", path=path or tr("The journal"), why=why, cure=cure)


def not_read(path: Path | None, error: Exception) -> str:
    why, cure = _trouble(error)
    return tr("{path} cannot be read: {why}. {cure}.", path=path or tr("The journal"), why=why, cure=cure)


def _trouble(error: Exception) -> tuple[str, str]:
    why, cure = TROUBLE[code_of(error)]
    return tr(why), tr(cure)
