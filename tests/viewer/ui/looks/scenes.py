"""Every window, dialog and menu of the viewer as a person meets it, for tests that look at all of them.

A scene is a function that brings about one of them on a `Stage` and returns what is to be looked at. What a scene opens
is closed by whoever drew it (`drawn`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from sender import Camera
from tests.support import films
from tests.support.joined_camera import JoinedCamera
from tests.support.obedient_cameras import RESTART, ObedientJoinedCamera
from tests.support.settable_source import SettableSource
from tests.viewer.ui.cards.samples import jpeg
from tests.viewer.ui.conftest import Stage
from viewer.core.own.cameras import OwnCameras
from viewer.core.sessions.state import Phase
from viewer.ui.controls.preset_menu import PresetDialog
from viewer.ui.dialogs.picture import PictureDialog
from viewer.ui.dialogs.questions import RunDialog
from viewer.ui.dialogs.show import FILE, ShowDialog
from viewer.ui.look import style
from viewer.ui.wall.tile import Tile

Draw: TypeAlias = Callable[[Stage], QWidget]
SCENES: dict[str, Draw] = {}
DIALOGS: list[str] = []
LONG_NAME = "The greenhouse behind the old mill"


def scene(draw: Draw) -> Draw:
    """Let a function be a scene, by its name."""
    SCENES[draw.__name__] = draw
    return draw


def dialog(draw: Draw) -> Draw:
    """A scene that shows a dialog."""
    DIALOGS.append(draw.__name__)
    return scene(draw)


@contextmanager
def drawn(name: str, stage: Stage) -> Iterator[QWidget]:
    """The scene of that name; whatever it opened is closed again."""
    widget = SCENES[name](stage)
    try:
        yield widget
    finally:
        for window in stage.window.findChildren(QWidget):
            # Closing one may have deleted another.
            if isValid(window) and window.isWindow() and window.isVisible():
                stage.do(window.close)
        own = stage.program.cameras.own
        if own is not None:
            stage.do(own.close)


def in_theme(theme: style.Theme) -> None:
    """Dress the program in a theme, whatever the system says."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style._of_system = lambda: theme
    style._dress(app)


# The window


@scene
def empty(stage: Stage) -> QWidget:
    stage.window.empty.show_listening(["tcp://*:5555"])
    return stage.window


@scene
def wall(stage: Stage) -> QWidget:
    """A camera in every state, with figures, and one with something unread."""
    for name in ("Porch", LONG_NAME):
        stage.add(name)
    stage.cameras[1].say("Somebody is at the gate.")
    frozen = stage.add("Street", is_live=False)
    frozen.join()
    stage.add("Bench").leave()
    stage.add("Harbour", is_live=False)
    stage.window._bar.statistics.setChecked(True)
    stage.until(lambda: stage.cameras[3].session.state.phase is Phase.OFFLINE)
    stage.activate()
    stage.wall.tiles[0].setFocus()
    return stage.window


@scene
def chat(stage: Stage) -> QWidget:
    camera = _talker(stage)
    tile = _only_tile(stage)
    tile.open_chat(True)
    stage.activate()
    camera.say("Only a rabbit. It is yawning.")
    for line in ("Who is there?", "/status", "/lamp on"):
        _type(stage, tile, line)
    stage.until(lambda: len(camera.session.chat.lines) > 5)
    return stage.window


@scene
def completion(stage: Stage) -> QWidget:
    _talker(stage)
    tile = _only_tile(stage)
    tile.open_chat(True)
    stage.activate()
    stage.do(lambda: QTest.keyClicks(tile.chat.composer, "/"))
    stage.until(tile.chat.typing.suggestions.isVisible)
    return stage.window


@scene
def chat_search(stage: Stage) -> QWidget:
    chat(stage)
    search = _only_tile(stage).chat.search
    stage.do(search.open)
    stage.do(lambda: QTest.keyClicks(search.words, "rabbit"))
    stage.until(lambda: search._count.text())
    return stage.window


@scene
def panel(stage: Stage) -> QWidget:
    """What can be set at a camera, beside its picture."""
    stage.real(Camera("Porch", SettableSource(), listen="tcp://127.0.0.1:0", state="none"))
    tile = _only_tile(stage)
    controls = tile.session.controls
    stage.until(lambda: controls.rows and controls.value("gain") is not None)
    stage.do(lambda: tile.open_camera(True))
    stage.until(lambda: tile.side.camera is not None and tile.side.camera.rows.is_complete)
    return stage.window


@scene
def notice(stage: Stage) -> QWidget:
    stage.add("Porch")
    stage.window.notice.say("A camera at tcp://192.168.1.20:5600 speaks another version of the protocol. Update it.")
    return stage.window


@scene
def camera_list(stage: Stage) -> QWidget:
    stage.add(LONG_NAME).say("Somebody is at the gate.")
    stage.add("Street").leave()
    _choose(stage, "cameras.list")
    return stage.window


@scene
def pages(stage: Stage) -> QWidget:
    """More cameras than can be seen well."""
    for number in range(9):
        stage.add(f"Camera {number + 1}", is_live=False)
    layout = stage.wall._settings.layout
    stage.wall._settings.layout = msgspec.structs.replace(layout, per_page=4)
    stage.window.wall.arrange()
    return stage.window


# Dialogs


@dialog
def add(stage: Stage) -> QWidget:
    _choose(stage, "cameras.add")
    return _dialog(stage, "AddDialog")


@dialog
def add_calling(stage: Stage) -> QWidget:
    """For a camera that calls, with something wrong."""
    shown = add(stage)
    shown.program.setCurrentIndex(1)  # type: ignore[attr-defined]
    shown.ports.setText("no port")  # type: ignore[attr-defined]
    shown._box.accepted.emit()  # type: ignore[attr-defined]
    return shown


@dialog
def add_own(stage: Stage) -> QWidget:
    folder = Path(stage._folder) / "own"
    stage.program.cameras.own = OwnCameras(stage.file.settings.own, folder, stage.window.notice.say, str)
    _choose(stage, "cameras.add_own")
    return _dialog(stage, "OwnDialog")


@dialog
def find(stage: Stage) -> QWidget:
    """What the network says while nobody is there."""
    _choose(stage, "cameras.find")
    shown = _dialog(stage, "FindDialog")
    stage.do(shown._lose_patience)  # type: ignore[attr-defined]
    return shown


@dialog
def limit(stage: Stage) -> QWidget:
    _choose(stage, "wall.limit")
    return _dialog(stage, "LimitDialog")


@dialog
def rename(stage: Stage) -> QWidget:
    _select(stage, LONG_NAME)
    _choose(stage, "camera.rename")
    return _dialog(stage, "RenameDialog")


@dialog
def remove(stage: Stage) -> QWidget:
    _select(stage, LONG_NAME)
    _choose(stage, "camera.remove")
    return _dialog(stage, "RemoveDialog")


@dialog
def run(stage: Stage) -> QWidget:
    stage.do(lambda: RunDialog(LONG_NAME, "/restart", RESTART, lambda: None, stage.window).open())
    return _dialog(stage, "RunDialog")


@dialog
def send_pictures(stage: Stage) -> QWidget:
    camera = stage.add("Porch")

    def opened() -> None:
        dialog = ShowDialog(camera.session, stage.program.showings, stage.window)
        dialog.source.setCurrentIndex(FILE)
        dialog.show()

    stage.do(opened)
    return _dialog(stage, "ShowDialog")


@dialog
def picture(stage: Stage) -> QWidget:
    stage.do(lambda: PictureDialog(jpeg(), "Porch, 11:03", "porch", stage.window).open())
    shown = _dialog(stage, "PictureDialog")
    stage.until(lambda: shown.buttons["fit"].isEnabled())  # type: ignore[attr-defined]
    return shown


@dialog
def say_to_several(stage: Stage) -> QWidget:
    for name in ("Porch", LONG_NAME):
        _talker(stage, name)
    stage.add("Street").leave()
    _choose(stage, "talk.several")
    shown = _dialog(stage, "RoundDialog")
    stage.do(lambda: shown.say("/status"))  # type: ignore[attr-defined]
    return shown


@dialog
def search(stage: Stage) -> QWidget:
    camera = stage.add("Porch")
    camera.say("Only a rabbit. It is yawning.")
    stage.run(stage.fleet.history.journal.flush())
    _choose(stage, "talk.search")
    shown = _dialog(stage, "SearchDialog")
    stage.do(lambda: QTest.keyClicks(shown.words, "rabbit"))  # type: ignore[attr-defined]
    stage.until(lambda: not shown._later.isActive())  # type: ignore[attr-defined]
    return shown


@dialog
def preset(stage: Stage) -> QWidget:
    stage.do(lambda: PresetDialog(lambda _name: None, stage.window).open())
    return _dialog(stage, "PresetDialog")


@dialog
def about(stage: Stage) -> QWidget:
    _choose(stage, "program.about")
    return _dialog(stage, "AboutDialog")


@dialog
def quit_recording(stage: Stage) -> QWidget:
    camera = stage.add("Porch")
    stage.do(lambda: stage.program.recorder.begin(camera.session))
    _choose(stage, "program.quit")
    return _dialog(stage, "QuitDialog")


@dialog
def shortcuts(stage: Stage) -> QWidget:
    _choose(stage, "program.shortcuts")
    return _dialog(stage, "ShortcutsDialog")


@dialog
def preferences(stage: Stage) -> QWidget:
    _choose(stage, "program.preferences")
    return _dialog(stage, "PreferencesDialog")


@dialog
def save_layout(stage: Stage) -> QWidget:
    _select(stage, LONG_NAME)
    _choose(stage, "layout.save")
    return _dialog(stage, "SaveDialog")


@dialog
def layouts(stage: Stage) -> QWidget:
    asked = save_layout(stage)
    asked.name.setText("Entrance by night")  # type: ignore[attr-defined]
    stage.do(lambda: QTest.keyClick(asked.windowHandle(), Qt.Key.Key_Return))
    _choose(stage, "layout.edit")
    return _dialog(stage, "EditDialog")


@dialog
def group(stage: Stage) -> QWidget:
    _select(stage, LONG_NAME)
    _choose(stage, "camera.group")
    return _dialog(stage, "GroupDialog")


@dialog
def motion(stage: Stage) -> QWidget:
    _select(stage, LONG_NAME)
    _choose(stage, "camera.motion")
    return _dialog(stage, "MotionDialog")


@dialog
def delete_recordings(stage: Stage) -> QWidget:
    window = recordings(stage)
    stage.do(window._delete.click)  # type: ignore[attr-defined]
    return _window(stage, "DeleteDialog")


# Other windows


@scene
def no_recordings(stage: Stage) -> QWidget:
    _choose(stage, "record.replay")
    return _window(stage, "ReplayWindow")


@scene
def recordings(stage: Stage) -> QWidget:
    folder = stage.program.recorder.folder
    path = films.write(folder / LONG_NAME / "2026-11-21 20-30-00.mkv", films.times(80))
    films.write_said(path, [(1.0, "me", "Who is there?"), (2.0, LONG_NAME, "A rabbit."), (3.0, "motion", "Motion")])
    window = no_recordings(stage)
    stage.until(lambda: window.list.count())  # type: ignore[attr-defined]
    stage.do(lambda: window.list.choose(window._found[0]))  # type: ignore[attr-defined]
    stage.until(lambda: any(each.has_picture for each in window.player.screens))  # type: ignore[attr-defined]
    return window


@scene
def another_window(stage: Stage) -> QWidget:
    """With the camera that was taken there."""
    stage.add("Street")
    _select(stage, LONG_NAME)
    _choose(stage, "camera.window")
    return _window(stage, "WallWindow")


@scene
def guide(stage: Stage) -> QWidget:
    _choose(stage, "program.guide")
    return _window(stage, "GuideWindow")


# Menus


@scene
def main_menu(stage: Stage) -> QWidget:
    stage.add("Porch")
    menu = stage.window._bar.menu.menu()
    return _popped(stage, menu)


@scene
def camera_menu(stage: Stage) -> QWidget:
    stage.add("Porch")
    tile = _only_tile(stage)
    stage.do(lambda: stage.wall.menu_wanted.emit(tile, tile.mapToGlobal(tile.rect().center())))
    menus = [each for each in stage.window.findChildren(QMenu) if each.isVisible()]
    return menus[0]


# Inside


def _choose(stage: Stage, action: str) -> None:
    """As from a menu."""
    stage.do(stage.window.actions[action].trigger)


def _talker(stage: Stage, name: str = "Porch") -> JoinedCamera:
    """A camera that takes commands, and is live."""
    camera = ObedientJoinedCamera(stage.run(stage._begin(len(stage.cameras))), name)
    stage.cameras.append(camera)
    camera.join()
    camera.show()
    stage.until(lambda: camera.session.state.phase is Phase.LIVE)
    return camera


def _only_tile(stage: Stage) -> Tile:
    tile: Tile = stage.wall.tiles[0]
    return tile


def _select(stage: Stage, name: str) -> None:
    """Put a camera on the wall, and the keyboard into its tile."""
    stage.add(name)
    stage.activate()
    _only_tile(stage).setFocus()


def _type(stage: Stage, tile: Tile, line: str) -> None:
    def keys() -> None:
        QTest.keyClicks(tile.chat.composer, line)
        QTest.keyClick(tile.chat.composer, Qt.Key.Key_Return)

    stage.do(keys)


def _window(stage: Stage, kind: str) -> QWidget:
    """A window of that class, once it is there."""
    kinds = {type(each).__name__: each for each in QApplication.topLevelWidgets() if each.isVisible()}
    assert kind in kinds, kinds
    return kinds[kind]


def _dialog(stage: Stage, kind: str) -> QWidget:
    found = [each for each in stage.window.findChildren(QWidget) if type(each).__name__ == kind and each.isVisible()]
    return found[-1]


def _popped(stage: Stage, menu: QMenu) -> QMenu:
    stage.do(lambda: menu.popup(stage.window.mapToGlobal(stage.window.rect().center())))
    return menu


# A room of their own, which needs what is above.
from tests.viewer.ui.looks import pairing_scenes  # noqa: E402, F401
