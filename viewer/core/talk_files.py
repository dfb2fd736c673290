"""The files of one conversation as its lines show them: sent, fetched, how far, and why not."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from camwire.conversation_files import ConversationFiles
from camwire.errors import UsageError
from camwire.events import FileMessageReceived
from camwire.files.filing import Filing
from camwire.files.offered import Offered
from camwire.files.watcher import Send
from camwire.record import Record
from viewer.core.chat import ChatLine, Said
from viewer.core.talk import KeptTalk

log = logging.getLogger(__name__)

STOPPED = "Stopped."


class TalkFiles:
    """Files both ways between this viewer and one camera of ours. Lives in the loop's thread.

    `say(said)` says a line; `tell(lines)` tells whoever shows them that these changed.
    """

    def __init__(
        self,
        talk: KeptTalk,
        filing: Callable[[], Filing],
        folder: Path,
        say: Callable[[Said], ChatLine],
        tell: Callable[[Sequence[ChatLine]], None],
    ) -> None:
        self._talk = talk
        self._filing = filing
        self._folder = folder
        self._say = say
        self._tell = tell
        self._record: Record | None = None
        self._files: ConversationFiles | None = None
        self._send: Send | None = None
        # When each file was first seen to move in this run, and how far it was then.
        self._begun: dict[int, tuple[float, int]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def send(self, path: Path, on_trouble: Callable[[str], None]) -> None:
        """Offer a file as soon as it was read through; `on_trouble(sentence)` is told when that cannot be."""
        task = asyncio.get_running_loop().create_task(self._offer(path, on_trouble))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def heard(self, line: ChatLine) -> None:
        """The camera offers the file of `line`: fetch it."""
        if line.file is not None:
            self._current().expect(line.id, line.file)

    def stop(self, line: ChatLine) -> bool:
        """Give up the file of a line; False if it is not under way."""
        return self._current().stop(line.id, STOPPED)

    def receive(self, event: FileMessageReceived) -> None:
        """Take what the camera says about a file. Raises WireError."""
        self._current().receive(event)

    def linked(self, send: Send) -> None:
        """The camera is greeted."""
        self._send = send
        again, self._talk.files_again[:] = list(self._talk.files_again), []
        for path in again:
            self.send(Path(path), lambda sentence: log.warning("%s", sentence))
        journal, record = self._talk.history.journal, self._talk.record
        is_begun = self._files is not None and self._record is record
        if is_begun or journal.read("SELECT 1 FROM file WHERE conversation = ? LIMIT 1", (record.id,)):
            self._current().linked(send)

    def unlinked(self) -> None:
        """There is no way to the camera."""
        self._send = None
        if self._files is not None:
            self._files.unlinked()

    def close(self) -> None:
        """Tell nothing any more."""
        for task in self._tasks:
            task.cancel()
        if self._files is not None:
            self._files.close()

    # What the files tell

    def file_moved(self, line: int, there: int, size: int) -> None:
        shown = self._talk.chat.with_id(line)
        if shown is not None:
            shown.fetched, shown.why, shown.is_over = there, "", False
            shown.seconds_left = self._seconds_left(line, there, size)
            self._tell([shown])

    def file_paused(self, line: int, sentence: str) -> None:
        shown = self._talk.chat.with_id(line)
        if shown is not None:
            shown.why = sentence
            self._tell([shown])

    def file_ended(self, line: int, path: Path | None, sentence: str) -> None:
        shown = self._talk.chat.with_id(line)
        facts: dict[str, object] = {"why": sentence}
        if path is not None:
            facts |= {"path": str(path), "fetched": path.stat().st_size if path.exists() else 0}
        self._talk.history.note(line, **facts)
        if shown is not None:
            shown.why, shown.is_over = sentence, True
            if path is not None and shown.file is not None:
                shown.path, shown.fetched = str(path), shown.file.size
            self._tell([shown])

    # Inside

    async def _offer(self, path: Path, on_trouble: Callable[[str], None]) -> None:
        def say(offered: Offered) -> int:
            offer = offered.offer
            return self._say(Said(offer.name, role="file", file=offer, path=str(path))).id

        try:
            await self._current().offer(path, path.name, say)
        except (UsageError, OSError) as error:
            on_trouble(str(error))

    def _seconds_left(self, line: int, there: int, size: int) -> float | None:
        now = time.monotonic()
        begun, before = self._begun.setdefault(line, (now, there))
        took, came = now - begun, there - before
        return (size - there) * took / came if came > 0 and took > 1 else None

    def _current(self) -> ConversationFiles:
        record = self._talk.record
        if self._files is None or self._record is not record:
            if self._files is not None:
                self._files.close()
            folder = self._folder / str(record.id)
            self._record = record
            self._files = ConversationFiles(self._talk.history.journal, record.id, self._filing(), folder, self)
            if self._send is not None:
                self._files.linked(self._send)
        return self._files
