"""The key of this viewer, and the cameras that it is paired with, on the way to another computer."""

from pathlib import Path

import msgspec

from camwire import sealed_file
from camwire.errors import UsageError
from camwire.identity import FILE, Identity
from camwire.public_key import is_key
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
    # A file dialog has asked whether the one before may go.
    sealed_file.write(file, msgspec.json.encode(packed), passphrase, replaces=True)


def import_from(file: Path, folder: Path, settings: Settings, passphrase: str) -> Packed:
    """Keep in `folder` the key that `export_to` has written, and return all of it.

    A key that cameras know already stays: nobody loses it by a slip. Raises UsageError.
    """
    if settings.paired:
        raise UsageError(
            tr("This viewer is paired with cameras already, by its own key. Forget those first, then import.")
        )
    packed = _opened(file, passphrase)
    try:
        sealed_file.take_place(packed.identity, folder)
    except OSError as error:
        raise UsageError(tr("{path} cannot be written: {why}.", path=folder / FILE, why=error.strerror)) from error
    return packed


def take_over(packed: Packed, settings: Settings) -> None:
    """Put into the settings what was imported; cameras that are on the wall already stay as they are."""
    settings.paired += packed.paired
    here = {camera.endpoint for camera in settings.camera}
    settings.camera += [camera for camera in packed.cameras if camera.endpoint not in here]


def _opened(file: Path, passphrase: str) -> Packed:
    plain = sealed_file.read(file, passphrase)
    try:
        packed = msgspec.json.decode(plain, type=Packed)
        Identity.checked(packed.public, packed.secret)
    except (ValueError, RecursionError):
        packed = None
    if packed is None or packed.kind != KIND or not all(is_key(each.key) for each in packed.paired):
        raise UsageError(
            tr("{file} is no export of a viewer. One of a camera is for: watchword-camera identity", file=file)
        )
    return packed
