"""The window in which recordings are looked at."""

import threading
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.replay import recorded as recordings
from viewer.core.replay.recorded import Recorded
from viewer.ui.cards.beside import Beside
from viewer.ui.dialogs.base import resize_within_screen
from viewer.ui.look import icons, style
from viewer.ui.look.flat_button import flat_button
from viewer.ui.replay import times
from viewer.ui.replay.delete_dialog import DeleteDialog
from viewer.ui.replay.exporting import Exporting
from viewer.ui.replay.player import MOST, Player
from viewer.ui.replay.recordings_list import RecordingsList

SIDE, NARROW_SIDE, ROOM_FOR_SIDE = 288, 212, 860
LEAST = QSize(560, 280)


class ReplayWindow(QWidget):
    """A list of the recordings in `folder`, and a player. `open_files` tells which files are being recorded to."""

    def __init__(
        self, folder: Path, open_files: Callable[[], Collection[Path]] = tuple, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Recordings"))
        self.setWindowIcon(icons.app_icon())
        self._folder = folder
        self._open_files = open_files
        self._found: list[Recorded] = []
        self._looks = 0
        self._not_deleted = ""
        self._resumed: tuple[list[Recorded], int] = [], 0
        self._is_over = threading.Event()
        # With its parent it goes without being closed.
        self.destroyed.connect(self._is_over.set)
        self._beside = Beside(self)
        self._beside.done.connect(self._on_found)
        self._deleting = Beside(self)
        self._deleting.done.connect(self._on_deleted)
        self._deleting.failed.connect(self.look)
        self.exporting = Exporting(self)
        self.exporting.told.connect(self._tell)
        self.list = RecordingsList()
        self.words = QLineEdit()
        self.player = Player(self)
        self._build()
        self.list.picked.connect(self._on_picked)
        self.words.textChanged.connect(self._show_found)
        self._on_picked()
        resize_within_screen(self, QSize(1240, 780))
        self.setMinimumSize(LEAST)
        self.look()

    def look(self) -> None:
        """Read the folder anew."""
        self._looks += 1
        folder, open_files, look = self._folder, self._open_files(), self._looks

        def is_wanted() -> bool:
            return not self._is_over.is_set() and look == self._looks

        def work() -> list[Recorded] | str:
            try:
                return recordings.find(folder, open_files, is_wanted)
            except OSError as error:
                return tr("{folder} cannot be read ({why}).", folder=folder, why=error.strerror)

        self._beside.start(work)

    def go_on_from(self, before: "ReplayWindow") -> None:
        """Be where another such window is: with the same recordings, at the same time of them."""
        self.setGeometry(before.geometry())
        self.words.setText(before.words.text())
        self._resumed = before.list.chosen, before.player.position

    def delete(self, chosen: Sequence[Recorded]) -> None:
        """Delete recordings for good, beside the window. Raises UsageError where one is being recorded."""
        open_files = self._open_files()
        if any(part in open_files for each in chosen for part in each.parts):
            self.look()
            raise UsageError(tr("It is being recorded. Stop that first."))

        def work() -> str:
            self.player.wait_until_closed(chosen)
            try:
                for each in chosen:
                    recordings.delete(each)
            except OSError as error:
                file, why = error.filename, error.strerror
                return tr("{file} cannot be deleted: {why}. Another program may have it open.", file=file, why=why)
            return ""

        self.player.show_recordings(())
        self._deleting.start(work)
        self._show_what_can_be_done()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._delete.isEnabled():
            self._ask_whether_to_delete()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F5:
            self.look()
        else:
            # Wherever in the window the keyboard is, these keys are the player's.
            self.player.keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end()

    def _end(self) -> None:
        self._is_over.set()
        self.player.close_all()
        self.exporting.close()
        self._deleting.close()
        self._beside.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._left.setFixedWidth(SIDE if self.width() >= ROOM_FOR_SIDE else NARROW_SIDE)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = self._side()
        row.addWidget(self._left)
        row.addWidget(self.player, 1)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(tr("Recordings"))
        title.setProperty("kind", "title")
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 8, 6)
        head.addWidget(title, 1)
        head.addWidget(self._icon("reset", tr("Read the folder again (F5)"), self.look))
        head.addWidget(self._icon("folder", tr("Open the folder"), self._open_folder))
        self.words.setPlaceholderText(tr("Find a camera or a day"))
        self.words.setAccessibleName(tr("Find a camera or a day"))
        self.words.setToolTip(tr("Find a camera or a day"))
        self.words.setClearButtonEnabled(True)
        search = QHBoxLayout()
        search.setContentsMargins(12, 0, 12, 4)
        search.addWidget(self.words)
        self._about = QLabel()
        self._about.setProperty("kind", "quiet")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        self._about.setContentsMargins(14, 12, 14, 12)
        self._told = QLabel()
        self._told.setProperty("kind", "quiet")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setContentsMargins(14, 8, 14, 0)
        self._told.hide()
        self._export_button = QPushButton(tr("Export…"))
        self._export_button.clicked.connect(lambda: self.exporting.ask_where(self.list.chosen))
        self._delete = QPushButton(tr("Delete…"))
        self._delete.clicked.connect(self._ask_whether_to_delete)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.addWidget(self._export_button)
        foot.addStretch(1)
        foot.addWidget(self._delete)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(search)
        column.addWidget(self._about)
        column.addWidget(self.list, 1)
        column.addWidget(self._told)
        column.addLayout(foot)
        return side

    def _icon(self, name: str, tip: str, do: Callable[[], object]) -> QToolButton:
        button = flat_button(tip)
        button.setIcon(icons.icon(name, style.theme().quiet, 16))
        button.clicked.connect(lambda: do())
        return button

    def _on_found(self, found: list[Recorded] | str) -> None:
        is_first = not self._found
        trouble = found if isinstance(found, str) else ""
        self._found = [] if isinstance(found, str) else found
        self._show_found()
        if not self._found:
            nothing = tr("Nothing was recorded yet. Select a camera on the wall and press R.")
            self._about.setText(trouble or nothing)
        self._about.setVisible(not self._found)
        if is_first and self._found and not self.list.chosen:
            self._choose_first()
            self.list.setFocus()
        if self._not_deleted:
            # They are there still, to be looked at.
            self._on_picked()
            self._tell(self._not_deleted)
            self._not_deleted = ""
        self._show_what_can_be_done()

    def _choose_first(self) -> None:
        """The newest, or what was looked at before."""
        resumed, position = self._resumed
        here = [each for each in self._found if each.id in {one.id for one in resumed}]
        self.list.choose(*(here or self._found[:1]))
        if here:
            self.player.begin_at(position)

    def _show_found(self) -> None:
        now = datetime.now()
        self.list.show_recordings([each for each in self._found if _is_meant(each, self.words.text())], now)

    def _on_picked(self) -> None:
        chosen = self.list.chosen
        self._show_what_can_be_done()
        if not self.exporting.is_busy:
            self._tell(tr("%n recordings are shown together at most.", MOST) if len(chosen) > MOST else "")
        self.player.show_recordings(chosen)

    def _show_what_can_be_done(self) -> None:
        chosen = self.list.chosen
        is_growing = any(each.is_growing for each in chosen)
        self._export_button.setEnabled(bool(chosen) and not self.exporting.is_busy)
        self._delete.setEnabled(bool(chosen) and not is_growing and not self._deleting.is_busy)
        self._delete.setToolTip(tr("It is being recorded. Stop that first.") if is_growing else "")

    def _on_deleted(self, trouble: str) -> None:
        self._not_deleted = trouble
        self.look()

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._show_what_can_be_done()

    def _open_folder(self) -> None:
        if not self._folder.is_dir():
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _ask_whether_to_delete(self) -> None:
        DeleteDialog(self.list.chosen, self.delete, self).open()


def _is_meant(recorded: Recorded, words: str) -> bool:
    """Whether all that is searched for stands in its name, its day or its time."""
    then = times.local(recorded.started_ns)
    text = f"{recorded.camera} {then:%Y-%m-%d %H:%M %A %B} {recorded.id.parent.name}".casefold()
    return all(word in text for word in words.casefold().split())
