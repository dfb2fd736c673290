"""The viewers that are paired with the cameras of one state folder: its file `viewers.toml`."""

import contextlib
import sqlite3
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from camwire import limits, private_file
from camwire.errors import UsageError
from camwire.file_lock import Held, lock
from camwire.free_name import first_free
from camwire.pairing.fingerprint import fingerprint
from camwire.printable import alike, is_seen, printable
from camwire.public_key import is_key
from camwire.rights import Rights
from camwire.wording import cut
from sender.pairing.quoting import quoted

FILE = "viewers.toml"
MOST = 1000
NUMBER_CHARACTERS = 5
LOCK_SECONDS = 5.0
_HEAD = "# Viewers that may see the cameras of this computer. See: watchword-camera viewers, rights, rename, revoke\n"


@dataclass(frozen=True, slots=True)
class PairedViewer:
    """One of them: `key` is its public key (Z85), `id` what it called itself when it paired, `paired` when (UTC)."""

    key: str
    id: str
    name: str
    rights: Rights
    paired: datetime

    @property
    def words(self) -> str:
        """Its key in words."""
        return fingerprint(self.key.encode())


class PairedViewers:
    """The file in `folder`. Each call reads or writes it; several programs may do so at once."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    def read(self) -> list[PairedViewer]:
        """All of them, in the order in which they paired. Raises UsageError when the file cannot be read."""
        try:
            return [_viewer(each) for each in tomllib.loads(self.path.read_text("utf-8")).get("viewer", [])]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise UsageError(f"{self.path} cannot be read: {error.strerror}.{_way_out(error)}") from error
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise UsageError(
                f"{self.path} is damaged ({error}). Put a copy of it back; or remove it, and pair every viewer anew."
            ) from error

    def add(self, viewer: PairedViewer) -> PairedViewer:
        """Keep one that has paired, in the place of what was known of its key; its name is made its own.

        Raises UsageError when it cannot be kept.
        """

        def added(viewers: list[PairedViewer]) -> list[PairedViewer]:
            others = [each for each in viewers if each.key != viewer.key]
            if len(others) >= MOST:
                raise UsageError(f"{MOST:,} viewers are paired already. Revoke some: watchword-camera revoke NAME")
            return [*others, replace(viewer, name=_own_name(viewer.name, {each.name for each in others}))]

        return self.change(added)[-1]

    def change(self, change: Callable[[list[PairedViewer]], list[PairedViewer]]) -> list[PairedViewer]:
        """Put `change(viewers)` in their place, and return it. Raises UsageError when it cannot be kept."""
        try:
            with self._alone():
                viewers = change(self.read())
                private_file.write(self.path, (_HEAD + "".join(map(_text, viewers))).encode())
        except (OSError, sqlite3.Error) as error:
            why = (error.strerror if isinstance(error, OSError) else "") or error
            raise UsageError(f"{self.path} cannot be written: {why}.{_way_out(error)}") from error
        return viewers

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(f"{self.path}.lock")
        try:
            held = lock(beside, LOCK_SECONDS)
        except Held:
            raise UsageError(f"Another program is writing to {self.path}. Try again.") from None
        try:
            private_file.give_to_owner_of(self.path.parent, beside)
            yield
        finally:
            held.close()


def called(text: str, viewers: Sequence[PairedViewer]) -> PairedViewer:
    """The one whose name or words of its key are `text`; the first words are enough. Raises UsageError."""
    wanted = alike(text)
    found = [each for each in viewers if alike(each.name) == wanted]
    found = found or [each for each in viewers if wanted and f"{each.words} ".startswith(f"{wanted} ")]
    if len(found) == 1:
        return found[0]
    if len({alike(each.name) for each in found}) == 1 and alike(found[0].name) == wanted:
        words = " or ".join(f"“{each.words}”" for each in found)
        raise UsageError(f"{len(found)} viewers are called “{cut(text)}”. Write the words of its key: {words}.")
    if found:
        raise UsageError(f"“{cut(text)}” are the first words of {len(found)} viewers. Write more of them.")
    known = ", ".join(each.name for each in viewers) or "none"
    raise UsageError(f"No paired viewer is called “{cut(text)}”. Paired are: {known}. See watchword-camera viewers")


def checked_name(name: str, others: Sequence[PairedViewer]) -> str:
    """`name` as it can be kept. Raises UsageError for one that is taken, or that nobody could read."""
    name = name.strip()
    if not is_seen(name) or printable(name) != name or len(name) > limits.NAME_CHARACTERS:
        raise UsageError(f"“{cut(name)}” is no name. Use up to {limits.NAME_CHARACTERS} letters, digits and signs.")
    if any(alike(each.name) == alike(name) for each in others):
        raise UsageError(f"Another viewer is called “{name}”. Choose another name.")
    return name


def _own_name(name: str, taken: set[str]) -> str:
    name = printable(name.strip())
    name = name[: limits.NAME_CHARACTERS - NUMBER_CHARACTERS] if is_seen(name) else "viewer"
    known = set(map(alike, taken))
    return first_free(name, lambda wanted: alike(wanted) in known, "{name} {number}")


def _viewer(table: dict[str, Any]) -> PairedViewer:
    key, paired = str(table["key"]), table.get("paired")
    if not is_key(key):
        raise ValueError(f"“{cut(key)}” is no key")
    return PairedViewer(
        key,
        str(table.get("id", "")),
        printable(str(table["name"])),
        Rights(table["rights"]),
        paired.astimezone(UTC) if isinstance(paired, datetime) else datetime.fromtimestamp(0, UTC),
    )


def _text(viewer: PairedViewer) -> str:
    name, id = quoted(viewer.name), quoted(viewer.id)
    paired = viewer.paired.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f"\n[[viewer]]  # {viewer.words}\nname = {name}\nrights = '{viewer.rights}'\nkey = '{viewer.key}'\nid = {id}\n"
        f"paired = {paired}\n"
    )


def _way_out(error: Exception) -> str:
    return " Begin the command with sudo." if isinstance(error, PermissionError) else ""
