"""Real camera processes and the viewer's core, over real sockets."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.programs import RunningCamera, camera
from tests.support.waiting import until
from tests.support.watching import Watcher, fleet, percentile
from viewer.core.decoders.jpeg import JpegDecoder
from viewer.core.pictures.crediting import LEAST_FRAMES
from viewer.core.pictures.picture_stream import PAINTER_SECONDS
from viewer.core.sessions.state import Phase

CLIP = Path(__file__).parents[2] / "resources" / "bigbuckbunny.mp4"
CLIP_FPS = 25.0

Run = Callable[..., Any]
pytestmark = [pytest.mark.slow, pytest.mark.alone]


def test_that_the_probe_sees_a_film_at_its_own_rate_and_fresh() -> None:
    with camera("--source", str(CLIP), "--loop", "--name", "film") as film:
        words = ["--camera", film.endpoint, "--seconds", "4", "--json"]
        done = subprocess.run(
            [sys.executable, "-m", "viewer.probe", *words], capture_output=True, text=True, check=True
        )
    entry = json.loads(done.stdout)["cameras"][0]
    assert (entry["name"], entry["dialect"], entry["codec"]) == ("film", "native", "jpeg")
    assert (entry["width"], entry["height"]) == (1280, 720)
    assert CLIP_FPS * 0.96 < entry["fps"] < CLIP_FPS * 1.04
    assert entry["age_ms"]["p95"] < 60


def test_that_a_killed_camera_is_frozen_then_offline_then_live_again_by_itself(run: Run) -> None:
    async def scene(porch: RunningCamera) -> None:
        async with fleet() as viewer:
            watcher = Watcher(viewer.add(porch.endpoint))
            await until(lambda: watcher.is_(Phase.LIVE))
            porch.kill()
            assert await until(lambda: watcher.is_(Phase.FROZEN), every=0.02) < 1.5
            assert await until(lambda: watcher.is_(Phase.OFFLINE), every=0.02) < 3.5
            porch.restart()
            assert await until(lambda: watcher.is_(Phase.LIVE), every=0.02) < 3.0

    with camera("--source", "pattern", "--name", "porch") as porch:
        run(scene(porch), timeout=30)


def test_that_a_hanging_camera_is_frozen_then_offline_and_live_again_when_it_goes_on(run: Run) -> None:
    async def scene(porch: RunningCamera) -> None:
        async with fleet() as viewer:
            watcher = Watcher(viewer.add(porch.endpoint))
            await until(lambda: watcher.is_(Phase.LIVE))
            porch.freeze()
            assert await until(lambda: watcher.is_(Phase.FROZEN), every=0.02) < 1.5
            assert await until(lambda: watcher.is_(Phase.OFFLINE), every=0.02) < 4.0
            porch.thaw()
            assert await until(lambda: watcher.is_(Phase.LIVE), every=0.02) < 3.0

    with camera("--source", "pattern", "--name", "porch") as porch:
        run(scene(porch), timeout=30)


def test_that_a_viewer_that_starts_again_finds_its_camera_by_itself(run: Run) -> None:
    async def scene(porch: RunningCamera) -> None:
        for _ in range(2):
            async with fleet() as viewer:
                watcher = Watcher(viewer.add(porch.endpoint))
                assert await until(lambda w=watcher: w.is_(Phase.LIVE)) < 3.0

    with camera("--source", "pattern", "--name", "porch") as porch:
        run(scene(porch), timeout=30)


def test_that_a_slow_viewer_takes_nothing_from_a_fast_one(run: Run) -> None:
    async def scene(porch: RunningCamera) -> None:
        async with fleet("fast") as one, fleet("slow") as other:
            fast, slow = Watcher(one.add(porch.endpoint)), Watcher(other.add(porch.endpoint))
            await until(lambda: fast.is_(Phase.LIVE) and slow.pictures)
            slow.takes = False
            frames, slow_frames, began = fast.session.stats.frames, slow.session.stats.frames, time.monotonic()
            await until(lambda: time.monotonic() - began > 4.0, every=0.05)
            got = fast.session.stats.frames - frames
            assert got >= 0.95 * 15 * (time.monotonic() - began)
            # It is only slow at first; then it has stopped.
            assert slow.session.stats.frames - slow_frames <= 15 * (PAINTER_SECONDS + 0.3) + LEAST_FRAMES

    with camera("--source", "pattern", "--name", "porch", "--fps", "15") as porch:
        run(scene(porch), timeout=30)


def test_that_a_viewer_that_needs_200_ms_per_picture_shows_fresh_ones(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    decode = JpegDecoder.decode

    def heavy(self: JpegDecoder, frame: Any, place: Any = None) -> Any:
        pixels = decode(self, frame, place)
        time.sleep(0.2)
        return pixels

    async def scene(porch: RunningCamera) -> None:
        async with fleet() as viewer:
            watcher = Watcher(viewer.add(porch.endpoint))
            await until(lambda: watcher.pictures >= 40, timeout=15)
            assert percentile(watcher.ages[5:], 0.95) < 0.5

    monkeypatch.setattr(JpegDecoder, "decode", heavy)
    with camera("--source", "pattern", "--name", "porch", "--fps", "30") as porch:
        run(scene(porch), timeout=30)


def test_that_200_lines_each_way_arrive_once_in_order_and_soon_while_video_runs(run: Run) -> None:
    texts = [f"line {number}" for number in range(200)]

    async def scene(porch: RunningCamera) -> None:
        async with fleet() as viewer:
            watcher = Watcher(viewer.add(porch.endpoint))
            await until(lambda: watcher.is_(Phase.LIVE))
            trips = []
            for text in texts:
                began = time.monotonic()
                watcher.session.say(text)
                count = len(trips) + 1
                await until(lambda n=count: len(watcher.heard) >= n, every=0.0005)
                trips.append(time.monotonic() - began)
            assert [line.text for line in watcher.heard] == texts
            await until(lambda: watcher.session.chat.waiting == 0)
            assert percentile(trips, 0.95) < 0.05

    with camera("--source", "pattern", "--name", "porch", "--echo") as porch:
        run(scene(porch), timeout=60)


def test_that_lines_said_while_the_camera_is_away_arrive_when_it_is_back(run: Run) -> None:
    async def scene(porch: RunningCamera) -> None:
        async with fleet() as viewer:
            watcher = Watcher(viewer.add(porch.endpoint))
            await until(lambda: watcher.is_(Phase.LIVE))
            watcher.session.say("before")
            await until(lambda: len(watcher.heard) == 1)
            porch.kill()
            await until(lambda: not watcher.session.is_connected)
            watcher.session.say("while away")
            watcher.session.say("still away")
            assert watcher.session.chat.waiting == 2
            porch.restart()
            await until(lambda: len(watcher.heard) == 3)
            assert [line.text for line in watcher.heard] == ["before", "while away", "still away"]

    with camera("--source", "pattern", "--name", "porch", "--echo") as porch:
        run(scene(porch), timeout=30)


def test_that_a_camera_that_dials_out_appears_and_comes_back_to_its_tile(run: Run) -> None:
    async def scene() -> None:
        async with fleet() as viewer:
            endpoint = viewer.listen("tcp://127.0.0.1:0", is_open=False)
            words = ["--source", "pattern", "--name", "roof", "--dial", str(endpoint), "--echo", "--attached"]
            for _ in range(2):
                process = await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "sender", *words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
                )
                await until(lambda: any(each.state.phase is Phase.LIVE for each in viewer))
                assert [each.name for each in viewer] == ["roof"]
                process.kill()
                await process.wait()
                await until(lambda: all(each.state.phase is not Phase.LIVE for each in viewer))
                assert len(viewer) == 1

    run(scene(), timeout=30)
