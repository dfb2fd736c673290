"""The log of the camera program: to systemd's journal in its own way, to everybody else with the time."""

import logging
import os
import sys

from camwire.printable import PrintableFormatter

# As syslog(3) numbers them.
_PRIORITIES = ((logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6))
_LOWEST = 7


class JournalFormatter(PrintableFormatter):
    """Each line bears its priority, as sd-daemon(3) says. The journal has the time."""

    def format(self, record: logging.LogRecord) -> str:
        """The lines of one record."""
        priority = next((number for level, number in _PRIORITIES if record.levelno >= level), _LOWEST)
        return "\n".join(f"<{priority}>{line}" for line in super().format(record).split("\n"))


def is_journal() -> bool:
    """Whether standard error leads into the journal."""
    try:
        it = os.fstat(sys.stderr.fileno())
    except (OSError, ValueError, AttributeError):
        return False
    return os.environ.get("JOURNAL_STREAM", "") == f"{it.st_dev}:{it.st_ino}"


def begin_logging(level: str) -> None:
    """Log from `level` on to standard error."""
    handler = logging.StreamHandler()
    plain = PrintableFormatter("%(asctime)s %(levelname)s %(message)s", datefmt="%H:%M:%S")
    handler.setFormatter(JournalFormatter() if is_journal() else plain)
    logging.basicConfig(level=level.upper(), handlers=[handler])
