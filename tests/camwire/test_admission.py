"""Who gets in on encrypted links: real CURVE on loopback."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from camwire.admission import Admission
from camwire.link import Connection, CurveKeys, Knock, Link
from tests.support.waiting import until
from tests.support.wire_ends import LOOPBACK, Context, Ends, Run, curve_keys, ends_on

OURS = curve_keys()
FRIEND, STRANGER = curve_keys(OURS.public), curve_keys(OURS.public)


@asynccontextmanager
async def door(context: Context, domain: str = "door") -> AsyncIterator[tuple[Admission, Ends, Link]]:
    """A list, and an encrypted link that asks it."""
    admission = Admission(context)
    try:
        async with ends_on(context) as ends:
            yield admission, ends, ends.bound(curve=replace(OURS, domain=domain))
    finally:
        admission.close()


async def comes_in(ends: Ends, bound: Link, keys: CurveKeys) -> bool:
    """Whether a client with `keys` is let in and heard."""
    changed, heard = len(ends.changes), len(ends.heard)
    client = ends.connected(bound.endpoint, keys)
    await until(lambda: len(ends.changes) > changed)
    is_in = ends.changes[changed] is Connection.UP
    if is_in:
        client.send([b"hello"])
        await until(lambda: len(ends.heard) > heard)
    client.close()
    return is_in


@pytest.mark.parametrize("pattern", ["", "sub", "pull", "pair"])
def test_that_a_listed_key_gets_in_and_another_is_refused(context: Context, run: Run, pattern: str) -> None:
    async def scenario() -> None:
        async with door(context) as (admission, ends, _):
            caller = {"": "", "sub": "pub", "pull": "push", "pair": "pair"}[pattern]
            bound = ends.bound(replace(LOOPBACK, pattern=pattern), replace(OURS, domain="door"))
            admission.admit("door", frozenset({FRIEND.public}))
            theirs = replace(bound.endpoint, pattern=caller)
            ends.connected(theirs, STRANGER)
            await until(lambda: Knock.SECURITY in ends.knocks)
            assert Connection.UP not in ends.changes
            friend = ends.connected(theirs, FRIEND)
            await ends.change(Connection.UP)
            await until(lambda: friend.send([b"hello"]) and ends.heard)

    run(scenario())


def test_that_it_is_told_who_was_refused(context: Context, run: Run) -> None:
    async def scenario() -> None:
        told: list[tuple[str, bytes]] = []
        admission = Admission(context, lambda *who: told.append(who))
        admission.admit("door", frozenset({FRIEND.public}))
        try:
            async with ends_on(context) as ends:
                bound = ends.bound(curve=replace(OURS, domain="door"))
                assert not await comes_in(ends, bound, STRANGER)
                assert await comes_in(ends, bound, FRIEND)
            assert set(told) == {("127.0.0.1", STRANGER.public)}
        finally:
            admission.close()

    run(scenario())


def test_that_an_empty_list_lets_nobody_in(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with door(context) as (admission, ends, bound):
            admission.admit("door", frozenset())
            assert not await comes_in(ends, bound, FRIEND)

    run(scenario())


def test_that_a_new_list_holds_for_who_comes_next(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with door(context) as (admission, ends, bound):
            admission.admit("door", frozenset({FRIEND.public}))
            assert await comes_in(ends, bound, FRIEND)
            admission.admit("door", frozenset({STRANGER.public}))
            assert not await comes_in(ends, bound, FRIEND)
            assert await comes_in(ends, bound, STRANGER)

    run(scenario())


def test_that_a_list_is_for_one_domain(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with door(context, "garden") as (admission, ends, bound):
            admission.admit("door", frozenset({FRIEND.public}))
            assert not await comes_in(ends, bound, FRIEND)
            admission.admit("garden", None)
            assert await comes_in(ends, bound, STRANGER)

    run(scenario())


def test_that_a_link_without_a_domain_lets_in_who_knows_its_key(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with door(context, "") as (admission, ends, bound):
            admission.admit("door", frozenset())
            assert await comes_in(ends, bound, STRANGER)

    run(scenario())


def test_that_nobody_gets_in_without_the_key_of_the_link(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with door(context) as (admission, ends, bound):
            wrong = replace(FRIEND, server=curve_keys().public)
            admission.admit("door", frozenset({FRIEND.public}))
            assert not await comes_in(ends, bound, wrong)

    run(scenario())


def test_that_nobody_gets_in_after_the_list_is_closed(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            bound = ends.bound(curve=replace(OURS, domain="door"))
            admission = Admission(context)
            admission.admit("door", frozenset({FRIEND.public}))
            assert await comes_in(ends, bound, FRIEND)
            admission.close()
            for _ in range(3):
                assert not await comes_in(ends, bound, FRIEND)

    run(scenario())


def test_that_nobody_gets_in_while_nobody_reads_the_list(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with ends_on(context) as ends:
            assert not await comes_in(ends, ends.bound(curve=replace(OURS, domain="door")), FRIEND)

    run(scenario())


def test_that_many_callers_at_once_are_all_answered(context: Context, run: Run) -> None:
    async def scenario() -> None:
        async with door(context) as (admission, ends, bound):
            friends = [curve_keys(OURS.public) for _ in range(30)]
            admission.admit("door", frozenset(each.public for each in friends))
            for each in friends:
                ends.connected(bound.endpoint, each)
            await until(lambda: ends.changes.count(Connection.UP) == len(friends))

    run(scenario())
