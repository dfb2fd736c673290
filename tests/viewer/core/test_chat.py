"""The conversation as a person sees it."""

from viewer.core.talk.chat import ChatLine, ChatLog, Delivery


def ours(number: int, text: str) -> ChatLine:
    return ChatLine(True, number, text, time_ns=number, delivery=Delivery.QUEUED)


def theirs(number: int, text: str, time_ns: int = 5) -> ChatLine:
    return ChatLine(False, number, text, time_ns)


def said(*texts: str) -> ChatLog:
    log = ChatLog()
    for number, text in enumerate(texts, 1):
        log.said(ours(number, text))
    return log


def deliveries(log: ChatLog) -> list[Delivery | None]:
    return [line.delivery for line in log.lines]


def test_that_a_line_of_ours_is_queued_at_first() -> None:
    log = said("hello")
    (line,) = log.lines
    assert (line.is_mine, line.number, line.text, line.time_ns) == (True, 1, "hello", 1)
    assert line.delivery is Delivery.QUEUED
    assert log.waiting == 1


def test_that_a_line_goes_from_queued_to_sent_to_received() -> None:
    log = said("hello")
    (sent,) = log.sent(1)
    assert sent.delivery is Delivery.SENT
    (received,) = log.received(1)
    assert received.delivery is Delivery.RECEIVED
    assert received is sent is log.lines[0]


def test_that_a_receipt_counts_for_every_line_before_it() -> None:
    log = said("one", "two", "three")
    assert [line.number for line in log.received(2)] == [1, 2]
    assert deliveries(log) == [Delivery.RECEIVED, Delivery.RECEIVED, Delivery.QUEUED]
    assert log.waiting == 1


def test_that_a_receipt_is_told_once() -> None:
    log = said("one", "two")
    log.received(1)
    assert [line.number for line in log.received(2)] == [2]
    assert log.received(2) == []


def test_that_what_was_sent_is_queued_again_when_the_link_is_lost() -> None:
    log = said("one", "two", "three")
    log.sent(1)
    log.sent(2)
    log.received(1)
    assert [line.number for line in log.link_lost()] == [2]
    assert deliveries(log) == [Delivery.RECEIVED, Delivery.QUEUED, Delivery.QUEUED]


def test_that_a_line_that_is_sent_already_does_not_change_again() -> None:
    log = said("one")
    log.sent(1)
    assert log.sent(1) == []


def test_that_a_received_line_never_goes_back() -> None:
    log = said("one")
    log.received(1)
    log.sent(1)
    log.link_lost()
    assert deliveries(log) == [Delivery.RECEIVED]


def test_that_lines_of_the_camera_are_unread_until_somebody_reads_them() -> None:
    log = said("one")
    heard = [log.heard(theirs(1, "answer")), log.heard(theirs(2, "another", 6))]
    assert log.unread == 2
    assert list(log.lines)[1:] == heard
    assert log.last_heard == "another"


def test_that_the_camera_s_lines_have_no_delivery_and_numbers_of_their_own() -> None:
    log = said("one")
    log.heard(theirs(1, "answer"))
    log.received(1)
    assert deliveries(log) == [Delivery.RECEIVED, None]


def test_that_the_same_number_in_another_log_is_another_line() -> None:
    chat = ChatLog()
    old, new = ours(1, "old"), ours(1, "new")
    old.log, new.log = "a", "b"
    chat.said(old)
    chat.received(1)
    chat.said(new)
    answer = theirs(1, "of the old one")
    answer.about, answer.about_log = 1, "a"
    assert chat.asked(answer) is old
    assert chat.progressed("b", 1, 0.5, "") == [new]
    assert chat.answered("a", 1) == [old]
    assert chat.answered("c", 1) == []


def test_that_an_answer_knows_whether_it_stands_right_below_its_question() -> None:
    log = ChatLog()

    def asked(number: int) -> None:
        log.said(ChatLine(True, number, "/move", 1, Delivery.QUEUED, log="ours"))

    def answered(number: int) -> bool:
        return log.heard(ChatLine(False, 1, "done", 2, role="answer", about=number, about_log="ours")).is_apart

    asked(1)
    assert not answered(1)
    asked(2)
    asked(3)
    assert answered(2)
    assert not log.heard(theirs(2, "by the way")).is_apart
