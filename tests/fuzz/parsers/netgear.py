"""Messages of VidGear cameras (NetGear), as the viewer hears them."""

from tests.fuzz import hearing

READS = ("camwire.dialects.netgear", *hearing.READS)


def take(data: bytes) -> None:
    hearing.hear("netgear", data)


def seeds() -> dict[str, bytes]:
    return hearing.recorded("netgear")
