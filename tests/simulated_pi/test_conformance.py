"""What the conformance job stands on, as far as it can be seen without root and a network."""

import importlib.metadata
import os
import re

import pytest

from tests.simulated_pi import conformance


def test_that_it_takes_wheels_as_the_lock_file_pins_them():
    found = conformance.locked(("numpy", "simplejpeg"), "3.13")
    pins = [line.split()[0] for line in found.splitlines() if not line.startswith(" ")]
    assert [pin.partition("==")[0] for pin in pins] == ["numpy", "simplejpeg"]
    assert all("--hash=sha256:" in line for line in found.splitlines() if line.startswith(" "))


def test_that_the_environment_has_the_picamera2_that_is_pinned():
    pinned = re.findall(r"^(\S+)==(\S+)", (conformance.ROOT / "requirements-pi.lock").read_text(), re.MULTILINE)
    assert {name: importlib.metadata.version(name) for name, _ in pinned} == dict(pinned)


def test_that_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(conformance.Lacking, match=r"mmdebstrap or debootstrap|Linux"):
        conformance.require()


def test_that_it_asks_for_root(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(conformance.Lacking, match=r"sudo|Linux"):
        conformance.require()
