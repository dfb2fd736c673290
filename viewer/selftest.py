"""`watchword --self-test`: whether everything is here that the program needs, above all where it was installed."""

import importlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import camwire
import viewer
from camwire.checklist import all_modules, go_through, named
from camwire.frame import EncodedFrame
from camwire.pairing.rehearsal import rehearse
from viewer.core.camera_program import own_camera_command
from viewer.environment import OF_QT

DIALECTS = ("imagezmq", "native", "netgear", "netgear_async")
CODECS = ("h264", "jpeg", "raw")
QT = ("QtCore", "QtDBus", "QtGui", "QtNetwork", "QtSvg", "QtWidgets")
"""Some of them are loaded when they are first needed. On Windows and macOS there is no QtDBus."""
CAMERA_SECONDS = 60.0
WIDTH, HEIGHT = 64, 48


def run() -> int:
    """Look at every part and print a line for each; 1 if something is missing. Needs no screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    checks: dict[str, Callable[[], str]] = {
        "modules": lambda: all_modules((camwire, viewer)),
        "dialects": _dialects,
        "codecs": _codecs,
        "JPEG": lambda: _decoded("jpeg"),
        "H.264": lambda: _decoded("h264"),
        "recording": _recording,
        "Qt": _qt,
        "window": _window,
        "guide": _guide,
        "other programs": _other_programs,
        "conversations": lambda: (
            f"SQLite {sqlite3.connect(':memory:').execute('select sqlite_version()').fetchone()[0]}"
        ),
        "network": _network,
        "pairing": rehearse,
        "sealing": _sealing,
        "camera program": _camera_program,
    }
    return 0 if go_through(checks, lambda line: print(line, flush=True)) else 1


def _dialects() -> str:
    from camwire.dialects import registered

    return named(registered(), DIALECTS)


def _codecs() -> str:
    from viewer.core.decoders import registered

    return named((codec for codec, decoder in registered().items() if decoder.is_available()), CODECS)


def _decoded(codec: str) -> str:
    from viewer.core.decoders import registered

    payload = _jpeg() if codec == "jpeg" else _h264()
    frame = EncodedFrame(0, 0, codec, WIDTH, HEIGHT, payload)
    pixels = registered()[codec]().decode(frame)
    if pixels.shape[:2] != (HEIGHT, WIDTH) or not 100 < int(pixels[..., :3].mean()) < 156:
        raise ValueError(f"A grey picture came out as {pixels.shape}, {pixels.mean():.0f}")
    return "decoded"


def _jpeg() -> bytes:
    import numpy as np
    import simplejpeg

    jpeg: bytes = simplejpeg.encode_jpeg(np.full((HEIGHT, WIDTH, 3), 128, np.uint8), colorspace="BGR")
    return jpeg


def _h264() -> bytes:
    import av
    import numpy as np
    from av.video.frame import VideoFrame

    context = av.CodecContext.create("libx264", "w")
    context.width, context.height, context.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    context.time_base, context.options = Fraction(1, 30), {"tune": "zerolatency"}
    grey = VideoFrame.from_ndarray(np.full((HEIGHT, WIDTH, 3), 128, np.uint8), "bgr24").reformat(format="yuv420p")
    return b"".join(map(bytes, [*context.encode(grey), *context.encode(None)]))


def _recording() -> str:
    import av

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "recording.mkv"
        with av.open(str(path), "w") as container:
            stream = container.add_stream("mjpeg", rate=1)
            stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuvj420p"
            packet = av.Packet(_jpeg())
            packet.stream, packet.pts, packet.dts, packet.time_base = stream, 0, 0, Fraction(1, 1000)
            container.mux(packet)
        with av.open(str(path)) as container:
            count = sum(1 for _ in container.decode(video=0))
    if count != 1:
        raise ValueError(f"of one picture, {count} came back")
    return "written to Matroska and read again"


def _qt() -> str:
    from PySide6.QtCore import qVersion

    for name in QT:
        if name != "QtDBus" or sys.platform == "linux":
            importlib.import_module(f"PySide6.{name}")
    return qVersion()


def _window() -> str:
    from PySide6.QtGui import QImageReader
    from PySide6.QtWidgets import QApplication

    from viewer.starting import application
    from viewer.ui.look import icons, language, resources, style

    app = QApplication.instance() or application()
    assert isinstance(app, QApplication)
    style.apply(app)
    if app.font().family() != "Inter":
        raise LookupError("the font Inter")
    drawn = [icons.icon(path.stem, "#ffffff") for path in sorted((resources.folder() / "icons").glob("*.svg"))]
    if not drawn or any(each.isNull() for each in (*drawn, icons.app_icon())):
        raise LookupError("icons")
    named((bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()), ("jpeg", "png", "svg"))
    for code in language.LANGUAGES:
        if not (resources.folder() / "translations" / f"watchword_{code}.qm").is_file():
            raise LookupError(f"the language {code}")
    return f"{len(drawn)} icons, fonts, {', '.join(language.LANGUAGES)}, on {app.platformName()}"


def _guide() -> str:
    from viewer.core import guide

    missing = [str(place) for path, place in guide.files() if not path.is_file()]
    if missing:
        raise LookupError(", ".join(missing))
    return f"{len(guide.PAGES)} pages"


def _other_programs() -> str:
    """Once there is a window, what we start finds the system's libraries and its own parts of Qt, not ours."""
    bundle = getattr(sys, "_MEIPASS", None)
    ours = [name for name in ("LD_LIBRARY_PATH", *OF_QT) if bundle is not None and bundle in os.environ.get(name, "")]
    if ours:
        raise ValueError(f"find ours in {', '.join(ours)}")
    return "find what is theirs"


def _network() -> str:
    import zmq

    with zmq.Context() as context, context.socket(zmq.PAIR) as one, context.socket(zmq.PAIR) as other:
        port = one.bind_to_random_port("tcp://127.0.0.1")
        other.connect(f"tcp://127.0.0.1:{port}")
        other.send(b"heard")
        if not one.poll(5000) or one.recv() != b"heard":
            raise OSError("nothing came through this computer's own network")
        one.linger = other.linger = 0
    if not zmq.has("curve"):
        raise LookupError("encryption (CURVE)")
    # Cameras are found by it; it is loaded when somebody looks for them.
    importlib.import_module("zeroconf.asyncio")
    return f"ZeroMQ {zmq.zmq_version()}"


def _sealing() -> str:
    """What carries the viewer's key to another computer can be closed and opened by a passphrase."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    cipher = ChaCha20Poly1305(Scrypt(salt=bytes(16), length=32, n=2**4, r=8, p=1).derive(b"passphrase"))
    if cipher.decrypt(bytes(12), cipher.encrypt(bytes(12), b"key", None), None) != b"key":
        raise ValueError("what was sealed cannot be opened")
    return "by ChaCha20-Poly1305 and scrypt"


def _camera_program() -> str:
    """Its own self-test, in a process of its own."""
    it = subprocess.run(
        own_camera_command("self-test"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=CAMERA_SECONDS,
    )
    lines = [f"\n           {line}" for line in (it.stdout + it.stderr).splitlines()]
    if it.returncode != 0:
        raise RuntimeError("".join(lines) or f"it ended with {it.returncode}")
    return "".join(lines)
