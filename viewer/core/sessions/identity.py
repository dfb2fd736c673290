"""How the wall knows a camera."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CameraIdentity:
    """`key` in the wall's settings, `endpoint` to show, `given_name` as the person chose, `own_name` as the camera
    called itself when it was last heard, `label` as the wall tells it from others that say no more of themselves.
    `is_secured`: it proved a key; `camera_key` is that, of a camera of ours (Z85)."""

    key: str
    endpoint: str
    given_name: str = ""
    own_name: str = ""
    label: str = ""
    is_secured: bool = False
    camera_key: str = ""
