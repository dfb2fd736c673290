"""Why a control of a webcam cannot be set now, and what to set first so that it can."""

from collections.abc import Mapping

from camwire.controls import title_of
from sender.control import Control

GRABBED, READ_ONLY, INACTIVE = 0x2, 0x4, 0x10
"""Flags of linux/videodev2.h."""
BY_ITSELF = "The camera sets this by itself now."


def why_fixed(name: str, flags: int) -> str:
    """The sentence for a driver's `flags`; empty where the control can be set."""
    if flags & READ_ONLY:
        return f"{name} can only be read."
    if flags & INACTIVE:
        return BY_ITSELF
    if flags & GRABBED:
        return f"{name} is held by another program, or cannot be changed while pictures come."
    return ""


def with_way_out(control: Control, known: Mapping[str, Control]) -> str:
    """Why `control` is fixed; where another one of the `known` makes it so, which, and the value that frees it."""
    if control.fixed != BY_ITSELF:
        return control.fixed
    ruler = known.get(control.ruled_by)
    if ruler is None:
        return f"{BY_ITSELF} Change the control that rules it first."
    by_hand = "off" if ruler.kind == "boolean" else next((each for each in ruler.choices if "manual" in each), "")
    called = f"{ruler.title or title_of(ruler.name)} ({ruler.name})"
    return f"{BY_ITSELF} " + (f"Set {called} to {by_hand} first." if by_hand else f"Change {called} first.")
