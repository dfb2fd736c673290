"""A real X server whose picture lies in a file, so that it can be painted without a program of its own."""

import mmap
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt

XVFB = shutil.which("Xvfb")
# XWD, the format of the file: a header of 25 numbers, with its own size first and the number of colours as the 20th.
HEADER = struct.Struct(">25I")


class Screen:
    """`display` is its name; `pixels` is what it shows, (height, width, 4), as BGRX: write there to paint."""

    def __init__(self, display: str, pixels: "npt.NDArray[np.uint8]", server: "subprocess.Popen[bytes]") -> None:
        self.display, self.pixels, self._server = display, pixels, server

    def switch_off(self) -> None:
        """End the X server, as a person who logs out does."""
        self._server.terminate()
        self._server.wait(10)


@contextmanager
def screen(folder: Path, width: int = 320, height: int = 240) -> Iterator[Screen]:
    """An X server with one screen of that size; its file lies in `folder`."""
    words = [str(XVFB), "-displayfd", "1", "-screen", "0", f"{width}x{height}x24", "-fbdir", str(folder), "-noreset"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        try:
            assert server.stdout is not None
            display = f":{server.stdout.readline().decode().strip()}"
            with (folder / "Xvfb_screen0").open("r+b") as file, mmap.mmap(file.fileno(), 0) as memory:
                header = HEADER.unpack(memory[: HEADER.size])
                begin = header[0] + header[19] * 12
                pixels = np.frombuffer(memory, np.uint8, width * height * 4, begin).reshape(height, width, 4)
                try:
                    yield Screen(display, pixels, server)
                finally:
                    # The memory cannot be given back while somebody looks at it.
                    del pixels
        finally:
            server.terminate()
