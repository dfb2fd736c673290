"""Everything a person can do with the program, by name: its words, its keys, and where these count. One line each.

Menus, the list of shortcuts and the keys themselves are made from this table; settings may give other keys.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Where(Enum):
    """Where the keyboard has to be for the keys to count."""

    WINDOW = "window"
    """Anywhere in the window."""
    WALL = "wall"
    """On the wall or a tile of it, and in nothing where one types: a single letter may be enough."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """`id` is for settings and code, `text` for people (in English; translated where it is shown), `keys` as Qt writes
    them (`Ctrl+Shift+F`), empty for none. `section` is the heading under which it stands in the list of shortcuts."""

    id: str
    text: str
    keys: str = ""
    where: Where = Where.WINDOW
    section: str = ""
    is_switch: bool = False


def _in_window(section: str, *rows: tuple[str, str, str], switches: tuple[str, ...] = ()) -> list[ActionSpec]:
    return [ActionSpec(id, text, keys, Where.WINDOW, section, id in switches) for id, text, keys in rows]


def _on_wall(section: str, *rows: tuple[str, str, str], switches: tuple[str, ...] = ()) -> list[ActionSpec]:
    return [ActionSpec(id, text, keys, Where.WALL, section, id in switches) for id, text, keys in rows]


LAYOUT_KEYS = range(1, 10)
TILE_SIZES = {f"camera.size_{wide}x{high}": (wide, high) for wide, high in ((1, 1), (2, 1), (1, 2), (2, 2), (3, 3))}
"""Columns and rows, by the action that gives them to a tile."""
REPEATED = frozenset({"wall.undo", "wall.redo", "page.next", "page.previous", "camera.zoom_in", "camera.zoom_out"})
"""What goes on for as long as its keys are held down. All else is done once, however long they are."""

ACTIONS = (
    *_in_window(
        "Cameras",
        ("cameras.find", "Find cameras…", "Ctrl+Shift+D"),
        ("cameras.pair", "Pair with a camera…", "Ctrl+Shift+P"),
        ("cameras.add", "Add camera…", "Ctrl+N"),
        ("cameras.add_own", "Add a camera of this computer…", "Ctrl+Shift+N"),
        ("cameras.paired", "Paired cameras…", ""),
        ("cameras.demo", "Start the demo", ""),
        ("cameras.list", "List of cameras", "Ctrl+L"),
        switches=("cameras.list",),
    ),
    *_in_window(
        "Talk",
        ("talk.several", "Say to all…", "Ctrl+Shift+S"),
        ("talk.search", "Search in all conversations…", "Ctrl+Shift+F"),
        ("talk.next_unread", "Next unread conversation", "Alt+Shift+Down"),
        ("talk.previous_unread", "Previous unread conversation", "Alt+Shift+Up"),
        ("talk.close", "Close chat", "Ctrl+W"),
    ),
    *_in_window(
        "Wall",
        ("wall.full_screen", "Full screen", "F11"),
        ("wall.new_window", "New window", "Ctrl+Alt+N"),
        ("wall.statistics", "Statistics", "Ctrl+I"),
        ("wall.captions", "Last message on the picture", ""),
        ("wall.limit", "Limit the network…", ""),
        switches=("wall.full_screen", "wall.statistics", "wall.captions"),
    ),
    *_on_wall(
        "Wall",
        ("wall.undo", "Undo", "Ctrl+Z"),
        ("wall.redo", "Redo", "Ctrl+Shift+Z"),
        ("page.next", "Next page", "PgDown"),
        ("page.previous", "Previous page", "PgUp"),
    ),
    *_in_window(
        "Layouts",
        ("page.carousel", "Turn pages by themselves", ""),
        ("layout.save", "Save layout…", "Ctrl+S"),
        ("layout.edit", "Layouts…", ""),
        ("layout.open", "Open layout file…", "Ctrl+O"),
        ("layout.next", "Next layout", "Ctrl+PgDown"),
        ("layout.previous", "Previous layout", "Ctrl+PgUp"),
        ("layout.automatic", "Automatic layout", "Alt+0"),
        *((f"layout.{number}", f"Layout {number}", f"Alt+{number}") for number in LAYOUT_KEYS),
        switches=("page.carousel", "layout.automatic", *(f"layout.{number}" for number in LAYOUT_KEYS)),
    ),
    *_in_window(
        "Recordings",
        ("record.all", "Record all", "Ctrl+Shift+R"),
        ("record.snapshots", "Snapshot of all", "Ctrl+Alt+S"),
        ("record.replay", "Recordings…", "Ctrl+H"),
        ("record.folder", "Open the folder of recordings", ""),
        switches=("record.all",),
    ),
    *_on_wall(
        "Selected camera",
        ("camera.maximise", "Maximise", "Return"),
        ("camera.chat", "Chat", "C"),
        ("camera.panel", "Camera settings", "A"),
        ("camera.snapshot", "Snapshot", "S"),
        ("camera.record", "Record", "R"),
        ("camera.motion", "Watch for motion…", ""),
        ("camera.mute", "Mute notifications", "M"),
        ("camera.show", "Send pictures…", ""),
        ("camera.zoom_in", "Zoom in", "+"),
        ("camera.zoom_out", "Zoom out", "-"),
        ("camera.zoom_reset", "Whole picture", "Home"),
        ("camera.turn", "Turn by 90°", "T"),
        ("camera.mirror", "Mirror", "X"),
        ("camera.larger", "Larger tile", "Ctrl++"),
        ("camera.smaller", "Smaller tile", "Ctrl+-"),
        *((size, f"Tile of {wide} × {high}", "") for size, (wide, high) in TILE_SIZES.items()),
        ("camera.group", "Group…", "G"),
        ("camera.window", "Show in another window", "W"),
        ("camera.rename", "Rename…", "F2"),
        ("camera.pair", "Pair…", ""),
        ("camera.copy_address", "Copy address", ""),
        ("camera.remove", "Remove…", "Del"),
        ("camera.menu", "Menu of the camera", "Menu"),
        switches=("camera.record", "camera.mute", "camera.mirror", *TILE_SIZES),
    ),
    *_in_window(
        "Program",
        ("program.guide", "Guide", "F1"),
        ("program.preferences", "Preferences…", "Ctrl+,"),
        ("program.shortcuts", "Keyboard shortcuts", "Ctrl+?"),
        ("program.log", "Open log folder", ""),
        ("program.about", "About Watchword", ""),
        ("program.menu", "Open the menu", "F10"),
        ("program.quit", "Quit", "Ctrl+Q"),
    ),
)
BY_ID: Mapping[str, ActionSpec] = {spec.id: spec for spec in ACTIONS}


def keys_of(spec: ActionSpec, chosen: Mapping[str, str]) -> str:
    """The keys in force: those that the person has `chosen` (by id; empty: none), else those of the table."""
    return chosen.get(spec.id, spec.keys)
