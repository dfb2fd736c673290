"""The screen of this computer: a monitor, all of them, or a part."""

import logging
import os
import re
import time
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from sender.asked import Asked
from sender.available import Available
from sender.errors import SourceError, SourceLost
from sender.imaging.chosen import imaging
from sender.pictures.capture import Capture, Picture
from sender.pictures.pacing import Pacing
from sender.sources.base import Source

log = logging.getLogger(__name__)

DEFAULT_FPS = 15.0
_MONITOR = re.compile(r"[0-9]{1,2}")
_PART = re.compile(r"([0-9]{1,5})x([0-9]{1,5})\+(-?[0-9]{1,5})\+(-?[0-9]{1,5})")


@dataclass(frozen=True, slots=True)
class Area:
    """A part of all that the monitors show together, in pixels."""

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def of(cls, box: Any) -> "Area":
        """What mss calls a monitor."""
        return cls(box["left"], box["top"], box["width"], box["height"])

    def holds(self, other: "Area") -> bool:
        """Whether all of `other` is in here."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.left + other.width <= self.left + self.width
            and other.top + other.height <= self.top + self.height
        )

    def __str__(self) -> str:
        return f"{self.width}x{self.height}+{self.left}+{self.top}"


class Screen(Source):
    """Shows `what`: "" is the main monitor, "1" the first, "0" all together, "640x480+100+50" a part of them.

    The part is 640 pixels wide and 480 high, 100 from the left and 50 from the top.
    """

    asked_as = "screen"
    rank = 35
    without_controls = "A screen has no controls. Another part of it is shown with --source screen:640x480+100+50."

    def __init__(self, what: str = "", fps: float | None = None) -> None:
        """Raises SourceError for what is no part of a screen."""
        super().__init__()
        part = _PART.fullmatch(what)
        if what and not (part or _MONITOR.fullmatch(what)):
            raise SourceError(
                f"“screen:{what}” is no part of a screen. Write screen:1 for the first monitor, or "
                "screen:640x480+100+50 for a part: width, height, and how far from the left and the top."
            )
        self._what = what
        self._part = Area(int(part[3]), int(part[4]), int(part[1]), int(part[2])) if part else None
        self._screen: Any = None
        self._box: dict[str, int] = {}
        self._pacing = Pacing(DEFAULT_FPS, fps)

    @classmethod
    def accepts(cls, spec: str) -> bool:
        return spec == "screen" or spec.startswith("screen:")

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "Screen":
        return cls(spec.partition(":")[2], asked.fps)

    @classmethod
    def available(cls) -> list[Available]:
        no_screen: tuple[type[Exception], ...] = (SourceError, *_failures())
        try:
            with _mss().MSS() as screen:
                monitors = [Area.of(each) for each in screen.monitors[1:]]
        except no_screen:
            return []
        return [
            Available(f"screen:{number}", f"monitor {number}, {each.width}x{each.height}", "screen")
            for number, each in enumerate(monitors, 1)
        ]

    def open(self) -> None:
        mss = _mss()
        try:
            self._screen = mss.MSS()
            area = self._area()
        except mss.ScreenShotError as error:
            self.close()
            raise SourceError(
                f"There is no screen to show here: {error}. Start the camera in a desktop session, or set DISPLAY."
            ) from None
        except BaseException:
            self.close()
            raise
        if os.environ.get("XDG_SESSION_TYPE") == "wayland":
            log.warning("Wayland lets no program look at the whole screen: it may be black. Log in with Xorg for this.")
        self._box = {"left": area.left, "top": area.top, "width": area.width, "height": area.height}
        self._pacing.begin()

    def read(self) -> Capture | None:
        if self.pause_until(self._pacing.due_ns):
            return None
        self._pacing.step()
        taken_ns = time.monotonic_ns()
        try:
            shot = self._screen.grab(self._box)
        except _failures() as error:
            log.debug("The screen could not be read: %r", error)
            raise SourceLost(
                "The screen can no longer be seen. Its session has ended, or it has another size."
            ) from None
        return Capture.of(_picture(shot), taken_ns)

    def close(self) -> None:
        screen, self._screen = self._screen, None
        if screen is not None:
            try:
                screen.close()
            except _failures() as error:
                log.debug("The screen was gone before it was closed: %r", error)

    def describe(self) -> str:
        if self._part is not None:
            return f"part of the screen, {self._part}"
        return {"": "screen", "0": "all screens"}.get(self._what, f"screen {self._what}")

    def prefer_fps(self, fps: float | None) -> None:
        self._pacing.change(fps)

    def _area(self) -> Area:
        everything, *monitors = [Area.of(each) for each in self._screen.monitors]
        if self._part is not None:
            if not everything.holds(self._part) or 0 in (self._part.width, self._part.height):
                raise SourceError(
                    f"The screen has no part {self._part}: all of it is {everything}. Take a part of that."
                )
            return self._part
        if not self._what:
            return Area.of(self._screen.primary_monitor)
        number = int(self._what)
        if number > len(monitors):
            has = "is one monitor" if len(monitors) == 1 else f"are {len(monitors)} monitors"
            raise SourceError(
                f"There is no screen {number}: there {has} here. Use screen:1, or screen for the main one."
            )
        return monitors[number - 1] if number else everything


def _picture(shot: Any) -> Picture:
    import numpy as np

    shown = np.frombuffer(shot.raw, np.uint8).reshape(shot.height, shot.width, 4)
    return imaging().bgr_of(shown, "bgra")


def _mss() -> ModuleType:
    try:
        import mss
    except ImportError:
        raise SourceError("To show the screen, mss is needed: pip install '.[screen]' in the checkout") from None
    return mss


def _failures() -> tuple[type[Exception], ...]:
    """What mss raises; it asserts that the X server answers."""
    try:
        return (_mss().ScreenShotError, OSError, AssertionError, ValueError)
    except SourceError:
        return ()
