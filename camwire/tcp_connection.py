"""A second handle on a TCP connection that ZeroMQ has, to see and to end what ZeroMQ has no words for."""

import contextlib
import os
import socket
import stat
import struct
import sys

# Linux's `struct tcp_info`: its tcpi_state, and tcpi_bytes_received. Elsewhere it is another one.
_TOLD = struct.Struct("=B127xQ")
_ESTABLISHED = 1
_AT_ONCE = getattr(socket, "MSG_DONTWAIT", 0)


def as_written(address: str) -> str:
    """An IP address as people know it: sockets of IPv6 put something before those of IPv4."""
    return address.removeprefix("::ffff:")


class TcpConnection:
    """Until `close`: as long as it is open, the other end does not see that ZeroMQ has closed its handle."""

    def __init__(self, handle: socket.socket) -> None:
        self._handle = handle

    @classmethod
    def of(cls, descriptor: int) -> "TcpConnection | None":
        """Of the connection with this descriptor; None where it is gone by now, or this program can open no more."""
        try:
            if os.name == "posix" and not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                # A file has its number by now. To copy and close that would free this program's locks on it.
                return None
            # Not `socket.dup()`: that would make ZeroMQ's own handle one that waits.
            return cls(socket.socket(fileno=socket.dup(descriptor)))
        except OSError:
            return None

    @property
    def address(self) -> str:
        """The IP address of the other end; empty if it is gone."""
        try:
            place = self._handle.getpeername()
        except OSError:
            return ""
        return as_written(str(place[0])) if isinstance(place, tuple) else ""

    @property
    def received(self) -> int:
        """Bytes that have come by now, read or not; 0 where the system does not tell."""
        told = self._told
        return 0 if told is None else told[1]

    @property
    def has_hung_up(self) -> bool:
        """Whether the other end has closed it; where the system does not tell, all that it had sent must be read."""
        told = self._told
        if told is not None:
            return told[0] != _ESTABLISHED
        try:
            return not self._handle.recv(1, socket.MSG_PEEK | _AT_ONCE)
        except BlockingIOError:
            return False
        except OSError:
            return True

    @property
    def _told(self) -> tuple[int, int] | None:
        """The state of the connection, and how many bytes have come."""
        if sys.platform != "linux":
            return None
        try:
            told = self._handle.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _TOLD.size)
            state, received = _TOLD.unpack(told)
        except (OSError, struct.error):
            return None
        return state, received

    def end(self) -> None:
        """Close it for both ends: ZeroMQ takes it that the other one has hung up."""
        with contextlib.suppress(OSError):
            self._handle.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of this handle. May be repeated."""
        self._handle.close()
