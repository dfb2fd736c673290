"""What a person sets about the program, and that it is kept."""

from pathlib import Path
from typing import cast

import pytest

from tests.viewer.ui.conftest import Stage
from viewer.core.settings import SettingsFile
from viewer.ui.preferences.dialog import PreferencesDialog


def opened(stage: Stage) -> PreferencesDialog:
    stage.do(stage.window.actions["program.preferences"].trigger)
    (dialog,) = stage.window.findChildren(PreferencesDialog)
    return cast(PreferencesDialog, dialog)


def save(stage: Stage, dialog: PreferencesDialog) -> None:
    stage.do(lambda: dialog.attempt(dialog._keep))


def kept(stage: Stage) -> SettingsFile:
    return SettingsFile(stage.file.path)


def test_that_what_is_saved_as_it_was_changes_nothing(stage: Stage) -> None:
    stage.program.settings.recording.split_minutes = 47
    stage.program.settings.notifications.quiet_from = 1
    stage.program.cameras.save()
    before = kept(stage).settings
    save(stage, opened(stage))
    after = kept(stage).settings
    assert (after.general, after.notifications) == (before.general, before.notifications)
    assert after.recording == before.recording
    assert after.wall.ceiling_mbit == before.wall.ceiling_mbit


def test_that_what_is_chosen_is_kept(stage: Stage, tmp_path: Path) -> None:
    dialog = opened(stage)
    dialog.notifications.has_hours.setChecked(True)
    dialog.notifications.begin.setCurrentIndex(43)
    dialog.recording.folder.line.setText(str(tmp_path / "films"))
    dialog.recording.minutes.setCurrentIndex(1)
    dialog.network.mbit.setText("2,5")
    save(stage, dialog)
    settings = kept(stage).settings
    assert (settings.notifications.quiet_from, settings.notifications.quiet_until) == (21 * 60 + 30, 7 * 60)
    assert settings.recording.folder == str(tmp_path / "films")
    assert settings.recording.split_minutes == 15
    assert settings.wall.ceiling_mbit == 2.5
    assert stage.wall.ceiling.bytes_per_second == 312_500


def test_that_a_folder_that_cannot_be_is_explained_and_nothing_is_kept(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    dialog = opened(stage)
    dialog.notifications.shown.setChecked(False)
    dialog.recording.snapshots.line.setText(str(tmp_path / "file" / "inside"))
    save(stage, dialog)
    assert dialog.isVisible()
    assert "Choose another" in dialog.trouble.text()
    assert stage.program.settings.notifications.shown
    dialog.recording.snapshots.line.setText("inside")
    save(stage, dialog)
    assert "no whole path" in dialog.trouble.text()
    dialog.reject()


def test_that_another_look_asks_for_another_window(stage: Stage, qtbot: object) -> None:
    asked: list[str] = []
    stage.window.remake_wanted.connect(lambda: asked.append(stage.program.settings.general.theme))
    dialog = opened(stage)
    save(stage, dialog)
    assert not asked
    dialog = opened(stage)
    dialog.general.theme.setCurrentIndex(2)
    save(stage, dialog)
    assert asked == ["light"]


@pytest.mark.parametrize("folder", ["~nobody-of-that-name/films", "/films\0"])
def test_that_a_folder_that_can_never_be_is_explained(stage: Stage, folder: str) -> None:
    dialog = opened(stage)
    dialog.recording.folder.line.setText(folder)
    save(stage, dialog)
    assert "There can be no folder" in dialog.trouble.text()
    assert stage.program.settings.recording.folder == ""
    dialog.reject()


def test_that_it_is_told_what_recording_all_cameras_costs(stage: Stage) -> None:
    dialog = opened(stage)
    stage.until(lambda: "are free on this disk" in dialog.recording._size_words.text())
    dialog.reject()
    camera = stage.add("porch")
    for _ in range(5):
        stage.do(camera.show)
    dialog = opened(stage)
    stage.until(lambda: "an hour. The disk has room for" in dialog.recording._size_words.text())
    dialog.general.ask_at_quit.setChecked(False)
    save(stage, dialog)
    assert not kept(stage).settings.general.ask_at_quit
