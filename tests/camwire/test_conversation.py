"""One end of a conversation, alone."""

import pytest

from camwire import limits
from camwire.conversation import MOST_UNCONFIRMED, Conversation, Memory
from camwire.errors import UsageError, WireError
from camwire.line import Line
from camwire.messages import Chat, FileOffer

MEGABYTE = 1024 * 1024


def heard(conversation: Conversation, *texts: str, log: str = "theirs") -> list[bool]:
    """Let the other end say lines that come next; return whether each was new."""
    first = conversation.heard + 1
    return [conversation.receive(Chat(number, log, text)) for number, text in enumerate(texts, first)]


def numbers(lines: list[Line]) -> list[int]:
    return [line.chat.number for line in lines]


def texts(lines: list[Line]) -> list[str]:
    return [line.chat.text for line in lines]


def test_that_lines_are_numbered_from_one() -> None:
    conversation = Conversation("ours")
    assert numbers([conversation.say(text, 0) for text in ("a", "b", "c")]) == [1, 2, 3]
    assert conversation.said == 3


def test_that_a_line_names_its_log() -> None:
    assert Conversation("ours").say("a", 5).chat == Chat(number=1, log="ours", text="a", time_ns=5)


def test_that_a_line_keeps_all_that_is_said_with_it() -> None:
    file = FileOffer("f1", "porch.jpg", 9, "0" * 64)
    line = Conversation("ours").say(
        "/set exposure 8",
        5,
        [b"value", memoryview(b"attachment")],
        role="command",
        about=3,
        about_log="theirs",
        command="set",
        frame=12,
        file=file,
        expires_ns=99,
    )
    assert line.chat == Chat(1, "ours", "/set exposure 8", 5, "command", 3, "theirs", "set", 12, file)
    assert (line.payload, line.expires_ns, line.bytes) == ((b"value", b"attachment"), 99, 15 + 5 + 10)


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
    assert conversation.say("a", 0).chat.number == 1


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
    conversation.hand_out()
    conversation.resume("theirs", 1, "ours", 1)
    assert conversation.hand_out() == lines[1:]


def test_that_a_hello_that_heard_another_log_receipts_nothing() -> None:
    conversation = Conversation("ours")
    lines = [conversation.say(text, 0) for text in ("a", "b")]
    conversation.resume("theirs", 1, "an earlier log", 7)
    assert conversation.hand_out() == lines


def test_that_the_lines_of_a_hello_that_heard_what_was_never_sent_get_new_numbers_in_a_new_log() -> None:
    # What was kept of this end is older than what it once said.
    conversation = Conversation(Memory("ours", said=5, receipted=5), new_log=lambda: "a new log")
    conversation.say("f", 0, [b"value"], role="command", command="x", expires_ns=7)
    conversation.say("g", 0)
    assert not conversation.resume("theirs", 1, "ours", 9)
    assert (conversation.log, conversation.first, conversation.said) == ("a new log", 1, 2)
    first, second = conversation.hand_out()
    assert first.chat == Chat(1, "a new log", "f", role="command", command="x")
    assert (first.payload, first.expires_ns) == ((b"value",), 7)
    assert second.chat == Chat(2, "a new log", "g")


def test_that_a_line_whose_number_another_had_before_is_not_taken_for_heard() -> None:
    # Set back to 5, and four more were said before the other end could tell that it knows another 6, 7 and 8.
    conversation = Conversation(Memory("ours", said=5, receipted=5), new_log=lambda: "a new log")
    for text in "abcd":
        conversation.say(text, 0)
    assert not conversation.resume("theirs", 1, "ours", 8)
    assert texts(conversation.hand_out()) == list("abcd")


def test_that_a_hello_that_heard_a_line_which_left_is_believed() -> None:
    conversation = Conversation("ours")
    conversation.say("a", 0)
    conversation.hand_out()
    assert conversation.resume("theirs", 1, "ours", 1)
    assert conversation.unreceipted == []


def test_that_a_hello_that_heard_a_line_of_an_earlier_life_is_believed() -> None:
    waiting = Line(Chat(3, "ours", "c"))
    conversation = Conversation(Memory("ours", said=3, receipted=2, waiting=(waiting,)))
    assert conversation.resume("theirs", 1, "ours", 3)
    assert conversation.unreceipted == []


def test_that_a_name_for_a_new_log_is_made_without_being_told_how() -> None:
    conversation = Conversation("ours")
    assert not conversation.resume("theirs", 1, "ours", 1)
    assert conversation.log != "ours"


def test_that_what_was_heard_stays_heard_when_our_log_begins_anew() -> None:
    conversation = Conversation("ours")
    conversation.resume("theirs", 1, "", 0)
    heard(conversation, "a", "b")
    conversation.resume("theirs", 1, "ours", 9)
    assert (conversation.heard, conversation.confirmed) == (2, 2)


def test_that_a_receipt_in_a_new_log_counts_from_its_beginning() -> None:
    conversation = Conversation(Memory("ours", said=5, receipted=5), new_log=lambda: "a new log")
    conversation.say("f", 0)
    conversation.resume("theirs", 1, "ours", 9)
    conversation.hand_out()
    assert conversation.receipted(1)
    with pytest.raises(WireError, match="only 1 were said"):
        conversation.receipted(2)


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
    assert numbers(conversation.hand_out()) == list(range(1, limits.LINES_UNDER_WAY + 1))
    assert conversation.hand_out() == []
    conversation.receipted(5)
    assert numbers(conversation.hand_out()) == [limits.LINES_UNDER_WAY + n for n in range(1, 6)]


def test_that_a_hello_hands_out_again_what_was_not_heard() -> None:
    conversation = Conversation("ours")
    lines = [conversation.say(text, 0) for text in "abc"]
    assert conversation.hand_out() == lines
    conversation.resume("theirs", 1, "ours", 1)
    assert conversation.hand_out() == lines[1:]
    assert conversation.hand_out() == []


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ([b""] * limits.PARTS, "of 17 parts"),
        ([bytes(limits.MESSAGE_BYTES + 1)], "Send it as a file"),
    ],
)
def test_that_payload_that_nobody_would_take_is_refused_before_it_is_said(payload: list[bytes], words: str) -> None:
    conversation = Conversation("ours")
    with pytest.raises(UsageError, match=words):
        conversation.say("x", 0, payload)
    assert (conversation.said, conversation.unreceipted) == (0, [])


def test_that_a_header_that_nobody_would_take_is_refused_before_it_is_said() -> None:
    # It would come between the two for ever: refused by the other end, and sent again.
    conversation = Conversation("ours")
    word = "x" * (limits.ID_CHARACTERS + 1)
    with pytest.raises(UsageError, match="cannot be sent"):
        conversation.say("", 0, command=word)
    with pytest.raises(UsageError, match="cannot be sent"):
        conversation.say("", 0, role="file", file=FileOffer("", "name", 1, "0" * 64))
    assert conversation.said == 0


# How many bytes are under way.


def test_that_large_lines_leave_one_after_the_other_as_they_are_receipted() -> None:
    conversation = Conversation("ours")
    for _ in range(3):
        conversation.say("", 0, [bytes(limits.BYTES_UNDER_WAY)])
    assert numbers(conversation.hand_out()) == [1]
    assert conversation.hand_out() == []
    conversation.receipted(1)
    assert numbers(conversation.hand_out()) == [2]


def test_that_a_line_larger_than_all_that_may_be_under_way_leaves_alone() -> None:
    conversation = Conversation("ours")
    conversation.say("before", 0)
    conversation.say("", 0, [bytes(2 * limits.BYTES_UNDER_WAY)])
    conversation.say("after", 0)
    for number in (1, 2, 3):
        assert numbers(conversation.hand_out()) == [number]
        conversation.receipted(number)


def test_that_no_line_overtakes_a_large_one() -> None:
    conversation = Conversation("ours")
    conversation.say("", 0, [bytes(limits.BYTES_UNDER_WAY - 10)])
    conversation.say("", 0, [bytes(100)])
    conversation.say("small", 0)
    assert numbers(conversation.hand_out()) == [1]


def test_that_lines_leave_together_as_far_as_the_bytes_go() -> None:
    conversation = Conversation("ours")
    for _ in range(12):
        conversation.say("", 0, [bytes(MEGABYTE)])
    assert numbers(conversation.hand_out()) == [1, 2, 3, 4]
    conversation.receipted(2)
    assert numbers(conversation.hand_out()) == [5, 6]
    conversation.resume("theirs", 1, "ours", 3)
    assert numbers(conversation.hand_out()) == [4, 5, 6, 7]


def test_that_no_more_bytes_wait_than_the_limit() -> None:
    conversation = Conversation("ours")
    part = bytes(limits.MESSAGE_BYTES)
    for _ in range(limits.UNRECEIPTED_BYTES // limits.MESSAGE_BYTES):
        conversation.say("", 0, [part])
    with pytest.raises(UsageError, match="4 messages are waiting"):
        conversation.say("x", 0)
    conversation.hand_out()
    conversation.receipted(1)
    assert conversation.say("x", 0).chat.number == 5


def test_that_what_waits_is_weighed_again_after_a_restart() -> None:
    part = bytes(limits.MESSAGE_BYTES)
    waiting = tuple(Line(Chat(number, "ours", ""), (part,)) for number in range(1, 5))
    conversation = Conversation(Memory("ours", said=4, waiting=waiting))
    with pytest.raises(UsageError, match="4 messages are waiting"):
        conversation.say("x", 0)


# Memory.


def test_that_a_conversation_goes_on_where_it_was() -> None:
    waiting = (Line(Chat(3, "ours", "c"), (b"value",), 9), Line(Chat(4, "ours", "d")))
    conversation = Conversation(Memory("ours", 4, 2, "theirs", 7, waiting))
    assert (conversation.log, conversation.said, conversation.first) == ("ours", 4, 3)
    assert (conversation.their_log, conversation.heard, conversation.confirmed) == ("theirs", 7, 7)
    assert conversation.hand_out() == list(waiting)
    assert conversation.say("e", 0).chat.number == 5
    assert heard(conversation, "h") == [True]


# A conversation that is recorded.


def test_that_a_line_leaves_only_when_it_is_recorded() -> None:
    conversation = Conversation("ours", is_recorded=True)
    for text in "abc":
        conversation.say(text, 0)
    assert conversation.hand_out() == []
    conversation.recorded("ours", 2)
    assert texts(conversation.hand_out()) == ["a", "b"]
    conversation.recorded("ours", 3)
    assert texts(conversation.hand_out()) == ["c"]


def test_that_what_is_recorded_does_not_become_less() -> None:
    conversation = Conversation("ours", is_recorded=True)
    conversation.say("a", 0)
    conversation.say("b", 0)
    conversation.recorded("ours", 2)
    conversation.recorded("ours", 1)
    assert texts(conversation.hand_out()) == ["a", "b"]


def test_that_what_was_kept_is_recorded() -> None:
    waiting = (Line(Chat(1, "ours", "a")),)
    conversation = Conversation(Memory("ours", said=1, waiting=waiting), is_recorded=True)
    assert conversation.hand_out() == list(waiting)


def test_that_a_record_of_a_log_that_is_over_lets_nothing_go() -> None:
    conversation = Conversation("ours", is_recorded=True, new_log=lambda: "a new log")
    conversation.say("a", 0)
    conversation.resume("theirs", 1, "ours", 5)
    conversation.recorded("ours", 1)
    assert conversation.hand_out() == []
    conversation.recorded("a new log", 1)
    assert texts(conversation.hand_out()) == ["a"]


def test_that_a_line_of_theirs_is_confirmed_only_when_it_is_safe() -> None:
    conversation = Conversation("ours", is_recorded=True)
    conversation.resume("theirs", 1, "", 0)
    heard(conversation, "a", "b")
    assert (conversation.heard, conversation.confirmed) == (2, 0)
    conversation.confirm("theirs", 1)
    assert conversation.confirmed == 1
    conversation.confirm("theirs", 2)
    conversation.confirm("theirs", 1)
    assert conversation.confirmed == 2


def test_that_a_line_that_comes_again_before_it_is_safe_is_dropped() -> None:
    conversation = Conversation("ours", is_recorded=True)
    conversation.resume("theirs", 1, "", 0)
    heard(conversation, "a")
    conversation.resume("theirs", 1, "", 0)
    assert not conversation.receive(Chat(1, "theirs", "a"))
    assert conversation.confirmed == 0


def test_that_a_confirmation_of_a_log_that_is_over_confirms_nothing() -> None:
    conversation = Conversation("ours", is_recorded=True)
    conversation.resume("theirs", 1, "", 0)
    heard(conversation, "a")
    conversation.resume("their new log", 1, "", 0)
    conversation.confirm("theirs", 1)
    assert conversation.confirmed == 0


# Lines that are taken back.


def test_that_a_line_that_is_taken_back_leaves_only_its_number() -> None:
    conversation = Conversation("ours")
    conversation.say("a", 1)
    line = conversation.say("b", 2, [b"value"], role="command", command="x")
    conversation.say("c", 3)
    assert conversation.withdraw(lambda each: each.chat.text == "b") == [line]
    assert [each.chat for each in conversation.hand_out()] == [
        Chat(1, "ours", "a", 1),
        Chat(2, "ours", "", role="void", about=2),
        Chat(3, "ours", "c", 3),
    ]


def test_that_the_other_end_takes_the_number_of_a_line_that_was_taken_back() -> None:
    conversation = Conversation("theirs")
    for text in "abc":
        conversation.say(text, 0)
    conversation.withdraw(lambda line: line.chat.text == "b")
    other = Conversation("ours")
    other.resume("theirs", 1, "", 0)
    assert [other.receive(line.chat) for line in conversation.hand_out()] == [True] * 3


def test_that_a_line_that_has_left_is_not_taken_back() -> None:
    conversation = Conversation("ours")
    conversation.say("a", 0)
    conversation.hand_out()
    conversation.say("b", 0)
    assert texts(conversation.withdraw(lambda line: True)) == ["b"]
    assert texts(conversation.unreceipted) == ["a"]


def test_that_a_line_that_has_left_is_not_taken_back_while_nobody_knows_whether_it_arrived() -> None:
    conversation = Conversation("ours")
    conversation.say("a", 0)
    conversation.say("b", 0)
    conversation.hand_out()
    assert conversation.withdraw(lambda line: True) == []
    assert texts(conversation.unreceipted) == ["a", "b"]


def test_that_a_line_that_nobody_wants_does_not_go_again_when_it_turns_out_not_to_be_there() -> None:
    conversation = Conversation("ours")
    for text in "abc":
        conversation.say(text, 0)
    conversation.hand_out()
    assert conversation.withdraw(lambda line: line.chat.text != "c") == []
    conversation.resume("theirs", 1, "ours", 1)
    assert texts(list(conversation.withdrawn)) == ["b"]
    assert [(each.chat.text, each.chat.role) for each in conversation.hand_out()] == [("", "void"), ("c", "")]
    conversation.resume("theirs", 1, "ours", 1)
    assert conversation.withdrawn == ()


@pytest.mark.parametrize(("heard_log", "heard", "left"), [("ours", 0, ["a"]), ("ours", 1, []), ("", 0, ["a"])])
def test_that_what_an_earlier_life_may_have_sent_is_taken_back_only_when_it_is_not_there(
    heard_log: str, heard: int, left: list[str]
) -> None:
    kept = Conversation("ours").say("a", 0)
    conversation = Conversation(Memory("ours", said=1, waiting=(kept,)))
    new = conversation.say("b", 0)
    assert conversation.withdraw(lambda line: True) == [new]
    conversation.resume("theirs", 1, heard_log, heard)
    assert texts(list(conversation.withdrawn)) == left
    assert texts(conversation.unreceipted) == []


def test_that_a_line_that_nobody_wants_is_not_there_in_a_new_log() -> None:
    conversation = Conversation("ours", new_log=lambda: "a new log")
    for text in "ab":
        conversation.say(text, 0)
    conversation.hand_out()
    conversation.disown(lambda line: line.chat.text == "a")
    conversation.resume("theirs", 1, "ours", 9)
    assert texts(list(conversation.withdrawn)) == ["a"]
    assert [(each.chat.number, each.chat.text) for each in conversation.hand_out()] == [(1, "b")]


def test_that_lines_that_were_taken_back_take_no_room_and_go_out_as_one() -> None:
    conversation = Conversation("ours")
    first = conversation.say("first", 0)
    for _ in range(2 * limits.UNRECEIPTED_MESSAGES):
        conversation.say("status", 0)
        conversation.withdraw(lambda line: line.chat.text == "status")
    last = conversation.say("last", 0)
    assert conversation.unreceipted == [first, last]
    one, void = conversation.hand_out()
    assert (one, void.chat) == (
        first,
        Chat(2, "ours", "", role="void", about=2 * limits.UNRECEIPTED_MESSAGES + 1),
    )
    assert conversation.receipted(void.chat.last)
    assert conversation.hand_out() == [last]


def test_that_a_void_takes_all_its_numbers_also_when_some_were_heard() -> None:
    conversation = Conversation("ours")
    conversation.resume("theirs", 1, "", 0)
    heard(conversation, "a", "b")
    assert conversation.receive(Chat(2, "theirs", "", role="void", about=5))
    assert not conversation.receive(Chat(4, "theirs", "", role="void", about=5))
    assert conversation.heard == 5
    assert conversation.receive(Chat(6, "theirs", "c"))
    with pytest.raises(WireError, match="one is missing"):
        conversation.receive(Chat(8, "theirs", "", role="void", about=9))


def test_that_what_is_not_recorded_is_not_voided_either() -> None:
    conversation = Conversation("ours", is_recorded=True)
    for text in "abc":
        conversation.say(text, 0)
    conversation.withdraw(lambda line: line.chat.text != "a")
    conversation.recorded("ours", 2)
    assert [(each.chat.number, each.chat.last) for each in conversation.hand_out()] == [(1, 1), (2, 2)]
    conversation.recorded("ours", 3)
    assert [(each.chat.number, each.chat.last) for each in conversation.hand_out()] == [(3, 3)]


def test_that_a_line_is_taken_back_once() -> None:
    conversation = Conversation("ours")
    conversation.say("a", 0)
    conversation.withdraw(lambda line: True)
    assert conversation.withdraw(lambda line: True) == []


def test_that_what_is_taken_back_makes_room() -> None:
    conversation = Conversation("ours")
    for _ in range(limits.UNRECEIPTED_BYTES // limits.MESSAGE_BYTES):
        conversation.say("", 0, [bytes(limits.MESSAGE_BYTES)])
    conversation.withdraw(lambda line: line.chat.number > 1)
    assert conversation.say("x", 0).chat.number == 5
    assert numbers(conversation.hand_out()) == [1]


def test_that_a_line_that_was_taken_back_is_not_there_again_in_a_new_log() -> None:
    conversation = Conversation("ours", new_log=lambda: "a new log")
    conversation.say("a", 0)
    conversation.say("b", 0)
    conversation.withdraw(lambda line: line.chat.text == "a")
    conversation.resume("theirs", 1, "ours", 9)
    assert [(each.chat.role, each.chat.text) for each in conversation.hand_out()] == [("", "b")]


def test_that_who_says_ever_more_before_it_is_safe_is_not_heard() -> None:
    conversation = Conversation("ours", is_recorded=True)
    conversation.resume("theirs", 1, "ours", 0)
    for number in range(1, MOST_UNCONFIRMED + 1):
        assert conversation.receive(Chat(number, "theirs", "x", 0))
    with pytest.raises(WireError, match="before 400 others were receipted"):
        conversation.receive(Chat(MOST_UNCONFIRMED + 1, "theirs", "x", 0))
    conversation.confirm("theirs", 10)
    assert conversation.receive(Chat(MOST_UNCONFIRMED + 1, "theirs", "x", 0))
