"""Which conversations a camera keeps, and which it forgets."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from camwire.conversation import Conversation
from camwire.journal import Journal
from camwire.ledger import Ledger
from camwire.record import Record
from camwire.shelf import SCHEMA
from sender.talk import conversations
from sender.talk.conversations import ABSENT_NS, DAY_NS, KEPT, KEPT_OF_KEY, Conversations

Run = Callable[..., Any]


class Stage:
    """Conversations in memory; those of `in_use` are in use."""

    def __init__(self) -> None:
        self.journal = Journal(None, SCHEMA)
        self.in_use: list[Conversation] = []
        self.due: list[Record] = []
        self.now_ns = 2000 * DAY_NS
        self.forgotten: list[Record] = []
        self.conversations = self.opened()

    def opened(self) -> Conversations:
        ledger = Ledger(self.journal, keeps_history=False)
        return Conversations(
            ledger,
            lambda each: each in self.in_use,
            lambda record: record in self.due,
            self.forgotten.append,
            lambda: self.now_ns,
        )

    def viewer(self, name: str, log: str = "log") -> Record:
        """The record of a viewer that has just been here."""
        record = self.conversations[self.conversations.with_viewer(name, log)]
        record.used(self.now_ns, name)
        return record

    def rows(self) -> int:
        ((count,),) = self.journal.read("SELECT count(*) FROM conversation")
        assert isinstance(count, int)
        return count


@pytest.fixture
def stage(run: Run) -> Iterator[Stage]:
    async def begin() -> Stage:
        return Stage()

    stage = run(begin())
    yield stage
    stage.journal.close()


def test_that_the_oldest_conversation_is_forgotten_first(stage: Stage) -> None:
    conversations = stage.conversations
    first = conversations.with_viewer("viewer", "log")
    second = conversations.with_viewer("viewer", "log-0")
    for number in range(1, KEPT - 1):
        conversations.with_viewer("viewer", f"log-{number}")
    assert conversations.with_viewer("viewer", "log") is first
    conversations.with_viewer("viewer", "one more")
    assert [record.conversation for record in stage.forgotten] == [second]
    assert conversations.with_viewer("viewer", "log") is first
    assert len(list(conversations)) == KEPT


def test_that_a_conversation_in_use_is_never_forgotten(stage: Stage) -> None:
    in_use = stage.conversations.with_viewer("resident", "log")
    stage.in_use.append(in_use)
    for number in range(3 * KEPT):
        stage.conversations.with_viewer("visitor", f"log-{number}")
    assert in_use in [record.conversation for record in stage.conversations]
    assert stage.conversations.with_viewer("resident", "log") is in_use
    assert len(list(stage.conversations)) == KEPT


def test_that_more_conversations_than_are_kept_can_be_in_use(stage: Stage) -> None:
    for number in range(KEPT + 1):
        stage.in_use.append(stage.conversations.with_viewer("viewer", f"log-{number}"))
    assert [record.conversation for record in stage.conversations] == stage.in_use
    stage.in_use.clear()
    stage.conversations.with_viewer("viewer", "one more")
    assert len(list(stage.conversations)) == KEPT


def test_that_thousands_of_visitors_leave_nothing_on_disk(run: Run, stage: Stage) -> None:
    async def scene() -> None:
        for number in range(3000):
            stage.conversations.with_viewer(f"visitor-{number}", "log")
        await stage.journal.flush()
        assert stage.rows() <= KEPT
        assert len(stage.forgotten) == 3000 - KEPT

    run(scene())


def test_that_conversations_are_found_again_those_used_last_at_the_end(run: Run, stage: Stage) -> None:
    async def scene() -> None:
        for number in range(3):
            record = stage.conversations[stage.conversations.with_viewer(f"viewer-{number}", "log")]
            record.say("hello", 0)
            record.used(number + 1 if number else 10, "desk")
        await stage.journal.flush()
        again = stage.opened()
        assert list(again) == []
        again.load()
        assert [record.peer for record in again] == [
            '["viewer-1", "log"]',
            '["viewer-2", "log"]',
            '["viewer-0", "log"]',
        ]
        assert all(len(record.conversation.unreceipted) == 1 and record.name == "desk" for record in again)

    run(scene())


def test_that_a_viewer_with_a_new_log_goes_on_where_it_heard_ours(stage: Stage, run: Run) -> None:
    async def scene() -> None:
        before = stage.conversations.with_viewer("v", "old")
        stage.conversations[before].say("still due", 1)
        assert stage.conversations.with_viewer("v", "new", before.log) is before
        assert stage.conversations.with_viewer("another", "newer", before.log) is not before
        await stage.journal.flush()
        kept = stage.opened()
        kept.load()
        assert [line.chat.text for line in kept.with_viewer("v", "new").unreceipted] == ["still due"]

    run(scene())


def test_that_visitors_do_not_cost_another_one_what_waits_for_it_or_is_due(stage: Stage) -> None:
    awaited, asked = stage.viewer("awaited"), stage.viewer("asked")
    awaited.say("come home", 1)
    stage.due.append(asked)
    for number in range(3 * KEPT):
        stage.viewer(f"visitor-{number}")
    assert {awaited, asked}.isdisjoint(stage.forgotten)
    assert len(list(stage.conversations)) == KEPT
    for number in range(KEPT):
        stage.viewer(f"awaited-{number}").say("come home", 1)
    assert stage.forgotten[-2:] == [awaited, asked]


def test_that_a_viewer_that_has_lost_all_goes_on_where_something_waits_for_it(stage: Stage, run: Run) -> None:
    async def scene() -> None:
        stage.viewer("v", "older")
        before = stage.viewer("v", "old")
        before.say("still due", 1)
        stage.viewer("v", "latest")
        assert stage.conversations[stage.conversations.with_viewer("v", "new")] is before
        await stage.journal.flush()
        stage.conversations = stage.opened()
        stage.conversations.load()
        again = stage.conversations.with_viewer("v", "new")
        assert [line.chat.text for line in again.unreceipted] == ["still due"]

    run(scene())


def test_that_a_viewer_does_not_take_what_waits_for_another_one_or_its_twin(stage: Stage) -> None:
    before = stage.viewer("v", "old")
    before.say("still due", 1)
    assert stage.viewer("w", "new") is not before
    twin = stage.viewer("v", "of the twin")
    assert twin is before
    stage.in_use.append(twin.conversation)
    assert stage.viewer("v", "of a third") is not before


def test_that_twins_do_not_take_a_conversation_from_each_other_for_ever(stage: Stage) -> None:
    first = stage.viewer("v", "of one")
    first.say("still due", 1)
    taken = stage.viewer("v", "of its twin")
    assert taken is first
    stage.in_use.append(taken.conversation)
    heard = taken.conversation.log
    own = stage.conversations.with_viewer("v", "of one", heard)
    assert own is not taken.conversation
    assert stage.conversations.with_viewer("v", "of its twin", heard) is taken.conversation
    # Nobody remembers, after a restart, whose it was.
    stage.conversations._former.clear()
    stage.conversations.forget(stage.conversations[own])
    assert stage.conversations.with_viewer("v", "of one", heard) is taken.conversation
    assert stage.conversations.with_viewer("v", "of its twin", heard) is not taken.conversation


def test_that_a_viewer_that_came_back_at_once_hears_it_when_it_comes_again(stage: Stage, run: Run) -> None:
    async def scene() -> None:
        before = stage.viewer("v", "old")
        before.say("still due", 1)
        stage.in_use.append(before.conversation)
        new = stage.viewer("v", "new")
        assert new is not before
        stage.in_use[:] = [new.conversation]
        assert stage.viewer("v", "new") is new
        stage.in_use.clear()
        assert stage.conversations[stage.conversations.with_viewer("v", "new", new.conversation.log)] is before
        assert list(stage.conversations) == [before]
        await stage.journal.flush()
        assert stage.rows() == 1

    run(scene())


def test_that_those_away_longest_are_given_up_when_too_much_waits_for_all(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(conversations, "ABSENT_LINES", 10)
    first, second, present, last = (stage.viewer(name) for name in ("first", "second", "present", "last"))
    stage.in_use.append(present.conversation)
    for record in (first, second, last):
        for _ in range(3):
            record.say("hello", 1)
    for _ in range(30):
        present.say("hello", 1)
    stage.conversations.was_here(first)
    stage.conversations.make_room(5)
    assert stage.forgotten == [second]
    assert caplog.messages == [
        "Viewer 'second' is forgotten. Too much waits for viewers that are away. 3 messages are not sent any more."
    ]
    monkeypatch.setattr(conversations, "ABSENT_BYTES", last.conversation.waiting_bytes + 5)
    stage.conversations.make_room(5)
    assert stage.forgotten == [second, last]
    stage.conversations.make_room(5)
    assert stage.forgotten == [second, last]


def test_that_a_viewer_is_forgotten_that_is_away_for_a_month(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    gone, present, away = (stage.viewer(name) for name in ("gone", "present", "away"))
    stage.in_use.append(present.conversation)
    stage.now_ns += ABSENT_NS // 2
    stage.conversations.is_here(present)
    stage.conversations.was_here(away)
    stage.now_ns += ABSENT_NS // 2 + 1
    stage.in_use.clear()
    stage.conversations.make_room(5)
    assert stage.forgotten == [gone]
    assert "'gone' is forgotten. It has been away for more than 30 days." in caplog.text


def test_that_what_is_too_much_is_not_even_read_at_the_start(
    stage: Stage, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene() -> None:
        for number, name in enumerate(("oldest", "idle", "older", "newest")):
            stage.now_ns += 1
            record = stage.viewer(name)
            if name != "idle":
                record.say("hello", 1, [bytes(1000)] * number)
        await stage.journal.flush()
        monkeypatch.setattr(conversations, "ABSENT_BYTES", 5010)
        stage.conversations = stage.opened()
        stage.conversations.load()
        assert [record.name for record in stage.conversations] == ["idle", "older", "newest"]
        await stage.journal.flush()
        assert stage.rows() == 3
        assert stage.journal.read("SELECT sum(length(data)) FROM part") == [(5000,)]

    run(scene())


def test_that_nobody_loses_what_waits_because_another_comes_under_many_names(run: Run, stage: Stage) -> None:
    async def scene() -> None:
        stage.conversations = Conversations(
            Ledger(stage.journal, keeps_history=False),
            lambda each: each in stage.in_use,
            lambda record: record in stage.due,
            stage.forgotten.append,
            lambda: stage.now_ns,
            key_of=lambda peer: json.loads(peer)[0].split()[0],
        )
        anna = stage.viewer("anna desk")
        anna.say("hello", 0)
        for number in range(3 * KEPT):
            stage.viewer(f"mallory {number}").say("no", 0)
        assert anna not in stage.forgotten
        assert len(list(stage.conversations)) <= KEPT
        assert sum(record.name.startswith("mallory") for record in stage.conversations) == KEPT_OF_KEY

    run(scene())
