"""What a person set at a camera, kept under a name, and the order in which a camera can take it again."""

import math
from collections.abc import Callable, Mapping, Sequence

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.controls.camera_controls import CameraControls, ControlRow, Value
from viewer.core.controls.groups import group_of, is_ruler, words_of
from viewer.core.natural_order import natural
from viewer.core.settings import PRESET_CHARACTERS, PresetSettings

AUTOMATIC = frozenset(("auto", "automatic", "continuous", "aperture"))


class Presets:
    """The presets of the camera with `key`, in the settings' list of all; `changed()` when that is another now."""

    def __init__(self, kept: list[PresetSettings], key: str, changed: Callable[[], object] = lambda: None) -> None:
        self._kept = kept
        self._key = key
        self._changed = changed

    @property
    def names(self) -> list[str]:
        """In the order of the alphabet."""
        return sorted((each.name for each in self._own()), key=natural)

    def save(self, name: str, values: Mapping[str, Value]) -> None:
        """Keep `values` as `name`, in place of an older preset of that name. Raises UsageError."""
        name = " ".join(name.split())
        if not name:
            raise UsageError(tr("Give the preset a name, such as Night."))
        if len(name) > PRESET_CHARACTERS:
            raise UsageError(
                tr(
                    "Choose a shorter name: at most {count} characters.",
                    count=PRESET_CHARACTERS,
                )
            )
        if not values:
            raise UsageError(tr("There is nothing to keep: the camera sets everything by itself now."))
        self._remove(name)
        self._kept.append(PresetSettings(camera=self._key, name=name, values=dict(values)))
        self._changed()

    def delete(self, name: str) -> None:
        """Keep it no more."""
        self._remove(name)
        self._changed()

    def _remove(self, name: str) -> None:
        self._kept[:] = [each for each in self._kept if (each.camera, each.name) != (self._key, name)]

    def values(self, name: str) -> Mapping[str, Value]:
        """What was kept; nothing where there is no such preset."""
        return next((each.values for each in self._own() if each.name == name), {})

    def _own(self) -> list[PresetSettings]:
        return [each for each in self._kept if each.camera == self._key]


def worth_keeping(controls: CameraControls) -> dict[str, Value]:
    """The values in force that a person has set: what the camera sets by itself changes with the light."""
    rows = (row for row in controls.rows if not is_left_to_camera(controls, row))
    found = ((row.name, controls.value(row.name)) for row in rows)
    return {name: value for name, value in found if value is not None}


def is_left_to_camera(controls: CameraControls, row: ControlRow) -> bool:
    """Whether the camera sets this by itself now. Some cameras let it be set all the same, and switch to manual."""
    return bool(row.fixed) or is_automatic(controls.value(row.ruled_by))


def is_automatic(value: Value | None) -> bool:
    """Whether a ruling control with this value leaves the others to the camera."""
    return value is True or (isinstance(value, str) and bool(AUTOMATIC.intersection(words_of(value))))


def in_order(controls: CameraControls, kept: Mapping[str, Value]) -> list[tuple[str, Value]]:
    """What must be set so that what was kept is in force: what lets others be set comes before them.

    What the camera said to be its own to set may be stale: it is asked for, and the camera answers.
    """
    changes, rulers = _changes(controls, kept)
    freed = {group_of(row, controls.rows) for row in rulers}
    others = [row for row in controls.rows if row.name in kept and row not in rulers]
    wanted = [row for row in others if row in changes or (row.ruled_by and group_of(row, controls.rows) in freed)]
    return [(row.name, kept[row.name]) for row in (*rulers, *wanted)]


def to_reset(controls: CameraControls) -> list[tuple[str, Value]]:
    """What must be set so that every default is in force; what is the camera's own to set then is left to it."""
    defaults = {row.name: row.default for row in controls.rows if row.default is not None}
    changes, rulers = _changes(controls, defaults)
    let = [row for row in rulers if not row.fixed]
    freed = {row.name for row in let}
    left = {name for name, default in defaults.items() if is_automatic(default)}
    others = [row for row in changes if row not in rulers and (not row.fixed or row.ruled_by in freed)]
    others = [row for row in others if row.ruled_by not in left]
    return [(row.name, defaults[row.name]) for row in (*let, *others)]


def _changes(controls: CameraControls, wanted: Mapping[str, Value]) -> tuple[list[ControlRow], list[ControlRow]]:
    """The rows that have other values than `wanted` now, and those of them that rule others."""
    rows = [row for row in controls.rows if row.name in wanted]
    changes = [row for row in rows if not same(controls.value(row.name), wanted[row.name])]
    return changes, [row for row in changes if is_ruler(row, controls.rows)]


def unknown(rows: Sequence[ControlRow], wanted: Mapping[str, Value]) -> list[str]:
    """The names of what the camera had when the preset was kept, and has no more."""
    known = {row.name for row in rows}
    return [name for name in wanted if name not in known]


def same(one: Value | None, other: Value | None) -> bool:
    """Whether two values are the same to a camera, which may have rounded one of them."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=1e-5, abs_tol=1e-9)
    return one == other
