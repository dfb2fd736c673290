"""Tests with a process of their own, in which picamera2 finds the simulated board and nothing from before.

@apart(cameras=2)
def test_that_…(pi: Simulation) -> None:
"""

import functools
import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.simulated_pi import Simulation, install

ROOT = Path(__file__).parents[2]
PATIENCE = 180.0
# pytest's own time-out comes later, or nobody would see what the process said.
PYTEST_PATIENCE = PATIENCE + 30
Body = Callable[[Simulation], None]


def apart(**board: Any) -> Callable[[Body], Callable[[], None]]:
    """Run the decorated test in a process in which `install(**board)` was done. It fails with what that one says."""

    def decorate(body: Body) -> Callable[[], None]:
        def test() -> None:
            words = [f"{body.__module__}:{body.__name__}", json.dumps(board)]
            try:
                done = subprocess.run(
                    # Unbuffered, or what it printed would be lost when it has to be killed.
                    [sys.executable, "-u", "-m", "tests.simulated_pi.apart", *words],
                    cwd=ROOT,
                    capture_output=True,
                    text=True,
                    timeout=PATIENCE,
                    check=False,
                )
            except subprocess.TimeoutExpired as late:
                said = _as_text(late.stderr) + _as_text(late.stdout)
                raise AssertionError(f"It did not end within {PATIENCE:.0f} seconds. It said: {said}") from None
            assert done.returncode == 0, done.stderr + done.stdout

        functools.update_wrapper(test, body)
        # pytest would take the simulation for a fixture.
        vars(test)["body"] = vars(test).pop("__wrapped__")
        test.__annotations__ = {}
        return pytest.mark.timeout(PYTEST_PATIENCE)(test)

    return decorate


def _as_text(said: str | bytes | None) -> str:
    # When its time is over, Python gives bytes, whatever was asked for.
    return said.decode(errors="replace") if isinstance(said, bytes) else said or ""


def main() -> None:
    """Run one test's body here."""
    module, _, name = sys.argv[1].partition(":")
    pi = install(**json.loads(sys.argv[2]))
    getattr(importlib.import_module(module), name).body(pi)


if __name__ == "__main__":
    main()
