"""The files of one conversation as its lines show them: sent, fetched, how far, and why not."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from camwire.conversation_files import ConversationFiles
from camwire.errors import UsageError
from camwire.events import FileMessageReceived
from camwire.file_rows import NOT_READ
from camwire.files.filing import Filing
from camwire.files.names import safe_name
from camwire.files.offered import Offered
from camwire.files.readings import Readings
from camwire.files.watcher import Send
from camwire.messages import FileOffer
from camwire.record import Record
from camwire.translation import phrase, tr
from viewer.core.talk.chat import ChatLine, Said
from viewer.core.talk.kept_talk import KeptTalk

STOPPED = phrase("Stopped.")


# What comes by itself: of each file, and of all together that nobody has read of.
MOST_UNASKED_BYTES: float = 64 * 1024**2
MOST_UNREAD_BYTES: float = 512 * 1024**2


class Speaker(Protocol):
    """Who says lines, and tells whoever shows them; mostly a session."""

    def speak(self, what: Said) -> ChatLine: ...
    def tell_added(self, line: ChatLine) -> None: ...
    def tell_lines(self, lines: Sequence[ChatLine]) -> None: ...


@dataclass(slots=True)
class Preparing:
    """A file that is read through, to be offered; `shown` is its line, as soon as that takes longer than a moment."""

    intention: str
    line: int
    path: Path
    record: Record
    shown: ChatLine | None = None


class TalkFiles:
    """Files both ways between this viewer and one camera of ours. Lives in the loop's thread."""

    def __init__(self, talk: KeptTalk, filing: Callable[[], Filing], folder: Path, speaker: Speaker) -> None:
        self.most_unasked, self.most_unread = MOST_UNASKED_BYTES, MOST_UNREAD_BYTES
        self._talk = talk
        self._filing = filing
        self._folder = folder
        self._speaker = speaker
        self._record: Record | None = None
        self._files: ConversationFiles | None = None
        self._readings: Readings | None = None
        self._send: Send | None = None
        # Bytes that came, or come, unasked and unread; None: not counted yet.
        self._unread: int | None = None
        # When each file was first seen to move in this run, and how far it was then.
        self._begun: dict[int, tuple[float, int]] = {}
        self._tasks: dict[asyncio.Task[None], Preparing] = {}
        if self._has_files():
            self._current()

    def send(self, path: Path, on_trouble: Callable[[str], None]) -> None:
        """Offer a file as soon as it was read through, also after a restart, and show it meanwhile.

        `on_trouble(sentence)` is told when that cannot even be begun.
        """
        line = self._talk.history.ledger.next_line()
        self._prepare(Preparing(self._current().intend(path, line), line, path, self._talk.record), on_trouble)

    def heard(self, line: ChatLine) -> None:
        """The camera offers the file of `line`, which nobody was told of yet: fetch it, unless that is for a person to
        say."""
        assert line.file is not None
        try:
            self._heard(line, line.file)
        except UsageError:
            # The disk does not tell what is there. The line must not be lost with its file, which a person may fetch.
            line.is_over = True

    def fetch(self, line: ChatLine) -> None:
        """A person asks for the file of `line`."""
        if line.file is not None:
            line.is_over, line.why = False, ""
            self._talk.history.note(line.id, why="")
            self._current().expect(line.id, line.file)
            self._speaker.tell_lines([line])

    def stop(self, line: ChatLine) -> bool:
        """Give up the file of a line; False if it is not under way."""
        for task, each in self._tasks.items():
            if each.shown is line:
                task.cancel()
                self._failed(each, tr(STOPPED))
                return True
        return self._current().stop(line.id, tr(STOPPED))

    def receive(self, event: FileMessageReceived) -> None:
        """Take what the camera says about a file. Raises WireError."""
        self._current().receive(event)

    def linked(self, send: Send) -> None:
        """The camera is greeted."""
        self._send = send
        is_begun = self._files is not None and self._record is self._talk.record
        if is_begun or self._talk.files_again or self._has_files():
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
        if self._readings is not None:
            self._readings.close()
        if self._files is not None:
            self._files.close()

    # What the files tell

    def file_moved(self, line: int, there: int, size: int) -> None:
        shown = self._talk.chat.with_id(line)
        if shown is not None:
            shown.fetched, shown.why, shown.is_over = there, "", False
            shown.seconds_left = self._seconds_left(line, there, size)
            self._speaker.tell_lines([shown])

    def file_paused(self, line: int, sentence: str) -> None:
        shown = self._talk.chat.with_id(line)
        if shown is not None:
            shown.why = sentence
            self._speaker.tell_lines([shown])

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
            self._speaker.tell_lines([shown])

    # Inside

    def _heard(self, line: ChatLine, file: FileOffer) -> None:
        if self._unread is None:
            history = self._talk.history
            self._unread = history.chats.unread_bytes(self._talk.record, history.chats.of(self._talk.record)[1])
        if self._talk.chat.unread <= 1:
            # Everything before was read.
            self._unread = 0
        if file.size <= self.most_unasked and self._unread + file.size <= self.most_unread:
            self._unread += file.size
            self._current().expect(line.id, file)
        else:
            line.is_over = True

    def _prepare(self, preparing: Preparing, on_trouble: Callable[[str], None] | None) -> None:
        task = asyncio.get_running_loop().create_task(self._offer(preparing, on_trouble))
        self._tasks[task] = preparing
        task.add_done_callback(self._tasks.pop)

    async def _offer(self, preparing: Preparing, on_trouble: Callable[[str], None] | None) -> None:
        path, is_known = preparing.path, bool(self._talk.camera_id)

        def say(offered: Offered) -> int:
            said = Said(offered.offer.name, role="file", file=offered.offer, path=str(path), shown=preparing.shown)
            return self._speaker.speak(said).id

        try:
            if self._readings is None:
                self._readings = Readings(self._filing())
            offered = await self._readings.read(path, told=lambda done, size: self._was_read(preparing, done, size))
            # Another camera than the one it is for is not given it; that one is, when it is back.
            if self._talk.record is preparing.record or not is_known:
                self._current().offer(offered, say, preparing.intention)
        except (UsageError, OSError) as error:
            if preparing.shown is None and on_trouble is None:
                # It was begun by an earlier run, whose person may have forgotten it.
                self._show(preparing, 0)
            elif preparing.shown is None and on_trouble is not None:
                on_trouble(str(error))
            self._failed(preparing, str(error))

    def _was_read(self, preparing: Preparing, done: int, size: int) -> None:
        shown = preparing.shown or self._show(preparing, size)
        shown.fetched, shown.seconds_left = done, self._seconds_left(preparing.line, done, size)
        self._speaker.tell_lines([shown])

    def _show(self, preparing: Preparing, size: int) -> ChatLine:
        name, path = safe_name(preparing.path.name), str(preparing.path)
        offer = FileOffer(preparing.intention, name, size, NOT_READ)
        line = ChatLine(True, 0, name, time.time_ns(), id=preparing.line, role="file", file=offer, path=path)
        line.is_preparing = True
        preparing.shown = self._talk.chat.begun(line)
        self._speaker.tell_added(line)
        return line

    def _failed(self, preparing: Preparing, sentence: str) -> None:
        if self._files is not None:
            self._files.drop(preparing.intention)
        if preparing.shown is not None:
            preparing.shown.why, preparing.shown.is_over, preparing.shown.is_preparing = sentence, True, False
            self._speaker.tell_lines([preparing.shown])

    def _has_files(self) -> bool:
        journal, record = self._talk.history.journal, self._talk.record
        return bool(journal.read("SELECT 1 FROM file WHERE conversation = ? LIMIT 1", (record.id,)))

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
            self._go_on()
        return self._files

    def _go_on(self) -> None:
        """Take up what was to be offered in this conversation, and is not yet."""
        assert self._files is not None
        intended = {each.id: each for each in (*self._talk.files_again, *self._files.intended)}
        self._talk.files_again.clear()
        under_way = {each.intention for each in self._tasks.values()}
        for each in intended.values():
            if each.id not in under_way:
                line = each.line or self._talk.history.ledger.next_line()
                self._prepare(Preparing(each.id, line, each.path, self._talk.record), None)
