"""Which webcams, cameras and screens this computer has: asked of the camera program, which knows the drivers."""

import asyncio
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias

import msgspec

from camwire.translation import tr
from viewer.core.camera_program import camera_command
from viewer.core.own.program import KILLED_SECONDS

# Each can be had by everybody at any time.
NOT_OF_THIS_COMPUTER = ("pattern",)


class OwnSource(msgspec.Struct, frozen=True):
    """`source` is what follows `--source`; `note` says why it cannot be used now, if so."""

    source: str
    name: str
    kind: str
    note: str = ""


class _Answer(msgspec.Struct):
    sources: list[OwnSource]


OnFound: TypeAlias = Callable[[list[OwnSource], str], None]


class Listing:
    """Asks once; `on_found(sources, trouble)` is called on the loop, with a sentence where it could not be told.

    Raises OSError when the program cannot start.
    """

    def __init__(self, on_found: OnFound) -> None:
        self._on_found: OnFound | None = on_found
        self._loop = asyncio.get_running_loop()
        self._process = subprocess.Popen(
            camera_command("--list-sources", "--json", "--log-level", "error"),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._reader = threading.Thread(target=self._read, name="own sources", daemon=True)
        self._reader.start()

    def close(self) -> None:
        """Ask no longer. May be repeated."""
        self._on_found = None
        self._process.kill()
        # It may hang in a driver.
        self._reader.join(KILLED_SECONDS)

    def _read(self) -> None:
        found, complaint = self._process.communicate()
        # The loop may have ended meanwhile.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._answered, found, complaint)

    def _answered(self, found: bytes, complaint: bytes) -> None:
        on_found, self._on_found = self._on_found, None
        if on_found is not None:
            on_found(*understood(found, complaint))


def understood(found: bytes, complaint: bytes) -> tuple[list[OwnSource], str]:
    """What the program printed, and what it complained of where it printed nothing."""
    try:
        sources = msgspec.json.decode(found, type=_Answer).sources
    except (ValueError, RecursionError):
        last = (complaint.decode(errors="replace").strip().splitlines() or [tr("it said nothing")])[-1]
        return [], tr(
            "The cameras of this computer could not be listed: {last}", last=last.removeprefix("watchword-camera: ")
        )
    return [each for each in sources if each.kind not in NOT_OF_THIS_COMPUTER], ""
