"""Settings: one TOML file, typed, checked, written atomically. A file that cannot be read is kept aside."""

import os
from pathlib import Path
from typing import Annotated

import msgspec

VERSION = 1
LEAST_SHARE, MOST_SHARE = 0.2, 0.6
"""How much of a tile's width a chat beside the picture may take."""
LEAST_MBIT, MOST_MBIT = 0.1, 100_000.0
PRESET_CHARACTERS = 60

Weight = Annotated[float, msgspec.Meta(gt=0, le=1)]


class CameraSettings(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One camera the wall remembers. `name` is the person's own choice; empty means the camera's own name, of which
    `own_name` is what was heard last."""

    endpoint: str
    name: str = ""
    own_name: str = ""


class CallerSettings(msgspec.Struct, kw_only=True):
    """What the person calls a camera that calls us; `key` is its session's key."""

    key: str
    name: str


class ListenSettings(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A port at which cameras may call. `open` allows it to be reached from other computers."""

    endpoint: str
    open: bool = False


class OwnCameraSettings(msgspec.Struct, kw_only=True):
    """A camera of this computer, whose program is started with the viewer and listens at `endpoint`; `source` is what
    follows `--source`."""

    endpoint: str
    source: str
    name: str


class PresetSettings(msgspec.Struct, kw_only=True):
    """What was set at the camera with the session's key `camera`, under a name; `values` by the controls' names."""

    camera: str
    name: Annotated[str, msgspec.Meta(max_length=PRESET_CHARACTERS)]
    values: dict[str, bool | int | float | str] = msgspec.field(default_factory=dict)


class WallSettings(msgspec.Struct, kw_only=True):
    """The arrangement: order of tiles, boundaries, what is open. Keys are the sessions' keys."""

    order: list[str] = msgspec.field(default_factory=list)
    row_weights: list[Weight] = msgspec.field(default_factory=list)
    column_weights: dict[str, list[Weight]] = msgspec.field(default_factory=dict)
    chats: list[str] = msgspec.field(default_factory=list)
    chat_share: Annotated[float, msgspec.Meta(ge=LEAST_SHARE, le=MOST_SHARE)] = 0.34
    maximised: str = ""
    ceiling_mbit: Annotated[float, msgspec.Meta(ge=0, le=MOST_MBIT)] = 0.0
    """Mbit/s that all pictures may take together; 0: as much as they need."""


class WindowSettings(msgspec.Struct, kw_only=True):
    """Size of the window in device-independent pixels."""

    width: Annotated[int, msgspec.Meta(ge=320, le=20_000)] = 1280
    height: Annotated[int, msgspec.Meta(ge=240, le=20_000)] = 800
    statistics: bool = False
    captions: bool = False


class Settings(msgspec.Struct, kw_only=True):
    """Everything that is remembered between runs."""

    version: int = VERSION
    viewer_id: str = msgspec.field(default_factory=lambda: os.urandom(8).hex())
    window: WindowSettings = msgspec.field(default_factory=WindowSettings)
    wall: WallSettings = msgspec.field(default_factory=WallSettings)
    camera: list[CameraSettings] = msgspec.field(default_factory=list)
    listen: list[ListenSettings] = msgspec.field(default_factory=list)
    caller: list[CallerSettings] = msgspec.field(default_factory=list)
    own: list[OwnCameraSettings] = msgspec.field(default_factory=list)
    preset: list[PresetSettings] = msgspec.field(default_factory=list)


class SettingsFile:
    """The settings and the file they live in. `notice` is a sentence for the person, empty if all is well.

    No file means defaults. A file with errors, or of a newer version, is renamed, never overwritten; one that can
    neither be read nor renamed is left alone, and nothing is saved in this run.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.settings = Settings()
        self.notice = ""
        self._may_save = True
        self._load()

    def save(self) -> None:
        """Write so that a crash leaves the old file or the new one, whole. Raises OSError."""
        if not self._may_save:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        # Here and not above: the first window waits for this module.
        import tempfile

        handle, temporary = tempfile.mkstemp(dir=self.path.parent, prefix=self.path.name, suffix=".new")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.toml.encode(self.settings))
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self.path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def _load(self) -> None:
        try:
            self.settings = _decoded(self.path.read_bytes())
        except FileNotFoundError:
            pass
        except OSError as error:
            self._may_save = False
            self.notice = (
                f"{self.path} cannot be read ({error.strerror}). "
                "The wall starts with default settings and saves none. Make the file readable and start again."
            )
        except (ValueError, RecursionError) as error:
            self._keep_aside(str(error))

    def _keep_aside(self, why: str) -> None:
        aside = _free_name(self.path)
        try:
            self.path.rename(aside)
        except OSError as error:
            self._may_save = False
            self.notice = (
                f"{self.path} has an error: {why}. It could not be kept aside ({error.strerror}), so nothing is saved. "
                "Mend the file and start again."
            )
        else:
            self.notice = (
                f"{self.path.name} has an error: {why}. It was kept as {aside}; the wall starts with defaults."
            )


def _decoded(text: bytes) -> Settings:
    settings = msgspec.toml.decode(text, type=Settings)
    if settings.version > VERSION:
        raise ValueError(f"it is of version {settings.version}, and this viewer knows {VERSION}")
    return settings


def _free_name(path: Path) -> Path:
    aside, number = path.with_name(f"{path.name}.broken"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.broken-{number}")
    return aside
