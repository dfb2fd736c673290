"""What docs/how-to/add-a-dialect.md promises: its file, put into a copy of the project, is a dialect like the others.

In a copy and in processes of their own, because a dialect is registered by being there.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.stock import free_port

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/how-to/add-a-dialect.md").read_text()
DIALECT, CAMERA, SAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
COPIED = ("camwire", "viewer", "tests/support", "tests/wire_samples", "tests/camwire/dialects", "tests/fuzz")
FILES = ("pyproject.toml", "tests/__init__.py", "tests/conftest.py", "tests/camwire/__init__.py")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is needed here, with the dialect of the page and its samples."""
    copy = tmp_path_factory.mktemp("project")
    for folder in COPIED:
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in FILES:
        shutil.copy(ROOT / file, copy / file)
    (copy / "camwire/dialects/toy.py").write_text(DIALECT)
    assert done(copy, "-c", SAMPLES).returncode == 0
    return copy


def done(project: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run Python in the copy."""
    environment = {**os.environ, "PYTHONPATH": str(project)}
    return subprocess.run([sys.executable, *words], cwd=project, env=environment, capture_output=True, text=True)


def test_that_the_copy_is_what_is_tested(project: Path) -> None:
    outcome = done(project, "-c", "import camwire.dialects as it; print(it.__file__, *it.registered())")
    place, *names = outcome.stdout.split()
    assert Path(place).is_relative_to(project)
    assert "toy" in names


def test_that_the_dialect_runs_through_the_contract(project: Path) -> None:
    outcome = done(project, "-m", "pytest", "-q", "tests/camwire/dialects/test_contract.py")
    assert outcome.returncode == 0, outcome.stdout[-3000:]


def test_that_damaged_messages_find_nothing(project: Path) -> None:
    outcome = done(project, "-m", "tests.fuzz.dialects", "--messages", "500")
    assert outcome.returncode == 0, outcome.stdout
    assert re.search(r"^toy +500 ", outcome.stdout, re.MULTILINE)


def test_that_the_dialect_is_written_like_the_others(project: Path) -> None:
    checks: dict[str, list[str]] = {
        "ruff": ["check", "camwire/dialects/toy.py"],
        "mypy": ["camwire/dialects/toy.py"],
    }
    for tool, words in checks.items():
        outcome = done(project, "-m", tool, *words)
        assert outcome.returncode == 0, outcome.stdout
    assert done(project, "-m", "ruff", "format", "--check", "camwire/dialects/toy.py").returncode == 0


def test_that_its_camera_is_shown_and_hears_what_is_said(project: Path) -> None:
    port = free_port()
    script = CAMERA.replace("5555", str(port))
    camera = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    try:
        words = f"--listen tcp://127.0.0.1:{port} --send hello --seconds 2 --json".split()
        outcome = done(project, "-m", "viewer.probe", *words)
        assert outcome.returncode == 0, outcome.stderr
        report: dict[str, Any] = json.loads(outcome.stdout)["cameras"][0]
        assert (report["name"], report["dialect"], report["width"], report["height"]) == ("porch", "toy", 320, 240)
        assert report["frames"] > 10
        assert camera.stdout is not None
        assert camera.stdout.readline() == "hello\n"
    finally:
        camera.kill()
        camera.communicate()
