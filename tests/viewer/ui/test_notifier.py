"""What a person who looks elsewhere is told, and what a click on it does."""

import itertools
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from tests.viewer.ui.conftest import Stage
from viewer.core.settings import NotificationSettings
from viewer.ui.desktop.base import Desktop
from viewer.ui.desktop.notifier import TOGETHER, Notifier
from viewer.ui.desktop.tray import Tray, TrayDesktop

# The offscreen desktop has neither of these.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)

SERVICE = Path(__file__).parents[2] / "support" / "notification_service.py"


class Board(Desktop):
    """A desktop that keeps what is on it."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, tuple[str, str]] = {}
        self.posts = 0

    def post(self, key: str, title: str, text: str) -> None:
        self.posts += 1
        self.shown[key] = (title, text)

    def withdraw(self, key: str) -> None:
        self.shown.pop(key, None)


class Office:
    """The window, and another one to look at."""

    def __init__(self, stage: Stage, desktop: Desktop) -> None:
        self.stage = stage
        self.desktop = desktop
        self.notifier = stage.window.notifier = Notifier(stage.window, desktop)
        self.notifier.chosen.connect(stage.wall.show_chat)
        self.gate = stage.add("gate")
        self.yard = stage.add("yard")
        for camera in (self.gate, self.yard):
            self.notifier.watch(camera.session)

    def look_away(self) -> None:
        self.stage.window.showMinimized()

    def look_here(self) -> None:
        self.stage.window.showNormal()
        self.stage.window.activateWindow()
        self.stage.until(lambda: not self.notifier.is_away)


@pytest.fixture
def office(stage: Stage) -> Office:
    stage.window.notifier.close()
    return Office(stage, Board())


def board(office: Office) -> Board:
    assert isinstance(office.desktop, Board)
    return office.desktop


def texts(office: Office) -> list[tuple[str, str]]:
    return list(board(office).shown.values())


def test_that_nothing_is_told_to_who_looks_at_the_wall(office: Office) -> None:
    office.look_here()
    office.gate.say("hello")
    assert not office.notifier._gather.isActive()
    assert texts(office) == []


def test_that_who_looks_elsewhere_is_told_who_said_what(office: Office) -> None:
    office.look_away()
    office.gate.say("Somebody is at the gate.")
    office.stage.until(lambda: texts(office) == [("gate", "Somebody is at the gate.")])


def test_that_the_next_line_replaces_the_first_and_counts(office: Office) -> None:
    office.look_away()
    office.gate.say("one")
    office.stage.until(lambda: texts(office))
    office.gate.say("two")
    office.gate.say("three")
    office.yard.say("and here")
    office.stage.until(lambda: texts(office) == [("gate", "3 new messages\nthree"), ("yard", "and here")])


def test_that_a_flood_is_few_notifications(office: Office) -> None:
    office.look_away()
    for number in range(500):
        office.gate.say(f"line {number}")
    office.stage.until(lambda: texts(office) == [("gate", "500 new messages\nline 499")])
    # One, unless the lines themselves take longer to be said than news is gathered.
    assert board(office).posts < 5


def test_that_a_long_line_is_cut_and_hides_nothing(office: Office) -> None:
    office.look_away()
    office.gate.say("a\u202eb\n" + "x" * 1000)
    office.stage.until(lambda: texts(office))
    ((_, text),) = texts(office)
    assert len(text) <= 200
    assert "\u202e" not in text
    assert "\n" not in text


def test_that_many_cameras_at_once_are_one_notification(office: Office) -> None:
    others = [office.stage.add(f"cam {number}") for number in range(3)]
    for camera in others:
        office.notifier.watch(camera.session)
    office.look_away()
    office.gate.say("one")
    office.stage.until(lambda: texts(office) == [("gate", "one")])
    for camera in (office.yard, *others):
        camera.say("two")
    office.stage.until(lambda: texts(office) == [("5 cameras: 5 new messages", "gate, yard, cam 0, cam 1, cam 2")])
    office.desktop.clicked.emit(TOGETHER)
    assert office.stage.wall.selected is not None
    assert office.stage.wall.selected.session is office.gate.session
    assert texts(office) == []


def test_that_quiet_hours_are_quiet_and_sounds_can_be_off(office: Office) -> None:
    settings, now = NotificationSettings(quiet_from=22 * 60, quiet_until=7 * 60, sound=False), datetime(2026, 1, 1, 23)
    office.notifier._settings = settings
    office.notifier._clock = lambda: now
    office.look_away()
    office.gate.say("at night")
    assert not office.notifier._gather.isActive()
    now = now.replace(hour=8)
    office.gate.say("in the morning")
    office.stage.until(lambda: texts(office) == [("gate", "2 new messages\nin the morning")])
    assert not office.desktop.has_sound


def test_that_a_muted_camera_tells_nothing(office: Office) -> None:
    office.look_away()
    office.gate.session.talk.mute(True)
    office.gate.say("unheard")
    office.yard.say("heard")
    office.stage.until(lambda: texts(office) == [("yard", "heard")])


def test_that_coming_back_clears_the_desktop_and_the_count(office: Office) -> None:
    office.look_away()
    office.gate.say("one")
    office.stage.until(lambda: texts(office))
    office.look_here()
    office.stage.until(lambda: not texts(office))
    office.look_away()
    office.gate.say("two")
    office.stage.until(lambda: texts(office) == [("gate", "two")])


def test_that_what_was_dismissed_is_not_counted_again(office: Office) -> None:
    office.look_away()
    office.gate.say("one")
    office.stage.until(lambda: texts(office))
    office.desktop.dismissed.emit(office.gate.session.identity.key)
    office.gate.say("two")
    office.stage.until(lambda: texts(office) == [("gate", "two")])


def test_that_a_click_brings_the_window_and_the_chat(office: Office) -> None:
    office.look_away()
    office.yard.say("come and see")
    office.stage.until(lambda: texts(office))
    office.desktop.clicked.emit(office.yard.session.identity.key)
    assert not office.stage.window.isMinimized()
    assert [tile.is_chat_open for tile in office.stage.wall.tiles] == [False, True]
    assert texts(office) == []


def test_that_a_removed_camera_is_told_of_no_more(office: Office) -> None:
    office.look_away()
    office.gate.say("one")
    office.stage.until(lambda: texts(office))
    office.stage.window.program.cameras.remove(office.gate.session)
    assert texts(office) == []
    office.desktop.clicked.emit(office.gate.session.identity.key)
    assert not office.stage.window.isMinimized()


def test_that_the_tile_s_menu_mutes_and_remembers(stage: Stage) -> None:
    camera = stage.add()

    def mute() -> Any:
        stage.window._on_menu_wanted(stage.wall.tiles[0], QPoint(10, 10))
        menu = [each for each in stage.window.findChildren(QMenu) if each.isVisible()][-1]
        action = stage.window.actions["camera.mute"]
        assert action in menu.actions()
        return menu, action

    menu, action = mute()
    assert not action.isChecked()
    action.trigger()
    menu.close()
    assert camera.session.chat.is_muted
    menu, action = mute()
    assert action.isChecked()
    menu.close()


def test_that_the_title_counts_the_cameras_with_news(stage: Stage) -> None:
    gate, yard = stage.add("gate"), stage.add("yard")
    gate.say("one")
    gate.say("two")
    stage.until(lambda: stage.window.windowTitle() == "(1) Watchword")
    yard.say("three")
    stage.until(lambda: stage.window.windowTitle() == "(2) Watchword")
    stage.window.activateWindow()
    for tile in stage.wall.tiles:
        tile.open_chat(True)
    stage.until(lambda: stage.window.windowTitle() == "Watchword")


# On a real bus


class Bus:
    """A session bus of our own, with a service on it or without."""

    def __init__(self) -> None:
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        self.said: queue.Queue[list[Any]] = queue.Queue()
        self._service: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None

    def serve(self, *capabilities: str) -> None:
        self._service = subprocess.Popen(
            [sys.executable, str(SERVICE), *capabilities],
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": self.address},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self.said.get(timeout=10) == ["ready", True]

    def tell(self, line: str) -> None:
        assert self._service is not None
        assert self._service.stdin is not None
        self._service.stdin.write(f"{line}\n")
        self._service.stdin.flush()

    def close(self) -> None:
        for process in (self._service, self._daemon):
            if process is not None:
                process.kill()
                process.wait()
        if self._reader is not None:
            self._reader.join()
        for process in (self._service, self._daemon):
            for pipe in () if process is None else (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def _read(self) -> None:
        assert self._service is not None
        assert self._service.stdout is not None
        for line in self._service.stdout:
            self.said.put(json.loads(line))


_names = itertools.count()


@pytest.fixture
def bus() -> Iterator[Bus]:
    if sys.platform != "linux" or shutil.which("dbus-daemon") is None:
        pytest.skip("There is no dbus-daemon on this computer.")
    bus = Bus()
    yield bus
    bus.close()


@pytest.fixture
def on_bus(stage: Stage, bus: Bus) -> Iterator[Office]:
    from PySide6.QtDBus import QDBusConnection

    from viewer.ui.desktop.bus import BusDesktop

    name = f"test-{next(_names)}"
    desktop = BusDesktop(stage.window, lambda: QDBusConnection.connectToBus(bus.address, name))
    stage.window.notifier.close()
    office = Office(stage, desktop)
    office.look_away()
    yield office
    desktop.close()
    QDBusConnection.disconnectFromBus(name)


def next_said(office: Office, bus: Bus) -> list[Any]:
    office.stage.until(lambda: not bus.said.empty())
    return bus.said.get()


def test_that_a_notification_is_posted_replaced_and_clicked(on_bus: Office, bus: Bus) -> None:
    bus.serve("body", "actions")
    on_bus.gate.say("Somebody is at the <b>gate</b>.")
    assert next_said(on_bus, bus) == [
        "notify", 1, 0, "gate", "Somebody is at the <b>gate</b>.", ["default", "Open chat"]
    ]  # fmt: skip
    on_bus.gate.say("Now two.")
    assert next_said(on_bus, bus)[:5] == ["notify", 1, 1, "gate", "2 new messages\nNow two."]
    on_bus.yard.say("Here too.")
    assert next_said(on_bus, bus)[:5] == ["notify", 2, 0, "yard", "Here too."]
    bus.tell("click 2")
    on_bus.stage.until(lambda: on_bus.stage.wall.tiles[1].is_chat_open)
    assert not on_bus.stage.window.isMinimized()


def test_that_a_desktop_makes_no_sound_where_the_person_wants_none(on_bus: Office, bus: Bus) -> None:
    bus.serve("body")
    on_bus.gate.say("aloud")
    assert next_said(on_bus, bus)[0] == "notify"
    on_bus.notifier._settings.sound = False
    on_bus.gate.say("softly")
    assert next_said(on_bus, bus) == ["silent"]


def test_that_text_is_never_taken_for_markup(on_bus: Office, bus: Bus) -> None:
    bus.serve("body", "body-markup")
    on_bus.gate.say('<a href="x">R&D</a>')
    assert next_said(on_bus, bus)[4:] == ['&lt;a href="x"&gt;R&amp;D&lt;/a&gt;', []]


def test_that_what_was_dismissed_is_replaced_by_nothing(on_bus: Office, bus: Bus) -> None:
    bus.serve("body")
    on_bus.gate.say("one")
    assert next_said(on_bus, bus)[:3] == ["notify", 1, 0]
    bus.tell("dismiss 1")
    on_bus.stage.until(lambda: not on_bus.desktop._numbers)  # type: ignore[attr-defined]
    on_bus.gate.say("two")
    assert next_said(on_bus, bus)[:5] == ["notify", 2, 0, "gate", "two"]


def test_that_coming_back_closes_it(on_bus: Office, bus: Bus) -> None:
    bus.serve("body")
    on_bus.gate.say("one")
    assert next_said(on_bus, bus)[0] == "notify"
    on_bus.look_here()
    assert next_said(on_bus, bus) == ["close", 1]


def test_that_without_a_service_nothing_happens_until_there_is_one(on_bus: Office, bus: Bus) -> None:
    desktop: Any = on_bus.desktop
    on_bus.gate.say("nobody hears")
    on_bus.stage.until(lambda: desktop._bus is not None and desktop._asking is None)
    bus.serve("body")
    on_bus.gate.say("somebody hears")
    assert next_said(on_bus, bus)[4] == "2 new messages\nsomebody hears"


@pytest.mark.alone
def test_that_a_service_that_hangs_costs_a_moment_and_no_more(on_bus: Office, bus: Bus) -> None:
    bus.serve("body")
    on_bus.gate.say("one")
    assert next_said(on_bus, bus)[0] == "notify"
    bus.tell("hang")
    assert next_said(on_bus, bus) == ["hanging"]
    on_bus.gate.say("two")
    began = time.monotonic()
    on_bus.notifier._tell()
    first = time.monotonic() - began
    on_bus.gate.say("three")
    began = time.monotonic()
    on_bus.notifier._tell()
    second = time.monotonic() - began
    assert first < 1.0
    assert second < 0.1


def test_that_without_a_bus_nothing_happens(stage: Stage) -> None:
    pytest.importorskip("PySide6.QtDBus")
    from PySide6.QtDBus import QDBusConnection

    from viewer.ui.desktop.bus import BusDesktop

    desktop = BusDesktop(stage.window, lambda: QDBusConnection.connectToBus("unix:path=/nowhere/at/all", "none"))
    desktop.post("key", "title", "text")
    desktop.withdraw("key")
    desktop.close()
    QDBusConnection.disconnectFromBus("none")


def test_that_without_a_tray_nothing_happens(stage: Stage) -> None:
    tray = Tray()
    desktop = TrayDesktop(tray)
    desktop.post("key", "title", "text")
    desktop.close()
    tray.close()
