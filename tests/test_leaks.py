"""The guards of the tests guard: each thing left behind makes a test fail."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEFT_BEHIND = {
    "sockets left behind": "def test_it():\n    import zmq\n    keep.append(zmq.Context.instance().socket(zmq.DEALER))",
    "widgets left behind": "def test_it(qapp):\n    from PySide6.QtWidgets import QWidget\n    keep.append(QWidget())",
    "threads left behind": "def test_it():\n    import threading\n    "
    "threading.Thread(target=threading.Event().wait, args=(4,)).start()",
    "tasks left behind": "def test_it(run):\n    import asyncio\n    async def leave():\n"
    "        keep.append(asyncio.create_task(asyncio.sleep(9)))\n    run(leave())",
    "Qt messages": "def test_it(qapp):\n    from PySide6.QtCore import qWarning\n    qWarning('careful')",
}


@pytest.mark.slow
@pytest.mark.parametrize("what", LEFT_BEHIND)
def test_that_what_is_left_behind_fails_the_test(what: str, tmp_path: Path) -> None:
    (tmp_path / "test_left.py").write_text(f"keep = []\n{LEFT_BEHIND[what]}\n")
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path)]
    done = subprocess.run(
        [*command, "-p", "tests.conftest", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert what in done.stdout
