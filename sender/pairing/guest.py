"""Somebody at a camera's link: how the camera knows them, and what they may do."""

import json
from dataclasses import dataclass

from camwire.rights import Rights

# Before the key in the name of a conversation. No viewer can call itself so: see `conversation_id`.
_PROVED = "curve:"
_CLAIMED = "id:"


@dataclass(frozen=True, slots=True)
class Guest:
    """`key` (Z85) is proved; empty on a link that is not encrypted, where everybody may do everything. `name` is that
    by which the camera knows a paired viewer; empty: what it calls itself."""

    key: str = ""
    name: str = ""
    rights: Rights = Rights.CONTROL


ANYBODY = Guest()


def conversation_id(guest: Guest, claimed: str) -> str:
    """With whom a conversation is: who has proved a key shares none with whoever claims the same id."""
    if guest.key:
        return f"{_PROVED}{guest.key} {claimed}"
    return f"{_CLAIMED}{claimed}" if claimed.startswith((_PROVED, _CLAIMED)) else claimed


def key_in(peer: str) -> str:
    """The key of whom the conversation of that name is with (see `Conversations`); empty where none was proved."""
    viewer_id = str(json.loads(peer)[0])
    return viewer_id.removeprefix(_PROVED).partition(" ")[0] if viewer_id.startswith(_PROVED) else ""
