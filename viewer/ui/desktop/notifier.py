"""Tells a person who looks elsewhere that a camera has said something."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from camwire.translation import tr
from viewer.core.quiet import is_quiet
from viewer.core.sessions.session import Session
from viewer.core.settings import NotificationSettings
from viewer.core.talk.chat import MOTION, ChatLine
from viewer.ui.bridge import CameraBridge
from viewer.ui.cards.plain import one_line
from viewer.ui.desktop.base import Desktop
from viewer.ui.desktop.front import bring_to_front

MOST_CHARACTERS = 200
# What comes at once is told at once: a camera that is back may have much to say.
GATHER_MS = 150
# More cameras than these are told of in one notification.
MOST_APART = 3
TOGETHER = "together"


@dataclass(slots=True)
class _News:
    bridge: CameraBridge
    count: int = 0
    text: str = ""
    is_told: bool = True


class Notifier(QObject):
    """One notification for each camera, replaced by the next, while `window` is not in front; one for all where many
    have something to say. Owns `desktop`."""

    chosen = Signal(object)  # Session

    def __init__(
        self,
        window: QWidget,
        desktop: Desktop,
        settings: NotificationSettings | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(window)
        self._settings = settings or NotificationSettings()
        self._clock = clock
        self._window = window
        self._desktop = desktop
        desktop.setParent(self)
        self._news: dict[str, _News] = {}
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(GATHER_MS)
        self._gather.timeout.connect(self._tell)
        desktop.clicked.connect(self._on_clicked)
        desktop.dismissed.connect(self._forget_news)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self.look)

    def watch(self, session: Session) -> None:
        """Tell what this camera says."""
        news = self._news[session.identity.key] = _News(CameraBridge(session, self))
        news.bridge.line_added.connect(lambda line: self._on_line(news, line))

    def forget(self, session: Session) -> None:
        """The camera is removed."""
        news = self._news.pop(session.identity.key)
        news.bridge.let_go()
        news.bridge.deleteLater()
        self._desktop.withdraw(session.identity.key)

    def look(self) -> None:
        """The person may look at the window now: take back what was told."""
        if not self.is_away:
            for key, news in self._news.items():
                if news.count:
                    self._forget_news(key)
                    self._desktop.withdraw(key)
            self._desktop.withdraw(TOGETHER)

    def let_go(self) -> None:
        """Another one tells it from now on, on the same desktop."""
        self._gather.stop()
        self._desktop.clicked.disconnect(self._on_clicked)
        self._desktop.dismissed.disconnect(self._forget_news)
        for news in self._news.values():
            news.bridge.let_go()
        self._desktop.setParent(None)
        self.deleteLater()

    def close(self) -> None:
        """Tell nothing any more."""
        self._gather.stop()
        self._desktop.close()

    @property
    def is_away(self) -> bool:
        """Whether the person looks elsewhere."""
        is_active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        return self._window.isMinimized() or not self._window.isVisible() or not is_active

    def _on_line(self, news: _News, line: ChatLine) -> None:
        session = news.bridge.session
        if line.is_mine or line.role == MOTION or session.chat.is_muted or not self.is_away:
            return
        news.count += 1
        news.text = line.text if line.file is None else tr("File: {name}", name=line.file.name)
        if is_quiet(self._settings, self._clock()):
            return
        news.is_told = False
        if not self._gather.isActive():
            self._gather.start()

    def _tell(self) -> None:
        if not self.is_away:
            return
        self._desktop.has_sound = self._settings.sound
        new = {key: news for key, news in self._news.items() if not news.is_told}
        if not new:
            return
        QApplication.alert(self._window)
        for news in new.values():
            news.is_told = True
        heard = [news for news in self._news.values() if news.count]
        if len(heard) > MOST_APART:
            self._tell_together(heard)
            return
        for key, news in new.items():
            self._desktop.post(key, one_line(news.bridge.session.name, 80), _body(news))

    def _tell_together(self, heard: list[_News]) -> None:
        for news in heard:
            self._desktop.withdraw(news.bridge.session.identity.key)
        count = tr("%n new messages", sum(news.count for news in heard))
        names = one_line(", ".join(news.bridge.session.name for news in heard), MOST_CHARACTERS)
        self._desktop.post(TOGETHER, tr("%n cameras", len(heard)) + f": {count}", names)

    def _forget_news(self, key: str) -> None:
        for each in self._news if key == TOGETHER else (key,):
            news = self._news.get(each)
            if news is not None:
                news.count, news.is_told = 0, True

    def _on_clicked(self, key: str) -> None:
        news = self._first_heard if key == TOGETHER else self._news.get(key)
        bring_to_front(self._window)
        if news is not None:
            self._forget_news(key)
            self._desktop.withdraw(key)
            self.chosen.emit(news.bridge.session)

    @property
    def _first_heard(self) -> _News | None:
        return next((news for news in self._news.values() if news.count), None)


def _body(news: _News) -> str:
    """At most 200 characters; after the first line, how many there are as well."""
    head = tr("%n new messages", news.count) + "\n" if news.count > 1 else ""
    return head + one_line(news.text, MOST_CHARACTERS - len(head) - 1)
