"""A conversation of 10,000 messages: opens at once, scrolls without hitches."""

import gc
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from camwire.events import ChatReceived
from camwire.limits import LINES_UNDER_WAY
from camwire.line import Line
from camwire.messages import Chat
from camwire.values import encode, summary
from tests.viewer.ui.conftest import Stage
from viewer.core.sessions.session import Session
from viewer.core.talk.kept_talk import KeptTalk
from viewer.ui.chat.panel import ChatPanel

MANY = 10_000
ADDRESS = "tcp://127.0.0.1:9"
# What is promised is 300 ms and 50 ms; a machine that does other things besides is given three times as long.
OPEN_SECONDS, HITCH_SECONDS = 0.9, 0.15
TABLE = [{"pin": number, "name": f"lamp {number}", "state": "on"} for number in range(6)]

pytestmark = [pytest.mark.slow, pytest.mark.alone]


def said(number: int) -> object:
    """What a camera says that says all sorts of things."""
    match number % 10:
        case 3:
            return TABLE
        case 5:
            return f"see https://example.org/{number}\n" + "a longer text that takes several lines " * (number % 7)
        case 7:
            return [float(each % 17) for each in range(200)]
        case _:
            return f"line {number}"


async def fill(session: Session) -> None:
    """Have it said."""
    talk = session.talk
    assert isinstance(talk, KeptTalk)
    talk._with_camera("camera")
    conversation = talk.record.conversation
    conversation.resume("camera-log", 1, conversation.log, 0)
    for number in range(1, MANY + 1):
        value = said(number)
        payload = () if isinstance(value, str) else tuple(bytes(part) for part in encode(value))
        chat = Chat(number, "camera-log", value if isinstance(value, str) else summary(value), time.time_ns())
        conversation.receive(chat)
        talk.hear(ChatReceived(Line(chat, payload), value), time.time_ns())
        if number % LINES_UNDER_WAY == 0:
            await talk.history.journal.flush()


def cpu(deed: object) -> float:
    began = time.process_time()
    assert callable(deed)
    deed()
    return time.process_time() - began


def test_that_ten_thousand_messages_open_at_once_and_scroll_without_hitches(stage: Stage, tmp_path: Path) -> None:
    async def add() -> Session:
        return stage.fleet.add(ADDRESS)

    stage.run(fill(stage.run(add())), timeout=60)
    stage.restart()
    stage.run(add())
    tile = stage.wall.tiles[0]
    panel: ChatPanel = tile.chat
    view, bar = panel.view, panel.view.verticalScrollBar()

    def open_chat() -> None:
        tile.open_chat(True)
        panel.following.catch_up()
        view.grab()

    # What other tests have left behind is no burden of the chat's: the collector must not go over it meanwhile.
    gc.collect()
    gc.freeze()
    opened = cpu(open_chat)
    assert view.model().rowCount() == 200
    assert view.is_at_end
    steps: list[float] = []

    def up() -> None:
        bar.setValue(bar.value() - view.viewport().height() // 2)
        view.viewport().repaint()

    while len(steps) < 50_000 and (bar.value() > 0 or view.model().rowCount() < MANY):
        steps.append(cpu(up))
    QApplication.processEvents()
    assert view.model().rowCount() == MANY
    assert view.model().index(0, 0).data() == "line 1"
    slow = sorted(steps)[-3:]
    resized = cpu(lambda: (tile.share(0.5), view.viewport().repaint()))
    jumped = max(
        cpu(lambda part=part: (bar.setValue(bar.maximum() * part // 10), view.viewport().repaint()))
        for part in range(10)
    )
    stage.cameras.clear()
    line_again = cpu(lambda: (panel._model.changed([panel._session.chat.lines[5000]]), view.viewport().repaint()))
    gc.unfreeze()
    print(
        f"10,000 messages: opened in {1000 * opened:.0f} ms; {len(steps)} steps up, on average "
        f"{1000 * sum(steps) / len(steps):.1f} ms, the slowest {', '.join(f'{1000 * each:.0f}' for each in slow)} ms; "
        f"another width {1000 * resized:.0f} ms, a jump at most {1000 * jumped:.0f} ms, one line changed "
        f"{1000 * line_again:.1f} ms (CPU)"
    )
    assert opened < OPEN_SECONDS
    assert max(steps) < HITCH_SECONDS
    assert resized < HITCH_SECONDS
    assert jumped < HITCH_SECONDS
    # Nobody reads them any more.
    tile.open_chat(False)
    tile.open_chat(True)
    panel.following.catch_up()
    assert view.model().rowCount() == 2000
    assert view.is_at_end
