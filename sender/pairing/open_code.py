"""The code that is open for pairing, in a file: so a command can open one, a restart gives no new tries, and whoever
waits for it learns how it ended."""

import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from camwire import private_file
from camwire.errors import UsageError
from camwire.pairing.code import LASTS_SECONDS, MOST_TRIES, Code
from camwire.printable import printable
from camwire.rights import Rights
from sender.pairing.quoting import quoted

FILE = "pairing.toml"
NOT_YOU = "If that was not you, somebody else on this network has tried."
_HEAD = "# The code by which a viewer can pair with the cameras of this computer now.\n"


class Ending(StrEnum):
    """How a code ended; `OPEN` is not at all."""

    OPEN = "open"
    PAIRED = "paired"
    WRONG = "wrong"
    LATE = "late"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class OpenCode:
    """`tries` are left. `port` is where a camera takes it, 0 while none does. `viewer` is who paired by it, `wrong` the
    address that the last wrong one came from. `until` is
    a time of the wall clock, and never counts for more than `LASTS_SECONDS`."""

    code: Code
    rights: Rights
    until: datetime
    tries: int = MOST_TRIES
    port: int = 0
    ending: Ending = Ending.OPEN
    viewer: str = ""
    wrong: str = ""

    @classmethod
    def new(cls, rights: Rights, now: datetime) -> "OpenCode":
        """One that nobody can foretell, from `now` on."""
        return cls(Code.new(), rights, now + timedelta(seconds=LASTS_SECONDS))

    def seconds_left(self, now: datetime) -> float:
        """How long it can still be used."""
        left = (self.until - now).total_seconds() if self.ending is Ending.OPEN and self.tries > 0 else 0.0
        return max(0.0, min(left, LASTS_SECONDS))

    def ended(self, ending: Ending, viewer: str = "") -> "OpenCode":
        """The same, not open any more."""
        return replace(self, ending=ending, viewer=viewer, port=0)


class CodeFile:
    """The file in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    def read(self) -> OpenCode | None:
        """What stands in it; None where there is nothing, or nothing that makes sense. Raises OSError where that cannot
        be known."""
        try:
            table = tomllib.loads(self.path.read_text("utf-8"))
            until = table["until"]
            return OpenCode(
                Code.read(table["code"]),
                Rights(table["rights"]),
                until.astimezone(UTC) if until.tzinfo is not None else until.replace(tzinfo=UTC),
                min(int(table["tries"]), MOST_TRIES),
                int(table["port"]),
                Ending(table["ending"]),
                printable(str(table["viewer"])),
                printable(str(table.get("wrong", ""))),
            )
        except (FileNotFoundError, NotADirectoryError, UsageError):
            return None
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            return None

    def write(self, code: OpenCode) -> None:
        """Put `code` in its place. Raises OSError."""
        until = code.until.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        text = (
            f"{_HEAD}code = '{code.code}'\nrights = '{code.rights}'\nuntil = {until}\ntries = {code.tries}\n"
            f"port = {code.port}\nending = '{code.ending}'\nviewer = {quoted(code.viewer)}\n"
            f"wrong = {quoted(code.wrong)}\n"
        )
        self.path.parent.mkdir(parents=True, exist_ok=True)
        private_file.write(self.path, text.encode())
