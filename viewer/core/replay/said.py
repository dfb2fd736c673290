"""What was said while a recording was made, from the files beside it."""

import json
from datetime import datetime
from pathlib import Path

import msgspec

from viewer.core.recording_names import LINES, ME, beside
from viewer.core.replay.recorded import Recorded
from viewer.core.talk.chat import MOTION, ChatLine

MOST_LINES = 20_000


class SaidRow(msgspec.Struct):
    """A line as it stands in the file."""

    time: str
    who: str = ""
    text: str = ""
    kind: str = ""


class Said:
    """What was said in one recording, as far as it was read."""

    def __init__(self) -> None:
        self.lines: list[ChatLine] = []
        """In order. Never changed, but exchanged when there are more."""
        self._bytes = -1

    def read_on(self, recorded: Recorded) -> bool:
        """Read it, if there is more than before; return whether there was."""
        size = sum(map(_size, recorded.parts))
        if size == self._bytes:
            return False
        self._bytes, self.lines = size, read(recorded)
        return True


def read(recorded: Recorded) -> list[ChatLine]:
    """All that was said in a recording, in order; each line once, also where parts repeat it. Lines that cannot be read
    are left out: the last one may be half written."""
    rows: dict[tuple[int, str, str], SaidRow] = {}
    for part in recorded.parts:
        for row in _rows(beside(part, LINES)):
            when = _unix_ns(row.time)
            if when is not None and len(rows) < MOST_LINES:
                rows.setdefault((when, row.who, row.text), row)
    ordered = sorted(rows.items(), key=lambda item: item[0][0])
    return [
        ChatLine(row.who == ME, number, row.text, when, id=number, role=MOTION if row.kind == MOTION else "")
        for number, ((when, _, _), row) in enumerate(ordered, 1)
    ]


def _size(part: Path) -> int:
    try:
        return beside(part, LINES).stat().st_size
    except OSError:
        return 0


def _rows(path: Path) -> list[SaidRow]:
    try:
        text = path.read_text("utf-8", "replace") if path.is_file() else ""
    except OSError:
        return []
    rows = []
    for line in text.splitlines():
        try:
            rows.append(msgspec.convert(json.loads(line), SaidRow))
        except (ValueError, RecursionError, msgspec.ValidationError):
            continue
    return rows


def _unix_ns(text: str) -> int | None:
    try:
        when = datetime.fromisoformat(text)
        return round(when.timestamp() * 1e9) if when.tzinfo is not None else None
    except (ValueError, OverflowError, OSError):
        return None
