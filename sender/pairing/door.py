"""A camera's key, and whose keys it lets in."""

import logging
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import zmq

from camwire import private_file
from camwire.admission import Admission
from camwire.errors import UsageError
from camwire.identity import FILE, Identity
from camwire.link import CurveKeys
from camwire.pairing.fingerprint import fingerprint
from camwire.repeats import Repeats
from camwire.rights import Rights
from sender.pairing.guest import Guest
from sender.pairing.viewers import PairedViewer, PairedViewers

log = logging.getLogger(__name__)

DOMAIN = "viewers"
# A viewer that is refused calls again every few seconds.
TELL_AGAIN_SECONDS = 600.0
MOST_TOLD, MOST_TOLD_OF_ONE = 200, 5


class Door:
    """The identity and the paired viewers of the state folder `folder`, and those of the keys `admitted`, who may do
    everything in this run. Lives on the loop. Raises UsageError when there can be no key.
    """

    def __init__(self, folder: Path, admitted: Iterable[str] = ()) -> None:
        had_key = bool(private_file.stamp(folder / FILE))
        self.identity = Identity.of(folder)
        self.viewers = PairedViewers(folder)
        self._admitted = {key: Guest(key) for key in admitted}
        self._guests: dict[str, Guest] = {}
        self._stamp: tuple[int, ...] | None = None
        self._admission: Admission | None = None
        self._unreadable = Repeats(TELL_AGAIN_SECONDS)
        self._told: dict[tuple[str, bytes], float] = {}
        self.on_change: Callable[[], None] = lambda: None
        """Told when others than before are let in, or may do other things."""
        self.refresh()
        if self._guests and not had_key:
            log.warning(
                "The key of this camera was gone, and there is a new one. The viewers that are paired take it for "
                "another camera now: put the old %s back, or pair each of them anew by watchword-camera pair.",
                folder / FILE,
            )

    def open(self, context: "zmq.Context[zmq.Socket[bytes]]") -> None:
        """Let those that are known into links of `context`, from now on."""
        self._admission = Admission(context, self._refused)
        self._admit()

    def close(self) -> None:
        """Let nobody in any more."""
        if self._admission is not None:
            self._admission.close()
            self._admission = None

    @property
    def listening(self) -> CurveKeys:
        """For a link at which viewers call."""
        return CurveKeys(self.identity.public, self.identity.secret, domain=DOMAIN)

    def calling(self, viewer: str) -> CurveKeys:
        """For a link that calls the viewer with this key."""
        return CurveKeys(self.identity.public, self.identity.secret, viewer.encode())

    @property
    def known(self) -> dict[str, Guest]:
        """Those who may come in, by key."""
        return {**self._guests, **self._admitted}

    def guest(self, key: bytes) -> Guest | None:
        """Who has proved this key; None for somebody who is not known, or not any more."""
        text = key.decode("ascii", "replace")
        return self._admitted.get(text) or self._guests.get(text)

    def let_in(self, viewer: PairedViewer) -> PairedViewer:
        """Keep one that has paired. In any thread; it counts from the next `refresh` on. Raises UsageError."""
        return self.viewers.add(viewer)

    def refresh(self) -> None:
        """Read the list again if it was replaced. To be called about once a second."""
        stamp = private_file.stamp(self.viewers.path)
        if stamp == self._stamp:
            return
        try:
            guests = {each.key: Guest(each.key, each.name, each.rights) for each in self.viewers.read()}
        except UsageError as error:
            # It is tried again: who was revoked must not stay because a file could not be read once.
            if self._unreadable.is_new(str(error), time.monotonic()):
                log.error("%s Until then nothing changes for the viewers.", error)
            return
        self._stamp = stamp
        if guests != self._guests:
            self._guests = guests
            self._admit()
            self.on_change()

    def _admit(self) -> None:
        if self._admission is not None:
            self._admission.admit(DOMAIN, frozenset(key.encode() for key in self.known))

    def _refused(self, address: str, key: bytes) -> None:
        since = time.monotonic() - TELL_AGAIN_SECONDS
        self._told = {who: when for who, when in self._told.items() if when > since}
        # Keys cost nothing: who brings one after the other fills no log.
        from_there = sum(known == address for known, _ in self._told)
        if (address, key) in self._told or from_there >= MOST_TOLD_OF_ONE or len(self._told) >= MOST_TOLD:
            return
        self._told[address, key] = time.monotonic()
        who = f"the viewer with the key “{fingerprint(key)}”" if key else "a viewer without a key"
        log.warning("Refused: %s, at %s. It is not paired with this camera.", who, address)


def checked_rights(text: str) -> Rights:
    """Read what a person wrote. Raises UsageError."""
    try:
        return Rights(text.strip().lower())
    except ValueError:
        raise UsageError(f"“{text[:40]}” are no rights. Use {', '.join(Rights)}.") from None
