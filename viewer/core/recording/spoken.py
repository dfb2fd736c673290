"""What was said, as a recording keeps it: WebVTT for players, JSON lines for programs, both on its clock."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from viewer.core.recording_names import LINES, ME, SUBTITLES
from viewer.core.talk.chat import ChatLine

TEXT, FILE = "text", "file"
READING_SECONDS = 2.0
SECONDS_PER_CHARACTER = 0.06
LONGEST_SECONDS = 12.0


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line: by whom (`me`, or the camera's name), and what kind it is: `text`, `command`, `answer`, `failure`,
    `file`, or what the viewer notes by itself, as `motion`."""

    who: str
    text: str
    kind: str = TEXT

    @classmethod
    def of(cls, line: ChatLine, camera: str) -> "Spoken":
        """A line of the conversation with `camera`."""
        kind = line.role or (FILE if line.file is not None else TEXT)
        text = line.file.name if line.file is not None and not line.text else line.text
        return cls(ME if line.is_mine else camera, text, kind)


class SpokenFiles:
    """The two files beside one part, made with the first line. In one thread; raises OSError."""

    def __init__(self, stem: Path, started_ns: int) -> None:
        """`stem` is the path of the part without its ending, which begins at `started_ns` (UTC)."""
        self._stem = stem
        self._started_ns = started_ns
        self._files: tuple[TextIO, TextIO] | None = None

    def write(self, spoken: Spoken, time_ns: int) -> None:
        """Add a line of then (UTC), and give it to the system at once."""
        if self._files is None:
            self._files = self._begun()
        subtitles, lines = self._files
        seconds = max(0.0, (time_ns - self._started_ns) / 1e9)
        lines.write(_json_line(spoken, time_ns, seconds))
        subtitles.write(_cue(spoken, seconds))
        lines.flush()
        subtitles.flush()

    def close(self) -> None:
        """End both."""
        files, self._files = self._files, None
        for file in files or ():
            # Each line was given to the system already.
            with suppress(OSError):
                file.close()

    def _begun(self) -> tuple[TextIO, TextIO]:
        # `with_suffix` would cut a name that has dots of its own.
        subtitles, lines = (
            self._stem.with_name(self._stem.name + ending).open("w", encoding="utf-8", errors="replace", newline="\n")
            for ending in (SUBTITLES, LINES)
        )
        subtitles.write("WEBVTT\n")
        return subtitles, lines


def _json_line(spoken: Spoken, time_ns: int, seconds: float) -> str:
    said = {
        "t": round(seconds, 3),
        "time": datetime.fromtimestamp(time_ns / 1e9, UTC).isoformat(timespec="milliseconds"),
        "who": spoken.who,
        "text": spoken.text,
        "kind": spoken.kind,
    }
    return json.dumps(said, ensure_ascii=False) + "\n"


def _cue(spoken: Spoken, seconds: float) -> str:
    shown = min(LONGEST_SECONDS, READING_SECONDS + SECONDS_PER_CHARACTER * len(spoken.text))
    return f"\n{_clock(seconds)} --> {_clock(seconds + shown)}\n<v {_escaped(spoken.who)}>{_escaped(spoken.text)}\n"


def _escaped(text: str) -> str:
    """A cue ends with an empty line."""
    lines = (line for line in text.splitlines() if line.strip())
    return "\n".join(lines).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float) -> str:
    whole = round(1000 * seconds)
    return f"{whole // 3_600_000:02d}:{whole // 60_000 % 60:02d}:{whole // 1000 % 60:02d}.{whole % 1000:03d}"
