"""The camera program with one source more: `freezing:FILE` hangs as a driver does, for as long as FILE is there."""

import resource
import sys
import time
from pathlib import Path

import numpy as np

from sender import Capture, Source
from sender.__main__ import main
from sender.asked import Asked

WORD = "freezing:"
# A file beside the other one that is there once the source hangs.
HANGS = "hangs"


class Freezing(Source):
    """Grey pictures, 20 a second. While it hangs it heeds nobody."""

    asked_as = "freezing:FILE"

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    @classmethod
    def accepts(cls, spec: str) -> bool:
        return spec.startswith(WORD)

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "Freezing":
        return cls(Path(spec.removeprefix(WORD)))

    def open(self) -> None:
        pass

    def read(self) -> Capture | None:
        while self._file.exists():
            self._file.with_name(HANGS).touch()
            time.sleep(0.02)
        return None if self.pause(0.05) else Capture.of(np.full((48, 64, 3), 128, np.uint8))

    def describe(self) -> str:
        return "a source that freezes"


if __name__ == "__main__":
    # As the unit has it: it is going to be aborted.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
