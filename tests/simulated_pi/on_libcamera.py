"""What `conformance.py` runs where the real libcamera is: the source on its virtual camera, with the real picamera2.

The virtual camera has one stream, NV12, its rate as the only control, and no pace of its own: this shows that the ways
fit together and what the bindings refuse, not what a Raspberry Pi does.
"""

import mmap
import os
import sys
import time
from collections.abc import Callable
from typing import Any

from camwire.errors import UsageError
from tests.simulated_pi.stand_ins import stand_ins

PICTURES = 50
PATIENCE = 20.0


def main() -> int:
    """Print a line for each fact; 1 if one is not so."""
    adapt()
    from sender.sources.picamera import PiCamera

    source = PiCamera(options={"resolution": (640, 480), "framerate": 30, "format": "NV12"})
    is_well = True
    for name, fact in FACTS.items():
        began = time.monotonic()
        try:
            told = fact(source)
        except Exception as problem:
            is_well, told = False, f"{type(problem).__name__}: {problem}"
            print(f"BROKEN  {name}: {told}", flush=True)
        else:
            print(f"so      {name}: {told} ({time.monotonic() - began:.1f} s)", flush=True)
    source.close()
    sys.stdout.flush()
    # libcamera's own threads do not always end with the interpreter.
    os._exit(0 if is_well else 1)


def opens(source: Any) -> str:
    source.open()
    return str(source.describe())


def gives_pictures(source: Any) -> str:
    began, pictures, capture = time.monotonic(), 0, None
    while pictures < PICTURES:
        assert time.monotonic() - began < PATIENCE, f"only {pictures} pictures came"
        capture = source.read() or capture
        pictures += capture is not None
    assert capture is not None
    assert (capture.width, capture.height) == (640, 480)
    picture = capture.planes.y if capture.planes is not None else capture.pixels
    assert picture is None or picture.max() > 100, "the bars are black"
    return f"{PICTURES} pictures of {capture.size}"


def lists_controls(source: Any) -> str:
    return ", ".join(control.name for control in source.controls()) or "none"


def sets_a_control(source: Any) -> str:
    # The virtual camera takes it and goes its own pace.
    return f"frame_rate is {source.set('frame_rate', 30.0)}"


def refuses(source: Any) -> str:
    """What the bindings would break picamera2 with does not reach them: pictures go on."""
    control = next(each for each in source.controls() if each.name == "frame_rate")
    for wrong in ("fast", None, 1e9):
        try:
            source.set(control.name, control.checked(wrong))
        except UsageError:
            continue
        raise AssertionError(f"{wrong!r} was taken")
    return gives_pictures(source)


def opens_again(source: Any) -> str:
    source.close()
    source.open()
    return gives_pictures(source)


FACTS: dict[str, Callable[[Any], str]] = {
    "the source opens the real libcamera's camera": opens,
    "it gives pictures": gives_pictures,
    "it lists controls": lists_controls,
    "it sets a control": sets_a_control,
    "it keeps wrong values from the bindings": refuses,
    "it opens again in the same process": opens_again,
}


def adapt() -> None:
    """What picamera2 takes for granted on a Raspberry Pi, and the virtual camera has not."""
    sys.modules.update({name: module for name, module in stand_ins().items() if name != "picamera2.dma_heap"})
    import libcamera
    import picamera2.picamera2
    from picamera2.allocators import Allocator

    class InMemory(Allocator):  # type: ignore[misc]
        """Buffers of this process, in two planes, as libcamera insists for NV12."""

        def __init__(self) -> None:
            super().__init__()
            self._buffers: dict[Any, list[Any]] = {}
            self.mapped_buffers: dict[Any, mmap.mmap] = {}
            self.sync = Mapped

        def allocate(self, configuration: Any, use_case: Any) -> None:
            self._buffers, self.mapped_buffers = {}, {}
            for asked in configuration:
                self._buffers[asked.stream] = [self._buffer(asked) for _ in range(asked.buffer_count)]

        def buffers(self, stream: Any) -> list[Any]:
            return self._buffers[stream]

        def _buffer(self, asked: Any) -> Any:
            fd = os.memfd_create("picture")
            os.ftruncate(fd, asked.frame_size)
            gray = asked.stride * asked.size.height
            planes = []
            for offset, length in ((0, gray), (gray, asked.frame_size - gray)):
                plane = libcamera.FrameBuffer.Plane()
                plane.fd, plane.offset, plane.length = fd, offset, length
                planes.append(plane)
            buffer = libcamera.FrameBuffer(planes)
            self.mapped_buffers[buffer] = mmap.mmap(fd, asked.frame_size)
            os.close(fd)
            return buffer

    class Mapped:
        """Memory of this process needs no bringing up to date."""

        def __init__(self, allocator: InMemory, buffer: Any, write: bool) -> None:
            self._memory = allocator.mapped_buffers[buffer]

        def __enter__(self) -> mmap.mmap:
            return self._memory

        def __exit__(self, *_: object) -> None:
            pass

    def raw_modes(camera: Any) -> list[dict[str, Any]]:
        """It refuses to be asked for them."""
        return [{"format": "SBGGR10", "size": (640, 480)}]

    picamera2.picamera2.DmaAllocator = InMemory
    picamera2.Picamera2._get_raw_modes = raw_modes


if __name__ == "__main__":
    sys.exit(main())
