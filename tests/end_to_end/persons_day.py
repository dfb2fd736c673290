"""A person's day with the program, in a real window: `python3 run.py day [--pictures FOLDER]`.

Mouse and keys are xdotool's, on a virtual screen with a window manager. What came of it is looked at from outside: on
the screen, in the files that the program keeps, and in how it ends. A picture of every step is kept.
"""

import argparse
import sqlite3
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import av
import numpy as np

from tests.support.desktop import Desktop, desktop, missing, until

TITLE = "Watchword"
PANEL = np.array([0x1E, 0x17, 0x14], np.uint8)
"""The ground of cards in the dark theme, blue first."""
BUTTON = np.array([0xC4, 0x6B, 0x28], np.uint8)
"""The ground of what is to be pressed first."""
CARD_WIDTH, INTO_BUTTON = 236, 42
LEAST_FRAMES = 10
LIGHT = 180
"""How bright the bar is, from 0 to 255, only in the light theme."""


class Day:
    """What the person does, in this order; `folder` holds all that the program keeps."""

    def __init__(self, desk: Desktop, folder: Path) -> None:
        self._desk = desk
        self._folder = folder
        self._program: subprocess.Popen[bytes] | None = None

    @property
    def steps(self) -> Sequence[Callable[[], None]]:
        """The day, step by step."""
        return (
            self.first_run,
            self.demo,
            self.arrange,
            self.maximise,
            self.talk,
            self.snapshot,
            self.record,
            self.replay,
            self.save_a_layout,
            self.get_the_layout_back,
            self.start_a_second_time,
            self.switch_language_and_theme,
            self.quit,
            self.begin_another_day,
        )

    def first_run(self) -> None:
        """An empty wall says what can be done."""
        self._start()
        until(lambda: self._desk.windows(TITLE), "the window")
        until(lambda: (self._picture() == PANEL).all(axis=2).any(), "the cards of the first run")

    def demo(self) -> None:
        """The last card's button starts four cameras; all of them are live."""
        rows, columns = np.nonzero((self._picture() == PANEL).all(axis=2))
        left, top, _, _ = self._inside()
        # The bar is of nearly the same colour; cards are the lowest.
        below = columns[rows > rows.max() - 10]
        self._desk.click(left + int(below.max()) - CARD_WIDTH + INTO_BUTTON, top + int(rows.max()) - 30)
        until(self._has_four_tiles, "four tiles")
        until(lambda: all(self._desk.moves(self._tile(number)) for number in range(4)), "four live cameras")

    def arrange(self) -> None:
        """One tile is dragged onto another, and the gap between them."""
        before = self._order()
        self._desk.drag(self._middle(0), self._middle(3))
        until(lambda: self._order() not in (before, []), "another order")
        left, top, width, height = self._inside()
        self._desk.drag((left + width // 2, top + height // 3), (left + width // 2 + 120, top + height // 3))
        until(lambda: self._layout().get("column_weights"), "columns of two widths")

    def maximise(self) -> None:
        """A tile alone, and all again."""
        self._desk.click(*self._middle(1))
        self._desk.press("Return")
        until(lambda: self._settings()["wall"].get("maximised"), "one tile alone")
        self._desk.keep("04b-alone")
        self._desk.press("Return")
        until(lambda: not self._settings()["wall"].get("maximised"), "all tiles again")

    def talk(self) -> None:
        """A line is said to a camera, which answers."""
        self._desk.click(*self._middle(1))
        self._desk.press("c")
        time.sleep(0.5)
        self._desk.type("hello")
        self._desk.press("Return")
        until(lambda: len(self._lines()) >= 2, "a line and its answer")

    def snapshot(self) -> None:
        """A picture of the camera lies on the disk."""
        self._desk.press("Escape", "s")
        until(lambda: self._files("snapshots", "*.[jp][pn]g"), "a snapshot")

    def record(self) -> None:
        """Some seconds of the camera lie on the disk, with what was said."""
        self._desk.press("r")
        until(lambda: self._files("recordings", "*.mkv"), "a recording that grows")
        time.sleep(4)
        self._desk.keep("07b-recording")
        self._desk.press("r")
        until(lambda: _frames(self._files("recordings", "*.mkv")[0]) >= LEAST_FRAMES, "a recording with pictures")

    def replay(self) -> None:
        """The recording is shown in a window of its own, and plays."""
        self._desk.press("ctrl+h")
        until(lambda: self._desk.windows("Recordings"), "the window of recordings")
        window = self._desk.windows("Recordings")[0]
        place = self._desk.place_of(window)
        self._desk.click(place[0] + 120, place[1] + 140)
        self._desk.press("space")
        until(lambda: self._desk.moves(place), "a recording that plays")
        self._desk.keep("08b-playing")
        # As the frame of the window does; xdotool itself would take it away behind the program's back.
        self._desk.press("alt+F4")
        until(lambda: not self._desk.windows("Recordings"), "no window of recordings")

    def save_a_layout(self) -> None:
        """The wall, as it is, gets a name."""
        self._desk.click(*self._middle(0))
        self._desk.press("ctrl+s")
        until(lambda: self._desk.windows("Save layout"), "the question for a name")
        self._desk.type("Day")
        self._desk.keep("09b-asked")
        self._desk.press("Return")
        until(lambda: [each["name"] for each in self._settings().get("layout", [])] == ["Day"], "the layout")

    def get_the_layout_back(self) -> None:
        """What was arranged anew is as it was saved."""
        saved = self._order()
        self._desk.press("ctrl+Right")
        until(lambda: self._order() != saved, "another order")
        self._desk.press("alt+1")
        until(lambda: self._order() == saved, "the order of the layout")

    def start_a_second_time(self) -> None:
        """It ends at once: the window that is there does what it was told."""
        second = subprocess.run(
            [*self._command, "--layout", "Day"], env=self._desk.environment, timeout=60, check=False
        ).returncode
        assert second == 0, f"the second start ended with {second}"
        assert len(self._desk.windows(TITLE)) == 1, "there is more than one window"

    def switch_language_and_theme(self) -> None:
        """German and light, while the cameras go on."""
        self._desk.press("ctrl+comma")
        until(lambda: self._desk.windows("Preferences"), "the preferences")
        self._desk.press("D", "Tab", "L")
        self._desk.keep("12b-asked")
        self._desk.press("Return")
        until(lambda: self._settings()["general"].get("language") == "de", "German")
        until(lambda: self._picture()[8:30, :200].mean() > LIGHT, "a light bar")
        until(lambda: self._desk.moves(self._inside()), "live cameras")

    def quit(self) -> None:
        """The program ends by itself, at once and well."""
        assert self._program is not None
        self._desk.press("ctrl+q")
        until(lambda: self._program is not None and self._program.poll() is not None, "the end of the program")
        assert self._program.returncode == 0, f"it ended with {self._program.returncode}"

    def begin_another_day(self) -> None:
        """It is as it was left: German, light, and with the layout."""
        self._start()
        until(lambda: self._desk.windows(TITLE), "the window")
        until(lambda: (self._picture() == BUTTON).all(axis=2).any(), "buttons in the bar")
        assert self._picture()[8:30, :200].mean() > LIGHT, "it is dark"
        assert self._settings()["general"]["language"] == "de"
        assert [each["name"] for each in self._settings()["layout"]] == ["Day"]
        self._desk.keep("14-another-day")
        self.quit()

    def end(self) -> None:
        """Whatever happened, nothing is left behind."""
        if self._program is not None and self._program.poll() is None:
            self._program.kill()
            self._program.wait(10)

    # What is seen from outside

    @property
    def _command(self) -> list[str]:
        return [sys.executable, "-m", "viewer", "--config", str(self._folder)]

    def _start(self) -> None:
        self._program = subprocess.Popen(self._command, env=self._desk.environment)

    def _inside(self) -> tuple[int, int, int, int]:
        return self._desk.place_of(self._desk.windows(TITLE)[0])

    def _picture(self) -> Any:
        return self._desk.part(self._inside())

    def _tile(self, number: int) -> tuple[int, int, int, int]:
        """About where one of four tiles is, without its edges."""
        left, top, width, height = self._inside()
        wide, high = width // 2, (height - 44) // 2
        return left + number % 2 * wide + 60, top + 44 + number // 2 * high + 60, wide - 120, high - 120

    def _has_four_tiles(self) -> bool:
        """Whether the wall is seen between them."""
        left, top, width, height = self._inside()
        gap = self._desk.part((left + width // 2, top + 100, 1, height - 160))
        return bool((np.ptp(gap.reshape(-1, 3), axis=0) == 0).all())

    def _middle(self, number: int) -> tuple[int, int]:
        left, top, width, height = self._tile(number)
        return left + width // 2, top + height // 2

    def _settings(self) -> dict[str, Any]:
        file = self._folder / "settings.toml"
        return tomllib.loads(file.read_text("utf-8")) if file.exists() else {"wall": {}, "general": {}}

    def _layout(self) -> dict[str, Any]:
        layout: dict[str, Any] = self._settings()["wall"].get("layout", {})
        return layout

    def _order(self) -> list[str]:
        return list(self._layout().get("order", []))

    def _lines(self) -> list[object]:
        with sqlite3.connect(f"file:{self._folder / 'conversations.db'}?mode=ro", uri=True) as file:
            return file.execute("SELECT * FROM line").fetchall()

    def _files(self, folder: str, pattern: str) -> list[Path]:
        return sorted((self._folder / folder).rglob(pattern))


def _frames(file: Path) -> int:
    """How many pictures of a recording can be played."""
    try:
        with av.open(str(file)) as recording:
            return sum(1 for _ in recording.decode(video=0))
    except av.FFmpegError:
        return 0


def main(words: Sequence[str]) -> int:
    """Live through the day; 1 if something went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, default=Path("build/day"), help="a folder (default build/day)")
    asked = parser.parse_args(words)
    if missing():
        print(f"Something is missing first: sudo apt-get install {' '.join(missing())}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, desktop(Path(folder), asked.pictures) as desk:
        day = Day(desk, Path(folder) / "config")
        try:
            for number, step in enumerate(day.steps, 1):
                began, name = time.monotonic(), step.__name__.replace("_", "-")
                try:
                    step()
                except (AssertionError, subprocess.TimeoutExpired) as error:
                    print(f"{name}: {error}. Seen: {desk.keep(f'{number:02}-{name}-failed')}", file=sys.stderr)
                    return 1
                if number < len(day.steps):
                    desk.keep(f"{number:02}-{name}")
                print(f"{name}: ok after {time.monotonic() - began:.1f} s", flush=True)
        finally:
            day.end()
    print(f"Pictures of the day: {asked.pictures}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
