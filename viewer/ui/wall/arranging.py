"""The layout of a wall as a person changes it: each change is shown, kept in the settings, and can be undone."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from viewer.core.wall.arrangement import Arrangement
from viewer.core.wall.layout import SINGLE, Hotspot, Layout, Span, larger, smaller
from viewer.core.wall.undo import Step, Undo

LARGE: Span = (2, 2)


class Arranging(QObject):
    """Changes the layout of `arrangement`. Steps go to `undo`, which all windows share."""

    changed = Signal()
    """Tiles have other places, and there is something to be saved."""
    turned = Signal()
    """Another page is shown."""

    def __init__(self, arrangement: Arrangement, undo: Undo, parent: QObject) -> None:
        super().__init__(parent)
        self.undo = undo
        self._arrangement = arrangement
        self._kept = arrangement.layout

    @property
    def layout(self) -> Layout:
        """The layout in force."""
        return self._arrangement.layout

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._arrangement.page

    @property
    def page_count(self) -> int:
        """How many there are: at least one."""
        return self._arrangement.page_count

    def change(self, **what: object) -> None:
        """Change parts of the layout, by the names of its fields."""
        self.show(replace(self.layout, **what))

    def show(self, layout: Layout) -> None:
        """Arrange the wall like this."""
        self._arrangement.layout = layout
        self.keep()

    def keep(self) -> None:
        """The person has changed the arrangement: make that a step that can be undone."""
        # Those that only came to the wall meanwhile are no step.
        before, after = self._kept.with_cameras(self.layout.order), self.layout
        self._kept = after
        if before != after:
            settings = self._arrangement.settings
            back, again = (partial(setattr, settings, "layout", layout) for layout in (before, after))
            self.undo.keep(Step(back, again, (settings,)))
        self.changed.emit()

    def accept(self) -> None:
        """Something else than the person has changed it."""
        self._kept = self.layout

    def follow(self) -> None:
        """A step may have changed it: show what is kept now."""
        if self.layout != self._kept:
            self.accept()
            self.changed.emit()

    def call(self, name: str) -> None:
        """The layout in force has another name now; empty: none. That is no step."""
        self._arrangement.layout = self.layout.renamed(name)
        self.accept()
        self.changed.emit()

    def choose(self, layout: Layout) -> None:
        """Show a layout with a name, from its first page; the wall as it is without one is kept for later."""
        if not self.layout.name:
            self._arrangement.settings.unnamed = self.layout
        self._arrangement.settings.page = 0
        self.show(layout)

    def unname(self) -> None:
        """Go back to the wall without a layout, or, if that is there, make all tiles of one size."""
        settings = self._arrangement.settings
        if self.layout.name:
            self.choose(settings.unnamed.renamed(""))
        else:
            self.show(self.layout.evened())

    def enlarge(self, key: str, picture: float) -> None:
        """Give the place of a camera, whose pictures are of that shape, the next size up."""
        self.resize(key, larger(self.layout.span(key), picture / self._arrangement.aspect))

    def shrink(self, key: str, picture: float) -> None:
        """Give it the next size down."""
        self.resize(key, smaller(self.layout.span(key), picture / self._arrangement.aspect))

    def resize(self, key: str, span: Span) -> None:
        """Let the place of a camera take so many columns and rows."""
        self.show(self.layout.spanned(key, span))

    def make_hotspot(self, hotspot: Hotspot, keys: list[str]) -> None:
        """Let the largest place of these show what is of interest; where all are alike, the first becomes larger."""
        layout = self.layout
        if hotspot is not Hotspot.NONE and len(keys) > 2 and all(layout.span(key) == SINGLE for key in keys):
            layout = layout.spanned(keys[0], LARGE)
        self.show(replace(layout, hotspot=hotspot))

    def turn(self, by: int) -> None:
        """Show another page; after the last comes the first."""
        if self.page_count > 1:
            self.turn_to((self.page + by) % self.page_count)

    def turn_to(self, page: int) -> None:
        """Show this page."""
        if page != self.page:
            self._arrangement.settings.page = page
            self.turned.emit()
