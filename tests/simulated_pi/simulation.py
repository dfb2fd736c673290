"""Putting the simulated board in the place of the real one, and switching its faults."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.simulated_pi.board import OCCUPIED, STALLED, UNPLUGGED, Connector, board
from tests.simulated_pi.stand_ins import stand_ins


class Simulation:
    """The board as a test has it. Numbers are those of the connectors. For any thread."""

    def __init__(self, replaced: dict[str, ModuleType | None]) -> None:
        self._replaced = replaced

    def __enter__(self) -> "Simulation":
        return self

    def __exit__(self, *_: object) -> None:
        self.uninstall()

    def uninstall(self) -> None:
        """Let imports find the real modules again, if there are any. Cameras are to be closed before."""
        for name in [name for name in sys.modules if name.partition(".")[0] == "picamera2"]:
            del sys.modules[name]
        for name, module in self._replaced.items():
            sys.modules.pop(name, None)
            if module is not None:
                sys.modules[name] = module
        board.build(0, None)

    def connector(self, camera: int = 0) -> Connector:
        """One of the connectors."""
        return board.connectors[camera]

    def stall(self, camera: int = 0) -> None:
        """No frames from now on."""
        self.connector(camera).switch(STALLED, True)

    def resume(self, camera: int = 0) -> None:
        """Frames again, as if nothing had been."""
        self.connector(camera).switch(STALLED, False)

    def unplug(self, camera: int = 0) -> None:
        """Pull the cable."""
        self.connector(camera).switch(UNPLUGGED, True)

    def plug(self, camera: int = 0) -> None:
        """Put the cable back. The camera has to be started again."""
        self.connector(camera).switch(UNPLUGGED, False)

    def occupy(self, camera: int = 0) -> None:
        """Another program has it."""
        self.connector(camera).switch(OCCUPIED, True)

    def vacate(self, camera: int = 0) -> None:
        """The other program has ended."""
        self.connector(camera).switch(OCCUPIED, False)

    @property
    def frames(self) -> int:
        """How many frames all sensors have exposed so far."""
        return sum(each.frames for each in board.connectors)

    @property
    def driven(self) -> list[tuple[str, Any]]:
        """Every control that reached a driver, in order."""
        return [pair for each in board.connectors for pair in each.driven]

    @property
    def wrong(self) -> list[str]:
        """What reached a driver and never should have, as sentences."""
        return [sentence for each in board.connectors for sentence in each.wrong]


def install(
    cameras: int = 1,
    *,
    stalled: bool = False,
    unplugged: bool = False,
    occupied: bool = False,
    switches: Path | None = None,
) -> Simulation:
    """Let this process find a board with that many cameras, in that state. Before picamera2 is imported.

    `switches`: a folder in which another process switches faults by files; see `Connector`.
    """
    if "picamera2" in sys.modules:
        raise RuntimeError("picamera2 is loaded already. Install the simulation first, in a process of its own.")
    from tests.simulated_pi import libcamera

    board.build(cameras, switches)
    modules: dict[str, ModuleType] = {
        "libcamera": libcamera,
        "libcamera._libcamera": libcamera,
        "libcamera.controls": libcamera.controls,
        "libcamera.properties": libcamera.properties,
        **stand_ins(),
    }
    replaced = {name: sys.modules.get(name) for name in modules}
    sys.modules.update(modules)
    for connector in board.connectors:
        for fault, is_on in ((STALLED, stalled), (UNPLUGGED, unplugged), (OCCUPIED, occupied)):
            connector.switch(fault, is_on)
    return Simulation(replaced)
