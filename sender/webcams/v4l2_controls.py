"""What can be set at a webcam on Linux, asked of the driver itself: OpenCV knows no ranges and no menus.

Layouts and numbers are those of linux/videodev2.h.
"""

import errno
import os
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from camwire.errors import UsageError
from sender.control import Control, Kind, Value
from sender.webcams import v4l2
from sender.webcams.fixed import why_fixed, with_way_out

# struct v4l2_queryctrl: id, type, name, minimum, maximum, step, default, flags, reserved.
QUERY = struct.Struct("=II32siiiiI8x")
# struct v4l2_querymenu: id, index, and a name or a number.
MENU = struct.Struct("=II32s4x")
MENU_NUMBER = struct.Struct("=IIq28x")
# struct v4l2_control: id, value.
CONTROL = struct.Struct("=Ii")

VIDIOC_G_CTRL = v4l2.telling(27, CONTROL)
VIDIOC_S_CTRL = v4l2.telling(28, CONTROL)
VIDIOC_QUERYCTRL = v4l2.telling(36, QUERY)
VIDIOC_QUERYMENU = v4l2.telling(37, MENU)

NEXT = 0x8000_0000
DISABLED, WRITE_ONLY = 0x1, 0x40
INTEGER, BOOLEAN, CHOICE, NUMBER_CHOICE = 1, 2, 3, 9
KINDS: dict[int, Kind] = {INTEGER: "integer", BOOLEAN: "boolean", CHOICE: "choice", NUMBER_CHOICE: "choice"}
# More than any driver has; one that goes round in circles is left.
MOST_CONTROLS = 200

USER, CAMERA = 0x0098_0900, 0x009A_0900


@dataclass(frozen=True, slots=True)
class Known:
    """What the standard says of a control: our name, and the driver's value in units of `scale` `unit`."""

    name: str
    unit: str = ""
    scale: int = 1
    ruled_by: str = ""
    """The control that switches this one on and off."""


KNOWN = {
    USER + 12: Known("white_balance_auto"),
    USER + 19: Known("gain", ruled_by="gain_auto"),
    USER + 18: Known("gain_auto"),
    USER + 24: Known("power_line"),
    USER + 26: Known("white_balance", "K", ruled_by="white_balance_auto"),
    USER + 28: Known("backlight"),
    CAMERA + 1: Known("exposure_auto"),
    CAMERA + 2: Known("exposure", "µs", 100, ruled_by="exposure_auto"),
    CAMERA + 3: Known("exposure_slows_rate"),
    CAMERA + 10: Known("focus", ruled_by="focus_auto"),
    CAMERA + 12: Known("focus_auto"),
    CAMERA + 13: Known("zoom"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A control as the driver told it. `menu` says which number of the driver stands for which choice."""

    id: int
    control: Control
    menu: dict[int, str]
    scale: int

    def shown(self, raw: int) -> Value:
        """The driver's value as ours."""
        match self.control.kind:
            case "boolean":
                return bool(raw)
            case "choice":
                return self.menu.get(raw, str(raw))
            case _:
                return raw * self.scale

    def raw(self, value: Value) -> int:
        """Our value as the driver's, to the nearest that it knows."""
        if self.control.kind == "choice":
            return next(number for number, choice in self.menu.items() if choice == value)
        return round(int(value) / self.scale)


class V4l2Controls:
    """The controls of the device at `path`, which is open from the first question until `close`.

    Each call asks the driver anew: one control may switch another off.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._device = -1
        self._found: dict[str, Found] = {}

    def close(self) -> None:
        """Let go of the device. May be repeated."""
        device, self._device = self._device, -1
        if device >= 0:
            os.close(device)

    def controls(self) -> list[Control]:
        """All that have a plain value. Raises UsageError when the driver does not answer."""
        with self._open() as device:
            self._found = {found.control.name: found for found in _all(device)}
        known = {name: found.control for name, found in self._found.items()}
        return [replace(each, fixed=with_way_out(each, known)) for each in known.values()]

    def get(self, name: str) -> Value:
        """Ask the driver for a value. Raises UsageError."""
        with self._open() as device:
            # A value is most often asked for after the list, for each control: not walked through once more each time.
            return _get(device, self._found.get(name) or _find(device, name))

    def set(self, name: str, value: Value) -> Value:
        """Set a value in its range, and return what the driver made of it. Raises UsageError."""
        with self._open(f"It did not take {value} for {name}. Try another value, or plug it in anew.") as device:
            found = _find(device, name)
            v4l2.ask(device, VIDIOC_S_CTRL, CONTROL.pack(found.id, found.raw(value)))
            return _get(device, found)

    @contextmanager
    def _open(self, way_out: str = "Plug it in anew, if that stays so.") -> Iterator[int]:
        try:
            if self._device < 0:
                self._device = v4l2.opened(self._path)
            yield self._device
        except OSError as error:
            why = os.strerror(error.errno or errno.EIO)
            raise UsageError(f"The webcam refuses that ({why}). {way_out}") from None


def _get(device: int, found: Found) -> Value:
    return found.shown(CONTROL.unpack(v4l2.ask(device, VIDIOC_G_CTRL, CONTROL.pack(found.id, 0)))[1])


def _find(device: int, name: str) -> Found:
    for found in _all(device):
        if found.control.name == name:
            return found
    raise UsageError(f"The webcam has no control “{name}” any more.")


def _all(device: int) -> Iterator[Found]:
    number, names = 0, set[str]()
    for _ in range(MOST_CONTROLS):
        try:
            answer = v4l2.ask(device, VIDIOC_QUERYCTRL, QUERY.pack(number | NEXT, 0, b"", 0, 0, 0, 0, 0))
        except OSError as error:
            if error.errno == errno.EINVAL:
                return
            raise
        found = _understood(device, *QUERY.unpack(answer))
        number = QUERY.unpack(answer)[0]
        if found is not None and found.control.name not in names:
            names.add(found.control.name)
            yield found


def _understood(
    device: int, number: int, kind: int, title: bytes, least: int, most: int, step: int, default: int, flags: int
) -> Found | None:
    """The control of a driver's answer; None for one that has no plain value, like a button."""
    if kind not in KINDS or flags & (DISABLED | WRITE_ONLY):
        return None
    known = KNOWN.get(number, Known(_plain(title)))
    menu = dict(_menu(device, number, kind, least, most)) if KINDS[kind] == "choice" else {}
    found = Found(number, Control(known.name, KINDS[kind]), menu, known.scale)
    is_integer = kind == INTEGER
    control = Control(
        known.name,
        KINDS[kind],
        default=found.shown(default),
        least=least * known.scale if is_integer else None,
        most=most * known.scale if is_integer else None,
        step=step * known.scale if is_integer else None,
        choices=tuple(menu.values()),
        unit=known.unit,
        fixed=why_fixed(known.name, flags),
        title="" if number in KNOWN else v4l2.text(title),
        ruled_by=known.ruled_by,
        reads_back=True,
    )
    return Found(number, control, menu, known.scale)


def _menu(device: int, number: int, kind: int, least: int, most: int) -> Iterator[tuple[int, str]]:
    """The choices of a menu, which may have gaps."""
    for index in range(max(0, least), min(most, MOST_CONTROLS) + 1):
        try:
            answer = v4l2.ask(device, VIDIOC_QUERYMENU, MENU.pack(number, index, b""))
        except OSError as error:
            if error.errno == errno.EINVAL:
                continue
            raise
        is_number = kind == NUMBER_CHOICE
        yield index, str(MENU_NUMBER.unpack(answer)[2]) if is_number else v4l2.text(MENU.unpack(answer)[2]).lower()


def _plain(title: bytes) -> str:
    """The driver's name as one that can be typed: `White Balance, Auto` is white_balance_auto."""
    return re.sub(r"[^a-z0-9]+", "_", v4l2.text(title).lower()).strip("_") or "nameless"
