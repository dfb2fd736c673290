"""What a person is told about a camera. Derived from facts and the time; nothing stale is ever called live."""

from dataclasses import dataclass
from enum import Enum

from camwire.translation import tr


class Phase(Enum):
    """The states a person can tell apart. In the last three the camera is there, and nothing of it is shown."""

    CONNECTING = "connecting"
    LIVE = "live"
    FROZEN = "frozen"
    OFFLINE = "offline"
    REFUSED = "refused"
    UNPAIRED = "unpaired"
    """It shows itself only to viewers that it knows, and this is none of them."""
    ALARM = "alarm"
    """It may be another one that passes for it."""


REFUSING = frozenset({Phase.REFUSED, Phase.UNPAIRED, Phase.ALARM})


@dataclass(frozen=True, slots=True)
class CameraState:
    """A phase, since when (monotonic seconds), and in words what happened."""

    phase: Phase
    since: float
    reason: str = ""


@dataclass(slots=True)
class Facts:
    """What a session knows. Times are monotonic seconds; None means not yet."""

    began: float
    greeted: float | None = None
    last_heard: float | None = None
    last_picture: float | None = None
    usual_interval: float = 0.0
    age: float | None = None
    is_shown: bool = True
    shown_since: float = 0.0
    refused: float | None = None
    refusal: str = ""
    refused_as: Phase = Phase.REFUSED
    """Which of `REFUSING` it is."""
    trouble: str = ""
    decode_trouble: str = ""
    source_trouble: str = ""
    """Why its source gives no pictures, as the camera says it."""
    troubled_since: float = 0.0
    """When the camera said so."""
    left: float | None = None
    is_connected: bool = False
    is_unpainted: bool = False
    may_be_silent: bool = False
    """Whether nothing asks this camera for a sign of life: only the end of its connection says that it is gone."""


FROZEN_SECONDS = 1.0
FROZEN_INTERVALS = 3.0
LONGEST_INTERVAL = 10.0
OFFLINE_SECONDS = 3.0
ANSWER_SECONDS = 0.3
LATE_SECONDS = 2.0
PATIENCE_SECONDS = 4.0


def derive(facts: Facts, now: float) -> CameraState:
    """Say what is so at `now`."""
    if facts.refused is not None:
        return CameraState(facts.refused_as, facts.refused, facts.refusal)
    if facts.greeted is None:
        return _before_the_greeting(facts, now)
    heard = facts.last_heard if facts.last_heard is not None else facts.greeted
    is_silent = now - heard > OFFLINE_SECONDS and not (facts.may_be_silent and facts.is_connected)
    if facts.left is not None or is_silent:
        return CameraState(Phase.OFFLINE, facts.left if facts.left is not None else heard, facts.trouble)
    return _while_answering(facts, heard, now)


def _before_the_greeting(facts: Facts, now: float) -> CameraState:
    is_late = now - facts.began > PATIENCE_SECONDS
    if not is_late:
        return CameraState(Phase.CONNECTING, facts.began, facts.trouble)
    return CameraState(Phase.OFFLINE, facts.began, facts.trouble or tr("Nothing has answered yet. Check the address."))


def _while_answering(facts: Facts, heard: float, now: float) -> CameraState:
    assert facts.greeted is not None
    if not facts.is_shown:
        return CameraState(Phase.LIVE, facts.greeted)
    newest, patience = facts.last_picture, PATIENCE_SECONDS
    if newest is not None:
        patience = max(FROZEN_SECONDS, FROZEN_INTERVALS * min(facts.usual_interval, LONGEST_INTERVAL))
        if now - newest <= patience and facts.age is not None and facts.age > LATE_SECONDS + patience:
            return CameraState(
                Phase.FROZEN, newest - facts.age, tr("The pictures come {age:.0f} s late.", age=facts.age)
            )
        has_lost_source = bool(facts.source_trouble) and newest <= facts.troubled_since
        if now - newest <= patience and not has_lost_source:
            return CameraState(Phase.LIVE, newest)
    # A camera that was just greeted, or asked for pictures again, is given time for one; the old one is not live.
    # Where it says itself that none will come, nothing is waited for.
    is_late = bool(facts.source_trouble) or now - max(facts.greeted, facts.shown_since) > patience
    since = facts.greeted if newest is None else newest
    return CameraState(
        Phase.FROZEN if is_late else Phase.CONNECTING, since, _why_no_picture(facts, heard, now, is_late)
    )


def _why_no_picture(facts: Facts, heard: float, now: float, is_late: bool) -> str:
    if facts.decode_trouble:
        return tr("The camera sends {what}.", what=facts.decode_trouble)
    if not facts.is_connected:
        return facts.trouble or tr("The connection broke.")
    if now - heard > FROZEN_SECONDS + 0.5:
        return tr("The camera does not answer.")
    if facts.is_unpainted:
        return tr("This window is not being painted.")
    if facts.source_trouble:
        return facts.source_trouble
    has_answered_since = heard > (facts.last_picture or facts.greeted or 0.0) + ANSWER_SECONDS
    return tr("The camera answers, its source does not.") if is_late and has_answered_since else ""
