"""The layouts with a name, in the person's order: the first nine have keys."""

from collections.abc import Iterator

from camwire.errors import UsageError
from camwire.free_name import first_free
from camwire.translation import tr
from viewer.core.wall.layout import LAYOUT_CHARACTERS, Layout
from viewer.core.wall.names import checked

MOST_LAYOUTS = 100


class Layouts:
    """Changes `kept`, the settings' own list. Names are unique."""

    def __init__(self, kept: list[Layout]) -> None:
        self._kept = kept

    def __iter__(self) -> Iterator[Layout]:
        return iter(list(self._kept))

    def __len__(self) -> int:
        return len(self._kept)

    def __getitem__(self, index: int) -> Layout:
        return self._kept[index]

    def get(self, name: str) -> Layout | None:
        """The layout of that name, however it is capitalised; None if there is none."""
        return next((each for each in self._kept if each.name.casefold() == name.casefold()), None)

    def save(self, layout: Layout, name: str) -> Layout:
        """Keep a layout under a name, in the place of the one that had it. Raises UsageError."""
        named = layout.renamed(checked(name, tr("A layout needs a name. Write one.")))
        before = self.get(named.name)
        if before is not None:
            self._kept[self._kept.index(before)] = named
        elif len(self._kept) >= MOST_LAYOUTS:
            raise UsageError(tr("There are %n layouts already. Remove one first.", MOST_LAYOUTS))
        else:
            self._kept.append(named)
        return named

    def rename(self, layout: Layout, name: str) -> Layout:
        """Call a layout otherwise. Raises UsageError."""
        named = layout.renamed(checked(name, tr("A layout needs a name. Write one.")))
        taken = self.get(named.name)
        if taken is not None and taken != layout:
            raise UsageError(tr("There is a layout called {name} already. Choose another name.", name=taken.name))
        self._kept[self._kept.index(layout)] = named
        return named

    def remove(self, layout: Layout) -> None:
        """Forget a layout."""
        self._kept.remove(layout)

    def move(self, layout: Layout, by: int) -> None:
        """Let it stand further up or down."""
        place = self._kept.index(layout)
        self._kept.remove(layout)
        self._kept.insert(max(0, place + by), layout)

    def free_name(self, name: str) -> str:
        """`name`, or with a number behind it where that is taken."""
        room = LAYOUT_CHARACTERS - 4
        return first_free(name, lambda name: self.get(name) is not None, f"{{name:.{room}}} {{number}}")

    def beside(self, name: str, by: int) -> Layout | None:
        """The next layout in the order, or the one before; None is the wall without one, which comes before all."""
        names = ["", *(each.name for each in self._kept)]
        here = names.index(name) if name in names else 0
        place = (here + by) % len(names)
        return self._kept[place - 1] if place else None
