"""The simulated board: its camera connectors, what is plugged into them, and what goes wrong there."""

import threading
from pathlib import Path
from typing import Any

MODELS = ("imx708", "imx477", "ov5647", "imx219")
"""What is plugged into the connectors, one after the other. All have the abilities of the first."""
STALLED, UNPLUGGED, OCCUPIED = "stalled", "unplugged", "occupied"


class Connector:
    """One connector, with a camera in it. All of it is for any thread.

    Faults are switched here, or from another process by files in the folder `switches`: `stalled-0`, `unplugged-0`, …
    """

    def __init__(self, number: int, switches: Path | None = None) -> None:
        self.number = number
        self.model = MODELS[number % len(MODELS)]
        self.id = f"/base/axi/pcie@120000/rp1/i2c@{88 - 8 * number}000/{self.model}@1a"
        self.frames = 0
        """How many frames its sensor has exposed, whether anybody had a buffer for them or not."""
        self.driven: list[tuple[str, Any]] = []
        """Every control that reached the driver, as the bindings converted it."""
        self.wrong: list[str] = []
        """What reached the driver and never should have: a wrong type, or a value out of range. As sentences."""
        self.pulls = 0
        """How often the cable was pulled."""
        self.changed = threading.Condition()
        self._faults: set[str] = set()
        self._switches = switches

    def has(self, fault: str) -> bool:
        """Whether that fault is on."""
        if fault in self._faults:
            return True
        return self._switches is not None and (self._switches / f"{fault}-{self.number}").exists()

    def switch(self, fault: str, is_on: bool) -> None:
        """Switch a fault on or off."""
        with self.changed:
            (self._faults.add if is_on else self._faults.discard)(fault)
            self.pulls += is_on and fault == UNPLUGGED
            self.changed.notify_all()


class Board:
    """All connectors. There is one board in a process, as on a desk."""

    def __init__(self) -> None:
        self.connectors: list[Connector] = []

    def build(self, cameras: int, switches: Path | None) -> None:
        """Take everything off and plug that many cameras in."""
        self.connectors = [Connector(number, switches) for number in range(cameras)]

    @property
    def attached(self) -> list[Connector]:
        """What a search for cameras finds."""
        return [each for each in self.connectors if not each.has(UNPLUGGED)]


board = Board()
