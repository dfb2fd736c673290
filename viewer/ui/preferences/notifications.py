"""When the desktop is told what cameras say."""

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QHBoxLayout, QLabel

from camwire.translation import tr
from viewer.core.settings import NotificationSettings
from viewer.ui.preferences.part import Part, ValueChoice

STEP = 30
USUAL = 22 * 60, 7 * 60


class Notifications(Part):
    """Whether, with a sound or not, and in which hours not."""

    def __init__(self, settings: NotificationSettings) -> None:
        super().__init__(tr("Notifications"))
        self._settings = settings
        self.shown = self.switch(tr("Show what cameras say while I look elsewhere"), settings.shown)
        self.sound = self.switch(tr("With a sound, where the desktop makes one"), settings.sound)
        has_hours = settings.quiet_from != settings.quiet_until
        begin, end = (settings.quiet_from, settings.quiet_until) if has_hours else USUAL
        self.has_hours = self.switch(tr("Quiet hours"), has_hours)
        times = [(minute, _clock(minute)) for minute in range(0, 24 * 60, STEP)]
        self.begin = ValueChoice(tr("Quiet from"), times, begin, _clock(begin))
        self.end = ValueChoice(tr("Quiet until"), times, end, _clock(end))
        hours = QHBoxLayout()
        hours.addWidget(self.begin, 1)
        hours.addWidget(QLabel("–"))
        hours.addWidget(self.end, 1)
        self.row("", hours)
        self.shown.toggled.connect(self._on_toggled)
        self.has_hours.toggled.connect(self._on_toggled)
        self._on_toggled()

    def keep(self) -> None:
        settings = self._settings
        settings.shown = self.shown.isChecked()
        settings.sound = self.sound.isChecked()
        settings.quiet_from, settings.quiet_until = 0, 0
        if self.has_hours.isChecked():
            settings.quiet_from, settings.quiet_until = self.begin.value, self.end.value

    def _on_toggled(self) -> None:
        is_on = self.shown.isChecked()
        for widget in (self.sound, self.has_hours):
            widget.setEnabled(is_on)
        for choice in (self.begin, self.end):
            choice.setEnabled(is_on and self.has_hours.isChecked())


def _clock(minute: int) -> str:
    return QLocale().toString(QTime(minute // 60, minute % 60), QLocale.FormatType.ShortFormat)
