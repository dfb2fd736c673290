"""Adding, renaming, removing; notices; the settings behind them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget

from camwire.errors import UsageError
from tests.viewer.ui.conftest import Stage
from viewer.core.paths import Paths
from viewer.core.settings import SettingsFile
from viewer.ui.camera_menu import CameraMenu
from viewer.ui.diagnostics import diagnostics
from viewer.ui.dialogs.about import AboutDialog
from viewer.ui.dialogs.add import AddDialog
from viewer.ui.dialogs.questions import RemoveDialog, RenameDialog
from viewer.ui.main_window import MainWindow
from viewer.ui.notice import Notice


def dialog(stage: Stage, kind: type[QDialog]) -> QDialog:
    found = [each for each in stage.window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_that_an_empty_wall_offers_the_next_step(stage: Stage) -> None:
    assert stage.window.empty.isVisible()
    (add,) = [each for each in stage.window.empty.findChildren(QPushButton) if each.text() == "Add…"]
    stage.do(add.click)
    dialog(stage, AddDialog).reject()


def test_that_the_welcome_is_shown_once(stage: Stage) -> None:
    def shown() -> set[str]:
        buttons = stage.window.empty.findChildren(QPushButton)
        return {button.text() for button in buttons if button.isVisibleTo(stage.window)}

    stage.window.actions.offer("cameras.demo", print)
    assert shown() == {"Find…", "Add…", "Start demo", "Skip"}
    (skip,) = [each for each in stage.window.empty.findChildren(QPushButton) if each.text() == "Skip"]
    stage.do(skip.click)
    assert shown() == {"Find cameras…", "Add camera…", "Start the demo"}
    stage.restart()
    assert shown() == {"Find cameras…", "Add camera…"}


def test_that_who_has_a_camera_is_not_welcomed_again(stage: Stage) -> None:
    camera = stage.add()
    stage.window.program.cameras.remove(camera.session)
    assert not stage.window.empty.is_first
    assert SettingsFile(stage.file.path).settings.general.greeted


def test_that_a_camera_added_by_address_is_remembered(stage: Stage) -> None:
    stage.window.asking.for_camera()
    asked = dialog(stage, AddDialog)
    assert isinstance(asked, AddDialog)
    asked.address.setText("127.0.0.9:5600")
    asked.name.setText("Shed")

    async def press() -> None:
        QTest.keyClick(asked.address, Qt.Key.Key_Return)

    stage.run(press())
    assert [(camera.endpoint, camera.name) for camera in SettingsFile(stage.file.path).settings.camera] == [
        ("tcp://127.0.0.9:5600", "Shed")
    ]
    assert [session.name for session in stage.fleet] == ["Shed"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://porch", "watchword-camera --source"),
        ("porch:99999", "A port is a number"),
        ("two words", "is no address"),
        ("", "is no address"),
        ("tcp://porch:0", "Port 0"),
    ],
)
def test_that_a_wrong_address_is_explained_and_the_dialog_stays(stage: Stage, address: str, words: str) -> None:
    stage.window.asking.for_camera()
    asked = dialog(stage, AddDialog)
    assert isinstance(asked, AddDialog)
    asked.address.setText(address)
    QTest.keyClick(asked.address, Qt.Key.Key_Return)
    assert asked.isVisible()
    assert words in asked.trouble.text()
    asked.reject()


def test_that_the_same_camera_is_not_added_twice(stage: Stage) -> None:
    camera = stage.add()
    with pytest.raises(UsageError, match="on the wall already"):
        stage.window.program.cameras.add(camera.session.identity.key, "")


def test_that_remove_asks_first(stage: Stage) -> None:
    camera = stage.add()
    stage.wall.go_to(camera.session)
    stage.window.actions["camera.remove"].trigger()
    dialog(stage, RemoveDialog).reject()
    assert len(stage.fleet) == 1


def test_that_the_keyboard_goes_to_the_next_tile_when_a_camera_is_removed(stage: Stage) -> None:
    gate, porch = stage.add("gate"), stage.add("porch")
    tile = stage.wall._tiles[gate.session.identity.key]
    tile.setFocus()
    stage.do(lambda: stage.window.program.cameras.remove(gate.session))
    (left,) = stage.wall.tiles
    assert left.session is porch.session
    assert left.hasFocus()
    assert stage.wall.selected is left


def test_that_an_added_camera_has_the_keyboard(stage: Stage) -> None:
    stage.wall._tiles[stage.add("gate").session.identity.key].setFocus()
    stage.window.asking.for_camera()
    asked = dialog(stage, AddDialog)
    assert isinstance(asked, AddDialog)
    asked.address.setText("127.0.0.9:5600")
    stage.do(lambda: QTest.keyClick(asked.address, Qt.Key.Key_Return))
    added = stage.wall._tiles["tcp://127.0.0.9:5600"]
    assert stage.wall.selected is added
    assert stage.window.focusWidget() is added


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_that_the_menu_of_a_camera_says_why_it_is_sent_no_pictures(stage: Stage) -> None:
    camera = stage.add("porch")
    stage.wall.go_to(camera.session)
    menu = CameraMenu(stage.window.actions, stage.wall, stage.window)
    menu.popup(stage.window.rect().center())
    send = stage.window.actions["camera.show"]
    assert send in menu.actions()
    assert not send.isEnabled()
    assert "porch takes no pictures" in send.toolTip()
    assert menu.toolTipsVisible()
    menu.close()
    stage.do(send.trigger)
    assert "porch takes no pictures" in stage.window.notice.label.text()


def test_that_everything_offered_is_in_the_menu(stage: Stage) -> None:
    def ids(menu: QMenu) -> set[str]:
        menu.aboutToShow.emit()
        deeper = [each for each in menu.findChildren(QMenu) if each.menuAction() in menu.actions()]
        return {each.objectName() for each in menu.actions()}.union(*(ids(each) for each in deeper))

    stage.wall.go_to(stage.add("porch").session)
    # By themselves they are how one gets there.
    known = {spec.id for spec in stage.window.actions.offered} - {"program.menu", "camera.menu"}
    assert known - ids(stage.window._menu) == set()


def test_that_the_menu_of_a_camera_means_the_one_that_a_key_would(stage: Stage) -> None:
    menu = stage.window._menu
    (of_camera,) = list(menu.findChildren(CameraMenu))
    menu.aboutToShow.emit()
    assert not of_camera.isEnabled()
    camera = stage.add("porch")
    stage.wall.select(None)
    menu.aboutToShow.emit()
    assert of_camera.isEnabled()
    of_camera.aboutToShow.emit()
    assert stage.wall.selected.session is camera.session
    assert not stage.window.actions["camera.show"].isEnabled()


def test_that_unread_conversations_are_gone_through_round_and_round(stage: Stage) -> None:
    gate, yard, shed = (stage.add(name) for name in ("gate", "yard", "shed"))
    following = stage.window.actions["talk.next_unread"]
    stage.do(following.trigger)
    assert "Everything is read" in stage.window.notice.label.text()
    for camera in (gate, shed):
        camera.say("hello")
    stage.activate()
    stage.wall.go_to(yard.session)
    stage.do(following.trigger)
    assert stage.wall.selected.session is shed.session
    stage.until(lambda: not shed.session.chat.unread)
    stage.do(following.trigger)
    assert stage.wall.selected.session is gate.session


def test_that_rename_begins_with_the_present_name(stage: Stage) -> None:
    camera = stage.add("raspberrypi")
    stage.wall.go_to(camera.session)
    stage.window.actions["camera.rename"].trigger()
    asked = dialog(stage, RenameDialog)
    assert isinstance(asked, RenameDialog)
    assert asked.name.text() == "raspberrypi"
    asked.name.setText("Front gate")
    QTest.keyClick(asked.name, Qt.Key.Key_Return)
    assert camera.session.name == "Front gate"


def test_that_the_about_box_copies_what_a_bug_report_needs(stage: Stage) -> None:
    stage.do(stage.window.actions["program.about"].trigger)
    about = dialog(stage, AboutDialog)
    assert isinstance(about, AboutDialog)
    about.copy.click()
    copied = QGuiApplication.clipboard().text()
    needed = ("Watchword", "Python", "PySide6", "ZeroMQ", "protocol", "Screen: ", "netgear", "jpeg", "Log: ")
    assert [word for word in needed if word not in copied] == []
    assert about.facts == copied
    about.close()


def test_that_what_is_copied_does_not_say_whose_account_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    assert "somebody" not in diagnostics(Paths.of("/home/somebody/.config/watchword"))
    assert "Settings: ~/.config/watchword/settings.toml" in diagnostics(Paths.of("/home/somebody/.config/watchword"))
    assert "Settings: ~/.config/watchword/demo.toml" in diagnostics(Paths.of("/home/somebody/.config/watchword", True))


def test_that_settings_that_cannot_be_saved_are_said_to_the_person(stage: Stage) -> None:
    stage.file.path.parent.joinpath("settings.toml").mkdir()
    stage.window.program.cameras.save()
    assert "could not be saved" in stage.window.notice.label.text()
    assert stage.window.notice.isVisible()


def test_that_full_screen_hides_the_bar_and_comes_back(stage: Stage) -> None:
    stage.add()
    stage.window.show_full_screen(True)
    assert stage.window.isFullScreen()
    assert not stage.window._bar.isVisible()
    stage.window.show_full_screen(False)
    assert stage.window._bar.isVisible()


def test_that_statistics_are_shown_on_every_tile(stage: Stage) -> None:
    stage.add()
    stage.window._bar.statistics.setChecked(True)
    assert stage.wall.tiles[0].picture.overlay.has_statistics
    stage.until(lambda: any("fps" in text for _, text in stage.wall.tiles[0].picture.overlay.figures.rows))


def test_that_a_notice_stays_inside_a_small_window(stage: Stage) -> None:
    stage.window.notice.say("A long sentence that must wrap. " * 12)
    stage.window.resize(MainWindow.minimumSize(stage.window))
    assert stage.window.rect().contains(stage.window.notice.geometry())


def test_that_a_notice_stays_in_front_when_the_first_camera_comes_and_is_not_replaced(stage: Stage) -> None:
    stage.window.notice.say("settings.toml has an error.")
    stage.window.notice.say("The port is in use.")
    stage.add()
    assert stage.window.notice.label.text() == "settings.toml has an error.\nThe port is in use."
    middle = stage.window.notice.geometry().center()
    assert stage.window.notice.isAncestorOf(stage.window.childAt(middle))


def test_that_good_news_goes_by_itself_and_leaves_the_rest(stage: Stage) -> None:
    notice = stage.window.notice
    notice.say("The disk is full.")
    notice._reading.setInterval(20)
    notice.say_briefly("Cameras may call.")
    assert notice.label.text().split("\n") == ["The disk is full.", "Cameras may call."]
    stage.until(lambda: notice.label.text() == "The disk is full.")
    assert notice.isVisible()


def test_that_a_lasting_offer_stays_with_its_button_until_it_is_taken(stage: Stage) -> None:
    notice, taken = stage.window.notice, list[str]()
    notice.offer("Something went wrong.", "Show", lambda: taken.append("shown"), lasts=True)
    stage.window.notice.say_briefly("Cameras may call.")
    stage.add()
    assert notice.label.text() == "Something went wrong."
    assert notice.deed.isVisible()
    stage.do(notice.deed.click)
    assert taken == ["shown"]
    assert not notice.isVisible()


def test_that_good_news_goes_when_a_camera_comes(stage: Stage) -> None:
    stage.window.notice.say_briefly("Cameras may call.")
    assert stage.window.notice.isVisible()
    stage.add()
    assert not stage.window.notice.isVisible()


def test_that_what_is_said_before_the_window_is_filled_is_all_shown(qapp: QApplication) -> None:
    window = QWidget()
    content = QWidget(window)
    content.hide()
    window.show()
    notice = Notice(content)
    notice.say("First.")
    notice.say("Second.")
    assert notice.label.text() == "First.\nSecond."
    notice.hide()
    notice.say("Third.")
    assert notice.label.text() == "Third."
    window.close()
    window.deleteLater()


def test_that_one_sentence_of_several_is_taken_back(qapp: QApplication) -> None:
    window = QWidget()
    window.show()
    notice = Notice(window)
    for sentence in ("First.", "Second."):
        notice.say(sentence)
    notice.withdraw("First.")
    assert (notice.label.text(), notice.isVisible()) == ("Second.", True)
    notice.withdraw("Another.")
    notice.withdraw("Second.")
    assert not notice.isVisible()
    window.close()
    window.deleteLater()


def test_that_the_only_camera_is_brought_back_by_keys(stage: Stage) -> None:
    camera = stage.add()
    key = camera.session.identity.key
    stage.activate()
    stage.do(lambda: stage.window.walls.remove_camera(camera.session))
    assert stage.window.empty.isVisible()
    stage.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [session.identity.key for session in stage.fleet] == [key]
    assert stage.wall.isVisible()


def test_that_no_rate_is_shown_without_a_camera(stage: Stage) -> None:
    camera = stage.add()
    stage.window._bar.show_rate("6.7 Mbit/s")
    stage.do(lambda: stage.window.walls.remove_camera(camera.session))
    assert stage.window._bar._rate.text() == ""


def test_that_the_buttons_of_the_bar_do_what_they_say(stage: Stage) -> None:
    stage.add("porch")
    stage.do(stage.window._bar.add.click)
    dialog(stage, AddDialog).reject()
    stage.do(stage.window._bar.say.click)
    assert stage.window.asking.round is not None
    stage.do(stage.window.asking.round.reject)
