"""One part of a recording: a Matroska file with what was said beside it. In the writer's thread."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from math import isinf
from pathlib import Path

from camwire.frame import EncodedFrame
from viewer.core.recording.matroska import MatroskaFile
from viewer.core.recording.spoken import Spoken, SpokenFiles
from viewer.core.recording_names import ENDING


@dataclass(frozen=True, slots=True)
class Kind:
    """What the pictures of a part are: of one codec, and no larger than the first. On a poor link smaller ones come for
    a while, every few seconds; each says itself how large it is."""

    codec: str
    width: int
    height: int

    def holds(self, other: "Kind") -> bool:
        """Whether pictures of the kind `other` can go on in the same part."""
        return other.codec == self.codec and other.width <= self.width and other.height <= self.height


@dataclass(frozen=True, slots=True)
class Recorded:
    """A frame as it is written: JPEG or H.264, when it was captured (UTC), and how far that may be wrong, in seconds;
    infinite where the camera's format has no time, and this is when it arrived."""

    frame: EncodedFrame
    kind: Kind
    captured_ns: int
    uncertainty: float


class Part:
    """Begins with a keyframe. Each call may raise OSError; the first NoPicture, and ValueError of its path."""

    def __init__(self, stem: Path, first: Recorded, key: str, name: str) -> None:
        """`stem` is its path without ending, `key` and `name` are the camera's."""
        self.kind = first.kind
        self.started_ns = first.captured_ns
        self.seconds = 0.0
        self.frames = 0
        stem.parent.mkdir(parents=True, exist_ok=True)
        self.path = stem.with_name(stem.name + ENDING)
        # Its name is kept from others, and what cannot be written is known before anything else is done.
        self.path.touch(exist_ok=False)
        try:
            self._film = MatroskaFile(self.path, first.kind.codec, first.frame.payload, _tags(first, key, name))
        except (OSError, ValueError):
            self.path.unlink(missing_ok=True)
            raise
        self._spoken = SpokenFiles(stem, first.captured_ns)
        self._last_ms = -1

    @property
    def bytes(self) -> int:
        """Of its frames until now."""
        return self._film.bytes

    def write(self, recorded: Recorded) -> None:
        """Add a frame. What was captured before the last one, by a clock that was set meanwhile, is put behind it."""
        frame = recorded.frame
        time_ms = max(self._last_ms + 1, round((recorded.captured_ns - self.started_ns) / 1e6))
        self._film.write(frame.payload, time_ms, frame.keyframe)
        self._last_ms = time_ms
        self.seconds = time_ms / 1000
        self.frames += 1

    def say(self, spoken: Spoken, time_ns: int) -> None:
        """Add a line of then (UTC)."""
        self._spoken.write(spoken, time_ns)

    def require_place(self) -> None:
        """Raise OSError if the file is not there any more: a system may go on writing into one that nobody can find."""
        os.stat(self.path)

    def close(self) -> None:
        """End the files."""
        try:
            self._spoken.close()
        finally:
            self._film.close()

    def discard(self) -> None:
        """End what cannot be ended well, as far as it can be."""
        with suppress(OSError):
            # The file plays up to where it could be written.
            self.close()
        if not self.frames:
            self.path.unlink(missing_ok=True)


def _tags(first: Recorded, key: str, name: str) -> dict[str, str]:
    started = datetime.fromtimestamp(first.captured_ns / 1e9, UTC).isoformat(timespec="milliseconds")
    plain = started.replace("+00:00", "Z")
    uncertainty = "inf" if isinf(first.uncertainty) else f"{1000 * first.uncertainty:.3f}"
    # Whatever a person or a camera calls it.
    name = name.encode(errors="replace").decode()
    return {
        "title": name,
        "creation_time": plain,
        "DATE_RECORDED": plain,
        "WATCHWORD_CAMERA": key,
        "WATCHWORD_NAME": name,
        "WATCHWORD_STARTED_NS": str(first.captured_ns),
        "WATCHWORD_UNCERTAINTY_MS": uncertainty,
    }
