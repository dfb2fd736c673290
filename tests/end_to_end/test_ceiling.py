"""A limit for the network between real cameras and a wall: it holds, and the selected camera is served first."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest

from sender import Camera
from tests.support.waiting import until
from tests.support.watching import Watcher, fleet
from viewer.core.ceiling import Ceiling
from viewer.core.pictures.wanting import Place

ANYWHERE = "tcp://127.0.0.1:0"
CEILING = 100_000
SETTLING_SECONDS, MEASURED_SECONDS = 5.0, 4.0

Run = Callable[..., Any]


@pytest.mark.alone
@pytest.mark.parametrize("selected", [0, 1])
def test_that_the_ceiling_holds_and_the_selected_camera_gets_most_of_it(run: Run, selected: int) -> None:
    async def scene() -> None:
        names = ("porch", "gate")
        cameras = [Camera(name, size="640x480", fps=25, listen=ANYWHERE) for name in names]
        async with cameras[0], cameras[1], fleet() as viewer:
            ceiling = Ceiling(viewer)
            ceiling.allow(CEILING, time.monotonic())
            watchers = [Watcher(viewer.add(str(camera.endpoint))) for camera in cameras]
            sessions = [watcher.session for watcher in watchers]
            for session in sessions:
                session.place(Place(640, 480))
                ceiling.admit(session)
            ceiling.put_first(sessions[selected], time.monotonic())
            await until(lambda: all(watcher.pictures >= 2 for watcher in watchers))

            async def watch(seconds: float) -> list[int]:
                before = [session.stats.bytes for session in sessions]
                end = time.monotonic() + seconds
                while (now := time.monotonic()) < end:
                    ceiling.tick(now)
                    await asyncio.sleep(0.1)
                return [session.stats.bytes - bytes_ for session, bytes_ in zip(sessions, before, strict=True)]

            await watch(SETTLING_SECONDS)
            took = await watch(MEASURED_SECONDS)
            assert sum(took) < CEILING * MEASURED_SECONDS
            assert took[selected] > 1.5 * took[1 - selected]
            assert sessions[selected].limited_to > 2.5 * sessions[1 - selected].limited_to

    run(scene(), timeout=25)
