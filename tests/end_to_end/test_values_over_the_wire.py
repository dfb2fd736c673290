"""What is said arrives as what it is: over a real socket, through both ledgers, and back as the answer."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from camwire.errors import UsageError
from camwire.values import converted
from sender import Camera, Message
from tests.support.any_values import exact, to_numpy, values
from tests.support.waiting import until
from tests.support.watching import Watcher, fleet
from viewer.core.sessions.state import Phase


@contextmanager
def camera_that_echoes() -> Iterator[tuple[Watcher, Callable[[object], object]]]:
    """A camera and its viewer; yields the viewer's side, and a function that says a value and returns the answer."""
    with asyncio.Runner() as runner:
        camera = Camera("echo", listen="tcp://127.0.0.1:0", fps=2, state="none")

        @camera.on_message
        async def answer(message: Message) -> object:
            # None is an answer that is none.
            return {"said": message.value}

        async def begin() -> Watcher:
            await camera.__aenter__()
            watcher = Watcher((await viewer.__aenter__()).add(str(camera.endpoint)))
            await until(lambda: watcher.is_(Phase.LIVE))
            return watcher

        async def ask(value: object) -> object:
            before = len(watcher.heard)
            watcher.session.say(value)
            await until(lambda: len(watcher.heard) > before, every=0.001)
            heard = watcher.session.talk.value(watcher.heard[-1])
            assert isinstance(heard, dict), heard
            return converted(heard["said"], to_numpy)

        async def end() -> None:
            await viewer.__aexit__(None, None, None)
            await camera.__aexit__(None, None, None)

        viewer = fleet()
        watcher = runner.run(begin())
        try:
            yield watcher, lambda value: runner.run(ask(value))
        finally:
            runner.run(end())


def test_that_every_value_comes_back_over_the_wire_as_what_it_was() -> None:
    with camera_that_echoes() as (_, ask):

        @settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
        @given(value=values)
        def check(value: object) -> None:
            assert exact(ask(value)) == exact(value)

        check()
        picture = np.arange(1080 * 1920 * 3, dtype=np.uint32).astype(np.uint8).reshape(1080, 1920, 3)
        assert exact(ask(picture)) == exact(picture)


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ({"pose": [1, 2, socket.socket]}, "it['pose'][2]"),
        ([{"a": object()}], "it[0]['a']"),
        (np.array([object()]), "it"),
        ("half of a character: \ud800", "half of a character"),
        (10**5000, "it"),
    ],
    ids=["a class", "an object", "an array of objects", "half a character", "too many digits"],
)
def test_that_what_cannot_be_carried_is_refused_before_anything_is_sent(value: object, where: str) -> None:
    with camera_that_echoes() as (watcher, ask):
        before = watcher.session.chat.count
        with pytest.raises(UsageError) as refusal:
            watcher.session.say(value)
        assert where in str(refusal.value)
        assert watcher.session.chat.count == before
        assert ask("still here") == "still here"
