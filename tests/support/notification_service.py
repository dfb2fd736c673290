"""A desktop's notification service, as a program: prints what it is asked as JSON, and does what it reads.

`python notification_service.py [capability…]`; lines it reads: `click 3`, `dismiss 3`, `hang`, `end`.
"""

import json
import sys
import threading
import time

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtDBus import QDBusConnection

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


def say(*what: object) -> None:
    print(json.dumps(what), flush=True)


class Reader(QObject):
    """What is read, from its thread to the service's."""

    read = Signal(str)


@ClassInfo({"D-Bus Interface": NAME})
class Service(QObject):
    ActionInvoked = Signal("uint", str)
    NotificationClosed = Signal("uint", "uint")

    def __init__(self, capabilities: list[str]) -> None:
        super().__init__()
        self._capabilities = capabilities
        self._count = 0

    @Slot(result="QStringList")
    def GetCapabilities(self) -> list[str]:
        return self._capabilities

    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(
        self, app: str, replaces: int, icon: str, title: str, body: str, actions: list[str], hints: object, wait: int
    ) -> int:
        self._count += not replaces
        number = replaces or self._count
        if isinstance(hints, dict) and hints.get("suppress-sound"):
            say("silent")
        say("notify", number, replaces, title, body, actions)
        return number

    @Slot("uint")
    def CloseNotification(self, number: int) -> None:
        say("close", number)

    def obey(self, line: str) -> None:
        verb, _, number = line.partition(" ")
        if verb == "click":
            self.ActionInvoked.emit(int(number), "default")
        elif verb == "dismiss":
            self.NotificationClosed.emit(int(number), 2)
        elif verb == "hang":
            say("hanging")
            time.sleep(5)
        else:
            QCoreApplication.quit()


def main() -> None:
    app = QCoreApplication([])
    service = Service(sys.argv[1:])
    reader = Reader()
    reader.read.connect(service.obey, Qt.ConnectionType.QueuedConnection)
    bus = QDBusConnection.sessionBus()
    everything = QDBusConnection.RegisterOption.ExportAllSlots | QDBusConnection.RegisterOption.ExportAllSignals
    is_here = bus.registerObject(PATH, service, everything) and bus.registerService(NAME)
    say("ready", is_here)

    def read() -> None:
        for line in sys.stdin:
            reader.read.emit(line.strip())
        reader.read.emit("end")

    threading.Thread(target=read, daemon=True).start()
    app.exec()


if __name__ == "__main__":
    main()
