"""What this program is, on which terms, and what a bug report needs."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QWidget

from camwire import __version__
from camwire.translation import tr
from viewer.core.paths import Paths
from viewer.ui.diagnostics import diagnostics, licence
from viewer.ui.dialogs.base import Dialog
from viewer.ui.look import icons

MARK = QSize(56, 56)


class AboutDialog(Dialog):
    """Says where its log is, and copies what is known of this computer."""

    def __init__(self, paths: Paths, parent: QWidget) -> None:
        super().__init__(tr("About Watchword"), parent)
        self._paths = paths
        self.facts = diagnostics(paths)
        self.fill(
            self._head(),
            self.text(self.facts, "command"),
            self.text(licence(), "quiet"),
            self.text(
                tr(
                    "Demo film: Big Buck Bunny, © Blender Foundation, CC BY 3.0. Typeface: Inter, © The Inter Project "
                    "Authors, SIL Open Font License 1.1. Qt and PySide6: LGPL 3."
                ),
                "quiet",
            ),
            self._box(),
        )
        self._close.setFocus()

    def _head(self) -> QWidget:
        mark = QLabel()
        mark.setPixmap(icons.app_icon().pixmap(MARK, self.devicePixelRatioF()))
        words = QWidget()
        row = QHBoxLayout(words)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(14)
        row.addWidget(mark)
        title = self.text(f"Watchword {__version__}\n{tr('A wall of live cameras that you can talk to.')}", "title")
        row.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
        return words

    def _box(self) -> QDialogButtonBox:
        self.copy = QPushButton(tr("Copy"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.facts))
        self.copy.setAutoDefault(False)
        folder = QPushButton(tr("Open log folder"))
        folder.setAutoDefault(False)
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.logs))))
        box = QDialogButtonBox()
        self._close = box.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._close.setDefault(True)
        box.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(folder, QDialogButtonBox.ButtonRole.ActionRole)
        box.rejected.connect(self.reject)
        return box
