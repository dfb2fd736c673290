"""The viewer's settings."""

import msgspec

from tests.fuzz import scratch
from tests.fuzz.equal import same
from viewer.core.settings import (
    CameraSettings,
    GroupSettings,
    MotionSettings,
    OtherWindowSettings,
    OwnCameraSettings,
    PresetSettings,
    Settings,
    SettingsFile,
    ViewSettings,
)
from viewer.core.wall.layout import Layout

READS = ("viewer.core.settings", "viewer.core.wall.layout")
FOLDER = scratch.folder()
FULL = Settings(
    viewer_id="0123456789abcdef",
    camera=[CameraSettings(endpoint="tcp://porch:5600", name="Porch", own_name="cam")],
    group=[GroupSettings(name="Garden", cameras=["a", "b"])],
    layout=[Layout(order=("a", "b"))],
    other_window=[OtherWindowSettings(cameras=["a"])],
    own=[OwnCameraSettings(endpoint="tcp://127.0.0.1:5601", source="webcam:0", name="Desk")],
    preset=[PresetSettings(camera="a", name="Night", values={"gain": 2.5, "on": True, "n": 3, "mode": "auto"})],
    view=[ViewSettings(camera="a", turns=1)],
    motion=[MotionSettings(camera="a", on=True, region=(0.1, 0.2, 0.3, 0.4))],
    keys={"wall.mute": "Ctrl+M"},
)


def take(data: bytes) -> None:
    """What was read can be written, and is the same after; what has errors is kept aside, byte by byte."""
    path = FOLDER / "settings.toml"
    path.write_bytes(data)
    file = SettingsFile(path)
    (aside, *more) = [each for each in FOLDER.iterdir() if each != path] or [None]
    assert not more
    assert (aside is None) == (not file.notice)
    if aside is not None:
        assert aside.read_bytes() == data
        aside.unlink()
    else:
        file.save()
        assert same(SettingsFile(path).settings, file.settings)


def seeds() -> dict[str, bytes]:
    return {"full": msgspec.toml.encode(FULL), "new": msgspec.toml.encode(Settings(viewer_id="0")), "empty": b""}
