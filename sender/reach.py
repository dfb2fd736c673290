"""Who can see a camera that has begun, in a sentence for who began it."""

from typing import TYPE_CHECKING

from camwire.pairing.code import LASTS_SECONDS
from camwire.pairing.fingerprint import fingerprint

if TYPE_CHECKING:
    from sender.camera import Camera


def how_to_pair(camera: "Camera") -> str:
    """What to do with the code that is open; empty where there is none."""
    if not camera.pairing_code:
        return ""
    return (
        f"To see it, choose it in a viewer, and type the code there within {LASTS_SECONDS / 60:.0f} minutes. "
        f"Viewers pair at port {camera.pairing_port}."
    )


def reach(camera: "Camera") -> str:
    """A sentence that begins with a blank; nothing for a camera that only dials."""
    if camera.endpoint is None:
        return ""
    if camera.key:
        words = fingerprint(camera.key.encode())
        return f" Only paired viewers can see it, and everything is encrypted. Its key: {words}."
    if camera.endpoint.is_loopback:
        return " It can be reached only from this machine."
    return " It is OPEN to the network: everybody there can watch and talk, and nothing is encrypted."
