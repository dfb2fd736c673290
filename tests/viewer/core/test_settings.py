"""What is remembered between runs, and that nothing a person wrote is ever lost."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.settings import VERSION, CameraSettings, SettingsFile, _decoded
from viewer.core.wall.layout import Layout

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
needs_permissions = pytest.mark.skipif(AS_ROOT or os.name == "nt", reason="file permissions do not bind this user")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def file_with(path: Path, text: str | bytes) -> SettingsFile:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return SettingsFile(path)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_that_settings_come_back_as_they_were(path: Path) -> None:
    file = SettingsFile(path)
    file.settings.camera = [CameraSettings(endpoint="tcp://10.0.0.7:5600", name="Tür “Süd” 🎥\n")]
    file.settings.wall.layout = Layout(
        order=("tcp://10.0.0.7:5600", "id:cam"), column_weights={"2": (0.25, 0.75)}, spans={"id:cam": (2, 1)}
    )
    file.settings.wall.chat_share = 0.5
    file.settings.window.statistics = True
    file.save()
    again = SettingsFile(path)
    assert (again.settings, again.notice) == (file.settings, "")


def test_that_the_viewer_keeps_its_identity(path: Path) -> None:
    file = SettingsFile(path)
    file.save()
    assert SettingsFile(path).settings.viewer_id == file.settings.viewer_id


def test_that_two_viewers_differ(tmp_path: Path) -> None:
    ids = {SettingsFile(tmp_path / f"{number}.toml").settings.viewer_id for number in range(20)}
    assert len(ids) == 20


def test_that_no_file_means_defaults_and_no_notice(path: Path) -> None:
    file = SettingsFile(path)
    assert (file.notice, file.settings.camera, file.settings.window.width) == ("", [], 1280)
    assert not path.exists()


def test_that_the_folder_is_made_when_settings_are_saved(tmp_path: Path) -> None:
    path = tmp_path / "not" / "yet" / "settings.toml"
    SettingsFile(path).save()
    assert path.exists()


def test_that_an_empty_file_means_defaults(path: Path) -> None:
    assert file_with(path, "").notice == ""


def test_that_fields_of_a_later_release_are_ignored(path: Path) -> None:
    file = file_with(path, 'version = 1\nfancy = true\n[window]\nwidth = 900\nglow = "red"\n')
    assert (file.notice, file.settings.window.width) == ("", 900)


@pytest.mark.parametrize(
    "text",
    [
        "camera = [",
        "\x00\x01\x02",
        b"\xff\xfe\x00",
        "a = 1\na = 2\n",
        "version = 99\n",
        'version = "one"\n',
        "a = " + "[" * 5000,
        "[wall]\nrow_weights = [nan, 0.5]\n",
    ],
)
def test_that_a_file_with_an_error_is_kept_aside(path: Path, text: str | bytes) -> None:
    file = file_with(path, text)
    aside = path.with_name("settings.toml.broken")
    assert aside.read_bytes() == (text.encode() if isinstance(text, str) else text)
    assert str(aside) in file.notice
    assert file.settings.camera == []
    assert not path.exists()


def test_that_saving_after_an_error_leaves_what_was_kept_aside(path: Path) -> None:
    file = file_with(path, "broken = [")
    file.save()
    assert path.with_name("settings.toml.broken").read_text() == "broken = ["
    assert SettingsFile(path).notice == ""


def test_that_nothing_kept_aside_is_ever_overwritten(path: Path) -> None:
    for text in ("first = [", "second = [", "third = ["):
        file_with(path, text)
    kept = [path.with_name(name).read_text() for name in names(path.parent)]
    assert names(path.parent) == ["settings.toml.broken", "settings.toml.broken-2", "settings.toml.broken-3"]
    assert kept == ["first = [", "second = [", "third = ["]


def test_that_a_newer_version_is_named(path: Path) -> None:
    assert f"it is of version {VERSION + 1}, and this viewer knows {VERSION}" in (
        file_with(path, f"version = {VERSION + 1}\n").notice
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[window]\nwidth = "wide"\n', "$.window.width"),
        ("[window]\nwidth = 5\n", "$.window.width"),
        ("[wall]\norder = 3\n", "$.wall.order"),
        ("[wall]\nceiling_mbit = -1.0\n", "$.wall.ceiling_mbit"),
        ("[wall]\nrow_weights = [2.0]\n", "$.wall.row_weights"),
        ('camera = [{ name = "porch" }]\n', "endpoint"),
        ("camera = [{ endpoint = 1 }]\n", "$.camera[0].endpoint"),
    ],
)
def test_that_the_notice_names_what_is_wrong(path: Path, text: str, named: str) -> None:
    assert named in file_with(path, text).notice


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_that_any_bytes_give_settings_or_an_error_that_is_caught(text: bytes) -> None:
    with suppress(ValueError, RecursionError):
        assert _decoded(text).version <= VERSION


def test_that_a_folder_in_place_of_the_file_is_explained_and_left_alone(path: Path) -> None:
    path.mkdir()
    file = SettingsFile(path)
    file.save()
    assert "cannot be read" in file.notice
    assert names(path.parent) == ["settings.toml"]


@needs_permissions
def test_that_an_unreadable_file_is_explained_and_left_alone(path: Path) -> None:
    path.write_text("version = 1\n")
    path.chmod(0)
    file = SettingsFile(path)
    file.save()
    path.chmod(0o600)
    assert "Make the file readable" in file.notice
    assert path.read_text() == "version = 1\n"


def test_that_a_failure_in_the_middle_of_saving_leaves_the_old_file(path: Path) -> None:
    file = SettingsFile(path)
    file.save()
    before = path.read_bytes()
    file.settings.wall.maximised = "\ud800"
    with pytest.raises(UnicodeEncodeError):
        file.save()
    assert path.read_bytes() == before
    assert names(path.parent) == ["settings.toml"]


def test_that_a_failure_at_the_end_of_saving_leaves_no_temporary_file(path: Path) -> None:
    file = SettingsFile(path)
    path.mkdir()
    with pytest.raises(OSError, match="settings"):
        file.save()
    assert names(path.parent) == ["settings.toml"]


def test_that_saving_twice_leaves_one_file(path: Path) -> None:
    file = SettingsFile(path)
    file.save()
    file.save()
    assert names(path.parent) == ["settings.toml"]


def test_that_a_folder_that_became_a_file_is_told_when_saving(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    file = SettingsFile(folder / "settings.toml")
    folder.write_text("in the way")
    with pytest.raises(OSError, match="config"):
        file.save()
    assert folder.read_text() == "in the way"


def test_that_a_file_in_place_of_the_folder_is_told_at_the_start(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.write_text("in the way")
    assert str(folder) in SettingsFile(folder / "settings.toml").notice


@needs_permissions
def test_that_a_read_only_folder_is_told_when_saving(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.toml")
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        file.save()
    tmp_path.chmod(0o700)
    assert names(tmp_path) == []


def test_that_a_wall_from_before_there_were_layouts_keeps_its_arrangement(path: Path) -> None:
    path.write_text(
        '[wall]\norder = ["b", "a"]\nrow_weights = [0.7, 0.3]\nmaximised = "b"\n'
        "[wall.column_weights]\n2 = [0.25, 0.75]\n"
    )
    file = SettingsFile(path)
    wall = file.settings.wall
    assert wall.layout == Layout(order=("b", "a"), row_weights=(0.7, 0.3), column_weights={"2": (0.25, 0.75)})
    assert wall.maximised == "b"
    file.save()
    assert SettingsFile(path).settings.wall == wall
