"""What REQ sockets put before a message, so that the answer finds its way back (RFC 28/REQREP of ZeroMQ).

A REQ socket begins with an empty part; VidGear's also put a request number of four bytes before it
(`ZMQ_REQ_CORRELATE`), until their first reconnect. An answer begins with the same parts.
"""

from camwire.frame import Payload

REQUEST_BYTES = 4
EMPTY = (b"",)


def strip(parts: list[Payload]) -> tuple[tuple[bytes, ...], list[Payload]]:
    """Return the envelope (empty if there is none) and the message. None of our own messages begins like one."""
    if parts and not len(parts[0]):
        return EMPTY, parts[1:]
    if len(parts) > 1 and len(parts[0]) == REQUEST_BYTES and not len(parts[1]):
        return (bytes(parts[0]), b""), parts[2:]
    return (), parts
