"""Foreign receivers of one camera, on real sockets: the receiver's pace is the camera's pace."""

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np
import pytest
import zmq

from sender import Camera, UsageError
from sender.audience import receiver
from sender.audience.base import KEPT_LINES
from tests.sender.foreign import PlainReceiver, is_here, links, netgear
from tests.sender.foreign import receiver as receiving
from tests.sender.support import SwitchedSource
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]


@pytest.mark.parametrize("pattern", ["pair", "req"])
def test_that_the_answer_is_the_credit_for_the_next_picture(run: Run, context: Context, pattern: str) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context, pattern) as end:
            async with netgear(end, source, pattern=pattern) as camera:
                await is_here(camera)
                for round_ in range(3):
                    source.give(5)
                    header, _ = await end.take()
                    assert json.loads(header)["compression"]["colorspace"] == "BGR"
                    await until(lambda: sum(camera.drops.values()) == 4 * (round_ + 1))  # noqa: B023
                    assert not end.has_some
                    end.answer(b"received")
                    await until(lambda: links(camera)[0].wants_frame)

    run(scene())


def test_that_the_newest_picture_is_the_next(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context) as end:
            async with netgear(end, source, codec="raw") as camera:
                await is_here(camera)
                source.give()
                await end.take()
                source.give(3)
                await until(lambda: sum(camera.drops.values()) == 3)
                source._picture = np.full((48, 64, 3), 200, np.uint8)
                end.answer(b"received")
                await until(lambda: links(camera)[0].wants_frame)
                source.give()
                header, pixels = await end.take()
                assert (json.loads(header)["shape"], pixels) == ([48, 64, 3], b"\xc8" * 48 * 64 * 3)

    run(scene())


@pytest.mark.parametrize("pattern", ["pair", "req"])
def test_that_a_restarted_receiver_is_served_again_at_once(run: Run, context: Context, pattern: str) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context, pattern) as first:
            async with netgear(first, source, pattern=pattern) as camera:
                await is_here(camera)
                source.give()
                await first.take()
                first.close()
                await until(lambda: not camera.viewers)
                with receiving(context, pattern, first.port) as second:
                    await is_here(camera)
                    source.give()
                    assert len(await second.take()) == 2

    run(scene())


def test_that_a_late_answer_gives_no_credit(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        router = context.socket(zmq.ROUTER)
        port = router.bind_to_random_port("tcp://127.0.0.1")
        try:
            async with Camera("porch", source=source, dialect="netgear", dial=f"tcp://127.0.0.1:{port}") as camera:
                await is_here(camera)
                source.give()
                await until(lambda: router.poll(0))
                route, number, empty, *_ = router.recv_multipart()
                assert (len(number), empty) == (4, b"")
                for answer in ([b"\0\0\0\7", b""], []):
                    router.send_multipart([route, *answer, b"received"])
                router.send_multipart([route, number, b"", b"received"])
                await until(lambda: links(camera)[0].wants_frame)
                router.send_multipart([route, number, b"", b"received"])
                source.give()
                await until(lambda: router.poll(0))
                assert router.recv_multipart()[1] != number
        finally:
            router.close(linger=0)

    run(scene())


def test_that_every_client_gets_every_picture(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context) as one, receiving(context) as other:
            dial = f"{one.endpoint},{other.port}"
            async with Camera("porch", source=source, dialect="netgear", multiclient=True, dial=dial) as camera:
                await until(lambda: len(camera.viewers) == 2)
                for _ in range(3):
                    source.give()
                    assert await one.take() == await other.take()
                    for end in (one, other):
                        end.answer(b'{"port": "1", "return_type": "NoneType", "data": null}')
                    await until(lambda: all(each.wants_frame for each in links(camera)))

    run(scene())


def test_that_a_line_goes_with_one_picture_and_waits_until_somebody_is_there(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context) as end:
            end.close()
            async with netgear(end, source) as camera:
                camera.say("grüße 🐇")
                with receiving(context, "req", end.port) as late:
                    await is_here(camera)
                    said = []
                    for _ in range(3):
                        source.give()
                        said.append((await late.header())["message"])
                        late.answer(b"received")
                        await until(lambda: links(camera)[0].wants_frame)
                    assert said == ["grüße 🐇", None, None]

    run(scene())


def test_that_a_line_is_due_again_when_nobody_answered_the_picture(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context) as first:
            async with netgear(first, source) as camera:
                camera.say("hello")
                await is_here(camera)
                source.give()
                assert (await first.header())["message"] == "hello"
                first.close()
                await until(lambda: not camera.viewers)
                with receiving(context, "req", first.port) as second:
                    await is_here(camera)
                    source.give()
                    assert (await second.header())["message"] == "hello"

    run(scene())


def test_that_lines_nobody_takes_are_not_kept_without_end(run: Run, context: Context) -> None:
    async def scene() -> None:
        with receiving(context) as end:
            async with netgear(end, SwitchedSource()) as camera:
                for _ in range(KEPT_LINES):
                    camera.say("x")
                with pytest.raises(UsageError, match="1,000 lines wait for 127"):
                    camera.say("x")

    run(scene())


def test_that_a_line_is_not_published_before_anybody_can_have_subscribed(
    run: Run, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiver, "SUBSCRIBING_SECONDS", 0.1)

    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context, "pub") as end:
            async with netgear(end, source, pattern="pub") as camera:
                camera.say("hello")
                said: list[object] = []

                def has_heard() -> bool:
                    source.give()
                    while end.has_some:
                        said.append(json.loads(end.socket.recv_multipart()[0])["message"])
                    return "hello" in said and said[-1] is None

                await until(has_heard)
                assert said.count("hello") == 1

    run(scene())


def test_that_what_a_slow_puller_does_not_take_is_dropped(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource(np.zeros((1000, 1500, 3), np.uint8))
        with receiving(context, "push") as end:
            async with netgear(end, source, dialect="netgear_async", pattern="push") as camera:
                await is_here(camera)
                end.socket.RCVHWM = 1
                await until(lambda: source.give() or links(camera)[0].drops["queue-full"], every=0.002)

    run(scene())


def test_that_a_receiver_that_never_answers_is_called_anew(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context, "pair") as end:
            async with netgear(end, source, pattern="pair") as camera:
                await is_here(camera)
                source.give()
                await end.take()
                await called_anew(camera, end)
                source.give()
                assert len(await end.take()) == 2

    run(scene())


async def called_anew(camera: Camera, pair: PlainReceiver) -> None:
    """Time passes without an answer; then another call is let in."""
    assert camera._serving is not None
    assert camera._serving._timer is not None
    camera._serving._timer.cancel()
    links(camera)[0].tick(time.monotonic() + receiver.UNANSWERED_SECONDS)
    await until(lambda: not pair.socket.poll(0, zmq.POLLOUT))
    links(camera)[0].tick(time.monotonic())
    await until(lambda: links(camera)[0].wants_frame)


def test_that_a_pair_that_was_taken_is_served_when_it_is_free(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context, "pair") as end:
            other = context.socket(zmq.PAIR)
            other.connect(end.endpoint)
            other.send(b"first come")
            assert await end.take() == [b"first come"]
            async with netgear(end, source, pattern="pair") as camera:
                await is_here(camera)
                source.give()
                await until(lambda: not links(camera)[0].wants_frame)
                other.close(linger=0)
                assert not end.has_some
                await called_anew(camera, end)
                source.give()
                assert len(await end.take()) == 2

    run(scene())


def test_that_a_goodbye_waits_for_its_answer(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context) as end:
            camera = netgear(end, source, dialect="netgear_async")
            async with camera:
                await is_here(camera)
                source.give()
                await end.take()
                end.answer(b"received")
                await until(lambda: links(camera)[0].wants_frame)
                leaving = asyncio.ensure_future(camera.__aexit__(None, None, None))
                assert msgspec.msgpack.decode((await end.take())[0]) == {"terminate": True}
                assert not leaving.done()
                end.answer(msgspec.msgpack.encode({"terminated": "yes"}))
                await leaving

    run(scene())


@pytest.mark.alone
@pytest.mark.parametrize("pattern", ["pair", "req", "pub", "push"])
def test_that_a_camera_ends_within_a_second_whatever_the_receiver_does(
    run: Run, context: Context, pattern: str
) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context, pattern) as end:
            async with netgear(end, source, dialect="netgear_async", pattern=pattern) as camera:
                await is_here(camera)
                source.give()
                await until(lambda: camera._serving and camera._serving.pipeline.encoded)
                began = time.monotonic()
            assert time.monotonic() - began < 1

    run(scene())


def test_that_a_wrong_pattern_and_an_empty_port_are_told(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        with receiving(context, "pair") as end:
            async with netgear(end, SwitchedSource()):
                await until(lambda: "is no NetGear receiver of the same pattern" in caplog.text)
            end.close()
            async with netgear(end, SwitchedSource()):
                await until(lambda: "Nobody answers at 127.0.0.1" in caplog.text)

    run(scene())


def test_that_a_publisher_listens_and_every_hub_that_connects_gets_its_pictures(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        camera = Camera("porch", source=source, dialect="imagezmq", pattern="pub", listen="tcp://127.0.0.1:0")
        hubs = [context.socket(zmq.SUB) for _ in range(2)]
        async with camera:
            assert camera.endpoint is not None
            assert camera.announcement[0].startswith("Sending as imagezmq (pub) at tcp://127.0.0.1:")
            for hub in hubs:
                hub.subscribe(b"")
                hub.connect(f"tcp://127.0.0.1:{camera.endpoint.port}")
            await until(lambda: source.give() or all(hub.poll(0) for hub in hubs))
            for hub in hubs:
                assert json.loads(hub.recv_multipart()[0]) == {"msg": "porch", "dtype": "uint8", "shape": [48, 64, 3]}
                hub.close(linger=0)

    run(scene())
