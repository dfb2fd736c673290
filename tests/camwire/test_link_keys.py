"""Whose words those are that come by an encrypted link, and ending the connection of one of many."""

from dataclasses import replace

import zmq

from camwire.admission import Admission
from camwire.link import ONLY_PEER, Connection, CurveKeys, Link
from tests.support.waiting import until
from tests.support.wire_ends import LOOPBACK, Context, Run, curve_keys, ends_on

OURS = curve_keys()
FRIEND, OTHER = curve_keys(OURS.public), curve_keys(OURS.public)


def named(context: Context, bound: Link, name: bytes, keys: CurveKeys = FRIEND) -> "zmq.Socket[bytes]":
    """A peer that chooses its own name."""
    socket = context.socket(zmq.DEALER)
    socket.LINGER = 0
    socket.IDENTITY = name
    socket.CURVE_PUBLICKEY, socket.CURVE_SECRETKEY, socket.CURVE_SERVERKEY = keys.public, keys.secret, keys.server
    socket.connect(str(bound.endpoint))
    return socket


def test_that_each_message_has_the_key_that_was_proved(context: Context, run: Run) -> None:
    async def scenario() -> None:
        admission = Admission(context)
        admission.admit("door", frozenset({FRIEND.public, OTHER.public}))
        try:
            async with ends_on(context) as ends:
                bound = ends.bound(curve=replace(OURS, domain="door"))
                links = {keys.public: ends.connected(bound.endpoint, keys) for keys in (FRIEND, OTHER)}
                for key, link in links.items():
                    await until(lambda link=link, key=key: link.send([key]))
                    assert link.key_of(ONLY_PEER) == OURS.public
                await until(lambda: len(ends.heard) == 2)
                assert all(bound.key_of(route) == said for route, (said,) in ends.heard)
        finally:
            admission.close()

    run(scenario())


def test_that_nothing_is_proved_without_encryption(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound, connected = await ends.pair()
            connected.send([b"hello"])
            await until(lambda: ends.heard)
            assert bound.key_of(ends.heard[0][0]) == b""
            assert connected.key_of(ONLY_PEER) == b""

    run(scenario())


def test_that_another_key_under_the_same_name_is_somebody_else(context: Context, run: Run) -> None:
    async def scenario() -> None:
        admission = Admission(context)
        admission.admit("door", frozenset({FRIEND.public, OTHER.public}))
        try:
            async with ends_on(context) as ends:
                bound = ends.bound(curve=replace(OURS, domain="door"))
                keys: list[bytes] = []
                bound._on_parts = lambda route, parts: keys.append(bound.key_of(route))
                for number in range(10):
                    each = (FRIEND, OTHER)[number % 2]
                    with named(context, bound, b"admin", each) as socket:
                        socket.send(b"hello")
                        await until(lambda number=number: len(keys) > number)
                        assert keys[-1] == each.public
                    # Until then ZeroMQ lets nobody in under that name.
                    await until(lambda number=number: len(ends.gone) > number)
        finally:
            admission.close()

    run(scenario())


def test_that_one_peer_is_cut_off_and_the_others_stay(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound()
            links = [ends.connected(bound.endpoint) for _ in range(2)]
            for number, link in enumerate(links):
                await until(lambda link=link, number=number: link.send([b"%d" % number]))
            await until(lambda: len(ends.heard) == 2)
            routes = {said: route for route, (said,) in ends.heard}
            bound.cut(routes[b"0"])
            await ends.change(Connection.DOWN)
            await until(lambda: ends.gone == [routes[b"0"]])
            assert ends.changes.count(Connection.DOWN) == 1
            assert links[1].send([b"still here"])
            await until(lambda: ends.heard[-1] == (routes[b"1"], [b"still here"]))
            # It calls again by itself, and who is not here is nobody to cut off.
            await until(lambda: links[0].send([b"back"]))
            bound.cut(routes[b"0"])
            bound.close()
            bound.cut(routes[b"1"])

    run(scenario())


def test_that_who_sends_more_than_is_allowed_is_cut_off(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = Link.bound(context, LOOPBACK, ends._heard, most_bytes=1000)
            ends.links.append(bound)
            link = ends.connected(bound.endpoint)
            await until(lambda: link.send([b"x" * 1000]))
            await until(lambda: ends.heard)
            link.send([b"x" * 1001])
            await ends.change(Connection.DOWN)
            assert len(ends.heard) == 1

    run(scenario())
