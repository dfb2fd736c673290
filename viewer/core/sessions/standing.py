"""How it stands with one camera: what happens becomes facts, and from these and the time its state is derived."""

import logging
from collections.abc import Callable
from math import inf

from camwire.translation import tr
from viewer.core.pictures.picture_stream import PictureStream
from viewer.core.sessions.state import CameraState, Facts, Phase, derive

log = logging.getLogger(__name__)

LOG_SECONDS = 1.0


class Standing:
    """Told what happens, it says in what state the camera is. Lives in the loop's thread.

    `clock` is monotonic, in seconds; `name()` is what to call the camera; `tell(state)` is called with each state of
    another phase or reason.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        may_be_silent: bool,
        name: Callable[[], str],
        tell: Callable[[CameraState], object],
    ) -> None:
        self.facts = Facts(began=clock(), shown_since=clock(), may_be_silent=may_be_silent)
        self.state = derive(self.facts, clock())
        """What was derived last."""
        self.has_said_goodbye = False
        """Whether the camera left on purpose."""
        self._clock = clock
        self._name = name
        self._tell = tell
        self._logged = -inf

    def connected(self) -> None:
        """There is a way to the camera."""
        self.facts.is_connected = True
        self.facts.trouble = ""
        self.has_said_goodbye = False

    def disconnected(self) -> None:
        """The way is gone."""
        self.facts.is_connected = False

    def greeted(self) -> None:
        """The camera has answered the greeting."""
        facts = self.facts
        facts.greeted, facts.left, facts.refused, facts.trouble = self._clock(), None, None, ""

    def in_trouble(self, sentence: str) -> None:
        """There is no way to the camera, and this is why; of one that said goodbye, what it said is known better."""
        self.facts.refused = None
        if not self.has_said_goodbye:
            self.facts.trouble = sentence

    def refused(self, sentence: str, phase: Phase = Phase.REFUSED) -> None:
        """One side will not serve the other; `phase` is one of `REFUSING`."""
        facts = self.facts
        facts.refused = self._clock() if facts.refused is None or facts.refused_as is not phase else facts.refused
        facts.refusal, facts.refused_as = sentence, phase

    def fell_silent(self, now: float) -> None:
        """The camera gives no sign of life."""
        self.facts.left = now
        self.facts.trouble = tr("The camera stopped answering.")

    def said_goodbye(self, sentence: str) -> None:
        """The camera left; `sentence` says why, where it did."""
        self.facts.left = self._clock()
        self.facts.trouble = sentence or tr("The camera was switched off.")
        self.has_said_goodbye = True

    def lost_source(self, sentence: str) -> None:
        """The camera says why its source gives no pictures; an empty sentence: it gives some."""
        if sentence != self.facts.source_trouble:
            self.facts.source_trouble, self.facts.troubled_since = sentence, self._clock()

    def shown(self, is_shown: bool) -> None:
        """Whether anyone can see the pictures."""
        self.facts.is_shown = is_shown
        self.facts.shown_since = self._clock()

    def update(self, pictures: PictureStream) -> None:
        """Derive the state; tell if it is another."""
        facts, now = self.facts, self._clock()
        facts.last_picture, facts.decode_trouble = pictures.arrived, pictures.trouble
        facts.usual_interval = pictures.stats.usual_interval
        facts.age, facts.is_unpainted = pictures.age, pictures.is_left(now)
        before, self.state = self.state, derive(facts, now)
        is_other = self.state.phase is not before.phase
        if not (is_other or self.state.reason != before.reason):
            return
        if is_other or now - self._logged > LOG_SECONDS:
            # A camera that sends nonsense may be wrong for another reason with every frame.
            self._logged = now
            log.info("%s: %s", self._name(), f"{self.state.phase.value} {self.state.reason}".strip())
        self._tell(self.state)
