"""A lock that programs share by a file."""

import subprocess
import sys
from pathlib import Path

import pytest

from camwire.file_lock import Held, lock

HOLDS = """
import sys
from pathlib import Path
from camwire.file_lock import lock
held = lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_that_one_of_two_has_it_until_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    first = lock(path)
    with pytest.raises(Held):
        lock(path, patience=0)
    first.close()
    lock(path, patience=0).close()
    assert path.stat().st_size == 0


def test_that_the_system_takes_it_from_a_program_that_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    command = [sys.executable, "-c", HOLDS, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Held):
            lock(path, patience=0)
        other.kill()
        other.wait()
    lock(path).close()
