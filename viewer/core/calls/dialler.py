"""Reaching a camera that listens: a link that is called again, however often it takes."""

import logging
import random
import time
from collections.abc import Callable

import zmq

from camwire.dialects.native import NativeCamera
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.excess import TELL_AGAIN_SECONDS
from camwire.frame import Payload
from camwire.link import Connection, Link, Offence, Route
from camwire.messages import Parts
from camwire.repeats import Repeats
from camwire.translation import tr
from viewer.core.calls.approach import Approach, Meaning
from viewer.core.calls.backoff import Backoff
from viewer.core.calls.key_troubles import KeyTrouble, impostor, key_trouble, told_of
from viewer.core.pairing.keyring import Keyring
from viewer.core.sessions.contact import Again
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase

log = logging.getLogger(__name__)

TROUBLE_FIRST_WAIT = 2.0
LONGEST_WAIT = 30.0
# What was a camera a minute ago is one, and the way to it makes nonsense of what it says. A call costs little.
RECENT_SECONDS = 60.0
NONSENSE_FIRST_WAIT = 0.2
NONSENSE_LONGEST_WAIT = 1.5
# Who was understood for so long has no such trouble any more.
SOUND_SECONDS = 5.0
# Where this program has no descriptors left for a link.
RETRY_SECONDS = 1.0


class Dialler:
    """Owns one session's link. While the camera is merely away, ZeroMQ itself knocks every second; after trouble (it
    talked rubbish, or refused) the link is closed and opened again ever more seldom.

    `key` is the public key that the camera has to prove (Z85; empty: it is not known yet, or it has none). `tell` is
    called with a sentence that a person should hear, whatever they look at.
    """

    def __init__(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        endpoint: Endpoint,
        session: Session,
        clock: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
        keyring: Keyring | None = None,
        key: str = "",
        tell: Callable[[str], object] = lambda sentence: None,
    ) -> None:
        self.endpoint = endpoint
        """Where it is called."""
        self._context = context
        self._session = session
        self._clock = clock
        self._tell = tell
        self._keyring = keyring or Keyring()
        self._approach = Approach(key, self._keyring.candidates)
        self._link: Link | None = None
        self._is_up = False
        self._has_called = False
        self.expected_key = ""
        """The one that was missing when it was kept away from the wall last (Z85)."""
        self._told = Repeats(TELL_AGAIN_SECONDS)
        self._backoff = Backoff(TROUBLE_FIRST_WAIT, LONGEST_WAIT, chance)
        self._after_nonsense = Backoff(NONSENSE_FIRST_WAIT, NONSENSE_LONGEST_WAIT, chance)
        self._up_since = 0.0
        self._understood = float("-inf")
        self._due = clock()

    def tick(self, now: float) -> None:
        """Open the link when it is time."""
        if self._session.is_connected:
            self._backoff.reset()
            self._understood = now
            if now - self._up_since > SOUND_SECONDS:
                self._after_nonsense.reset()
        if self._link is None and now >= self._due:
            try:
                self._open()
            except UsageError as error:
                # The first time, who added the camera is told.
                if not self._has_called:
                    raise
                self._due = now + RETRY_SECONDS
                self._session.in_trouble(str(error))

    def _open(self) -> None:
        key = self._approach.key
        self._link = Link.connected(
            self._context,
            self.endpoint,
            self._received,
            self._connection_changed,
            self._keyring.curve(key) if key else None,
        )
        self._link.on_offence = self._offended
        self._has_called = True

    @property
    def key(self) -> str:
        """The key by which the camera is known (Z85); empty: by none."""
        return self._approach.known

    @property
    def next_try(self) -> float | None:
        """When the link is opened again (monotonic seconds); None while it is open and knocks by itself."""
        return None if self._link is not None else self._due

    def retry_now(self) -> None:
        """Do not wait any longer."""
        self._close_link()
        self._backoff.reset()
        self._due = self._clock()
        self.tick(self._clock())

    def call(self, endpoint: Endpoint, key: str) -> None:
        """Call there from now on, and by that key (empty: it is not known)."""
        self.endpoint = endpoint
        self._approach = Approach(key, self._keyring.candidates)
        self.retry_now()

    def send(self, parts: Parts) -> bool:
        """Send on the open link."""
        return self._link is not None and self._link.send(parts)

    def drop(self, again: Again) -> None:
        """Let go of the link, to open it anew."""
        self._close_link()
        now = self._clock()
        if again is Again.AT_ONCE:
            self._due = now
        elif again is Again.AFTER_NONSENSE and now - self._understood < RECENT_SECONDS:
            self._due = now + self._after_nonsense.wait()
        else:
            self._due = now + self._backoff.wait()

    def close(self) -> None:
        """End for good."""
        self._close_link()
        self._due = float("inf")

    def _close_link(self) -> None:
        link, self._link, self._is_up = self._link, None, False
        if link is not None:
            link.close()
            self._session.disconnected()

    def _received(self, route: Route, parts: list[Payload]) -> None:
        # A camera speaks when it is spoken to. What comes before the connection is up comes from no camera.
        if not self._is_up:
            return
        rightful_key = self._rightful_key(parts)
        if rightful_key:
            self._keep_away(impostor(self.endpoint), rightful_key)
        else:
            self._session.receive(parts)

    def _rightful_key(self, parts: list[Payload]) -> str:
        """The key of the camera as which another one introduces itself here; empty: it does not. On this computer's own
        loopback a paired camera may be without one."""
        caller = NativeCamera.caller(parts) if len(parts) == 1 else None
        is_excused = not self.key and self.endpoint.is_loopback
        return "" if caller is None or is_excused else self._keyring.rightful_key(caller.id, self.key)

    def _connection_changed(self, change: Connection) -> None:
        approach, known, called_by = self._approach, self.key, self._approach.key
        # Other formats know no keys of ours.
        meaning = Meaning.ORDINARY if self.endpoint.pattern else approach.heard(change)
        if self.key != known:
            self._keyring.changed()
        if meaning is Meaning.AGAIN:
            self.drop(Again.AT_ONCE)
            self.tick(self._clock())
        elif meaning is Meaning.ORDINARY:
            self._heard(change)
            if approach.key != called_by:
                # This link would call on by the key that was tried last.
                self.drop(Again.AFTER_NONSENSE)
        else:
            self._keep_away(key_trouble(meaning, self.endpoint), self.key)

    def _offended(self, offence: Offence) -> None:
        sentence = offence.sentence(self._session.name)
        if self._told.is_new(offence.excess, self._clock()):
            log.warning("%s", sentence)
            self._tell(sentence)
        if offence.is_over:
            self._session.refused(sentence)
            self.drop(Again.LATER)

    def _keep_away(self, why: KeyTrouble, expected_key: str) -> None:
        self.expected_key = expected_key
        if why.phase is Phase.ALARM and self._session.state.phase is not Phase.ALARM:
            sentence = told_of(self._session.name, why.sentence)
            log.warning("%s", sentence)
            self._tell(sentence)
        self._session.refused(why.sentence, why.phase)
        self.drop(Again.AFTER_NONSENSE)

    def _heard(self, change: Connection) -> None:
        where = self.endpoint
        self._is_up = change is Connection.UP
        if change is Connection.UP:
            self._up_since = self._clock()
            self._session.proved(self.key, str(where))
            self._session.connected(self)
        elif change is Connection.DOWN:
            self._session.disconnected()
        elif change is Connection.NOBODY:
            program = tr("an imagezmq sender with REQ_REP=False") if where.pattern else "watchword-camera"
            self._session.in_trouble(
                tr("Nothing answers at {where}. Is {program} running there?", where=where, program=program)
            )
        elif change is Connection.UNREACHABLE:
            self._session.in_trouble(
                tr("No way to {where}. Is the address right, and that computer switched on?", where=where)
            )
        elif change is Connection.MUTE:
            self._session.in_trouble(
                tr("{where} takes the call but says nothing. If a camera hangs there, restart it.", where=where)
            )
        else:
            self._session.refused(
                tr("Something else listens at {where}, no Watchword camera. Check the port.", where=where)
            )
