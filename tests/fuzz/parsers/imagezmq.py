"""Messages of imagezmq cameras, as the viewer hears them."""

from tests.fuzz import hearing

READS = ("camwire.dialects.imagezmq", *hearing.READS)


def take(data: bytes) -> None:
    hearing.hear("imagezmq", data)


def seeds() -> dict[str, bytes]:
    return hearing.recorded("imagezmq")
