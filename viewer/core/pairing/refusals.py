"""Why it did not come to a pairing, and what to do then, in sentences."""

from camwire.pairing.asking import Refused, Trouble
from camwire.translation import phrase, tr

_SENTENCES = {
    Trouble.CLOSED: phrase("No code is open at the camera any more. Have it show a new one: watchword-camera pair"),
    Trouble.WRONG: phrase(
        "The code is not right, and this was the last try. Have the camera show a new one. If it was right, somebody "
        "may stand between it and you: pair on another network, or by a cable."
    ),
    Trouble.BUSY: phrase("Too many ask at the camera at once. Wait a moment, and try again."),
    Trouble.VERSION: phrase("This viewer and the camera pair in different ways. Bring both to the same version."),
    Trouble.IMPOSTOR: phrase(
        "What answers says that the code is right, and does not know it: somebody may pass for the camera. Nothing was "
        "kept. Try again on another network, or by a cable."
    ),
}


def sentence_of(refused: Refused) -> str:
    """What a person reads."""
    if refused.trouble is Trouble.WRONG and refused.tries > 0:
        return tr("The code is not right. %n tries are left.", refused.tries)
    return tr(_SENTENCES[refused.trouble])
