"""A camera program that somebody floods: its viewer does not notice, and the log says who it was."""

import asyncio
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from camwire import limits
from camwire.descriptors import raise_limit
from camwire.endpoint import Endpoint
from camwire.messages import PROTOCOL, Ping, ViewerHello, encode
from tests.faults.scene import Scene, scene
from tests.support.zmtp import Caller

Run: TypeAlias = Callable[..., Any]
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="the attacker needs an address")]

ATTACKER = "127.0.0.2"
SILENT = 1000
NOTICED_SECONDS = 2.0
OWN_DESCRIPTORS = 100
# A busy camera may take its time to read what waits for it before it hangs up on who sent it.
READ_SECONDS = 60.0
GROWN_MIB = 100


@contextmanager
def silent(port: int, count: int) -> Iterator[None]:
    """So many connections that are open and say nothing."""
    raise_limit()
    with ExitStack() as stack:
        for _ in range(count):
            place = ("127.0.0.1", port)
            stack.enter_context(socket.create_connection(place, timeout=5, source_address=(ATTACKER, 0)))
        yield


def flood(port: int) -> int:
    """Greet the camera and then say no end of nothing, until it hangs up; return how much."""
    caller, sent = Caller(Endpoint("127.0.0.1", port), ATTACKER), 0
    hello = ViewerHello(protocol=PROTOCOL, id="flood", name="Flood", log="of the flood")
    caller.socket.settimeout(READ_SECONDS)
    try:
        caller.send(bytes(encode(hello)[0]))
        while True:
            caller.send(bytes(encode(Ping(sent_ns=sent))[0]))
            # Who does not read the answers is ended for that.
            caller.discard()
            sent += 1
    except OSError:
        return sent
    finally:
        caller.close()


@pytest.mark.parametrize("is_secure", [False, True])
def test_that_a_thousand_connections_that_say_nothing_keep_nobody_out(
    run: Run, tmp_path: Path, is_secure: bool
) -> None:
    async def play() -> None:
        async with scene(tmp_path, is_secure) as it:
            before = it.camera.holdings

            async def harm(_: Scene) -> None:
                with silent(it.camera.port, SILENT):
                    # Another way in, while they are there.
                    it.cable.cut("reset")
                    await it.back()
                    held = it.camera.holdings
                # Each is two descriptors: ZeroMQ's and ours.
                assert held[0] - before[0] < 2 * limits.CONNECTIONS_OF_ADDRESS + OWN_DESCRIPTORS
                assert held[2] - before[2] < GROWN_MIB

            await it.survives(harm, NOTICED_SECONDS)
            await it.until(lambda _: it.camera.holdings[0] < before[0] + 5)
            assert f"{ATTACKER} opens too many connections" in it.camera.log.read_text()

    run(play(), timeout=60)


@pytest.mark.alone
def test_that_a_viewer_that_says_no_end_of_messages_is_refused_and_named(run: Run, tmp_path: Path) -> None:
    async def play() -> None:
        async with scene(tmp_path) as it:
            before = it.camera.holdings

            async def harm(_: Scene) -> None:
                sent = await asyncio.to_thread(flood, it.camera.port)
                assert sent >= limits.MESSAGES_BEFORE_REFUSAL

            await it.survives(harm, NOTICED_SECONDS)
            assert it.camera.holdings[2] - before[2] < GROWN_MIB
            assert "'Flood' sends more than 1,000 messages a second" in it.camera.log.read_text()

    run(play(), timeout=90)


def test_that_a_message_without_end_is_cut_off_and_named(run: Run, tmp_path: Path) -> None:
    async def play() -> None:
        async with scene(tmp_path) as it:

            async def harm(_: Scene) -> None:
                caller = Caller(Endpoint("127.0.0.1", it.camera.port), ATTACKER)
                await asyncio.to_thread(caller.send_without_end)
                caller.close()

            await it.survives(harm, NOTICED_SECONDS)
            await it.until(lambda _: f"{ATTACKER} sends more than can be read" in it.camera.log.read_text())

    run(play(), timeout=60)
