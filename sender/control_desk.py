"""Sets what viewers would have set at the source, and finds out what is in force there.

The source is asked for one thing after the other. Of what one viewer asks for one control while something else is being
set, only the newest is set; its answer settles the rest. The table is read again after everything that may have changed
it, for a while after that, because a camera may take its time, and every now and then, because it may set things by
itself. Viewers are told what has changed, at most five times a second.
"""

import asyncio
import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from camwire import limits
from camwire.controls import ControlRow, Value
from camwire.errors import UsageError
from camwire.messages import ControlChange
from camwire.viewer_peer import ViewerPeer
from sender.control_news import ControlNews
from sender.control_rows import Refused, Setting, Table, put_value, read_table, with_range

if TYPE_CHECKING:
    from sender.pipeline import Pipeline

log = logging.getLogger(__name__)

TELL_SECONDS = 0.2
SETTLE_SECONDS, SETTLE_EVERY = 1.6, 0.4
CONFIRM_SECONDS, CONFIRM_EVERY = 1.0, 0.1
LOOK_EVERY = 5.0
FULL = "Too much is waiting to be set already. Try again when some of it is answered."
FAILED = "The source failed at it. The camera's log says more."


@dataclass(frozen=True, slots=True)
class _Unsettled:
    """A value that was set at `since` and does not show yet."""

    viewer: ViewerPeer
    change: ControlChange
    setting: Setting
    since: float


def _plain(name: str) -> str:
    """A control's name as a viewer asks for it: `controls.find` takes all that are alike here for one."""
    return name.strip().lower()


class ControlDesk:
    """The controls of the source of `pipeline`; `news` tells viewers. Belongs to the loop; `close` ends it."""

    def __init__(self, pipeline: "Pipeline") -> None:
        self.news = ControlNews()
        self._pipeline = pipeline
        self._table: Table | None = None
        self._wishes: dict[tuple[ViewerPeer, str], ControlChange] = {}
        self._unsettled: list[_Unsettled] = []
        self._read_due: float | None = None
        self._read_at = self._told_at = self._settling_until = 0.0
        self._must_tell = False
        self._timer: asyncio.TimerHandle | None = None
        self._work: asyncio.Task[None] | None = None
        self._is_closed = False

    @property
    def announced(self) -> list[msgspec.Raw]:
        """The table for the camera's hello; empty while it is not known."""
        return [] if self._table is None else self._table.announced

    def refresh(self) -> None:
        """Something may have changed: look soon, and for a while."""
        now = time.monotonic()
        self._settling_until = now + SETTLE_SECONDS
        self._read_due = max(now, self._read_at + TELL_SECONDS)
        self._wake()

    def greeted(self, viewer: ViewerPeer) -> None:
        """A viewer has had the camera's hello."""
        self.news.greeted(viewer, self._table)
        # It may not have been possible to tell it just now.
        self._must_tell = True
        self.refresh()

    def asked(self, viewer: ViewerPeer, change: ControlChange) -> None:
        """A viewer would have a control set."""
        key = viewer, _plain(change.name)
        # Behind what was asked since: an automatic is switched off before what it ruled is set.
        self._wishes.pop(key, None)
        if sum(each is viewer for each, _ in self._wishes) >= limits.CONTROLS:
            self._refuse(viewer, change, FULL)
            return
        self._wishes[key] = change
        self._wake()

    async def close(self) -> None:
        """Set and tell nothing more."""
        self._is_closed = True
        if self._timer is not None:
            self._timer.cancel()
        work = self._work
        if work is not None and work.cancel():
            await asyncio.wait([work])

    # One thing after the other

    def _wake(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._is_closed or self._work is not None:
            return
        if self._wishes or self._is_due:
            self._work = asyncio.create_task(self._work_off(), name="controls")
        elif self._read_due is not None:
            self._timer = asyncio.get_running_loop().call_later(self._read_due - time.monotonic(), self._wake)

    @property
    def _is_due(self) -> bool:
        return self._read_due is not None and self._read_due <= time.monotonic()

    async def _work_off(self) -> None:
        try:
            while self._wishes or self._is_due:
                if self._is_due:
                    await self._read()
                else:
                    key = next(iter(self._wishes))
                    await self._set(key[0], self._wishes.pop(key))
        finally:
            self._work = None
            self._wake()

    async def _set(self, viewer: ViewerPeer, change: ControlChange) -> None:
        # What shows from now on says nothing about what the same viewer had set before.
        key = viewer, _plain(change.name)
        self._settle([each for each in self._unsettled if (each.viewer, _plain(each.change.name)) == key])
        try:
            setting = await self._pipeline.ask(lambda source: put_value(source, change.name, change.value))
        except Refused as error:
            self._refuse(viewer, change, str(error))
        except UsageError as error:
            self._refuse(viewer, change, with_range(str(error), self._row(change.name)))
        except Exception:
            log.exception("The source failed at setting %s.", change.name)
            self._refuse(viewer, change, FAILED)
        else:
            if setting.is_shown_by(setting.shown):
                self.news.answer(viewer, change, setting.shown)
            else:
                self._unsettled.append(_Unsettled(viewer, change, setting, time.monotonic()))
        self.refresh()

    async def _read(self) -> None:
        try:
            table = await self._pipeline.ask(read_table)
        except UsageError as error:
            table = self._without_answer(str(error))
        except Exception:
            log.exception("The source failed at telling its controls.")
            table = self._without_answer(FAILED)
        now = self._read_at = time.monotonic()
        if table != self._table:
            self._table, self._must_tell = table, True
        self._settle([each for each in self._unsettled if self._has_settled(each, now)])
        if self._must_tell and now - self._told_at >= TELL_SECONDS:
            self._told_at = now
            self._must_tell = not self.news.tell(self._known)
        self._read_due = self._next_look(now)

    def _next_look(self, now: float) -> float | None:
        if self._unsettled:
            return now + CONFIRM_EVERY
        if self._must_tell:
            return now + TELL_SECONDS
        if not (self._known.rows or self._known.is_provisional):
            # A source without controls does not get some by itself.
            return None
        if now < self._settling_until:
            return now + SETTLE_EVERY
        return now + LOOK_EVERY if self.news.is_wanted else None

    def _without_answer(self, why: str) -> Table:
        """What was known of the source stays of use: it will be back."""
        if self._known.rows:
            return self._known
        return Table(text=why[: limits.REASON_CHARACTERS], is_provisional=True)

    @property
    def _known(self) -> Table:
        return self._table or Table()

    def _row(self, name: str) -> ControlRow | None:
        return next((row for row in self._known.rows if _plain(row.name) == _plain(name)), None)

    def _value(self, name: str) -> Value | None:
        row = self._row(name)
        return None if row is None else self._known.values.get(row.name)

    def _has_settled(self, each: _Unsettled, now: float) -> bool:
        shown = self._value(each.change.name)
        return each.setting.is_shown_by(shown) or now - each.since > CONFIRM_SECONDS

    def _settle(self, settled: list[_Unsettled]) -> None:
        for each in settled:
            self._unsettled.remove(each)
            self.news.answer(each.viewer, each.change, self._value(each.change.name))

    def _refuse(self, viewer: ViewerPeer, change: ControlChange, text: str) -> None:
        self.news.answer(viewer, change, self._value(change.name), text)
