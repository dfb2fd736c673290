"""Conversations in real files, written by the real journal."""

import asyncio
import logging
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from camwire import limits
from camwire.conversation import Conversation
from camwire.journal import Journal, JournalBusy
from camwire.ledger import Ledger
from camwire.line import Line
from camwire.messages import Chat, FileOffer
from camwire.record import Record
from camwire.shelf import SCHEMA, LineState
from tests.support.journal_rows import Run, held

OFFER = FileOffer("f1", "porch.jpg", 9, "0" * 64)
KEEPS = [True, False]


@contextmanager
def ledger(path: Path, keeps_history: bool = True) -> Iterator[Ledger]:
    """The ledger at `path`, as a program begins with it; at its end everything is on disk."""
    journal = Journal(path, SCHEMA)
    try:
        yield Ledger(journal, keeps_history)
    finally:
        journal.close(10.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def heard(record: Record, *texts: str, is_due: bool = False, log: str = "theirs") -> list[int]:
    """The other end says lines that come next; return their ids."""
    ids = []
    for text in texts:
        line = Line(Chat(record.conversation.heard + 1, log, text), (b"value of " + text.encode(),))
        assert record.conversation.receive(line.chat)
        ids.append(record.hear(line, is_due))
    return ids


def met(record: Record, log: str = "theirs") -> Record:
    """The other end has greeted, with `log`."""
    record.conversation.resume(log, 1, "", 0)
    return record


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What anybody finds in the file."""
    with closing(sqlite3.connect(path)) as database:
        return database.execute(sql).fetchall()


def texts(lines: list[Line]) -> list[str]:
    return [line.chat.text for line in lines]


def hello_to(conversation: Conversation, heard: int, log: str = "") -> bool:
    """The other end says in its hello how much of our lines it has heard."""
    return conversation.resume("theirs", 1, log or conversation.log, heard)


@pytest.mark.parametrize("keeps", KEEPS)
def test_that_a_conversation_goes_on_after_a_restart(run: Run, path: Path, keeps: bool) -> None:
    async def work() -> None:
        with ledger(path, keeps) as first:
            record = met(first.record("porch"))
            log = record.conversation.log
            for number in range(5):
                record.say(f"line {number}", number)
            heard(record, "a", "b", "c")
            await first.journal.flush()
            record.conversation.hand_out()
            record.conversation.receipted(2)
            record.receipted(log, 2)
        with ledger(path, keeps) as second:
            conversation = second.record("porch").conversation
            assert (conversation.log, conversation.said, conversation.first) == (log, 5, 3)
            assert (conversation.their_log, conversation.heard, conversation.confirmed) == ("theirs", 3, 3)
            assert texts(conversation.hand_out()) == ["line 2", "line 3", "line 4"]
            assert second.record("porch").say("line 5", 5)[1].chat.number == 6

    run(work())


@pytest.mark.parametrize("keeps", KEEPS)
def test_that_a_line_survives_with_all_that_was_said_with_it(run: Run, path: Path, keeps: bool) -> None:
    async def work() -> None:
        with ledger(path, keeps) as first:
            record = first.record("porch")
            parts = [b"value", memoryview(b"attachment"), b""]
            more = {"role": "command", "about": 7, "about_log": "theirs", "command": "set", "frame": 12}
            line_id, said = record.say("/set exposure 8", 5, parts, **more, file=OFFER, expires_ns=99)  # type: ignore[arg-type]
            plain_id, plain = record.say("🎥 a\x00b\nc ‮ ﷽", -1)
        with ledger(path, keeps) as second:
            one, other = second.record("porch").conversation.unreceipted
            assert (one.chat, one.payload, one.expires_ns) == (said.chat, (b"value", b"attachment", b""), 99)
            assert one.chat.file == OFFER
            assert (other.chat, other.payload, other.expires_ns) == (plain.chat, (), 0)
            assert second.next_line() > plain_id > line_id

    run(work())


def test_that_a_line_leaves_when_it_is_on_disk_and_not_before(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path) as book:
            record = book.record("porch")
            told: list[list[str]] = []
            record.on_recorded = lambda: told.append(texts(record.conversation.hand_out()))
            with held(book.journal):
                record.say("a", 0)
                record.say("b", 0)
                assert record.conversation.hand_out() == []
            await book.journal.flush()
            assert [text for each in told for text in each] == ["a", "b"]

    run(work())


def test_that_a_line_is_confirmed_when_it_is_on_disk_and_not_before(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path) as book:
            record = met(book.record("porch"))
            told: list[str] = []
            record.on_confirmed = lambda: told.append(f"confirmed {record.conversation.confirmed}")
            with held(book.journal):
                record.conversation.receive(Chat(1, "theirs", "a"))
                record.hear(Line(Chat(1, "theirs", "a")), is_due=True, then=lambda: told.append("safe"))
                assert record.conversation.confirmed == 0
            await book.journal.flush()
            assert told == ["confirmed 1", "safe"]

    run(work())


def test_that_what_was_not_written_was_never_said_and_its_number_is_free(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path) as first:
            record = first.record("porch")
            record.say("a", 0)
            await first.journal.flush()
            with held(first.journal):
                record.say("b", 0)
                first.journal.close(0)
        with ledger(path) as second:
            assert texts(second.record("porch").conversation.unreceipted) == ["a"]
            assert second.record("porch").say("c", 0)[1].chat.number == 2

    run(work())


@pytest.mark.parametrize("keeps", KEEPS)
@pytest.mark.parametrize("taken", [{1}, {2}, {3}, {1, 2, 3}, {2, 3}])
def test_that_numbers_of_lines_that_were_taken_back_go_out_empty_after_a_restart(
    run: Run, path: Path, keeps: bool, taken: set[int]
) -> None:
    async def work() -> None:
        with ledger(path, keeps) as first:
            record = first.record("porch")
            ids = {line.chat.number: line_id for line_id, line in (record.say(text, 0) for text in "abc")}
            lines = record.conversation.withdraw(lambda line: line.chat.number in taken)
            record.withdraw([ids[line.chat.number] for line in lines])
        with ledger(path, keeps) as second:
            conversation = second.record("porch").conversation
            waiting = {
                number: (line.chat.text, line.chat.role)
                for line in conversation.hand_out()
                for number in range(line.chat.number, line.chat.last + 1)
            }
            assert waiting == {
                number: ("", "void") if number in taken else (text, "") for number, text in enumerate("abc", 1)
            }
        kept = "abc" if keeps else [text for number, text in enumerate("abc", 1) if number not in taken]
        assert rows(path, "SELECT text FROM line ORDER BY number") == [(text,) for text in kept]

    run(work())


@pytest.mark.parametrize("keeps", KEEPS)
def test_that_a_log_that_was_begun_anew_survives(run: Run, path: Path, keeps: bool) -> None:
    async def work() -> None:
        with ledger(path, keeps) as first:
            record = first.record("porch")
            for text in "abcd":
                record.say(text, 0, [text.encode()])
            await first.journal.flush()
            record.conversation.hand_out()
            record.conversation.receipted(1)
            record.receipted(record.conversation.log, 1)
            old = record.conversation.log
            gone = record.conversation.withdraw(lambda line: line.chat.number == 3)
            assert gone == [], "it has left"
            # The line that is not yet written when the log ends goes with it, too.
            record.say("e", 0)
            assert not hello_to(record.conversation, 99)
            assert texts(list(record.conversation.withdrawn)) == ["c"]
            record.withdraw_lines(record.conversation.withdrawn)
            record.renewed(old)
            new = record.conversation.log
            assert texts(record.conversation.hand_out()) == []
            await first.journal.flush()
            assert texts(record.conversation.hand_out()) == ["b", "d", "e"]
            record.say("f", 0)
        with ledger(path, keeps) as second:
            conversation = second.record("porch").conversation
            assert (conversation.log, conversation.said, conversation.first) == (new, 4, 1)
            assert new != old
            waiting = conversation.hand_out()
            assert [(line.chat.number, line.chat.log, line.chat.text) for line in waiting] == [
                (number, new, text) for number, text in enumerate("bdef", 1)
            ]
            assert [line.payload for line in waiting] == [(b"b",), (b"d",), (), ()]

    run(work())


@pytest.mark.parametrize("keeps", KEEPS)
def test_that_a_line_that_was_taken_back_stays_so_in_a_new_log(run: Run, path: Path, keeps: bool) -> None:
    async def work() -> None:
        with ledger(path, keeps) as first:
            record = first.record("porch")
            ids = [record.say(text, 0)[0] for text in "abc"]
            record.conversation.withdraw(lambda line: line.chat.text == "b")
            record.withdraw(ids[1:2])
            old = record.conversation.log
            assert not hello_to(record.conversation, 99)
            record.renewed(old)
        with ledger(path, keeps) as second:
            waiting = second.record("porch").conversation.hand_out()
            assert [(line.chat.number, line.chat.text, line.chat.role) for line in waiting] == [
                (1, "a", ""),
                (2, "c", ""),
            ]

    run(work())


def test_that_a_log_is_begun_anew_twice_before_anything_is_written(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path) as first:
            record = first.record("porch")
            with held(first.journal):
                record.say("a", 0)
                for _ in range(2):
                    old = record.conversation.log
                    assert not hello_to(record.conversation, 99)
                    record.renewed(old)
                record.say("b", 0)
        with ledger(path) as second:
            conversation = second.record("porch").conversation
            assert conversation.log == record.conversation.log
            assert texts(conversation.hand_out()) == ["a", "b"]

    run(work())


@pytest.mark.parametrize("keeps", KEEPS)
def test_that_what_is_to_be_done_about_a_line_is_known_after_a_restart(run: Run, path: Path, keeps: bool) -> None:
    async def work() -> None:
        begun: list[int] = []
        with ledger(path, keeps) as first:
            record = met(first.record("porch"))
            waiting, started, done, answered = heard(record, "a", "b", "c", "d", is_due=True)
            heard(record, "e")
            for line_id in (started, done, answered):
                record.begun(line_id, lambda line_id=line_id: begun.append(line_id))  # type: ignore[misc]
            record.done(done)
            record.say("the answer", 0, role="answer", about=4, about_log="theirs", done=answered)
            await first.journal.flush()
            assert begun == [started, done, answered]
        with ledger(path, keeps) as second:
            due = second.record("porch").due()
            assert [(line_id, state, line.chat.text, line.payload) for line_id, state, line in due] == [
                (waiting, LineState.WAITING, "a", (b"value of a",)),
                (started, LineState.BEGUN, "b", (b"value of b",)),
            ]
        kept = "abcde" if keeps else "ab"
        assert rows(path, "SELECT text FROM line WHERE NOT is_mine ORDER BY id") == [(text,) for text in kept]

    run(work())


def test_that_an_answer_and_the_end_of_its_question_survive_together_or_not_at_all(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path) as first:
            record = met(first.record("porch"))
            (asked,) = heard(record, "what?", is_due=True)
            await first.journal.flush()
            with held(first.journal):
                record.say("the answer", 0, done=asked)
                first.journal.close(0)
        with ledger(path) as second:
            record = second.record("porch")
            assert [line.chat.text for _, _, line in record.due()] == ["what?"]
            assert record.conversation.unreceipted == []

    run(work())


def test_that_receipted_lines_are_kept_where_there_is_a_history_and_only_there(run: Run, path: Path) -> None:
    async def work() -> None:
        for keeps, left in ((True, [("a", 10), ("b", 0)]), (False, [("b", 0)])):
            place = path.with_suffix(f".{keeps}")
            with ledger(place, keeps) as book:
                record = book.record("porch")
                record.say("a", 0, [b"value"])
                record.say("b", 0, [b"value"])
                record.conversation.receipted(1)
                record.receipted(record.conversation.log, 1)
                # What is of an earlier log is not meant.
                record.receipted("another log", 2)
            assert rows(place, "SELECT text, state FROM line ORDER BY id") == left
            assert rows(place, "SELECT count(*) FROM part") == [(len(left),)]

    run(work())


def test_that_conversations_do_not_touch_each_other(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path) as first:
            porch, garden = first.record("porch"), first.record("garden")
            assert porch.conversation.log != garden.conversation.log
            porch.say("to the porch", 0)
            garden.say("to the garden", 0)
            heard(met(garden), "from the garden", is_due=True)
            garden.conversation.receipted(1)
            garden.receipted(garden.conversation.log, 1)
        with ledger(path) as second:
            assert texts(second.record("porch").conversation.hand_out()) == ["to the porch"]
            assert second.record("porch").due() == []
            assert second.record("garden").conversation.hand_out() == []
            assert len(second.record("garden").due()) == 1

    run(work())


def test_that_a_conversation_is_one_however_often_it_is_asked_for(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path) as book:
            record = book.record("porch")
            assert book.record("porch") is record
            assert list(book) == [record]
            assert "porch" in book
            assert "garden" not in book
        with ledger(path) as book:
            assert list(book) == []
            assert "porch" in book
            record = book.record("porch")
            assert list(book) == [record]

    run(work())


def test_that_a_conversation_goes_by_its_new_name(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path) as first:
            record = first.record("somebody at tcp://porch:5600")
            record.say("a", 0)
            with held(first.journal):
                first.rename(record, "cam-1")
                assert first.record("cam-1") is record
                assert "somebody at tcp://porch:5600" not in first
                # Before it is on disk, too, the old name is free.
                other = first.record("somebody at tcp://porch:5600")
                assert (other.conversation.said, other.id) != (1, record.id)
            assert first.peers() == ["somebody at tcp://porch:5600", "cam-1"]
        with ledger(path) as second:
            assert texts(second.record("cam-1").conversation.unreceipted) == ["a"]
            assert second.record("somebody at tcp://porch:5600").conversation.unreceipted == []

    run(work())


def test_that_a_conversation_that_was_forgotten_leaves_nothing(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path) as first:
            record = first.record("porch")
            record.say("a", 0, [b"value"])
            await first.journal.flush()
            with held(first.journal):
                first.forget(record)
                again = first.record("porch")
                assert (again.conversation.said, again.conversation.log == record.conversation.log) == (0, False)
            again.say("b", 0)
        assert rows(path, "SELECT text FROM line") == [("b",)]
        assert rows(path, "SELECT count(*) FROM part") == [(0,)]
        assert rows(path, "SELECT peer FROM conversation") == [("porch",)]

    run(work())


def test_that_no_id_is_given_twice_although_nothing_is_kept(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path, keeps_history=False) as first:
            record = first.record("porch")
            (line_id,) = heard(met(record), "a line", is_due=True)
            record.done(line_id)
            first.forget(record)
        with ledger(path, keeps_history=False) as second:
            assert second.next_line() > line_id
            assert second.record("porch").id > record.id

    run(work())


def test_that_a_run_of_numbers_that_were_taken_back_is_heard_for_good(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path) as first:
            record = met(first.record("porch"))
            line = Line(Chat(1, record.conversation.their_log, "", role="void", about=7))
            assert record.conversation.receive(line.chat)
            record.hear(line, is_due=False)
            await first.journal.flush()
            assert record.conversation.confirmed == 7
        with ledger(path) as second:
            assert second.record("porch").conversation.heard == 7

    run(work())


def test_that_no_line_gets_the_id_of_one_whose_file_is_still_known(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path, keeps_history=False) as first:
            (line_id,) = heard(met(first.record("porch")), "a file", is_due=True)
            first.journal.write(
                lambda database: database.execute(
                    "INSERT INTO file (conversation, is_mine, id, line, offer) VALUES (1, 0, 'f1', ?, x'')",
                    (line_id,),
                )
            )
            first.record("porch").done(line_id)
        with ledger(path, keeps_history=False) as second:
            assert second.next_line() == line_id + 1

    run(work())


def test_that_who_was_here_last_comes_first(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path) as book:
            for number, peer in enumerate(("porch", "garden", "hall")):
                book.record(peer).used(number, "")
            book.record("porch").used(9, "")
            await book.journal.flush()
            assert book.peers() == ["porch", "hall", "garden"]

    run(work())


@pytest.mark.parametrize("keeps", KEEPS)
def test_that_lines_of_a_log_that_the_other_end_uses_again_are_all_kept(
    run: Run, path: Path, caplog: pytest.LogCaptureFixture, keeps: bool
) -> None:
    # Its disk was set back, or it goes to and fro between two logs: for us these are new lines.
    async def work() -> None:
        with ledger(path, keeps) as book:
            record = met(book.record("porch"))
            heard(record, "a", "b", is_due=True)
            heard(met(record, "their other log"), "x", is_due=True, log="their other log")
            heard(met(record, "theirs"), "c", is_due=True)
            await book.journal.flush()
            assert (record.conversation.their_log, record.conversation.confirmed) == ("theirs", 1)
            assert [line.chat.text for _, _, line in record.due()] == ["a", "b", "x", "c"]

    with caplog.at_level(logging.WARNING):
        run(work())
    assert not caplog.records


@pytest.mark.alone
def test_that_ten_thousand_lines_are_there_at_once(run: Run, path: Path) -> None:
    async def work() -> None:
        with ledger(path) as first:
            record = first.record("porch")
            for number in range(10_000):
                record.say(f"line {number}", number, [b"value"] if number % 10 == 0 else ())
                heard(met(record) if not number else record, f"answer {number}")
                if number % limits.LINES_UNDER_WAY == 0:
                    await first.journal.flush()
            await first.journal.flush()
        with ledger(path) as second:
            began = time.monotonic()
            conversation = second.record("porch").conversation
            assert time.monotonic() - began < 1.0
            assert len(conversation.unreceipted) == 10_000
            assert conversation.unreceipted[-10].payload == (b"value",)

    run(work(), 60.0)


@pytest.mark.parametrize("keeps", KEEPS)
def test_that_a_receipt_costs_the_same_after_any_number_of_lines(run: Run, path: Path, keeps: bool) -> None:
    async def work() -> None:
        with ledger(path, keeps) as book:
            record = book.record("porch")
            for number in range(3_000):
                record.say("line", number)
            await book.journal.flush()
            steps: list[int] = []

            def count_step() -> int:
                steps.append(1)
                return 0

            book.journal.write(lambda database: database.set_progress_handler(count_step, 100))
            for number in (1_000, 2_000, 2_999, 3_000):
                steps.clear()
                record.receipted(record.conversation.log, number)
                await book.journal.flush()
            # One row, with 2,999 before it.
            assert len(steps) < 20
            book.journal.write(lambda database: database.set_progress_handler(None, 0))
            await book.journal.flush()

    run(work())


@pytest.mark.parametrize("keeps", KEEPS)
@pytest.mark.parametrize("seed", range(5))
def test_that_two_ends_lose_double_and_reorder_nothing_whenever_they_are_killed(
    run: Run, tmp_path: Path, seed: int, keeps: bool
) -> None:
    async def work() -> None:
        chance = random.Random(f"{seed} {keeps}")
        ends = [End(tmp_path / "viewer", keeps_history=True), End(tmp_path / "camera", keeps)]
        for _ in range(500):
            one, other = chance.sample(ends, 2)
            match chance.choice(["say", "say", "say", "say", "wait", "meet", "talk", "talk", "talk", "kill"]):
                case "say":
                    one.say()
                case "wait":
                    await one.journal.flush()
                case "meet":
                    one.meet(other)
                case "talk":
                    # What is lost on the way is made up for at the next greeting.
                    one.talk_to(other, arrives=chance.random() < 0.8, is_receipted=chance.random() < 0.5)
                case "kill":
                    await one.kill()
        for one, other in (ends, ends[::-1]):
            one.meet(other)
            for _ in range(2):
                await one.journal.flush()
                one.talk_to(other, arrives=True, is_receipted=True)
                await other.journal.flush()
                one.talk_to(other, arrives=True, is_receipted=True)
        for end in ends:
            end.journal.close(10.0)
        for one, other in (ends, ends[::-1]):
            assert one.kills > 10
            came = other.heard()
            assert came == sorted(set(came)), "doubled, or out of order"
            assert one.safe <= set(came), "lost"
            assert len(came) == one.numbers_said()
            assert one.record.conversation.unreceipted == []

    run(work(), 60.0)


class End:
    """One program with its disk. It says the numbers 1, 2, 3 …"""

    def __init__(self, path: Path, keeps_history: bool) -> None:
        self._path = path
        self._keeps_history = keeps_history
        self._said = 0
        self.kills = 0
        self.safe: set[int] = set()
        """What it was told is on disk."""
        self._start()

    def _start(self) -> None:
        self.journal = Journal(self._path, SCHEMA)
        self.record = Ledger(self.journal, self._keeps_history).record("the other")

    async def kill(self) -> None:
        """End it at once: what waits for the disk is lost, and it is told nothing more."""
        self.kills += 1
        self.journal.close(0)
        while not _has_started(self._start):
            await asyncio.sleep(0.001)

    def say(self) -> None:
        self._said += 1
        number = self._said
        self.record.say(str(number), 0)
        self.journal.write(lambda database: None, lambda: self.safe.add(number))

    def meet(self, other: "End") -> None:
        """Both greet."""
        mine, theirs = self.record.conversation, other.record.conversation
        hello = (mine.log, mine.first, mine.their_log, mine.confirmed)
        assert mine.resume(theirs.log, theirs.first, theirs.their_log, theirs.confirmed)
        assert theirs.resume(*hello)

    def talk_to(self, other: "End", arrives: bool, is_receipted: bool) -> None:
        """Say what may go. The receipt tells what is safe there by now."""
        mine, theirs = self.record.conversation, other.record.conversation
        if (theirs.their_log, mine.their_log) != (mine.log, theirs.log):
            return
        for line in mine.hand_out():
            if arrives and line.chat.number <= theirs.heard + 1 and theirs.receive(line.chat):
                # What is to be done stays on disk also where nothing is kept otherwise.
                other.record.hear(line, is_due=True)
        if is_receipted and mine.receipted(theirs.confirmed):
            self.record.receipted(mine.log, theirs.confirmed)

    def heard(self) -> list[int]:
        """What it has heard, as its disk knows it."""
        return [int(str(text)) for (text,) in rows(self._path, "SELECT text FROM line WHERE NOT is_mine ORDER BY id")]

    def numbers_said(self) -> int:
        """How many lines it has said, as its disk knows it."""
        ((count,),) = rows(self._path, "SELECT said FROM conversation")
        return int(str(count))


def _has_started(start: Callable[[], None]) -> bool:
    try:
        start()
    except JournalBusy:
        return False
    return True
