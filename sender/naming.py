"""What a camera is called, and how a viewer recognises it."""

import hashlib
import socket
import uuid

from camwire import limits
from camwire.errors import UsageError
from camwire.printable import is_printable, is_seen


def host_name() -> str:
    """The name of this computer, as long as fits on a tile."""
    return socket.gethostname()[: limits.NAME_CHARACTERS] or "camera"


def checked_name(name: str) -> str:
    """Return `name` without surrounding blanks. Raises UsageError when it fits on no tile."""
    if not isinstance(name, str):
        raise UsageError(f"The name {name!r} is no text. Write it in quotes, like 'porch'.")
    name = name.strip()
    if is_printable(name) and not is_seen(name):
        raise UsageError("The name is empty. Give the camera one that tells people where it is, like porch.")
    if len(name) > limits.NAME_CHARACTERS:
        raise UsageError(f"The name has {len(name):,} characters; at most {limits.NAME_CHARACTERS} fit on a tile.")
    if not is_printable(name):
        raise UsageError("The name holds a control character. Use letters, digits, signs and blanks.")
    return name


def camera_id(name: str, source: str) -> str:
    """The same for the same name and source on the same computer, after every restart.

    The network hardware counts in: computers made from one system image share even their host name.
    """
    node = uuid.getnode()
    is_made_up = bool(
        node >> 40 & 1
    )  # RFC 9562, section 6.10: no hardware address was found; it differs at every start
    computer = f"{socket.gethostname()}\0{'' if is_made_up else node}"
    return hashlib.sha256(f"{computer}\0{name}\0{source}".encode()).hexdigest()[:32]
