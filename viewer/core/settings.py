"""Settings: one TOML file, typed, checked, written atomically. A file that cannot be read is kept aside."""

import os
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from camwire.free_name import first_free
from camwire.rights import Rights
from camwire.translation import tr
from viewer.core.wall.layout import LAYOUT_CHARACTERS, Layout, Weight

VERSION = 1
LEAST_SHARE, MOST_SHARE = 0.2, 0.6
"""How much of a tile's width a chat beside the picture may take."""
LEAST_MBIT, MOST_MBIT = 0.1, 100_000.0
PRESET_CHARACTERS = 60
MOST_BEFORE_SECONDS = 60

Minute = Annotated[int, msgspec.Meta(ge=0, lt=24 * 60)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class CameraSettings(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One camera the wall remembers. `name` is the person's own choice; empty means the camera's own name, of which
    `own_name` is what was heard last. `key` is the public key it has to prove (Z85; empty: it has none), and `now_at`
    where it is since its address is another one than `endpoint`, by which the wall goes on to know it."""

    endpoint: str
    name: str = ""
    own_name: str = ""
    key: str = ""
    now_at: str = ""


class PairedSettings(msgspec.Struct, kw_only=True, omit_defaults=True):
    """Who proved by a code to be a camera: its public `key` (Z85), its own `id`, what the person calls it, what this
    viewer may do there, and since when (seconds of UTC)."""

    key: Annotated[str, msgspec.Meta(min_length=40, max_length=40)]
    id: str
    name: str
    rights: Rights = Rights.CONTROL
    when: int = 0


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


class ViewSettings(msgspec.Struct, kw_only=True, omit_defaults=True):
    """How the pictures of the camera with the session's key `camera` are turned: `turns` are quarters clockwise."""

    camera: str
    turns: Annotated[int, msgspec.Meta(ge=0, le=3)] = 0
    mirrored: bool = False


class MotionSettings(msgspec.Struct, kw_only=True, omit_defaults=True):
    """How motion is watched for at the camera with the session's key `camera`. `region` (left, top, right, bottom) is
    in shares of the picture; 0 `record_seconds`: nothing is recorded."""

    camera: str
    on: bool = False
    region: tuple[Share, Share, Share, Share] = (0.0, 0.0, 1.0, 1.0)
    sensitivity: Annotated[int, msgspec.Meta(ge=0, le=100)] = 50
    badge: bool = True
    line: bool = True
    record_seconds: Annotated[int, msgspec.Meta(ge=0, le=3600)] = 0


class RecordingSettings(msgspec.Struct, kw_only=True):
    """What is recorded how. Empty folders mean the usual ones; 0 minutes or Mbytes: a file is not split for that."""

    folder: str = ""
    snapshots: str = ""
    split_minutes: Annotated[int, msgspec.Meta(ge=0, le=24 * 60)] = 60
    split_mbytes: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 2000
    before_seconds: Annotated[int, msgspec.Meta(ge=0, le=MOST_BEFORE_SECONDS)] = 0
    """How much of what came before a recording was begun is part of it; 0: nothing is kept for that."""
    full_size: bool = True
    """Whether cameras are asked for their full size; else what is shown on the wall is recorded."""


class GeneralSettings(msgspec.Struct, kw_only=True):
    """How the program presents itself. Empty: as the system does."""

    language: str = ""
    theme: Literal["", "dark", "light"] = ""
    tray: bool = False
    close_to_tray: bool = False
    """Whether the window is only hidden when it is closed, while there is an icon to bring it back."""
    follow: bool = True
    """Whether paired cameras that do not answer are looked for at other addresses of the network."""
    greeted: bool = False
    """Whether the first run is over: the person has found, added or tried something, or wished to see no more of it."""
    ask_at_quit: bool = True
    """Whether the person is asked before the program ends, and with it what is being recorded."""


class NotificationSettings(msgspec.Struct, kw_only=True):
    """When the desktop is told what cameras say. `quiet_from` and `quiet_until` are minutes since midnight, local time;
    where they are equal there are no quiet hours."""

    shown: bool = True
    sound: bool = True
    quiet_from: Minute = 0
    quiet_until: Minute = 0


class WallSettings(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What a wall shows, how it is arranged, and what is open. Keys are the sessions' keys."""

    layout: Layout = msgspec.field(default_factory=Layout)
    unnamed: Layout = msgspec.field(default_factory=Layout)
    """What the wall goes back to from a layout with a name."""
    page: Annotated[int, msgspec.Meta(ge=0)] = 0
    chats: list[str] = msgspec.field(default_factory=list)
    chat_share: Annotated[float, msgspec.Meta(ge=LEAST_SHARE, le=MOST_SHARE)] = 0.34
    maximised: str = ""
    ceiling_mbit: Annotated[float, msgspec.Meta(ge=0, le=MOST_MBIT)] = 0.0
    """Mbit/s that all pictures may take together; 0: as much as they need."""
    old_order: tuple[str, ...] = msgspec.field(default=(), name="order")
    old_row_weights: tuple[Weight, ...] = msgspec.field(default=(), name="row_weights")
    old_column_weights: dict[str, tuple[Weight, ...]] = msgspec.field(default_factory=dict, name="column_weights")

    def __post_init__(self) -> None:
        """A wall that was kept before there were layouts becomes one."""
        if self.old_order:
            self.layout = Layout(
                order=self.old_order, row_weights=self.old_row_weights, column_weights=self.old_column_weights
            )
        self.old_order, self.old_row_weights, self.old_column_weights = (), (), {}


class GroupSettings(msgspec.Struct, kw_only=True):
    """Cameras that belong together, under a name; keys are the sessions' keys."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=LAYOUT_CHARACTERS)]
    cameras: list[str] = msgspec.field(default_factory=list)


class OtherWindowSettings(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One more window: its cameras by their keys, how they are arranged, and where it is (as Qt writes it)."""

    cameras: list[str] = msgspec.field(default_factory=list)
    wall: WallSettings = msgspec.field(default_factory=WallSettings)
    place: str = ""


class WindowSettings(msgspec.Struct, kw_only=True):
    """Size of the window in device-independent pixels."""

    width: Annotated[int, msgspec.Meta(ge=320, le=20_000)] = 1280
    height: Annotated[int, msgspec.Meta(ge=240, le=20_000)] = 800
    statistics: bool = False
    captions: bool = False
    camera_list: bool = False
    place: str = ""
    """Where the window was, on which screen, and whether it filled it, as Qt writes it."""


class Settings(msgspec.Struct, kw_only=True):
    """Everything that is remembered between runs."""

    version: int = VERSION
    viewer_id: str = msgspec.field(default_factory=lambda: os.urandom(8).hex())
    window: WindowSettings = msgspec.field(default_factory=WindowSettings)
    wall: WallSettings = msgspec.field(default_factory=WallSettings)
    layout: list[Layout] = msgspec.field(default_factory=list)
    group: list[GroupSettings] = msgspec.field(default_factory=list)
    other_window: list[OtherWindowSettings] = msgspec.field(default_factory=list)
    camera: list[CameraSettings] = msgspec.field(default_factory=list)
    listen: list[ListenSettings] = msgspec.field(default_factory=list)
    caller: list[CallerSettings] = msgspec.field(default_factory=list)
    own: list[OwnCameraSettings] = msgspec.field(default_factory=list)
    preset: list[PresetSettings] = msgspec.field(default_factory=list)
    general: GeneralSettings = msgspec.field(default_factory=GeneralSettings)
    notifications: NotificationSettings = msgspec.field(default_factory=NotificationSettings)
    keys: dict[str, str] = msgspec.field(default_factory=dict)
    """The person's own keys, by the ids of actions; empty: none."""
    view: list[ViewSettings] = msgspec.field(default_factory=list)
    recording: RecordingSettings = msgspec.field(default_factory=RecordingSettings)
    motion: list[MotionSettings] = msgspec.field(default_factory=list)
    paired: list[PairedSettings] = msgspec.field(default_factory=list)


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
            self.notice = tr(
                "{path} cannot be read ({why}). The wall starts with default settings and saves "
                "none. Make the file readable and start again.",
                path=self.path,
                why=error.strerror,
            )
        except (ValueError, RecursionError) as error:
            self._keep_aside(str(error))

    def _keep_aside(self, why: str) -> None:
        path = self.path
        name = first_free(f"{path.name}.broken", lambda name: path.with_name(name).exists(), "{name}-{number}")
        aside = path.with_name(name)
        try:
            self.path.rename(aside)
        except OSError as error:
            self._may_save = False
            self.notice = tr(
                "{path} has an error: {why}. It could not be kept aside ({trouble}), so nothing is "
                "saved. Mend the file and start again.",
                path=self.path,
                why=why,
                trouble=error.strerror,
            )
        else:
            self.notice = tr(
                "{name} has an error: {why}. It was kept as {aside}; the wall starts with defaults.",
                name=self.path.name,
                why=why,
                aside=aside,
            )


def _decoded(text: bytes) -> Settings:
    settings = msgspec.toml.decode(text, type=Settings)
    if settings.version > VERSION:
        raise ValueError(
            tr(
                "it is of version {version}, and this viewer knows {known}",
                version=settings.version,
                known=VERSION,
            )
        )
    return settings
