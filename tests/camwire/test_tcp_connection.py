"""A second handle on a connection, by a number that may be another's by now."""

import os
import socket
import sys
from pathlib import Path

import pytest

from camwire.tcp_connection import TcpConnection


@pytest.mark.skipif(sys.platform != "linux", reason="it is looked into /proc")
def test_that_nothing_is_kept_of_a_number_that_is_a_file_s_by_now(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w") as file:
        before = len(os.listdir("/proc/self/fd"))
        assert TcpConnection.of(file.fileno()) is None
        assert len(os.listdir("/proc/self/fd")) == before


def test_that_there_is_none_of_a_number_that_is_nobody_s() -> None:
    with socket.socket() as gone:
        number = gone.fileno()
    assert TcpConnection.of(number) is None
