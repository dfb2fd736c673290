"""The unit: what systemd itself says about it."""

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from camwire.errors import UsageError
from sender.service.install import printed
from sender.service.unit import Service, text
from sender.subcommands import _parser

ROOT = Path(__file__).parents[2]
needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")
SHELL = "/bin/sh"


def asked(*words: str) -> argparse.Namespace:
    return _parser().parse_args(["install-service", *words])


def analysed(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["systemd-analyze", *words, "--no-pager"], capture_output=True, text=True, timeout=60)


def faults(unit: Path) -> list[str]:
    """What systemd has against a unit. Other units of this machine are not ours to mend."""
    return [line for line in analysed("verify", "--man=no", str(unit)).stderr.splitlines() if unit.name in line]


@needs_systemd
def test_that_systemd_looks_for_the_program(tmp_path: Path) -> None:
    unit = tmp_path / "watchword-camera.service"
    unit.write_text(text(Service([str(tmp_path / "missing")], "watchword")))
    assert "missing is not executable" in " ".join(faults(unit))


@needs_systemd
@pytest.mark.parametrize("name", ["sh", "a b", "per%cent", "ünï"])
def test_that_the_unit_is_verified_whatever_the_program_is_called(tmp_path: Path, name: str) -> None:
    program = tmp_path / name
    program.symlink_to(SHELL)
    unit = tmp_path / "watchword-camera.service"
    words = [str(program), "-c", "$x %h \"'\n\r\u2028\x85\x7f\\ü", ";"]
    unit.write_text(text(Service(words, "watchword", cpu_quota="300%")), newline="")
    assert faults(unit) == []


@needs_systemd
@pytest.mark.parametrize("memory", ["64M", "1G", "8388607T", "100%", "infinity"])
@pytest.mark.parametrize("quota", ["10%", "99999%", "infinity"])
def test_that_systemd_takes_the_caps_that_are_taken_here(tmp_path: Path, memory: str, quota: str) -> None:
    unit = tmp_path / "watchword-camera.service"
    unit.write_text(text(Service([SHELL], "watchword", memory_max=memory, cpu_quota=quota)))
    assert faults(unit) == []


@pytest.mark.parametrize("end", ["\r", "\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_that_a_path_that_ends_lines_ends_none_of_the_unit(end: str) -> None:
    asked_for = asked("--config", f"/etc/a{end}User=root.toml")
    (command,) = [line for line in "\n".join(printed(asked_for)).splitlines() if "User=root" in line]
    escaped = "".join(f"\\x{each:02x}" for each in end.encode())
    assert command.endswith(f'--config "/etc/a{escaped}User=root.toml"')


@needs_systemd
def test_that_the_unit_is_as_safe_as_the_page_says(tmp_path: Path) -> None:
    unit = tmp_path / "watchword-camera.service"
    unit.write_text(text(Service([SHELL], "watchword")))
    it = analysed("security", "--offline=true", str(unit))
    found = re.search(r"Overall exposure level for \S+: ([\d.]+) (\w+)", it.stdout)
    if found is None:
        pytest.skip(f"this systemd-analyze cannot: {it.stderr.strip()}")
    page = (ROOT / "docs/how-to/raspberry-pi.md").read_text()
    promised = re.search(r"`systemd-analyze security`[^.]*?\*\*([\d.]+)\*\*", page)
    assert promised is not None
    # Later versions count a little more.
    assert float(found[1]) <= float(promised[1]) + 0.3


@pytest.mark.parametrize(
    "path",
    ["/opt/a$b/python", '/opt/a"b/python', "/opt/a\\b/python", "/opt/a\nb/python", "/a\u2028b", "/a\x7fb", "/\udcff"],
)
def test_that_a_program_that_systemd_would_not_start_is_told(path: str) -> None:
    with pytest.raises(UsageError, match="systemd starts no program"):
        Service([path], "watchword")


def test_that_a_path_that_is_no_utf_8_is_told() -> None:
    with pytest.raises(UsageError, match="systemd reads UTF-8, and this path is none"):
        Service([SHELL, "/etc/\udcff"], "watchword")


def test_that_the_unit_waits_for_no_network_and_never_gives_up() -> None:
    unit = text(Service([SHELL], "nobody"))
    assert "network-online" not in unit
    assert {"Restart=always", "StartLimitIntervalSec=0", "Type=notify", "WatchdogSec=30"} <= set(unit.splitlines())


def test_that_caps_user_and_watchdog_are_as_asked() -> None:
    unit = printed(asked("--user", "pi", "--memory-max", "256M", "--cpu-quota", "150%", "--watchdog", "90"))
    assert {"User=pi", "MemoryMax=256M", "CPUQuota=150%", "WatchdogSec=90"} <= set(unit)
    without = printed(asked("--watchdog", "0", "--cpu-quota", "infinity"))
    assert not [line for line in without if line.startswith(("WatchdogSec", "CPUQuota"))]
    assert "MemoryMax=60%" in without


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--user", "root"], "“root” cannot run the service."),
        (["--user", "a\nb"], "cannot run the service."),
        (["--watchdog", "1"], "The watchdog cannot wait 1 seconds. Use 5 to 86,400, or 0 for no watchdog."),
        (["--watchdog", "nan"], "The watchdog cannot wait nan seconds."),
        (["--memory-max", "lots"], "“lots” is no amount of memory. Write it like 256M, 60% or infinity."),
        (["--memory-max", "٢٥٦M"], "is no amount of memory."),
        (["--memory-max", "0256M"], "is no amount of memory."),
        (["--memory-max", "8388608T"], "is no amount of memory."),
        (["--memory-max", "101%"], "is no amount of memory."),
        (["--memory-max", "9" * 5000], "9…” is no amount of memory."),
        (["--memory-max", "256"], "“256” is too little memory: a camera needs at least 64M. Write it like 256M, 60%"),
        (["--cpu-quota", "2"], "“2” is no share of processors. Write it like 150%, or infinity."),
        (["--cpu-quota", "٢٠٠%"], "is no share of processors."),
        (["--cpu-quota", "100000%"], "is no share of processors."),
        (["--cpu-quota", "9%"], "“9%” of a processor is too little. Write at least 10%."),
        (["--user", "a" * 33], "cannot run the service. Name a user in small letters, and not root."),
    ],
)
def test_that_what_cannot_be_is_a_sentence(words: list[str], told: str) -> None:
    with pytest.raises(UsageError, match=re.escape(told)):
        printed(asked(*words))


def test_that_printing_changes_nothing_and_names_whole_paths(tmp_path: Path) -> None:
    it = subprocess.run(
        [sys.executable, "-m", "sender", "install-service", "--print", "--config", "camera.toml"],
        capture_output=True,
        text=True,
        timeout=30,
    )
    (command,) = [line for line in it.stdout.splitlines() if line.startswith("ExecStart=")]
    assert command.startswith(f"ExecStart={sys.executable} -m sender --config {Path('camera.toml').absolute()}")
    assert it.returncode == 0
