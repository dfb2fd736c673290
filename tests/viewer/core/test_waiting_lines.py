"""Lines that wait for a camera while the viewer is started again: all are known, not only those on the screen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from camwire.dialects.base import Viewpoint
from camwire.dialects.native import NativeCamera
from camwire.events import ChatReceived
from camwire.line import Line
from camwire.messages import Chat
from viewer.core.talk.chat import Delivery, Said
from viewer.core.talk.history import PAGE, History
from viewer.core.talk.kept_talk import KeptTalk
from viewer.core.talk.talk import EXPIRED, WITHDRAWN

Run: TypeAlias = Callable[..., Any]
MANY = 2 * PAGE + 50
PLACE = "tcp://porch:5600"


class Wall:
    """What a viewer keeps of one camera, between two starts."""

    def __init__(self, path: Path, place: str = PLACE) -> None:
        self.history = History(path)
        self.open(place)

    def open(self, place: str) -> None:
        """Put the camera at `place` on the wall."""
        self.talk = KeptTalk(self.history, place)
        talk = self.talk
        self.dialect = NativeCamera.begin(
            Viewpoint("v", "Viewer", "", "log", 0, True, talk.camera_id, talk.conversation_with), 0.0
        )

    def say(self, text: str, **more: Any) -> None:
        self.talk.say(self.dialect, Said(text, **more), 1)

    def hear(self, chat: Chat) -> None:
        """Take a line of the camera's."""
        event = ChatReceived(Line(chat), chat.text)
        self.talk.record.conversation.receive(chat)
        self.talk.hear(event, 1)
        self.talk.answered(event)

    def receive(self, number: int) -> None:
        """Take a receipt."""
        assert self.talk.record.conversation.receipted(number)
        self.talk.received(number)

    def kept(self) -> list[Any]:
        """All lines on disk, oldest first."""
        return list(reversed(self.history.page(self.talk.record, count=10**6)))

    async def close(self) -> None:
        await self.history.journal.flush()
        self.history.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


async def with_many(path: Path, **more: Any) -> Wall:
    """A wall that was started again while many lines wait."""
    before = Wall(path)
    before.talk.conversation_with("porch")  # type: ignore[misc]
    for number in range(1, MANY + 1):
        before.say(f"line {number}", **more)
    await before.close()
    return Wall(path)


def test_that_all_lines_that_wait_are_known_after_a_restart(run: Run, path: Path) -> None:
    async def scene() -> None:
        wall = await with_many(path)
        assert wall.talk.chat.waiting == MANY
        assert [line.number for line in wall.talk.chat.queue] == list(range(1, MANY + 1))
        await wall.close()

    run(scene())


def test_that_a_line_that_is_scrolled_to_is_the_one_that_waits(run: Run, path: Path) -> None:
    async def scene() -> None:
        wall = await with_many(path)
        assert wall.talk.load_earlier() == PAGE
        wall.receive(MANY)
        assert {line.delivery for line in wall.talk.chat.lines} == {Delivery.RECEIVED}
        await wall.close()

    run(scene())


def test_that_lines_that_expire_have_failed_wherever_they_are(run: Run, path: Path) -> None:
    async def scene() -> None:
        wall = await with_many(path, expires_ns=1_000)
        conversation = wall.talk.record.conversation
        # An earlier run may have sent them.
        assert wall.talk.expire(2_000) == []
        conversation.resume("theirs", 1, conversation.log, 0)
        assert len(wall.talk.withdrawn(conversation.withdrawn, 2_000)) == MANY
        await wall.history.journal.flush()
        assert {(line.delivery, line.why) for line in wall.kept()} == {(Delivery.FAILED, EXPIRED)}
        await wall.close()

    run(scene())


def test_that_an_answer_to_a_line_that_is_not_in_memory_is_remembered(run: Run, path: Path) -> None:
    async def scene() -> None:
        first = await with_many(path)
        first.receive(MANY)
        await first.close()
        wall = Wall(path)
        conversation = wall.talk.record.conversation
        conversation.resume("theirs", 1, conversation.log, MANY)
        assert wall.talk.chat.mine(conversation.log, 3) is None
        wall.hear(Chat(1, "theirs", "yes", 1, "answer", 3, conversation.log))
        await wall.history.journal.flush()
        assert [line.number for line in wall.kept() if line.delivery is Delivery.ANSWERED] == [3]
        await wall.close()

    run(scene())


def test_that_what_was_said_to_an_unknown_camera_goes_to_the_known_one_that_answers(run: Run, path: Path) -> None:
    async def scene() -> None:
        first = Wall(path)
        first.talk.conversation_with("porch")  # type: ignore[misc]
        first.say("hello")
        await first.close()
        unknown = Wall(path, "tcp://garden:5600")
        for number in range(1, MANY + 1):
            unknown.say(f"line {number}", value=[number], has_value=True, expires_ns=5, thumbnail=b"picture")
        await unknown.close()
        wall = Wall(path, "tcp://garden:5600")
        # Nothing of this is on disk yet when it turns out who is there.
        wall.say("the last one", value=(1, 2), has_value=True)
        wall.talk.conversation_with("porch")  # type: ignore[misc]
        await wall.history.journal.flush()
        kept = wall.kept()
        assert [line.text for line in kept] == ["hello", *(f"line {n}" for n in range(1, MANY + 1)), "the last one"]
        assert [line.number for line in kept] == list(range(1, MANY + 3))
        assert [wall.history.value(line) for line in kept[1:]] == [*([n] for n in range(1, MANY + 1)), (1, 2)]
        assert {wall.talk.thumbnail(line) for line in kept[1:-1]} == {b"picture"}
        assert [line.expires_ns for line in wall.talk.record.conversation.unreceipted] == [0, *[5] * MANY, 0]
        await wall.close()

    run(scene())


def test_that_what_an_earlier_run_may_have_sent_is_taken_back_only_when_it_is_not_there(run: Run, path: Path) -> None:
    async def scene() -> None:
        first = Wall(path)
        first.talk.conversation_with("porch")  # type: ignore[misc]
        for text in ("is there", "is not there"):
            first.say(text)
        await first.close()
        wall = Wall(path)
        conversation, lines = wall.talk.record.conversation, wall.talk.chat.queue
        assert wall.talk.take_back(lines, WITHDRAWN) == []
        conversation.resume("theirs", 1, conversation.log, 1)
        wall.talk.received(1)
        assert wall.talk.withdrawn(conversation.withdrawn, 1) == lines[1:]
        assert [(line.delivery, line.why) for line in lines] == [
            (Delivery.RECEIVED, ""),
            (Delivery.FAILED, WITHDRAWN),
        ]
        await wall.close()

    run(scene())


def test_that_what_expired_meanwhile_does_not_go_out_when_the_camera_is_back(run: Run, path: Path) -> None:
    async def scene() -> None:
        first = Wall(path)
        first.talk.conversation_with("porch")  # type: ignore[misc]
        first.say("quick", expires_ns=1)
        first.say("slow")
        await first.close()
        wall = Wall(path)
        wall.talk.conversation_with("porch")  # type: ignore[misc]
        conversation = wall.talk.record.conversation
        conversation.resume("theirs", 1, conversation.log, 0)
        assert [line.chat.text for line in conversation.withdrawn] == ["quick"]
        assert [line.chat.text for line in conversation.hand_out()] == ["", "slow"]
        await wall.close()

    run(scene())


def test_that_an_answer_shows_that_a_line_had_arrived_all_the_same(run: Run, path: Path) -> None:
    async def scene() -> None:
        wall = Wall(path)
        conversation = wall.talk.conversation_with("porch")  # type: ignore[misc]
        wall.say("move")
        (line,) = wall.talk.chat.lines
        conversation.resume("theirs", 1, conversation.log, 0)
        wall.talk.take_back([line], WITHDRAWN)
        assert line.delivery is Delivery.FAILED
        wall.hear(Chat(1, "theirs", "moved", 1, "answer", 1, conversation.log))
        assert (line.delivery, line.why) == (Delivery.ANSWERED, "")
        await wall.history.journal.flush()
        assert [(each.delivery, each.why) for each in wall.kept() if each.is_mine] == [(Delivery.ANSWERED, "")]
        await wall.close()

    run(scene())


def test_that_lines_keep_their_places_when_the_log_begins_anew(run: Run, path: Path) -> None:
    async def scene() -> None:
        wall = Wall(path)
        conversation = wall.talk.conversation_with("porch")  # type: ignore[misc]
        for text in ("heard", "taken back", "waits"):
            wall.say(text)
        conversation.resume("theirs", 1, conversation.log, 0)
        await wall.history.journal.flush()
        heard, taken_back, waits = wall.talk.chat.lines
        wall.receive(1)
        wall.talk.take_back([taken_back], WITHDRAWN)
        old = conversation.log
        assert not conversation.resume("theirs", 1, old, 99)
        wall.talk.renewed(old)
        assert [(line.log, line.number) for line in (heard, waits)] == [(old, 1), (conversation.log, 1)]
        wall.hear(Chat(1, "theirs", "yes", 1, "answer", 1, conversation.log))
        assert [line.delivery for line in (heard, waits)] == [Delivery.RECEIVED, Delivery.ANSWERED]
        assert wall.talk.chat.asked(wall.talk.chat.lines[-1]) is waits
        assert wall.talk.take_back([heard], WITHDRAWN) == []
        await wall.close()

    run(scene())


def test_that_what_is_said_again_to_a_known_camera_is_never_there_twice(run: Run, path: Path) -> None:
    async def scene() -> None:
        first = Wall(path)
        first.talk.conversation_with("porch")  # type: ignore[misc]
        await first.close()
        wall = Wall(path, "tcp://garden:5600")
        wall.say("once")
        wall.history.ledger.forget = lambda record: wall.history.journal.write(_fails)  # type: ignore[method-assign]
        wall.talk.conversation_with("porch")  # type: ignore[misc]
        await wall.history.journal.flush()
        assert wall.history.journal.read("SELECT count(*) FROM line") == [(1,)]
        await wall.close()

    run(scene())


def _fails(_database: object) -> None:
    raise ValueError("as if the power were cut here")
