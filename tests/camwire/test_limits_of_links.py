"""Who is over a limit, on real sockets: it is slowed down or cut off, it is named, and nobody else notices."""

import asyncio
import os
import socket as plain
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import pytest
import zmq

from camwire import guard, limits
from camwire.called import Called
from camwire.crowd import Crowd
from camwire.endpoint import Endpoint
from camwire.excess import Excess, Offence
from camwire.guard import LAST_WORD_SECONDS
from camwire.link import Connection, CurveKeys, Knock, Link
from tests.support.waiting import until
from tests.support.wire_ends import Context, Run, curve_keys, ends_on
from tests.support.zmtp import Caller

only_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere a computer has no loopback addresses to spare"
)
ELSEWHERE = "127.0.0.2"
FEW = 5


def watched(link: Link) -> list[Offence]:
    """What will be told of its peers."""
    told: list[Offence] = []
    link.on_offence = told.append
    return told


def called(endpoint: Endpoint, source: str = ELSEWHERE) -> plain.socket:
    """A connection that says nothing."""
    return plain.create_connection((endpoint.host, endpoint.port), source_address=(source, 0))


def is_over(connection: plain.socket) -> bool:
    """Whether the other end has hung up."""
    connection.setblocking(False)
    try:
        while connection.recv(1000):
            pass
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


@contextmanager
def stranger(context: Context, endpoint: Endpoint, keys: CurveKeys) -> "Iterator[zmq.Socket[bytes]]":
    """A connection from another address, by these keys."""
    with context.socket(zmq.DEALER) as socket:
        # When it calls again, ZeroMQ forgets the address.
        socket.linger, socket.reconnect_ivl = 0, -1
        socket.curve_publickey, socket.curve_secretkey, socket.curve_serverkey = keys.public, keys.secret, keys.server
        socket.connect(f"tcp://{ELSEWHERE}:0;{endpoint.host}:{endpoint.port}")
        yield socket


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is few."""
    for name in ("CONNECTIONS_OF_ADDRESS", "FAILURES_AT_ONCE", "MESSAGES_AT_ONCE", "MESSAGES_BEFORE_REFUSAL"):
        monkeypatch.setattr(limits, name, FEW)
    # However slowly they come.
    monkeypatch.setattr(limits, "FAILURES_PER_SECOND", 0.001)
    monkeypatch.setattr("camwire.called.Crowd", lambda: Crowd(2 * FEW, FEW))


@only_linux
@pytest.mark.usefixtures("few")
def test_that_connections_that_say_nothing_keep_nobody_out(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound, there = await ends.pair()
            told = watched(bound)
            silent = [called(bound.endpoint) for _ in range(2 * FEW)]
            await until(lambda: sum(map(is_over, silent)) == FEW)
            assert all(map(is_over, silent[:FEW]))
            assert {(each.excess, each.address) for each in told} == {(Excess.CONNECTIONS, ELSEWHERE)}
            # Who was there stays, and who comes is heard.
            newcomer = ends.connected(bound.endpoint)
            await until(lambda: ends.changes.count(Connection.UP) == 2)
            assert there.send([b"still here"])
            assert newcomer.send([b"new"])
            await until(lambda: len(ends.heard) == 2)
            assert Connection.DOWN not in ends.changes
            assert ends.knocks == []
            for each in silent:
                each.close()

    run(scenario())


@only_linux
@pytest.mark.usefixtures("few")
def test_that_an_address_that_never_gets_in_is_shut_out_and_no_other(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            keys = curve_keys()
            bound = ends.bound(curve=keys)
            told = watched(bound)
            wrong = curve_keys(server=curve_keys().public)
            with ExitStack() as strangers:
                # Of one that has gone before it was looked at the address is not known.
                while Offence(Excess.FAILURES, ELSEWHERE) not in told:
                    seen = len(ends.knocks) + len(told)
                    strangers.enter_context(stranger(context, bound.endpoint, wrong))
                    await until(lambda: len(ends.knocks) + len(told) > seen)  # noqa: B023
            assert {each.excess for each in told} == {Excess.FAILURES}
            assert {each.address for each in told} - {""} == {ELSEWHERE}
            assert Knock.SECURITY in ends.knocks
            ends.connected(bound.endpoint, curve_keys(server=keys.public))
            await ends.change(Connection.UP)

    run(scenario())


@pytest.mark.usefixtures("few")
def test_that_a_peer_of_a_bound_link_that_sends_too_many_messages_hears_so_and_is_cut(
    context: Context, run: Run
) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound, flood = await ends.pair()
            told: list[Offence] = []

            def answer(offence: Offence) -> None:
                told.append(offence)
                bound.send([b"too much"], offence.route)

            bound.on_offence = answer
            for _ in range(FEW + 20):
                flood.send([b"again"])
            await until(lambda: Connection.DOWN in ends.changes)
            await until(lambda: ends.gone)
            assert ends.answers == [[b"too much"]]
            assert len(ends.heard) < FEW + 20
            assert [(each.excess, each.address) for each in told] == [(Excess.MESSAGES, "127.0.0.1")]

    run(scenario())


@pytest.mark.usefixtures("few")
def test_that_a_camera_that_sends_too_many_messages_is_slowed_down_and_loses_none(
    context: Context, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MESSAGES_PER_SECOND", 200)

    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound, viewer = await ends.pair()
            told = watched(viewer)
            viewer.send([b"hello"])
            await until(lambda: ends.heard)
            began = time.monotonic()
            for number in range(105):
                bound.send([b"%d" % number], ends.heard[0][0])
            await until(lambda: len(ends.answers) == 105)
            assert time.monotonic() - began > 0.45
            assert [parts[0] for parts in ends.answers] == [b"%d" % number for number in range(105)]
            assert {(each.excess, each.is_over) for each in told} == {(Excess.MESSAGES, False)}
            assert Connection.DOWN not in ends.changes

    run(scenario())


@only_linux
def test_that_who_says_nothing_is_not_named_for_what_others_do(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound()
            told = watched(bound)
            # The first that comes, and so the first that could have shaken hands when somebody does.
            silent = called(bound.endpoint)
            ends.connected(bound.endpoint).send([b"hello"])
            await ends.change(Connection.UP)
            assert isinstance(bound._connections, Called)
            links = bound._connections
            await until(lambda: is_over(silent))
            await until(lambda: len(links._open) == 1)
            assert told == []
            silent.close()

    run(scenario())


@only_linux
@pytest.mark.usefixtures("few")
def test_that_who_comes_after_an_offender_is_not_cut_in_its_place(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound(Endpoint("127.0.0.1", 0, "pull"))
            watched(bound)
            with context.socket(zmq.PUSH) as offender:
                offender.linger = 0
                offender.connect(f"tcp://127.0.0.1:{bound.endpoint.port}")
                for _ in range(FEW + 2):
                    offender.send(b"again")
                await until(lambda: bound._restraint._refused)
            # Its descriptor is free, and the next one gets it.
            with context.socket(zmq.PUSH) as honest:
                honest.linger = 0
                honest.connect(f"tcp://127.0.0.1:{bound.endpoint.port}")
                honest.send(b"first")
                await until(lambda: [b"first"] in [parts for _, parts in ends.heard])
                # Longer than the last word of the other one takes.
                await until(lambda: len(ends.gone) == 1)
                await asyncio.sleep(2 * LAST_WORD_SECONDS)
                honest.send(b"second")
                await until(lambda: [b"second"] in [parts for _, parts in ends.heard])
                routes = {route for route, parts in ends.heard if parts in ([b"first"], [b"second"])}
                assert len(routes) == 1
                assert len(ends.gone) == 1

    run(scenario())


@pytest.mark.parametrize("is_encrypted", [False, True])
def test_that_who_sends_too_large_a_message_is_named_and_who_leaves_is_not(
    context: Context, run: Run, is_encrypted: bool
) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            keys = curve_keys() if is_encrypted else None
            bound = ends.bound(curve=keys)
            connected = ends.connected(bound.endpoint, None if keys is None else curve_keys(server=keys.public))
            await ends.change(Connection.UP)
            connected.send([b"hello"])
            await until(lambda: ends.heard)
            mine, theirs = watched(connected), watched(bound)
            bound.send([b"header", bytes(limits.MESSAGE_BYTES + 1)], ends.heard[0][0])
            await ends.change(Connection.DOWN)
            assert mine == [Offence(Excess.SIZE)]
            await until(lambda: ends.changes.count(Connection.UP) == 2)
            connected.send([b"hello again"])
            await until(lambda: len(ends.heard) == 2)
            connected.close()
            await until(lambda: len(ends.gone) == 2)
            assert theirs == []

    run(scenario())


@only_linux
@pytest.mark.parametrize("is_bound", [True, False])
def test_that_a_message_without_end_ends_its_connection(
    context: Context, run: Run, is_bound: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = 50 * 1024 * 1024
    monkeypatch.setattr(limits, "UNREAD_BYTES", most)
    monkeypatch.setattr(guard, "LOOK_SECONDS", 0.02)

    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound()
            with plain.create_server(("127.0.0.1", 0)) as server:
                if is_bound:
                    link, hostile = bound, Caller(bound.endpoint, ELSEWHERE)
                else:
                    link = ends.connected(Endpoint(*server.getsockname()))
                    hostile = Caller.answering(server)
                    await ends.change(Connection.UP)
                told = watched(link)
                with ThreadPoolExecutor(1) as thread:
                    sending = thread.submit(hostile.send_without_end)
                    await until(sending.done)
                assert told[0].excess is Excess.UNREAD
                assert told[0].address == (ELSEWHERE if is_bound else "")
                assert sending.result() < 10 * most
                assert not ends.heard
                assert not ends.answers
                hostile.close()

    run(scenario())


@only_linux
@pytest.mark.parametrize("is_encrypted", [False, True])
def test_that_what_was_read_is_counted_as_it_travelled(context: Context, run: Run, is_encrypted: bool) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            keys = curve_keys() if is_encrypted else None
            bound = ends.bound(curve=keys)
            connected = ends.connected(bound.endpoint, None if keys is None else curve_keys(server=keys.public))
            await ends.change(Connection.UP)
            for number in range(1000):
                await until(lambda: connected.send([b"x", bytes(number), b""]))  # noqa: B023
            await until(lambda: len(ends.heard) == 1000)
            assert isinstance(bound._connections, Called)
            (received,) = bound._connections.received.values()
            (intake,) = bound._restraint._intakes.values()
            # Shaking hands is not counted.
            assert 0 < received - intake.read < 1500

    run(scenario())


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="no list of descriptors")
def test_that_no_descriptor_is_left_of_who_called(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound, connected = await ends.pair()
            connected.send([b"first"])
            await until(lambda: ends.heard)
            before = len(os.listdir("/proc/self/fd"))
            for _ in range(20):
                caller = Link.connected(context, bound.endpoint, lambda route, parts: None, ends.changes.append)
                seen, gone = len(ends.heard), len(ends.gone)
                await until(lambda: caller.send([b"hello"]))  # noqa: B023
                await until(lambda: len(ends.heard) > seen)  # noqa: B023
                caller.close()
                await until(lambda: len(ends.gone) > gone)  # noqa: B023
            await until(lambda: len(os.listdir("/proc/self/fd")) <= before)

    run(scenario())


@pytest.mark.parametrize("most_bytes", [8 * 1024, limits.MESSAGE_BYTES], ids=["pairing", "any"])
def test_that_a_message_of_endless_nothings_is_cut_off_before_it_fills_the_memory(
    context: Context, run: Run, monkeypatch: pytest.MonkeyPatch, most_bytes: int
) -> None:
    # ZeroMQ keeps 64 bytes for each of two.
    monkeypatch.setattr(limits, "UNHEARD_BYTES", 1024 * 1024)

    async def scenario() -> None:
        link = Link.bound(context, Endpoint("127.0.0.1", 0), lambda route, parts: None, most_bytes=most_bytes)
        told = watched(link)
        try:
            caller = Caller(link.endpoint)
            sent = await asyncio.to_thread(_endless, caller)
            caller.close()
            assert sent < 64 * 1024 * 1024
            await until(lambda: [each.excess for each in told] == [Excess.UNREAD])
        finally:
            link.close()

    run(scenario())


def _endless(caller: Caller) -> int:
    """Parts without anything in them, and more to come, until the other end hangs up; return how many bytes."""
    nothings, sent = bytes([1, 0]) * 4096, 0
    try:
        while True:
            caller.socket.sendall(nothings)
            sent += len(nothings)
    except OSError:
        return sent
