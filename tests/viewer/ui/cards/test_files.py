"""Files, running commands, failures."""

import pytest

from tests.viewer.ui.cards.conftest import Build, words
from viewer.ui.cards import amounts
from viewer.ui.cards.actions import Cancel, Edit, Retry
from viewer.ui.cards.content import Failure, File, FileState, Running
from viewer.ui.cards.file import kind_of


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (812, "812 bytes"),
        (48.1e6, "48.1 MB"),
        (212e6, "212 MB"),
        (999_950, "1 MB"),
        (1.4e9, "1.4 GB"),
    ],
)
def test_that_sizes_are_read(count: float, text: str) -> None:
    assert amounts.size(count) == text


def test_that_progress_is_in_the_unit_of_the_whole() -> None:
    assert amounts.progress(48.1e6, 212e6) == "48.1 of 212 MB"
    assert amounts.progress(500, 2e6) == "0 of 2 MB"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (3, "a few seconds left"),
        (42, "40 s left"),
        (120, "2 min left"),
        (2e4, "6 h left"),
        (float("inf"), ""),
    ],
)
def test_that_the_time_left_is_a_rough_figure(seconds: float | None, text: str) -> None:
    assert amounts.left(seconds) == text


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (FileState.OFFERED, ["Get the file"]),
        (FileState.UNDER_WAY, ["Cancel"]),
        (FileState.HERE, ["Save as", "Open folder"]),
        (FileState.FAILED, ["Retry"]),
    ],
)
def test_that_a_file_offers_what_can_be_done(build: Build, state: FileState, offered: list[str]) -> None:
    assert words(build(File("a.zip", 2_000_000, state, 1_000_000))) == offered


def test_that_the_end_of_a_long_file_name_is_seen(build: Build) -> None:
    card = build(File("n" * 150 + ".jpg", 10, FileState.HERE), width=180)
    assert card.size.width() <= 180
    assert card.tips[0][1] == "n" * 150 + ".jpg"


def test_that_a_name_does_not_hide_what_a_file_is() -> None:
    assert kind_of("garden.JPG") == "picture"
    assert kind_of("a\u202egpj.exe") == "file"
    assert kind_of("a.tar.gz") == "pack"


def test_that_a_running_command_can_be_cancelled(build: Build) -> None:
    card = build(Running(0.4, "Turning"))
    assert [offer.text for offer in card.foot] == ["40 %", "Cancel"]
    assert [offer.action for offer in build(Running()).offers] == [Cancel()]


def test_that_a_failed_command_is_tried_again_or_edited(build: Build) -> None:
    card = build(Failure("exposure goes from 29 to 66,666 µs", "/set exposure 9000000"))
    assert [offer.action for offer in card.offers] == [Retry(), Edit()]
    assert [offer.action for offer in build(Failure("")).offers] == [Retry()]
