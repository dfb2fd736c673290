"""Files from and to viewers: one thread for them all, and for each conversation what is under way."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any

from camwire.conversation_files import ConversationFiles
from camwire.errors import UsageError
from camwire.events import FileMessageReceived
from camwire.files.filing import Filing
from camwire.files.offered import Offered
from camwire.files.readings import Readings
from camwire.files.watcher import Send
from camwire.line import Line
from camwire.record import Record
from sender.commands.asker import ViewerAsker
from sender.state import State
from sender.talk.room import lack_of_room

log = logging.getLogger(__name__)

# Files of all viewers that are on their way to the camera.
MOST_EXPECTED = 1000


class ViewerFiles:
    """`on_file(record, line_id, line, path)` takes each file that is here whole. Runs on the loop."""

    def __init__(self, state: State, on_file: Callable[[Record, int, Line, Path], None]) -> None:
        self._state = state
        self._on_file = on_file
        self._filing: Filing | None = None
        self._readings: Readings | None = None
        self._by_record: dict[Record, ConversationFiles] = {}
        self._sends: dict[Record, Send] = {}
        self._expected: dict[tuple[Record, int], ViewerAsker] = {}
        self._tasks: dict[asyncio.Task[None], Record] = {}

    def restore(self, record: Record) -> None:
        """Go on with what was under way when the camera ended."""
        if self._state.ledger.journal.read("SELECT 1 FROM file WHERE conversation = ? LIMIT 1", (record.id,)):
            self._files(record)

    def admit(self, asker: ViewerAsker) -> None:
        """Fetch the file that a line offers, if there is room for it."""
        if len(self._expected) >= MOST_EXPECTED:
            asker.failed("Too many files are on their way already. Send it again when some of them are here.")
            return
        on_the_way = sum(_size(each) for each in self._expected.values())
        key = asker.record, asker.line_id
        # From here on it counts, and what is said of it is not lost.
        self._expected[key] = asker
        self._files(asker.record)

        def measured(lack: str | OSError | UsageError) -> None:
            # The viewer may be forgotten by now.
            if self._expected.get(key) is not asker:
                return
            if lack:
                del self._expected[key]
                asker.failed(str(lack))
            else:
                self.expect(asker)

        self._thread.do(lambda: lack_of_room(self._state.files, on_the_way, _size(asker)), measured)

    def expect(self, asker: ViewerAsker) -> None:
        """Fetch the file that a line offers."""
        assert asker.line.chat.file is not None
        self._expected[asker.record, asker.line_id] = asker
        self._files(asker.record).expect(asker.line_id, asker.line.chat.file)

    def is_fetching(self, record: Record) -> bool:
        """Whether a file that this viewer has offered is not here yet."""
        return any(each is record for each, _ in self._expected)

    def send(self, record: Record, path: Path) -> None:
        """Send a file to a viewer, also after a restart. What goes wrong is logged."""
        self._begin(record, self._send(record, path, None, self._files(record).intend(path)))

    def answer(self, path: Path, asker: ViewerAsker) -> None:
        """Send a file as the answer to a line. What goes wrong is told to that viewer."""
        self._begin(asker.record, self._send(asker.record, path, asker))

    def receive(self, record: Record, event: FileMessageReceived) -> None:
        """Take what a viewer says about the content of a file. Raises WireError."""
        self._files(record).receive(event)

    def linked(self, record: Record, send: Send) -> None:
        """The viewer is greeted."""
        self._sends[record] = send
        if record in self._by_record:
            self._by_record[record].linked(send)

    def unlinked(self, record: Record) -> None:
        """There is no way to the viewer any more."""
        self._sends.pop(record, None)
        if record in self._by_record:
            self._by_record[record].unlinked()

    def forget(self, record: Record) -> None:
        """The viewer will not come back. What came of its files is deleted, unless it was whole."""
        self._sends.pop(record, None)
        for task in [task for task, each in self._tasks.items() if each is record]:
            task.cancel()
        for key in [key for key in self._expected if key[0] is record]:
            del self._expected[key]
            self._by_record[record].stop(key[1], "The camera has forgotten this viewer.")
        files = self._by_record.pop(record, None)
        if files is not None:
            files.close()

    def close(self) -> None:
        """Tell nothing any more."""
        for task in self._tasks:
            task.cancel()
        for each in self._by_record.values():
            each.close()
        if self._filing is not None:
            self._filing.close()

    def _begin(self, record: Record, sending: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(sending)
        self._tasks[task] = record
        task.add_done_callback(self._tasks.pop)

    async def _send(self, record: Record, path: Path, asker: ViewerAsker | None, intention: str = "") -> None:
        def say(offered: Offered) -> int:
            now, offer = time.time_ns(), offered.offer
            if asker is None:
                return record.say(offer.name, now, role="file", file=offer)[0]
            chat = asker.line.chat
            line_id, _ = record.say(
                offer.name,
                now,
                role="file",
                file=offer,
                about=chat.number,
                about_log=chat.log,
                done=asker.line_id,
            )
            asker.offered()
            return line_id

        try:
            offered = await self._read(path)
            self._files(record).offer(offered, say, intention)
        except (UsageError, OSError) as error:
            log.warning("A file cannot be sent: %s", error)
            if intention:
                self._files(record).drop(intention)
            if asker is not None:
                asker.failed(str(error))

    async def _read(self, path: Path) -> Offered:
        if self._readings is None:
            self._readings = Readings(self._thread)
        return await self._readings.read(path)

    @property
    def _thread(self) -> Filing:
        if self._filing is None:
            self._filing = Filing()
        return self._filing

    def _files(self, record: Record) -> ConversationFiles:
        known = self._by_record.get(record)
        if known is None:
            folder = self._state.files / str(record.id)
            watch = Watch(partial(self._ended, record))
            known = ConversationFiles(self._state.ledger.journal, record.id, self._thread, folder, watch)
            self._by_record[record] = known
            if record in self._sends:
                known.linked(self._sends[record])
            for each in known.intended:
                self._begin(record, self._send(record, each.path, None, each.id))
        return known

    def _ended(self, record: Record, line_id: int, path: Path | None, sentence: str) -> None:
        asker = self._expected.pop((record, line_id), None)
        if sentence:
            log.warning("A file did not come through: %s", sentence)
        if asker is None:
            return
        if path is None:
            asker.failed(sentence)
        else:
            self._on_file(record, line_id, asker.line, path)


def _size(asker: ViewerAsker) -> int:
    assert asker.line.chat.file is not None
    return asker.line.chat.file.size


class Watch:
    """What a camera wants to know of its files: only how they end."""

    def __init__(self, on_end: Callable[[int, Path | None, str], None]) -> None:
        self._on_end = on_end

    def file_moved(self, line: int, there: int, size: int) -> None:
        pass

    def file_paused(self, line: int, sentence: str) -> None:
        if sentence:
            log.warning("%s", sentence)

    def file_ended(self, line: int, path: Path | None, sentence: str) -> None:
        self._on_end(line, path, sentence)
