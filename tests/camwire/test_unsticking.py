"""Who connects and keeps silent is answered; who has only just come is not."""

import time
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
import zmq

from camwire import unsticking
from camwire.endpoint import Endpoint
from camwire.link import Link
from tests.support.waiting import until

Run: TypeAlias = Callable[..., Any]
SILENT_SECONDS = 0.5
ANSWER = [b"", b"go on"]


def test_that_only_who_had_time_to_speak_is_answered(
    run: Run, context: "zmq.Context[zmq.Socket[bytes]]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unsticking, "SILENT_SECONDS", SILENT_SECONDS)

    async def scene() -> None:
        came: list[float] = []
        link = Link.bound(
            context, Endpoint.parse("tcp://127.0.0.1:0"), lambda route, parts: None, answer_to_silent=ANSWER
        )
        assert link._unsticking is not None
        connected = link._unsticking.connected
        monkeypatch.setattr(link._unsticking, "connected", lambda: (came.append(time.monotonic()), connected()))
        with context.socket(zmq.DEALER) as first, context.socket(zmq.DEALER) as second:
            first.connect(str(link.endpoint))
            await until(lambda: came)
            await until(lambda: time.monotonic() - came[0] > 0.6 * SILENT_SECONDS)
            second.connect(str(link.endpoint))
            await until(lambda: first.poll(0))
            assert len(came) == 2
            assert first.recv_multipart() == ANSWER
            assert not second.poll(0)
            await until(lambda: second.poll(0))
            assert time.monotonic() - came[1] >= SILENT_SECONDS
        link.close()

    run(scene())
