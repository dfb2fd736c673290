"""What somebody wrote into the file of settings and no dialog would have taken."""

from pathlib import Path

import pytest

from viewer.core.paths import Paths
from viewer.core.settings import RecordingSettings, Settings
from viewer.core.sound_settings import make_sound


@pytest.mark.parametrize("folder", ["~nobody-of-that-name/films", "/films\0", "films"])
def test_that_the_usual_folder_is_used_where_the_chosen_one_cannot_be(tmp_path: Path, folder: str) -> None:
    settings = Settings(recording=RecordingSettings(folder=folder, snapshots=folder))
    paths = Paths.of(str(tmp_path))
    said = make_sound(settings, paths)
    assert (settings.recording.folder, settings.recording.snapshots) == ("", "")
    assert all(str(usual) in each for usual, each in zip((paths.recordings, paths.snapshots), said, strict=True))


def test_that_keys_given_twice_are_told_of_by_the_names_of_actions(tmp_path: Path) -> None:
    settings = Settings(keys={"wall.statistics": "Ctrl+K", "program.preferences": "Ctrl+K"})
    (sentence,) = make_sound(settings, Paths.of(str(tmp_path)))
    assert settings.keys == {"wall.statistics": "Ctrl+K"}
    assert "Preferences (Ctrl+K)" in sentence


def test_that_of_sound_settings_nothing_is_said_or_changed(tmp_path: Path) -> None:
    settings = Settings(recording=RecordingSettings(folder=str(tmp_path), snapshots="~/films"))
    assert make_sound(settings, Paths.of(str(tmp_path))) == []
    assert (settings.recording.folder, settings.recording.snapshots) == (str(tmp_path), "~/films")
