"""Controls from a script's wall to a real camera's source, and back."""

from collections.abc import Callable
from typing import Any

import pytest

from camwire.errors import UsageError
from sender import Camera as RealCamera
from sender.control import Control
from tests.sender.settable import Settable
from tests.support.waiting import until
from viewer.api import Wall

Run = Callable[..., Any]

ANYWHERE = "tcp://127.0.0.1:0"
EXPOSURE = Control("exposure", "integer", least=0, most=1000, step=10, unit="µs")


def settable() -> Settable:
    source = Settable(EXPOSURE, Control("light", "boolean"))
    source.shown = {"exposure": 100, "light": False}
    return source


def test_that_a_script_sets_a_control_and_gets_what_the_camera_made_of_it(run: Run) -> None:
    async def scene() -> None:
        source = settable()
        async with RealCamera("porch", source=source, listen=ANYWHERE, state="none") as real, Wall() as wall:
            porch = await wall.add(str(real.endpoint))
            assert await porch.set_control("exposure", 447) == 450
            assert await porch.set_control("light", True) is True
            assert source.taken == [("exposure", 447), ("light", True)]
            assert [row.name for row in porch.controls.rows[:2]] == ["exposure", "light"]
            assert (porch.controls.value("exposure"), porch.controls.reason) == (450, "")

    run(scene())


def test_that_a_script_is_told_the_range_and_the_camera_is_not_asked(run: Run) -> None:
    async def scene() -> None:
        source = settable()
        async with RealCamera("porch", source=source, listen=ANYWHERE, state="none") as real, Wall() as wall:
            porch = await wall.add(str(real.endpoint))
            with pytest.raises(UsageError, match=r"exposure goes from 0 to 1,000 µs, in steps of 10\."):
                await porch.set_control("exposure", 1001)
            with pytest.raises(UsageError, match="There are: exposure, light"):
                await porch.set_control("smell", 1)
            assert source.taken == []

    run(scene())


def test_that_a_script_is_told_what_the_driver_says(run: Run) -> None:
    async def scene() -> None:
        source = settable()
        source.refuses = UsageError("The webcam refuses that.")
        async with RealCamera("porch", source=source, listen=ANYWHERE, state="none") as real, Wall() as wall:
            porch = await wall.add(str(real.endpoint))
            with pytest.raises(UsageError, match=r"The webcam refuses that\. exposure goes from 0 to 1,000"):
                await porch.set_control("exposure", 5)

    run(scene())


def test_that_a_script_is_told_what_can_be_set_where_the_source_has_no_controls(run: Run) -> None:
    async def scene() -> None:
        async with RealCamera("porch", source=Settable(), listen=ANYWHERE, state="none") as real, Wall() as wall:
            porch = await wall.add(str(real.endpoint))
            with pytest.raises(UsageError, match=r"There is no control “exposure”\. There are: picture_flip, "):
                await porch.set_control("exposure", 5)
            assert await porch.set_control("picture_flip", "both") == "both"

    run(scene())


def test_that_a_script_does_not_wait_for_ever(run: Run) -> None:
    async def scene() -> None:
        source = settable()
        async with RealCamera("porch", source=source, listen=ANYWHERE, state="none") as real, Wall() as wall:
            porch = await wall.add(str(real.endpoint))
            await porch.set_control("exposure", 5)
            source.released.clear()
            with pytest.raises(TimeoutError, match=r"porch has not answered within 0\.05 seconds"):
                await porch.set_control("exposure", 7, timeout=0.05)
            source.released.set()

    run(scene())


def test_that_a_camera_that_comes_back_tells_what_is_in_force(run: Run) -> None:
    async def scene() -> None:
        source = settable()
        async with Wall() as wall:
            async with RealCamera("porch", source=source, listen=ANYWHERE, state="none") as real:
                where = str(real.endpoint)
                porch = await wall.add(where)
                await porch.set_control("exposure", 200)
            await until(lambda: not porch.controls.is_here)
            with pytest.raises(UsageError, match="The camera is away"):
                await porch.set_control("exposure", 300)
            other = settable()
            other.shown["exposure"] = 640
            async with RealCamera("porch", source=other, listen=where, state="none"):
                await until(lambda: porch.controls.value("exposure") == 640)
                assert await porch.set_control("exposure", 300) == 300

    run(scene())
