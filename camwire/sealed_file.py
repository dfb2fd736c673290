"""A sealed export on disk, and the key out of one in the place of the key that was there."""

import contextlib
from pathlib import Path

from camwire import private_file
from camwire.errors import UsageError
from camwire.identity import FILE, Identity
from camwire.sealing import MOST_BYTES, sealed, unsealed
from camwire.translation import tr


def write(file: Path, plain: bytes, passphrase: str, replaces: bool = False) -> None:
    """Seal `plain` into a file for this user alone, which must not be there yet, unless it `replaces` that. Takes a
    fraction of a second. Raises UsageError."""
    content = sealed(plain, passphrase)
    try:
        private_file.write(file, content, replaces)
    except OSError as error:
        raise UsageError(
            tr("{file} cannot be written: {why}. Choose another name.", file=file, why=error.strerror)
        ) from error


def read(file: Path, passphrase: str) -> bytes:
    """What `write` has sealed. Raises UsageError."""
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES)
    except OSError as error:
        raise UsageError(tr("{file} cannot be read: {why}.", file=file, why=error.strerror)) from error
    return unsealed(content, passphrase)


def take_place(identity: Identity, folder: Path) -> None:
    """Keep `identity` as that of `folder`, and the one before beside it. Raises OSError."""
    path = folder / FILE
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileNotFoundError):
        path.replace(path.with_name(f"{path.name}.before"))
    identity.keep(path)
