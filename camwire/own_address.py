"""Whether a connection still begins at an address of this computer: where it has got another one, nothing comes back,
and the system says nothing of it for many seconds."""

import errno
import socket
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """Where a TCP connection begins; `place` is as the system's sockets have it."""

    family: int
    place: tuple[Any, ...]

    @classmethod
    def of(cls, descriptor: int) -> "OwnAddress | None":
        """The own end of this connection, which belongs to somebody else; None where it is gone by now."""
        try:
            connection = socket.socket(fileno=descriptor)
        except OSError:
            return None
        try:
            host, _, *rest = connection.getsockname()
            return cls(connection.family, (host, 0, *rest))
        except (OSError, ValueError):
            return None
        finally:
            connection.detach()

    @property
    def is_here(self) -> bool:
        """Whether this computer has it. What cannot be found out is taken for so."""
        try:
            with socket.socket(self.family) as trial:
                trial.bind(self.place)
        except OSError as error:
            return error.errno not in _GONE
        return True


# EADDRNOTAVAIL of this system, and of Windows.
_GONE = (errno.EADDRNOTAVAIL, 10049)
