"""Which webcams there are, and that one is found again wherever it is plugged in: real OpenCV on an emulated camera."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cv2
import pytest
import simplejpeg
import zmq

from sender import SourceError
from sender.asked import Asked, Size
from sender.sources import source_for
from sender.sources.webcam import Webcam
from sender.webcams import elsewhere, linux, v4l2, v4l2_controls
from sender.webcams.opening import MJPG, backends, negotiate
from sender.webcams.place import Place
from tests.sender.support import Viewer, watching
from tests.support.emulated_webcam import ID, IS_POSSIBLE, NUMBER, EmulatedWebcam, compiled
from tests.support.jpegs import without_tables
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
on_linux = pytest.mark.skipif(not IS_POSSIBLE, reason="needs Linux and a C compiler")


@pytest.fixture(scope="module")
def emulator(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled(tmp_path_factory.mktemp("emulator"))


@pytest.fixture
def webcam(emulator: Path, tmp_path: Path) -> EmulatedWebcam:
    return EmulatedWebcam(emulator, tmp_path)


def webcams_of(webcam: EmulatedWebcam) -> list[dict[str, str]]:
    return [each for each in json.loads(webcam.listed("--json"))["sources"] if each["kind"] == "webcam"]


@on_linux
def test_that_a_webcam_is_listed_once_with_its_name_and_the_id_it_keeps(webcam: EmulatedWebcam) -> None:
    row = {"source": ID, "name": "Test Webcam", "kind": "webcam", "note": ""}
    assert webcams_of(webcam) == [row]
    assert f"{ID}  Test Webcam\n" in webcam.listed()
    webcam.unplug()
    assert webcams_of(webcam) == []
    webcam.plug(98)
    assert webcams_of(webcam) == [row]


@on_linux
def test_that_a_webcam_one_may_not_open_is_listed_with_the_way_out(webcam: EmulatedWebcam) -> None:
    webcam.forbid()
    (row,) = webcams_of(webcam)
    assert row["source"] == ID
    assert row["note"].startswith("You may not open it: add your user to the group video")


@on_linux
@pytest.mark.slow
@pytest.mark.parametrize("source", ["97", ID, f"{ID}-video-index0", f"/dev/v4l/by-id/{ID}-video-index0"])
def test_that_a_webcam_is_found_again_under_another_number(
    run: Run, context: Context, webcam: EmulatedWebcam, source: str
) -> None:
    async def scene() -> None:
        shown = webcam.shown("--state", "none", source=source)
        with shown as endpoint, watching(context, endpoint, Viewer("desk")) as viewer:
            await until(lambda: viewer.frames)
            for turn, number in enumerate((98, 95), 1):
                webcam.unplug()
                await until(lambda turn=turn: webcam.log.read_text().count("is gone") == turn)
                before = len(viewer.frames)
                webcam.plug(number)
                await until(lambda before=before: len(viewer.frames) > before + 5)

    run(scene(), timeout=60)


def test_that_a_file_that_is_called_like_a_webcam_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert isinstance(source_for("usb-tour.avi", Asked()), Webcam)
    (tmp_path / "usb-tour.avi").touch()
    assert not isinstance(source_for("usb-tour.avi", Asked()), Webcam)


@on_linux
def test_that_an_absent_webcam_is_said_with_the_way_to_those_that_are_here(webcam: EmulatedWebcam) -> None:
    assert webcam.refused("--source", "usb-Other_0001") == (
        "watchword-camera: No webcam is called usb-Other_0001 here. Plug it in, or take another one: "
        "watchword-camera --list-sources tells which there are."
    )


@on_linux
def test_that_a_webcam_one_may_not_open_says_the_way_out(webcam: EmulatedWebcam) -> None:
    webcam.forbid()
    assert webcam.refused("--source", ID).startswith(
        f"watchword-camera: No webcam answers as {ID}. You may not open it: add your user to the group video"
    )


@on_linux
def test_that_pictures_without_tables_reach_the_viewer_with_them(
    run: Run, context: Context, webcam: EmulatedWebcam
) -> None:
    for number, jpeg in enumerate(webcam.jpegs):
        (webcam.folder / f"{number}.jpg").write_bytes(without_tables(jpeg))

    async def scene() -> None:
        with webcam.shown("--state", "none") as endpoint, watching(context, endpoint, Viewer("desk")) as viewer:
            await until(lambda: len(viewer.frames) >= 3)
            for frame in viewer.frames:
                assert bytes(frame.payload).count(b"\xff\xc4\x01\xa2") == 1
                assert simplejpeg.decode_jpeg(frame.payload).shape == (240, 320, 3)

    run(scene(), timeout=60)


@on_linux
def test_that_another_webcam_is_not_taken_for_the_one_whose_number_it_has_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linux, "LASTING", (str(tmp_path),))
    own, other = (tmp_path / f"{name}-video-index0" for name in ("usb-Own", "usb-Other"))
    own.symlink_to("../../video97")
    place = Place("97")
    place.was_opened(place.device())
    own.unlink()
    # Nothing is said of what is there: it may be the same one.
    assert place.device() == "/dev/video97"
    other.symlink_to("../../video97")
    with pytest.raises(SourceError, match="The webcam 97 was usb-Own, and another one is there now"):
        place.device()
    own.symlink_to("../../video98")
    assert place.device() == "/dev/video98"


@on_linux
def test_that_a_table_with_its_values_opens_the_device_once_and_asks_for_its_list_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    opened: list[int] = []

    def noted(path: str) -> int:
        opened.append(v4l2_opened(path))
        return opened[-1]

    def ask(device: int, request: int, question: bytes) -> bytes:
        asked.append(request)
        if request == v4l2_controls.VIDIOC_G_CTRL:
            return v4l2_controls.CONTROL.pack(0, 7)
        number = v4l2_controls.QUERY.unpack(question)[0] & ~v4l2_controls.NEXT
        if number == 5:
            raise OSError(errno.EINVAL, "no more")
        return v4l2_controls.QUERY.pack(number + 1, v4l2_controls.INTEGER, b"Light %d" % number, 0, 9, 1, 5, 0)

    v4l2_opened = v4l2.opened
    monkeypatch.setattr(v4l2, "ask", ask)
    monkeypatch.setattr(v4l2, "opened", noted)
    (tmp_path / "video").touch()
    controls = v4l2_controls.V4l2Controls(str(tmp_path / "video"))
    assert [controls.get(each.name) for each in controls.controls()] == [7] * 5
    assert asked.count(v4l2_controls.VIDIOC_QUERYCTRL) == 6
    controls.close()
    (device,) = opened
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(device)


class NotedVideo:
    """What a webcam was told, in order, on a system that is not here."""

    def __init__(self) -> None:
        self.told: list[tuple[int, float]] = []

    def set(self, what: int, value: float) -> bool:
        self.told.append((what, value))
        return True

    def get(self, what: int) -> float:
        return 25.0 if what == cv2.CAP_PROP_FPS else float(MJPG)


def test_that_windows_is_told_the_format_again_after_the_size() -> None:
    video = NotedVideo()
    assert negotiate(video, Size(1280, 720), 30, "win32") == (True, 25)
    jpeg = (cv2.CAP_PROP_FOURCC, MJPG)
    size = [(cv2.CAP_PROP_FRAME_WIDTH, 1280), (cv2.CAP_PROP_FRAME_HEIGHT, 720)]
    assert video.told == [jpeg, *size, jpeg, (cv2.CAP_PROP_FPS, 30), (cv2.CAP_PROP_BUFFERSIZE, 1)]


@on_linux
def test_that_a_webcam_that_was_slowed_down_gets_its_own_rate_back(webcam: EmulatedWebcam) -> None:
    code = (
        "from sender.sources.webcam import Webcam, opencv\n"
        f"source, rate = Webcam('{NUMBER}'), opencv().CAP_PROP_FPS\n"
        "for open_with in (None, 10):\n"
        "    source.prefer_fps(open_with)\n"
        "    source.open()\n"
        "    rates = [source._video.get(rate)]\n"
        "    for fps in (5, None):\n"
        "        source.prefer_fps(fps)\n"
        "        rates.append(source._video.get(rate))\n"
        "    print(rates)\n"
        "    source.close()\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], env=webcam.environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stdout == "[30.0, 5.0, 30.0]\n[10.0, 5.0, 30.0]\n"


def test_that_each_system_has_its_ways_to_a_webcam_the_best_first() -> None:
    assert backends("linux") == [cv2.CAP_V4L2]
    assert backends("win32") == [cv2.CAP_DSHOW, cv2.CAP_MSMF]
    assert backends("darwin") == [cv2.CAP_AVFOUNDATION]


@on_linux
def test_that_without_the_library_for_it_webcams_are_found_by_trying(webcam: EmulatedWebcam) -> None:
    webcam.environment["WEBCAM_DEVICE"] = "/dev/video0"
    code = "from sender.webcams import elsewhere; print([each.device for each in elsewhere.webcams()])"
    said = subprocess.run(
        [sys.executable, "-c", code], env=webcam.environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stdout == "['0']\n"


def test_that_alike_webcams_of_other_systems_are_numbered() -> None:
    infos = [
        SimpleNamespace(name="Studio", index=700, vid=0x046D, pid=0x082D),
        SimpleNamespace(name="Studio", index=701, vid=0x046D, pid=0x082D),
        SimpleNamespace(name="Built in", index=702, vid=None, pid=None),
    ]
    found = [(each.id, each.name, each.device) for each in elsewhere.named(infos)]
    assert found == [("usb-046d-082d", "Studio", "0"), ("usb-046d-082d-2", "Studio", "1"), ("", "Built in", "2")]
