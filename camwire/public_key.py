"""How a public key is written: 32 bytes as Z85, 40 characters."""

import re

PATTERN = r"^[0-9a-zA-Z.\-:+=^!/*?&<>()\[\]{}@%$#]{40}\Z"
_KEY = re.compile(PATTERN)


def is_key(text: str) -> bool:
    """Whether `text` is written like a key."""
    return _KEY.fullmatch(text) is not None
