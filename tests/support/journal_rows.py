"""Journals of one table of numbers, on either kind of loop."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from camwire.journal import Journal, Then, Work

Run: TypeAlias = Callable[..., Any]
SCHEMA = "CREATE TABLE row (number INTEGER PRIMARY KEY, text TEXT NOT NULL DEFAULT '')"


@contextmanager
def rows(path: Path | None, on_trouble: Callable[[str], object] = lambda sentence: None) -> Iterator[Journal]:
    """A journal with the table `row`; closed at the end."""
    journal = Journal(path, SCHEMA, on_trouble)
    try:
        yield journal
    finally:
        journal.close()


def add(journal: Journal, number: int, then: Then | None = None) -> None:
    """Write one row."""
    journal.write(inserting(number), then)


def inserting(number: int) -> Work:
    """The work that does so."""
    return lambda connection: connection.execute("INSERT INTO row (number) VALUES (?)", (number,))


def numbers(journal: Journal) -> list[object]:
    """What is committed, in the order in which it was written."""
    return [number for (number,) in journal.read("SELECT number FROM row ORDER BY rowid")]


@contextmanager
def held(journal: Journal) -> Iterator[None]:
    """Keep the journal's thread in one work meanwhile, so that what is written queues up behind it."""
    is_held, may_go = threading.Event(), threading.Event()

    def hold(_connection: object) -> None:
        is_held.set()
        assert may_go.wait(10)

    journal.write(hold)
    assert is_held.wait(10)
    try:
        yield
    finally:
        may_go.set()
