"""The program that reads a camera of this computer, and how it is started."""

import os
import shutil
import sys
from pathlib import Path

import viewer

NAME = "watchword-camera"


def camera_command(*words: str) -> list[str]:
    """The command for `watchword-camera WORDS…`: of this checkout or environment, or the installed one.

    That one cannot read webcams on Linux, which takes OpenCV; the package watchword-camera can. Where it lies beside
    ours, it is taken.
    """
    if not is_frozen():
        return [sys.executable, "-m", "sender", *words]
    return [str(beside(Path(sys.executable))), *words]


def own_camera_command(*words: str) -> list[str]:
    """The same, but always of the program that came with us."""
    if not is_frozen():
        return camera_command(*words)
    executable = Path(sys.executable)
    return [str(executable.with_name(NAME + executable.suffix)), *words]


def typed_command() -> str:
    """How a person starts it in a terminal: by its name, or, where a checkout is run as it is, by its place there."""
    folder = Path(sys.prefix).resolve()
    is_of_checkout = not is_frozen() and folder.parent == Path(viewer.__file__).resolve().parents[1]
    if not is_of_checkout or shutil.which(NAME):
        return NAME
    return str(Path(folder.name, "Scripts" if os.name == "nt" else "bin", NAME))


def is_frozen() -> bool:
    """Whether this is an installed program that needs no Python."""
    return hasattr(sys, "_MEIPASS")


def beside(executable: Path) -> Path:
    """The camera program for the viewer `executable`."""
    own = executable.with_name(NAME + executable.suffix)
    larger = executable.parent.parent / NAME / own.name
    return larger if larger.is_file() else own
