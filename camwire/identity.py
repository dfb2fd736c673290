"""The key pair by which a program is known, in a file that nobody else can read."""

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import zmq

from camwire import private_file
from camwire.errors import UsageError
from camwire.pairing.fingerprint import fingerprint
from camwire.translation import tr

FILE = "identity.toml"
_HEAD = "# The key of this program. Whoever has this file can pass for it: keep it to yourself.\n"


@dataclass(frozen=True, slots=True)
class Identity:
    """A CURVE key pair (Z85, 40 bytes each)."""

    public: bytes
    secret: bytes = field(repr=False)

    @classmethod
    def new(cls) -> "Identity":
        """One that there never was."""
        return cls(*zmq.curve_keypair())

    @classmethod
    def of(cls, folder: Path) -> "Identity":
        """The one kept in `folder`, made at the first time. Raises UsageError when it cannot be read or kept.

        A file that is damaged is never replaced: everybody who knows this program would have to pair with it anew.
        """
        path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            try:
                return cls._made(path)
            except FileExistsError:
                return cls._read(path)
        except OSError as error:
            raise UsageError(
                tr(
                    "The key of this program cannot be kept in {folder}: {why}. Free some space, or check that folder.",
                    folder=folder,
                    why=error.strerror or error,
                )
            ) from error

    @classmethod
    def checked(cls, public: str, secret: str) -> "Identity":
        """Of text that came from elsewhere. Raises ValueError where these are no pair."""
        try:
            pair = cls(public.encode("ascii"), secret.encode("ascii"))
            if zmq.curve_public(pair.secret) == pair.public:
                return pair
        except zmq.ZMQError as error:
            raise ValueError("no keys") from error
        raise ValueError("no pair of keys")

    @property
    def fingerprint(self) -> str:
        """The public key in words."""
        return fingerprint(self.public)

    def keep(self, path: Path) -> None:
        """Write it to a file that is not there yet, readable by this user alone. Raises OSError."""
        # Complete under another name first: what a power cut leaves half written would be nobody's key for ever.
        keys = f"public = '{self.public.decode()}'\nsecret = '{self.secret.decode()}'\n"
        private_file.write(path, (_HEAD + keys).encode(), replaces=False)

    @classmethod
    def _made(cls, path: Path) -> "Identity":
        if path.exists():
            raise FileExistsError
        made = cls.new()
        made.keep(path)
        return made

    @classmethod
    def _read(cls, path: Path) -> "Identity":
        if os.name == "posix" and not path.is_symlink() and path.stat().st_mode & 0o077:
            # It came from a copy or an archive: nobody else reads it from now on.
            path.chmod(0o600)
        try:
            kept = tomllib.loads(path.read_text("utf-8"))
            return cls.checked(kept["public"], kept["secret"])
        except (ValueError, KeyError, AttributeError, RecursionError) as error:
            raise _damaged(path) from error


def _damaged(path: Path) -> UsageError:
    return UsageError(
        tr(
            "The key of this program in {path} is damaged. Put a copy of it back; or remove it, and pair anew with all "
            "that knew it.",
            path=path,
        )
    )
