"""What must be so before a service is installed. Each raises UsageError, with the way out."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import sender
from camwire.errors import UsageError
from sender.own_command import is_frozen, own_command
from sender.service.access import STRANGER, account, barred

# A slow computer with a cold SD card takes a while to begin.
START_SECONDS = 60.0


def require_program(program: str) -> None:
    """There is such a program."""
    if shutil.which(program) is None:
        raise UsageError(
            f"There is no {program} here, and a service needs it: this works on Linux with systemd, such as Raspberry "
            "Pi OS. Show the unit alone with --print."
        )


def require_write(folder: Path) -> None:
    """The folder of units can be written."""
    if not os.access(folder, os.W_OK):
        raise UsageError(f"{folder} cannot be written. Say it again with sudo: {shlex.join(['sudo', *_said()])}")


def require_start() -> None:
    """The camera program begins as systemd starts it: in another folder, and with nothing of what this shell knows."""
    if is_frozen():
        # It carries all it needs.
        return
    known = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-c", "import sender"]
    try:
        it = subprocess.run(
            command,
            cwd="/",
            env=known,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=START_SECONDS,
        )
        why = "" if it.returncode == 0 else (it.stderr.strip().splitlines() or ["it did not say why."])[-1]
    except (OSError, subprocess.TimeoutExpired) as error:
        why = str(error)
    if why:
        way_out = shlex.join([sys.executable, "-m", "pip", "install", str(Path(sender.__file__).parent.parent)])
        raise UsageError(
            f"A service begins in the folder /, and there {sys.executable} does not find the camera program: {why} "
            f"Install it with pip, like {way_out}, and say this again."
        )


def require_access(place: Path, user: str, is_to_come: bool = False) -> None:
    """Raises UsageError where `user` may not read `place`. `is_to_come`: it is yet to be written."""
    known = account(user)
    first = barred(place, known or STRANGER)
    if first is None or (is_to_come and not first.exists()):
        return
    way_out = "Move it to where everybody may look, such as below /opt or /etc, or name with --user whose it is."
    if first == place:
        # One who is yet to be made has no group.
        allowing = ["chmod", "o+r"] if known is None else ["chgrp", str(known.group)]
        way_out = f"Allow it: {shlex.join(['sudo', *allowing, str(place)])}"
        way_out += "" if known is None else f"; {shlex.join(['sudo', 'chmod', 'g+r', str(place)])}"
    raise UsageError(f"The user {user} may not read {place}, because of {first}. {way_out}")


def _said() -> list[str]:
    if Path(sys.argv[0]).name == "__main__.py":
        # Begun with -m: the file by itself would not find the rest of the program.
        return [*own_command(), *sys.argv[1:]]
    return [shutil.which(sys.argv[0]) or sys.argv[0], *sys.argv[1:]]
