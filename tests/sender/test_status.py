"""What a computer tells of itself, from sample trees of /proc and /sys."""

import sys
import time
from pathlib import Path

import pytest

from sender.health.status import host_facts, uptime

WIRELESS = """\
Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
 face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
 wlan0: 0000   58.  -52.  -256        0      0      0      0      0        0
"""
PI = {
    "sys/class/thermal/thermal_zone0/type": "cpu-thermal\n",
    "sys/class/thermal/thermal_zone0/temp": "48312\n",
    "sys/class/thermal/thermal_zone1/type": "battery\n",
    "sys/class/thermal/thermal_zone1/temp": "81000\n",
    "sys/devices/platform/soc/soc:firmware/get_throttled": "50005\n",
    "proc/net/wireless": WIRELESS,
    "proc/meminfo": "MemTotal:  3884096 kB\nMemFree:  100 kB\nMemAvailable:  2929688 kB\nHugePages_Total:  0\n",
    "proc/loadavg": "0.52 0.58 0.59 1/467 1234\n",
}


def tree(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def test_that_a_raspberry_pi_tells_all_of_it_in_order(tmp_path: Path) -> None:
    facts = host_facts(tree(tmp_path, PI), disk=tmp_path)
    assert list(facts) == [
        "temperature °C",
        "power",
        "disk free GB",
        "Wi-Fi",
        "Wi-Fi signal dBm",
        "memory free MB",
        "memory MB",
        "load",
        "host",
    ]
    assert facts["temperature °C"] == 48.3
    assert facts["power"] == "under-voltage, throttled"
    assert (facts["Wi-Fi"], facts["Wi-Fi signal dBm"]) == ("wlan0", -52)
    assert (facts["memory free MB"], facts["memory MB"]) == (3000, 3977)
    assert str(facts["load"]).startswith("0.52 of ")


@pytest.mark.parametrize(
    ("bits", "power"),
    [
        ("0", "good"),
        ("50000", "under-voltage earlier, throttled earlier"),
        ("50001", "under-voltage, throttled earlier"),
        ("8", "soft temperature limit"),
    ],
)
def test_that_trouble_with_power_is_told_by_when_it_was(tmp_path: Path, bits: str, power: str) -> None:
    place = "sys/devices/platform/soc@107c000000/soc@107c000000:firmware/get_throttled"
    assert host_facts(tree(tmp_path, {place: f"{bits}\n"}))["power"] == power


def test_that_newer_kernels_tell_of_the_power_by_their_sensor(tmp_path: Path) -> None:
    sensor = "sys/class/hwmon/hwmon1"
    files = {f"{sensor}/name": "rpi_volt\n", f"{sensor}/in0_lcrit_alarm": "1\n"}
    assert host_facts(tree(tmp_path, files))["power"] == "under-voltage"


def test_that_missing_facts_are_left_out(tmp_path: Path) -> None:
    assert list(host_facts(tmp_path, disk=tmp_path / "nowhere")) == ["host"]


@pytest.mark.parametrize("rubbish", ["", "x", "-x\n\n\n:::", "\0", "wlan0:\n" * 5, "MemTotal"])
def test_that_rubbish_is_left_out(tmp_path: Path, rubbish: str) -> None:
    facts = host_facts(tree(tmp_path, dict.fromkeys(PI, rubbish)), disk=tmp_path)
    assert list(facts) == ["disk free GB", "host"]


def test_that_a_signal_without_its_sign_is_understood(tmp_path: Path) -> None:
    files = {"proc/net/wireless": WIRELESS.replace("-52.", "204.")}
    assert host_facts(tree(tmp_path, files))["Wi-Fi signal dBm"] == -52


@pytest.mark.alone
@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_that_this_computer_tells_quickly() -> None:
    began = time.thread_time()
    facts = host_facts()
    assert time.thread_time() - began < 0.02
    assert {"memory free MB", "load", "host"} <= facts.keys()


def test_that_an_uptime_is_told_for_a_person() -> None:
    told = [uptime(seconds) for seconds in (0.4, 59, 60, 3599, 3600, 86399, 86400 * 2 + 3600 * 4)]
    assert told == ["0 s", "59 s", "1 min", "59 min", "1 h 0 min", "23 h 59 min", "2 d 4 h"]
