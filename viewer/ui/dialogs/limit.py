"""Asks how much of the network the pictures of the whole wall may take."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from camwire.errors import UsageError
from camwire.translation import figure, tr
from viewer.core.settings import LEAST_MBIT, MOST_MBIT
from viewer.ui.dialogs.base import Dialog
from viewer.ui.look import words

LOOK_MS = 500


class LimitDialog(Dialog):
    """`mbit` is the limit now, 0 if there is none; `taken()` is how much the pictures take, in Mbit/s."""

    def __init__(
        self, mbit: float, taken: Callable[[], float], limit: Callable[[float], object], parent: QWidget
    ) -> None:
        super().__init__(tr("Limit the network"), parent)
        self._taken = taken
        self.mbit = QLineEdit(figure(mbit, ".10g") if mbit else "")
        self.mbit.setAccessibleName(tr("Most that all pictures together may take, in Mbit/s"))
        self.mbit.setPlaceholderText(tr("No limit"))
        self.mbit.selectAll()
        self.figures = self.text("", "quiet")
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(LOOK_MS)
        self.look()
        row = QWidget()
        columns = QHBoxLayout(row)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.addWidget(self.mbit, 1)
        columns.addWidget(self.text("Mbit/s", "quiet"))
        self.fill(
            self.text(tr("Most that all pictures of this wall may take"), "strong"),
            row,
            self.figures,
            self.text(
                tr(
                    "Leave it empty for no limit. The selected camera is served first, the others share the "
                    "rest: they send coarser, smaller or fewer pictures. VidGear and imagezmq cameras are "
                    "counted, but cannot be limited."
                ),
                "quiet",
            ),
            self.trouble,
            self.buttons(tr("Limit"), lambda: self.attempt(lambda: limit(mbit_of(self.mbit.text())))),
        )

    def look(self) -> None:
        """Bring the figure up to date."""
        self.figures.setText(tr("They take {mbit} Mbit/s now.", mbit=words.mbit(self._taken())))


def mbit_of(text: str) -> float:
    """What was typed, in Mbit/s; 0 if nothing was. Raises UsageError."""
    text = text.strip().lower().removesuffix("mbit/s").strip().replace(",", ".")
    if not text:
        return 0.0
    try:
        mbit = float(text)
    except ValueError:
        mbit = -1.0
    if not LEAST_MBIT <= mbit <= MOST_MBIT:
        raise UsageError(
            tr(
                "Write a number of Mbit/s from {least:g} to {most:,.0f}, or nothing for no limit.",
                least=LEAST_MBIT,
                most=MOST_MBIT,
            )
        )
    return mbit
