"""The key of a computer's cameras, and the viewers that they know, on the way to another computer."""

from pathlib import Path

import msgspec

from camwire import sealed_file
from camwire.errors import UsageError
from camwire.identity import FILE, Identity
from camwire.printable import is_seen
from camwire.public_key import is_key
from sender.pairing.as_owner import as_owner_of
from sender.pairing.viewers import MOST, PairedViewer, PairedViewers

KIND = "watchword-camera"
# Before that nobody paired; and not every time can be written in another zone.
FIRST_YEAR = 1970


class _Packed(msgspec.Struct):
    kind: str
    public: str
    secret: str
    viewers: list[PairedViewer]


def export_to(file: Path, folder: Path, passphrase: str) -> Identity:
    """Write the key and the viewers of `folder` to a new file, sealed. Raises UsageError."""
    with as_owner_of(folder):
        identity, viewers = Identity.of(folder), PairedViewers(folder).read()
    packed = _Packed(KIND, identity.public.decode(), identity.secret.decode(), viewers)
    sealed_file.write(file, msgspec.json.encode(packed), passphrase)
    return identity


def import_from(file: Path, folder: Path, passphrase: str) -> list[PairedViewer]:
    """Take over what `export_to` has written; return the viewers. Raises UsageError.

    A key that viewers know here already stays: nobody loses it by a slip.
    """
    plain = sealed_file.read(file, passphrase)
    try:
        packed = msgspec.json.decode(plain, type=_Packed)
        identity = Identity.checked(packed.public, packed.secret)
    except (ValueError, RecursionError):
        packed = None
    if packed is None or packed.kind != KIND or not all(map(_is_sound, packed.viewers)) or len(packed.viewers) > MOST:
        raise UsageError(f"{file} is no export of a camera. One of a viewer is for: watchword identity --import FILE")
    with as_owner_of(folder):
        return _taken_over(identity, packed.viewers, folder)


def _is_sound(viewer: PairedViewer) -> bool:
    return is_key(viewer.key) and is_seen(viewer.name) and viewer.paired.year >= FIRST_YEAR


def _taken_over(identity: Identity, imported: list[PairedViewer], folder: Path) -> list[PairedViewer]:
    viewers = PairedViewers(folder)
    if viewers.read():
        raise UsageError(
            f"Viewers are paired with the cameras of {folder} already, and know its key. Revoke them first, or name "
            "another folder by --state."
        )
    path = folder / FILE
    try:
        sealed_file.take_place(identity, folder)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Begin the command with sudo?") from error
    return viewers.change(lambda _: imported)
