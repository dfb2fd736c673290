"""A video file, shown at its own pace."""

import time
from dataclasses import dataclass
from pathlib import Path

from sender.asked import Asked
from sender.control import Control, Value
from sender.errors import SourceError
from sender.imaging.chosen import imaging
from sender.imaging.film import Film
from sender.pictures.capture import Capture, Picture
from sender.pictures.yuv import Yuv420
from sender.sources.base import NANO, Source

DEFAULT_FPS = 25.0
# Further behind than this (the machine slept), the file goes on from here instead of rushing.
RUSH_NS = 1 * NANO


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One picture of the file and where it stands, in milliseconds from the beginning."""

    picture: "Picture | Yuv420"
    position_ms: float
    due_ns: int


class VideoFile(Source):
    """Reads `path`, each picture when its time has come. With `loop`, the first follows the last in step.

    While paused it shows the same picture again and again, so that nobody takes it for dead.
    """

    asked_as = "a file"
    rank = 20
    is_fallback = True

    def __init__(self, path: str, loop: bool = False) -> None:
        super().__init__()
        self._path = Path(path)
        self._loop = loop
        self._film: Film | None = None
        self._last_s: float | None = None
        self._timeline = Timeline(DEFAULT_FPS)
        self._is_paused = False
        self._shown: Scene | None = None
        self._next: Scene | None = None

    @classmethod
    def accepts(cls, spec: str) -> bool:
        path = Path(spec)
        return "://" not in spec and bool(path.suffix or len(path.parts) > 1 or path.is_file())

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "VideoFile":
        return cls(spec, asked.loop)

    def open(self) -> None:
        if not self._path.exists():
            raise SourceError(f"There is no file “{self._path}”. Check the path.")
        film = self._film = self._opened()
        self._timeline = Timeline(film.fps or DEFAULT_FPS, self._timeline.speed)
        self._last_s = film.seconds
        self._shown = self._next = None

    def read(self) -> Capture | None:
        if self._is_paused and self._shown is not None and self._next is None:
            return None if self.pause(self._timeline.interval_s) else Capture.of(self._shown.picture)
        if self._next is None:
            self._next = self._next_scene()
        if self._next is None or self.pause_until(self._next.due_ns):
            return None
        self._shown, self._next = self._next, None
        return Capture.of(self._shown.picture)

    def close(self) -> None:
        film, self._film = self._film, None
        if film is not None:
            film.close()

    def describe(self) -> str:
        return f"file {self._path.name}"

    def controls(self) -> list[Control]:
        last = None if self._last_s is None else round(self._last_s, 3)
        return [
            Control("position", "number", default=0.0, least=0.0, most=last, unit="s"),
            Control("speed", "number", default=1.0, least=0.25, most=4.0, unit="times"),
            Control("paused", "boolean", default=False),
        ]

    def get(self, name: str) -> Value:
        match name:
            case "position":
                scene = self._shown or self._next
                return 0.0 if scene is None else round(scene.position_ms / 1000, 3)
            case "speed":
                return self._timeline.speed
            case _:
                return self._is_paused

    def set(self, name: str, value: Value) -> Value:
        match name:
            case "position":
                self._seek(float(value) * 1000)
            case "speed":
                self._timeline.change_speed(float(value))
            case _:
                self._is_paused = bool(value)
                self._timeline.begin_anew()
        return self.get(name)

    def _seek(self, position_ms: float) -> None:
        """Go to the picture at `position_ms`, or to the nearest before it that the file can be wound to."""
        assert self._film is not None
        self._film.wind(position_ms)
        self._timeline.begin_anew()
        self._shown = None
        self._next = self._next_scene()

    def _next_scene(self) -> Scene | None:
        picture = self._next_picture()
        if picture is None or self._film is None:
            return None
        position_ms = self._film.position_ms
        return Scene(picture, position_ms, self._timeline.due_ns(position_ms, time.monotonic_ns()))

    def _next_picture(self) -> "Picture | Yuv420 | None":
        assert self._film is not None
        picture = self._film.read()
        if picture is None and self._loop:
            self._timeline.wrap()
            self._film.wind(0)
            picture = self._film.read()
            if picture is None:
                # Not every container can be wound back.
                self._film = self._opened()
                picture = self._film.read()
        return picture

    def _opened(self) -> Film:
        self.close()
        film = imaging().film(str(self._path))
        if film is None:
            raise SourceError(
                f"“{self._path}” is not a video that can be read. Try another file, or convert this one with ffmpeg."
            )
        return film


class Timeline:
    """When each picture of a file is due. Positions that do not rise are replaced by the frame rate."""

    def __init__(self, fps: float, speed: float = 1.0) -> None:
        self.speed = speed
        self._interval_ms = 1000 / fps
        self._start_ns: int | None = None
        self._base_ms = 0.0
        self._first_ms: float | None = None
        self._last_ms = 0.0

    @property
    def interval_s(self) -> float:
        """Seconds from one picture to the next, at speed 1."""
        return self._interval_ms / 1000

    def due_ns(self, position_ms: float, now_ns: int) -> int:
        """When the picture at `position_ms` is due, on the clock of `now_ns`. Never before the one before it."""
        if self._first_ms is None:
            self._first_ms, self._last_ms = position_ms, 0.0
        else:
            at_ms = position_ms - self._first_ms
            self._last_ms = at_ms if at_ms > self._last_ms else self._last_ms + self._interval_ms
        shown_ns = self._shown_ns
        if self._start_ns is None or now_ns - self._start_ns - shown_ns > RUSH_NS:
            self._start_ns = now_ns - shown_ns
        return self._start_ns + shown_ns

    def wrap(self) -> None:
        """The next picture is the first again; it follows the last after one interval."""
        self._base_ms += self._last_ms + self._interval_ms
        self._first_ms = None

    def begin_anew(self) -> None:
        """The next picture is due at once, wherever it stands."""
        self._start_ns = self._first_ms = None
        self._base_ms = 0.0

    def change_speed(self, speed: float) -> None:
        """Go on `speed` times as fast as the file says. The last picture stays due when it was."""
        before_ns = self._shown_ns
        self.speed = speed
        if self._start_ns is not None:
            self._start_ns += before_ns - self._shown_ns

    @property
    def _shown_ns(self) -> int:
        return round((self._base_ms + self._last_ms) * 1e6 / self.speed)
