"""The log on disk, which is kept small, and errors on standard error."""

import logging
import logging.handlers
import platform
import sys
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from camwire import __version__
from camwire.printable import PrintableFormatter
from viewer.console import complain

log = logging.getLogger(__name__)

LOG_BYTES = 2_000_000
LOG_FILES = 5


class LogFile(logging.handlers.RotatingFileHandler):
    """The log on disk. A full disk is said once, and costs nothing but the log."""

    has_failed = False

    def handleError(self, record: logging.LogRecord) -> None:
        if not self.has_failed:
            self.has_failed = True
            complain(f"The log {self.baseFilename} cannot be written ({sys.exc_info()[1]}). Free some space.")


def start_log(file: Path, level: str) -> None:
    """Write the log to a file that is kept small, and errors to standard error."""
    root = logging.getLogger()
    root.setLevel(level.upper())
    shape = PrintableFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    console = logging.StreamHandler()
    console.setLevel(logging.ERROR)
    writers: list[logging.Handler] = [console]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        writers.append(LogFile(file, maxBytes=LOG_BYTES, backupCount=LOG_FILES))
    except OSError as error:
        complain(f"The log {file} cannot be written ({error.strerror}).")
    for writer in writers:
        writer.setFormatter(shape)
        root.addHandler(writer)
    qInstallMessageHandler(_qt_said)
    log.info("Watchword %s on Python %s", __version__, platform.python_version())


def _qt_said(kind: QtMsgType, _context: object, message: str) -> None:
    levels = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}
    logging.getLogger("qt").log(levels.get(kind, logging.WARNING), "%s", message)
