"""Whoever says much and hangs up at once ends nobody's program."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


def test_that_a_peer_that_hangs_up_while_much_is_unread_does_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.hung_up"], capture_output=True, text=True, check=False, timeout=30
    )
    assert (done.stdout, done.stderr, done.returncode) == ("lives\n", "", 0)
