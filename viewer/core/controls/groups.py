"""The controls of a camera as a person looks for them: what belongs together stands together, and what is set by the
camera itself stands under the switch that lets it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from camwire.translation import phrase, tr
from viewer.core.controls.camera_controls import ControlRow

OTHERS = phrase("More")
# The first that has a word of the control's name.
GROUPS = {
    # What every camera has, beside what its source has.
    phrase("Sent pictures"): "picture",
    phrase("Focus and zoom"): "focus af lens zoom pan tilt scaler crop",
    phrase("White balance"): "white awb balance temperature gains red blue",
    phrase("Exposure"): "exposure shutter gain iso ae aec agc metering backlight hdr iris flicker analogue power",
    phrase("Picture"): "brightness contrast saturation sharpness hue gamma noise denoise tone flip hflip vflip",
}
ORDER = ("Exposure", "White balance", "Focus and zoom", "Picture", "Sent pictures", OTHERS)
AUTOMATIC = frozenset(("auto", "automatic"))
# In the name of a switch that goes back by itself.
DEEDS = frozenset(("trigger",))


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    title: str
    rows: Sequence[ControlRow]


def grouped(rows: Sequence[ControlRow]) -> list[Group]:
    """All rows under headings, in the order in which one looks for them."""
    found: dict[str, list[ControlRow]] = {}
    for row in rows:
        found.setdefault(group_of(row, rows), []).append(row)
    return [Group(tr(title), _rulers_first(found[title], rows)) for title in ORDER if title in found]


def group_of(row: ControlRow, rows: Iterable[ControlRow]) -> str:
    """Under which heading a row stands: that of what rules it, else that of its own name."""
    ruler = next((each for each in rows if each.name == row.ruled_by), row)
    words = set(words_of(ruler.name))
    return next((title for title, known in GROUPS.items() if words.intersection(known.split())), OTHERS)


def is_ruler(row: ControlRow, rows: Iterable[ControlRow]) -> bool:
    """Whether this control decides if others are the camera's own to set."""
    if any(each.ruled_by == row.name for each in rows):
        return True
    return row.kind in ("boolean", "choice") and bool(AUTOMATIC.intersection(words_of(row.name)))


def is_deed(row: ControlRow) -> bool:
    """Whether this is something to be done once, and nothing that stays on."""
    return row.kind == "boolean" and bool(DEEDS.intersection(words_of(row.name)))


@lru_cache(maxsize=1000)
def words_of(name: str) -> tuple[str, ...]:
    """`white_balance_auto` and `WhiteBalanceAuto` are the same three words."""
    return tuple(re.findall(r"[a-z0-9]+", re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name).lower()))


def _rulers_first(group: Sequence[ControlRow], rows: Sequence[ControlRow]) -> list[ControlRow]:
    """Each ruler before all of what it rules; one that rules nothing we know of, at the top."""
    rulers = {row.name: row for row in group if is_ruler(row, rows)}
    ordered: dict[str, ControlRow] = {}
    ruled = {_ruler_of(row, rulers) for row in group if row.name not in rulers}
    for row in (*(each for name, each in rulers.items() if name not in ruled), *group):
        ruler = rulers.get(_ruler_of(row, rulers))
        if row.name not in rulers and ruler is not None:
            ordered.setdefault(ruler.name, ruler)
        ordered.setdefault(row.name, row)
    return list(ordered.values())


def _ruler_of(row: ControlRow, rulers: Iterable[str]) -> str:
    """What rules a row, as the camera says or as the names do; empty if nothing is known to."""
    if row.ruled_by:
        return row.ruled_by
    own = words_of(row.name)
    alike = (tuple(word for word in words_of(name) if word not in AUTOMATIC) for name in rulers)
    return next((name for name, words in zip(rulers, alike, strict=True) if words == own), "")
