"""A camera that serves before its source can be opened."""

from collections.abc import Callable
from typing import Any

import pytest
import zmq

from sender import Camera, SourceError
from tests.sender.support import ANYWHERE, SwitchedSource, Viewer, watching
from tests.support.waiting import until

Run = Callable[..., Any]


def test_that_a_patient_camera_serves_without_its_source_and_opens_it_when_it_can(
    run: Run, context: "zmq.Context[zmq.Socket[bytes]]"
) -> None:
    source = SwitchedSource()
    source.is_plugged = False

    async def scene() -> None:
        async with Camera("porch", source, ANYWHERE, state="none", is_patient=True) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.events)
                flow = camera.flow
                assert flow is not None
                assert (flow.is_lost, flow.trouble, flow.newest_ns) == (True, "No cable.", 0)
                source.is_plugged = True
                source.give(3)
                await until(lambda: viewer.frames)
                assert camera.flow is not None
                assert not camera.flow.is_lost

    run(scene())


def test_that_all_others_do_not_start_without_their_source(run: Run) -> None:
    source = SwitchedSource()
    source.is_plugged = False

    async def scene() -> None:
        async with Camera("porch", source, ANYWHERE, state="none"):
            pass

    with pytest.raises(SourceError, match="No cable"):
        run(scene())
