"""What a line is, as a card shows it."""

from collections.abc import Callable
from typing import Any

from camwire.dialects.base import Viewpoint
from camwire.dialects.native import NativeCamera
from camwire.events import ChatReceived
from camwire.messages import Chat, encode
from tests.support.wire_pair import camera_hello
from viewer.core.talk.history import History
from viewer.core.talk.kept_talk import KeptTalk
from viewer.core.talk.recent_values import RecentValues
from viewer.core.talk.talk import UNREADABLE
from viewer.ui.cards.content import Text
from viewer.ui.chat.line_content import content_of

Run = Callable[..., Any]


def test_that_a_line_with_a_value_that_cannot_be_read_is_shown_as_its_text_with_a_note(run: Run) -> None:
    async def scene() -> None:
        history = History(None)
        talk = KeptTalk(history, "tcp://porch:5600")
        camera = NativeCamera.begin(
            Viewpoint("v", "Viewer", "", "log", 0, True, talk.camera_id, talk.conversation_with), 0.0
        )
        camera.receive(camera_hello(), 0.0)
        camera.receive(camera_hello(), 2.0)
        chat = Chat(1, camera.conversation.their_log, "a table of 3 rows")
        (heard, *_) = camera.receive(encode(chat, b"\xc1"), 3.0)
        assert isinstance(heard, ChatReceived)
        line = talk.hear(heard, 1)
        assert line is not None
        assert content_of(line, talk) == Text(f"a table of 3 rows\n{UNREADABLE}")
        await history.journal.flush()
        talk._values = RecentValues()
        assert content_of(line, talk) == Text(f"a table of 3 rows\n{UNREADABLE}")
        history.close()

    run(scene())
