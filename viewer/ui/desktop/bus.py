"""Notifications by D-Bus, as Linux desktops take them (org.freedesktop.Notifications).

Where no bus is, or nobody on it shows notifications, nothing happens; it is tried again with the next one.
"""

import html
import logging
from collections.abc import Callable

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, SLOT, QMetaObject, QObject, Qt, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage, QDBusPendingCallWatcher

from camwire.translation import tr
from viewer.ui.desktop.base import Desktop
from viewer.ui.look import resources

log = logging.getLogger(__name__)

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
# Calls that carry a number wait for their reply, because PySide can marshal an unsigned one only so. A desktop that is
# slower than this is asked again without waiting before the next such call.
PATIENCE_MS = 250
HINTS = {"desktop-entry": "io.github.watchword.Watchword", "category": "im.received"}


class BusDesktop(Desktop):
    """Connects to the session's bus with the first notification; `connect_to()` returns another one."""

    def __init__(
        self, parent: QObject | None = None, connect_to: Callable[[], QDBusConnection] = QDBusConnection.sessionBus
    ) -> None:
        super().__init__(parent)
        self._connect_to = connect_to
        self._bus: QDBusConnection | None = None
        self._service: QDBusInterface | None = None
        self._asking: QDBusPendingCallWatcher | None = None
        self._capabilities: list[str] = []
        self._waiting: dict[str, tuple[str, str]] = {}
        self._numbers: dict[str, int] = {}

    def post(self, key: str, title: str, text: str) -> None:
        self._waiting[key] = (title, text)
        if self._service is not None:
            self._post_waiting()
        elif self._asking is None:
            self._ask()

    def withdraw(self, key: str) -> None:
        self._waiting.pop(key, None)
        number = self._numbers.pop(key, 0)
        if number and self._service is not None:
            QMetaObject.invokeMethod(
                self._service, "CloseNotification", Qt.ConnectionType.DirectConnection, Q_ARG("uint", number)
            )
            self._check()

    def close(self) -> None:
        for key in list(self._numbers):
            self.withdraw(key)
        self._waiting.clear()
        if self._asking is not None:
            self._asking.deleteLater()
        self._asking = self._service = None

    def _ask(self) -> None:
        """Whether somebody shows notifications, and of what kind. Does not wait."""
        if self._bus is None:
            self._bus = self._connect_to()
            if self._bus.isConnected():
                self._listen(self._bus)
        if not self._bus.isConnected():
            self._bus = None
            self._waiting.clear()
            return
        call = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "GetCapabilities")
        self._asking = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)
        self._asking.finished.connect(self._on_asked)

    def _listen(self, bus: QDBusConnection) -> None:
        for name, slot in (
            ("ActionInvoked", "_on_action(uint,QString)"),
            ("NotificationClosed", "_on_closed(uint,uint)"),
        ):
            # What SLOT returns is a str, and PySide takes no bytes, whatever its stubs say.
            bus.connect(SERVICE, PATH, SERVICE, name, self, SLOT(slot))  # type: ignore[call-overload]

    def _on_asked(self, watcher: QDBusPendingCallWatcher) -> None:
        self._asking = None
        watcher.deleteLater()
        if watcher.isError() or self._bus is None:
            log.info("No desktop notifications: %s", watcher.error().message())
            self._waiting.clear()
            return
        answer = watcher.reply().arguments()
        self._capabilities = list(answer[0]) if answer else []
        self._service = QDBusInterface(SERVICE, PATH, SERVICE, self._bus, self)
        self._service.setTimeout(PATIENCE_MS)
        self._post_waiting()

    def _post_waiting(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for key, (title, text) in waiting.items():
            if self._service is not None:
                self._post(self._service, key, title, text)

    def _post(self, service: QDBusInterface, key: str, title: str, text: str) -> None:
        if "body-markup" in self._capabilities:
            text = html.escape(text, quote=False)
        number = QMetaObject.invokeMethod(
            service,
            "Notify",
            Qt.ConnectionType.DirectConnection,
            Q_RETURN_ARG("uint"),
            Q_ARG(str, "Watchword"),
            Q_ARG("uint", self._numbers.get(key, 0)),
            Q_ARG(str, (resources.folder() / "icons" / "watchword.svg").as_uri()),
            Q_ARG(str, title),
            Q_ARG(str, text),
            Q_ARG("QStringList", ["default", tr("Open chat")] if "actions" in self._capabilities else []),
            Q_ARG("QVariantMap", HINTS | ({} if self.has_sound else {"suppress-sound": True})),
            Q_ARG(int, -1),
        )
        if self._check():
            self._numbers[key] = int(number)  # type: ignore[call-overload]

    def _check(self) -> bool:
        """Whether the last call went well; if not, ask again before the next."""
        if self._service is None or not self._service.lastError().isValid():
            return self._service is not None
        log.info("Desktop notifications failed: %s", self._service.lastError().message())
        self._service.deleteLater()
        self._service = None
        self._numbers.clear()
        return False

    @Slot("uint", str)
    def _on_action(self, number: int, _action: str) -> None:
        for key in self._keys(number):
            self.clicked.emit(key)

    @Slot("uint", "uint")
    def _on_closed(self, number: int, _reason: int) -> None:
        for key in self._keys(number):
            del self._numbers[key]
            self.dismissed.emit(key)

    def _keys(self, number: int) -> list[str]:
        return [key for key, each in self._numbers.items() if each == number]
