"""One program for each folder of settings: a second start hands its wishes to the first, and ends.

Who holds the lock is the first, and listens at a socket of its own, which only this user reaches.
"""

import hashlib
import logging
import os
import sys
import tempfile
import time
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from viewer.core.wishes import Wishes
from viewer.ui.desktop.lock import is_damaged, is_ours

log = logging.getLogger(__name__)

# A command line is as long as this at most, where systems have a limit at all.
MOST_BYTES = 4 * 1024 * 1024
MOST_GUESTS = 8
# What systems allow for a socket, less what Qt puts around the name while it makes one.
MOST_OF_A_PATH = 80
HEARD = b"heard\n"
# A first one that is still starting has no socket yet, and one that is busy answers late.
PATIENCE_S = 10.0
TRY_MS = 250
GUEST_MS = 3000


class Standing(Enum):
    """What a start of the program came to."""

    FIRST = auto()
    """It is the one that runs."""
    HEARD = auto()
    """The one that runs has heard what is wanted."""
    UNHEARD = auto()
    """There is one that runs, and it does not answer."""
    TOO_MUCH = auto()
    """There is one that runs, and what is wanted is more than it listens to."""


class Instance(QObject):
    """This start of the program, for the settings that `lock` is for. Lives in the window's thread."""

    asked = Signal(object)  # Wishes

    def __init__(self, lock: QLockFile) -> None:
        super().__init__()
        self._lock = lock
        self._server: QLocalServer | None = None

    def settle(self, wishes: Wishes, patience: float | None = None) -> Standing:
        """Be the first, or tell the first what is wanted. Waits for its answer, at most `patience` seconds."""
        until = time.monotonic() + (PATIENCE_S if patience is None else patience)
        line = wishes.encoded()
        while not is_ours(self._lock):
            if len(line) > MOST_BYTES:
                return Standing.TOO_MUCH
            was_damaged = is_damaged(self._lock)
            if self._told(line):
                return Standing.HEARD
            # Nobody answers, and it was not being written: a crash of the system left it so, or a backup brought it
            # back. Where somebody holds it all the same, the system keeps it from being removed.
            if was_damaged and is_damaged(self._lock):
                self._lock.removeStaleLockFile()
            if time.monotonic() > until:
                return Standing.UNHEARD
        return Standing.FIRST

    def serve(self) -> None:
        """Hear from now on what later starts want. Only for the first."""
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # Of one that was killed: the lock is ours, so nobody listens there.
        QLocalServer.removeServer(self.address)
        if not self._server.listen(self.address):
            log.warning("Later starts cannot be heard: %s", self._server.errorString())

    @property
    def address(self) -> str:
        """Where the first listens."""
        return _address(Path(self._lock.fileName()))

    def close(self) -> None:
        """Let another one be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _told(self, line: bytes) -> bool:
        _let_others_come_to_front()
        socket = QLocalSocket()
        socket.connectToServer(self.address)
        if not socket.waitForConnected(TRY_MS):
            time.sleep(TRY_MS / 1000)
            return False
        socket.write(line)
        socket.waitForReadyRead(GUEST_MS)
        return bytes(socket.readAll().data()) == HEARD

    def _on_connection(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._server.findChildren(_Guest)) >= MOST_GUESTS:
                socket.abort()
                socket.deleteLater()
            else:
                _Guest(socket, self, self._server)


class _Guest(QObject):
    """A later start that is being heard; goes with its connection."""

    def __init__(self, socket: QLocalSocket, host: Instance, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._host = host
        self._said = b""
        socket.setParent(self)
        socket.readyRead.connect(self._hear)
        socket.disconnected.connect(self.deleteLater)
        QTimer.singleShot(GUEST_MS, self, socket.abort)
        self._hear()

    def _hear(self) -> None:
        self._said += bytes(self._socket.readAll().data())
        line, end, _ = self._said.partition(b"\n")
        if len(self._said) > MOST_BYTES:
            self._socket.abort()
        elif end:
            self._said = b""
            self._answer(line)

    def _answer(self, line: bytes) -> None:
        try:
            wishes = Wishes.decoded(line)
        except ValueError as error:
            log.warning("A later start said what cannot be understood: %s", error)
            self._socket.abort()
            return
        self._socket.write(HEARD)
        self._socket.flush()
        self._socket.disconnectFromServer()
        self._host.asked.emit(wishes)


def _address(lock: Path) -> str:
    """Where the first listens: a place that only this user can write to, and short, as sockets want it."""
    name = f"watchword-{hashlib.sha256(os.fsencode(lock.resolve())).hexdigest()[:16]}"
    if sys.platform == "win32":
        return name
    for folder in (os.environ.get("XDG_RUNTIME_DIR", ""), str(lock.parent)):
        if folder and Path(folder).is_dir() and len(os.fsencode(folder)) + len(name) < MOST_OF_A_PATH:
            return str(Path(folder) / name)
    return str(Path(tempfile.gettempdir()) / f"{name}-{os.getuid()}")


def _let_others_come_to_front() -> None:
    """Windows lets only the program in front, which this start is, say who else may come there."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
