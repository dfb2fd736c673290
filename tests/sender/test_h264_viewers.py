"""Several viewers of one H.264 stream, on real sockets: none harms another, and each can decode all it gets."""

from collections.abc import Callable, Iterator
from typing import Any

import zmq

from camwire.messages import Want
from sender import Camera
from sender.pictures.capture import Picture
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.support.h264 import HEIGHT, WIDTH, pictures
from tests.support.waiting import until
from viewer.core.decoders.h264 import H264Decoder

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
FPS = 25


def film() -> Iterator[Picture]:
    while True:
        yield from pictures()


def porch() -> Camera:
    return Camera("porch", source=film, fps=FPS, listen=ANYWHERE, codec="h264")


def viewer(name: str, window: int = 4) -> Viewer:
    return Viewer(name, window=window, codecs=["h264"])


def require_whole(viewer: Viewer) -> None:
    """What it got can be decoded, one after the other."""
    decoder, last = H264Decoder(), 0
    for frame in viewer.frames:
        assert frame.keyframe or frame.after == last
        assert decoder.decode(frame).shape == (HEIGHT, WIDTH, 4)
        last = frame.sequence


def keyframes(viewer: Viewer) -> int:
    return sum(frame.keyframe for frame in viewer.frames)


def test_that_viewers_that_keep_step_share_an_encoder(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with porch() as camera:
            with watching(context, camera.endpoint, viewer("one")) as one:
                await until(lambda: len(one.frames) >= 3)
                with watching(context, camera.endpoint, viewer("two")) as two:
                    await until(lambda: len(two.frames) >= FPS)
                    same = {frame.sequence: bytes(frame.payload) for frame in one.frames}
                    assert all(bytes(frame.payload) == same[frame.sequence] for frame in two.frames[:-2])
                    require_whole(one)
                    require_whole(two)
                    assert keyframes(one) <= 2
                    assert keyframes(two) == 1

    run(scene())


def test_that_one_that_falls_behind_costs_the_others_no_keyframe(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with porch() as camera:
            fast, slow = viewer("fast"), viewer("slow", window=1)
            with watching(context, camera.endpoint, fast), watching(context, camera.endpoint, slow):
                await until(lambda: len(fast.frames) >= 5 and slow.frames)
                began = keyframes(fast)
                for _ in range(3):
                    slow.takes = False
                    had = len(slow.frames)
                    seen = len(fast.frames)
                    await until(lambda seen=seen: len(fast.frames) >= seen + 8)
                    assert len(slow.frames) <= had + 1
                    slow.takes = True
                    slow.send(*slow.camera.send_taken(slow.frames[-1].sequence, 1))
                    await until(lambda had=had: len(slow.frames) >= had + 4)
                assert keyframes(fast) == began
                require_whole(fast)
                require_whole(slow)
                # It has fallen behind three times, but an encoder of its own waits for it.
                assert keyframes(slow) <= 2

    run(scene())


def test_that_a_viewer_that_asks_gets_a_keyframe_and_the_others_none(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with porch() as camera:
            with (
                watching(context, camera.endpoint, viewer("one")) as one,
                watching(context, camera.endpoint, viewer("two")) as two,
            ):
                await until(lambda: min(len(one.frames), len(two.frames)) >= 5)
                before = keyframes(one), keyframes(two)
                two.send(*two.camera.send_keyframe_request())
                await until(lambda: keyframes(two) == before[1] + 1)
                seen = len(one.frames)
                await until(lambda: len(one.frames) >= seen + 5)
                assert keyframes(one) == before[0]

    run(scene())


def test_that_pictures_of_another_size_begin_with_a_keyframe(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with porch() as camera:
            with watching(context, camera.endpoint, viewer("one")) as one:
                await until(lambda: len(one.frames) >= 5)
                one.send(*one.camera.send_want(Want(width=160, height=120)))
                await until(lambda: sum(frame.width == 160 for frame in one.frames) >= 5)
                small = [frame for frame in one.frames if frame.width == 160]
                assert [frame.keyframe for frame in small] == [True] + (len(small) - 1) * [False]

    run(scene())
