"""Cameras that send too much, over real sockets: they are named on the wall, and their neighbours go on."""

import time

import pytest

from camwire import limits
from camwire.excess import TELL_AGAIN_SECONDS
from camwire.messages import Pong, encode
from tests.support.stage import Stage
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase

PER_SECOND, AT_ONCE = 400, 100


class Ear:
    """Hears what the wall says."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def session_added(self, session: Session) -> None: ...

    def session_removed(self, session: Session) -> None: ...

    def told(self, sentence: str) -> None:
        self.sentences.append(sentence)


@pytest.fixture
def ear(stage: Stage) -> Ear:
    ear = Ear()
    stage.now(lambda: stage.fleet.observe(ear))
    return ear


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cameras may say little."""
    monkeypatch.setattr(limits, "MESSAGES_PER_SECOND", PER_SECOND)
    monkeypatch.setattr(limits, "MESSAGES_AT_ONCE", AT_ONCE)


@pytest.mark.usefixtures("few")
def test_that_a_camera_that_says_too_much_is_slowed_down_and_named_once(stage: Stage, ear: Ear) -> None:
    chatty, witness = stage.live("chatty")
    _, neighbour = stage.live("porch")
    before = len(neighbour.pictures)
    began = time.monotonic()
    said = [f"line {number}" for number in range(5 * AT_ONCE)]
    stage.now(lambda: [chatty.say(each) for each in said])
    stage.until(lambda: len(witness.heard) == len(said))
    assert time.monotonic() - began > (len(said) - AT_ONCE) / PER_SECOND / 2
    assert witness.heard == said
    assert ear.sentences == [f"chatty sends more than {PER_SECOND} messages a second, and is slowed down."]
    stage.until(lambda: len(neighbour.pictures) > before + 5)
    assert witness.session.state.phase is Phase.LIVE


def test_that_a_camera_with_pictures_beyond_all_bounds_is_let_go_of_and_named(stage: Stage, ear: Ear) -> None:
    huge, witness = stage.live("huge")
    _, neighbour = stage.live("porch")
    huge.payload = bytes(limits.MESSAGE_BYTES + 1)
    stage.until(lambda: witness.session.state.phase is Phase.REFUSED)
    assert witness.session.state.reason.startswith("huge sends messages that are broken or larger than 32 MB.")
    assert ear.sentences == [witness.session.state.reason]
    assert stage.fleet.next_try(witness.session.identity.key) is not None
    before = len(neighbour.pictures)
    stage.until(lambda: len(neighbour.pictures) > before + 5)
    # It is tried again, and named again only after a while.
    stage.clock.skip(3.0)
    seen = len(witness.phases)
    stage.until(lambda: Phase.REFUSED in witness.phases[seen:] and Phase.CONNECTING in witness.phases[seen:])
    assert len(ear.sentences) == 1
    stage.clock.skip(TELL_AGAIN_SECONDS)
    stage.until(lambda: len(ear.sentences) == 2)
    huge.payload = b""
    stage.now(huge.pause)


@pytest.mark.usefixtures("few")
def test_that_a_camera_that_calls_and_says_too_much_is_refused_and_named(
    stage: Stage, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MESSAGES_BEFORE_REFUSAL", AT_ONCE)
    where = stage.now(lambda: stage.fleet.listen("tcp://127.0.0.1:0", False))
    chatty, porch = (stage.calling_camera(where, name) for name in ("chatty", "porch"))
    stage.until(lambda: len(stage.fleet) == 2 and all(session.is_connected for session in stage.fleet))
    session = next(each for each in stage.fleet if each.name == "chatty")
    stage.now(lambda: [chatty.send(encode(Pong(sent_ns=1, clock_ns=number))) for number in range(5 * AT_ONCE)])
    stage.until(lambda: not session.is_connected)
    assert ear.sentences == [
        f"chatty sends more than {PER_SECOND} messages a second, and does not stop. The connection was ended. "
        "Restart the program there."
    ]
    stage.now(porch.stream)
    neighbour = next(each for each in stage.fleet if each.name == "porch")
    stage.until(lambda: neighbour.state.phase is Phase.LIVE)
