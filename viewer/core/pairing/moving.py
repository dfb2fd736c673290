"""The key of this viewer, and the cameras that it is paired with, on the way to another computer."""

import contextlib
import os
from pathlib import Path

import msgspec

from camwire.errors import UsageError
from camwire.identity import FILE, Identity
from camwire.sealing import MOST_BYTES, sealed, unsealed
from camwire.translation import tr
from viewer.core.settings import CameraSettings, PairedSettings, Settings

KIND = "watchword"


class Packed(msgspec.Struct):
    """What an export holds."""

    kind: str
    public: str
    secret: str
    paired: list[PairedSettings]
    cameras: list[CameraSettings]

    @property
    def identity(self) -> Identity:
        """The key."""
        return Identity(self.public.encode(), self.secret.encode())


def export_to(file: Path, identity: Identity, settings: Settings, passphrase: str) -> None:
    """Write the key, the pairings and the paired cameras of the wall to a new file, sealed. Raises UsageError.

    Takes a fraction of a second, as the other way does.
    """
    cameras = [camera for camera in settings.camera if camera.key]
    packed = Packed(KIND, identity.public.decode(), identity.secret.decode(), settings.paired, cameras)
    content = sealed(msgspec.json.encode(packed), passphrase)
    try:
        # A file dialog has asked whether the one before may go.
        file.unlink(missing_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as written:
            written.write(content)
    except OSError as error:
        raise UsageError(
            tr("{file} cannot be written: {why}. Choose another name.", file=file, why=error.strerror)
        ) from error


def import_from(file: Path, folder: Path, settings: Settings, passphrase: str) -> Packed:
    """Keep in `folder` the key that `export_to` has written, and return all of it.

    A key that cameras know already stays: nobody loses it by a slip. Raises UsageError.
    """
    if settings.paired:
        raise UsageError(
            tr("This viewer is paired with cameras already, by its own key. Forget those first, then import.")
        )
    packed = _opened(file, passphrase)
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            path.replace(path.with_name(f"{path.name}.before"))
        packed.identity.keep(path)
    except OSError as error:
        raise UsageError(tr("{path} cannot be written: {why}.", path=path, why=error.strerror)) from error
    return packed


def take_over(packed: Packed, settings: Settings) -> None:
    """Put into the settings what was imported; cameras that are on the wall already stay as they are."""
    settings.paired += packed.paired
    here = {camera.endpoint for camera in settings.camera}
    settings.camera += [camera for camera in packed.cameras if camera.endpoint not in here]


def _opened(file: Path, passphrase: str) -> Packed:
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES)
    except OSError as error:
        raise UsageError(tr("{file} cannot be read: {why}.", file=file, why=error.strerror)) from error
    try:
        packed = msgspec.json.decode(unsealed(content, passphrase), type=Packed)
    except (ValueError, RecursionError):
        packed = None
    if packed is None or packed.kind != KIND:
        raise UsageError(
            tr("{file} is no export of a viewer. One of a camera is for: watchword-camera identity", file=file)
        )
    return packed
