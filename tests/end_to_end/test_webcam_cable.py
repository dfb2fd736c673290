"""From the cable of a webcam to the tile: the real camera program, the real OpenCV, the real viewer's core."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from tests.support.emulated_webcam import IS_POSSIBLE, EmulatedWebcam, compiled
from tests.support.waiting import until
from tests.support.watching import Watcher, fleet
from viewer.core.sessions.state import Phase

pytestmark = [
    pytest.mark.alone,
    pytest.mark.slow,
    pytest.mark.skipif(not IS_POSSIBLE, reason="needs Linux and a C compiler"),
]
# 0.03 s and 0.9 s were measured.
GONE_SECONDS, BACK_SECONDS = 1.0, 2.0
# Long enough for tries to come as seldom as they ever do.
OUT_SECONDS = 2.0


def test_that_a_pulled_cable_is_shown_in_a_second_and_one_that_is_back_elsewhere_is_live_in_two(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    webcam = EmulatedWebcam(compiled(tmp_path), tmp_path)

    async def scene() -> None:
        async with fleet() as viewer:
            with webcam.shown("--state", "none") as endpoint:
                watched = Watcher(viewer.add(str(endpoint)))
                await until(lambda: watched.pictures > 10, 20)
                webcam.unplug()
                assert await until(lambda: watched.is_(Phase.FROZEN)) < GONE_SECONDS
                assert watched.session.state.reason == "The webcam 97 is gone."
                state = watched.session.state
                await until(lambda: monotonic() - state.since > OUT_SECONDS)
                assert watched.session.state.reason.startswith("No webcam answers as 97.")
                webcam.plug(98)
                assert await until(lambda: watched.is_(Phase.LIVE)) < BACK_SECONDS

    run(scene(), timeout=60)
