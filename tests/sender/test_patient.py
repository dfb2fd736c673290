"""A camera that serves before its source can be opened."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
import zmq

from sender import Camera, SourceError
from sender.pipeline import pipeline, silence
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


class Stuck(SwitchedSource):
    """Hangs while it is opened, as on a disk that does not answer."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = threading.Event()

    def open(self) -> None:
        self.answers.wait(20)
        super().open()


def test_that_a_patient_camera_does_not_wait_for_a_source_that_hangs_while_it_is_opened(
    run: Run, context: "zmq.Context[zmq.Socket[bytes]]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "PATIENT_SECONDS", 0.2)
    monkeypatch.setattr(silence, "LEAST_NS", 100_000_000)

    async def scene() -> None:
        source = Stuck()
        async with Camera("porch", source, ANYWHERE, state="none", is_patient=True) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.events)
                assert camera.flow is not None
                assert camera.flow.trouble.startswith("The source hangs: switched source gives neither")
                source.answers.set()
                source.give(1000)
                await until(lambda: viewer.frames)

    run(scene())


def test_that_all_others_do_not_start_without_their_source(run: Run) -> None:
    source = SwitchedSource()
    source.is_plugged = False

    async def scene() -> None:
        async with Camera("porch", source, ANYWHERE, state="none"):
            pass

    with pytest.raises(SourceError, match="No cable"):
        run(scene())
