"""Searching what was said: which words are found, and how quickly."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from viewer.core.talk import wanted_words
from viewer.core.talk.chat import ChatLine
from viewer.core.talk.history import FOUND, History


class Archive:
    """A history on disk, with lines of one camera in it."""

    def __init__(self, run: Callable[..., Any], file: Path) -> None:
        self._run = run
        self.history: History = run(self._open(file))
        self._record = self.history.record("tcp://porch:5600")

    async def _open(self, file: Path) -> History:
        return History(file)

    def keep(self, *texts: str) -> None:
        for number, text in enumerate(texts, 1):
            self.history.keep(self._record, ChatLine(False, number, text, number), "log")
        self._run(self.history.journal.flush(), 60)

    def found(self, words: str) -> list[str]:
        return [each.line.text for each in self.history.search(words)]


@pytest.fixture
def archive(run: Callable[..., Any], tmp_path: Path) -> Iterator[Archive]:
    archive = Archive(run, tmp_path / "history.db")
    yield archive
    archive.history.close()


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("LAMP", "The lamp is on"),
        ("äpfel", "Die ÄPFEL sind rot"),
        ("Äpfel", "rote äpfel"),
        ("lamp the", "The lamp is on"),
        ("дом", "Большой ДОМ"),
        ("ДОМ", "большой дом"),
        ("é", "É, voilà"),
        ("100%", "at 100% now"),
        ("a_b", "the name is a_b"),
        ("c:\\x", "in C:\\X it is"),
        ("[ä]*?", "odd [Ä]*? signs"),
        ("灯", "打开灯"),
        ("🎥", "here 🎥 it is"),
    ],
)
def test_that_words_are_found_in_either_case(archive: Archive, words: str, text: str) -> None:
    archive.keep("nothing of that", text)
    assert archive.found(words) == [text]


@pytest.mark.parametrize("words", ["100%", "a_b", "lamp off", "[ab]", "äb", "*", "\ud800"])
def test_that_signs_mean_themselves(archive: Archive, words: str) -> None:
    archive.keep("at 1000 now", "axb", "The lamp is on", "a", "ab", "öb")
    assert archive.found(words) == []


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_that_no_words_find_nothing(archive: Archive, words: str) -> None:
    archive.keep("something")
    assert archive.found(words) == []


@pytest.mark.parametrize("words", ["x" * 100_000, "x " * 10_000, "ä" * 100_000, "ä " * 10_000])
def test_that_very_long_words_are_no_error(archive: Archive, words: str) -> None:
    archive.keep("something")
    assert archive.found(words) == []


def test_that_the_newest_lines_are_found_and_not_more_than_can_be_read(archive: Archive) -> None:
    archive.keep(*[f"line {number}" for number in range(FOUND + 50)])
    found = archive.found("LINE")
    assert len(found) == FOUND
    assert found[0] == f"line {FOUND + 49}"


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("The lamp, the LAMP", ["lamp"], [(4, 8), (14, 18)]),
        ("Äpfel", ["äpfel"], [(0, 5)]),
        ("lamps", ["lamp", "lamps"], [(0, 5)]),
        ("a.b", ["."], [(1, 2)]),
        ("anything", [], []),
    ],
)
def test_that_the_places_of_words_are_known(text: str, words: list[str], places: list[tuple[int, int]]) -> None:
    assert wanted_words.places(text, words) == places


@pytest.mark.alone
@pytest.mark.slow
@pytest.mark.parametrize("words", ["absent", "absent lamp", "äbsent", "отсутствует", "lamp"])
def test_that_a_hundred_thousand_lines_are_searched_while_one_types(archive: Archive, words: str) -> None:
    archive.keep(*[f"{number}: somebody is at the door, and the lamp is on" for number in range(100_000)])
    took = []
    for _ in range(5):
        began = time.perf_counter()
        archive.found(words)
        took.append(time.perf_counter() - began)
    # Below 50 ms on a machine with nothing else to do.
    assert min(took) < 0.15
