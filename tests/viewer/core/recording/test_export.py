"""Recordings passed on as one file."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from camwire.errors import UsageError
from tests.support import films, jpegs
from tests.support.recordings import STARTED_NS, all_in, recorded
from tests.viewer.core.recording.test_parts import jpeg
from viewer.core.recording.export import Stopped, export
from viewer.core.recording.parts import Bounds, Parts
from viewer.core.recording.spoken import Spoken


@pytest.fixture
def recordings(tmp_path: Path) -> list[Path]:
    """Of two cameras, of which one has spoken."""
    for name in ("Porch", "Süd Tür"):
        parts = Parts(tmp_path / "recordings", f"key of {name}", name, Bounds(), print, print)
        for number in range(3):
            parts.write(recorded(jpeg(number), number / 10))
        if name == "Porch":
            parts.say(Spoken("me", "hello"), STARTED_NS + 1)
        parts.close()
    return all_in(tmp_path / "recordings")


def test_that_an_archive_holds_the_recordings_and_what_was_said(recordings: list[Path], tmp_path: Path) -> None:
    export(recordings, tmp_path / "evidence.zip")
    stem = recordings[0].stem
    with ZipFile(tmp_path / "evidence.zip") as archive:
        assert archive.testzip() is None
        assert archive.read(f"Porch/{stem}.mkv") == recordings[0].read_bytes()
        assert set(archive.namelist()) == {
            f"Porch/{stem}.mkv",
            f"Porch/{stem}.vtt",
            f"Porch/{stem}.jsonl",
            f"Süd Tür/{stem}.mkv",
            "manifest.json",
            "SHA256SUMS",
        }


def test_that_the_sums_are_those_of_the_files(recordings: list[Path], tmp_path: Path) -> None:
    export(recordings, tmp_path / "evidence.zip")
    with ZipFile(tmp_path / "evidence.zip") as archive:
        archive.extractall(tmp_path / "out")
    lines = (tmp_path / "out" / "SHA256SUMS").read_text("utf-8").splitlines()
    assert len(lines) == 5
    for line in lines:
        said, name = line.split("  ", 1)
        assert said == hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest()


def test_that_sha256sum_takes_the_sums(recordings: list[Path], tmp_path: Path) -> None:
    export(recordings, tmp_path / "evidence.zip")
    with ZipFile(tmp_path / "evidence.zip") as archive:
        archive.extractall(tmp_path / "out")
    try:
        done = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path / "out", check=False)
    except FileNotFoundError:
        pytest.skip("there is no sha256sum on this system")
    assert done.returncode == 0


def test_that_the_manifest_says_of_each_recording_what_it_is(recordings: list[Path], tmp_path: Path) -> None:
    export(recordings, tmp_path / "evidence.zip")
    with ZipFile(tmp_path / "evidence.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
    porch, door = manifest["recordings"]
    assert (porch["camera"], porch["name"], porch["codec"]) == ("key of Porch", "Porch", "mjpeg")
    assert (porch["width"], porch["height"], porch["started_ns"]) == (160, 120, STARTED_NS)
    assert porch["sha256"] == hashlib.sha256(recordings[0].read_bytes()).hexdigest()
    assert door["name"] == "Süd Tür"
    assert door["beside"] == []


def test_that_a_broken_file_is_passed_on_as_it_is(recordings: list[Path], tmp_path: Path) -> None:
    recordings[0].write_bytes(jpegs.corrupt())
    export(recordings, tmp_path / "evidence.zip")
    with ZipFile(tmp_path / "evidence.zip") as archive:
        assert archive.read(f"Porch/{recordings[0].name}") == jpegs.corrupt()
        assert "camera" not in json.loads(archive.read("manifest.json"))["recordings"][0]


def test_that_an_archive_is_made_where_pyav_is_not_installed(
    recordings: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    export(recordings, tmp_path / "evidence.zip")
    with ZipFile(tmp_path / "evidence.zip") as archive:
        porch = json.loads(archive.read("manifest.json"))["recordings"][0]
    assert (porch["name"], porch["codec"], porch["uncertainty_ms"]) == ("Porch", "mjpeg", 2.0)
    assert porch["seconds"] == pytest.approx(0.2, abs=0.2)


@pytest.mark.parametrize("size", [0, 1, 40, 100, 300, 600])
def test_that_a_file_that_was_cut_off_in_its_head_is_passed_on_as_it_is(
    recordings: list[Path], tmp_path: Path, size: int
) -> None:
    begin = recordings[0].read_bytes()[:size]
    recordings[0].write_bytes(begin)
    export(recordings, tmp_path / "evidence.zip")
    with ZipFile(tmp_path / "evidence.zip") as archive:
        assert archive.read(f"Porch/{recordings[0].name}") == begin
        said = json.loads(archive.read("manifest.json"))["recordings"]
    assert [each["bytes"] for each in said] == [size, recordings[1].stat().st_size]


def test_that_an_archive_that_is_stopped_leaves_nothing(recordings: list[Path], tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(Stopped):
        export(recordings, tmp_path / "out" / "evidence.zip", lambda share: share < 0.5)
    assert list((tmp_path / "out").iterdir()) == []


def test_that_an_archive_that_cannot_be_written_leaves_the_old_one(recordings: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "evidence.zip"
    target.write_bytes(b"the old one")
    recordings.append(tmp_path / "gone.mkv")
    with pytest.raises(FileNotFoundError):
        export(recordings, target)
    assert target.read_bytes() == b"the old one"
    assert not (tmp_path / "evidence.zip.part").exists()


def test_that_no_recording_is_replaced_by_the_archive_it_is_to_go_into(recordings: list[Path]) -> None:
    porch = recordings[0]
    for target in (porch, porch.parent / ".." / porch.parent.name / porch.name, porch.with_suffix(".vtt")):
        before = target.read_bytes()
        with pytest.raises(UsageError, match="another name"):
            export(recordings, target)
        assert target.read_bytes() == before


def test_that_a_file_that_says_a_senseless_time_is_passed_on(recordings: list[Path], tmp_path: Path) -> None:
    for tag in ("0" * 20 + "9" * 25, "0" * 5000):
        file = films.write(tmp_path / "porch" / "a.mkv", films.times(3), started_ns=tag)
        export([file], tmp_path / "evidence.zip")
        with ZipFile(tmp_path / "evidence.zip") as archive:
            assert json.loads(archive.read("manifest.json"))["recordings"][0]["started_ns"] is None


def test_that_progress_is_told_to_the_end(recordings: list[Path], tmp_path: Path) -> None:
    shares: list[float] = []
    export(recordings, tmp_path / "evidence.zip", lambda share: not shares.append(share))  # type: ignore[func-returns-value]
    assert shares == sorted(shares)
    assert shares[-1] == 1
