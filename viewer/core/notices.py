"""What a person is told of callers that are not on the wall: each thing once a minute, however often they knock."""

from collections.abc import Callable

from camwire.endpoint import Endpoint
from camwire.link import Knock

QUIET_SECONDS = 60.0
MOST_REMEMBERED = 1000

_KNOCKS = {
    Knock.PATTERN: "A camera using another pattern knocked at port {port}. {expected}",
    Knock.SECURITY: "A camera with other security or keys knocked at port {port}, and was not let in. "
    "Both ends need the same secure_mode and the same key files.",
    Knock.STRANGER: "Something that is no camera knocked at port {port}, or one that went away at once.",
}
_EXPECTED = {
    "": "That port takes tcp:// cameras of Watchword, VidGear pattern 1 and imagezmq REQ.",
    "pair": "That port takes VidGear pattern 0 (pair).",
    "sub": "That port takes VidGear pattern 2 (publish).",
    "pull": "That port takes NetGear_Async pattern 3 (push).",
}


class Notices:
    """Passes sentences to `tell`; the same one not again within a minute."""

    def __init__(self, tell: Callable[[str], None], clock: Callable[[], float]) -> None:
        self._tell = tell
        self._clock = clock
        self._told: dict[str, float] = {}

    def knocked(self, endpoint: Endpoint, knock: Knock) -> None:
        """Somebody called who could not be let in."""
        expected = _EXPECTED.get(endpoint.pattern, "")
        self._say(_KNOCKS[knock].format(port=endpoint.port, expected=expected).strip())

    def not_understood(self, endpoint: Endpoint, address: str) -> None:
        """Somebody sent what no camera says."""
        where = f" from {address}" if address else ""
        self._say(f"What came{where} at port {endpoint.port} is nothing that a camera says. Check what sends there.")

    def _say(self, sentence: str) -> None:
        now = self._clock()
        if now - self._told.get(sentence, float("-inf")) < QUIET_SECONDS:
            return
        if len(self._told) >= MOST_REMEMBERED:
            self._told.clear()
        self._told[sentence] = now
        self._tell(sentence)
