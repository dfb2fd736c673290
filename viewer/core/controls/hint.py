"""What a person is told of pointing at the picture of a camera."""

from camwire.translation import tr
from viewer.core.controls.camera_controls import CameraControls
from viewer.core.controls.focusing import can_focus
from viewer.core.controls.zooming import view_of


def hint(controls: CameraControls) -> str:
    """What one can do in the picture, as a sentence; empty where that is nothing."""
    is_zoomed, is_focused = view_of(controls) is not None, can_focus(controls)
    if is_zoomed and is_focused:
        return tr(
            "In the picture: click to focus there, drag a frame or turn the wheel to zoom, Shift and drag to focus."
        )
    if is_zoomed:
        return tr("In the picture: drag a frame or turn the wheel to zoom.")
    return tr("In the picture: click to focus there, or drag a frame to focus on it.") if is_focused else ""
