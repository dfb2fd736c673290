"""How a ZeroMQ program shakes hands, asked by hand.

One that encrypts, and is called by somebody who does not, hangs up on reading that; one with much to do before it has
said why. Who says nothing of itself before it has heard the other is told. Source: ZMTP 3.1 (ZeroMQ RFC 37), greeting.
"""

import asyncio

ASKING_SECONDS = 2.0
_SIGNATURE = b"\xff" + bytes(8) + b"\x7f"
_VERSION = b"\x03"
_REST = b"\x00" + b"NULL".ljust(20, b"\0") + bytes(32)
_GREETING_BYTES = 64
_MECHANISM = slice(12, 32)


async def mechanism_at(address: str, port: int) -> str:
    """What the program at this IP address secures its connections by: NULL, PLAIN or CURVE; empty if it says nothing
    like it within `ASKING_SECONDS`, or nobody is there. It takes us for a caller without a key."""
    try:
        async with asyncio.timeout(ASKING_SECONDS):
            reader, writer = await asyncio.open_connection(address, port, limit=_GREETING_BYTES)
            try:
                return await _asked(reader, writer)
            finally:
                writer.close()
    except (OSError, TimeoutError, asyncio.IncompleteReadError):
        return ""


async def _asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> str:
    # With that it says everything, and has read nothing yet that it could mind.
    writer.write(_SIGNATURE + _VERSION)
    greeting = await reader.readexactly(_GREETING_BYTES)
    if greeting[0] != _SIGNATURE[0] or greeting[len(_SIGNATURE) - 1] != _SIGNATURE[-1]:
        return ""
    # To hang up now would be what programs do that speak no ZeroMQ.
    writer.write(_REST)
    return greeting[_MECHANISM].rstrip(b"\0").decode("ascii", "replace")
