"""The key of this viewer, and those of the cameras that it is paired with."""

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

from camwire.errors import UsageError
from camwire.identity import Identity
from camwire.link import CurveKeys
from camwire.pairing.messages import PairOffer
from viewer.core.settings import PairedSettings

# Each is tried at an address whose key is not known, one after the other.
MOST_TRIED = 16


class Keyring:
    """Lives in the loop's thread. `paired` is the settings' own list; the newest pairing stands last.

    `trouble` says why `identity` is only for this run, so that nothing should be paired with it; empty if it is kept.
    """

    def __init__(
        self, identity: Identity | None = None, paired: list[PairedSettings] | None = None, trouble: str = ""
    ) -> None:
        self.identity = identity or Identity.new()
        self.trouble = trouble
        self._observers: list[Callable[[], object]] = []
        self._paired = [] if paired is None else paired

    @classmethod
    def of(cls, folder: Path, paired: list[PairedSettings]) -> "Keyring":
        """With the key that is kept in `folder`; where it cannot be read or kept, with one for this run."""
        try:
            return cls(Identity.of(folder), paired)
        except UsageError as error:
            return cls(None, paired, str(error))

    def observe(self, observer: Callable[[], object]) -> None:
        """Call it whenever something is to be remembered."""
        self._observers.append(observer)

    def unobserve(self, observer: Callable[[], object]) -> None:
        """Call it no more. May be repeated."""
        with contextlib.suppress(ValueError):
            self._observers.remove(observer)

    def changed(self) -> None:
        """Tell who observes."""
        for observer in list(self._observers):
            observer()

    @property
    def paired(self) -> Sequence[PairedSettings]:
        """All pairings, the newest last."""
        return self._paired

    def curve(self, key: str) -> CurveKeys:
        """What a link to the camera with the public `key` takes."""
        return CurveKeys(self.identity.public, self.identity.secret, key.encode())

    def find(self, key: str) -> PairedSettings | None:
        """The pairing with who has this public key."""
        return next((each for each in self._paired if each.key == key), None)

    def candidates(self) -> list[str]:
        """Keys that a camera of which none is known may have, the likeliest first: a computer has one for all of its
        cameras."""
        return [each.key for each in reversed(self._paired)][:MOST_TRIED]

    def is_impostor(self, camera_id: str, key: str) -> bool:
        """Whether who proved `key` (empty: none) calls itself by the id of a camera that is paired with another one."""
        return bool(self.rightful_key(camera_id, key))

    def rightful_key(self, camera_id: str, key: str) -> str:
        """The key, other than `key`, by which the camera of that id is paired; empty: there is none."""
        return next((each.key for each in self._paired if each.id == camera_id and each.key != key), "")

    def add(self, offer: PairOffer, when: int) -> PairedSettings:
        """Keep a pairing that was proved just now, at `when` (seconds of UTC). What the same camera or key was known by
        before is forgotten."""
        before = self.find(offer.key)
        name = before.name if before is not None else offer.name
        self._paired[:] = [each for each in self._paired if offer.key != each.key and offer.id != each.id]
        paired = PairedSettings(key=offer.key, id=offer.id, name=name, rights=offer.rights, when=when)
        self._paired.append(paired)
        self.changed()
        return paired

    def forget(self, key: str) -> None:
        """Know that key no more."""
        self._paired[:] = [each for each in self._paired if each.key != key]
        self.changed()

    def rename(self, key: str, name: str) -> None:
        """Call that pairing so."""
        for each in self._paired:
            if each.key == key:
                each.name = name
        self.changed()
