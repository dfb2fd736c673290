"""Pairing, as a person does it: with real cameras that encrypt."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from camwire.errors import UsageError
from camwire.identity import Identity
from camwire.link import Connection
from camwire.pairing.fingerprint import fingerprint
from sender import Camera
from tests.support.camera_host import CODE, LockedCamera
from tests.viewer.ui.conftest import Stage
from tests.viewer.ui.looks.pairing_scenes import OTHER, found, offer
from viewer.core.calls.approach import Meaning
from viewer.core.calls.key_troubles import key_trouble
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.core.settings import SettingsFile
from viewer.ui.dialogs.find import NAME, FindDialog
from viewer.ui.pairing.pair_dialog import PairDialog
from viewer.ui.pairing.paired_dialog import PairedDialog
from viewer.ui.pairing.which_camera import WhichCamera


@pytest.fixture
def camera(stage: Stage, tmp_path: Path) -> Camera:
    """One that encrypts, tells the network of itself, and shows a code."""
    camera = Camera(
        f"porch {uuid4().hex[:8]}",
        size="320x240",
        listen="tcp://127.0.0.1:0",
        announce=True,
        secure=True,
        state=tmp_path / "camera",
    )
    stage.run(camera.__aenter__())
    stage._real.append(camera)
    return camera


@pytest.fixture
def locked(stage: Stage) -> LockedCamera:
    """One that encrypts, and whose code a test opens."""
    locked = LockedCamera()
    stage.run(locked.__aenter__())
    stage._real.append(locked)  # type: ignore[arg-type]
    return locked


def dialog_of(stage: Stage, kind: type) -> PairDialog:
    (dialog,) = [each for each in stage.window.findChildren(kind) if each.isVisible()]
    return dialog  # type: ignore[no-any-return]


def opened(stage: Stage, action: str = "cameras.pair") -> PairDialog:
    stage.do(stage.window.actions[action].trigger)
    return dialog_of(stage, PairDialog)


def typed(stage: Stage, dialog: PairDialog, code: str) -> None:
    """Type a code, and press Enter."""

    def keys() -> None:
        dialog.code.clear()
        QTest.keyClicks(dialog.code, code)
        QTest.keyClick(dialog.code, Qt.Key.Key_Return)

    stage.do(keys)


def is_tried(dialog: PairDialog) -> bool:
    return dialog._task is None and bool(dialog.trouble.text())


def test_that_a_camera_is_found_paired_by_its_code_and_live_without_an_address(stage: Stage, camera: Camera) -> None:
    stage.do(stage.window.actions["cameras.find"].trigger)
    (find,) = stage.window.findChildren(FindDialog)

    def row() -> int:
        names = [find.table.item(row, NAME).text() for row in range(find.table.rowCount())]
        return names.index(camera.name) if camera.name in names else -1

    stage.until(lambda: row() >= 0)
    stage.do(lambda: find.table.item(row(), NAME).setCheckState(Qt.CheckState.Checked))
    stage.do(find.box.buttons()[0].click)
    dialog = dialog_of(stage, PairDialog)
    typed(stage, dialog, camera.pairing_code.upper().replace("-", " "))
    stage.until(lambda: dialog.outcome.isVisible() or dialog.trouble.text())
    assert dialog.trouble.text() == ""
    assert camera.name in dialog.outcome._title.text()
    stage.do(dialog.box.buttons()[0].click)
    (session,) = stage.fleet
    stage.until(lambda: session.state.phase is Phase.LIVE)
    assert session.identity.is_secured
    settings = SettingsFile(stage.file.path).settings
    assert [each.key for each in settings.paired] == [camera.key]
    assert [each.key for each in settings.camera] == [camera.key]
    stage.do(stage.window.actions["cameras.find"].trigger)
    (find,) = [each for each in stage.window.findChildren(FindDialog) if each.isVisible()]
    stage.until(lambda: row() >= 0 and not find.table.item(row(), NAME).icon().isNull())


def test_that_a_wrong_code_is_said_and_the_right_one_is_taken_after_it(stage: Stage, locked: LockedCamera) -> None:
    session = stage.run(_added(stage, locked))
    stage.until(lambda: session.state.phase is Phase.UNPAIRED)
    tile = stage.wall.tiles[0]
    stage.until(lambda: tile._buttons._retry.isVisible())
    assert tile._buttons._retry.text() == "Pair…"
    stage.do(tile._buttons._retry.click)
    dialog = dialog_of(stage, PairDialog)
    typed(stage, dialog, "4821-river-castle")
    stage.until(lambda: is_tried(dialog))
    assert "2 tries are left" in dialog.trouble.text()
    typed(stage, dialog, str(CODE))
    stage.until(dialog.outcome.isVisible)
    stage.until(lambda: session.is_connected)


def test_that_a_camera_that_is_added_by_its_address_asks_for_its_code_at_once(
    stage: Stage, locked: LockedCamera
) -> None:
    stage.do(lambda: stage.window.asking._add(str(locked.endpoint), ""))
    stage.until(lambda: [each for each in stage.window.findChildren(PairDialog) if each.isVisible()])
    dialog = dialog_of(stage, PairDialog)
    typed(stage, dialog, str(CODE))
    stage.until(dialog.outcome.isVisible)
    (session,) = stage.fleet
    stage.until(lambda: session.is_connected)


def test_that_a_slip_costs_no_try(stage: Stage, locked: LockedCamera) -> None:
    dialog = opened(stage)
    stage.do(lambda: dialog.which.address.setText(str(locked.endpoint)))
    for slip, sentence in (("4821-river-candel", "candle"), ("4821 river", "four digits and two words")):
        typed(stage, dialog, slip)
        assert sentence in dialog.trouble.text()
    assert locked.host.requests == 0
    assert locked.host.offering.tries == 3


def test_that_three_wrong_codes_are_the_end_and_what_to_do_is_said(stage: Stage, locked: LockedCamera) -> None:
    dialog = opened(stage)
    stage.do(lambda: dialog.which.address.setText(str(locked.endpoint)))
    for _ in range(3):
        typed(stage, dialog, "0000-acorn-acorn")
        stage.until(lambda: is_tried(dialog))
    assert "this was the last try" in dialog.trouble.text(), dialog.trouble.text()
    assert list(stage.fleet.keyring.paired) == []
    assert len(stage.fleet) == 0


def test_that_nothing_is_paired_with_a_key_that_is_not_kept(stage: Stage) -> None:
    stage.fleet.keyring.trouble = "The key of this program is damaged."
    dialog = opened(stage)
    stage.do(lambda: dialog.code.setText(str(CODE)))
    assert not dialog.box.buttons()[0].isEnabled()


def test_that_closing_the_dialog_ends_the_try(stage: Stage, locked: LockedCamera) -> None:
    dialog = opened(stage)
    stage.do(lambda: dialog.which.address.setText(str(locked.endpoint)))
    typed(stage, dialog, str(CODE))
    task = dialog._task
    stage.do(dialog.reject)
    stage.until(lambda: task is None or task.done())
    assert len(stage.fleet) == 0


def test_that_a_pairing_can_be_called_otherwise_and_forgotten(stage: Stage, locked: LockedCamera) -> None:
    dialog = opened(stage)
    stage.do(lambda: dialog.which.address.setText(str(locked.endpoint)))
    typed(stage, dialog, str(CODE))
    stage.until(dialog.outcome.isVisible)
    stage.do(dialog.accept)
    (session,) = stage.fleet
    stage.until(lambda: session.is_connected)
    stage.do(stage.window.actions["cameras.paired"].trigger)
    paired = dialog_of(stage, PairedDialog)
    assert isinstance(paired, PairedDialog)
    assert "Porch · talk" in paired.list.item(0).text()
    key = stage.fleet.keyring.paired[0].key
    stage.do(lambda: stage.fleet.keyring.rename(key, "Gate"))
    assert paired.list.item(0).text().startswith("Gate · ")
    assert SettingsFile(stage.file.path).settings.paired[0].name == "Gate"
    stage.do(lambda: stage.program.cameras.forget_pairing(key))
    assert paired.list.count() == 0
    stage.until(lambda: session.state.phase is Phase.UNPAIRED)


def test_that_the_list_of_paired_cameras_watches_the_keys_no_longer_than_it_is_open(stage: Stage) -> None:
    stage.do(stage.window.actions["cameras.paired"].trigger)
    paired = dialog_of(stage, PairedDialog)
    stage.do(lambda: stage.fleet.keyring.add(offer("Street", OTHER), 0))
    assert isinstance(paired, PairedDialog)
    assert paired.list.item(0).text() == "Street · control"
    stage.do(paired.accept)
    stage.do(lambda: stage.fleet.keyring.forget(OTHER))


def test_that_a_camera_that_was_set_up_anew_is_shown_by_both_keys_and_its_alarm_goes(
    stage: Stage, locked: LockedCamera
) -> None:
    old = Identity.new()
    stage.do(lambda: stage.program.cameras.add(str(locked.endpoint), "Porch", old.public.decode()))
    (session,) = stage.fleet
    notice = stage.window.notice
    stage.until(lambda: session.state.phase is Phase.ALARM)
    assert "has not the key" in notice.label.text()
    assert notice.isVisible()
    retry = stage.wall.tiles[0]._buttons._retry
    stage.until(retry.isVisible)
    assert retry.text() == "Pair again…"
    stage.do(retry.click)
    dialog = dialog_of(stage, PairDialog)
    assert any(old.fingerprint in each.text() for each in dialog.findChildren(QLabel))
    typed(stage, dialog, str(CODE))
    stage.until(dialog.outcome.isVisible)
    assert old.fingerprint in dialog.outcome._words.text()
    assert fingerprint(locked.host.key.encode()) in dialog.outcome._words.text()
    stage.do(dialog.accept)
    stage.until(lambda: session.is_connected)
    assert not notice.isVisible()


def test_that_the_key_that_is_compared_is_the_one_of_the_camera_that_was_paired(
    stage: Stage, locked: LockedCamera
) -> None:
    real = Identity.new()
    stage.do(lambda: locked.host.admit(stage.fleet.keyring.identity.public))
    stage.do(lambda: stage.fleet.keyring.add(offer("porch", real.public.decode()), 0))
    stage.do(lambda: stage.program.cameras.add(str(locked.endpoint), "Porch", locked.host.key))
    (session,) = stage.fleet
    stage.until(lambda: session.state.phase is Phase.ALARM)
    assert "by the id of a camera that you paired with" in session.state.reason
    retry = stage.wall.tiles[0]._buttons._retry
    stage.until(retry.isVisible)
    stage.do(retry.click)
    said = " ".join(each.text() for each in dialog_of(stage, PairDialog).findChildren(QLabel))
    assert real.fingerprint in said


def test_that_every_alarm_of_a_camera_is_taken_back_when_the_right_one_is_there(
    stage: Stage, locked: LockedCamera
) -> None:
    stage.do(lambda: stage.program.cameras.add(str(locked.endpoint), "Porch", Identity.new().public.decode()))
    (session,) = stage.fleet
    stage.until(lambda: session.state.phase is Phase.ALARM)
    dialler = stage.fleet._diallers[session.identity.key]

    def another_alarm() -> None:
        session.rename("Gate")
        dialler._heard(Connection.NOBODY)
        session.update_state()
        dialler._keep_away(key_trouble(Meaning.UNENCRYPTED, dialler.endpoint), dialler.key)

    stage.do(another_alarm)
    notice = stage.window.notice
    assert notice.label.text().count("pass for") == 2
    stage.do(lambda: locked.host.admit(stage.fleet.keyring.identity.public))
    stage.do(lambda: stage.fleet.call(session.identity.key, locked.endpoint, locked.host.key))
    stage.until(lambda: session.is_connected)
    assert not notice.isVisible()


async def _added(stage: Stage, locked: LockedCamera) -> Session:
    return stage.program.cameras.add(str(locked.endpoint), "")


def test_that_enter_once_more_spends_no_other_try(stage: Stage, locked: LockedCamera) -> None:
    dialog = opened(stage)
    stage.do(lambda: dialog.which.address.setText(str(locked.endpoint)))
    typed(stage, dialog, "4821-river-castle")
    stage.until(lambda: is_tried(dialog))
    stage.do(lambda: QTest.keyClick(dialog.code, Qt.Key.Key_Return))
    assert dialog._task is None
    assert locked.host.offering.tries == 2


def test_that_those_that_need_a_code_stand_first_and_none_is_chosen_where_several_can_be_meant(stage: Stage) -> None:
    keyring = stage.fleet.keyring
    keyring.add(offer("Alley", OTHER), 0)
    known, new = found("Alley", 20, OTHER, 5601), found("Porch", 21, pair=5601)
    which = WhichCamera(keyring, None)
    which.offer([known])
    assert which.choice.currentIndex() == -1
    which.offer([known, new])
    assert which.endpoint == new.endpoint
    titles = [which.choice.itemText(index) for index in range(which.choice.count())]
    assert titles[0] == "Porch · 192.168.1.21:5600 · shows a code"
    assert titles[1] == "Alley · 192.168.1.20:5600 · paired already"
    which.offer([known, new, found("Porch", 22, Identity.new().public.decode(), 5601)])
    with pytest.raises(UsageError, match="Which camera"):
        _ = which.endpoint
    which.deleteLater()
