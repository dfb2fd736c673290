"""Where a Pi camera focuses and when: the real picamera2 on a simulated board, and the geometry without it."""

import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire.errors import UsageError
from sender.controls.rows import put_value
from sender.picamera.crop import Rectangle
from sender.picamera.focus import LEAST_SIZE, Spot, spot_of, window_of
from sender.picamera.titles import TITLES
from sender.sources.picamera import PiCamera
from tests.sender.test_picamera import SMALL, opened, read, read_until
from tests.simulated_pi import Simulation
from tests.simulated_pi.apart import apart

on_a_board = pytest.mark.skipif(sys.platform != "linux", reason="picamera2 is for Linux")
WHOLE = Rectangle(0, 432, 4608, 1728)
START, CANCEL, WINDOWS = 0, 1, 1


@given(st.builds(Spot, st.floats(0, 100), st.floats(0, 100), st.floats(LEAST_SIZE, 100)))
def test_that_a_window_lies_inside_and_around_its_spot(spot: Spot) -> None:
    window = window_of(spot, WHOLE)
    assert window.x >= WHOLE.x
    assert window.y >= WHOLE.y
    assert window.x + window.width <= WHOLE.x + WHOLE.width
    assert window.y + window.height <= WHOLE.y + WHOLE.height
    again = spot_of(window, WHOLE)
    assert again.size == pytest.approx(spot.size, abs=0.2)
    for side, here in ((spot.x, again.x), (spot.y, again.y)):
        inside = min(max(side, spot.size / 2), 100 - spot.size / 2)
        assert here == pytest.approx(inside, abs=0.2)


def fixed(source: PiCamera) -> dict[str, str]:
    return {each.name: each.fixed for each in source.controls()}


def driven(pi: Simulation, name: str) -> list[object]:
    return [value for each, value in pi.driven if each == name]


def focuses(source: PiCamera) -> Callable[[], object]:
    return lambda: source.get("af_state") == "focused"


@on_a_board
@pytest.mark.slow
@apart()
def test_that_a_camera_focuses_once_where_it_is_told_to(pi: Simulation) -> None:
    with opened() as source:
        read(source)
        assert source.get("focus_x") == 50.0
        assert "by hand" in fixed(source)["focus_x"]
        with pytest.raises(UsageError, match="to auto or continuous first"):
            put_value(source, "focus_x", 25.0)
        assert driven(pi, "AfWindows") == []
        source.set("af_mode", "auto")
        assert fixed(source)["focus_x"] == ""
        for name, value in (("focus_size", 10.0), ("focus_x", 25.0), ("focus_y", 75.0)):
            source.set(name, value)
        read_until(source, focuses(source))
        # From the sensor's own edge, though pictures show a part of its height only.
        ((window,),) = driven(pi, "AfWindows")[-1:]
        assert abs(window.x + window.width / 2 - 4608 / 4) < 2
        assert abs(window.width - 460.8) < 2
        assert driven(pi, "AfMetering")[-1] == WINDOWS
        assert source.get("af_metering") == "windows"
        # What ends an earlier one goes before, or nothing would begin.
        assert driven(pi, "AfTrigger")[-2:] == [CANCEL, START]
        names = [name for name, _ in pi.driven]
        last = len(names) - 1
        assert last - names[::-1].index("AfTrigger") > last - names[::-1].index("AfWindows")
        assert [source.get(f"focus_{each}") for each in ("x", "y", "size")] == [25.0, 75.0, 10.0]
        # A window does not go beyond the edge.
        assert put_value(source, "focus_x", 0.0).shown == source.get("focus_x") == 5.0
        assert pi.wrong == []


@on_a_board
@pytest.mark.slow
@apart()
def test_that_what_the_camera_is_at_is_told_and_what_has_no_sense_now_is_fixed(pi: Simulation) -> None:
    with opened({**SMALL, "framerate": 30}) as source:
        read(source)
        assert fixed(source)["af_state"] == "The camera tells this. It cannot be set."
        assert source.get("af_state") == "idle"
        assert "to auto first." in fixed(source)["af_trigger"]
        assert "to continuous first." in fixed(source)["af_pause"]
        source.set("af_mode", "auto")
        read_until(source, focuses(source))
        source.set("af_trigger", True)
        read_until(source, lambda: source.get("af_trigger") is True)
        read_until(source, lambda: source.get("af_trigger") is False and source.get("af_state") == "focused")
        source.set("af_mode", "continuous")
        assert fixed(source)["af_pause"] == ""
        source.set("af_pause", True)
        read_until(source, lambda: source.get("af_pause") is True)
        # A camera that is opened anew has not focused on anything yet.
        assert "AfPause" not in source._wanted
        source.set("af_pause", False)
        read_until(source, lambda: source.get("af_pause") is False)
        assert pi.wrong == []


@on_a_board
@pytest.mark.slow
@apart()
def test_that_every_control_of_a_pi_camera_has_a_title_and_its_place(pi: Simulation) -> None:
    with opened() as source:
        found = source.controls()
        assert [each.title for each in found] == [TITLES[each.name] for each in found]
        names = [each.name for each in found if not each.reconfigures]
        assert names == [name for name in TITLES if name in names]


@on_a_board
@pytest.mark.slow
@apart()
def test_that_zoom_goes_into_the_picture_as_it_is_flipped(pi: Simulation) -> None:
    """As on the real board, where the sensor flips what it reads out, and the part is cut out of that."""
    with opened({**SMALL, "transform": {"vflip": True}}) as source:

        def is_grass() -> bool:
            planes = read(source).planes
            assert planes is not None
            # Sky is bluer.
            return float(planes.u.mean()) < 125

        source.set("zoom", 10.0)
        source.set("zoom_y", 5.0)
        read_until(source, lambda: source.get("zoom_y") == 5.0)
        assert is_grass()
        source.set("zoom_y", 95.0)
        read_until(source, lambda: source.get("zoom_y") == 95.0)
        assert not is_grass()


def test_that_what_makes_room_at_the_edge_stands_first() -> None:
    names = list(TITLES)
    assert names.index("focus_size") < names.index("focus_x") < names.index("focus_y")
    assert names.index("zoom") < names.index("zoom_x") < names.index("zoom_y")
