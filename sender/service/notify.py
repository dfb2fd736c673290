"""Words to systemd, as sd_notify(3) sends them."""

import contextlib
import os
import socket

MICRO = 1_000_000


class Notifier:
    """Sends to the datagram socket at `address`: a path or, after an @, an abstract name. Never waits, never raises."""

    def __init__(self, address: str) -> None:
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)

    @classmethod
    def from_environment(cls) -> "Notifier | None":
        """That of systemd, where it started this program; otherwise None."""
        address = os.environ.get("NOTIFY_SOCKET", "")
        return cls(address) if address[:1] in ("/", "@") and hasattr(socket, "AF_UNIX") else None

    def tell(self, *words: str) -> None:
        """Say words such as READY=1, all at once."""
        with contextlib.suppress(OSError):
            self._socket.sendto("\n".join(words).encode(errors="replace"), self._address)

    def close(self) -> None:
        """End it. May be repeated."""
        self._socket.close()


def is_service() -> bool:
    """Whether systemd started this program, and waits to hear of it."""
    return bool(os.environ.get("NOTIFY_SOCKET"))


def watchdog_seconds() -> float | None:
    """After how long without a sign of life systemd ends this program; None: never."""
    try:
        seconds = int(os.environ.get("WATCHDOG_USEC", "0")) / MICRO
        is_for_us = int(os.environ.get("WATCHDOG_PID", "") or os.getpid()) == os.getpid()
    except ValueError:
        return None
    return seconds if seconds > 0 and is_for_us else None
