"""Motion JPEG by HTTP: a real server, the real camera, and the camera's own JPEG at the viewer."""

import contextlib
import logging
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import simplejpeg
import zmq

from sender import Camera, Capture, SourceError, SourceLost
from sender.asked import Asked
from sender.sources import mjpeg, source_for
from sender.sources.mjpeg import MjpegStream
from sender.web import asking
from sender.web.address import Address
from tests.sender.support import ANYWHERE, CLIP, Viewer, watching
from tests.support.http_camera import HttpCamera
from tests.support.jpegs import gigapixel
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
JPEGS = [simplejpeg.encode_jpeg(np.full((48, 64, 3), shade, np.uint8)) for shade in (40, 90, 140, 190)]


def first(source: MjpegStream, pictures: int = 1) -> list[bytes]:
    """The first JPEG of a source that is opened and closed for it."""
    source.open()
    try:
        captures = [source.read() for _ in range(pictures)]
    finally:
        source.close()
    return [bytes(each.jpeg or b"") for each in captures if each is not None]


def opened(url: str) -> MjpegStream:
    source = MjpegStream(url)
    source.open()
    return source


def test_that_the_cameras_own_jpeg_reaches_the_viewer_untouched(run: Run, context: Context) -> None:
    async def scene() -> None:
        with HttpCamera(JPEGS) as it:
            async with Camera("porch", source=it.url(), listen=ANYWHERE) as camera:
                with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                    await until(lambda: len(viewer.frames) >= 8)
            assert {bytes(frame.payload) for frame in viewer.frames} == set(JPEGS)
            assert (viewer.frames[0].width, viewer.frames[0].height) == (64, 48)

    run(scene())


@pytest.mark.parametrize("way", ["hang_up", "unplug"])
def test_that_a_camera_that_was_away_comes_back_by_itself(run: Run, context: Context, way: str) -> None:
    async def scene() -> None:
        with HttpCamera(JPEGS) as it:
            async with Camera("porch", source=it.url(), listen=ANYWHERE) as camera:
                with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                    await until(lambda: viewer.frames)
                    getattr(it, way)()
                    if way == "unplug":
                        with HttpCamera(JPEGS, port=it.port) as again:
                            count = len(viewer.frames)
                            await until(lambda: again.asked and len(viewer.frames) > count + 3)
                    else:
                        await until(lambda: it.asked == 2)
                        count = len(viewer.frames)
                        await until(lambda: len(viewer.frames) > count + 3)

    run(scene())


def test_that_a_camera_that_sends_nothing_more_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mjpeg, "TIMEOUT_SECONDS", 0.2)
    with HttpCamera(JPEGS) as it:
        source = opened(it.url())
        assert source.read() is not None
        it.stall()
        with pytest.raises(SourceLost, match=rf"http://127\.0\.0\.1:{it.port}/video has stopped sending\."):
            list(iter(source.read, None))
        source.close()


def test_that_interrupting_ends_a_read_that_waits() -> None:
    with HttpCamera(JPEGS) as it:
        it.stall()
        source = opened(it.url())
        results: list[Capture | None] = []
        thread = threading.Thread(target=lambda: results.append(source.read()))
        thread.start()
        source.interrupt()
        thread.join(4)
        assert results == [None]
        source.close()


@pytest.mark.parametrize("log_in", ["basic", "digest"])
def test_that_user_and_password_are_taken_from_the_address_and_shown_to_nobody(
    log_in: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with HttpCamera(JPEGS, log_in) as it:
        source = MjpegStream(it.url("me:p%40ss@"))
        assert first(source) == JPEGS[:1]
        assert source.describe() == f"http://127.0.0.1:{it.port}/video"
        for who in ("", "me:wrong@", "you:p%40ss@"):
            with pytest.raises(SourceError) as caught:
                MjpegStream(it.url(who)).open()
            assert str(caught.value) == (
                f"http://127.0.0.1:{it.port}/video wants a user and password, or others than these. Write them "
                "into the address: http://user:password@host/path"
            )
    assert not any(word in caplog.text for word in ("p@ss", "p%40ss", "wrong", "token"))


def test_that_a_wrong_address_is_said() -> None:
    with (
        HttpCamera(JPEGS) as it,
        pytest.raises(SourceError, match=r"/cinema answers 404 Not Found\. Check the address"),
    ):
        MjpegStream(it.url("me:p%40ss@", "/cinema")).open()
    with pytest.raises(SourceError, match=r"No video comes from http://127\.0\.0\.1:\d+/video\. Check the address"):
        MjpegStream(it.url()).open()
    with pytest.raises(SourceError, match="The address of the source cannot be read") as caught:
        source_for("http://me:secret@[::1/video", Asked())
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["http", "rtsp"])
@pytest.mark.parametrize(
    "rest",
    [
        "me:sec/ret@porch/a",
        "me:sec#ret@porch/a",
        "me:sec?ret@porch/a",
        "me:12/ret@porch/a",
        "me:12?sec@porch/a",
        "porch:secret/a",
        "porch:99999/a",
    ],
)
def test_that_an_address_whose_password_would_be_shown_is_refused_and_not_repeated(scheme: str, rest: str) -> None:
    with pytest.raises(SourceError, match="signs like / in user and password as %2F") as caught:
        source_for(f"{scheme}://{rest}", Asked())
    assert not any(part in str(caught.value) for part in ("sec", "ret", "12", "porch"))


def test_that_such_signs_may_be_written_in_another_way() -> None:
    address = Address.of("http://me:s%2Fe%23c%3Fr%40et@porch:8080/a?b")
    assert (address.password, address.public) == ("s/e#c?r@et", "http://porch:8080/a")


def test_that_the_way_to_the_internet_is_not_the_way_to_a_camera(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with HttpCamera(JPEGS) as it:
        assert first(MjpegStream(it.url())) == JPEGS[:1]


def test_that_a_camera_may_send_on_to_another_web_address() -> None:
    with HttpCamera(JPEGS) as it:
        it.moved_to = "/video"
        assert first(MjpegStream(it.url(path="/moved"))) == JPEGS[:1]


@pytest.mark.parametrize("elsewhere", ["ftp://127.0.0.1:1/secret", "file:///secret", "gopher://porch/secret"])
def test_that_a_camera_that_sends_on_to_something_else_is_not_followed(elsewhere: str) -> None:
    with HttpCamera(JPEGS) as it:
        it.moved_to = elsewhere
        with pytest.raises(SourceError) as caught:
            MjpegStream(it.url(path="/moved")).open()
        assert str(caught.value) == (
            f"http://127.0.0.1:{it.port}/moved sends on to an address that is not followed. Use that of the video "
            "itself."
        )


def test_that_damaged_pictures_are_left_out() -> None:
    with HttpCamera([JPEGS[0], JPEGS[1][:-9], b"no picture", gigapixel(), JPEGS[2]]) as it:
        assert first(MjpegStream(it.url()), 2) == [JPEGS[0], JPEGS[2]]


def test_that_a_camera_that_sends_no_pictures_at_all_is_lost() -> None:
    with HttpCamera([b"no picture"]) as it:
        source = opened(it.url())
        with pytest.raises(SourceLost, match="sends damaged pictures"):
            source.read()
        source.close()


def test_that_a_camera_that_gives_single_pictures_is_asked_again_and_again() -> None:
    with HttpCamera(JPEGS) as it:
        source = MjpegStream(it.url(path="/picture"), fps=100)
        assert first(source, 3) == JPEGS[:3]
        source.open()
        assert source.read() is not None
    with pytest.raises(SourceLost, match="No video comes from"):
        list(iter(source.read, None))
    source.close()


def test_that_a_video_at_such_an_address_is_shown_by_ffmpeg() -> None:
    with HttpCamera(JPEGS) as it:
        it.clip = Path(CLIP).read_bytes()
        source = opened(it.url(path="/clip"))
        capture = source.read()
        assert capture is not None
        assert capture.pixels is not None
        assert capture.size == (1280, 720)
        source.interrupt()
        assert source.read() is None
        source.close()


def test_that_a_camera_may_leave_lengths_out() -> None:
    with HttpCamera(JPEGS, tells_length=False) as it:
        assert first(MjpegStream(it.url()), 3) == JPEGS[:3]


def test_that_each_address_finds_its_source() -> None:
    names = [
        type(source_for(spec, Asked())).__name__ for spec in ("http://porch/a", "HTTPS://porch/a", "rtsp://porch/a")
    ]
    assert names == ["MjpegStream", "MjpegStream", "NetworkStream"]


class Odd(BaseHTTPRequestHandler):
    """Answers what no camera should."""

    def do_GET(self) -> None:
        self.send_response(401, "not\x1b[31m you")
        self.send_header("WWW-Authenticate", "Digest realm=")
        self.end_headers()

    def log_message(self, *_: object) -> None: ...


class Dripping(BaseHTTPRequestHandler):
    """Begins a picture, and never comes to its end."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=edge")
        self.end_headers()
        self.wfile.write(b"--edge\r\nContent-Type: image/jpeg\r\nContent-Length: 900000\r\n\r\n")
        with contextlib.suppress(OSError):
            while not threading.Event().wait(0.02):
                self.wfile.write(b"x")

    def log_message(self, *_: object) -> None: ...


class Hesitating(BaseHTTPRequestHandler):
    """Says a little now and then, but never anything that begins an answer; of a picture, never the end."""

    def do_GET(self) -> None:
        is_picture = self.path == "/picture"
        if is_picture:
            self.send_response(200)
            self.send_header("Content-Type", "image/jpeg")
            self.end_headers()
        else:
            self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
        with contextlib.suppress(OSError):
            while not threading.Event().wait(0.02):
                self.wfile.write(b"x")

    def log_message(self, *_: object) -> None: ...


@contextlib.contextmanager
def served_by(kind: type[BaseHTTPRequestHandler]) -> Iterator[int]:
    """Yields the port of a server that answers so."""
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        server.daemon_threads = False
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def test_that_an_odd_answer_is_a_source_that_is_tried_again() -> None:
    with served_by(Odd) as port, pytest.raises(SourceError) as caught:
        opened(f"http://me:secret@127.0.0.1:{port}/video")
    assert "secret" not in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_that_a_camera_that_comes_to_no_end_with_a_picture_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mjpeg, "PICTURE_SECONDS", 0.2)
    with served_by(Dripping) as port:
        source = opened(f"http://127.0.0.1:{port}/video")
        with pytest.raises(SourceLost, match="sends no whole picture"):
            source.read()
        source.close()


def test_that_a_camera_that_comes_to_no_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_SECONDS", 0.2)
    with served_by(Hesitating) as port:
        for _ in range(2):
            with pytest.raises(SourceError, match=rf"^http://127\.0\.0\.1:{port}/video takes longer than 0 seconds to"):
                opened(f"http://127.0.0.1:{port}/video")


def test_that_a_line_whose_encryption_is_never_agreed_upon_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_SECONDS", 0.2)
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        pytest.raises(SourceError, match=r"takes longer than 0 seconds to begin its answer\. Restart that camera"),
    ):
        opened(f"https://127.0.0.1:{silent.getsockname()[1]}/video")


def test_that_a_single_picture_that_comes_to_no_end_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mjpeg, "PICTURE_SECONDS", 0.2)
    with served_by(Hesitating) as port:
        source = opened(f"http://127.0.0.1:{port}/picture")
        with pytest.raises(SourceLost, match="sends no whole picture"):
            source.read()
        source.close()
