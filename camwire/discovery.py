"""What a camera says of itself to its network (DNS-SD, RFC 6763), so that viewers find it without an address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from camwire import limits
from camwire.printable import is_seen, printable
from camwire.public_key import is_key

SERVICE = "_watchword._tcp.local."
# A key and its value in a TXT record, and one label of a name.
ENTRY_BYTES = 255
LABEL_BYTES = 63
# Where a name is taken, “-2” and so on comes behind it.
NUMBER_BYTES = 5
MOST_PORT = 65_535
_VERSION = re.compile(r"([0-9]{1,5})\.([0-9]{1,5})")
_PORT = re.compile(r"[1-9][0-9]{0,4}")


@dataclass(frozen=True, slots=True)
class Announced:
    """Which camera it is: the `id`, `name`, `protocol` and `software` of its `camera-hello`, none of it proved.

    `key` is the public key (Z85) by which it lets paired viewers in, empty where everything is open; `pair` the port at
    which viewers can pair with it now, 0 for none.
    """

    id: str
    name: str
    protocol: tuple[int, int]
    software: str = ""
    key: str = ""
    pair: int = 0

    @property
    def label(self) -> str:
        """What it is called among services; others look at that, too. Dots would make several labels of it."""
        return _cut(self.name.replace(".", " ").strip() or "camera", LABEL_BYTES - NUMBER_BYTES)

    def as_text(self) -> dict[str, str]:
        """Its TXT record. A name that has no room in it is cut: the hello has all of it."""
        major, minor = self.protocol
        entries = {"id": self.id, "name": self.name, "protocol": f"{major}.{minor}", "software": self.software}
        if self.key:
            entries["key"] = self.key
        if self.pair:
            entries["pair"] = str(self.pair)
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
        key, pair = entries.get(b"key", ""), entries.get(b"pair", "")
        return cls(
            id,
            name,
            (int(version[1]), int(version[2])),
            entries.get(b"software", "")[: limits.ID_CHARACTERS],
            key if is_key(key) else "",
            int(pair) if _PORT.fullmatch(pair) and int(pair) <= MOST_PORT else 0,
        )


def _written(value: bytes | None) -> str:
    return printable((value or b"")[:ENTRY_BYTES].decode(errors="replace"))


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")
