"""Everything is there again after the viewer was started anew."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest

from camwire import values
from camwire.events import ChatReceived
from camwire.limits import LINES_UNDER_WAY
from camwire.line import Line
from camwire.messages import Chat
from camwire.values import Unreadable
from tests.support.talking import answer_to, facts, greeted, porch, shown, wall
from tests.support.waiting import until
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import KEPT_LINES, Delivery, Said
from viewer.core.talk.history import History
from viewer.core.talk.kept_talk import KeptTalk
from viewer.core.talk.talk import WITHDRAWN

Run: TypeAlias = Callable[..., Any]
MANY = 10_000
PLACE = "tcp://127.0.0.1:9"


def add(fleet: Fleet, session: Session) -> Session:
    """The same camera, after a restart."""
    return fleet.add(session.identity.key)


def test_that_lines_states_values_and_figures_are_there_again(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet:
            async with porch() as camera:
                session = await greeted(fleet, camera)
                await answer_to(session, session.say("hello"))
                await answer_to(session, session.give("/table"))
                await answer_to(session, session.give("/curve"))
                await answer_to(session, session.give("/fail"))
                await answer_to(session, session.say({"a": [1, 2.5, None]}, "a dict"))
                await until(
                    lambda: all(line.delivery is Delivery.ANSWERED for line in session.chat.lines if line.is_mine)
                )
                session.speak(Said("look there", frame=31, thumbnail=b"small jpeg"))
                await until(lambda: session.chat.waiting == 0)
                await until(lambda: not session.chat.lines[-1].is_mine)
            await until(lambda: not session.is_connected)
            session.say("waits")
            back = session.say("taken back")
            assert session.take_back(back)
            before = [facts(line) for line in session.chat.lines]
            assert [line["waited_ms"] for line in before if line["role"] == "failure"] != [None]
            told = [session.talk.value(line) for line in session.chat.lines]
        async with wall(tmp_path) as fleet:
            again = add(fleet, session)
            assert [facts(line) for line in again.chat.lines] == before
            for one, other in zip(told, (again.talk.value(line) for line in again.chat.lines), strict=True):
                assert np.array_equal(one, other) if isinstance(one, np.ndarray) else one == other
            (about,) = [line for line in again.chat.lines if line.has_picture]
            assert (about.frame, again.talk.thumbnail(about)) == (31, b"small jpeg")
            assert [(line.text, line.why) for line in again.chat.lines if line.why] == [("taken back", WITHDRAWN)]
            assert again.chat.waiting == 1
            assert again.chat.last_heard == session.chat.last_heard

    run(scene(), timeout=20)


def test_that_draft_unread_and_mute_are_there_again(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet:
            async with porch() as camera:
                session = await greeted(fleet, camera)
                await answer_to(session, session.say("one"))
                session.talk.mark_read()
                await answer_to(session, session.say("two"))
                await answer_to(session, session.say("three"))
            session.talk.keep_draft("half a sen")
            session.talk.mute(True)
            unread, first = session.chat.unread, session.chat.first_unread
            assert (unread, session.chat.with_id(first).text) == (2, "heard: two")  # type: ignore[union-attr]
        async with wall(tmp_path) as fleet:
            chat = add(fleet, session).chat
            assert (chat.draft, chat.unread, chat.first_unread, chat.is_muted) == ("half a sen", 2, first, True)

    run(scene())


def test_that_what_waited_is_sent_once_after_a_restart(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        heard: list[str] = []
        async with porch() as camera:
            assert camera.endpoint is not None
            port = camera.endpoint.port
        for number in range(3):
            async with wall(tmp_path) as fleet:
                fleet.add(f"tcp://127.0.0.1:{port}").say(f"line {number}")
        async with wall(tmp_path) as fleet:
            session = fleet.add(f"tcp://127.0.0.1:{port}")
            assert [line.delivery for line in session.chat.lines] == [Delivery.QUEUED] * 3
            async with porch(port=port, heard=heard):
                await until(lambda: len(session.chat.lines) == 6)
        assert heard == ["line 0", "line 1", "line 2"]

    run(scene())


def test_that_each_of_several_cameras_has_its_own(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet, porch("one") as one, porch("two") as two:
            first, second = await greeted(fleet, one), await greeted(fleet, two)
            await answer_to(first, first.say("for one"))
            await answer_to(second, second.say("for two"))
        async with wall(tmp_path) as fleet:
            assert shown(add(fleet, first)) == [(True, "for one"), (False, "heard: for one")]
            assert shown(add(fleet, second)) == [(True, "for two"), (False, "heard: for two")]
            found = fleet.history.search("heard")
            assert [(each.name, each.line.text) for each in found] == [
                ("two", "heard: for two"),
                ("one", "heard: for one"),
            ]
            assert {each.place for each in found} == {first.identity.key, second.identity.key}

    run(scene())


def hear(talk: KeptTalk, number: int, text: str = "", role: str = "") -> None:
    """The camera says line `number`."""
    chat = Chat(number, "camera-log", text, time.time_ns(), role)
    conversation = talk.record.conversation
    conversation.resume("camera-log", 1, conversation.log, 0)
    conversation.receive(chat)
    talk.hear(ChatReceived(Line(chat), text), time.time_ns())


async def restarted(history: History, path: Path) -> tuple[History, KeptTalk]:
    """The viewer is started anew."""
    await history.journal.flush()
    history.close()
    again = History(path)
    return again, KeptTalk(again, PLACE)


def begun(path: Path) -> tuple[History, KeptTalk]:
    history = History(path)
    talk = KeptTalk(history, PLACE)
    talk._with_camera("camera")
    return history, talk


def test_that_lines_with_nothing_in_them_are_neither_unread_nor_in_the_way(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        history, talk = begun(tmp_path / "h.db")
        hear(talk, 1, "long ago")
        for number in range(2, 302):
            hear(talk, number, role="void")
        history, talk = await restarted(history, tmp_path / "h.db")
        assert [line.text for line in talk.chat.lines] == ["long ago"]
        assert talk.chat.unread == 1
        talk._with_camera("camera")
        hear(talk, 302, "now")
        assert [line.text for line in talk.chat.lines] == ["long ago", "now"]
        history.close()

    run(scene())


def test_that_what_was_read_stays_read_and_new_lines_know_their_first(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        history, talk = begun(tmp_path / "h.db")
        hear(talk, 1, "one")
        talk.mark_read()
        hear(talk, 2, "two")
        hear(talk, 3, "three")
        assert talk.chat.with_id(talk.chat.first_unread) is talk.chat.lines[1]
        history, talk = await restarted(history, tmp_path / "h.db")
        assert (talk.chat.unread, talk.chat.first_unread) == (2, talk.chat.lines[1].id)
        history.close()

    run(scene())


def test_that_damage_to_a_value_leaves_its_text(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet:
            session = fleet.add(PLACE)
            line = session.say({"a": 1}, "a dict")
            fleet.history.journal.write(lambda database: database.execute("UPDATE part SET data = x'c1'"))
        async with wall(tmp_path) as fleet:
            again = fleet.add(PLACE)
            assert isinstance(again.talk.value(again.chat.lines[0]), Unreadable)
            assert again.chat.lines[0].text == line.text == "a dict"

    run(scene())


@pytest.mark.alone
@pytest.mark.slow
def test_that_ten_thousand_lines_open_at_once_and_are_all_there(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        history, talk = begun(tmp_path / "h.db")
        for number in range(1, MANY + 1):
            hear(talk, number, f"line {number} of many" if number != 77 else "a needle in the hay")
            if number % LINES_UNDER_WAY == 0:
                await history.journal.flush()
        await history.journal.flush()
        history.close()
        began = time.perf_counter()
        history = History(tmp_path / "h.db")
        talk = KeptTalk(history, PLACE)
        took = time.perf_counter() - began
        began, pages, slowest = time.perf_counter(), 0, 0.0
        while talk.load_earlier():
            slowest, began = max(slowest, time.perf_counter() - began), time.perf_counter()
            pages += 1
        assert [line.number for line in talk.chat.lines] == list(range(1, MANY + 1))
        began = time.perf_counter()
        assert [line.number for line in talk.search("hay needle")] == [77]
        searched = time.perf_counter() - began
        print(
            f"10,000 lines: opened in {1000 * took:.0f} ms, {pages} pages of at most {1000 * slowest:.1f} ms, "
            f"searched in {1000 * searched:.0f} ms"
        )
        assert took < 0.3
        assert slowest < 0.1
        assert searched < 0.3
        # Who reads on is not disturbed by what comes; afterwards memory is given back.
        talk._with_camera("camera")
        hear(talk, MANY + 1, "one more")
        assert len(talk.chat.lines) >= MANY
        talk.chat.trim()
        assert len(talk.chat.lines) == KEPT_LINES
        assert talk.chat.lines[-1].text == "one more"
        history.close()

    run(scene(), timeout=60)


def test_that_any_value_is_there_again(run: Run, tmp_path: Path) -> None:
    said = [1, "two", 3.5, None, [1, {"k": (2, 3)}], b"bytes", {"nested": {"deep": [True]}}]

    async def scene() -> None:
        async with wall(tmp_path) as fleet:
            session = fleet.add(PLACE)
            for value in said:
                session.say(value)
            assert [session.talk.value(line) for line in session.chat.lines] == said
        async with wall(tmp_path) as fleet:
            again = fleet.add(PLACE)
            assert [again.talk.value(line) for line in again.chat.lines] == said
            assert [line.text for line in again.chat.lines][4] == values.summary(said[4])

    run(scene())
