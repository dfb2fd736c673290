"""How the service does, asked of systemd."""

import shutil
import subprocess
from collections.abc import Mapping

from camwire.errors import UsageError
from sender.console import write_line
from sender.service.unit import UNIT

FACTS = ("LoadState", "ActiveState", "SubState", "Result", "StatusText", "ActiveEnterTimestamp", "NRestarts")
MEMORY = "MemoryCurrent"
MB = 1_000_000
FAILURE = 1
NOT_INSTALLED = "The service is not installed. Install it with: sudo watchword-camera install-service"
LOG = "Its log: journalctl --unit watchword-camera"


def report() -> int:
    """Tell how the service does; 0 when it runs, otherwise 1. Raises UsageError where there is no systemd to ask."""
    if shutil.which("systemctl") is None:
        raise UsageError("There is no systemctl here: services need Linux with systemd.")
    wanted = ",".join((*FACTS, MEMORY))
    it = subprocess.run(
        ["systemctl", "show", "--no-pager", f"--property={wanted}", UNIT],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
    )
    if it.returncode:
        raise UsageError(f"systemd does not answer: {it.stderr.strip() or 'it did not say why.'}")
    facts = dict(line.split("=", 1) for line in it.stdout.splitlines() if "=" in line)
    for line in lines(facts):
        write_line(line)
    return 0 if facts.get("ActiveState") == "active" else FAILURE


def lines(facts: Mapping[str, str]) -> list[str]:
    """The facts that `systemctl show` told, for a person."""
    if facts.get("LoadState") != "loaded":
        return [NOT_INSTALLED]
    told = [_state(facts)]
    if facts.get("StatusText"):
        told.append(facts["StatusText"])
    restarts = facts.get("NRestarts", "0")
    if restarts != "0":
        told.append(f"It was begun anew {'once' if restarts == '1' else f'{restarts} times'}. {LOG}")
    if facts.get(MEMORY, "").isdecimal():
        told.append(f"It takes {int(facts[MEMORY]) / MB:.0f} MB of memory.")
    return told


def _state(facts: Mapping[str, str]) -> str:
    since = facts.get("ActiveEnterTimestamp", "")
    match facts.get("ActiveState"), facts.get("SubState"):
        case "active", _:
            return f"The service runs{f', since {since}' if since else ''}."
        case _, "auto-restart":
            return f"The service ended ({facts.get('Result', 'unknown')}) and is begun anew in a moment. {LOG}"
        case "activating", _:
            return "The service is starting."
        case "deactivating", _:
            return "The service is stopping."
        case "failed", _:
            return f"The service has failed ({facts.get('Result', 'unknown')}). {LOG}"
    return "The service is installed and does not run. Start it with: sudo systemctl start watchword-camera"
