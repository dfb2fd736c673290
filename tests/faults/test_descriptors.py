"""Programs that may open no more files and connections for a while: what is open goes on, and the rest comes back."""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import psutil
import pytest

from tests.faults.scene import Scene, scene

Run: TypeAlias = Callable[..., Any]
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="limits of others are Linux's")]

# Less than every program has open.
NONE_LEFT = 4
# Until it is tried in vain to connect again: at once, or when it is noticed that nothing comes.
SECONDS = {"reset": 1.5, "silent": 4.0}


@pytest.mark.parametrize(("end", "cut"), [("camera", "reset"), ("desk", "reset"), ("desk", "silent")])
def test_that_a_program_without_descriptors_goes_on_and_connects_again_when_it_has_some(
    run: Run, tmp_path: Path, end: str, cut: str
) -> None:
    async def play() -> None:
        async with scene(tmp_path) as it:
            process = (it.camera if end == "camera" else it.desk).process
            _, most = process.rlimit(psutil.RLIMIT_NOFILE)

            async def harm(_: Scene) -> None:
                process.rlimit(psutil.RLIMIT_NOFILE, (NONE_LEFT, most))
                pictures = (await it.tile())["pictures"]
                await it.until(lambda tile: tile["pictures"] > pictures + 10 and tile["phase"] == "live")
                it.cable.cut(cut)
                await asyncio.sleep(SECONDS[cut])
                process.rlimit(psutil.RLIMIT_NOFILE, (most, most))

            print(f"{end} without descriptors: live again after {await it.survives(harm):.2f} s")

    run(play(), timeout=60)
