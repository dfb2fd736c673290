"""VidGear's folder of CURVE keys, for listening to its senders in secure mode 1 (StoneHouse) and 2 (IronHouse).

`<folder>/.vidgear/keys/` holds `private_keys/server.key_secret`, which is ours (the receiver is CURVE's server), and
`public_keys/`, whose keys are let in by mode 2. Mode 1 lets everybody in who knows our public key.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import zmq
import zmq.auth

from camwire.errors import UsageError
from camwire.link import CurveKeys
from camwire.translation import tr

STONEHOUSE, IRONHOUSE = 1, 2


@dataclass(frozen=True, slots=True)
class KeyFolder:
    """The keys of a listening port; `clients` are the only ones let in, None lets in all who know the port's key."""

    curve: CurveKeys
    clients: frozenset[bytes] | None

    @classmethod
    def read(cls, folder: str, mode: int) -> "KeyFolder":
        """Read VidGear's keys below `folder`. Raises UsageError, with what is missing."""
        if mode not in (STONEHOUSE, IRONHOUSE):
            raise UsageError(tr("VidGear's secure mode is 1 or 2, not {mode}.", mode=mode))
        place = _keys_below(Path(folder).expanduser())
        secret_file = place / "private_keys" / "server.key_secret"
        try:
            public, secret = zmq.auth.load_certificate(secret_file)
            if secret is not None and zmq.curve_public(secret) != public:
                raise ValueError(tr("the two keys in server.key_secret do not belong together"))
            clients = frozenset(zmq.auth.load_certificates(place / "public_keys")) if mode == IRONHOUSE else None
        except (OSError, ValueError, zmq.ZMQError) as error:
            raise UsageError(
                tr(
                    "The keys in {place} cannot be read ({error}). Copy the folder .vidgear from a sender that ran "
                    "with secure_mode={mode}, or let VidGear make it there.",
                    place=place,
                    error=error,
                    mode=mode,
                )
            ) from error
        if secret is None:
            raise UsageError(
                tr(
                    "{secret_file} holds no secret key. Copy it from a sender that ran with secure_mode.",
                    secret_file=secret_file,
                )
            )
        raw = None if clients is None else frozenset(bytes(each) for each in clients)
        return cls(CurveKeys(public, secret, domain=_domain(place, mode)), raw)


def _domain(place: Path, mode: int) -> str:
    """A name for the list of these keys; ZeroMQ takes 255 letters, and a path may be longer."""
    return f"vidgear-{mode}-{hashlib.sha256(str(place).encode()).hexdigest()[:16]}"


def _keys_below(folder: Path) -> Path:
    """VidGear takes the home folder, or one whose `.vidgear` it makes; people also point at the keys themselves."""
    for place in (folder, folder / "keys", folder / ".vidgear" / "keys"):
        if (place / "private_keys").is_dir():
            return place
    raise UsageError(tr("There are no VidGear keys in {folder}: it has no .vidgear/keys/private_keys.", folder=folder))
