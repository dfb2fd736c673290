"""What the wall shows now, and how: which cameras, on which pages, and what the largest place is for."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from camwire.translation import tr
from viewer.core.wall.layout import ALL_ON_ONE, Hotspot
from viewer.ui.look import words
from viewer.ui.look.choice import Choice
from viewer.ui.wall.arranging import Arranging

PER_PAGE = (0, 1, 4, 6, 9, 12, 16, 20, 25, 36, ALL_ON_ONE)
SECONDS = (0, 5, 10, 15, 30, 60, 120, 300, 900)
HOTSPOTS = tuple(Hotspot)
T = TypeVar("T")


class NowForm(QWidget):
    """Each choice is in force at once, and can be undone. `shown` are the cameras on the wall, by their keys."""

    def __init__(self, arranging: Arranging, groups: Sequence[str], shown: Callable[[], list[str]]) -> None:
        super().__init__()
        self._arranging = arranging
        self._groups = ("", *groups)
        self._shown = shown
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(8)
        self._rows.setColumnStretch(1, 1)
        self.cameras = self._row(tr("Cameras"), [tr("All"), *groups])
        self.per_page = self._row(tr("Tiles on a page"), [_page_words(count) for count in PER_PAGE])
        self.turning = self._row(tr("Pages turn"), [_turning_words(seconds) for seconds in SECONDS])
        self.hotspot = self._row(tr("Largest place shows"), [_hotspot_words(each) for each in HOTSPOTS])
        self.show_layout()
        self.cameras.activated.connect(lambda index: arranging.change(group=self._groups[index], only=()))
        self.per_page.activated.connect(lambda index: arranging.change(per_page=PER_PAGE[index]))
        self.turning.activated.connect(lambda index: self._turn(SECONDS[index]))
        self.hotspot.activated.connect(lambda index: arranging.make_hotspot(HOTSPOTS[index], self._shown()))

    def show_layout(self) -> None:
        """Show what is in force; what is none of the choices is shown as none."""
        layout = self._arranging.layout
        _choose(self.cameras, self._groups, layout.group)
        _choose(self.per_page, PER_PAGE, layout.per_page)
        _choose(self.turning, SECONDS, layout.turn_seconds if layout.turns else 0)
        _choose(self.hotspot, HOTSPOTS, layout.hotspot)

    def _row(self, name: str, titles: list[str]) -> Choice:
        choice, row = Choice(name, titles), self._rows.rowCount()
        label = QLabel(name)
        label.setBuddy(choice)
        self._rows.addWidget(label, row, 0)
        self._rows.addWidget(choice, row, 1)
        return choice

    def _turn(self, seconds: int) -> None:
        if seconds:
            self._arranging.change(turns=True, turn_seconds=seconds)
        else:
            self._arranging.change(turns=False)


def _choose(choice: Choice, values: Sequence[T], value: T) -> None:
    choice.setCurrentIndex(values.index(value) if value in values else -1)


def _page_words(count: int) -> str:
    if not count:
        return tr("As many as can be seen well")
    return tr("All") if count == ALL_ON_ONE else str(count)


def _turning_words(seconds: int) -> str:
    return tr("By themselves after {time}", time=words.duration(seconds)) if seconds else tr("By hand")


def _hotspot_words(hotspot: Hotspot) -> str:
    return {
        Hotspot.NONE: tr("Its own camera"),
        Hotspot.SELECTED: tr("The selected camera"),
        Hotspot.SPEAKING: tr("Who spoke last"),
        Hotspot.MOVING: tr("Where something moved last"),
    }[hotspot]
