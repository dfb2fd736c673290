"""Man pages say what --help says, and `man` shows them without a complaint."""

import shutil
import subprocess
from pathlib import Path

import pytest

import manpages

EACH = pytest.mark.parametrize("program", manpages.SUMMARIES)


@EACH
def test_that_every_option_is_in_the_page(program: str) -> None:
    page = manpages.page(program).replace("\\-", "-")
    options = [each for action in manpages.parser_of(program)._actions for each in action.option_strings]
    assert len(options) > 5
    assert [each for each in options if f"\\fB{each}\\fR" not in page] == []


@EACH
def test_that_no_line_is_a_command_by_accident(program: str) -> None:
    for line in manpages.page(program).splitlines():
        known = (".TH ", ".SH ", ".TP", ".PP", ".B ", ".BR ", ".I ", ".nf", ".fi")
        assert line.startswith(known) or not line.startswith((".", "'"))


@EACH
@pytest.mark.skipif(shutil.which("man") is None, reason="needs man")
def test_that_man_shows_it(program: str, tmp_path: Path) -> None:
    path = tmp_path / f"{program}.1"
    path.write_text(manpages.page(program), encoding="utf-8")
    command = ["man", "--warnings", "--local-file", "--encoding", "UTF-8", str(path)]
    it = subprocess.run(
        command, capture_output=True, text=True, env={"MANWIDTH": "90", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    )
    assert it.stderr == ""
    assert program.upper() in it.stdout
