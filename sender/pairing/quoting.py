"""Text of others in files of ours."""

import json


def quoted(text: str) -> str:
    """Any text for TOML."""
    # What JSON quotes TOML reads, but for one character.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
