"""Real sockets on loopback."""

import asyncio
import time

import pytest

from camwire import calling, greeting
from camwire.endpoint import Endpoint
from camwire.greeting import mechanism_at
from camwire.link import Connection
from camwire.tcp_connection import TcpConnection
from tests.support.strangers import BusyCamera, Stranger
from tests.support.waiting import until
from tests.support.wire_ends import LOOPBACK, Context, Run, curve_keys, ends_on, is_free


@pytest.mark.parametrize("encrypts", [True, False])
def test_that_a_program_says_whether_it_encrypts(context: Context, run: Run, encrypts: bool) -> None:
    async def scenario() -> str:
        async with ends_on(context) as ends:
            bound = ends.bound(curve=curve_keys() if encrypts else None)
            return await mechanism_at("127.0.0.1", bound.endpoint.port)

    assert run(scenario()) == ("CURVE" if encrypts else "NULL")


@pytest.mark.parametrize("hangs_up", [True, False])
@pytest.mark.parametrize("banner", [b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.1 400 Bad Request\r\n\r\n" * 20, b"", b"\xff"])
def test_that_what_speaks_no_zeromq_says_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, banner: bytes, hangs_up: bool
) -> None:
    monkeypatch.setattr(greeting, "ASKING_SECONDS", 0.3)

    async def scenario() -> str:
        async with Stranger(banner, hangs_up) as endpoint:
            return await mechanism_at("127.0.0.1", endpoint.port)

    began = time.monotonic()
    assert run(scenario()) == ""
    assert time.monotonic() - began < 1


def test_that_nobody_says_nothing(context: Context, run: Run) -> None:
    async def scenario() -> str:
        async with ends_on(context) as ends:
            bound = ends.bound(LOOPBACK)
            endpoint = bound.endpoint
            bound.close()
            await until(lambda: is_free(endpoint))
            return await mechanism_at("127.0.0.1", endpoint.port)

    assert run(scenario()) == ""


@pytest.mark.parametrize("slowness", [0.0, 1.2])
def test_that_who_encrypts_and_hangs_up_before_saying_so_is_no_stranger(
    context: Context, run: Run, slowness: float
) -> None:
    async def scenario() -> None:
        async with BusyCamera(slowness) as endpoint, ends_on(context) as ends:
            ends.connected(endpoint)
            await ends.change(Connection.OTHER_SECURITY)
            assert set(ends.changes) == {Connection.OTHER_SECURITY}

    run(scenario())


def test_that_it_is_asked_also_when_the_connection_was_gone_before_it_was_seen(
    context: Context, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As where the loop has much to do.
    monkeypatch.setattr(TcpConnection, "of", lambda descriptor: None)

    async def scenario() -> None:
        async with BusyCamera() as endpoint, ends_on(context) as ends:
            ends.connected(endpoint)
            await ends.change(Connection.OTHER_SECURITY)
            assert set(ends.changes) == {Connection.OTHER_SECURITY}

    run(scenario())


@pytest.mark.parametrize("is_encrypting", [True, False])
def test_that_who_hangs_up_again_and_again_is_asked_now_and_then(
    context: Context, run: Run, monkeypatch: pytest.MonkeyPatch, is_encrypting: bool
) -> None:
    asked: list[int] = []

    async def counted(address: str, port: int) -> str:
        asked.append(port)
        return await mechanism_at(address, port)

    monkeypatch.setattr(calling, "mechanism_at", counted)

    async def scenario() -> None:
        busy = BusyCamera() if is_encrypting else Stranger(b"", hangs_up=True)
        async with busy as endpoint, ends_on(context) as ends:
            ends.connected(Endpoint(endpoint.host, endpoint.port, "sub"))
            told = Connection.OTHER_SECURITY if is_encrypting else Connection.STRANGER
            await until(lambda: ends.changes.count(told) >= 5)
            assert set(ends.changes) == {told}
            assert asked == [endpoint.port]

    run(scenario())


def test_that_a_link_that_is_closed_while_it_asks_leaves_nothing_behind(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with BusyCamera() as endpoint, ends_on(context) as ends:
            link = ends.connected(endpoint)
            await until(_asks)
            link.close()
            await until(lambda: not _asks())
            assert ends.changes == []

    run(scenario())


def _asks() -> bool:
    return any("Calling._ask" in repr(each) for each in asyncio.all_tasks())
