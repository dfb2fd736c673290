"""What all dialogs of the program have in common: a column, sentences, two buttons, and room for what went wrong."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.ui.look.scrolled import Scrolled

WIDTH = 540
BESIDE = QSize(32, 72)
"""What a window leaves of the screen: for its frame, and for the desktop's own."""


class Dialog(QDialog):
    """A window-modal dialog with a column; deletes itself when closed."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 16)
        self.column.setSpacing(8)
        self._body: Scrolled | None = None
        self.trouble = self.text("", "error")
        self.trouble.hide()

    def text(self, words: str, kind: str) -> QLabel:
        label = QLabel(words)
        label.setProperty("kind", kind)
        label.setWordWrap(True)
        # It may hold what a camera calls itself.
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # As high as its words at this width: with a hint of its own it would be cut, or leave a gap.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        return label

    def fill(self, *widgets: QWidget) -> None:
        """Put everything in the column; what room is left over stays above the buttons. On a low screen all but
        those, and what went wrong, scrolls."""
        self._body = Scrolled()
        self._body.column.setSpacing(self.column.spacing())
        self.column.addWidget(self._body, 1)
        for widget in widgets[:-1]:
            (self.column if widget is self.trouble else self._body.column).addWidget(widget)
        self._body.column.addStretch(1)
        self.column.addWidget(widgets[-1])
        self.refit()

    def refit(self) -> None:
        """Be as high as the words need, where the screen is."""
        if self._body is not None:
            margins = self.column.contentsMargins()
            self._body.fit(WIDTH - margins.left() - margins.right())
        # Before it is shown, nothing tells the column of that.
        self.column.invalidate()
        most = (self.screen().availableSize() - BESIDE).height()
        column = self.column
        needed = column.totalHeightForWidth(WIDTH) if column.hasHeightForWidth() else column.totalSizeHint().height()
        self.resize(WIDTH, min(needed, most))

    def buttons(self, accept: str, do: Callable[[], None], is_dangerous: bool = False) -> QDialogButtonBox:
        box = QDialogButtonBox()
        yes = box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        no = box.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        # Enter presses the button that has the keyboard, and at first the harmless one.
        for button in (yes, no):
            button.setAutoDefault(True)
        (no if is_dangerous else yes).setDefault(True)
        if is_dangerous:
            no.setFocus()
        box.accepted.connect(do)
        box.rejected.connect(self.reject)
        return box

    def attempt(self, deed: Callable[[], object]) -> None:
        """Do it and close; if it cannot be done, say why and stay."""
        try:
            deed()
        except UsageError as error:
            self.trouble.setText(str(error))
            self.trouble.show()
            self.refit()
        else:
            self.accept()


def resize_within_screen(window: QWidget, size: QSize) -> None:
    """Give a window a size, or what its screen has room for."""
    window.resize(size.boundedTo(window.screen().availableSize() - BESIDE))
