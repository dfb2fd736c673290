"""The key of a computer's cameras, and the viewers that they know, on the way to another computer."""

import contextlib
import os
from pathlib import Path

import msgspec

from camwire.errors import UsageError
from camwire.identity import FILE, Identity
from camwire.sealing import MOST_BYTES, sealed, unsealed
from sender.pairing import private_file
from sender.pairing.viewers import PairedViewer, PairedViewers

KIND = "watchword-camera"


class _Packed(msgspec.Struct):
    kind: str
    public: str
    secret: str
    viewers: list[PairedViewer]


def export_to(file: Path, folder: Path, passphrase: str) -> Identity:
    """Write the key and the viewers of `folder` to a new file, sealed. Raises UsageError."""
    identity = Identity.of(folder)
    packed = _Packed(KIND, identity.public.decode(), identity.secret.decode(), PairedViewers(folder).read())
    content = sealed(msgspec.json.encode(packed), passphrase)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as written:
            written.write(content)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}. Choose another name.") from error
    return identity


def import_from(file: Path, folder: Path, passphrase: str) -> list[PairedViewer]:
    """Take over what `export_to` has written; return the viewers. Raises UsageError.

    A key that viewers know here already stays: nobody loses it by a slip.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES)
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.") from error
    viewers = PairedViewers(folder)
    if viewers.read():
        raise UsageError(
            f"Viewers are paired with the cameras of {folder} already, and know its key. Revoke them first, or name "
            "another folder by --state."
        )
    try:
        packed = msgspec.json.decode(unsealed(content, passphrase), type=_Packed)
    except (ValueError, RecursionError):
        packed = None
    if packed is None or packed.kind != KIND:
        raise UsageError(f"{file} is no export of a camera. One of a viewer is for: watchword identity --import FILE")
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            os.replace(path, path.with_name(f"{path.name}.before"))
        Identity(packed.public.encode(), packed.secret.encode()).keep(path)
        private_file.give_to_owner_of(folder, path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Begin the command with sudo?") from error
    return viewers.change(lambda _: packed.viewers)
