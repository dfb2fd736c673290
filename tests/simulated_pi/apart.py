"""Tests with a process of their own, in which picamera2 finds the simulated board and nothing from before.

@apart(cameras=2)
def test_that_…(pi: Simulation) -> None:
"""

import functools
import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.simulated_pi import Simulation, install
from tests.support import forked

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
            with tempfile.TemporaryFile() as said:
                code = _run(words, said.fileno())
                said.seek(0)
                ending = f"It did not end within {PATIENCE:.0f} seconds" if code is None else f"It ended with {code}"
                assert code == 0, f"{ending}. It said: {said.read().decode(errors='replace')}"

        functools.update_wrapper(test, body)
        # pytest would take the simulation for a fixture.
        vars(test)["body"] = vars(test).pop("__wrapped__")
        test.__annotations__ = {}
        return pytest.mark.timeout(PYTEST_PATIENCE)(test)

    return decorate


def _run(words: list[str], out: int) -> int | None:
    """The exit code; None: it did not end in time."""
    process = forked.program("tests.simulated_pi.apart", *words, out=out, errors=out)
    process.stdin.close()
    try:
        code: int = process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return None
    return code


def main() -> None:
    """Run one test's body here. What it prints is not kept back, or it would be lost when it has to be killed."""
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    module, _, name = sys.argv[1].partition(":")
    pi = install(**json.loads(sys.argv[2]))
    getattr(importlib.import_module(module), name).body(pi)


if __name__ == "__main__":
    main()
