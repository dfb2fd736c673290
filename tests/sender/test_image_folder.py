"""A folder of pictures as a source, with real files."""

import logging
import os
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from sender import Capture, SourceError, SourceLost
from sender.asked import Asked
from sender.sources import image_folder, source_for
from sender.sources.base import NANO
from sender.sources.image_folder import ImageFolder


def draw(path: Path, shade: int, size: tuple[int, int] = (32, 24)) -> None:
    cv2.imwrite(str(path), np.full((*reversed(size), 3), shade, np.uint8))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for shade, name in ((10, "shot 1.png"), (20, "shot 2.JPG"), (100, "shot 10.png")):
        draw(tmp_path / name, shade)
    (tmp_path / "notes.txt").write_text("no picture")
    return tmp_path


def read(source: ImageFolder, pictures: int) -> list[Capture]:
    captures = [source.read() for _ in range(pictures)]
    return [each for each in captures if each is not None]


def shades(captures: list[Capture]) -> list[int]:
    return [round(float(each.pixels.mean())) for each in captures if each.pixels is not None]


def test_that_pictures_come_in_the_order_of_their_numbers_and_end(folder: Path) -> None:
    source = ImageFolder(str(folder), fps=200)
    source.open()
    captures = read(source, 5)
    assert shades(captures) == [10, 20, 100]
    assert captures[0].size == (32, 24)
    assert not source.is_called


def test_that_they_come_at_the_pace_asked_for(folder: Path) -> None:
    source = ImageFolder(str(folder), fps=20, loop=True)
    began_ns = time.monotonic_ns()
    source.open()
    assert read(source, 6)[-1].capture_time_ns - began_ns >= 0.25 * NANO


def test_that_with_loop_those_that_were_added_meanwhile_are_shown_too(folder: Path) -> None:
    source = ImageFolder(str(folder), fps=200, loop=True)
    source.open()
    assert shades(read(source, 3)) == [10, 20, 100]
    draw(folder / "shot 0.png", 5)
    (folder / "shot 2.JPG").unlink()
    assert shades(read(source, 4)) == [5, 10, 100, 5]


def test_that_what_is_no_picture_is_left_out_and_told_once(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    (folder / "shot 3.jpg").write_text("no picture")
    (folder / "shot 4.png").touch()
    (folder / "shot 5.png").mkdir()
    draw(folder / "shot 6.png", 50, (8, 8))
    source = ImageFolder(str(folder), fps=500, loop=True)
    source.open()
    assert shades(read(source, 6)) == [10, 20, 100] * 2
    told = [f"“shot {number}” is left out" for number in ("3.jpg", "4.png", "5.png", "6.png")]
    assert [caplog.text.count(each) for each in told] == [1, 1, 1, 1]


def test_that_a_folder_where_nothing_can_be_read_ends(tmp_path: Path) -> None:
    (tmp_path / "1.jpg").write_text("no picture")
    source = ImageFolder(str(tmp_path), fps=500)
    source.open()
    assert source.read() is None


@pytest.mark.parametrize("way", ["empty", "gone", "damaged"])
def test_that_with_loop_a_folder_without_pictures_is_lost_until_there_are_some(way: str, folder: Path) -> None:
    source = ImageFolder(str(folder), fps=500, loop=True)
    source.open()
    assert shades(read(source, 3)) == [10, 20, 100]
    for each in folder.iterdir():
        each.write_bytes(b"") if way == "damaged" else each.unlink()
    if way == "gone":
        folder.rmdir()
    with pytest.raises(SourceLost, match="cannot be read" if way == "gone" else "no pictures of .* can be read"):
        source.read()
    source.close()
    folder.mkdir(exist_ok=True)
    draw(folder / "shot 1.png", 30)
    source.open()
    assert shades(read(source, 2)) == [30, 30]


def test_that_who_asks_something_is_answered_between_two_pictures(folder: Path) -> None:
    source = ImageFolder(str(folder), fps=500)
    source.open()
    source.call()
    assert source.read() is None
    source.heed()
    assert shades(read(source, 3)) == [10, 20, 100]


def test_that_a_folder_is_a_source_by_its_name(folder: Path) -> None:
    for spec in (str(folder), f"{folder}/"):
        source = source_for(spec, Asked(fps=3, loop=True))
        assert isinstance(source, ImageFolder)
        assert source.describe() == f"pictures of {folder.name}"


def test_that_a_folder_without_pictures_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"There are no pictures in “.*”\. Put some there that end in \.bmp, \.jpeg"):
        ImageFolder(str(tmp_path)).open()
    with pytest.raises(SourceError, match="There is no folder “nowhere”"):
        ImageFolder("nowhere").open()


def test_that_a_pipe_and_a_file_too_large_for_a_picture_are_left_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(image_folder, "MOST_BYTES", 4000)
    (folder / "shot 3.jpg").write_bytes(bytes(4001))
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "shot 4.jpg")
    source = ImageFolder(str(folder), fps=500, loop=True)
    source.open()
    assert shades(read(source, 6)) == [10, 20, 100] * 2
