"""What cameras say of themselves on the network: a TXT record as it travels, and the address beside it."""

from ipaddress import ip_address

from camwire.discovery import Announced
from camwire.endpoint import Endpoint
from tests.fuzz.framed import apart, joined
from viewer.core.finding.found import found_camera

READS = ("camwire.discovery", "viewer.core.finding.found")


def take(data: bytes) -> None:
    """The first message has the entries of the record; what stands behind it is the label, addresses and the port."""
    entries, *rest = apart(data)
    text = dict(_entry(entry) for entry in entries)
    label, *addresses = rest[0] if rest else [b""]
    known = [ip_address(each) for each in addresses if len(each) in (4, 16)]
    port = int.from_bytes(label[:2], "big")
    found = found_camera(text, label.decode("utf-8", "replace"), known, port, [])
    announced = Announced.read(text, "a camera")
    if announced is not None:
        again = {key.encode(): value.encode() for key, value in announced.as_text().items()}
        assert all(len(key) + len(value) < 255 for key, value in again.items())
        assert len(announced.label.encode()) <= 63
        assert Announced.read(again) is not None
    if found is not None:
        assert Endpoint.parse(str(found.endpoint)) == found.endpoint


def _entry(entry: bytes) -> tuple[bytes, bytes | None]:
    key, sign, value = entry.partition(b"=")
    return key, value if sign else None


def seeds() -> dict[str, bytes]:
    said = [
        Announced("cam-1", "Porch", (1, 1), "watchword 0.1"),
        Announced("c", "Tür.\u202e", (1, 0)),
        Announced("c", "é" * 200, (1, 9)),
    ]
    beside = [b"\x15\xe0porch", bytes([192, 168, 1, 20]), bytes(15) + b"\1"]
    return {
        f"camera-{number}": joined([[f"{key}={value}".encode() for key, value in each.as_text().items()], beside])
        for number, each in enumerate(said)
    }
