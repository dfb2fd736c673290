"""Asks before recordings are deleted."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from camwire.translation import tr
from viewer.core.replay.recorded import Recorded
from viewer.ui.dialogs.base import Dialog


class DeleteDialog(Dialog):
    """`delete` is told which, and raises UsageError where that cannot be done."""

    def __init__(
        self, chosen: Sequence[Recorded], delete: Callable[[Sequence[Recorded]], object], parent: QWidget
    ) -> None:
        super().__init__(tr("Delete recordings"), parent)
        names = list(dict.fromkeys(each.camera for each in chosen))
        self.fill(
            self.text(tr("Delete %n recordings?", len(chosen)), "title"),
            self.text(
                tr("Of {names}. What is deleted is gone for good, with what was said.", names=", ".join(names)), "quiet"
            ),
            self.trouble,
            self.buttons(tr("Delete"), lambda: self.attempt(lambda: delete(chosen)), is_dangerous=True),
        )
