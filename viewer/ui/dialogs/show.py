"""Sends pictures of this computer, of a file or of another camera to a camera that takes them; says how that goes."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from camwire.errors import UsageError
from camwire.translation import figure, phrase, tr
from viewer.core.controls.control_words import AS_THE_SOURCE
from viewer.core.own.cameras import OwnCameras
from viewer.core.sessions.session import Session
from viewer.core.showing.program import FromProgram
from viewer.core.showing.showing import Showing, refusal_of
from viewer.core.showing.showings import Showings
from viewer.core.showing.source import FromCamera, PictureSource
from viewer.ui.dialogs import folders
from viewer.ui.dialogs.base import Dialog
from viewer.ui.dialogs.own_choice import OwnChoice
from viewer.ui.look.choice import Choice

OWN, FILE, CAMERA = range(3)
SOURCES = [phrase("A camera of this computer"), phrase("A video file"), phrase("A camera of this wall")]
PERCENT = [100, 75, 50, 25]
RATES = [None, 30, 25, 15, 10, 5, 1]
LOOK_MS = 250
LOOKED_FOR = phrase("The cameras of this computer are being looked for. Wait a moment and start again.")
WHY_NOT = {
    "camera-busy": phrase("because the camera was not ready"),
    "rate": phrase("beyond the rate"),
    "away": phrase("because the camera was away"),
    "shrink-busy": phrase("because this computer was busy"),
}


class ShowDialog(Dialog):
    """Closing it leaves the pictures as they are: `showings` owns them. `own` are the wall's own cameras, if any."""

    def __init__(self, session: Session, showings: Showings, parent: QWidget, own: OwnCameras | None = None) -> None:
        super().__init__(tr("Send pictures to {name}", name=session.name[:60]), parent)
        self._session = session
        self._showings = showings
        self._own_cameras = own
        self._others = [each for each in showings.fleet if each is not session]
        self.source = Choice(tr("Where the pictures come from"), map(tr, SOURCES))
        self.own_camera = OwnChoice(tr("Which camera of this computer"))
        self.file = QLineEdit()
        self.file.setAccessibleName(tr("Which file"))
        self.file.setPlaceholderText(tr("Path of the file, or a URL"))
        self._browse = QPushButton(tr("Choose …"))
        self._browse.clicked.connect(self._on_browse)
        self.camera = Choice(tr("Which camera"), [each.name for each in self._others])
        self.percent = Choice(tr("Size"), [f"{percent} %" for percent in PERCENT])
        self.rate = Choice(tr("Rate"), [tr(AS_THE_SOURCE) if rate is None else f"{rate}" for rate in RATES])
        self.state = self.text("", "strong")
        self.figures = self.text("", "quiet")
        self.start = QPushButton(tr("Start"))
        self.stop = QPushButton(tr("Stop"))
        self._build()
        self.source.currentIndexChanged.connect(self._show)
        self.own_camera.told.connect(self._show)
        self.finished.connect(self.own_camera.stop)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)
        self._show()
        self.look()
        self.source.setFocus()

    def look(self) -> None:
        """Bring the sentence and the figures up to date."""
        showing = self._showings.to(self._session)
        self.start.setText(tr("Start") if showing is None else tr("Start anew"))
        self.stop.setEnabled(showing is not None)
        sentence = refusal_of(self._session) if showing is None else showing.sentence
        self.figures.setText(tr("Nothing is sent.") if showing is None else figures_of(showing))
        if sentence != self.state.text() or bool(sentence) == self.state.isHidden():
            self.state.setText(sentence)
            self.state.setVisible(bool(sentence))
            self.refit()

    def _build(self) -> None:
        file = QWidget()
        row = QHBoxLayout(file)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.file, 1)
        row.addWidget(self._browse)
        self._places: list[QWidget] = [self.own_camera.row, file, self.camera]
        self.start.clicked.connect(self._on_start)
        self.stop.setAutoDefault(False)
        self._browse.setAutoDefault(False)
        self.stop.clicked.connect(self._on_stop)
        box = QDialogButtonBox()
        box.addButton(self.start, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.stop, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        box.rejected.connect(self.reject)
        self.fill(
            *(self.text(tr("Pictures from"), "strong"), self.source, *self._places),
            *(self.text(tr("Size, of the source's width and height"), "strong"), self.percent),
            *(self.text(tr("Pictures a second, at most"), "strong"), self.rate),
            *(self.state, self.figures, self.trouble),
            self.text(tr("They are sent until you stop them here, also when this window is closed."), "quiet"),
            box,
        )
        # Only in a dialog does it stay the default when the keyboard has been on another button.
        self.start.setDefault(True)

    def _show(self) -> None:
        for index, place in enumerate(self._places):
            place.setVisible(index == self.source.currentIndex())
        self._say(self.own_camera.sentence if self.source.currentIndex() == OWN else "")

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.refit()

    def _on_start(self) -> None:
        sentence = ""
        try:
            source, rate = self._chosen(), RATES[self.rate.currentIndex()]
            percent = PERCENT[self.percent.currentIndex()]
            self._showings.begin(Showing(self._session, source, percent, rate))
        except UsageError as error:
            sentence = str(error)
        self.look()
        self._say(sentence)

    def _on_stop(self) -> None:
        self._showings.end(self._session)
        self.look()
        self.start.setFocus()

    def _chosen(self) -> PictureSource:
        match self.source.currentIndex():
            case index if index == OWN:
                return self._own_source()
            case index if index == FILE:
                file = self.file.text().strip()
                if not file:
                    raise UsageError(tr("Which file? Choose one, or write its path."))
                return FromProgram(file)
            case _ if not self._others:
                raise UsageError(tr("There is no other camera on this wall. Add one first."))
            case _:
                return FromCamera(self._others[self.camera.currentIndex()])

    def _own_source(self) -> PictureSource:
        chosen = self.own_camera.chosen
        if chosen is None:
            raise UsageError(self.own_camera.sentence or tr(LOOKED_FOR))
        address = None if self._own_cameras is None else self._own_cameras.address_of(chosen.source)
        # Only one program can open a webcam, and the wall's own one has it.
        on_wall = next((each for each in self._others if each.identity.key == address), None)
        return FromProgram(chosen.source) if on_wall is None else FromCamera(on_wall)

    def _on_browse(self) -> None:
        kind = QStandardPaths.StandardLocation.MoviesLocation
        where = str(Path(self.file.text()).parent if self.file.text() else folders.beginning(kind))
        file, _ = QFileDialog.getOpenFileName(self, tr("Choose a video"), where)
        if file:
            folders.remember(file, kind)
            self.file.setText(file)


def figures_of(showing: Showing) -> str:
    """How it goes, in figures."""
    figures = showing.figures
    if not figures.sent:
        return tr("Nothing is sent yet.")
    drops = ", ".join(f"{figure(count, ',')} {tr(WHY_NOT.get(cause, cause))}" for cause, count in figures.drops.items())
    size = f"{figures.width} × {figures.height}"
    return tr("{size}, {fps:.1f} pictures a second, {sent:,} sent.", size=size, fps=figures.fps, sent=figures.sent) + (
        tr(" Not sent: {drops}.", drops=drops) if drops else ""
    )
