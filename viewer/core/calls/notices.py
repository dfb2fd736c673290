"""What a person is told of callers that are not on the wall: each thing once a minute, however often they knock."""

import logging
from collections.abc import Callable

from camwire.endpoint import SECURE, Endpoint
from camwire.link import Knock, Offence
from camwire.repeats import Repeats
from camwire.translation import phrase, tr

log = logging.getLogger(__name__)

QUIET_SECONDS = 60.0

_KNOCKS = {
    Knock.PATTERN: phrase(
        "A camera using another pattern knocked at port {port}. {expected} Change the pattern in "
        "its script, or listen for it at another port; then restart the script: once refused, it "
        "may not call again."
    ),
    Knock.SECURITY: phrase(
        "A camera with other security or keys knocked at port {port}, and was not let in. Both "
        "ends need the same secure_mode and the same key files. Then restart its script."
    ),
    Knock.STRANGER: phrase(
        "Something knocked at port {port} and hung up: a camera using another pattern or other "
        "security, or no camera at all. {expected} If it is a camera, mend its script and "
        "restart it."
    ),
}
_PAIRED_ELSEWHERE = phrase("Paired cameras call at a port of their own: secure+tcp://")
_NOT_PAIRED = phrase(
    "A camera that this viewer is not paired with knocked at port {port}, and was not let in. Pair with it first, or "
    "end it."
)
_IMPOSTOR = phrase(
    "A camera that called at port {port} from {address} uses the id of another one, and has not its key. It was not "
    "let in: somebody may pass for it. If it was set up anew, pair with it again."
)
_EXPECTED = {
    "": phrase("That port takes tcp:// cameras of Watchword, VidGear pattern 1 and imagezmq REQ."),
    "pair": phrase("That port takes VidGear pattern 0 (pair)."),
    "sub": phrase("That port takes VidGear pattern 2 (publish)."),
    "pull": phrase("That port takes NetGear_Async pattern 3 (push)."),
}


class Notices:
    """Passes sentences to `tell`; the same one not again within a minute."""

    def __init__(self, tell: Callable[[str], None], clock: Callable[[], float]) -> None:
        self._tell = tell
        self._clock = clock
        self._told = Repeats(QUIET_SECONDS)

    def knocked(self, endpoint: Endpoint, knock: Knock) -> None:
        """Somebody called who could not be let in."""
        exact = (_sentence(endpoint, each) for each in (Knock.PATTERN, Knock.SECURITY))
        if knock is Knock.STRANGER and any(map(self._is_fresh, exact)):
            # Of two ends that do not match, the first to see it hangs up, and to the other it is a stranger.
            return
        self._say(_sentence(endpoint, knock))

    def impostor(self, endpoint: Endpoint, address: str) -> None:
        """Somebody called by the id of a camera that is known by another key."""
        self._say(tr(_IMPOSTOR, port=endpoint.port, address=address or "?"))

    def not_understood(self, endpoint: Endpoint, address: str) -> None:
        """Somebody sent what no camera says."""
        port = endpoint.port
        self._say(
            tr(
                "What came from {address} at port {port} is nothing that a camera says. Check what sends there.",
                address=address,
                port=port,
            )
            if address
            else tr("What came at port {port} is nothing that a camera says. Check what sends there.", port=port)
        )

    def offended(self, offence: Offence, who: str) -> None:
        """Somebody was over a limit: `who`, if that is known."""
        self._say(offence.sentence(who))

    def _say(self, sentence: str) -> None:
        if self._told.is_new(sentence, self._clock()):
            log.warning("%s", sentence)
            self._tell(sentence)

    def _is_fresh(self, sentence: str) -> bool:
        return self._told.was_said(sentence, self._clock())


def _sentence(endpoint: Endpoint, knock: Knock) -> str:
    if endpoint.pattern == SECURE:
        return tr(_NOT_PAIRED, port=endpoint.port)
    if endpoint.pattern == "" and knock is Knock.SECURITY:
        return f"{tr(_KNOCKS[knock], port=endpoint.port)} {tr(_PAIRED_ELSEWHERE)}"
    expected = tr(_EXPECTED.get(endpoint.pattern, ""))
    return tr(_KNOCKS[knock], port=endpoint.port, expected=expected).strip()
