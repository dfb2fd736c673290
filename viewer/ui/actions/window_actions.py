"""What can be done with the window and the walls as a whole."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from camwire.translation import tr
from viewer.core.program import Program
from viewer.ui.actions.registry import Actions
from viewer.ui.asking import Asking
from viewer.ui.bar import Bar
from viewer.ui.look import words
from viewer.ui.walls import Walls


class WindowActions(QObject):
    """Offers them; how `window` stands on the screen, and whether it stays, is for its owner."""

    def __init__(
        self, actions: Actions, program: Program, walls: Walls, bar: Bar, asking: Asking, window: QWidget
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._program = program
        self._walls = walls
        self._bar = bar
        self._asking = asking
        self._offer_wall()
        offer = actions.offer
        offer("program.menu", bar.menu.showMenu)
        offer("cameras.find", asking.for_cameras_nearby)
        offer("cameras.pair", asking.pairing.for_code)
        offer("cameras.paired", asking.pairing.show_paired)
        offer("cameras.add", asking.for_camera)
        offer("cameras.add_own", asking.for_own_camera)

    def _offer_wall(self) -> None:
        offer, window = self._actions.offer, self._program.settings.window
        offer("wall.statistics", self._bar.statistics.toggle, is_on=self._bar.statistics.isChecked)
        offer("wall.captions", self._toggle_captions, is_on=lambda: window.captions)
        offer("wall.limit", self._asking.for_limit, words=self._name_of_limit)
        self._walls.main.show_captions(window.captions)
        self._walls.main.clock.rate_measured.connect(self._show_rate)
        self._bar.statistics.toggled.connect(self._on_statistics_toggled)
        self._bar.statistics.setChecked(window.statistics)

    def _toggle_captions(self) -> None:
        window = self._program.settings.window
        window.captions = not window.captions
        for wall in self._walls:
            wall.show_captions(window.captions)

    def _name_of_limit(self) -> str:
        mbit = self._program.settings.wall.ceiling_mbit
        return tr("Limit the network: {mbit} Mbit/s…", mbit=f"{mbit:.10g}") if mbit else ""

    def _show_rate(self, mbit: float) -> None:
        self._bar.show_rate(words.of_limit(mbit, self._program.settings.wall.ceiling_mbit))

    def _on_statistics_toggled(self, is_on: bool) -> None:
        for wall in self._walls:
            wall.show_statistics(is_on)
        if is_on:
            self._show_rate(self._walls.main.network.taken())
        else:
            self._bar.show_rate("")
        self._program.settings.window.statistics = is_on
