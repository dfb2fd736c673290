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
from sender.config.inspection import HOMES
from sender.own_command import own_command
from sender.service.access import Account, account
from sender.service.caps import INFINITY
from sender.service.requirements import require_access, require_program, require_start, require_write
from sender.service.starter import STARTER
from sender.service.unit import MEMORY_MAX, STATE, UNIT, Service, text

ROOT = Path("/")
UNITS = Path("etc/systemd/system")
BOOTED = Path("run/systemd/system")


def printed(asked: argparse.Namespace) -> list[str]:
    """The unit, as it would be written. Raises UsageError."""
    return text(_service(asked)).rstrip("\n").split("\n")


def install(asked: argparse.Namespace, check: Callable[[Path], Sequence[str]], root: Path = ROOT) -> list[str]:
    """Write the unit below `root` and start it; return what was done, in lines for a person.

    `check` raises UsageError for a configuration with mistakes, and returns warnings. All that can be checked is,
    before anything is changed.
    """
    service = _service(asked)
    config = _config(asked)
    for program in ("systemctl", "useradd"):
        require_program(program)
    require_write(root / UNITS)
    if not (root / BOOTED).is_dir():
        raise UsageError("This computer was not started by systemd, so it has no place for services.")
    for needed in (Path(sys.executable), Path(sender.__file__).parent):
        require_access(needed, service.user)
    require_start()
    # Also one that is yet to be written: its folder may bar the way.
    require_access(config, service.user, is_to_come=not config.exists())
    told = [f"Warning: {each}" for each in check(config)] if config.exists() else []
    told += _made_user(service.user)
    if not config.exists():
        told += _begun(config, service.user)
    require_access(config, service.user)
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
    require_program("systemctl")
    unit = root / UNITS / UNIT
    if not unit.exists():
        raise UsageError("The service is not installed, so there is nothing to take away.")
    require_write(root / UNITS)
    _systemctl("disable", "--now", UNIT)
    unit.unlink()
    _systemctl("daemon-reload")
    return [
        "The service is stopped and gone. "
        f"Its configuration, its user and what the cameras kept in /var/lib/{STATE} were left as they are.",
    ]


def _service(asked: argparse.Namespace) -> Service:
    config = _config(asked)
    command = [*own_command(), "--config", str(config)]
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
    return [f"Wrote {config}, which shows a test pattern to paired viewers alone. Say in it what to show."]


def _make_folder(folder: Path) -> None:
    """With those above it, for everybody to look into, whatever root's umask is."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir()
    folder.chmod(0o755)


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
        raise UsageError(f"“{' '.join(command)}” failed: {_first_line([it.stderr, it.stdout])}")


def _first_line(outputs: Sequence[str]) -> str:
    lines = [line.strip() for output in outputs for line in output.splitlines() if line.strip()]
    return lines[0] if lines else "it did not say why."


_NO_SHELL = "/usr/sbin/nologin"
