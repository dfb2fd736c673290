"""Where in its picture a camera focuses, changed by what a person points at.

For cameras with the controls `focus_x`, `focus_y` and `focus_size`, in percent of all that the camera can show. While
its focus is set by hand, pointing switches `af_mode` to auto first: who points at something wants to see it.
`af_metering` tells whether it focuses there or as it likes, `af_state` how far it is.
"""

from viewer.core.controls.camera_controls import CameraControls
from viewer.core.controls.pointing import Area, ask, numbers
from viewer.core.controls.zooming import WHOLE, view_of

# The size first: a large window cannot lie at the edge.
NAMES = ("focus_size", "focus_x", "focus_y")
MODE, AUTO = "af_mode", "auto"
WHERE, THERE = "af_metering", "windows"
STATE = "af_state"
# Of the sides of the picture, where a person has named a point only.
POINT_SHARE = 0.2


def can_focus(controls: CameraControls) -> bool:
    """Whether the camera can be told where to focus."""
    rows = [controls.row(name) for name in NAMES]
    if not controls.is_here or any(row is None or row.kind != "number" for row in rows):
        return False
    return not _is_by_hand(controls) or _can_begin(controls)


def focus_at(controls: CameraControls, x: float, y: float) -> None:
    """Have the camera focus around a point of the picture as the camera has it."""
    half = POINT_SHARE / 2
    focus_on(controls, Area(x - half, y - half, x + half, y + half))


def focus_on(controls: CameraControls, area: Area) -> None:
    """Have the camera focus on a part of the picture as the camera has it."""
    if _is_by_hand(controls) and _can_begin(controls):
        controls.set(MODE, AUTO)
    where = controls.row(WHERE)
    if where is not None and THERE in where.choices and _now(controls, WHERE) != THERE:
        # It would follow by itself; but so it can be shown at once.
        controls.set(WHERE, THERE)
    view = view_of(controls) or WHOLE
    x, y = view.seen(*area.middle)
    size = max(area.right - area.left, area.bottom - area.top) * 100 / view.zoom
    for name, number in zip(NAMES, (size, x, y), strict=True):
        ask(controls, name, number)


def focused_on(controls: CameraControls) -> Area | None:
    """On which part of the picture, as the camera has it, the camera focuses; None where it does as it likes."""
    now = numbers(controls, NAMES)
    where = _now(controls, WHERE)
    if len(now) < len(NAMES) or not can_focus(controls) or _is_by_hand(controls):
        return None
    if where is not None and where != THERE:
        return None
    size, x, y = now
    view = view_of(controls) or WHOLE
    across, down = view.shown(x, y)
    half = size * view.zoom / 200
    return Area(across - half, down - half, across + half, down + half)


def state_of(controls: CameraControls) -> str:
    """How far the camera is: idle, scanning, focused or failed; empty where it does not say."""
    state = controls.value(STATE)
    return state if isinstance(state, str) else ""


def _is_by_hand(controls: CameraControls) -> bool:
    """Whether there is nothing to be told, and nobody has asked for that to change."""
    rows = (controls.row(name) for name in NAMES)
    return any(row is not None and row.fixed for row in rows) and _now(controls, MODE) != AUTO


def _can_begin(controls: CameraControls) -> bool:
    mode = controls.row(MODE)
    return mode is not None and not mode.fixed and AUTO in mode.choices


def _now(controls: CameraControls, name: str) -> object:
    pending = controls.pending(name)
    return controls.value(name) if pending is None else pending
