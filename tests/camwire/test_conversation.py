"""One end of a conversation, alone."""

import pytest

from camwire import limits
from camwire.conversation import Conversation
from camwire.errors import UsageError, WireError
from camwire.messages import Chat


def test_that_lines_are_numbered_from_one() -> None:
    conversation = Conversation("ours")
    assert [conversation.say(text, 0).number for text in ("a", "b", "c")] == [1, 2, 3]


def test_that_a_line_names_its_log() -> None:
    assert Conversation("ours").say("a", 5) == Chat(number=1, log="ours", text="a", time_ns=5)


def test_that_a_line_waits_until_it_is_receipted() -> None:
    conversation = Conversation("ours")
    lines = [conversation.say(text, 0) for text in ("a", "b", "c")]
    assert conversation.receipted(2)
    assert conversation.unreceipted == lines[2:]
    assert conversation.first == 3


def test_that_a_receipt_counts_once() -> None:
    conversation = Conversation("ours")
    conversation.say("a", 0)
    assert conversation.receipted(1)
    assert not conversation.receipted(1)
    assert not conversation.receipted(0)


def test_that_a_receipt_for_a_line_never_said_is_refused() -> None:
    with pytest.raises(WireError, match="only 0 were said"):
        Conversation("ours").receipted(1)


def test_that_a_line_is_taken_once() -> None:
    conversation = Conversation("ours")
    assert conversation.receive(Chat(number=1, log="theirs", text="a"))
    assert not conversation.receive(Chat(number=1, log="theirs", text="a"))
    assert conversation.heard == 1


def test_that_a_gap_is_refused() -> None:
    conversation = Conversation("ours")
    with pytest.raises(WireError, match="one is missing"):
        conversation.receive(Chat(number=2, log="theirs", text="b"))
    assert conversation.heard == 0


def test_that_the_largest_line_can_be_said_and_one_character_more_cannot() -> None:
    conversation = Conversation("ours")
    conversation.say("ä" * limits.TEXT_CHARACTERS, 0)
    with pytest.raises(UsageError, match="Split it"):
        conversation.say("ä" * (limits.TEXT_CHARACTERS + 1), 0)


def test_that_a_refused_line_uses_no_number() -> None:
    conversation = Conversation("ours")
    with pytest.raises(UsageError, match="half of a character"):
        conversation.say("\ud800", 0)
    assert conversation.say("a", 0).number == 1


def test_that_no_more_lines_wait_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNRECEIPTED_MESSAGES", 2)
    conversation = Conversation("ours")
    conversation.say("a", 0)
    conversation.say("b", 0)
    with pytest.raises(UsageError, match="2 messages are waiting"):
        conversation.say("c", 0)


def test_that_a_hello_returns_what_was_not_heard() -> None:
    conversation = Conversation("ours")
    lines = [conversation.say(text, 0) for text in ("a", "b", "c")]
    conversation.resume("theirs", 1, "ours", 1)
    assert conversation.hand_out() == lines[1:]


def test_that_a_hello_that_heard_another_log_receipts_nothing() -> None:
    conversation = Conversation("ours")
    lines = [conversation.say(text, 0) for text in ("a", "b")]
    conversation.resume("theirs", 1, "an earlier log", 7)
    assert conversation.hand_out() == lines


def test_that_a_hello_that_heard_more_than_was_said_is_refused() -> None:
    with pytest.raises(WireError, match="only 0 were said"):
        Conversation("ours").resume("theirs", 1, "ours", 1)


def test_that_a_new_log_goes_on_where_it_says() -> None:
    conversation = Conversation("ours")
    conversation.resume("theirs", 6, "", 0)
    assert conversation.heard == 5
    assert conversation.receive(Chat(number=6, log="theirs", text="f"))


def test_that_a_known_log_does_not_go_back() -> None:
    conversation = Conversation("ours")
    conversation.resume("theirs", 1, "", 0)
    conversation.receive(Chat(number=1, log="theirs", text="a"))
    conversation.resume("theirs", 1, "", 0)
    assert not conversation.receive(Chat(number=1, log="theirs", text="a"))


def test_that_a_known_log_whose_oldest_line_lies_beyond_what_was_heard_goes_on_there() -> None:
    # This end was set back (an older disk); the lines between are gone at the other end, and waiting helps nobody.
    conversation = Conversation("ours")
    conversation.resume("theirs", 1, "", 0)
    conversation.resume("theirs", 6, "", 0)
    assert conversation.receive(Chat(number=6, log="theirs", text="f"))


def test_that_a_long_backlog_leaves_in_portions_as_it_is_receipted() -> None:
    conversation = Conversation("ours")
    for number in range(3 * limits.LINES_UNDER_WAY):
        conversation.say(f"line {number}", 0)
    assert [chat.number for chat in conversation.hand_out()] == list(range(1, limits.LINES_UNDER_WAY + 1))
    assert conversation.hand_out() == []
    conversation.receipted(5)
    assert [chat.number for chat in conversation.hand_out()] == [limits.LINES_UNDER_WAY + n for n in range(1, 6)]


def test_that_a_hello_hands_out_again_what_was_not_heard() -> None:
    conversation = Conversation("ours")
    lines = [conversation.say(text, 0) for text in "abc"]
    assert conversation.hand_out() == lines
    conversation.resume("theirs", 1, "ours", 1)
    assert conversation.hand_out() == lines[1:]
    assert conversation.hand_out() == []
