"""Pictures that viewers send go to the user's function, the newest of each viewer; its pace is theirs."""

import asyncio
import inspect
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from camwire.errors import WireError
from camwire.frame import EncodedFrame
from camwire.jpegs import require_bounded, size_by_library
from camwire.messages import Parts
from camwire.viewer_peer import ViewerPeer
from sender.talk.chat import Worker

if TYPE_CHECKING:
    import numpy as np

log = logging.getLogger(__name__)

# One under way while another is looked at.
WINDOW = 2


@dataclass(frozen=True, slots=True, eq=False)
class ShownPicture:
    """A picture from a viewer: `pixels` are (height, width, 3) uint8, blue first; `viewer` is its name."""

    pixels: "np.ndarray[Any, Any]"
    viewer: str
    sequence: int


OnPicture: TypeAlias = "Callable[[ShownPicture], Awaitable[None] | None]"
Send: TypeAlias = Callable[[ViewerPeer, Parts], object]


class ShownPictures:
    """Runs `on_picture` for the newest picture of each viewer, one after another. Belongs to one loop.

    An async function runs on the loop, a plain one in a thread; pictures are decoded in that thread.
    """

    def __init__(self, on_picture: OnPicture, send: Send) -> None:
        self._on_picture = on_picture
        self._send = send
        self._is_async = inspect.iscoroutinefunction(on_picture)
        self._worker = Worker(self._open if self._is_async else self._open_and_show)
        self._waiting: dict[ViewerPeer, EncodedFrame] = {}
        self._has_some = asyncio.Event()
        self._has_told = False
        self._task = asyncio.get_running_loop().create_task(self._show_all())

    def greeted(self, viewer: ViewerPeer) -> None:
        """A viewer is here: it may send."""
        self._grant(viewer, 0)

    def put(self, viewer: ViewerPeer, frame: EncodedFrame) -> None:
        """Take a picture; one of the same viewer that waits is dropped for it."""
        self._waiting[viewer] = frame
        self._has_some.set()

    async def close(self) -> None:
        """Show no more. A plain function that is still running is left behind."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._worker.close()

    async def _show_all(self) -> None:
        while True:
            await self._has_some.wait()
            while self._waiting:
                viewer = next(iter(self._waiting))
                frame = self._waiting.pop(viewer)
                try:
                    shown = await self._worker.run((viewer.name, frame))
                    if self._is_async:
                        shown = self._on_picture(shown)  # type: ignore[arg-type]
                    if inspect.isawaitable(shown):
                        await shown
                except WireError as error:
                    if not self._has_told:
                        log.warning("A picture from %r cannot be used: %s. This is said once.", viewer.name, error)
                    self._has_told = True
                except (Exception, asyncio.CancelledError):
                    task = asyncio.current_task()
                    if task is not None and task.cancelling():
                        raise
                    log.exception("The picture function failed.")
                self._grant(viewer, frame.sequence)
            self._has_some.clear()

    def _grant(self, viewer: ViewerPeer, sequence: int) -> None:
        parts = viewer.send_taken(sequence, WINDOW)
        if parts is not None:
            self._send(viewer, parts)

    def _open_and_show(self, arrived: tuple[str, EncodedFrame]) -> object:
        return self._on_picture(self._open(arrived))

    @staticmethod
    def _open(arrived: tuple[str, EncodedFrame]) -> ShownPicture:
        import simplejpeg

        viewer, frame = arrived
        if frame.codec != "jpeg":
            raise WireError(f"a picture as {frame.codec}")
        try:
            require_bounded(frame.payload, *size_by_library(frame.payload))
            pixels = simplejpeg.decode_jpeg(frame.payload, colorspace="BGR")
        except ValueError as error:
            raise WireError(f"a damaged picture ({error})") from error
        return ShownPicture(pixels, viewer, frame.sequence)
