"""Real sockets on loopback."""

import asyncio
import socket as plain
import sys
import time
from pathlib import Path

import pytest
import zmq

from camwire import calling, limits
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.frame import Payload
from camwire.link import Connection, Link, Route
from tests.support.strangers import Stranger
from tests.support.waiting import until
from tests.support.wire_ends import LOOPBACK, Context, Run, curve_keys, ends_on, is_free

ROOT = Path(__file__).parent.parent.parent


async def _greets_when_up(context: Context, endpoint: Endpoint) -> bool:
    greeted: list[bool] = []
    connected = Link.connected(
        context, endpoint, lambda route, parts: None, lambda change: greeted.append(connected.send([b"hello"]))
    )
    connected.send([b"too early"])
    await until(lambda: greeted)
    connected.close()
    return greeted[0]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Links give up a stranger after a moment."""
    monkeypatch.setattr(calling, "PATIENCE_SECONDS", 0.3)


def test_that_parts_go_there_and_back(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound, connected = await ends.pair()
            assert connected.send([b"header", memoryview(b"payload"), b""])
            await until(lambda: ends.heard)
            ((route, parts),) = ends.heard
            assert bound.send([b"answer"], route)
            await until(lambda: ends.answers)
            assert (parts, ends.answers) == ([b"header", b"payload", b""], [[b"answer"]])

    run(scenario())


def test_that_the_taken_port_is_known(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound, connected = await ends.pair()
            assert bound.endpoint.port > 0
            assert connected.endpoint == bound.endpoint
            assert bound.endpoint.is_loopback

    run(scenario())


@pytest.mark.parametrize("host", ["localhost", "*", "0.0.0.0"])
def test_that_a_listening_link_is_reached_on_loopback(context: Context, run: Run, host: str) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound(Endpoint(host, 0))
            assert bound.endpoint.is_loopback == Endpoint(host, 0).is_loopback
            ends.connected(Endpoint("localhost", bound.endpoint.port))
            await ends.change(Connection.UP)

    run(scenario())


def test_that_many_peers_share_one_port_and_each_gets_its_own_answer(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound()
            peers = [ends.connected(bound.endpoint) for _ in range(30)]
            await until(lambda: ends.changes.count(Connection.UP) == len(peers))
            for number, peer in enumerate(peers):
                peer.send([b"%d" % number])
            await until(lambda: len(ends.heard) == len(peers))
            assert len({route for route, _ in ends.heard}) == len(peers)
            for route, parts in ends.heard:
                bound.send(parts, route)
            await until(lambda: len(ends.answers) == len(peers))
            assert sorted(ends.answers) == sorted([b"%d" % number] for number in range(30))

    run(scenario())


def test_that_a_port_in_use_is_named_with_a_way_out(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            taken = ends.bound().endpoint
            with pytest.raises(UsageError, match=rf"{taken} is in use by another program.*choose another port"):
                ends.bound(taken)

    run(scenario())


def test_that_an_address_of_another_computer_is_named_with_a_way_out(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            with pytest.raises(
                UsageError, match=r"192\.0\.2\.1 is no address of this computer\. Listen on 127\.0\.0\.1"
            ):
                ends.bound(Endpoint("192.0.2.1", 5600))

    run(scenario())


def test_that_nobody_can_be_called_at_every_address(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            with pytest.raises(UsageError, match="no address to connect to"):
                ends.connected(Endpoint("*", 5600))

    run(scenario())


def test_that_nothing_is_sent_while_not_connected(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound()
            endpoint = bound.endpoint
            bound.close()
            await until(lambda: is_free(endpoint))
            connected = ends.connected(endpoint)
            await ends.change(Connection.NOBODY)
            assert not connected.send([b"too early"])
            await ends.bound_again(endpoint)
            await ends.change(Connection.UP)
            assert connected.send([b"now"])
            await until(lambda: ends.heard)
            assert [parts for _, parts in ends.heard] == [[b"now"]]

    run(scenario())


def test_that_a_greeting_leaves_as_soon_as_the_connection_is_up(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound()
            greeted = [await _greets_when_up(context, bound.endpoint) for _ in range(100)]
            assert greeted == [True] * 100

    run(scenario())


def test_that_a_route_that_is_gone_is_told(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound, connected = await ends.pair()
            connected.send([b"hello"])
            await until(lambda: ends.heard)
            connected.close()
            await until(lambda: not bound.send([b"anyone?"], ends.heard[0][0]))
            assert not bound.send([b"anyone?"], b"no such route")

    run(scenario())


def test_that_a_link_comes_back_when_the_other_end_does(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound, connected = await ends.pair()
            endpoint = bound.endpoint
            bound.close()
            await ends.change(Connection.DOWN)
            seen = len(ends.changes)
            await ends.bound_again(endpoint)
            await ends.change(Connection.UP, seen)
            assert connected.send([b"back"])
            await until(lambda: ends.heard)

    run(scenario())


@pytest.mark.parametrize("banner", [b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.1 400 Bad Request\r\n\r\n" * 20, b""])
def test_that_a_program_that_hangs_up_is_a_stranger(context: Context, run: Run, banner: bytes) -> None:
    async def scenario() -> None:
        async with Stranger(banner, hangs_up=True) as endpoint, ends_on(context) as ends:
            ends.connected(endpoint)
            await ends.change(Connection.STRANGER)
            assert Connection.UP not in ends.changes

    run(scenario())


@pytest.mark.parametrize("banner", [b"SSH-2.0-OpenSSH_9.2\r\n", b"\xff" * 200, b""])
@pytest.mark.usefixtures("impatient")
def test_that_a_camera_is_reached_where_a_stranger_was_before(context: Context, run: Run, banner: bytes) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            async with Stranger(banner, hangs_up=False) as endpoint:
                connected = ends.connected(endpoint)
                await until(lambda: {Connection.STRANGER, Connection.OTHER_SECURITY}.intersection(ends.changes))
                assert Connection.UP not in ends.changes
            await ends.bound_again(endpoint)
            await ends.change(Connection.UP)
            await until(lambda: connected.send([b"hello"]))

    run(scenario())


@pytest.mark.slow
def test_that_a_program_that_says_nothing_is_noticed_after_the_handshake_limit(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with Stranger(b"", hangs_up=False) as endpoint, ends_on(context) as ends:
            began = time.monotonic()
            ends.connected(endpoint)
            await until(lambda: ends.changes)
            assert ends.changes[0] in (Connection.STRANGER, Connection.MUTE)
            assert time.monotonic() - began > 1.5

    run(scenario())


def test_that_an_oversize_message_ends_that_peer_only(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound, connected = await ends.pair()
            hostile = context.socket(zmq.DEALER)
            hostile.connect(str(bound.endpoint))
            hostile.send(bytes(limits.MESSAGE_BYTES + 1))
            hostile.send(b"after it")
            await until(lambda: connected.send([b"still here"]) and len(ends.heard) > 20)
            hostile.close(linger=0)
            assert {parts[0] for _, parts in ends.heard} <= {b"still here", b"after it"}
            assert ends.changes == [Connection.UP]

    run(scenario())


def test_that_bytes_that_are_no_zeromq_hurt_nobody_else(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound, connected = await ends.pair()
            with plain.create_connection((bound.endpoint.host, bound.endpoint.port)) as hostile:
                hostile.sendall(b"\xff\x00\x00\x00\x00\x00\x00\x00\x01\x7f" + b"\xee" * 5000)
                connected.send([b"still here"])
                await until(lambda: ends.heard)

    run(scenario())


def test_that_an_error_in_the_program_keeps_no_later_message_back(context: Context, run: Run) -> None:
    async def scenario() -> None:
        heard: list[bytes] = []

        def fail_first(route: Route, parts: list[Payload]) -> None:
            heard.append(bytes(parts[0]))
            if len(heard) == 1:
                raise LookupError("a mistake above the link")

        async with ends_on(context) as ends:
            asyncio.get_running_loop().set_exception_handler(lambda loop, problem: None)
            bound = Link.bound(context, LOOPBACK, fail_first)
            ends.links.append(bound)
            connected = ends.connected(bound.endpoint)
            await ends.change(Connection.UP)
            for number in range(5):
                connected.send([b"%d" % number])
            await until(lambda: len(heard) == 5, timeout=3)

    run(scenario())


@pytest.mark.alone
def test_that_a_flood_leaves_the_loop_free(context: Context, run: Run) -> None:
    async def scenario() -> float:
        async with ends_on(context) as ends:
            count = 0

            def hear(route: Route, parts: list[Payload]) -> None:
                nonlocal count
                count += 1

            bound = Link.bound(context, LOOPBACK, hear)
            ends.links.append(bound)
            flood = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.support.flooding", str(bound.endpoint), "20000", "5000", cwd=ROOT
            )
            gap, last = 0.0, time.monotonic()
            while count < 20_000:
                await asyncio.sleep(0.005)
                now = time.monotonic()
                gap, last = max(gap, now - last), now
            await flood.wait()
            return gap

    # Other programs on a busy machine add to it; a loop that reads until nothing is left would show seconds.
    gap = min(run(scenario(), timeout=30) for _ in range(2))
    assert gap < 0.06


def test_that_curve_keys_carry_messages(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            keys = curve_keys()
            bound = ends.bound(curve=keys)
            connected = ends.connected(bound.endpoint, curve_keys(server=keys.public))
            await ends.change(Connection.UP)
            connected.send([b"secret"])
            await until(lambda: ends.heard)

    run(scenario())


@pytest.mark.parametrize("is_encrypted", [True, False])
def test_that_a_wrong_server_key_gets_nothing_through(context: Context, run: Run, is_encrypted: bool) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound(curve=curve_keys())
            wrong = curve_keys(server=curve_keys().public) if is_encrypted else None
            connected = ends.connected(bound.endpoint, wrong)
            await ends.change(Connection.STRANGER if is_encrypted else Connection.OTHER_SECURITY)
            assert not connected.send([b"secret"])
            assert Connection.UP not in ends.changes
            assert ends.heard == []

    run(scenario())


@pytest.mark.usefixtures("impatient")
def test_that_a_camera_is_reached_that_was_open_and_is_now_encrypted(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            keys = curve_keys()
            bound = ends.bound()
            endpoint = bound.endpoint
            ends.connected(endpoint, curve_keys(server=keys.public))
            await ends.change(Connection.OTHER_SECURITY)
            bound.close()
            await ends.bound_again(endpoint, keys)
            await ends.change(Connection.UP)

    run(scenario())


@pytest.mark.alone
def test_that_closing_is_quick_and_may_be_repeated(context: Context, run: Run) -> None:
    async def scenario() -> float:
        async with ends_on(context) as ends:
            _, connected = await ends.pair()
            began = time.monotonic()
            connected.close()
            connected.close()
            assert not connected.send([b"late"])
            return time.monotonic() - began

    assert run(scenario()) < 0.1


def test_that_nothing_is_heard_after_closing(context: Context, run: Run) -> None:
    async def scenario() -> None:
        heard: list[bytes] = []

        def close_at_once(route: Route, parts: list[Payload]) -> None:
            heard.append(bytes(parts[0]))
            bound.close()

        async with ends_on(context) as ends:
            bound = Link.bound(context, LOOPBACK, close_at_once)
            connected = ends.connected(bound.endpoint)
            await ends.change(Connection.UP)
            for _ in range(5):
                connected.send([b"goodbye"])
            await ends.change(Connection.DOWN)
            assert heard == [b"goodbye"]

    run(scenario())


def test_that_the_last_word_still_leaves_after_closing(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            _, connected = await ends.pair()
            connected.send([b"goodbye"])
            connected.close()
            await until(lambda: ends.heard)

    run(scenario())
