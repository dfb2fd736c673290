"""Tests of several workers at once do not disturb each other."""

import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TIMED = """
import time
from pathlib import Path
import pytest

def noted(name):
    began = time.monotonic()
    time.sleep(0.2)
    with Path(__file__).with_name("noted").open("a") as file:
        file.write(f"{name} {began} {time.monotonic()}\\n")

@pytest.mark.alone
@pytest.mark.parametrize("number", range(3))
def test_alone(number):
    noted("alone")

@pytest.mark.parametrize("number", range(7))
def test_beside_others(number):
    noted("beside")
"""
LOGGED = """
import logging

def test_half_a_character():
    logging.error("\\ud800")
"""


def outcome(folder: Path, text: str) -> str:
    """What pytest with two workers says of a file with these tests."""
    (folder / "test_it.py").write_text(text)
    words = ["-n", "2", "-p", "tests.support.workers", "--rootdir", str(folder), "-c", str(ROOT / "pyproject.toml")]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="run.py starts no workers there")
def test_that_a_test_marked_alone_runs_while_no_other_does(tmp_path: Path) -> None:
    assert "10 passed" in outcome(tmp_path, TIMED)
    lines = [line.split() for line in (tmp_path / "noted").read_text().splitlines()]
    spans = sorted((float(began), float(ended), name) for name, began, ended in lines)
    overlaps = [{one[2], other[2]} for one, other in combinations(spans, 2) if other[0] < one[1]]
    assert overlaps
    assert not [each for each in overlaps if "alone" in each]


@pytest.mark.slow
def test_that_half_a_character_in_the_log_ends_no_worker(tmp_path: Path) -> None:
    assert "1 passed" in outcome(tmp_path, LOGGED)
