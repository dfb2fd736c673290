"""A stream by RTSP: the real FFmpeg, in the real camera, at a stand-in for an IP camera."""

import logging
from collections.abc import Callable
from typing import Any

import cv2
import pytest
import simplejpeg
import zmq

from sender import Camera, SourceError, SourceLost
from sender.sources import network
from sender.sources.network import NetworkStream
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.support.rtsp_camera import RtspCamera
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]


@pytest.mark.slow
@pytest.mark.parametrize("way", ["hang_up", "unplug"])
def test_that_a_network_camera_that_was_away_comes_back_by_itself(run: Run, context: Context, way: str) -> None:
    async def scene() -> None:
        with RtspCamera() as it:
            async with Camera("porch", source=it.url(), listen=ANYWHERE) as camera:
                with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                    await until(lambda: viewer.frames, 20)
                    assert simplejpeg.decode_jpeg(viewer.frames[0].payload).shape == (48, 64, 3)
                    getattr(it, way)()
                    if way == "unplug":
                        with RtspCamera(it.port) as again:
                            await until(lambda: again.played, 20)
                            count = len(viewer.frames)
                            await until(lambda: len(viewer.frames) > count + 3, 20)
                    else:
                        await until(lambda: it.played == 2, 20)
                        count = len(viewer.frames)
                        await until(lambda: len(viewer.frames) > count + 3, 20)

    run(scene())


@pytest.mark.slow
def test_that_a_network_camera_that_sends_nothing_more_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "TIMEOUT_SECONDS", 1.0)
    with RtspCamera() as it:
        source = NetworkStream(it.url())
        source.open()
        assert source.read() is not None
        it.stall()
        with pytest.raises(SourceLost, match=rf"rtsp://127\.0\.0\.1:{it.port}/live has stopped sending\."):
            list(iter(source.read, None))
        source.close()


@pytest.mark.slow
def test_that_no_further_threads_keep_pictures_back() -> None:
    with RtspCamera() as it:
        source = NetworkStream(it.url())
        source.open()
        assert source._film.video.get(cv2.CAP_PROP_N_THREADS) == 1
        source.close()


@pytest.mark.slow
def test_that_user_and_password_are_taken_from_the_address_and_shown_to_nobody(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with RtspCamera(log_in="me:p@ss") as it:
        source = NetworkStream(it.url("me:p%40ss@"))
        source.open()
        assert source.read() is not None
        source.close()
        with pytest.raises(SourceError, match=r"No video comes from rtsp://127\.0\.0\.1:\d+/live\. Check the address"):
            NetworkStream(it.url("me:wrong@")).open()
    told = caplog.text + "".join(capfd.readouterr())
    assert not any(word in told for word in ("p@ss", "p%40ss", "wrong", "token"))
