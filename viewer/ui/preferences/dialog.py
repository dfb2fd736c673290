"""The preferences: all parts under each other, kept together."""

import time
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QSystemTrayIcon, QVBoxLayout, QWidget

from camwire.translation import figure, tr
from viewer.core.program import Program
from viewer.core.recording.cost import estimated
from viewer.ui.dialogs.base import Dialog
from viewer.ui.dialogs.limit import mbit_of
from viewer.ui.preferences.general import General
from viewer.ui.preferences.notifications import Notifications
from viewer.ui.preferences.part import Part
from viewer.ui.preferences.recording import Recording
from viewer.ui.shell import on_screen

SIZE = QSize(600, 760)


class PreferencesDialog(Dialog):
    """`limit(mbit)` lets all pictures together take so much of the network; `remake()` makes the window anew."""

    def __init__(
        self, program: Program, limit: Callable[[float], object], remake: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(tr("Preferences"), parent)
        self._program = program
        self._remake = remake
        settings = program.settings
        self.general = General(settings.general, QSystemTrayIcon.isSystemTrayAvailable())
        self.notifications = Notifications(settings.notifications)
        self.recording = Recording(settings.recording, program.paths, self._cost)
        self.network = Network(settings.wall.ceiling_mbit, limit)
        self._parts: tuple[Part, ...] = (self.general, self.notifications, self.recording, self.network)
        self.column.addWidget(self._scrolled(), 1)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.buttons(tr("Save"), lambda: self.attempt(self._keep)))
        self.finished.connect(self.recording.close_all)
        self.resize(on_screen(SIZE, self.screen().availableSize()))

    def refit(self) -> None:
        """It is as large as the person makes it; what has no room is scrolled to."""

    def _scrolled(self) -> QScrollArea:
        whole = QWidget()
        whole.setProperty("kind", "plain")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 10, 0)
        for part in self._parts:
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("kind", "plain")
        area.setFrameShape(QFrame.Shape.NoFrame)
        # Tab goes through what is in it, which is scrolled to.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(whole)
        return area

    def _cost(self, is_full_size: bool) -> tuple[int, float]:
        now = time.monotonic()
        rates = [estimated(each.stats, each.own_size, is_full_size, now) for each in self._program.fleet]
        return sum(rate > 0 for rate in rates), sum(rates)

    def _keep(self) -> None:
        for part in self._parts:
            part.check()
        needs_another_window = self.general.needs_another_window
        for part in self._parts:
            part.keep()
        self._program.recorder.look()
        self._program.cameras.save()
        if needs_another_window:
            self._remake()


class Network(Part):
    """How much of it the pictures of the whole wall may take."""

    def __init__(self, mbit: float, limit: Callable[[float], object]) -> None:
        super().__init__(tr("Network"))
        self._limit = limit
        self.mbit = QLineEdit(figure(mbit, ".10g") if mbit else "")
        self.mbit.setPlaceholderText(tr("No limit"))
        self.mbit.setAccessibleName(tr("Most that all pictures together may take, in Mbit/s"))
        self.row(tr("Mbit/s for all pictures"), self.mbit)

    def check(self) -> None:
        mbit_of(self.mbit.text())

    def keep(self) -> None:
        self._limit(mbit_of(self.mbit.text()))
