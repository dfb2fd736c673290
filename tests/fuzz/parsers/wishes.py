"""What a second start of the viewer asks of the one that runs, and what a camera program says that it could show."""

from contextlib import suppress

from viewer.core.own.sources import understood
from viewer.core.wishes import Wishes

READS = ("viewer.core.wishes",)


def take(data: bytes) -> None:
    """What was read is the same when it is passed on."""
    with suppress(ValueError):
        wishes = Wishes.decoded(data)
        assert Wishes.decoded(wishes.encoded()) == wishes
    understood(data, data)


def seeds() -> dict[str, bytes]:
    full = Wishes(
        cameras=("tcp://porch:5600",), listen=("tcp://*:5555",), demo=4, files=("/a/Tür\udcff",), full_screen=True
    )
    sources = b'{"sources": [{"kind": "webcam", "name": "Desk", "source": "webcam:0"}]}'
    return {"full": full.encoded(), "nothing": Wishes().encoded(), "sources": sources}
