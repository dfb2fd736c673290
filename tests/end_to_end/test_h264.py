"""H.264 between real ends: a cut cable, and ends without it."""

import asyncio
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

from sender import Camera, UsageError
from tests.support.held_cable import held_cable
from tests.support.waiting import until
from tests.support.watching import Watcher, fleet
from viewer.core.pictures.picture import Picture

ANYWHERE = "tcp://127.0.0.1:0"
CUT_SECONDS, RECOVERY_SECONDS = 2.0, 0.5

Run = Callable[..., Any]


class Fresh(Watcher):
    """Knows when the newest picture was taken, on the clock of this computer."""

    captured = 0.0

    def picture_ready(self) -> None:
        picture: Picture | None = self.session.take_picture()
        if picture is not None and picture.captured is not None:
            self.pictures += 1
            self.captured = picture.captured


def test_that_the_camera_falls_back_to_jpeg_where_the_viewer_has_no_pyav(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def codec_seen() -> str:
        async with fleet() as viewer:
            watcher = Watcher(viewer.add(str(camera.endpoint)))
            await until(lambda: watcher.pictures >= 3)
            return watcher.session.stats.snapshot(time.monotonic()).codec

    async def scene() -> None:
        async with camera:
            assert await codec_seen() == "h264"
            with monkeypatch.context() as patch:
                patch.setitem(sys.modules, "av", None)
                assert await codec_seen() == "jpeg"

    camera = Camera("porch", size="320x240", fps=25, listen=ANYWHERE, codec="h264")
    run(scene())


def test_that_who_asks_for_h264_without_pyav_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(UsageError, match=r"pip install '\.\[camera,h264\]'"):
        Camera("porch", codec="h264")


@pytest.mark.alone
def test_that_a_cut_of_two_seconds_is_over_at_once(run: Run) -> None:
    async def scene() -> None:
        camera = Camera("porch", size="640x480", fps=25, listen=ANYWHERE, codec="h264")
        async with camera, held_cable(str(camera.endpoint)) as cable, fleet() as viewer:
            watcher = Fresh(viewer.add(cable.address))
            await until(lambda: watcher.pictures >= 10)
            cable.pull()
            await asyncio.sleep(CUT_SECONDS)
            cable.put_back()
            mended = time.monotonic()
            await until(lambda: watcher.captured > mended, every=0.01)
            assert time.monotonic() - mended < RECOVERY_SECONDS
            assert watcher.session.stats.snapshot(time.monotonic()).codec == "h264"
            assert watcher.session.stats.drops.get("undecodable", 0) == 0

    run(scene(), timeout=20)
