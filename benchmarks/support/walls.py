"""A wall of replaying cameras before our viewer, or before nothing at all, each a process of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from benchmarks.support.programs import Program, figures_of, running

ANYWHERE = "tcp://127.0.0.1:0"


@dataclass(frozen=True)
class Scene:
    """`count` cameras of `size` at `fps`. `place` is the size of a picture's place; without it, the window's decides.

    `is_foreign`: they speak VidGear's NetGear, and cannot be asked for another size. `is_secure`: encrypted, by CURVE.
    """

    title: str
    count: int = 16
    size: str = "640x480"
    fps: float = 15.0
    window: str = "1920x1080"
    place: str = ""
    is_foreign: bool = False
    is_secure: bool = False


@contextmanager
def our_viewer(scene: Scene, *words: object) -> Iterator[tuple[Program, Program]]:
    """Our viewer, which says figures, and the cameras before it; `words` are more of `our_wall`'s."""
    load = ("--count", scene.count, "--size", scene.size, "--fps", scene.fps)
    view = ("--window", scene.window, *(("--place", scene.place) if scene.place else ()), *words)
    if scene.is_foreign:
        with running("our_wall", "--listen", ANYWHERE, "--count", scene.count, *view) as viewer:
            called = viewer.line()["listening"][0]
            with running("replay_cameras", *load, "--netgear", called) as cameras:
                cameras.line()
                yield viewer, cameras
    else:
        with running("replay_cameras", *load, *(("--secure",) if scene.is_secure else ())) as cameras:
            said = cameras.line()
            keyed = ("--camera-key", said["key"]) if said["key"] else ()
            with running("our_wall", "--cameras", ",".join(said["endpoints"]), *keyed, *view) as viewer:
                yield viewer, cameras


def our_figures(scene: Scene, seconds: float, *words: object) -> dict[str, Any]:
    """One line of figures of our viewer, with the size in which pictures were `sent`."""
    with our_viewer(scene, "--seconds", seconds, *words) as (viewer, cameras):
        seen = viewer.line()
        return seen | {"sent": cameras.end()["size"]}


def floor_figures(scene: Scene, seen: dict[str, Any], seconds: float) -> dict[str, Any]:
    """What the pictures cost that our viewer has `seen`, in places of the same size."""
    sent = f"{seen['sent'][0]}x{seen['sent'][1]}"
    place = f"{seen['place'][0]}x{seen['place'][1]}"
    return figures_of(
        "bare_wall", "--count", scene.count, "--sent", sent, "--place", place, "--fps", scene.fps, "--seconds", seconds
    )
