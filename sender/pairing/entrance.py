"""The way into one camera: who is let in at its links, and where viewers pair with it."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import zmq

from camwire.endpoint import DEFAULT_PORT, Endpoint
from camwire.errors import UsageError
from camwire.link import CurveKeys
from camwire.pairing.offering import Introduction
from camwire.public_key import is_key
from camwire.wording import cut
from sender.pairing.desk import PairingDesk
from sender.pairing.door import Door


@dataclass(frozen=True, slots=True)
class Security:
    """What was asked for: the links at `secured` are encrypted; viewers with the keys `admitted` come in without having
    paired; a link that calls is to the paired viewer `to`, where there are several."""

    secured: frozenset[Endpoint] = frozenset()
    admitted: tuple[str, ...] = ()
    to: str = ""


def checked_security(secured: frozenset[Endpoint], admit: Iterable[str], to: str | None, dials: bool) -> Security:
    """What is to be, of what a person wrote; `dials`: one of the secured links does. Raises UsageError."""
    admitted = (admit,) if isinstance(admit, str) else tuple(admit)
    for key in admitted:
        if not is_key(key):
            raise UsageError(f"“{cut(str(key))}” is no public key. One has 40 characters; a viewer shows its own.")
    if admitted and not secured:
        raise UsageError("--admit is for links that are encrypted, and this camera has none. Add --secure.")
    if to is not None and not dials:
        raise UsageError("--to names the paired viewer that is dialled, and no encrypted link dials. Leave it out.")
    return Security(secured, admitted, (to or "").strip())


class Entrance:
    """Of one camera, whose key and viewers are kept in `folder`. Lives on the loop; `close` ends it.

    Raises UsageError when the key cannot be kept.
    """

    def __init__(self, folder: Path, security: Security) -> None:
        self.security = security
        self.door = Door(folder, security.admitted)
        """Who is let in."""
        self.on_change: Callable[[], None] = lambda: None
        """Told when what is announced may have changed."""
        self._folder = folder
        self._desk: PairingDesk | None = None
        self._announced_port = 0

    @property
    def key(self) -> str:
        """The camera's public key (Z85)."""
        return self.door.identity.public.decode()

    @property
    def code(self) -> str:
        """The code by which a viewer can pair at this camera now, or nothing."""
        return "" if self._desk is None else self._desk.code

    @property
    def pairing_port(self) -> int:
        """Where viewers can pair with the cameras of this folder now, 0 for nowhere."""
        return 0 if self._desk is None else self._desk.port

    def keys_for(self, listen: Endpoint) -> CurveKeys | None:
        """Those of a link at which viewers call; None for one that is open."""
        return self.door.listening if listen in self.security.secured else None

    def viewer_to_call(self) -> str:
        """The key of the viewer that a secured link calls; empty while there is none. Raises UsageError."""
        viewers = [*self.door.known.values()]
        if self.security.to:
            return next((each.key for each in viewers if each.name == self.security.to), "")
        if len(viewers) > 1:
            names = ", ".join(each.name for each in viewers)
            raise UsageError(f"{len(viewers)} viewers are paired ({names}). Say which one --dial calls: --to NAME")
        return viewers[0].key if viewers else ""

    def open(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        listens_at: Endpoint | None,
        introduce: Callable[[], Introduction],
    ) -> None:
        """Let viewers in and pair with them, from now on; `listens_at` is where paired viewers call, if anywhere."""
        self.door.open(context)
        near = Endpoint("*", DEFAULT_PORT + 1)
        if listens_at is not None:
            if listens_at.is_loopback and self.security.admitted:
                # Whoever began it on this computer has said who is to see it, and another camera may be meant.
                return
            near = Endpoint(listens_at.host, listens_at.port + 1)
        self._desk = PairingDesk(self._folder, self.door, context, near, introduce)
        if not self.door.known:
            self._desk.open_first()
        self.tick(time.monotonic())

    def tick(self, now: float) -> None:
        """Look what has changed. To be called about once a second."""
        self.door.refresh()
        if self._desk is not None:
            self._desk.tick(now)
        if self.pairing_port != self._announced_port:
            self._announced_port = self.pairing_port
            self.on_change()

    def close(self) -> None:
        """Let nobody in any more."""
        if self._desk is not None:
            self._desk.close()
            self._desk = None
        self.door.close()
