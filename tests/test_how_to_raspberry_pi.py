"""What docs/how-to/raspberry-pi.md promises, as far as it can be tried without a Pi."""

import re
import shlex
from pathlib import Path

import pytest

from sender.__main__ import _camera
from sender.config.arguments import parser
from sender.config.configured import asked_for, made
from sender.service.starter import STARTER
from sender.subcommands import NAMES, _parser

PAGE = (Path(__file__).parents[1] / "docs/how-to/raspberry-pi.md").read_text()
FILES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = re.findall(r"^(?:sudo )?(watchword-camera [^`\n]*)$", PAGE, re.MULTILINE)
COMMANDS += re.findall(r"`(?:sudo )?(watchword-camera [^`\n]*)`", PAGE)
# The starter's examples, each by itself: what begins with "# " and a word, up to an empty line.
EXAMPLES = re.findall(r"^# (\w+ = .*)$", STARTER.split("# A source with")[0], re.MULTILINE)


def test_that_the_page_has_what_is_tested() -> None:
    assert len(FILES) == 3
    assert {shlex.split(each)[1] for each in COMMANDS} >= set(NAMES)


@pytest.mark.parametrize("text", FILES)
def test_that_each_file_of_the_page_is_right(tmp_path: Path, text: str) -> None:
    path = tmp_path / "camera.toml"
    path.write_text(text)
    cameras = made(asked_for(["--config", str(path)]), _camera)
    assert len(cameras) == max(1, text.count("[[camera]]"))


@pytest.mark.parametrize("command", [each for each in COMMANDS if "--help" not in each])
def test_that_each_command_of_the_page_can_be_said(command: str) -> None:
    words = shlex.split(command)[1:]
    (_parser() if words[0] in NAMES else parser()).parse_args(words)


@pytest.mark.parametrize("example", EXAMPLES)
def test_that_the_file_to_begin_with_shows_what_can_be_written(tmp_path: Path, example: str) -> None:
    path = tmp_path / "camera.toml"
    path.write_text("open = true\n" * (not example.startswith("open")) + example)
    assert made(asked_for(["--config", str(path)]), _camera)
