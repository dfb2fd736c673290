"""How well a camera is known that says on the network that it is there. It has proved nothing yet."""

from enum import Enum, auto

from viewer.core.finding.found import FoundCamera
from viewer.core.pairing.keyring import Keyring


class Familiarity(Enum):
    """What to do with it, as far as it says the truth."""

    OPEN = auto()
    """It does not encrypt, and shows itself to everybody."""
    PAIRED = auto()
    """It has a key that is known."""
    UNPAIRED = auto()
    """It has one that is not."""
    OTHER_KEY = auto()
    """It has another one, or none, than the camera of its id that is known."""


def familiarity(camera: FoundCamera, keyring: Keyring) -> Familiarity:
    """Which of them it is."""
    if keyring.is_impostor(camera.id, camera.key):
        return Familiarity.OTHER_KEY
    if not camera.key:
        return Familiarity.OPEN
    return Familiarity.PAIRED if keyring.find(camera.key) else Familiarity.UNPAIRED
