"""What may happen at any time, and soon again. Each does its harm to a scene and returns when that is over."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from tests.faults.scene import Scene
from tests.support.losing_link import HALF_SECONDS

Mishap: TypeAlias = Callable[[Scene], Awaitable[None]]

# Beyond that a camera, and whoever watches it, is taken for gone.
LONG_SECONDS = 3.6
SLEEP_SECONDS = 600.0
HOUR = 3600.0
YEAR = 365.25 * 24 * HOUR
# Of pictures, at 15 a second.
SOME = 8


async def camera_freezes(scene: Scene) -> None:
    """It hangs, as on a computer that swaps."""
    scene.camera.freeze()
    await asyncio.sleep(LONG_SECONDS)
    scene.camera.thaw()


async def viewer_freezes(scene: Scene) -> None:
    """The same at the other end."""
    scene.desk.freeze()
    await asyncio.sleep(LONG_SECONDS)
    scene.desk.thaw()


async def both_freeze(scene: Scene) -> None:
    """For a moment, as on one computer that has no time."""
    for each in scene.programs:
        each.freeze()
    await asyncio.sleep(1.5)
    for each in scene.programs:
        each.thaw()


def both_sleep(is_steady: bool) -> Mishap:
    """Both computers are suspended; `is_steady`: on systems whose steady clock counts that, which Linux is not."""

    async def sleep(scene: Scene) -> None:
        for each in scene.programs:
            each.freeze()
            each.clocks.step(wall=SLEEP_SECONDS, steady=SLEEP_SECONDS if is_steady else 0.0)
        for each in scene.programs:
            each.thaw()

    return sleep


def viewer_sleeps(is_steady: bool) -> Mishap:
    """The lid of one of them is closed."""

    async def sleep(scene: Scene) -> None:
        scene.desk.freeze()
        scene.desk.clocks.step(wall=SLEEP_SECONDS, steady=SLEEP_SECONDS if is_steady else 0.0)
        await asyncio.sleep(LONG_SECONDS)
        scene.desk.thaw()

    return sleep


def clock_stepped(end: str, seconds: float) -> Mishap:
    """Somebody sets the clock of one computer, and then it is set right again. Pictures do not care."""

    async def step(scene: Scene) -> None:
        program = scene.camera if end == "camera" else scene.desk
        for direction in (1, -1):
            program.clocks.step(wall=direction * seconds)
            before = (await scene.tile())["pictures"]
            while (tile := await scene.tile())["pictures"] < before + SOME:
                assert tile["phase"] == "live", tile
                await asyncio.sleep(0.05)

    return step


def cable_cut(kind: str) -> Mishap:
    """A connection breaks: see `Cable`."""

    async def cut(scene: Scene) -> None:
        while not scene.cable.is_up:
            await asyncio.sleep(0.01)
        scene.cable.cut(kind)
        await asyncio.sleep(0.0 if kind in ("reset", "torn") else HALF_SECONDS)

    return cut


QUICK: dict[str, Mishap] = {
    "reset": cable_cut("reset"),
    "torn": cable_cut("torn"),
    "both sleep": both_sleep(is_steady=False),
    "both sleep, steady clock": both_sleep(is_steady=True),
}
"""By name: what is over at once."""

CLOCKS: dict[str, Mishap] = {
    f"clock of the {end} {sign}{count} {unit}": clock_stepped(end, float(f"{sign}{count}") * seconds)
    for end in ("camera", "viewer")
    for count, unit, seconds in ((1, "h", HOUR), (10, "years", YEAR))
    for sign in ("+", "-")
}

SLOW: dict[str, Mishap] = {
    "camera freezes": camera_freezes,
    "viewer freezes": viewer_freezes,
    "both freeze": both_freeze,
    "viewer sleeps": viewer_sleeps(is_steady=False),
    "viewer sleeps, steady clock": viewer_sleeps(is_steady=True),
    "half to camera": cable_cut("half to camera"),
    "half to viewer": cable_cut("half to viewer"),
    "silent": cable_cut("silent"),
}
"""What takes some seconds."""
