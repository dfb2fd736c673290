"""Where the CPU time of a wall goes: functions of the viewer are timed while it runs.

A stage's time is that of its own thread, without the stages inside it. What is timed costs a little more for that; the
sum is therefore given beside what the threads took in all.
"""

import importlib
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import reduce, wraps
from threading import local
from typing import Any

STAGES: dict[str, tuple[str, ...]] = {
    "read the socket": ("camwire.drain:Drain._drain",),
    "understand the message": ("viewer.core.sessions.session:Session.receive",),
    "hand it to the decoders": ("viewer.core.pictures.picture_stream:PictureStream.put",),
    "decode (own thread)": (
        "viewer.core.decoders.jpeg:JpegDecoder.decode",
        "viewer.core.decoders.h264:H264Decoder.decode",
        "viewer.core.decoders.raw:RawDecoder.decode",
    ),
    "around decoding (own thread)": ("viewer.core.pictures.lane:Lane.work",),
    "collect what is decoded": ("viewer.core.pictures.decoding:DecodePool._collect",),
    "take the picture, give credit": ("viewer.core.sessions.session:Session.take_picture",),
    "send": ("camwire.link:Link.send",),
    "paint around the picture": ("viewer.ui.wall.picture_view:PictureView.paintEvent",),
    "paint the picture": ("viewer.ui.wall.picture_view:PictureView._paint_picture",),
    "paint the words": ("viewer.ui.wall.overlay:Overlay.paint",),
    "round the corners": ("viewer.ui.look.painting:corners",),
    "a few times a second": ("viewer.core.fleet:Fleet._tick", "viewer.ui.wall.clock:WallClock._on_tick"),
}
OFF_MAIN = ("decode (own thread)", "around decoding (own thread)")


def found(place: str) -> tuple[Any, str]:
    """The owner of a function and its name there. Raises ImportError or AttributeError if it is there no more."""
    module, _, path = place.partition(":")
    *owners, name = path.split(".")
    owner = reduce(getattr, owners, importlib.import_module(module))
    getattr(owner, name)
    return owner, name


class Stages:
    """Times `STAGES` from when it is made; each thread has a stack of its own."""

    def __init__(self) -> None:
        self.missing: list[str] = []
        """Functions that are not there any more under this name."""
        self._taken: defaultdict[str, int] = defaultdict(int)
        self._calls: Counter[str] = Counter()
        self._here = local()
        for stage, places in STAGES.items():
            for place in places:
                self._wrap(stage, place)

    def begin(self) -> None:
        """Count anew."""
        self._taken.clear()
        self._calls.clear()

    def microseconds(self, pictures: int) -> dict[str, float]:
        """For each stage, per picture."""
        return {stage: self._taken[stage] / 1000 / max(1, pictures) for stage in STAGES}

    def calls(self, pictures: int) -> dict[str, float]:
        """How often each stage was entered, per picture."""
        return {stage: self._calls[stage] / max(1, pictures) for stage in STAGES}

    def _wrap(self, stage: str, place: str) -> None:
        try:
            owner, name = found(place)
        except (ImportError, AttributeError):
            self.missing.append(place)
        else:
            setattr(owner, name, self._timed(stage, getattr(owner, name)))

    def _timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        here, taken, calls, clock = self._here, self._taken, self._calls, time.thread_time_ns

        @wraps(function)
        def timed(*args: Any, **words: Any) -> Any:
            around = getattr(here, "inside", 0)
            here.inside = 0
            began = clock()
            try:
                return function(*args, **words)
            finally:
                took = clock() - began
                taken[stage] += took - here.inside
                here.inside = around + took
                calls[stage] += 1

        return timed
