"""The screen stays on while a wall fills it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QWidget

from viewer.ui.desktop.awake import AwakeInFullScreen
from viewer.ui.desktop.awake_bus import BusAwake
from viewer.ui.desktop.awake_systems import Awake, MacAwake

SERVICE = Path(__file__).parents[2] / "support" / "screen_saver_service.py"
FOREVER = "#!/bin/sh\nexec sleep 600\n"


class Told(Awake):
    """Keeps what it was told."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def _hold(self) -> bool:
        self.steps.append("held")
        return True

    def _release(self) -> None:
        self.steps.append("released")


def read(program: "subprocess.Popen[str]") -> list[object]:
    assert program.stdout is not None
    said: list[object] = json.loads(program.stdout.readline())
    return said


@pytest.fixture
def address() -> Iterator[str]:
    """Of a session's bus without anybody on it."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("There is no dbus-daemon on this computer.")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.kill()


@pytest.fixture
def service(address: str) -> "Iterator[subprocess.Popen[str]]":
    """A screen saver on that bus."""
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address}
    command = [sys.executable, str(SERVICE)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert read(program) == ["ready", True]
        yield program
        program.kill()


@pytest.fixture
def bus(address: str, qapp: object) -> Iterator[QDBusConnection]:
    yield QDBusConnection.connectToBus(address, "awake")
    QDBusConnection.disconnectFromBus("awake")


def test_that_the_desktop_is_asked_once_and_let_go_with_its_own_number(
    service: "subprocess.Popen[str]", bus: QDBusConnection, qtbot: Any
) -> None:
    awake = BusAwake(lambda: bus)
    awake.hold()
    awake.hold()
    qtbot.waitUntil(lambda: awake.is_granted)
    assert read(service) == ["inhibit", "Watchword", "Cameras are shown in full screen"]
    awake.release()
    awake.release()
    assert read(service) == ["let go", True]


def test_that_a_desktop_without_a_screen_saver_does_no_harm(bus: QDBusConnection, qtbot: Any) -> None:
    awake = BusAwake(lambda: bus)
    awake.hold()
    qtbot.waitUntil(lambda: not awake.is_asking)
    assert not awake.is_granted
    awake.release()


def test_that_who_leaves_full_screen_before_the_answer_holds_nothing(
    service: "subprocess.Popen[str]", bus: QDBusConnection, qtbot: Any
) -> None:
    awake = BusAwake(lambda: bus)
    awake.hold()
    awake.release()
    awake.hold()
    qtbot.waitUntil(lambda: awake.is_granted)
    awake.release()
    assert read(service)[0] == "inhibit"
    assert read(service) == ["let go", True]


def test_that_no_bus_at_all_does_no_harm(qapp: object) -> None:
    awake = BusAwake(lambda: QDBusConnection("nowhere"))
    awake.hold()
    assert not awake.is_held


@pytest.mark.skipif(sys.platform == "win32", reason="a program of macOS, played by a script")
def test_that_the_program_of_a_mac_ends_when_the_screen_may_go_dark(tmp_path: Path) -> None:
    command = tmp_path / "caffeinate"
    command.write_text(FOREVER)
    command.chmod(0o755)
    awake = MacAwake(str(command))
    awake.hold()
    program = awake._program
    assert program is not None
    assert program.poll() is None
    awake.release()
    assert program.returncode is not None
    missing = MacAwake(str(tmp_path / "nothing"))
    missing.hold()
    assert not missing.is_held


def test_that_the_screen_is_held_exactly_while_a_window_fills_it(qtbot: object) -> None:
    window, told = QWidget(), Told()
    keeper = AwakeInFullScreen(window, told)
    window.show()
    keeper.look()
    assert told.steps == []
    window.showFullScreen()
    keeper.look()
    keeper.look()
    assert told.steps == ["held"]
    window.showNormal()
    keeper.look()
    assert told.steps == ["held", "released"]
    window.showFullScreen()
    keeper.look()
    keeper.close()
    assert told.steps[2:] == ["held", "released"]
    window.close()
    window.deleteLater()
