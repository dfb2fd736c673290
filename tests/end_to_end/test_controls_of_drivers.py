"""Controls of real drivers, emulated below them, from a viewer: through the real program, OpenCV and picamera2."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import zmq

from camwire.controls import ControlRow, Value, expected
from camwire.endpoint import Endpoint
from tests.sender.desk import Desk
from tests.sender.support import ANYWHERE, watching
from tests.support.emulated_webcam import IS_POSSIBLE, EmulatedWebcam, compiled
from tests.support.waiting import until
from viewer.api import Wall

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
pytestmark = [pytest.mark.skipif(not IS_POSSIBLE, reason="needs Linux and a C compiler"), pytest.mark.slow]
PATIENCE = 30.0


@contextmanager
def webcam(folder: Path) -> Iterator[Endpoint]:
    """The program shows an emulated webcam."""
    with EmulatedWebcam(compiled(folder), folder).shown("--state", "none") as endpoint:
        yield endpoint


@contextmanager
def pi_camera(folder: Path) -> Iterator[Endpoint]:
    """The program shows a simulated Pi camera."""
    program = [sys.executable, "-m", "tests.simulated_pi", "--switches", str(folder), "--"]
    command = [*program, "--source", "picamera", "--listen", ANYWHERE, "--state", "none"]
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=log) as running,
    ):
        try:
            assert running.stdout is not None
            yield Endpoint.parse(running.stdout.readline().split()[-1])
        finally:
            running.terminate()


DRIVERS = pytest.mark.parametrize("driver", [webcam, pi_camera])


def wrong_values(row: ControlRow) -> list[object]:
    """Of every other type, and out of range on both sides."""
    wrong: list[object] = [None, b"1", [1], {"value": 1}, "no such choice", float("nan")]
    if row.kind != "boolean":
        wrong.append(True)
    if row.kind in ("boolean", "choice"):
        wrong += [1, 0.5]
    if row.kind == "integer":
        wrong.append(float(row.most or 0))
    wrong += [row.least - 1] if row.least is not None else []
    wrong += [row.most + 1] if row.most is not None else []
    return wrong


@DRIVERS
def test_that_nothing_wrong_gets_through_to_a_driver_and_all_of_it_is_answered_with_the_range(
    driver: Callable[..., Any], run: Run, context: Context, tmp_path: Path
) -> None:
    async def scene() -> None:
        with driver(tmp_path) as endpoint, watching(context, endpoint, Desk("desk")) as viewer:
            await until(lambda: viewer.rows, PATIENCE)
            asked: dict[int, ControlRow] = {}
            for row in viewer.rows:
                for value in wrong_values(row):
                    asked[len(asked) + 1] = row
                    viewer.change(len(asked), row.name, value)
                    await until(lambda: len(viewer.answered) == len(asked), PATIENCE)
            assert len({row.name for row in asked.values()}) >= 6
            for answer in viewer.answered:
                assert expected(asked[answer.number]) in answer.text
            assert "Traceback" not in (tmp_path / "log").read_text()
            seen = len(viewer.frames)
            await until(lambda: len(viewer.frames) > seen + 5, PATIENCE)

    run(scene(), timeout=100)


@DRIVERS
def test_that_what_fits_is_in_force_as_the_driver_made_it(driver: Callable[..., Any], run: Run, tmp_path: Path) -> None:
    name, automatic, manual, wanted, made = {
        webcam: ("exposure", "exposure_auto", "manual mode", 351, 400),
        pi_camera: ("exposure_time", "ae_enable", False, 8000, 8000),
    }[driver]  # type: ignore[index]
    deeds: list[tuple[str, Value, Value]] = [(str(automatic), manual, manual), (str(name), wanted, made)]

    async def scene() -> None:
        with driver(tmp_path) as endpoint:
            async with Wall() as wall:
                camera = await wall.add(str(endpoint))
                for control, value, in_force in deeds:
                    await until(lambda control=control: is_settable(camera, control), PATIENCE)
                    assert await camera.set_control(control, value) == in_force
                await until(lambda: camera.controls.value(str(name)) == made, PATIENCE)

    run(scene(), timeout=100)


def is_settable(camera: Any, name: str) -> bool:
    row = camera.controls.row(name)
    return row is not None and not row.fixed
