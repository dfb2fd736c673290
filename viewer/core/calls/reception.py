"""Where cameras call: the listening ports, who is let in and under which key, and what is told of all others."""

from collections.abc import Callable, Iterable, Mapping

import zmq

from camwire.admission import Admission
from camwire.dialects.base import Dialect
from camwire.endpoint import SECURE, Endpoint, require_permission
from camwire.link import CurveKeys, Knock, Offence
from viewer.core.calls import callers
from viewer.core.calls.callers import Call
from viewer.core.calls.listener import Listener
from viewer.core.calls.listening import require_listening
from viewer.core.calls.notices import Notices
from viewer.core.calls.vidgear_keys import KeyFolder
from viewer.core.pairing.keyring import Keyring
from viewer.core.sessions.identity import CameraIdentity
from viewer.core.sessions.session import Session

# Whoever reaches a listening port can claim any number of identities; a wall ends somewhere.
MOST_CAMERAS = 256
MOST_OF_ONE_KEY = 16
PAIRED = "paired"


class Reception:
    """Owns the listeners of a fleet, whose `sessions` it sees by key. Lives in the loop's thread.

    `begin(identity, call)` puts a new camera on the wall, `tell(sentence)` tells a person. Of the cameras that call,
    those with a name, port or address in `only` are let in; empty lets in all.
    """

    def __init__(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        sessions: Mapping[str, Session],
        begin: Callable[[CameraIdentity, Call], Session],
        stranger: Callable[[Call], Dialect],
        tell: Callable[[str], None],
        clock: Callable[[], float],
        only: Iterable[str] = (),
        keyring: Keyring | None = None,
    ) -> None:
        self._keyring = keyring or Keyring()
        self._keyring.observe(self._admit_paired)
        self._context = context
        self._sessions = sessions
        self._begin = begin
        self.stranger = stranger
        """Makes a dialect for a camera that is answered and not shown."""
        self._only = frozenset(each.casefold() for each in only)
        self.keys: KeyFolder | None = None
        """Who is let in at ports that are opened from now on; None lets in everybody, unencrypted."""
        self._listeners: list[Listener] = []
        self._admission: Admission | None = None
        self._removed: set[str] = set()
        self._notices = Notices(tell, clock)

    def listen(self, address: str, is_open: bool, keys: KeyFolder | None = None) -> Endpoint:
        """Let cameras call at `address`; return where it really is. Raises UsageError."""
        endpoint = Endpoint.parse(address)
        require_listening(endpoint)
        require_permission(endpoint, is_open)
        if endpoint in self.listening:
            return endpoint
        keys = keys or self.keys
        if endpoint.pattern == SECURE:
            curve: CurveKeys | None = self._for_paired()
        else:
            curve = None if keys is None else self._secured(keys)
        listener = Listener(self._context, endpoint, self, curve)
        self._listeners.append(listener)
        return listener.endpoint

    @property
    def listening(self) -> list[Endpoint]:
        """Where cameras may call."""
        return [listener.endpoint for listener in self._listeners]

    def stop_listening(self, endpoint: Endpoint) -> None:
        """Hear nobody at `endpoint` any more; its cameras stay on the wall as offline."""
        for listener in [each for each in self._listeners if each.endpoint == endpoint]:
            self._listeners.remove(listener)
            listener.hang_up()

    def forget(self, session: Session) -> None:
        """A camera that called was removed: it does not come back until the next start."""
        self._removed.add(session.identity.key)
        for listener in self._listeners:
            listener.forget_session(session)

    def readmit(self, key: str) -> None:
        """It may come back after all."""
        self._removed.discard(key)

    def close(self) -> None:
        """Hear nobody any more."""
        for listener in self._listeners:
            listener.close()
        if self._admission is not None:
            self._admission.close()

    # What listeners ask and tell

    def admit(self, call: Call) -> Session | None:
        """Find or make the session of a camera that called; None if it is not to be shown."""
        if not callers.is_asked_for(call, self._only):
            return None
        number = callers.first_free(call, lambda key: self._is_free(key, call))
        key = callers.key_of(call, number)
        session = self._sessions.get(key) or self._nameless(call)
        if self._is_impostor(call, session):
            self._notices.impostor(call.endpoint, call.address)
            return None
        if session is not None:
            if call.key:
                session.proved(call.key, str(call.endpoint))
            if not call.caller.id and self._has_doubles(call):
                session.give_up_lines()
            return session
        if key in self._removed or len(self._sessions) >= MOST_CAMERAS or self._has_too_many(call.key):
            return None
        identity = CameraIdentity(
            key,
            str(call.endpoint),
            label=callers.label(call, number),
            is_secured=call.is_secured,
            camera_key=call.key,
        )
        return self._begin(identity, call)

    def knocked(self, endpoint: Endpoint, knock: Knock) -> None:
        """Somebody called who could not be let in."""
        self._notices.knocked(endpoint, knock)

    def not_understood(self, endpoint: Endpoint, address: str) -> None:
        """Somebody sent what no camera says."""
        self._notices.not_understood(endpoint, address)

    def offended(self, offence: Offence, who: str) -> None:
        """Somebody was over a limit: `who`, if that is known."""
        self._notices.offended(offence, who)

    # Inside

    def _has_too_many(self, key: str) -> bool:
        """Whether one that is paired takes the wall for itself, under ever more names."""
        of_key = sum(session.identity.camera_key == key for session in self._sessions.values()) if key else 0
        return of_key >= MOST_OF_ONE_KEY

    def _secured(self, keys: KeyFolder) -> CurveKeys:
        self._admit(keys.curve.domain, keys.clients)
        return keys.curve

    def _for_paired(self) -> CurveKeys:
        identity = self._keyring.identity
        self._admit(PAIRED, self._paired_keys)
        return CurveKeys(identity.public, identity.secret, domain=PAIRED)

    @property
    def _paired_keys(self) -> frozenset[bytes]:
        return frozenset(each.key.encode() for each in self._keyring.paired)

    def _admit_paired(self) -> None:
        """The pairings are others now: who is none any more is cut off."""
        if self._admission is None:
            return
        keys = self._paired_keys
        self._admission.admit(PAIRED, keys)
        for listener in self._listeners:
            if listener.endpoint.pattern == SECURE:
                listener.cut_off({key.decode() for key in keys})

    def _admit(self, domain: str, clients: frozenset[bytes] | None) -> None:
        if self._admission is None:
            self._admission = Admission(self._context)
        self._admission.admit(domain, clients)

    def _is_impostor(self, call: Call, session: Session | None) -> bool:
        """Whether a camera calls by the id of one that is known by another key."""
        if not call.caller.id or (not call.key and call.is_from_here):
            return False
        known = session.identity.camera_key if session is not None else ""
        return (bool(known) and known != call.key) or self._keyring.is_impostor(call.caller.id, call.key)

    def _is_free(self, key: str, call: Call) -> bool:
        """Whether a camera that calls may have this key: nobody has it, or whoever has it is not connected.

        A removed camera without a name cannot be told from another of its computer; the next one gets a new number.
        """
        session = self._sessions.get(key)
        return (session is None or not self._is_served(session)) and (
            bool(call.caller.name) or key not in self._removed
        )

    def _nameless(self, call: Call) -> Session | None:
        """A camera whose name changes with every message, and that was here before under another one."""
        place = callers.place(call)
        alike = [each for each in self._sessions.values() if each.identity.key.startswith(place)]
        fickle = (each for each in alike if each.name_varies and not (each.chat.waiting or self._is_served(each)))
        return next(fickle, None)

    def _has_doubles(self, call: Call) -> bool:
        """Whether several cameras are alike: which of them has come back cannot be known."""
        return callers.key_of(call, 2) in self._sessions

    def _is_served(self, session: Session) -> bool:
        return any(listener.serves(session) for listener in self._listeners)
