"""A conversation with a history.

Our own format numbers lines and receipts them (`camwire.record`); a foreign dialect hands them out with its answers,
and what it has not said when the program ends has failed.
"""

import secrets
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path

from camwire import values
from camwire.conversation import Conversation
from camwire.dialects.base import Dialect
from camwire.events import ChatReceived
from camwire.file_rows import Intended, carry_intentions, intend
from camwire.line import Line
from camwire.record import Record
from camwire.translation import tr
from viewer.core.talk import line_rows
from viewer.core.talk.chat import SILENT_ROLES, ChatLine, Delivery, Said
from viewer.core.talk.history import PAGE, History
from viewer.core.talk.recent_values import RecentValues
from viewer.core.talk.talk import CLOSED, EXPIRED, WITHDRAWN, Talk


class KeptTalk(Talk):
    """Says and hears what `Talk` does, and keeps all of it."""

    def __init__(self, kept: History, place: str, camera_id: str = "") -> None:
        """`place` is the session's key, `camera_id` the camera's own one where it is known."""
        super().__init__()
        self._history = kept
        self._place = place
        self._is_native = False
        self._run = secrets.token_hex(8)
        self._values = RecentValues()
        self._on_recorded: Callable[[], None] = lambda: None
        self._on_confirmed: Callable[[], None] = lambda: None
        self.files_again: list[Intended] = []
        """Files to be sent again, because it has turned out with whom this is; on disk in a moment."""
        self.conversation_with = self._with_camera
        self._take(kept.record(place, camera_id))

    @property
    def history(self) -> History:
        """Where it is kept."""
        return self._history

    @property
    def camera_id(self) -> str:  # type: ignore[override]
        """The id of the camera with which this is; empty while it is not known."""
        return self._history.camera_of(self.record)

    def serve(self, on_recorded: Callable[[], None], on_confirmed: Callable[[], None]) -> None:
        self._on_recorded, self._on_confirmed = on_recorded, on_confirmed
        self.record.on_recorded, self.record.on_confirmed = on_recorded, on_confirmed
        if not self._is_native:
            # A foreign camera cannot say whether it is the one to which this was said before.
            self.give_up(tr(CLOSED))

    def say(self, dialect: Dialect, what: Said, now_ns: int) -> ChatLine:
        if not self._is_native:
            line = super().say(dialect, what, now_ns)
            self._history.keep(self.record, line, self._run)
            return line
        payload = values.encode(what.value) if what.has_value else ()
        line_id, said = self.record.say(
            what.text,
            now_ns,
            payload,
            role=what.role,
            command=what.command,
            about=what.about,
            about_log=what.about_log,
            frame=what.frame,
            file=what.file,
            expires_ns=what.expires_ns,
        )
        if what.thumbnail or what.path:
            self._history.note(line_id, thumbnail=what.thumbnail or None, path=what.path)
        line = line_rows.said(line_id, said.chat, what)
        if what.has_value:
            self._values.keep(line_id, what.value, said.payload)
        if what.role in SILENT_ROLES:
            return line
        return self.chat.said(line) if what.shown is None else self.chat.becomes(what.shown, line)

    def together(self) -> AbstractContextManager[None]:
        return self._history.journal.together()

    def answered(self, event: ChatReceived) -> list[ChatLine]:
        chat = event.line.chat
        if chat.about_log != self.record.conversation.log:
            return []
        if chat.role in ("answer", "failure"):
            asked = self.chat.mine(chat.about_log, chat.about)
            if asked is not None and asked.delivery is Delivery.FAILED:
                self._history.note(asked.id, why="")
            # Also of a line that is not in memory any more.
            self.record.answered(chat.about)
        return super().answered(event)

    def received(self, number: int) -> list[ChatLine]:
        changed = super().received(number)
        if self._is_native:
            self.record.receipted(self.record.conversation.log, number)
        else:
            for line in changed:
                self._history.set_state(line.id, Delivery.RECEIVED)
        return changed

    def renewed(self, old_log: str) -> None:
        self.record.renewed(old_log)
        waiting = self.record.conversation.unreceipted
        self.chat.renumber([line.chat for line in waiting if line.chat.role not in SILENT_ROLES])

    def give_up(self, why: str) -> list[ChatLine]:
        changed = super().give_up(why)
        for line in changed:
            self._failed(line)
        return changed

    def take_back(self, lines: Sequence[ChatLine], why: str) -> list[ChatLine]:
        conversation = self.record.conversation
        meant = {line.number for line in lines if line.log == conversation.log}
        return self._gave_up(conversation.withdraw(lambda line: line.chat.number in meant), why)

    def expire(self, now_ns: int) -> list[ChatLine]:
        return self._gave_up(self.record.conversation.withdraw(_expired(now_ns)), tr(EXPIRED))

    def withdrawn(self, lines: Sequence[Line], now_ns: int) -> list[ChatLine]:
        has_expired = _expired(now_ns)
        return [
            *self._gave_up([line for line in lines if has_expired(line)], tr(EXPIRED)),
            *self._gave_up([line for line in lines if not has_expired(line)], tr(WITHDRAWN)),
        ]

    def value(self, line: ChatLine) -> object:
        if line.id not in self._values and line.has_value:
            payload = self._history.payload(line)
            if payload:
                self._values.keep(line.id, values.read(payload), payload)
        return self._values.get(line.id, line.text)

    def thumbnail(self, line: ChatLine) -> bytes:
        return self._history.thumbnail(line) if line.has_picture else b""

    def search(self, words: str) -> list[ChatLine]:
        return [found.line for found in self._history.search(words, self.record)]

    def load_earlier(self) -> int:
        # What took long to begin stands where it was begun, and came later into the history.
        first = min((line.id for line in islice(self.chat.lines, PAGE) if line.id), default=2**62)
        return self.chat.load(self._history.page(self.record, first))

    def mark_read(self) -> None:
        newest = next((line.id for line in reversed(self.chat.lines) if line.id and not line.is_mine), 0)
        if self.chat.unread:
            self._history.chats.set_seen(self.record, newest)
        super().mark_read()

    def keep_draft(self, draft: str) -> None:
        if draft != self.chat.draft:
            self._history.chats.set_draft(self.record, draft)
        super().keep_draft(draft)

    def mute(self, is_muted: bool) -> None:
        super().mute(is_muted)
        self._history.chats.set_muted(self.record, is_muted)

    def named(self, name: str) -> None:
        self._history.chats.named(self.record, name)

    def close(self) -> None:
        self.record.on_recorded = self.record.on_confirmed = lambda: None
        self._history.free(self.record)

    def _keep_heard(self, event: ChatReceived, line: ChatLine | None, now_ns: int) -> None:
        if self._is_native:
            line_id = self.record.hear(event.line, is_due=False)
            if line is not None:
                line.id = line_id
                if event.line.chat.about_log == self.record.conversation.log:
                    self._note_wait(line, now_ns)
                if line.has_value:
                    self._values.keep(line_id, event.value, event.line.payload)
        elif line is not None:
            self._history.keep(self.record, line, self._run)

    def _with_camera(self, camera_id: str) -> Conversation:
        """The conversation with this camera: the one we are in, if nobody knew yet whose it is."""
        self._is_native = True
        if camera_id and camera_id != self.camera_id:
            self._turn_to(camera_id)
        # Before what this camera has not heard goes out again.
        self.record.conversation.disown(_expired(time.time_ns()))
        return self.record.conversation

    def _turn_to(self, camera_id: str) -> None:
        before, is_provisional = self.record, not self.camera_id
        if is_provisional and self._history.adopt(before, camera_id):
            return
        # What was typed before anybody knew who would answer was meant for whoever answers here.
        unsent = {line.number: line for line in self.chat.queue}
        self.close()
        if not is_provisional:
            # Nothing goes with it. If what was kept cannot be read now, it must have begun all the same.
            self._take(self._history.record(self._place, camera_id))
            return
        # At once, lest a crash leave the lines in both.
        with self._history.journal.together():
            self._take(self._history.record(self._place, camera_id))
            for kept in before.conversation.unreceipted:
                if kept.chat.number in unsent:
                    self._say_again(unsent[kept.chat.number], kept)
            carry_intentions(self._history.journal, before.id, self.record.id)
            self._history.ledger.forget(before)

    def _say_again(self, line: ChatLine, kept: Line) -> None:
        """Say a line that waits in another conversation in this one."""
        chat, before = kept.chat, line.id
        if chat.file is not None:
            path = Path(line.path)
            self.files_again.append(Intended(intend(self._history.journal, self.record.id, path), 0, path))
            return
        line.id, again = self.record.say(
            chat.text,
            chat.time_ns,
            kept.payload,
            role=chat.role,
            command=chat.command,
            frame=chat.frame,
            expires_ns=kept.expires_ns,
        )
        self._history.carry_note(before, line.id)
        self._values.move(before, line.id)
        line.log, line.number = again.chat.log, again.chat.number
        self.chat.said(line)

    def _take(self, record: Record) -> None:
        self._history.take(record)
        record.on_recorded, record.on_confirmed = self._on_recorded, self._on_confirmed
        self.record = record
        self._show()
        with self.together():
            if self._history.is_copy(record):
                # What both say must not have the same numbers in one log: it would be taken for what was said before.
                self.renewed(record.conversation.begin_anew())

    def _show(self) -> None:
        chat = self.chat
        chat.draft, seen, chat.is_muted = self._history.chats.of(self.record)
        chat.restore(reversed(self._history.page(self.record, count=PAGE)), self._history.waiting(self.record))
        chat.unread, chat.first_unread = self._history.chats.unread(self.record, seen)

    def _gave_up(self, lines: Sequence[Line], why: str) -> list[ChatLine]:
        numbers = {line.chat.number for line in lines}
        changed = self.chat.given_up([line for line in self.chat.queue if line.number in numbers], why)
        for line in changed:
            self._failed(line)
        return changed

    def _failed(self, line: ChatLine) -> None:
        with self.together():
            self._history.set_state(line.id, Delivery.FAILED)
            self._history.note(line.id, why=line.why)

    def _note_wait(self, line: ChatLine, now_ns: int) -> None:
        asked = self.chat.asked(line)
        if asked is not None:
            # By this computer's clock alone: the camera's may be wrong.
            line.waited_ms = max(0.0, (now_ns - asked.time_ns) / 1e6)
            self._history.note(line.id, waited_ms=line.waited_ms)


def _expired(now_ns: int) -> Callable[[Line], bool]:
    return lambda line: 0 < line.expires_ns <= now_ns
