"""Installing the cameras of this computer as a service, and taking them away again. Needs systemd, and root."""

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import sender
from camwire.errors import UsageError
from sender.service.access import STRANGER, Account, account, barred
from sender.service.starter import STARTER
from sender.service.unit import INFINITY, MEMORY_MAX, STATE, UNIT, Service, text

ROOT = Path("/")
UNITS = Path("etc/systemd/system")
BOOTED = Path("run/systemd/system")
HOMES = ("/home", "/root", "/run/user")
# A slow computer with a cold SD card takes a while to begin.
START_SECONDS = 60.0


def printed(asked: argparse.Namespace) -> list[str]:
    """The unit, as it would be written. Raises UsageError."""
    return text(_service(asked)).splitlines()


def install(asked: argparse.Namespace, check: Callable[[Path], int], root: Path = ROOT) -> list[str]:
    """Write the unit below `root` and start it; return what was done, in lines for a person.

    `check` raises UsageError for a configuration with mistakes. All that can be checked is, before anything is changed.
    """
    service = _service(asked)
    config = _config(asked)
    for program in ("systemctl", "useradd"):
        _require(program)
    _require_write(root)
    if not (root / BOOTED).is_dir():
        raise UsageError("This computer was not started by systemd, so it has no place for services.")
    for needed in (Path(sys.executable), Path(sender.__file__).parent):
        _require_access(needed, service.user)
    _require_start()
    # Also one that is yet to be written: its folder may bar the way.
    _require_access(config, service.user, is_to_come=not config.exists())
    if config.exists():
        check(config)
    told = _made_user(service.user)
    if not config.exists():
        told += _begun(config, service.user)
    _require_access(config, service.user)
    _write(root / UNITS / UNIT, text(service), 0o644)
    _systemctl("daemon-reload")
    _systemctl("enable", UNIT)
    # Also one that runs already, with what was written before.
    _systemctl("restart", UNIT)
    return [
        *told,
        f"The service shows what is in {config}, now and whenever this computer starts.",
        "How it does:       watchword-camera status",
        f"After a change:    {shlex.join(['watchword-camera', 'check', str(config)])}, "
        "then: sudo systemctl restart watchword-camera",
    ]


def uninstall(root: Path = ROOT) -> list[str]:
    """Stop the service and remove its unit; return what was done. Raises UsageError."""
    _require("systemctl")
    unit = root / UNITS / UNIT
    if not unit.exists():
        raise UsageError("The service is not installed, so there is nothing to take away.")
    _require_write(root)
    _systemctl("disable", "--now", UNIT)
    unit.unlink()
    _systemctl("daemon-reload")
    return [
        "The service is stopped and gone. "
        f"Its configuration, its user and what the cameras kept in /var/lib/{STATE} were left as they are.",
    ]


def _service(asked: argparse.Namespace) -> Service:
    config = _config(asked)
    command = [sys.executable, "-m", "sender", "--config", str(config)]
    places = [sys.executable, str(Path(sender.__file__).parent), str(config), str(Path(sys.executable).resolve())]
    return Service(
        command,
        asked.user,
        asked.watchdog,
        asked.memory_max or MEMORY_MAX,
        asked.cpu_quota or _all_but_one(),
        reads_homes=any(place.startswith(f"{home}/") for place in places for home in HOMES),
    )


def _config(asked: argparse.Namespace) -> Path:
    """As a whole path: a service begins in another folder."""
    return Path(os.path.abspath(asked.config))


def _all_but_one() -> str:
    """A processor stays free for who wants to look after the computer."""
    count = os.cpu_count() or 1
    return INFINITY if count == 1 else f"{100 * (count - 1)}%"


def _require(program: str) -> None:
    if shutil.which(program) is None:
        raise UsageError(
            f"There is no {program} here, and a service needs it: this works on Linux with systemd, such as Raspberry "
            "Pi OS. Show the unit alone with --print."
        )


def _require_write(root: Path) -> None:
    if not os.access(root / UNITS, os.W_OK):
        raise UsageError(f"/{UNITS} cannot be written. Say it again with sudo: {shlex.join(['sudo', *_said()])}")


def _require_start() -> None:
    """As systemd starts it: in another folder, and with nothing of what this shell knows."""
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


def _said() -> list[str]:
    if Path(sys.argv[0]).name == "__main__.py":
        # Begun with -m: the file by itself would not find the rest of the program.
        return [sys.executable, "-m", "sender", *sys.argv[1:]]
    return [shutil.which(sys.argv[0]) or sys.argv[0], *sys.argv[1:]]


def _made_user(name: str) -> list[str]:
    if account(name) is not None:
        return []
    home = f"/var/lib/{STATE}"
    _do("useradd", "--system", "--user-group", "--no-create-home", "--home-dir", home, "--shell", _NO_SHELL, name)
    if account(name) is None:
        raise UsageError(f"There is no user {name}, although useradd has made one. Name another with --user.")
    return [f"Made the user {name}, as which nobody can log in."]


def _begun(config: Path, user: str) -> list[str]:
    """A configuration to begin with. It may come to hold passwords, and is not for everybody."""
    try:
        _make_folder(config.parent)
        _write(config, STARTER, 0o640)
        shutil.chown(config, group=_known(user).group)
    except OSError as error:
        raise UsageError(f"{config} cannot be written ({error.strerror}). Name another file with --config.") from None
    return [f"Wrote {config}, which shows a test pattern to this computer alone. Say in it what to show."]


def _make_folder(folder: Path) -> None:
    """With those above it, for everybody to look into, whatever root's umask is."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir()
    folder.chmod(0o755)


def _require_access(place: Path, user: str, is_to_come: bool = False) -> None:
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


def _known(user: str) -> Account:
    found = account(user)
    if found is None:
        raise UsageError(f"There is no user {user} any more. Try it again.")
    return found


def _write(path: Path, content: str, mode: int) -> None:
    """All of it or nothing, also through a power cut."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _systemctl(*words: str) -> None:
    _do("systemctl", *words)


def _do(*command: str) -> None:
    it = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
    if it.returncode:
        raise UsageError(f"“{' '.join(command)}” failed: {_last_line([it.stderr, it.stdout])}")


def _last_line(outputs: Sequence[str]) -> str:
    lines = [line.strip() for output in outputs for line in output.splitlines() if line.strip()]
    return lines[0] if lines else "it did not say why."


_NO_SHELL = "/usr/sbin/nologin"
