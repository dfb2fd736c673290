"""Asks before a pairing is forgotten."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from camwire.translation import tr
from viewer.ui.dialogs.base import Dialog


class ForgetDialog(Dialog):
    """`forget()` does it."""

    def __init__(self, name: str, forget: Callable[[], object], parent: QWidget) -> None:
        super().__init__(tr("Forget a pairing"), parent)
        self.fill(
            self.text(tr("Forget {name}?", name=name[:60]), "title"),
            self.text(
                tr(
                    "Its cameras stay on the wall, and show nothing until you pair with them again. The camera still "
                    "knows this viewer; on its computer, watchword-camera revoke ends that, too."
                ),
                "quiet",
            ),
            self.trouble,
            self.buttons(tr("Forget"), lambda: self.attempt(forget), is_dangerous=True),
        )
