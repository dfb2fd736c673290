"""Which conversations a camera keeps, and which it forgets."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from camwire.conversation import Conversation
from camwire.journal import Journal
from camwire.ledger import Ledger
from camwire.record import Record
from camwire.shelf import SCHEMA
from sender.conversations import KEPT, Conversations

Run = Callable[..., Any]


class Stage:
    """Conversations in memory; those of `in_use` are in use."""

    def __init__(self) -> None:
        self.journal = Journal(None, SCHEMA)
        self.in_use: list[Conversation] = []
        self.forgotten: list[Record] = []
        self.conversations = self.opened()

    def opened(self) -> Conversations:
        ledger = Ledger(self.journal, keeps_history=False)
        return Conversations(ledger, lambda each: each in self.in_use, self.forgotten.append)

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
            record = stage.conversations[stage.conversations.with_viewer("viewer", f"log-{number}")]
            record.say("hello", 0)
            record.used(number + 1 if number else 10, "desk")
        await stage.journal.flush()
        again = stage.opened()
        assert list(again) == []
        again.load()
        assert [record.peer for record in again] == [
            '["viewer", "log-1"]',
            '["viewer", "log-2"]',
            '["viewer", "log-0"]',
        ]
        assert all(len(record.conversation.unreceipted) == 1 and record.name == "desk" for record in again)

    run(scene())


def test_that_a_viewer_with_a_new_log_goes_on_where_it_heard_ours(stage: Stage, run: Run) -> None:
    async def scene() -> None:
        before = stage.conversations.with_viewer("v", "old")
        stage.conversations[before].say("still due", 1)
        assert stage.conversations.with_viewer("v", "new", before.log) is before
        assert stage.conversations.with_viewer("another", "newer", before.log) is not before
        assert stage.conversations.with_viewer("v", "newest") is not before
        await stage.journal.flush()
        kept = stage.opened()
        kept.load()
        assert [line.chat.text for line in kept.with_viewer("v", "new").unreceipted] == ["still due"]

    run(scene())
