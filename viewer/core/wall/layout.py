"""One way to arrange a wall, as a value: what is on it now, a layout with a name, a file, and a step of undo are all of
this kind."""

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import Enum
from typing import Annotated, TypeAlias

import msgspec

LAYOUT_CHARACTERS = 40
MOST_SPAN = 3
MOST_PER_PAGE = 256
ALL_ON_ONE = MOST_PER_PAGE
LEAST_TURN, MOST_TURN = 3, 3600

Weight = Annotated[float, msgspec.Meta(gt=0, le=1)]
SpanLength = Annotated[int, msgspec.Meta(ge=1, le=MOST_SPAN)]
Span: TypeAlias = tuple[SpanLength, SpanLength]
"""How many columns and rows a tile takes."""
SINGLE: Span = (1, 1)
SPANS: tuple[Span, ...] = (SINGLE, (2, 1), (1, 2), (2, 2), (3, 3))


class Hotspot(Enum):
    """Which camera the largest place shows, whoever else's place it is."""

    NONE = ""
    SELECTED = "selected"
    SPEAKING = "speaking"
    """The one that said something last."""
    MOVING = "moving"
    """The one that saw motion last."""


class Layout(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Never changed: what changes it returns another one. Cameras go by their sessions' keys; those that are away keep
    their places.

    A span belongs to the place of a camera in `order`: who changes places with it takes the span over.
    """

    name: Annotated[str, msgspec.Meta(max_length=LAYOUT_CHARACTERS)] = ""
    """Empty: the wall as it is without a layout."""
    order: tuple[str, ...] = ()
    spans: dict[str, Span] = msgspec.field(default_factory=dict)
    row_weights: tuple[Weight, ...] = ()
    column_weights: dict[str, tuple[Weight, ...]] = msgspec.field(default_factory=dict)
    """By how many columns there are."""
    hotspot: Hotspot = Hotspot.NONE
    per_page: Annotated[int, msgspec.Meta(ge=0, le=MOST_PER_PAGE)] = 0
    """Tiles on a page; 0: as many as can be seen well."""
    turns: bool = False
    """Pages turn by themselves."""
    turn_seconds: Annotated[int, msgspec.Meta(ge=LEAST_TURN, le=MOST_TURN)] = 15
    only: tuple[str, ...] = ()
    """Shows these cameras; empty: all."""
    group: str = ""
    """Shows the cameras of this group; empty: all."""

    def __post_init__(self) -> None:
        # Who wrote a file by hand may have named a camera twice; it has one place.
        msgspec.structs.force_setattr(self, "order", tuple(dict.fromkeys(self.order)))

    def span(self, key: str) -> Span:
        """How many columns and rows the place of a camera takes."""
        return self.spans.get(key, SINGLE)

    def renamed(self, name: str) -> "Layout":
        """The same under another name."""
        return msgspec.structs.replace(self, name=name)

    def with_cameras(self, keys: Collection[str]) -> "Layout":
        """With places for all of these: new ones come last."""
        new = tuple(key for key in dict.fromkeys(keys) if key not in self.order)
        return msgspec.structs.replace(self, order=self.order + new) if new else self

    def without(self, key: str) -> "Layout":
        """Without a place for a camera."""
        rest = {other: span for other, span in self.spans.items() if other != key}
        order, only = (tuple(each for each in keys if each != key) for keys in (self.order, self.only))
        return msgspec.structs.replace(self, order=order, only=only, spans=rest)

    def swapped(self, one: str, other: str) -> "Layout":
        """Two cameras have changed places."""
        exchanged = {one: other, other: one}
        return self._with_keys(lambda key: exchanged.get(key, key))

    def moved_before(self, key: str, other: str) -> "Layout":
        """A camera has gone to the place of another, which comes after it now, with all that follow."""
        if key == other:
            return self
        rest = [each for each in self.order if each != key]
        place = rest.index(other)
        return msgspec.structs.replace(self, order=(*rest[:place], key, *rest[place:]))

    def spanned(self, key: str, span: Span) -> "Layout":
        """A camera's place takes so many columns and rows."""
        rest = {other: each for other, each in self.spans.items() if other != key}
        return msgspec.structs.replace(self, spans=rest if span == SINGLE else {**rest, key: span})

    def evened(self) -> "Layout":
        """All cameras in places of one size again, in the order in which they are."""
        return Layout(name=self.name, order=self.order, turns=self.turns, turn_seconds=self.turn_seconds)

    def taking(self, keys: Sequence[str]) -> "Layout":
        """For a wall with other cameras: `keys` take the places of those that it does not have, one after the other."""
        known = set(keys)
        free = iter([key for key in keys if key not in self.order])
        taken = {key: next(free, key) for key in self.order if key not in known}
        return self._with_keys(lambda key: taken.get(key, key))

    def shown_of(self, keys: Collection[str], groups: Mapping[str, Collection[str]]) -> list[str]:
        """Which of these cameras it shows, in reading order; those without a place come last."""
        chosen = set(keys)
        if self.only:
            chosen &= set(self.only)
        if self.group:
            chosen &= set(groups.get(self.group, ()))
        placed = [key for key in self.order if key in chosen]
        return placed + [key for key in keys if key in chosen and key not in self.order]

    def _with_keys(self, new: Callable[[str], str]) -> "Layout":
        """With other cameras in the same places."""
        order, only = tuple(map(new, self.order)), tuple(map(new, self.only))
        # Who is shown does not change where one only takes the place of another that is shown as well.
        only = self.only if set(only) == set(self.only) else only
        return msgspec.structs.replace(
            self, order=order, only=only, spans={new(key): span for key, span in self.spans.items()}
        )


def larger(span: Span, aspect: float) -> Span:
    """The next size up of a place whose picture is `aspect` times as wide, for its height, as most on the wall."""
    return _step(span, aspect, 1)


def smaller(span: Span, aspect: float) -> Span:
    """The next size down."""
    return _step(span, aspect, -1)


def _step(span: Span, aspect: float, by: int) -> Span:
    sizes = _sizes(aspect)
    if span in sizes:
        return sizes[max(0, min(len(sizes) - 1, sizes.index(span) + by))]
    cells = span[0] * span[1]
    beyond = [each for each in sizes if (each[0] * each[1] - cells) * by > 0]
    return (beyond[0] if by > 0 else beyond[-1]) if beyond else span


def _sizes(aspect: float) -> tuple[Span, ...]:
    """A panorama grows to the side first, a picture on end downwards."""
    if aspect >= 1.5:
        return (SINGLE, (2, 1), (2, 2), (3, 3))
    if aspect <= 1 / 1.5:
        return (SINGLE, (1, 2), (2, 2), (3, 3))
    return (SINGLE, (2, 2), (3, 3))
