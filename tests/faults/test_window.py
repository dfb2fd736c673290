"""The viewer as people start it, with its window: frozen, suspended, and with a clock that is set."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.faults.mishaps import LONG_SECONDS, SLEEP_SECONDS, YEAR
from tests.faults.programs import Camera, Program
from tests.faults.scene import BACK_SECONDS
from tests.support.waiting import until

Run: TypeAlias = Callable[..., Any]
pytestmark = pytest.mark.slow


def test_that_the_window_goes_on_after_sleep_and_with_any_clock(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, crashes = tmp_path / "config" / "log" / "watchword.log", tmp_path / "config" / "log" / "crashes"

    def times(phase: str) -> int:
        """How often the camera has become so."""
        return log.read_text().count(f"porch: {phase}") if log.exists() else 0

    async def play() -> None:
        camera = Camera(tmp_path / "camera")
        await camera.start()
        address = f"tcp://127.0.0.1:{camera.port}"
        viewer = Program(tmp_path / "viewer", "viewer", "--config", str(tmp_path / "config"), "--camera", address)
        try:
            await viewer.start()
            await until(lambda: times("live"), timeout=30)
            for wall in (0.0, SLEEP_SECONDS):
                live, told = times("live"), times("")
                # A window that is frozen notes nothing: its camera goes on later, to be seen to come back.
                camera.freeze()
                viewer.freeze()
                viewer.clocks.step(wall=wall)
                await asyncio.sleep(LONG_SECONDS / 2)
                viewer.thaw()
                await until(lambda told=told: times("") > told)
                camera.thaw()
                assert await until(lambda live=live: times("live") > live) < BACK_SECONDS
            told = times("")
            for years in (10, -20, 10):
                viewer.clocks.step(wall=years * YEAR)
                await asyncio.sleep(0.5)
            assert times("") == told, "a clock that is set is none of a camera's business"
            assert await viewer.terminate() == 0
        finally:
            await asyncio.gather(viewer.close(), camera.close())
        assert not viewer.complaints + camera.complaints
        assert "ERROR" not in log.read_text()
        assert not list(crashes.glob("*"))

    monkeypatch.setitem(os.environ, "QT_QPA_PLATFORM", "offscreen")
    run(play(), timeout=80)
