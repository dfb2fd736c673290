"""Who else could see what a camera shows, and speak in its place."""

from enum import Enum

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from viewer.core.sessions.identity import CameraIdentity


class Security(Enum):
    """How the link to a camera is."""

    ENCRYPTED = "encrypted"
    """It has proved a key, and nobody reads along."""
    HERE = "here"
    """It does not leave this computer."""
    OPEN = "open"
    """A camera of ours that everybody on its network may see, by the wish of who runs it."""
    UNPROTECTED = "unprotected"
    """Another format: nobody knows who is at the other end."""


def security_of(identity: CameraIdentity, is_foreign: bool) -> Security:
    """Which of them it is."""
    if identity.is_secured:
        return Security.ENCRYPTED
    if is_foreign:
        return Security.UNPROTECTED
    return Security.HERE if _is_here(identity.endpoint) else Security.OPEN


def _is_here(address: str) -> bool:
    try:
        return Endpoint.parse(address).is_loopback
    except UsageError:
        return False
