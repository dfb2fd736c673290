"""Linux desktops keep the screen on when they are asked by D-Bus (org.freedesktop.ScreenSaver)."""

import logging
from collections.abc import Callable

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, Qt
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage, QDBusPendingCallWatcher

from camwire.translation import tr
from viewer.ui.desktop.awake_systems import Awake

log = logging.getLogger(__name__)

SERVICE = "org.freedesktop.ScreenSaver"
PATH = "/org/freedesktop/ScreenSaver"
# The reply holds an unsigned number, which PySide can be given only by a call that waits.
PATIENCE_MS = 250


class BusAwake(Awake):
    """The service lets go by itself when the program ends. `connect_to()` returns the bus."""

    def __init__(self, connect_to: Callable[[], QDBusConnection] = QDBusConnection.sessionBus) -> None:
        self._connect_to = connect_to
        self._asking: QDBusPendingCallWatcher | None = None
        self._service: QDBusInterface | None = None
        self._cookie = 0

    @property
    def is_asking(self) -> bool:
        """Whether it is not known yet if there is anybody to be asked."""
        return self._asking is not None

    @property
    def is_granted(self) -> bool:
        """Whether the desktop keeps the screen on for us."""
        return self._service is not None

    def _hold(self) -> bool:
        bus = self._connect_to()
        if not bus.isConnected():
            return False
        # Who answers this soon answers the rest as well: what follows waits for its replies.
        call = QDBusMessage.createMethodCall(SERVICE, PATH, "org.freedesktop.DBus.Introspectable", "Introspect")
        self._asking = QDBusPendingCallWatcher(bus.asyncCall(call))
        self._asking.finished.connect(lambda watcher: self._on_asked(watcher, bus))
        return True

    def _release(self) -> None:
        self._asking = None
        if self._service is not None:
            QMetaObject.invokeMethod(
                self._service, "UnInhibit", Qt.ConnectionType.DirectConnection, Q_ARG("uint", self._cookie)
            )
            self._service = None

    def _on_asked(self, watcher: QDBusPendingCallWatcher, bus: QDBusConnection) -> None:
        if watcher is not self._asking:
            return
        self._asking = None
        service = QDBusInterface(SERVICE, PATH, SERVICE, bus) if not watcher.isError() else None
        if service is None or not service.isValid():
            log.info("No screen saver was found: the screen may go dark")
            return
        service.setTimeout(PATIENCE_MS)
        cookie = QMetaObject.invokeMethod(
            service,
            "Inhibit",
            Qt.ConnectionType.DirectConnection,
            Q_RETURN_ARG("uint"),
            Q_ARG(str, "Watchword"),
            Q_ARG(str, tr("Cameras are shown in full screen")),
        )
        if service.lastError().isValid():
            log.info("The screen may go dark: %s", service.lastError().message())
            return
        self._service, self._cookie = service, int(cookie)  # type: ignore[call-overload]
