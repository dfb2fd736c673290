"""The log of the camera program, on a terminal and in systemd's journal."""

import subprocess
import sys

import pytest

WARNING = """
import os, sys, logging
if sys.argv[1:]:
    it = os.fstat(2)
    os.environ["JOURNAL_STREAM"] = f"{it.st_dev}:{it.st_ino}"
from sender.service.journal import begin_logging
begin_logging("info")
try:
    raise ValueError("a\\n12:00:00 ERROR b")
except ValueError:
    logging.warning("%s", "c\\n<0>d\\u2028e\\x1b[31mf", exc_info=True)
"""


@pytest.mark.parametrize(("words", "begin", "below"), [([], ":", "  "), (["journal"], "<4>", "<4>  ")])
def test_that_nothing_in_a_record_steers_a_terminal_or_passes_for_another_one(
    words: list[str], begin: str, below: str
) -> None:
    if words and sys.platform == "win32":
        pytest.skip("systemd is a Linux matter")
    it = subprocess.run([sys.executable, "-c", WARNING, *words], capture_output=True, timeout=30, encoding="utf-8")
    first, *others = it.stderr.split("\n")[:-1]
    assert first.endswith("c <0>d e\ufffd[31mf")
    assert begin in first
    assert others[0] == f"{below}Traceback (most recent call last):"
    assert others[-1] == f"{below}12:00:00 ERROR b"
