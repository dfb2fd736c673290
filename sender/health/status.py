"""How the computer of this camera is doing: what Linux tells in files. Missing facts are left out."""

import contextlib
import os
import shutil
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path

MB, GB = 1_000_000, 1_000_000_000

# What a Raspberry Pi's firmware tells: bits for now, and the same 16 higher for since the start.
PI_TROUBLES = {
    0: "under-voltage",
    1: "frequency capped",
    2: "throttled",
    3: "soft temperature limit",
}
FIRMWARE = "sys/devices/platform/soc*/soc*firmware/get_throttled"
# Names that the sensor of the processor has, on boards and PCs.
PROCESSOR = ("cpu", "soc", "x86_pkg", "k10temp", "coretemp")
# A sensor that is not there reads as 0, or as absolute zero.
COLDEST, HOTTEST = -40.0, 150.0


def host_facts(root: Path = Path("/"), disk: Path | None = None) -> dict[str, str | int | float]:
    """The facts in the order to be read, the unit in their names. `root` holds proc and sys; `disk` is a path on the
    disk that matters (default: the home folder).

    It may block for as long as a disk or a driver does: not for the loop.
    """
    facts: dict[str, str | int | float] = {}
    for gather in (_temperature, _power, lambda root: _disk(disk), _wireless, _memory, _load):
        # A driver may refuse, and a file may look different tomorrow: then there is one fact less.
        with contextlib.suppress(OSError, ValueError, IndexError, KeyError, RuntimeError):
            facts.update(gather(root))
    facts["host"] = socket.gethostname()
    return facts


def uptime(seconds: float) -> str:
    """How long, for a person: `2 d 4 h`, `12 min`, `40 s`."""
    minutes, hours, days = int(seconds // 60), int(seconds // 3600), int(seconds // 86400)
    if days:
        return f"{days} d {hours % 24} h"
    if hours:
        return f"{hours} h {minutes % 60} min"
    return f"{minutes} min" if minutes else f"{int(seconds)} s"


def _temperature(root: Path) -> Mapping[str, float]:
    """The processor's, or else the hottest."""
    found = [*_zones(root), *_sensors(root)]
    processor = [degrees for name, degrees in found if any(word in name for word in PROCESSOR)]
    among = processor or [degrees for _, degrees in found]
    return {"temperature °C": round(max(among), 1)} if among else {}


def _zones(root: Path) -> Iterator[tuple[str, float]]:
    for zone in sorted(root.glob("sys/class/thermal/thermal_zone*")):
        yield from _sensor(zone / "type", zone / "temp")


def _sensors(root: Path) -> Iterator[tuple[str, float]]:
    for place in sorted(root.glob("sys/class/hwmon/hwmon*/temp1_input")):
        yield from _sensor(place.with_name("name"), place)


def _sensor(name: Path, value: Path) -> Iterator[tuple[str, float]]:
    with contextlib.suppress(OSError, ValueError):
        degrees = int(_text(value)) / 1000
        if degrees != 0 and COLDEST < degrees < HOTTEST:
            yield _text(name).lower(), degrees


def _power(root: Path) -> Mapping[str, str]:
    """On a Raspberry Pi: whether its power or its cooling is too weak."""
    for firmware in root.glob(FIRMWARE):
        bits = int(_text(firmware), 16)
        now = [trouble for bit, trouble in PI_TROUBLES.items() if bits >> bit & 1]
        earlier = [trouble for bit, trouble in PI_TROUBLES.items() if bits >> bit + 16 & 1 and trouble not in now]
        told = [*now, *(f"{trouble} earlier" for trouble in earlier)]
        return {"power": ", ".join(told) or "good"}
    for alarm in root.glob("sys/class/hwmon/hwmon*/in0_lcrit_alarm"):
        if _text(alarm.with_name("name")) == "rpi_volt":
            return {"power": "under-voltage" if _text(alarm) == "1" else "good"}
    return {}


def _disk(disk: Path | None) -> Mapping[str, float]:
    return {"disk free GB": round(shutil.disk_usage(disk or Path.home()).free / GB, 1)}


def _wireless(root: Path) -> Mapping[str, str | int]:
    """The first Wi-Fi interface that has a signal."""
    for line in _text(root / "proc/net/wireless").splitlines()[2:]:
        interface, _, rest = line.partition(":")
        level = round(float(rest.split()[2]))
        # Some drivers count a byte without its sign.
        level = level - 256 if level > 63 else level
        if level < 0:
            return {"Wi-Fi": interface.strip(), "Wi-Fi signal dBm": level}
    return {}


def _memory(root: Path) -> Mapping[str, int]:
    rows = (line.partition(":") for line in _text(root / "proc/meminfo").splitlines())
    kilobytes = {name: int(rest.split()[0]) for name, _, rest in rows if rest.strip()}
    return {
        "memory free MB": kilobytes["MemAvailable"] * 1024 // MB,
        "memory MB": kilobytes["MemTotal"] * 1024 // MB,
    }


def _load(root: Path) -> Mapping[str, str]:
    """How many tasks wanted a processor in the last minute."""
    load = float(_text(root / "proc/loadavg").split()[0])
    return {"load": f"{load:.2f} of {os.cpu_count() or 1}"}


def _text(path: Path) -> str:
    return path.read_text(errors="replace").strip()
