"""One camera's picture, now and in its full size, as a file."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from camwire.errors import UsageError
from camwire.events import FrameReceived
from camwire.free_name import first_free
from camwire.translation import tr
from viewer.core import decoders
from viewer.core.decoders.base import DecodeError
from viewer.core.decoders.h264 import H264
from viewer.core.pictures.picture import Picture
from viewer.core.recording.png import png
from viewer.core.recording.unbroken import Unbroken
from viewer.core.recording_names import snapshot_stem
from viewer.core.sessions.session import Session

FULL_SIZE_SECONDS = 2.0
"""How long a camera is waited for that was asked for its full size."""
PART = ".part"


class Awaited:
    """Waits for a frame that stands alone, in the camera's full size. In the loop's thread.

    `done(self, frame)` is called once: with the first such frame; after two seconds with the newest that stands alone;
    with None where none came, or there is no camera.
    """

    def __init__(self, session: Session, done: Callable[["Awaited", FrameReceived | None], object]) -> None:
        self.session = session
        self._done = done
        self._newest: FrameReceived | None = None
        self._unbroken = Unbroken()
        self._loop = loop = asyncio.get_running_loop()
        self._timer: asyncio.Handle
        if session.is_connected:
            session.record(self._take, True)
            self._timer = loop.call_later(FULL_SIZE_SECONDS, self._finish)
        else:
            self._timer = loop.call_soon(self._finish)

    def close(self) -> None:
        """Wait no more; nobody is told."""
        self._timer.cancel()
        self.session.stop_recording(self._take)

    def _take(self, received: FrameReceived) -> None:
        frame = received.frame
        if frame.keyframe:
            self._newest = received
        if frame.keyframe and frame.width >= self.session.own_size[0]:
            self._finish()
        elif frame.codec == H264 and self._unbroken.must_ask(self._loop.time(), is_wanted=True):
            # A poor link may carry no larger one for as long as it is waited for.
            self.session.ask_for_keyframe()

    def _finish(self) -> None:
        self.close()
        self._done(self, self._newest)


def content_of(received: FrameReceived) -> tuple[bytes, str]:
    """The file for a frame that stands alone, and the ending of its name: JPEG as it came, all else as PNG.

    Takes its time: not in the loop's thread. Raises DecodeError.
    """
    frame = received.frame
    if frame.codec == "jpeg":
        return bytes(frame.payload), ".jpg"
    decoder = decoders.registered().get(frame.codec)
    if decoder is None:
        raise DecodeError(frame.codec)
    return png(decoder().decode(frame)), ".png"


def write(folder: Path, camera: str, captured_ns: int, content: bytes, ending: str) -> Path:
    """Put a snapshot of then (UTC) into `folder`; return where it is. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = snapshot_stem(camera, captured_ns)
    file = folder / f"{first_free(stem, lambda stem: (folder / f'{stem}{ending}').exists())}{ending}"
    part = file.with_name(file.name + PART)
    try:
        part.write_bytes(content)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return file


def work_for(
    received: FrameReceived | None, last: Picture | None, camera: str, folder: Path, clock: Callable[[], float]
) -> Callable[[], Path]:
    """What is to be done in another thread for a snapshot of `received`, or, where no frame came, of the `last` picture
    that was decoded. What is returned raises UsageError where there is neither, and OSError."""
    captured = received.captured if received is not None else last.captured if last is not None else None
    captured_ns = time.time_ns() - (0 if captured is None else round(1e9 * (clock() - captured)))

    def work() -> Path:
        if received is not None:
            with suppress(DecodeError, ValueError):
                return write(folder, camera, captured_ns, *content_of(received))
        if last is None:
            raise UsageError(tr("There is no picture of {camera} yet. Try again when it is live.", camera=camera))
        return write(folder, camera, captured_ns, png(last.pixels), ".png")

    return work
