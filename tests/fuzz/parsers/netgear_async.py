"""Messages of VidGear cameras (NetGear_Async), as the viewer hears them."""

from tests.fuzz import hearing

READS = ("camwire.dialects.netgear_async", *hearing.READS)


def take(data: bytes) -> None:
    hearing.hear("netgear_async", data)


def seeds() -> dict[str, bytes]:
    return hearing.recorded("netgear_async")
