"""Which keys a person may give to which action. Keys are as Qt writes them: `Ctrl+Shift+F`."""

from collections.abc import Mapping

from camwire.translation import phrase, tr
from viewer.core.actions import ACTIONS, BY_ID, ActionSpec, Where, keys_of

FIXED = (
    (phrase("Go to the camera beside"), phrase("Arrows")),
    (phrase("Change places with it"), phrase("Ctrl+arrows")),
    (phrase("Mark it as well"), phrase("Shift+arrows")),
    (phrase("Mark the camera, or no more"), "Ctrl+Space"),
    (phrase("Mark all cameras"), "Ctrl+A"),
    (phrase("Step back: marks, one camera alone, full screen"), "Esc"),
    (phrase("Find in the conversation"), "Ctrl+F"),
    (phrase("Send files"), "Ctrl+U"),
    (phrase("Say it about the picture shown now"), "Ctrl+P"),
    (phrase("Wider or narrower chat"), "Alt+Left, Alt+Right"),
)
"""What is no action, and so has keys that stay: words and keys."""
_TAKEN = frozenset(
    {
        *("Esc", "Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "Space", "Ctrl+Space", "Ctrl+A"),
        *("Ctrl+F", "Ctrl+U", "Ctrl+P", "Ctrl+C", "Ctrl+V", "Ctrl+X"),
        *("Alt+Left", "Alt+Right"),
        *(f"{held}{arrow}" for held in ("", "Ctrl+", "Shift+") for arrow in ("Left", "Right", "Up", "Down")),
    }
)
_HELD = ("Ctrl+", "Alt+", "Meta+")


def refusal_of(spec: ActionSpec, keys: str) -> str:
    """Why `keys` cannot be those of an action; empty: they can."""
    if keys in _TAKEN:
        return tr("These keys go on meaning what they mean in every window. Press others.")
    if spec.where is Where.WINDOW and not (keys.startswith(_HELD) or _is_function_key(keys)):
        return tr("This works while one types, too, so its keys need Ctrl or Alt, or are F1 to F12.")
    return ""


def owner_of(keys: str, chosen: Mapping[str, str], besides: str) -> ActionSpec | None:
    """The action, other than that of the id `besides`, which has these keys; None: they are free."""
    return next((spec for spec in ACTIONS if spec.id != besides and keys and keys_of(spec, chosen) == keys), None)


def with_keys(chosen: Mapping[str, str], id: str, keys: str) -> dict[str, str]:
    """What is chosen when the action has `keys`, and nobody else has. What is as in the table is not mentioned."""
    after = dict(chosen)
    owner = owner_of(keys, chosen, id)
    if owner is not None:
        after[owner.id] = ""
    after[id] = keys
    return {each: given for each, given in after.items() if each not in BY_ID or given != BY_ID[each].keys}


def sound(chosen: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """What of `chosen` a person could have given, and what not: keys that are refused, or that another action was given
    before. What is not known stays: another version may know it."""
    kept: dict[str, str] = {}
    refused: dict[str, str] = {}
    for id, keys in chosen.items():
        if id not in BY_ID:
            kept[id] = keys
            continue
        owner = owner_of(keys, kept, id)
        if keys and (refusal_of(BY_ID[id], keys) or (owner is not None and owner.id in kept)):
            refused[id] = keys
        else:
            kept = with_keys(kept, id, keys)
    return kept, refused


def _is_function_key(keys: str) -> bool:
    last = keys.rpartition("+")[2]
    return last.startswith("F") and last[1:].isdigit()
