"""What the wall shows now, and how: which cameras, on which pages, and what the largest place is for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QSpinBox, QWidget

from camwire.translation import tr
from viewer.core.wall.layout import ALL_ON_ONE, LEAST_TURN, MOST_TURN, Hotspot
from viewer.ui.look.choice import Choice
from viewer.ui.wall.arranging import Arranging

PER_PAGE = (0, 1, 4, 6, 9, 12, 16, 20, 25, 36, ALL_ON_ONE)
HOTSPOTS = tuple(Hotspot)


class NowForm(QWidget):
    """Each choice is in force at once, and can be undone. `shown` are the cameras on the wall, by their keys."""

    def __init__(self, arranging: Arranging, groups: Sequence[str], shown: Callable[[], list[str]]) -> None:
        super().__init__()
        self._arranging = arranging
        self._groups = ["", *groups]
        self._shown = shown
        self.cameras = Choice(tr("Cameras"), [tr("All"), *groups])
        self.per_page = Choice(tr("Tiles on a page"), [_page_words(count) for count in PER_PAGE])
        self.hotspot = Choice(tr("Largest place shows"), [_hotspot_words(each) for each in HOTSPOTS])
        self.turns = QCheckBox(tr("Turn pages by themselves"))
        self.seconds = QSpinBox()
        self.seconds.setRange(LEAST_TURN, MOST_TURN)
        self.seconds.setSuffix(tr(" s"))
        self.seconds.setAccessibleName(tr("Seconds until the next page"))
        self.seconds.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setVerticalSpacing(8)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(tr("Cameras"), self.cameras)
        rows.addRow(tr("Tiles on a page"), self.per_page)
        rows.addRow(tr("Largest place shows"), self.hotspot)
        rows.addRow(self.turns, self.seconds)
        self.show_layout()
        self.cameras.activated.connect(lambda index: self._change(group=self._groups[index], only=()))
        self.per_page.activated.connect(lambda index: self._change(per_page=PER_PAGE[index]))
        self.hotspot.activated.connect(lambda index: arranging.make_hotspot(HOTSPOTS[index], self._shown()))
        self.turns.toggled.connect(lambda is_on: self._change(turns=is_on))
        self.seconds.valueChanged.connect(lambda seconds: self._change(turn_seconds=seconds))

    def show_layout(self) -> None:
        """Show what is in force."""
        layout = self._arranging.layout
        self.cameras.setCurrentIndex(self._groups.index(layout.group) if layout.group in self._groups else -1)
        self.per_page.setCurrentIndex(PER_PAGE.index(layout.per_page) if layout.per_page in PER_PAGE else -1)
        self.hotspot.setCurrentIndex(HOTSPOTS.index(layout.hotspot))
        for field, show in ((self.turns, self.turns.setChecked), (self.seconds, self.seconds.setValue)):
            field.blockSignals(True)
            show(layout.turns if field is self.turns else layout.turn_seconds)  # type: ignore[arg-type]
            field.blockSignals(False)

    def _change(self, **what: object) -> None:
        self._arranging.change(**what)


def _page_words(count: int) -> str:
    if not count:
        return tr("As many as can be seen well")
    return tr("All") if count == ALL_ON_ONE else str(count)


def _hotspot_words(hotspot: Hotspot) -> str:
    return {
        Hotspot.NONE: tr("Its own camera"),
        Hotspot.SELECTED: tr("The selected camera"),
        Hotspot.SPEAKING: tr("Who spoke last"),
        Hotspot.MOVING: tr("Where something moved last"),
    }[hotspot]
