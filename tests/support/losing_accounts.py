"""The reckoning: what was said, heard, done and answered, from what every end kept and noted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from camwire.journal import Journal
from camwire.ledger import Ledger
from camwire.shelf import SCHEMA
from sender.talk.inbox import INTERRUPTED
from tests.support import losing_lines as lines
from tests.support.losing_lines import VIEWER
from viewer.core.talk.chat import ChatLine, Delivery
from viewer.core.talk.history import History

ALL = 10**9


class Counts(Protocol):
    """Where the reckoning is written down."""

    answers: int
    interrupted: int
    repeats: int
    problems: list[str]


async def account(folder: Path, addresses: Sequence[str], until: int, toll: Counts) -> None:
    """Compare all files in `folder`, where every number from 1 to `until` was to be said, both ways, by each camera."""
    notes = _notes(folder / "viewer.notes")
    toll.repeats += sum(each[0] == "again" for each in notes)
    toll.problems.extend(f"a value was not there when it was told: {each}" for each in notes if each[0] == "valueless")
    toll.problems.extend(_complaints(folder))
    history = History(folder / "viewer.db")
    try:
        for number, address in enumerate(addresses, 1):
            name = f"c{number}"
            _camera(folder, name, history, address, until, toll)
            toll.problems.extend(f"viewer's notes of {name}: {each}" for each in _lives(notes, name, until))
    finally:
        history.close()


def _complaints(folder: Path) -> Iterable[str]:
    for path in sorted(folder.glob("*.log")):
        for line in path.read_text().splitlines():
            if line.startswith(("ERROR", "CRITICAL")) and "message function failed" not in line:
                yield f"{path.name}: {line}"


def _camera(folder: Path, name: str, history: History, address: str, until: int, toll: Counts) -> None:
    kept = list(reversed(history.page(history.record(address), count=ALL)))
    wrong = [
        *_said(name, [line for line in kept if line.is_mine], until),
        *_heard(name, [line for line in kept if not line.is_mine and not line.role], history, until),
    ]
    asked = {line.number: lines.number_in(line.text) for line in kept if line.is_mine}
    answers = defaultdict[int, list[ChatLine]](list)
    for line in kept:
        if line.role in ("answer", "failure"):
            answers[asked.get(line.about, 0)].append(line)
    interrupted = {number for number, given in answers.items() if any(line.text == INTERRUPTED for line in given)}
    wrong += _answered(name, answers, history, interrupted, until)
    notes = _notes(folder / f"{name}.notes")
    wrong += _handed(notes, interrupted, until)
    wrong += _left(folder / name)
    toll.answers += sum(map(len, answers.values()))
    toll.interrupted += len(interrupted)
    toll.repeats += sum(each[0] == "again" for each in notes)
    toll.problems.extend(f"{name}: {each}" for each in wrong)


def _said(name: str, mine: list[ChatLine], until: int) -> Iterable[str]:
    yield from _sequence("said by the viewer", [lines.number_in(line.text) for line in mine], until)
    for line in mine:
        number = lines.number_in(line.text)
        right = (Delivery.ANSWERED,) if lines.is_asked(number) else (Delivery.RECEIVED, Delivery.ANSWERED)
        if line.delivery not in right:
            yield f"line {number} of the viewer is shown as {line.delivery}"


def _heard(name: str, theirs: list[ChatLine], history: History, until: int) -> Iterable[str]:
    yield from _sequence("heard by the viewer", [lines.number_in(line.text) for line in theirs], until)
    for line in theirs:
        number = lines.number_in(line.text)
        if not lines.is_same(history.value(line), lines.said(name, VIEWER, number)):
            yield f"line {number} of the camera is damaged"


def _answered(
    name: str, answers: "dict[int, list[ChatLine]]", history: History, interrupted: set[int], until: int
) -> Iterable[str]:
    for number in range(until + 1):
        given = answers.get(number, [])
        wanted = 1 if number and (lines.is_asked(number) or number in interrupted) else 0
        if len(given) != wanted:
            yield f"line {number} of the viewer has {len(given)} answers instead of {wanted}"
        for line in given:
            if number in interrupted:
                continue
            if lines.is_failure(number) and not lines.is_command(number):
                is_right = line.role == "failure" and "as it should be" in line.text
            else:
                is_right = lines.is_same(history.value(line), lines.answer(name, number))
            if not is_right:
                yield f"line {number} of the viewer has the wrong answer {line.text!r}"


def _handed(notes: list[list[str]], interrupted: set[int], until: int) -> Iterable[str]:
    """What the functions of the camera were given: all, once, in order; but for what the viewer was told of."""
    handed: dict[str, list[int]] = {"message": [], "command": []}
    for kind, number, *rest in notes:
        if kind in handed:
            handed[kind].append(int(number))
            if rest != ["whole"]:
                yield f"{kind} {number} was handed over {rest}"
    for kind, numbers in handed.items():
        wanted = [number for number in range(1, until + 1) if lines.is_command(number) == (kind == "command")]
        yield from _compared(f"{kind}s handed over", numbers, wanted, may_miss=interrupted)


def _lives(notes: list[list[str]], name: str, until: int) -> Iterable[str]:
    """What the viewer was told in each life: everything after what its file held at the beginning, in order, once."""
    at = 0
    for kind, *rest in notes:
        if rest[0] != name:
            continue
        if kind == "life":
            if int(rest[2]) > at:
                yield f"the file held line {rest[2]}, and {at} was the last one told of"
            at = int(rest[2])
        elif kind == "line":
            if int(rest[1]) != at + 1:
                yield f"line {rest[1]} was told of after {at}"
            at = int(rest[1])
    if at != until:
        yield f"{at} was the last one told of"


def _left(folder: Path) -> Iterable[str]:
    """What the camera still keeps."""
    (file,) = folder.glob("*/conversations.db")
    journal = Journal(file, SCHEMA)
    try:
        ledger = Ledger(journal, keeps_history=False)
        peers = ledger.peers()
        if len(peers) != 1:
            yield f"{len(peers)} conversations instead of one"
        for peer in peers:
            record = ledger.record(peer)
            if record.conversation.unreceipted or record.due():
                yield f"{len(record.conversation.unreceipted)} lines wait, {len(record.due())} are to be seen to"
    finally:
        journal.close()


def _sequence(what: str, numbers: list[int], until: int) -> Iterable[str]:
    return _compared(what, numbers, list(range(1, until + 1)))


def _compared(
    what: str, numbers: list[int], wanted: list[int], may_miss: "set[int] | frozenset[int]" = frozenset()
) -> Iterable[str]:
    lost = sorted(set(wanted) - set(numbers) - may_miss)
    doubled = sorted(number for number, count in Counter(numbers).items() if count > 1)
    strange = sorted(set(numbers) - set(wanted))
    if lost:
        yield f"{len(lost)} lost of what was {what}: {lost[:10]}"
    if doubled:
        yield f"{len(doubled)} doubled of what was {what}: {doubled[:10]}"
    if strange:
        yield f"{len(strange)} strange in what was {what}: {strange[:10]}"
    if numbers != sorted(numbers):
        yield f"out of order: what was {what}"


def _notes(path: Path) -> list[list[str]]:
    return [line.split() for line in path.read_text().splitlines()]
