"""What can be set at a camera's source: its table, the values in force, and what became of what was asked for.

No Qt; everything runs in the loop's thread. While one value of a control is under way and another is asked for, only
the newest follows: a slider may be dragged as fast as it can.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from camwire.controls import ControlRow, Value, strictly
from camwire.errors import UsageError
from camwire.messages import CameraHello, ControlAnswer, ControlChange, ControlState
from camwire.rights import Rights
from camwire.translation import phrase, tr
from viewer.core.controls.troubles import Troubles

__all__ = ["CameraControls", "ControlRow", "Value"]

UNDER_WAY = 2
ANSWER_SECONDS = 20.0
# The first minor version of the protocol that carries controls.
SINCE = (1, 1)

AWAY = phrase("The camera is away. Set it when it is back.")
CUT = phrase("The connection broke before the camera answered. Look whether it is set, and set it again if not.")
NO_ANSWER = phrase("The camera has not answered. Try again, or restart its source with /restart.")
FOREIGN = phrase("Only cameras of Watchword can be set from here. Set this one up with its own program.")
OLD = phrase("The program of this camera is older than this viewer and tells of no controls. Update it.")
NOT_HERE_YET = phrase("The camera has not been here yet, so nobody knows what can be set at it.")
NONE = phrase("There is nothing to be set at this camera.")
NOT_ALLOWED = phrase(
    "This viewer may set nothing at this camera. Whoever runs it can allow that there: watchword-camera rights"
)
NOT_TOLD_YET = phrase("The camera has not told yet what can be set at it.")

Observer: TypeAlias = Callable[[], None]


@dataclass(slots=True)
class _Pending:
    """What was asked for: `newest` goes out when fewer than `UNDER_WAY` are unanswered."""

    newest: Value
    asked: float
    is_sent: bool = False
    under_way: list[int] = field(default_factory=list)


class CameraControls:
    """The controls of one session. `send(change)` sends now what may get lost, and says whether it went.

    `clock` is monotonic, in seconds.
    """

    def __init__(self, send: Callable[[ControlChange], bool], clock: Callable[[], float], is_foreign: bool) -> None:
        self.rows: Sequence[ControlRow] = ()
        """The table, in the camera's order, as it was last told; every row has a title."""
        self.reason = FOREIGN if is_foreign else NOT_HERE_YET
        """Why there are no rows, as a sentence; empty where there are some."""
        self.is_here = False
        """Whether the camera is here to be asked; the table and the values outlive that."""
        self._camera_id = ""
        self._send = send
        self._clock = clock
        self._values: Mapping[str, Value | None] = {}
        self._pending: dict[str, _Pending] = {}
        self._troubles = Troubles()
        self._number = 0
        self._observers: list[Observer] = []

    @property
    def is_awaited(self) -> bool:
        """Whether the camera has not told its table yet, and will when it is here."""
        return self.reason in (NOT_HERE_YET, NOT_TOLD_YET)

    def row(self, name: str) -> ControlRow | None:
        """The row of control `name`; None if there is none."""
        return next((row for row in self.rows if row.name == name), None)

    def value(self, name: str) -> Value | None:
        """The value in force, as the camera told it; None where it is not known."""
        return self._values.get(name)

    def pending(self, name: str) -> Value | None:
        """The value that was asked for and is not answered yet: to be shown instead of that in force. None: nothing."""
        pending = self._pending.get(name)
        return None if pending is None else pending.newest

    def trouble(self, name: str) -> str:
        """Why the last value asked for is not in force, as a sentence with the range; empty if all is well."""
        return self._troubles.text(name)

    def set(self, name: str, value: Value) -> bool:
        """Ask for `value`; return at once. It is `pending` until the camera confirms it as `value`, or `trouble` says
        why not. False, with the `trouble`, if it cannot even be asked for: wrong type, out of range, camera away."""
        row = self.row(name)
        try:
            if row is None:
                known = ", ".join(each.name for each in self.rows)
                raise UsageError(
                    tr("There is no control “{name}”. There are: {known}.", name=name, known=known)
                    if known
                    else tr(self.reason)
                )
            if not self.is_here:
                raise UsageError(tr(AWAY))
            wanted = strictly(row, value)
        except UsageError as error:
            self._pending.pop(name, None)
            self._troubles.say(name, str(error), self._clock())
            self._tell()
            return False
        self._troubles.end(name)
        pending = self._pending.setdefault(name, _Pending(wanted, self._clock()))
        pending.newest, pending.is_sent = wanted, False
        self._send_newest(name, pending)
        self._tell()
        return name in self._pending

    def dismiss(self, name: str) -> None:
        """A person has read what went wrong with control `name`."""
        if self._troubles.end(name):
            self._tell()

    def observe(self, observer: Observer) -> None:
        """Call `observer()` from now on whenever anything here changed."""
        self._observers.append(observer)

    def forget(self, observer: Observer) -> None:
        """Call it no more."""
        self._observers.remove(observer)

    # What the session tells

    def greeted(self, hello: CameraHello | None, rows: Sequence[ControlRow]) -> None:
        """The camera is here, `rows` stand in its hello. None: it speaks another format."""
        if hello is None:
            return
        self.is_here = True
        self._fail_all(tr(CUT))
        if hello.id != self._camera_id:
            self._camera_id, self._values = hello.id, {}
            self._troubles.clear()
        self.rows = rows
        self.reason = "" if rows else _why_none(hello)
        self._tell()

    def left(self) -> None:
        """There is no way to the camera."""
        if self.is_here:
            self.is_here = False
            self._fail_all(tr(CUT))
            self._tell()

    def told(self, state: ControlState, rows: Sequence[ControlRow] | None) -> None:
        """The camera told what is in force, and its table (`rows`) where that changed."""
        if rows is not None:
            self.rows = rows
        self._troubles.heed(self._values, state.values)
        self._values = state.values
        self.reason = "" if self.rows else state.text or NONE
        self._tell()

    def answered(self, answer: ControlAnswer) -> None:
        """The camera answered one value, and with it all that were asked for before."""
        pending = self._pending.get(answer.name)
        if answer.value is not None:
            self._values = {**self._values, answer.name: answer.value}
        if pending is not None and answer.number in pending.under_way:
            pending.under_way = [each for each in pending.under_way if each > answer.number]
            if pending.is_sent and not pending.under_way:
                del self._pending[answer.name]
                if answer.text:
                    self._troubles.say(answer.name, answer.text, self._clock())
            else:
                self._send_newest(answer.name, pending)
        self._tell()

    def tick(self, now: float) -> None:
        """Notice what is never answered, and what has been read."""
        late = [name for name, each in self._pending.items() if now - each.asked > ANSWER_SECONDS]
        for name in late:
            del self._pending[name]
            self._troubles.say(name, tr(NO_ANSWER), now)
        if self._troubles.tick(now) or late:
            self._tell()

    def _send_newest(self, name: str, pending: _Pending) -> None:
        if pending.is_sent or len(pending.under_way) >= UNDER_WAY:
            return
        self._number += 1
        if self._send(ControlChange(number=self._number, name=name, value=pending.newest)):
            pending.is_sent, pending.asked = True, self._clock()
            pending.under_way.append(self._number)
        elif not pending.under_way:
            # Otherwise it follows the next answer.
            del self._pending[name]
            self._troubles.say(name, tr(AWAY), self._clock())

    def _fail_all(self, why: str) -> None:
        for name in self._pending:
            self._troubles.say(name, why, self._clock())
        self._pending.clear()

    def _tell(self) -> None:
        for observer in list(self._observers):
            observer()


def _why_none(hello: CameraHello) -> str:
    """Why a camera that is here has told of nothing that can be set."""
    if hello.rights not in ("", Rights.CONTROL.value):
        return NOT_ALLOWED
    return NOT_TOLD_YET if hello.protocol >= SINCE else OLD
