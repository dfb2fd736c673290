"""One SQLite file, written by one thread of its own, so that no loop ever waits for a disk.

What a program must not lose goes through a `Journal`, which knows nothing of what that is: works are functions of a
connection, and what has queued up while the disk was busy is committed together (group commit). The thread touches the
queue, its connection and the loop's `call_soon_threadsafe`; everything else is the loop's.
"""

import asyncio
import contextlib
import logging
import math
import os
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any, TypeAlias

from camwire.errors import UsageError
from camwire.journal_file import DAMAGE, JournalBusy, code_of, is_trouble, not_read, not_written, opened_file
from camwire.translation import tr

log = logging.getLogger(__name__)

Work: TypeAlias = Callable[[sqlite3.Connection], object]
"""Runs in the journal's thread, perhaps more than once; touches only the connection and what it closed over."""

Then: TypeAlias = Callable[[], object]

# One transaction takes what waits, but neither so much nor so long that the first of it waits much longer for its sake.
GROUP_WORKS = 500
GROUP_SECONDS = 0.05
RETRY_SECONDS = 1.0
# What is free in the file and will soon be used again is not worth the work.
SHRINK_PAGES = 256
CLOSE_SECONDS = 0.5


class Journal:
    """The file at `path`, or a place in memory that behaves alike. Belongs to the running loop; end it with `close`.

    `schema` holds SQL scripts; each is run once in a file's life, in order, so that later ones may only be appended.
    A damaged file is kept aside and a new one begun; `notice` is then a sentence for the person, else empty. Raises
    JournalBusy, and UsageError if the file is of a newer program or can be neither used nor kept aside.

    While the disk refuses, everything waits in memory, in order, and is tried again every second:
    `on_trouble(sentence)` is called when that begins and `on_trouble("")` when it is over.
    """

    def __init__(
        self,
        path: Path | None,
        schema: str | Sequence[str],
        on_trouble: Callable[[str], object] = lambda sentence: None,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._path = None if path is None else Path(os.path.realpath(path))
        self._on_trouble = on_trouble
        self._queue: queue.SimpleQueue[tuple[Work, Then | None] | None] = queue.SimpleQueue()
        self._flushes: set[asyncio.Future[None]] = set()
        self._is_closing = threading.Event()
        self._joined: list[tuple[Work, Then | None]] | None = None
        self._ends_at = float("inf")
        self._is_in_trouble = self._is_damaged = self._is_in_work = False
        scripts = [schema] if isinstance(schema, str) else schema
        with ExitStack() as opened:
            self._writer, self._reader, self.notice = opened_file(self._path, scripts, opened)
            self._writer.set_authorizer(self._authorise)
            self._ends = opened.pop_all()
        # In memory there is one connection only, on which a reader must not see half a transaction.
        is_shared = self._reader is self._writer
        self._turn: AbstractContextManager[object] = threading.Lock() if is_shared else contextlib.nullcontext()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def write(self, work: Work, then: Then | None = None) -> None:
        """Have `work(connection)` done in its turn; `then` is called on the loop once it survives a power cut.

        A work that raises is undone, logged and left out, without its `then`. It may not end the transaction, nor catch
        errors of the disk. After `close` nothing is written.
        """
        if self._joined is not None:
            self._joined.append((work, then))
        elif not self._is_closing.is_set():
            self._queue.put((work, then))

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """What is written meanwhile, from the loop's thread, is one work: all of it is done, or nothing.

        Nothing also when it is left with an exception. Within another one it is part of that.
        """
        if self._joined is not None:
            before = len(self._joined)
            try:
                yield
            except BaseException:
                del self._joined[before:]
                raise
            return
        joined = self._joined = []
        try:
            yield
        finally:
            self._joined = None
        works, thens = [work for work, _ in joined], [then for _, then in joined if then is not None]
        self.write(lambda connection: [work(connection) for work in works], lambda: self._tell(thens))

    def read(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of one SELECT over what is committed, at once: only for queries of a few milliseconds.

        What the columns hold, only the statement knows.
        Raises UsageError if the disk fails or the journal is closed.
        """
        if self._is_closing.is_set():
            raise UsageError("The journal is closed. Read before that.")
        try:
            with self._turn:
                return self._reader.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            if not is_trouble(error):
                raise
            self._note_damage(error)
            raise UsageError(not_read(self._path, error)) from error

    async def flush(self) -> None:
        """Return when everything written before is committed. Raises UsageError if the journal is closed first."""
        if self._is_closing.is_set():
            raise UsageError("The journal is closed. Flush before that.")
        flushed = self._loop.create_future()
        self._flushes.add(flushed)
        self.write(lambda connection: None, lambda: _settle(flushed))
        try:
            await flushed
        finally:
            self._flushes.discard(flushed)

    def close(self, wait: float = CLOSE_SECONDS) -> None:
        """End it; what is queued is still committed as far as that takes less than `wait` seconds. May be repeated.

        Blocks for that long at most. Nothing is called after it.
        """
        if self._is_closing.is_set():
            return
        # Before the thread knows: the last connection to end tidies up the file, and a reader cannot.
        if self._reader is not self._writer:
            self._reader.close()
        self._ends_at = time.monotonic() + wait
        self._is_closing.set()
        self._queue.put(None)
        for each in self._flushes:
            if not (each.done() or self._loop.is_closed()):
                each.set_exception(UsageError("The journal was closed before that was written. Flush before closing."))
        self._thread.join(wait)
        if self._thread.is_alive():
            log.warning("The disk of %s does not answer. Leaving its thread behind.", self._path)

    def _tell(self, thens: Sequence[Then]) -> None:
        for then in thens:
            if self._is_closing.is_set():
                return
            try:
                then()
            except Exception as error:
                # The others have their right to be told, and in order.
                self._loop.call_exception_handler({"message": "what follows a commit failed", "exception": error})

    def _tell_trouble(self, sentence: str) -> None:
        if not self._is_closing.is_set():
            self._on_trouble(sentence)

    def _run(self) -> None:
        """The journal's thread, as is everything below."""
        batch: list[tuple[Work, Then | None]] = []
        # How many of the next go one by one, because one of them spoils the transaction for all.
        alone = 0
        with self._ends:
            while self._take(batch):
                group = batch[:1] if alone else batch
                try:
                    done, thens = self._commit(group)
                except Exception as error:
                    if is_trouble(error):
                        if not self._endure(error):
                            break
                        continue
                    if len(group) > 1:
                        alone = len(group)
                        continue
                    log.error("A write to the journal failed and is left out.", exc_info=error)
                    done, thens = 1, []
                alone = max(0, alone - done)
                del batch[:done]
                self._recover()
                if thens:
                    self._on_loop(self._tell, thens)
        if batch:
            log.warning("The journal was closed before everything was written: %s", self._path)
        if self._is_damaged and self._path is not None:
            # Where this file is left, the next start knows that the end was no clean one, and checks the whole.
            with contextlib.suppress(OSError):
                Path(f"{self._path}-wal").touch(0o600)

    def _take(self, batch: list[tuple[Work, Then | None]]) -> bool:
        """Add to `batch` what is queued; waits only while there is nothing. False when it is time to end."""
        if not batch:
            self._shrink()
        while len(batch) < GROUP_WORKS:
            try:
                entry = self._queue.get(block=not (batch or self._is_closing.is_set()))
            except queue.Empty:
                break
            if entry is not None:
                batch.append(entry)
        return bool(batch) and time.monotonic() < self._ends_at

    def _shrink(self) -> None:
        """Give back to the disk what the file does not need any more, a little at a time, while nobody writes."""
        before = math.inf
        while self._queue.empty() and not self._is_closing.is_set():
            try:
                with self._turn:
                    (free,) = self._writer.execute("PRAGMA freelist_count").fetchone()
                    # A file of an earlier version cannot shrink.
                    if free < SHRINK_PAGES or free >= before:
                        break
                    # As a script: `execute` ends this pragma, which yields rows without columns, after one page.
                    self._writer.executescript(f"PRAGMA incremental_vacuum({SHRINK_PAGES})")
                    self._writer.execute("PRAGMA wal_checkpoint").fetchall()
                before = free
            except sqlite3.Error as error:
                # Who writes next is told of it.
                log.debug("The journal cannot be made smaller: %s", error)
                break

    def _commit(self, batch: Sequence[tuple[Work, Then | None]]) -> tuple[int, list[Then]]:
        """Do the first of `batch` in one transaction. Returns how many these were, and what is to be called for them.

        When it raises, none of them was done.
        """
        thens: list[Then] = []
        count = 0
        until = time.monotonic() + GROUP_SECONDS
        with self._turn:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                for work, then in batch:
                    count += 1
                    if self._succeeds(work) and then is not None:
                        thens.append(then)
                    if time.monotonic() > until:
                        break
                self._writer.commit()
            except BaseException:
                self._writer.rollback()
                raise
        return count, thens

    def _succeeds(self, work: Work) -> bool:
        self._writer.execute("SAVEPOINT work")
        self._is_in_work = True
        try:
            work(self._writer)
            succeeded = True
        except Exception as error:
            # Some errors, such as a full disk, undo the whole transaction and not only this work.
            if is_trouble(error) or not self._writer.in_transaction:
                raise
            log.error("A write to the journal failed and is left out.", exc_info=error)
            self._writer.execute("ROLLBACK TO work")
            succeeded = False
        finally:
            self._is_in_work = False
        # Fails where a work has caught an error that undid everything.
        self._writer.execute("RELEASE work")
        return succeeded

    def _authorise(self, action: int, *_: str | None) -> int:
        # A work that commits, as `with connection:` and `executescript` do, would take the others' safety with it.
        is_denied = action == sqlite3.SQLITE_TRANSACTION and self._is_in_work
        return sqlite3.SQLITE_DENY if is_denied else sqlite3.SQLITE_OK

    def _endure(self, error: Exception) -> bool:
        """Wait for the next try. False when there is none any more."""
        self._note_damage(error)
        if not self._is_in_trouble:
            self._is_in_trouble = True
            log.warning("The journal cannot be written, and is tried again: %s (%s)", self._path, error)
            sentence = f"{not_written(self._path, error)} {tr('What is to be written waits until then.')}"
            self._on_loop(self._tell_trouble, sentence)
        if self._is_closing.is_set():
            return False
        self._is_closing.wait(RETRY_SECONDS)
        return True

    def _recover(self) -> None:
        if self._is_in_trouble:
            self._is_in_trouble = False
            log.info("The journal is written again: %s", self._path)
            self._on_loop(self._tell_trouble, "")

    def _note_damage(self, error: Exception) -> None:
        if code_of(error) in DAMAGE:
            self._is_damaged = True

    def _on_loop(self, call: Callable[..., None], *arguments: object) -> None:
        # The loop may be closed by now.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call, *arguments)


def _settle(future: "asyncio.Future[None]") -> None:
    if not future.done():
        future.set_result(None)


__all__ = ["GROUP_WORKS", "Journal", "JournalBusy", "Then", "Work"]
