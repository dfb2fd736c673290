"""A program that is forked is a program all the same."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support import forked

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="nothing can be forked there")]
MODULE = "tests.support.echoing"


@pytest.fixture
def said(tmp_path: Path) -> Path:
    return tmp_path / "said"


@pytest.fixture
def program(said: Path) -> Iterator[Any]:
    """Says how it was started, then what it hears; its exit code is the number of lines."""
    with said.open("wb") as out:
        program = forked.program(MODULE, "one", "two", out=out.fileno(), errors=out.fileno(), env={"KIND": "blue"})
    yield program
    program.kill()
    program.wait()


def test_that_it_has_its_words_its_environment_its_streams_and_an_exit_code(program: Any, said: Path) -> None:
    program.stdin.write(b"hello\nthere\n")
    program.stdin.close()
    assert program.wait(20) == 2
    assert said.read_text().splitlines() == ["__main__ ['one', 'two'] blue", "hello", "there"]


def test_that_it_can_be_killed_and_has_nothing_to_say_about_it(program: Any) -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        program.wait(0.01)
    assert program.poll() is None
    program.kill()
    assert program.wait(20) == -9
    program.stdin.close()
