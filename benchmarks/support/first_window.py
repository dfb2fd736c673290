"""Our viewer's own start, with its demo cameras: says when the window, and when the first picture, was first painted.

`python -m benchmarks.support.first_window --config FOLDER`
"""

import argparse
import json
import os
import time
from collections.abc import Callable

from PySide6.QtGui import QPaintEvent

from viewer.__main__ import main as viewer
from viewer.ui.shell import Shell

told: dict[str, float] = {}


def tell(what: str) -> None:
    """Note the moment, the first time."""
    told.setdefault(what, time.monotonic())
    told.setdefault(f"{what}_cpu", time.process_time())


def noted(paint: Callable[[Shell, QPaintEvent], None]) -> Callable[[Shell, QPaintEvent], None]:
    """Paint the window, and note when; only then is the rest of the program loaded, and can be watched."""

    def painted(shell: Shell, event: QPaintEvent) -> None:
        paint(shell, event)
        if "window" not in told:
            tell("window")
            watch_pictures()

    return painted


def watch_pictures() -> None:
    """Note when the first picture is painted, and end there."""
    from viewer.core.pictures.picture import Picture
    from viewer.core.sessions.session import Session

    take = Session.take_picture

    def taken(session: Session) -> Picture | None:
        picture = take(session)
        if picture is not None:
            tell("picture")
            print(json.dumps(told), flush=True)
            # The demo's cameras end with their input.
            os._exit(0)
        return picture

    Session.take_picture = taken  # type: ignore[method-assign]


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.support.first_window")
    parser.add_argument("--config", required=True)
    words = parser.parse_args()
    Shell.paintEvent = noted(Shell.paintEvent)  # type: ignore[method-assign]
    viewer(["--config", words.config, "--demo"])


if __name__ == "__main__":
    main()
