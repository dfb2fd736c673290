"""A person's first minute: a camera on one computer, the wall on another, and a code between them.

`python3 run.py minute [--pictures FOLDER]`, as root on Linux. Two network namespaces are the computers. The camera is
started without an address; nobody types one. Mouse and keys in the real window are those of xdotool.
"""

import argparse
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

import numpy as np

from tests.support.desktop import Desktop, desktop, missing, until
from tests.support.two_computers import Computer, is_permitted, two_computers

TITLE, FIND, PAIR = "Watchword", "Find cameras", "Pair with a camera"
PANEL = np.array([0x1E, 0x17, 0x14], np.uint8)
"""The ground of cards in the dark theme, blue first."""
BUTTON = np.array([0xC4, 0x6B, 0x28], np.uint8)
"""The ground of what is to be pressed first."""
INTO_BUTTON = 42
LIMIT_SECONDS = 60.0
LOOKING_SECONDS = 1.0
"""So long a person looks at what has appeared before they go on."""
CODE = "Pairing code: "


class Minute:
    """What the person does, in this order."""

    def __init__(self, desk: Desktop, camera: Computer, viewer: Computer, folder: Path, at_end: ExitStack) -> None:
        self._desk = desk
        self._camera, self._viewer = camera, viewer
        self._folder = folder
        self._at_end = at_end
        self._code = ""

    @property
    def steps(self) -> Sequence[Callable[[], None]]:
        """The minute, step by step."""
        return self.start_the_camera, self.start_the_wall, self.find, self.type_the_code, self.watch

    def start_the_camera(self) -> None:
        """It is told nothing but its name, and prints a code."""
        words = ["-m", "sender", "--name", "porch", "--secure", "--state", str(self._folder / "camera")]
        program = self._start(self._camera, words, stdout=subprocess.PIPE, text=True)
        assert program.stdout is not None
        self._code = next(line for line in program.stdout if line.startswith(CODE)).removeprefix(CODE).strip()

    def start_the_wall(self) -> None:
        """An empty wall says what can be done."""
        self._start(self._viewer, ["-m", "viewer", "--config", str(self._folder / "viewer")])
        until(lambda: self._desk.windows(TITLE), "the window")
        until(lambda: (self._seen(TITLE) == PANEL).all(axis=2).any(), "the cards of the first run")

    def find(self) -> None:
        """The first card leads to a list, in which the camera appears, ticked as it is the only one."""
        rows, columns = np.nonzero((self._seen(TITLE) == PANEL).all(axis=2))
        left, top, _, _ = self._desk.place_of(self._desk.windows(TITLE)[0])
        below = columns[rows > rows.max() - 10]
        self._desk.click(left + int(below.min()) + INTO_BUTTON, top + int(rows.max()) - 30)
        until(lambda: self._desk.windows(FIND), "the list of cameras")
        until(lambda: (self._seen(FIND) == BUTTON).all(axis=2).any(), "a camera in it")

    def type_the_code(self) -> None:
        """Enter asks for its code, and that is typed."""
        self._desk.press("Return")
        until(lambda: self._desk.windows(PAIR), "the question for the code")
        self._look()
        self._desk.type(self._code)
        self._desk.keep("04b-typed")
        self._desk.press("Return")
        until(self._is_paired, "a pairing")

    def watch(self) -> None:
        """Enter closes the dialog, and the picture is live."""
        self._look()
        self._desk.press("Return")
        until(lambda: not self._desk.windows(PAIR), "no dialog any more")
        until(lambda: self._desk.moves(self._desk.place_of(self._desk.windows(TITLE)[0])), "a live picture")

    def _start(self, computer: Computer, words: Sequence[str], **more: object) -> "subprocess.Popen[str]":
        command = [*computer.prefix, sys.executable, *words]
        program = subprocess.Popen(command, env=self._desk.environment, **more)  # type: ignore[call-overload]
        self._at_end.callback(_ended, program)
        return program  # type: ignore[no-any-return]

    def _seen(self, title: str) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
        return self._desk.part(self._desk.place_of(self._desk.windows(title)[0]))

    def _is_paired(self) -> bool:
        file = self._folder / "viewer" / "settings.toml"
        return file.exists() and bool(tomllib.loads(file.read_text("utf-8")).get("paired"))

    def _look(self) -> None:
        time.sleep(LOOKING_SECONDS)


def _ended(program: "subprocess.Popen[str]") -> None:
    program.send_signal(signal.SIGTERM)
    try:
        program.wait(5)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()


def main(words: Sequence[str]) -> int:
    """Live through the minute; 1 if something went wrong, or it took longer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, default=Path("build/minute"), help="a folder (default build/minute)")
    asked = parser.parse_args(words)
    if missing():
        print(f"Something is missing first: sudo apt-get install {' '.join(missing())}", file=sys.stderr)
        return 1
    if not is_permitted():
        print(
            "Two computers are played by network namespaces: this needs root on Linux, and iproute2.", file=sys.stderr
        )
        return 1
    with ExitStack() as at_end:
        folder = Path(at_end.enter_context(tempfile.TemporaryDirectory()))
        camera, viewer = at_end.enter_context(two_computers())
        for each in (camera, viewer):
            each.get_address()
        desk = at_end.enter_context(desktop(folder, asked.pictures, 1280, 800))
        minute = Minute(desk, camera, viewer, folder, at_end)
        began = time.monotonic()
        for number, step in enumerate(minute.steps, 1):
            name = step.__name__.replace("_", "-")
            try:
                step()
            except AssertionError as error:
                print(f"{name}: {error}. Seen: {desk.keep(f'{number:02}-{name}-failed')}", file=sys.stderr)
                return 1
            desk.keep(f"{number:02}-{name}")
            print(f"{name}: {time.monotonic() - began:.1f} s", flush=True)
        took = time.monotonic() - began
    print(f"From nothing to a live picture in {took:.1f} s. Pictures of it: {asked.pictures}")
    return 0 if took < LIMIT_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
