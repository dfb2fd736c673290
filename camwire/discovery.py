"""What a camera says of itself to its network (DNS-SD, RFC 6763), so that viewers find it without an address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from camwire import limits
from camwire.printable import is_seen, printable

SERVICE = "_watchword._tcp.local."
# A key and its value in a TXT record, and one label of a name.
ENTRY_BYTES = 255
LABEL_BYTES = 63
# Where a name is taken, “-2” and so on comes behind it.
NUMBER_BYTES = 5
_VERSION = re.compile(r"(\d{1,5})\.(\d{1,5})")


@dataclass(frozen=True, slots=True)
class Announced:
    """Which camera it is: the `id`, `name`, `protocol` and `software` of its `camera-hello`, none of it proved."""

    id: str
    name: str
    protocol: tuple[int, int]
    software: str = ""

    @property
    def label(self) -> str:
        """What it is called among services; others look at that, too. Dots would make several labels of it."""
        return _cut(self.name.replace(".", " ").strip() or "camera", LABEL_BYTES - NUMBER_BYTES)

    def as_text(self) -> dict[str, str]:
        """Its TXT record. A name that has no room in it is cut: the hello has all of it."""
        major, minor = self.protocol
        entries = {"id": self.id, "name": self.name, "protocol": f"{major}.{minor}", "software": self.software}
        return {key: _cut(value, ENTRY_BYTES - len(key) - 1) for key, value in entries.items()}

    @classmethod
    def read(cls, text: Mapping[bytes, bytes | None], label: str = "") -> "Announced | None":
        """What a TXT record says, from anybody; None where it does not say which camera it is. `label` is what it is
        called if it says no name."""
        entries = {key.lower(): _written(value) for key, value in text.items()}
        id, name = entries.get(b"id", ""), entries.get(b"name", "")[: limits.NAME_CHARACTERS]
        version = _VERSION.fullmatch(entries.get(b"protocol", ""))
        if not is_seen(id) or len(id) > limits.ID_CHARACTERS or version is None:
            return None
        name = name if is_seen(name) else printable(label)[: limits.NAME_CHARACTERS]
        return cls(id, name, (int(version[1]), int(version[2])), entries.get(b"software", "")[: limits.ID_CHARACTERS])


def _written(value: bytes | None) -> str:
    return printable((value or b"")[:ENTRY_BYTES].decode(errors="replace"))


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")
