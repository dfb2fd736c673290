"""Who is who at a link that listens: real sockets of other programs on loopback."""

import asyncio
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise

import psutil
import pytest
import zmq

from camwire import drain
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.frame import Payload
from camwire.link import Connection, Knock, Link, Route
from tests.support.waiting import until
from tests.support.wire_ends import LOOPBACK, Context, Ends, Run, curve_keys, ends_on

MEETING = {"": zmq.REQ, "pair": zmq.PAIR, "sub": zmq.PUB, "pull": zmq.PUSH}
MANY = ["", "sub", "pull"]
BODY = {"": [b"", b"hello"], "pair": [b"hello"], "sub": [b"hello"], "pull": [b"hello"]}
CALLER = """
import sys, zmq
socket = zmq.Context().socket(int(sys.argv[1]))
socket.connect(sys.argv[2])
while True:
    socket.send(b"hello")
    socket.poll(50, zmq.POLLIN) if socket.TYPE != zmq.PUB else __import__("time").sleep(0.05)
"""


def at(pattern: str) -> Endpoint:
    return replace(LOOPBACK, pattern=pattern)


@contextmanager
def caller(ends: Ends, pattern: str, bound: Link, kind: int | None = None) -> Iterator["zmq.Socket[bytes]"]:
    """A socket of another program that calls `bound`."""
    with ends.context.socket(kind or MEETING[pattern]) as socket:
        socket.linger = 0
        socket.connect(f"tcp://127.0.0.1:{bound.endpoint.port}")
        yield socket


async def heard_from(ends: Ends, socket: "zmq.Socket[bytes]", word: bytes = b"hello") -> Route:
    """Let `socket` speak until it is heard; return the route it came by."""

    def say() -> bool:
        if socket.poll(0, zmq.POLLOUT):
            socket.send(word, zmq.NOBLOCK)
        return any(parts[-1] == word for _, parts in ends.heard)

    await until(say)
    return next(route for route, parts in reversed(ends.heard) if parts[-1] == word)


@pytest.mark.parametrize("pattern", MEETING)
def test_that_the_end_of_a_peer_that_was_heard_is_told(context: Context, run: Run, pattern: str) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound(at(pattern))
            with caller(ends, pattern, bound) as socket:
                route = await heard_from(ends, socket)
                assert ends.heard[0][1] == BODY[pattern]
                assert bound.address_of(route) == "127.0.0.1"
                assert ends.gone == []
            await until(lambda: ends.gone)
            assert ends.gone == [route]
            assert bound.address_of(route) == ""
            assert pattern in ("sub", "pull") or not bound.send([b"anyone?"], route)

    run(scenario())


@pytest.mark.parametrize("pattern", MEETING)
def test_that_the_end_of_a_killed_program_is_told(context: Context, run: Run, pattern: str) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound(at(pattern))
            address = f"tcp://127.0.0.1:{bound.endpoint.port}"
            program = await asyncio.create_subprocess_exec(
                sys.executable, "-c", CALLER, str(int(MEETING[pattern])), address, stderr=asyncio.subprocess.DEVNULL
            )
            try:
                await until(lambda: ends.heard)
            finally:
                program.kill()
                await program.wait()
            await until(lambda: ends.gone)
            assert ends.gone == [ends.heard[0][0]]

    run(scenario())


@pytest.mark.parametrize("pattern", MANY)
def test_that_peers_are_told_apart_and_only_the_one_that_left_is_gone(context: Context, run: Run, pattern: str) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound(at(pattern))
            with caller(ends, pattern, bound) as staying, caller(ends, pattern, bound) as leaving:
                stays = await heard_from(ends, staying, b"staying")
                leaves = await heard_from(ends, leaving, b"leaving")
                assert stays != leaves
                leaving.close()
                await until(lambda: ends.gone)
                assert ends.gone == [leaves]
                assert bound.address_of(stays) == "127.0.0.1"
            await until(lambda: len(ends.gone) == 2)
            assert ends.gone == [leaves, stays]

    run(scenario())


@pytest.mark.parametrize("pattern", MANY)
def test_that_nobody_is_gone_who_was_never_heard(context: Context, run: Run, pattern: str) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound(at(pattern))
            with caller(ends, pattern, bound) as socket:
                with caller(ends, pattern, bound) as silent:
                    await until(lambda: silent.poll(0, zmq.POLLOUT))
                route = await heard_from(ends, socket)
            await until(lambda: ends.gone)
            assert ends.gone == [route]

    run(scenario())


@pytest.mark.parametrize("pattern", MANY)
def test_that_a_descriptor_that_is_used_again_is_another_peer(context: Context, run: Run, pattern: str) -> None:
    async def scenario() -> None:
        facts: list[tuple[str, Route]] = []
        words: list[bytes] = []

        def hear(route: Route, parts: list[Payload]) -> None:
            facts.append(("heard", route))
            words.append(bytes(parts[-1]))

        async with ends_on(context) as ends:
            bound = Link.bound(context, at(pattern), hear, on_gone=lambda route: facts.append(("gone", route)))
            ends.links.append(bound)
            for number in range(20):
                with caller(ends, pattern, bound) as socket:

                    def is_heard(socket: "zmq.Socket[bytes]" = socket, word: bytes = b"%d" % number) -> bool:
                        if socket.poll(0, zmq.POLLOUT):
                            socket.send(word, zmq.NOBLOCK)
                        return word in words

                    await until(is_heard)
            # Whoever was heard last by a route is told to be gone, and nobody who is gone is told again.
            await until(lambda: {facts[-1][0], *_last(facts).values()} == {"gone"})
        for route in _last(facts):
            of_route = [fact for fact, each in facts if each == route]
            assert of_route[0] == "heard"
            assert ("gone", "gone") not in pairwise(of_route)
        if pattern == "":
            assert [fact for fact, _ in facts].count("gone") == 20

    run(scenario())


@pytest.mark.parametrize("words", [[b"goodbye"], [b"one", b"goodbye"], [b"one", b"two", b"three", b"goodbye"]], ids=len)
@pytest.mark.parametrize("pattern", MEETING)
@pytest.mark.parametrize("is_slow", [False, True])
def test_that_the_end_of_a_peer_is_told_after_its_last_words(
    context: Context, run: Run, monkeypatch: pytest.MonkeyPatch, pattern: str, is_slow: bool, words: list[bytes]
) -> None:
    if is_slow:
        # One message at a time, as when each takes long.
        monkeypatch.setattr(drain, "DRAIN_SECONDS", -1.0)

    async def scenario() -> None:
        facts: list[tuple[bytes, Route]] = []

        def hear(route: Route, parts: list[Payload]) -> None:
            facts.append((bytes(parts[-1]), route))

        async with ends_on(context) as ends:
            bound = Link.bound(context, at(pattern), hear, on_gone=lambda route: facts.append((b"gone", route)))
            ends.links.append(bound)
            with caller(ends, pattern, bound, {"": zmq.DEALER}.get(pattern)) as socket:

                def is_heard() -> bool:
                    if not facts and socket.poll(0, zmq.POLLOUT):
                        socket.send(b"first", zmq.NOBLOCK)
                    return bool(facts)

                await until(is_heard)
                facts.clear()
                # The loop does not run until the last word is here and the connection has ended.
                with _watched(bound) as ended:
                    for word in words:
                        socket.send(word)
                        socket.poll(20)
                    socket.close(linger=1000)
                    ended()
            await until(lambda: facts[-1:] and facts[-1][0] == b"gone" and len(facts) > len(words))
            # A link may learn of the end before it has read everything; it tells of it again after the last word.
            assert [fact for fact, _ in facts if fact not in (b"gone", b"first")] == words
            assert len({route for _, route in facts}) == 1

    run(scenario())


def _last(facts: list[tuple[str, Route]]) -> dict[Route, str]:
    """The last fact of each route."""
    return {route: fact for fact, route in facts}


@contextmanager
def _watched(bound: Link) -> Iterator[Callable[[], None]]:
    """What blocks until the only connection of `bound` has ended."""
    port = bound.endpoint.port

    def is_connected() -> bool:
        return any(
            each.laddr.port == port and each.status == psutil.CONN_ESTABLISHED
            for each in psutil.Process().net_connections("tcp")
        )

    def wait() -> None:
        deadline = time.monotonic() + 5
        while is_connected():
            assert time.monotonic() < deadline
            time.sleep(0.01)

    yield wait


def test_that_a_req_keeps_its_route_and_gets_its_answer(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound()
            with caller(ends, "", bound) as one, caller(ends, "", bound) as other:
                for number in range(1, 6):
                    for socket in (one, other):
                        socket.send(b"frame")
                    await until(lambda number=number: len(ends.heard) == 2 * number)
                    for route, _ in ends.heard[-2:]:
                        assert bound.send([b"", b"yes"], route)
                    assert [bool(socket.poll(2000)) and socket.recv() for socket in (one, other)] == [b"yes"] * 2
            assert len({route for route, _ in ends.heard}) == 2

    run(scenario())


@pytest.mark.parametrize(
    ("binds", "connects"), [("", "req"), ("pair", "pair"), ("sub", "pub"), ("pull", "push"), ("pub", "sub")]
)
def test_that_links_of_every_pattern_meet(context: Context, run: Run, binds: str, connects: str) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound(at(binds))
            assert bound.endpoint.pattern == binds
            connected = ends.connected(replace(bound.endpoint, pattern=connects))
            await ends.change(Connection.UP)
            sender, heard = (bound, ends.answers) if binds == "pub" else (connected, ends.heard)
            await until(lambda: sender.send([b"hello"]) and heard)

    run(scenario())


@pytest.mark.parametrize("pattern", ["req", "push"])
def test_that_nobody_listens_with_the_pattern_of_a_caller(context: Context, run: Run, pattern: str) -> None:
    async def scenario() -> None:
        with pytest.raises(UsageError, match=rf"Nobody can listen at {pattern}\+tcp"):
            Link.bound(context, at(pattern), lambda route, parts: None)

    run(scenario())


def test_that_nobody_calls_with_the_pattern_of_a_listener(context: Context, run: Run) -> None:
    async def scenario() -> None:
        with pytest.raises(UsageError, match=r"Nobody can connect to pull\+tcp"):
            Link.connected(context, at("pull"), lambda route, parts: None, lambda change: None)

    run(scenario())


@pytest.mark.parametrize(
    ("pattern", "other"), [("", zmq.PUB), ("", zmq.PUSH), ("sub", zmq.REQ), ("pull", zmq.PAIR), ("pair", zmq.REQ)]
)
def test_that_a_caller_of_another_pattern_knocks(context: Context, run: Run, pattern: str, other: int) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound(at(pattern))
            with context.socket(other) as socket:
                socket.linger = 0
                socket.connect(f"tcp://127.0.0.1:{bound.endpoint.port}")
                await until(lambda: ends.knocks)
            assert set(ends.knocks) == {Knock.PATTERN}
            assert ends.gone == []

    run(scenario())


@pytest.mark.parametrize("pattern", MANY)
@pytest.mark.parametrize("listens_encrypted", [True, False])
def test_that_a_caller_of_other_security_knocks(
    context: Context, run: Run, pattern: str, listens_encrypted: bool
) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            keys = curve_keys()
            bound = ends.bound(at(pattern), keys if listens_encrypted else None)
            with context.socket(MEETING[pattern]) as socket:
                socket.linger = 0
                if not listens_encrypted:
                    socket.curve_publickey, socket.curve_secretkey = zmq.curve_keypair()
                    socket.curve_serverkey = keys.public
                socket.connect(f"tcp://127.0.0.1:{bound.endpoint.port}")
                await until(lambda: ends.knocks)
            assert set(ends.knocks) == {Knock.SECURITY}

    run(scenario())


@pytest.mark.parametrize("pattern", MANY)
@pytest.mark.parametrize(
    "rubbish", [b"GET / HTTP/1.1\r\nHost: porch\r\n\r\n" * 5, b"SSH-2.0-OpenSSH_9.2\r\n", b"\xff\x00", b""]
)
def test_that_what_speaks_no_zeromq_is_a_stranger(context: Context, run: Run, pattern: str, rubbish: bytes) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound(at(pattern))
            _, writer = await asyncio.open_connection("127.0.0.1", bound.endpoint.port)
            writer.write(rubbish)
            await writer.drain()
            writer.close()
            await writer.wait_closed()
            await until(lambda: ends.knocks)
            assert ends.knocks == [Knock.STRANGER]
            assert ends.heard == []
            assert ends.gone == []

    run(scenario())


def test_that_a_stalled_link_keeps_only_a_few_pictures(context: Context, run: Run) -> None:
    picture = bytes(1920 * 1080 * 3)

    async def scenario() -> int:
        async with ends_on(context) as ends:
            bound = ends.bound(at("sub"))
            with context.socket(zmq.PUB) as socket:
                socket.linger = 0
                socket.set_hwm(1)
                socket.connect(f"tcp://127.0.0.1:{bound.endpoint.port}")
                await heard_from(ends, socket)
                before = len(ends.heard)
                # The loop does not run meanwhile. The system's own buffers take two or three of these.
                for _ in range(60):
                    socket.send(picture)
                    socket.poll(5)
                await until(lambda: len(ends.heard) > before)
                await heard_from(ends, socket, b"afterwards")
                return sum(len(parts[-1]) == len(picture) for _, parts in ends.heard)

    assert 1 <= run(scenario()) <= 9
