"""With whom a conversation is: whatever happens to addresses and cameras, a line goes to whom it was meant for."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from camwire.dialects.base import Viewpoint
from camwire.dialects.netgear import NetGearCamera
from camwire.errors import UsageError
from sender import Camera
from tests.support.talking import all_are, answer_to, greeted, porch, shown, wall
from tests.support.waiting import until
from viewer.core.fleet import Fleet
from viewer.core.sessions.identity import CameraIdentity
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import ChatLine, Delivery, Said
from viewer.core.talk.kept_talk import KeptTalk
from viewer.core.talk.talk import CLOSED, EXPIRED, MAYBE_ANOTHER, WITHDRAWN

Run: TypeAlias = Callable[..., Any]


def port_of(camera: Camera) -> int:
    assert camera.endpoint is not None
    return camera.endpoint.port


def netgear(fleet: Fleet) -> Session:
    """The session with a NetGear sender, not connected."""
    talk = KeptTalk(fleet.history, "netgear:1")
    dialect = NetGearCamera.begin(Viewpoint("v", "Viewer", "", "log", 5555, True), 0.0)
    return fleet._begin(fleet._session(CameraIdentity("netgear:1", "tcp://127.0.0.1:5555"), dialect, talk))


def test_that_a_known_camera_keeps_its_conversation_at_another_address(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet:
            async with porch() as camera:
                session = await greeted(fleet, camera)
                await answer_to(session, session.say("first"))
                here = port_of(camera)
            fleet.remove(session.identity.key)
            async with porch() as camera:
                assert port_of(camera) != here
                again = await greeted(fleet, camera)
                assert shown(again) == [(True, "first"), (False, "heard: first")]
                await answer_to(again, again.say("second"))
                assert [line.number for line in again.chat.lines if line.is_mine] == [1, 2]

    run(scene())


def test_that_what_is_typed_before_the_first_greeting_goes_to_whoever_answers(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with porch() as camera:
            port = port_of(camera)
        async with wall(tmp_path) as fleet:
            session = fleet.add(f"tcp://127.0.0.1:{port}")
            session.say("one")
            session.speak(Said("two", [1, 2], has_value=True, frame=7, thumbnail=b"picture"))
            async with porch(port=port):
                await all_are(session, Delivery.ANSWERED)
                assert [text for _, text in shown(session)][:2] == ["one", "two"]

    run(scene())


def test_that_a_camera_with_a_past_gets_what_was_typed_before_it_was_known(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet:
            async with porch() as camera:
                session = await greeted(fleet, camera)
                await answer_to(session, session.say("past"))
            fleet.remove(session.identity.key)
            async with porch("other") as other:
                port = port_of(other)
            # Nobody knows yet that the camera with a past will answer there.
            unknown = fleet.add(f"tcp://127.0.0.1:{port}")
            unknown.say("for whoever answers")
            line = unknown.speak(Said("about a picture", [1], has_value=True, frame=7, thumbnail=b"picture"))
            async with porch(port=port):
                await until(lambda: len([each for each in unknown.chat.lines if not each.is_mine]) == 3)
            assert shown(unknown)[:4] == [
                (True, "past"),
                (False, "heard: past"),
                (True, "for whoever answers"),
                (True, "about a picture"),
            ]
            await fleet.history.journal.flush()
            assert unknown.talk.thumbnail(line) == b"picture"
            assert unknown.talk.value(line) == [1]

    run(scene())


def test_that_a_file_sent_before_anybody_is_known_reaches_the_camera_with_a_past(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        (tmp_path / "plan.txt").write_bytes(b"x" * 5000)
        async with wall(tmp_path) as fleet:
            async with porch() as camera:
                session = await greeted(fleet, camera)
                await answer_to(session, session.say("past"))
            fleet.remove(session.identity.key)
            unknown = fleet.add(str(session.identity.endpoint))
            # It is there again at another place, where nobody has asked for it by name.
            async with porch("other") as other:
                port = port_of(other)
            fleet.remove(unknown.identity.key)
            unknown = fleet.add(f"tcp://127.0.0.1:{port}")
            assert unknown.files is not None
            unknown.files.send(tmp_path / "plan.txt", print)
            await until(lambda: unknown.chat.waiting == 1)
            async with porch(port=port):
                arrived = lambda: [each for each in unknown.chat.lines if each.file and each.is_over]  # noqa: E731
                await until(arrived)
                (line,) = arrived()
                assert (line.why, line.fetched) == ("", 5000)

    run(scene())


def test_that_another_camera_at_the_same_address_never_gets_what_waits_for_the_first(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        heard: list[str] = []
        async with wall(tmp_path) as fleet:
            async with porch() as camera:
                session = await greeted(fleet, camera)
                await answer_to(session, session.say("hello"))
                port = port_of(camera)
            await until(lambda: not session.is_connected)
            session.say("only for the porch")
            async with porch("garden", port, heard=heard):
                await until(lambda: session.is_connected and session.own_name == "garden")
                assert shown(session) == []
                assert session.chat.waiting == 0
                session.say("for the garden")
                await until(lambda: heard)
            await until(lambda: not session.is_connected)
            async with porch(port=port):
                await until(lambda: session.own_name == "porch" and session.chat.waiting == 0)
                await until(lambda: (False, "heard: only for the porch") in shown(session))
                assert shown(session)[0] == (True, "hello")
        assert heard == ["for the garden"]

    run(scene())


def test_that_the_same_camera_twice_on_the_wall_has_two_conversations(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet, porch() as camera:
            one = await greeted(fleet, camera)
            other = fleet.add(f"tcp://localhost:{port_of(camera)}")
            await until(lambda: other.is_connected)
            await answer_to(one, one.say("by its number"))
            await answer_to(other, other.say("by its name"))
            assert shown(one) == [(True, "by its number"), (False, "heard: by its number")]
            assert shown(other) == [(True, "by its name"), (False, "heard: by its name")]

    run(scene())


def test_that_a_line_that_waits_can_be_taken_back_and_is_never_sent(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with porch() as camera:
            port = port_of(camera)
        async with wall(tmp_path) as fleet:
            session = fleet.add(f"tcp://127.0.0.1:{port}")
            lines = [session.say(text) for text in ("one", "two", "three")]
            assert session.take_back(lines[1])
            assert (lines[1].delivery, lines[1].why) == (Delivery.FAILED, WITHDRAWN)
            assert not session.take_back(lines[1])
            async with porch(port=port):
                await until(lambda: len(session.chat.lines) == 5)
                assert [text for is_mine, text in shown(session) if not is_mine] == ["heard: one", "heard: three"]
                assert not session.take_back(lines[0])

    run(scene())


def test_that_a_line_that_came_too_late_says_so(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet:
            session = fleet.add("tcp://127.0.0.1:9")
            line = session.speak(Said("quick", expires_ns=time.time_ns() + 50_000_000))
            stays = session.say("slow")
            await until(lambda: line.delivery is Delivery.FAILED)
            assert line.why == EXPIRED
            assert stays.delivery is Delivery.QUEUED

    run(scene())


def test_that_a_running_command_is_cancelled(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet, porch() as camera:
            session = await greeted(fleet, camera)
            line = session.give("/slow")
            await until(lambda: line.progress is not None and line.progress[0] > 0)
            session.cancel(line)
            answer = await answer_to(session, line)
            assert answer.role == "failure"
            assert line.delivery is Delivery.ANSWERED
            assert line.progress is None

    run(scene())


def test_that_what_failed_is_said_again_with_all_that_belongs_to_it(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet, porch() as camera:
            session = await greeted(fleet, camera)
            failed = session.give("/fail")
            answer = await answer_to(session, failed)
            assert answer.role == "failure"
            assert "The servo is stuck." in answer.text
            again = session.retry(failed)
            assert (again.text, again.role, again.command) == ("/fail", "command", "fail")
            assert (await answer_to(session, again)).role == "failure"
            with_picture = session.speak(Said("look", [1], has_value=True, frame=5, thumbnail=b"small"))
            await fleet.history.journal.flush()
            copy = session.retry(with_picture)
            await fleet.history.journal.flush()
            assert (copy.frame, session.talk.value(copy), session.talk.thumbnail(copy)) == (5, [1], b"small")

    run(scene())


def test_that_a_foreign_camera_keeps_its_history_and_what_waited_has_failed(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet:
            session = netgear(fleet)
            lines = [session.say(f"line {number}") for number in range(3)]
            session.talk.received(lines[0].number)
        async with wall(tmp_path) as fleet:
            again = netgear(fleet)
            assert [(line.text, line.delivery, line.why) for line in again.chat.lines] == [
                ("line 0", Delivery.RECEIVED, ""),
                ("line 1", Delivery.FAILED, CLOSED),
                ("line 2", Delivery.FAILED, CLOSED),
            ]
            assert again.chat.waiting == 0
            retried = again.retry(again.chat.lines[1])
            assert (retried.text, retried.delivery, again.chat.waiting) == ("line 1", Delivery.QUEUED, 1)

    run(scene())


def test_that_lines_for_a_foreign_camera_that_may_be_another_one_have_failed(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet:
            session = netgear(fleet)
            line = session.say("for the first one")
            session.give_up_lines()
            assert (line.delivery, line.why) == (Delivery.FAILED, MAYBE_ANOTHER)
            # Another program's format cannot take back one line of several.
            assert not session.can_take_back

    run(scene())


def test_that_only_ours_expire_and_only_once(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet:
            session = fleet.add("tcp://127.0.0.1:9")
            line = session.speak(Said("quick", expires_ns=1))
            changed: list[ChatLine] = session.talk.expire(2)
            assert changed == [line]
            assert session.talk.expire(3) == []

    run(scene())


@pytest.mark.parametrize("text", ["x" * 65_537, "\ud83d"])
def test_that_nothing_is_shortened_on_its_way_to_the_camera(run: Run, tmp_path: Path, text: str) -> None:
    async def scene() -> None:
        async with wall(tmp_path) as fleet:
            session = fleet.add("tcp://127.0.0.1:9")
            with pytest.raises(UsageError):
                session.say(text)
            assert shown(session) == []

    run(scene())
