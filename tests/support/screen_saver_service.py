"""A desktop's screen saver, as a program on the session's bus: prints what it is asked as JSON."""

import json
import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

NAME, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
COOKIE = 4_000_000_001


def say(*what: object) -> None:
    print(json.dumps(what), flush=True)


@ClassInfo({"D-Bus Interface": NAME})
class Service(QObject):
    @Slot(str, str, result="uint")
    def Inhibit(self, program: str, reason: str) -> int:
        say("inhibit", program, reason)
        return COOKIE

    @Slot("uint")
    def UnInhibit(self, cookie: int) -> None:
        say("let go", cookie == COOKIE)


def main() -> None:
    app = QCoreApplication([])
    service = Service()
    bus = QDBusConnection.sessionBus()
    is_here = bus.registerObject(PATH, service, QDBusConnection.RegisterOption.ExportAllSlots)
    say("ready", is_here and bus.registerService(NAME))
    sys.exit(app.exec())


if __name__ == "__main__":
    main()
