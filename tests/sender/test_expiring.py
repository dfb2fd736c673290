"""Lines that are not wanted after a time."""

from collections.abc import Callable
from typing import Any

from camwire.journal import Journal
from camwire.ledger import Ledger
from camwire.record import Record
from camwire.shelf import SCHEMA
from sender.talk.expiring import Expiring

Run = Callable[..., Any]


def texts(record: Record) -> list[str]:
    return [line.chat.text for line in record.conversation.unreceipted if line.chat.role != "void"]


def test_that_each_line_is_taken_back_at_its_time_and_nobody_looks_before(run: Run) -> None:
    now = 100
    asked: list[object] = []

    async def scene() -> None:
        nonlocal now
        journal = Journal(None, SCHEMA)
        record = Ledger(journal, keeps_history=False).record("desk")
        expiring = Expiring(lambda: now)
        withdraw = record.conversation.withdraw
        record.conversation.withdraw = lambda is_meant: asked.append(now) or withdraw(is_meant)  # type: ignore[method-assign, func-returns-value]
        for text, expires_ns in (("lunch", 200), ("news", 0), ("tea", 150), ("supper", 300)):
            record.say(text, 1, expires_ns=expires_ns)
            expiring.said(record, expires_ns)
        left = []
        for moment in (149, 150, 151, 250, 299):
            now = moment
            expiring.tick()
            left.append(texts(record))
        assert left == [
            ["lunch", "news", "tea", "supper"],
            ["lunch", "news", "supper"],
            ["lunch", "news", "supper"],
            ["news", "supper"],
            ["news", "supper"],
        ]
        assert asked == [150, 250]
        again = Expiring(lambda: now)
        again.watch(record)
        now = 300
        again.tick()
        assert texts(record) == ["news"]
        journal.close()

    run(scene())
