"""Sets what viewers would have set at the camera, and finds out what is in force there.

One thing is set after the other, but what is not the source's need not wait for the source. Of what one viewer asks for
one control while something else is being set, only the newest is set; its answer settles the rest. The table is read
again after everything that may have changed it, for a while after that, because a camera may take its time, and every
now and then, because it may set things by itself. Viewers are told what has changed, at most five times a second; who
could not be told, again then.
"""

import asyncio
import logging
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from camwire.controls import Value
from camwire.errors import UsageError
from camwire.messages import ControlChange
from camwire.viewer_peer import ViewerPeer
from sender.controls.all_controls import FAILED
from sender.controls.news import ControlNews
from sender.controls.rows import Refused, Table, with_range
from sender.controls.unsettled import Pending, Unsettled
from sender.controls.wishes import Wishes

if TYPE_CHECKING:
    from sender.controls.all_controls import AllControls

log = logging.getLogger(__name__)

TELL_SECONDS = 0.2
SETTLE_SECONDS, SETTLE_EVERY = 1.6, 0.4
CONFIRM_EVERY = 0.1
LOOK_EVERY = 5.0
FULL = "Too much is waiting to be set already. Try again when some of it is answered."


class ControlDesk:
    """What viewers can set; `news` tells them. Belongs to the loop; `close` ends it."""

    def __init__(self, controls: "AllControls") -> None:
        self.news = ControlNews()
        self._controls = controls
        self._table: Table | None = None
        self._wishes, self._own_wishes = Wishes(), Wishes()
        self._unsettled = Unsettled()
        self._read_due: float | None = None
        self._tell_due: float | None = None
        self._read_at = self._told_at = self._settling_until = 0.0
        self._answered: dict[str, Value | None] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._work: asyncio.Task[None] | None = None
        self._own_work: asyncio.Task[None] | None = None
        self._is_closed = False

    @property
    def announced(self) -> list[msgspec.Raw]:
        """The table for the camera's hello; empty while it is not known."""
        return [] if self._table is None else self._table.announced

    def refresh(self) -> None:
        """Something may have changed: look soon, and for a while."""
        now = time.monotonic()
        if self._table is not None:
            self._show(self._controls.known)
        self._settling_until = now + SETTLE_SECONDS
        self._read_due = max(now, self._read_at + TELL_SECONDS)
        self._wake()

    def greeted(self, viewer: ViewerPeer) -> None:
        """A viewer has had the camera's hello."""
        self.news.greeted(viewer, self._table)
        if self._table is not None:
            # It may not have been possible to tell it just now.
            self._must_tell()
        self.refresh()

    def asked(self, viewer: ViewerPeer, change: ControlChange) -> None:
        """A viewer would have a control set."""
        is_own = self._controls.is_own(change.name)
        why_not = "" if is_own else self._controls.why_unknown(change.name)
        if why_not:
            # Names are without end, and the source has other things to do.
            self._refuse(viewer, change, why_not)
            return
        wishes = self._own_wishes if is_own else self._wishes
        if not wishes.add(viewer, change):
            self._refuse(viewer, change, FULL)
            return
        self._wake()

    async def close(self) -> None:
        """Set and tell nothing more."""
        self._is_closed = True
        if self._timer is not None:
            self._timer.cancel()
        working = [each for each in (self._work, self._own_work) if each is not None and each.cancel()]
        if working:
            await asyncio.wait(working)

    # One thing after the other

    def _wake(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._is_closed:
            return
        self._tell_if_due()
        if self._own_wishes and self._own_work is None:
            self._own_work = asyncio.create_task(self._work_off_own(), name="own controls")
        if (self._wishes or self._is_due) and self._work is None:
            self._work = asyncio.create_task(self._work_off(), name="controls")
        read_due = self._read_due if self._work is None else None
        due = [each for each in (read_due, self._tell_due) if each is not None]
        if due:
            self._timer = asyncio.get_running_loop().call_later(min(due) - time.monotonic(), self._wake)

    @property
    def _is_due(self) -> bool:
        return self._read_due is not None and self._read_due <= time.monotonic()

    async def _work_off(self) -> None:
        try:
            while self._wishes or self._is_due:
                if self._is_due:
                    await self._read()
                else:
                    await self._set(*self._wishes.next())
        finally:
            self._work = None
            self._wake()

    async def _work_off_own(self) -> None:
        try:
            while self._own_wishes:
                await self._set(*self._own_wishes.next())
        finally:
            self._own_work = None
            self._wake()

    async def _set(self, viewer: ViewerPeer, change: ControlChange) -> None:
        self._settle(self._unsettled.overtaken(viewer, change.name))
        try:
            setting = await self._controls.put(change.name, change.value)
        except Refused as error:
            self._refuse(viewer, change, str(error))
        except UsageError as error:
            self._refuse(viewer, change, with_range(str(error), self._known.row(change.name)))
        except Exception:
            log.exception("The source failed at setting %s.", change.name)
            self._refuse(viewer, change, FAILED)
        else:
            if setting.is_shown_by(setting.shown):
                self.news.answer(viewer, change, setting.shown)
                self._answered[change.name] = setting.shown
            else:
                self._unsettled.add(viewer, change, setting)
        self.refresh()

    async def _read(self) -> None:
        self._read_due = None
        table = await self._controls.read()
        now = self._read_at = time.monotonic()
        self._show(table)
        self._settle(self._unsettled.settled(self._known.value))
        self._tell_if_due()
        if self._read_due is None:
            # Otherwise something has changed meanwhile.
            self._read_due = self._next_look(now)

    def _next_look(self, now: float) -> float | None:
        if self._unsettled:
            return now + CONFIRM_EVERY
        if not self._controls.source_may_have_some:
            return None
        if now < self._settling_until:
            return now + SETTLE_EVERY
        return now + LOOK_EVERY if self.news.is_wanted else None

    def _show(self, table: Table) -> None:
        # What was set next may have undone it before anybody looked, and who was answered would not hear of it.
        is_undone = any(table.value(name) != value for name, value in self._answered.items())
        self._answered.clear()
        if table != self._table or is_undone:
            self._table = table
            self._must_tell()

    def _must_tell(self) -> None:
        self._tell_due = self._told_at + TELL_SECONDS

    def _tell_if_due(self) -> None:
        now = time.monotonic()
        if self._table is not None and self._tell_due is not None and self._tell_due <= now:
            self._told_at = now
            self._tell_due = None if self.news.tell(self._table) else now + TELL_SECONDS

    @property
    def _known(self) -> Table:
        return self._table or Table()

    def _settle(self, settled: Iterable[Pending]) -> None:
        for each in settled:
            self.news.answer(each.viewer, each.change, self._known.value(each.change.name))

    def _refuse(self, viewer: ViewerPeer, change: ControlChange, text: str) -> None:
        self.news.answer(viewer, change, self._known.value(change.name), text)
