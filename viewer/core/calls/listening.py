"""Where cameras may call."""

from camwire.endpoint import SECURE, Endpoint
from camwire.errors import UsageError
from camwire.translation import tr

LISTENED = ("", SECURE, "pair", "sub", "pull")


def require_listening(endpoint: Endpoint) -> None:
    """Refuse a pattern at which no camera calls. Raises UsageError."""
    if endpoint.pattern not in LISTENED:
        known = ", ".join(f"{each}+tcp://" for each in LISTENED if each)
        raise UsageError(
            tr(
                "{endpoint} is no place to listen at. A viewer listens at tcp://, {known}.",
                endpoint=endpoint,
                known=known,
            )
        )
