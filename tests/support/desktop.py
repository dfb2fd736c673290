"""A desktop of its own for a test: a virtual screen with a window manager, a hand for mouse and keys, and an eye."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from tests.support.screens import Screen, screen

TOOLS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool"}
"""Programs, and the packages of Debian and Ubuntu that hold them."""
PATIENCE = 60.0
BETWEEN = 0.1
Place = tuple[int, int, int, int]


def missing() -> list[str]:
    """The packages that have to be installed first."""
    return [package for tool, package in TOOLS.items() if shutil.which(tool) is None]


class Desktop:
    """`environment` is for programs that shall appear on it."""

    def __init__(self, shown: Screen, pictures: Path) -> None:
        self.environment = {**os.environ, "DISPLAY": shown.display, "QT_QPA_PLATFORM": "xcb"}
        self._shown = shown
        self._pictures = pictures

    @property
    def pixels(self) -> "npt.NDArray[np.uint8]":
        """What is seen now, (height, width, 3), blue first."""
        return np.array(self._shown.pixels[:, :, :3])

    def keep(self, name: str) -> Path:
        """Write what is seen into a file."""
        whole = np.array(self._shown.pixels)
        height, width, _ = whole.shape
        file = self._pictures / f"{name}.png"
        QImage(whole.data, width, height, 4 * width, QImage.Format.Format_RGB32).save(str(file))
        return file

    def do(self, *words: str) -> str:
        """One word of xdotool, and what it says."""
        ended = subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False)
        return ended.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as xdotool writes them (`ctrl+s`)."""
        for key in keys:
            self.do("key", "--clearmodifiers", key)
            time.sleep(BETWEEN)

    def type(self, text: str) -> None:
        """Type a text."""
        self.do("type", "--delay", "30", text)

    def click(self, x: int, y: int) -> None:
        """Click at a point of the screen."""
        self.do("mousemove", str(x), str(y))
        time.sleep(BETWEEN)
        self.do("click", "1")

    def drag(self, begin: tuple[int, int], end: tuple[int, int], steps: int = 8) -> None:
        """Take something at `begin` and put it down at `end`."""
        self.do("mousemove", *map(str, begin))
        self.do("mousedown", "1")
        for step in range(1, steps + 1):
            self.do("mousemove", *(str(round(a + (b - a) * step / steps)) for a, b in zip(begin, end, strict=True)))
            time.sleep(BETWEEN / 2)
        self.do("mouseup", "1")

    def windows(self, name: str) -> list[str]:
        """The windows that are seen with exactly that title."""
        return self.do("search", "--onlyvisible", "--name", f"^{name}$").split()

    def place_of(self, window: str) -> Place:
        """Left, top, width and height of a window's inside."""
        told = dict(line.split("=") for line in self.do("getwindowgeometry", "--shell", window).splitlines())
        return int(told["X"]), int(told["Y"]), int(told["WIDTH"]), int(told["HEIGHT"])

    def part(self, place: Place) -> "npt.NDArray[np.uint8]":
        """What is seen in a place."""
        left, top, width, height = place
        return self.pixels[top : top + height, left : left + width]

    def moves(self, place: Place, seconds: float = 0.6) -> bool:
        """Whether what is seen there changes by itself, as live pictures do."""
        before = self.part(place)
        time.sleep(seconds)
        return bool((before != self.part(place)).any(axis=2).mean() > 0.005)


def until(fact: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait for a fact, looked at from outside the program. Fails with `what` was waited for."""
    ends = time.monotonic() + patience
    while not fact():
        if time.monotonic() > ends:
            raise AssertionError(f"not so after {patience:.0f} s: {what}")
        time.sleep(BETWEEN)


@contextmanager
def desktop(folder: Path, pictures: Path, width: int = 1440, height: int = 900) -> Iterator[Desktop]:
    """A desktop whose screen lies in `folder`, and whose pictures are kept in `pictures`."""
    pictures.mkdir(parents=True, exist_ok=True)
    with screen(folder, width, height) as shown:
        made = Desktop(shown, pictures)
        keeper = subprocess.Popen(
            ["openbox"], env=made.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield made
        finally:
            # Nobody looks at the screen's memory when it is given back.
            del made._shown, shown
            keeper.terminate()
            keeper.wait(10)
