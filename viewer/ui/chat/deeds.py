"""What is done about a line when somebody clicks on it, or chooses from its menu."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from camwire.errors import UsageError
from camwire.translation import phrase, tr
from camwire.values import Jpeg
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import ChatLine, Delivery
from viewer.ui.cards import actions
from viewer.ui.cards.actions import Action
from viewer.ui.chat.bubbles import BubbleDelegate
from viewer.ui.chat.line_content import PENDING
from viewer.ui.chat.saving import Saving
from viewer.ui.dialogs import folders
from viewer.ui.dialogs.picture import PictureDialog

NAMES: dict[type[object], str] = {
    actions.OpenLink: phrase("Open the link"),
    actions.ShowPicture: phrase("Show the picture"),
    actions.ShowPinned: phrase("Show the picture it is about"),
    actions.SaveBytes: phrase("Save as…"),
    actions.FetchFile: phrase("Get the file"),
    actions.SaveFile: phrase("Save as…"),
    actions.OpenFolder: phrase("Open folder"),
    actions.Retry: phrase("Retry"),
    actions.Edit: phrase("Edit"),
    actions.Cancel: phrase("Cancel"),
}


class ChatDeeds(QObject):
    """`fold(line, fold)` shows more or less of a line; `edit(text)` puts text where one types."""

    troubled = Signal(str)
    told = Signal(str)
    edit_wanted = Signal(str)
    fold_wanted = Signal(object, object)  # ChatLine, Fold

    def __init__(self, session: Session, delegate: BubbleDelegate, panel: QWidget) -> None:
        super().__init__(panel)
        self._session = session
        self._delegate = delegate
        self._panel = panel
        self._saving = Saving(self)
        self._saving.told.connect(self.told)
        self._saving.troubled.connect(self.troubled)

    def act(self, line: ChatLine, action: Action) -> None:
        """Do what a click asked for."""
        match action:
            case actions.OpenLink(url):
                QDesktopServices.openUrl(QUrl(url))
            case actions.ShowPicture(picture):
                self._show(picture, line)
            case actions.ShowPinned():
                self._show_pinned(line)
            case actions.Fold():
                self.fold_wanted.emit(line, action)
            case actions.SaveBytes(content):
                self._ask_where("data.bin", lambda path: self._saving.write(content, path))
            case actions.FetchFile() if self._session.files is not None:
                self._session.files.fetch(line)
            case actions.SaveFile():
                name, source = line.file.name if line.file else "file", Path(line.path)
                self._ask_where(name, lambda path: self._saving.copy(source, path))
            case actions.OpenFolder():
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(line.path).parent)))
            case actions.Retry():
                self._try(lambda: self._retry(line))
            case actions.Edit():
                self.edit_wanted.emit(self._asked(line).text)
            case actions.Cancel():
                self._try(lambda: self._cancel(line))

    def show_menu(self, line: ChatLine, where: QPoint) -> None:
        """All that can be done about a line."""
        menu = QMenu(self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy text")).triggered.connect(lambda: QGuiApplication.clipboard().setText(line.text))
        seen: set[tuple[str, object]] = set()
        for offer in self._delegate.offers(line):
            action = offer.action
            name = offer.text if isinstance(action, actions.Fold) else tr(NAMES.get(type(action), ""))
            if action is not None and name and (name, str(action)) not in seen:
                seen.add((name, str(action)))
                menu.addAction(name).triggered.connect(lambda _=False, each=action: self.act(line, each))
        if line.delivery is Delivery.QUEUED and self._session.can_take_back:
            menu.addAction(tr("Do not send")).triggered.connect(lambda: self._take_back(line))
        elif line.role == "command" and line.delivery in PENDING and "Cancel" not in [name for name, _ in seen]:
            menu.addAction(tr("Cancel")).triggered.connect(lambda: self.act(line, actions.Cancel()))
        menu.popup(where)

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except (UsageError, OSError) as error:
            self.troubled.emit(str(error))

    def _asked(self, line: ChatLine) -> ChatLine:
        """The line of ours that failed: this one, or the one that the camera could not do."""
        asked = self._session.chat.asked(line) if line.role == "failure" else None
        return asked or line

    def _retry(self, line: ChatLine) -> None:
        asked = self._asked(line)
        files = self._session.files
        if asked.file is not None and asked.is_mine and files is not None:
            files.send(Path(asked.path), self.troubled.emit)
        elif asked.file is not None and files is not None:
            files.fetch(asked)
        else:
            self._session.retry(asked)

    def _take_back(self, line: ChatLine) -> None:
        if not self._session.take_back(line):
            self.troubled.emit(tr("It may have reached the camera already, so it cannot be taken back."))

    def _cancel(self, line: ChatLine) -> None:
        if line.file is not None and self._session.files is not None and self._session.files.stop(line):
            return
        self._session.cancel(line)

    def _show(self, picture: object, line: ChatLine) -> None:
        title = f"{self._session.name[:60]}"
        PictureDialog(picture, title, f"{_file_name(self._session.name)}-{line.id}", self._panel.window()).open()

    def _show_pinned(self, line: ChatLine) -> None:
        try:
            self._show(Jpeg.of(self._session.talk.thumbnail(line)), line)
        except UsageError as error:
            self.troubled.emit(str(error))

    def _ask_where(self, name: str, save: Callable[[Path], object]) -> None:
        kind = QStandardPaths.StandardLocation.DownloadLocation
        ask = QFileDialog(self._panel, tr("Save as"), str(folders.beginning(kind) / name))
        folders.follow(ask, kind)
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.selectFile(name)
        ask.fileSelected.connect(lambda path: save(Path(path)))
        ask.open()


def _file_name(name: str) -> str:
    return "".join(each if each.isalnum() else "-" for each in name)[:40] or "camera"
