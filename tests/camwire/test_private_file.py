import errno
import os
import stat
from pathlib import Path

import pytest

from camwire import private_file


def _linkless(*_: object) -> None:
    raise OSError(errno.EPERM, "no second names here")


@pytest.mark.parametrize("replaces", [True, False])
def test_that_nobody_else_may_read_it_and_nothing_is_left_beside_it(tmp_path: Path, replaces: bool) -> None:
    private_file.write(tmp_path / "key", b"content", replaces)
    assert (tmp_path / "key").read_bytes() == b"content"
    assert list(tmp_path.iterdir()) == [tmp_path / "key"]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


@pytest.mark.parametrize("has_links", [True, False])
def test_that_a_file_is_replaced_only_where_that_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    if not has_links:
        monkeypatch.setattr(os, "link", _linkless)
    path = tmp_path / "key"
    private_file.write(path, b"first", replaces=False)
    with pytest.raises(FileExistsError):
        private_file.write(path, b"second", replaces=False)
    assert path.read_bytes() == b"first"
    private_file.write(path, b"third")
    assert path.read_bytes() == b"third"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_folder_is_no_place_for_it() -> None:
    with pytest.raises(IsADirectoryError):
        private_file.write(Path("/"), b"content")


def test_that_nothing_half_written_is_left_where_files_have_one_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _linkless)
    synced: list[int] = []

    def full_at_last(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_at_last)
    with pytest.raises(OSError, match="No space left"):
        private_file.write(tmp_path / "key", b"content", replaces=False)
    assert list(tmp_path.iterdir()) == []


def test_that_what_does_not_fit_on_the_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private_file.write(tmp_path / "key", b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        private_file.write(tmp_path / "key", b"new")
    assert (tmp_path / "key").read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [tmp_path / "key"]
