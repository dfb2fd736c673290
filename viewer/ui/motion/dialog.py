"""Asks how a camera is to be watched for motion: where, how closely, and what is to be done then."""

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from camwire.translation import tr
from viewer.core.controls.slider_scale import SliderScale
from viewer.core.motion.detector import Region
from viewer.core.motion.watch import MotionWatch
from viewer.core.sessions.session import Session
from viewer.core.settings import MotionSettings
from viewer.ui.controls.slider import Slider
from viewer.ui.controls.switch import Switch
from viewer.ui.dialogs.base import Dialog
from viewer.ui.look.choice import Choice
from viewer.ui.motion.meter import Meter
from viewer.ui.motion.region_field import RegionField

LOOK_MS = 100
LENGTHS = (10, 30, 60, 300)
USUAL_SECONDS = 30


class MotionDialog(Dialog):
    """What is chosen is tried at once, and kept with a click on *Save*."""

    def __init__(self, session: Session, watch: MotionWatch, parent: QWidget) -> None:
        super().__init__(tr("Watch {camera} for motion", camera=session.name[:60]), parent)
        self._session = session
        self._watch = watch
        chosen = watch.settings_of(session)
        self.is_on = Switch(tr("Watch for motion"))
        self.is_on.setChecked(chosen.on)
        self.field = RegionField(Region(*chosen.region))
        self.sensitivity = Slider(SliderScale(0, 100, 1, is_whole=True), tr("Sensitivity"))
        self.sensitivity.show_number(chosen.sensitivity)
        self.meter = Meter()
        self.badge = QCheckBox(tr("Mark the picture"))
        self.badge.setChecked(chosen.badge)
        self.line = QCheckBox(tr("Note it in the conversation (the camera is not told)"))
        self.line.setChecked(chosen.line)
        self.record = QCheckBox(tr("Record for"))
        self.record.setChecked(chosen.record_seconds > 0)
        self._lengths = sorted({*LENGTHS, chosen.record_seconds} - {0})
        self.length = Choice(tr("How long is recorded"), [_title(each) for each in self._lengths])
        self.length.setProperty("kind", "row")
        self.length.setCurrentIndex(self._lengths.index(chosen.record_seconds or USUAL_SECONDS))
        self._build()
        self.field.changed.connect(self._try)
        self.sensitivity.slid.connect(lambda _number: self._try())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)
        self._try()
        self._look()

    @property
    def chosen(self) -> MotionSettings:
        """What is chosen now."""
        area = self.field.region
        return MotionSettings(
            camera=self._session.identity.key,
            on=self.is_on.isChecked(),
            region=(area.left, area.top, area.right, area.bottom),
            sensitivity=self.sensitivity.value(),
            badge=self.badge.isChecked(),
            line=self.line.isChecked(),
            record_seconds=self._lengths[self.length.currentIndex()] if self.record.isChecked() else 0,
        )

    def done(self, result: int) -> None:
        self._timer.stop()
        self._watch.try_out(self._session, None)
        super().done(result)

    def _build(self) -> None:
        title = self.text(tr("Watch for motion"), "title")
        title.setWordWrap(False)
        head = _row(title, None, self.is_on)
        hint = self.text(tr("Drag a frame around what matters; double-click for the whole picture."), "quiet")
        sensitivity = _row(_label(tr("Sensitivity")), self.sensitivity)
        meter = _row(_label(tr("Moves now")), self.meter)
        self.fill(
            head,
            self.field,
            hint,
            sensitivity,
            meter,
            self.badge,
            self.line,
            _row(self.record, self.length, None),
            self.trouble,
            self.buttons(tr("Save"), self._save),
        )

    def _save(self) -> None:
        self._watch.try_out(self._session, None)
        self._watch.change(self._session, self.chosen)
        self.accept()

    def _try(self) -> None:
        self._watch.try_out(self._session, msgspec.structs.replace(self.chosen, on=True))

    def _look(self) -> None:
        self.field.show_picture(self._session.last_picture)
        self.meter.show_level(self._watch.level(self._session))


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setMinimumWidth(96)
    return label


def _row(*widgets: QWidget | None) -> QWidget:
    """Beside each other; None is where room is left."""
    row = QWidget()
    columns = QHBoxLayout(row)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(10)
    for widget in widgets:
        if widget is None:
            columns.addStretch(1)
        else:
            columns.addWidget(widget, 1 if isinstance(widget, Meter | Slider) else 0)
    return row


def _title(seconds: int) -> str:
    if seconds % 60 == 0:
        return tr("%n minutes", seconds // 60)
    return tr("%n seconds", seconds)
