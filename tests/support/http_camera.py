"""A network camera that sends JPEG by HTTP, with the faults of real ones: a real server on a real socket."""

import base64
import contextlib
import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

PAUSE_SECONDS = 0.02
REALM, NONCE = "camera", "0a4f113b"


class HttpCamera:
    """Sends `jpegs` again and again to whoever asks for /video; /picture is one of them, /clip is `clip`. /moved
    sends on to `moved_to`.

    `stall`, `hang_up` and `unplug` make trouble.
    """

    def __init__(self, jpegs: list[bytes], log_in: str = "", port: int = 0, tells_length: bool = True) -> None:
        """`log_in`: basic or digest, with the user "me" and the password "p@ss"."""
        self.jpegs, self.log_in, self.tells_length = jpegs, log_in, tells_length
        self.is_stalled = threading.Event()
        self.asked = 0
        self.clip: bytes | None = None
        self.moved_to = ""
        self._cuts: list[threading.Event] = []
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.camera = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), name="http camera")

    @property
    def port(self) -> int:
        return self._server.server_port

    def url(self, who: str = "", path: str = "/video?token=abc") -> str:
        return f"http://{who}127.0.0.1:{self.port}{path}"

    def stall(self) -> None:
        """Keep the connections, and send nothing more."""
        self.is_stalled.set()

    def hang_up(self) -> None:
        """Break all connections off."""
        for each in self._cuts:
            each.set()

    def unplug(self) -> None:
        """Be gone."""
        self._server.shutdown()
        self.hang_up()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._thread.is_alive():
            self.unplug()

    def serve(self, handler: "_Handler") -> None:
        """Answer one connection, until it is cut."""
        self.asked += 1
        cut = threading.Event()
        self._cuts.append(cut)
        try:
            while not cut.is_set():
                for jpeg in self.jpegs:
                    while self.is_stalled.is_set() and not cut.wait(PAUSE_SECONDS):
                        pass
                    if cut.wait(PAUSE_SECONDS):
                        return
                    length = f"Content-Length: {len(jpeg)}\r\n" if self.tells_length else ""
                    handler.wfile.write(f"--edge\r\nContent-Type: image/jpeg\r\n{length}\r\n".encode() + jpeg + b"\r\n")
        except OSError:
            return


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    camera: HttpCamera


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        camera = self.server.camera
        path = urlsplit(self.path).path
        if path == "/clip" and camera.clip is not None:
            self._send_clip(camera.clip)
        elif path == "/picture":
            jpeg = camera.jpegs[camera.asked % len(camera.jpegs)]
            camera.asked += 1
            self._answer(200, ("Content-Type", "image/jpeg"))
            self.wfile.write(jpeg)
        elif path == "/moved":
            self._answer(302, ("Location", camera.moved_to), ("Content-Length", "0"))
        elif path != "/video":
            self._answer(404)
        elif camera.log_in and not self._may():
            self._answer(401, ("WWW-Authenticate", self._challenge()))
        else:
            self._answer(200, ("Content-Type", "multipart/x-mixed-replace; boundary=edge"))
            camera.serve(self)

    def log_message(self, format: str, *words: object) -> None:
        """Nothing on standard error."""

    def _answer(self, code: int, *headers: tuple[str, str]) -> None:
        self.send_response(code)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()

    def _send_clip(self, clip: bytes) -> None:
        begin = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")[0])
        headers = [("Content-Type", "video/mp4"), ("Content-Length", str(len(clip) - begin))]
        if "Range" in self.headers:
            headers.append(("Content-Range", f"bytes {begin}-{len(clip) - 1}/{len(clip)}"))
        self._answer(206 if "Range" in self.headers else 200, *headers)
        # Who has seen enough goes away.
        with contextlib.suppress(OSError):
            self.wfile.write(clip[begin:])

    def _challenge(self) -> str:
        if self.server.camera.log_in == "basic":
            return f'Basic realm="{REALM}"'
        return f'Digest realm="{REALM}", nonce="{NONCE}", qop="auth", algorithm=MD5'

    def _may(self) -> bool:
        way, _, told = self.headers.get("Authorization", "").partition(" ")
        if way.lower() != self.server.camera.log_in:
            return False
        if way == "Basic":
            return base64.b64decode(told) == b"me:p@ss"
        facts = {
            name: value.strip('" ') for name, _, value in (each.strip().partition("=") for each in told.split(","))
        }
        first, second = _md5(f"me:{REALM}:p@ss"), _md5(f"GET:{self.path}")
        right = _md5(f"{first}:{NONCE}:{facts['nc']}:{facts['cnonce']}:auth:{second}")
        return facts["response"] == right


def _md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()
