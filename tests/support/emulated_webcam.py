"""An emulated V4L2 webcam for real programs: they load it in place of the system's. Needs Linux and a C compiler."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import simplejpeg

from camwire.endpoint import Endpoint

COMPILER = shutil.which("gcc") or shutil.which("cc")
IS_POSSIBLE = sys.platform == "linux" and COMPILER is not None
SOURCE = Path(__file__).parents[1] / "sender" / "webcam_emulator.c"
SHADES = range(40, 240, 20)
NUMBER, METADATA = 97, 96
ID = "usb-Test_Webcam_0815"


def compiled(folder: Path) -> Path:
    """The library to be loaded."""
    library = folder / "webcam.so"
    subprocess.run([str(COMPILER), "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True, timeout=60)
    return library


class EmulatedWebcam:
    """A webcam whose pictures lie in `folder`, plugged in as /dev/video97, and the program that shows it."""

    def __init__(self, library: Path, folder: Path, jpegs: Sequence[bytes] = (), size: str = "320x240") -> None:
        self.folder = folder
        self.log = folder / "log"
        self.jpegs = list(jpegs) or [
            simplejpeg.encode_jpeg(np.full((240, 320, 3), shade, np.uint8)) for shade in SHADES
        ]
        for number, jpeg in enumerate(self.jpegs):
            (folder / f"{number}.jpg").write_bytes(jpeg)
        self._root = folder / "root"
        self._ids = self._root / "dev/v4l/by-id"
        self._class = self._root / "sys/class/video4linux"
        self.environment = {
            **os.environ,
            "LD_PRELOAD": str(library),
            "WEBCAM_DEVICE": f"/dev/video{NUMBER}",
            "WEBCAM_METADATA": f"/dev/video{METADATA}",
            "WEBCAM_PICTURES": str(folder),
            "WEBCAM_ROOT": str(self._root),
            "WEBCAM_SIZE": size,
        }
        self._told(NUMBER)

    def unplug(self) -> None:
        """Pull the cable."""
        shutil.rmtree(self._root)
        (self.folder / "unplugged").touch()

    def plug(self, number: int = NUMBER) -> None:
        """Plug it in again; the kernel may give it another number."""
        (self.folder / "device").write_text(f"/dev/video{number}")
        self._told(number)
        (self.folder / "unplugged").unlink()

    def forbid(self) -> None:
        """Its user may not open it any more."""
        (self.folder / "forbidden").touch()

    @contextmanager
    def shown(self, *words: str, source: str = str(NUMBER)) -> Iterator[Endpoint]:
        """Run the camera program; yields where it listens."""
        command = [sys.executable, "-m", "sender", "--source", source, "--listen", "tcp://127.0.0.1:0", *words]
        pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": self.log.open("w")}
        with pipes["stderr"], subprocess.Popen(command, text=True, env=self.environment, **pipes) as program:
            try:
                assert program.stdout is not None
                self.pid = program.pid
                yield Endpoint.parse(program.stdout.readline().split()[-1])
            finally:
                program.terminate()

    def listed(self, *words: str) -> str:
        """What `--list-sources` prints."""
        return self._ran("--list-sources", *words).stdout

    def refused(self, *words: str) -> str:
        """The last word of a camera program that cannot start."""
        return self._ran("--listen", "tcp://127.0.0.1:0", *words).stderr.splitlines()[-1]

    def _ran(self, *words: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "sender", *words]
        return subprocess.run(command, text=True, env=self.environment, capture_output=True, timeout=60)

    def _told(self, number: int) -> None:
        """Have the system tell of it, as udev and the kernel do."""
        self._ids.mkdir(parents=True)
        for index, node in enumerate((number, METADATA)):
            (self._ids / f"{ID}-video-index{index}").symlink_to(f"../../video{node}")
            kernel = self._class / f"video{node}"
            kernel.mkdir(parents=True)
            (kernel / "name").write_text("Test Webcam: Test Webc\n")
            (kernel / "index").write_text(f"{index}\n")
