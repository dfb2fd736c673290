"""Why nothing is shown of a camera that is there: what its key, or the lack of one, means, in sentences."""

from typing import NamedTuple

from camwire.endpoint import Endpoint
from camwire.translation import phrase, tr
from viewer.core.calls.approach import Meaning
from viewer.core.sessions.state import Phase


class KeyTrouble(NamedTuple):
    """The state of the tile, and the sentence in it."""

    phase: Phase
    sentence: str


def told_of(camera: str, sentence: str) -> str:
    """What the whole wall is told of one camera's trouble."""
    return f"{camera}: {sentence}"


_TROUBLES = {
    Meaning.UNPAIRED: (
        Phase.UNPAIRED,
        phrase("This camera shows itself only to viewers that it knows. Pair with it, by a code that it shows."),
    ),
    Meaning.FORGOTTEN: (
        Phase.UNPAIRED,
        phrase("This camera does not know this viewer any more. Pair with it again, by a code that it shows."),
    ),
    Meaning.CHANGED: (
        Phase.ALARM,
        phrase(
            "What answers at {where} has not the key of the camera that you paired with. Somebody may pass for it. If "
            "it was set up anew, pair with it again."
        ),
    ),
    Meaning.UNENCRYPTED: (
        Phase.ALARM,
        phrase(
            "What answers at {where} does not encrypt, as the camera that you paired with did. Somebody may pass for "
            "it. If it runs with --open now, start it without."
        ),
    ),
}
IMPOSTOR = phrase(
    "What answers at {where} calls itself by the id of a camera that you paired with, and has not its key. Somebody "
    "may pass for it. If it was set up anew, pair with it again."
)


def key_trouble(meaning: Meaning, where: Endpoint) -> KeyTrouble:
    """What a `meaning` that is neither ORDINARY nor AGAIN is to a person."""
    phase, sentence = _TROUBLES[meaning]
    return KeyTrouble(phase, tr(sentence, where=where))


def impostor(where: Endpoint) -> KeyTrouble:
    """A camera calls itself by the id of another one."""
    return KeyTrouble(Phase.ALARM, tr(IMPOSTOR, where=where))
