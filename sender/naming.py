"""What a camera is called, and how a viewer recognises it."""

import hashlib
import socket
import unicodedata

from camwire import limits
from camwire.errors import UsageError

# Control characters, halves of characters, and line ends. Joiners stay: emoji are made with them.
_UNSPEAKABLE = ("Cc", "Cs", "Zl", "Zp")


def host_name() -> str:
    """The name of this computer, as long as fits on a tile."""
    return socket.gethostname()[: limits.NAME_CHARACTERS] or "camera"


def checked_name(name: str) -> str:
    """Return `name` without surrounding blanks. Raises UsageError when it fits on no tile."""
    name = name.strip()
    if not name:
        raise UsageError("The name is empty. Give the camera one that tells people where it is, like porch.")
    if len(name) > limits.NAME_CHARACTERS:
        raise UsageError(f"The name has {len(name):,} characters; at most {limits.NAME_CHARACTERS} fit on a tile.")
    if not is_speakable(name):
        raise UsageError("The name holds a control character. Use letters, digits, signs and blanks.")
    return name


def is_speakable(text: str) -> bool:
    """Whether `text` can be shown in one line."""
    return not any(unicodedata.category(each) in _UNSPEAKABLE for each in text)


def camera_id(name: str) -> str:
    """The same for the same name on the same computer, after every restart."""
    return hashlib.sha256(f"{socket.gethostname()}\0{name}".encode()).hexdigest()[:32]
