"""Nothing wrong reaches the driver of a Pi camera: checks of values, by libcamera's types, without a camera."""

import math
from enum import IntEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire.errors import UsageError
from sender.picamera.crop import Rectangle, View, rectangle_of, view_of
from sender.picamera.gate import limited, passed, range_of
from sender.picamera.legacy import Region, Share
from sender.picamera.told import Told, plain

WHOLE = (0, 0, 4608, 2592)
CONTROLS = [
    Told("AeEnable", "Bool", False, True, True),
    Told("ExposureTime", "Integer32", 26, 66_666, 20_000),
    Told("AnalogueGain", "Float", 1.0, 16.0, 1.0),
    Told("Contrast", "Float", 0.0, 32.0, 1.0),
    Told("AfMode", "Integer32", 0, 2, 0, choices={0: "manual", 1: "auto", 2: "continuous"}),
    Told("ColourGains", "Float", 0.0, 32.0, None),
    Told("FrameDurationLimits", "Integer64", 8333, 220_000, 33_333),
    Told("ScalerCrop", "Rectangle", (0, 0, 64, 64), WHOLE, WHOLE),
    Told("AfWindows", "Rectangle", (0, 0, 0, 0), WHOLE, (0, 0, 0, 0), is_array=True),
    Told("ColourCorrectionMatrix", "Float", -16.0, 16.0, 0.0, is_array=True),
    Told("SyncWords", "String"),
]
BY_NAME = {each.name: each for each in CONTROLS}
ODD: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.binary(max_size=4),
    st.lists(st.one_of(st.floats(), st.integers(), st.text(max_size=3), st.none()), max_size=5),
    st.tuples(st.integers(), st.integers(), st.integers(), st.integers()),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.builds(Share, st.floats(-1, 1)),
    st.builds(Region, *[st.floats(0, 1)] * 4),
)


def is_drivable(told: Told, value: Any) -> bool:
    """Whether the driver takes it: its very type, within bounds."""

    def is_within(number: Any, kind: type) -> bool:
        return type(number) is kind and (told.least <= number <= told.most or number == 0)

    match told.name:
        case "AeEnable":
            return type(value) is bool
        case "AfMode":
            return type(value) is int and value in told.choices
        case "ColourGains":
            return type(value) is tuple and len(value) == 2 and all(is_within(each, float) for each in value)
        case "FrameDurationLimits":
            return type(value) is tuple and len(value) == 2 and all(is_within(each, int) for each in value)
        case "ScalerCrop":
            return _is_inside(value, 64)
        case "AfWindows":
            return type(value) is list and bool(value) and all(_is_inside(each, 1) for each in value)
    return is_within(value, int if told.kind.startswith("Integer") else float)


def _is_inside(value: Any, least: int) -> bool:
    x, y, width, height = value
    is_whole = type(value) is tuple and all(type(each) is int for each in value)
    return is_whole and 0 <= x <= 4608 - width and 0 <= y <= 2592 - height and width >= least and height >= least


@given(st.sampled_from(CONTROLS), ODD)
def test_that_whatever_is_asked_only_what_the_driver_takes_passes(told: Told, value: Any) -> None:
    refusal, checked = "", None
    try:
        checked = passed(told, value)
    except UsageError as refused:
        refusal = str(refused)
    assert told.name in refusal if refusal else is_drivable(told, checked)


@given(st.sampled_from(CONTROLS[1:4]), st.floats(allow_nan=False, allow_infinity=False))
def test_that_numbers_out_of_range_come_to_its_ends(told: Told, number: float) -> None:
    checked = passed(told, number)
    assert checked == 0 or told.least <= checked <= told.most  # type: ignore[operator]


def test_that_several_windows_are_taken_where_there_may_be_several() -> None:
    told = BY_NAME["AfWindows"]
    assert passed(told, (16, 16, 64, 64)) == [(16, 16, 64, 64)]
    assert passed(told, [(16, 16, 64, 64), [0, 0, 9000, 32]]) == [(16, 16, 64, 64), (0, 0, 4608, 32)]
    with pytest.raises(UsageError, match="x, y, width and height"):
        passed(told, [])
    with pytest.raises(UsageError, match="several values"):
        passed(BY_NAME["ColourCorrectionMatrix"], 1.0)


def test_that_a_refusal_has_the_range_in_it() -> None:
    assert range_of(BY_NAME["AnalogueGain"]) == "AnalogueGain is a number from 1.0 to 16.0."
    assert range_of(BY_NAME["AfMode"]) == "AfMode is one of: manual, auto, continuous."
    assert range_of(BY_NAME["AeEnable"]) == "AeEnable is on or off."
    assert "each from 8333 to 220000" in range_of(BY_NAME["FrameDurationLimits"])
    assert str(WHOLE) in range_of(BY_NAME["ScalerCrop"])


def test_that_words_and_enumerations_are_taken_for_choices() -> None:
    class AfModeEnum(IntEnum):
        Manual = 0
        Continuous = 2

    told = BY_NAME["AfMode"]
    assert [passed(told, each) for each in ("Continuous", "continuous", AfModeEnum.Continuous, 2, "2")] == [2] * 5
    for wrong in (True, 3, 1.5, "sometimes"):
        with pytest.raises(UsageError, match="manual, auto, continuous"):
            passed(told, wrong)


def test_that_a_share_of_the_old_library_is_in_two_lines_from_least_over_one_to_most() -> None:
    told = BY_NAME["Contrast"]
    assert [passed(told, Share(each)) for each in (-1, -0.5, 0, 0.5, 1)] == [0.0, 0.5, 1.0, 16.5, 32.0]


def test_that_a_region_of_the_old_library_is_in_pixels_of_the_sensor() -> None:
    assert passed(BY_NAME["ScalerCrop"], Region(0.25, 0.5, 0.5, 0.5)) == (1152, 1296, 2304, 1296)


@given(st.floats(1, 16), st.floats(0, 100), st.floats(0, 100))
def test_that_a_view_stays_inside_and_keeps_its_shape(zoom: float, x: float, y: float) -> None:
    shown = rectangle_of(View(zoom, x, y), Rectangle(*WHOLE))
    assert 0 <= shown.x <= 4608 - shown.width
    assert 0 <= shown.y <= 2592 - shown.height
    assert math.isclose(shown.width / shown.height, 4608 / 2592, rel_tol=0.02)
    assert math.isclose(view_of(shown, Rectangle(*WHOLE)).zoom, zoom, rel_tol=0.02)


def test_that_libcameras_names_become_ones_that_can_be_typed() -> None:
    assert [plain(each) for each in ("AeExposureMode", "HdrMode", "ZSL", "ExposureTime")] == [
        "ae_exposure_mode",
        "hdr_mode",
        "zsl",
        "exposure_time",
    ]


@pytest.mark.parametrize(
    ("name", "asked", "told"),
    [
        ("Contrast", 99, "Contrast 99 is beyond what this camera takes. It has 32."),
        ("ExposureTime", "99999999999", "ExposureTime 1e+11 is beyond what this camera takes. It has 66,666."),
        ("FrameDurationLimits", (2000, 2000), "500 pictures a second are none that this camera gives in this size. "),
        ("FrameDurationLimits", (20_000, 20_000), ""),
        ("ExposureTime", 5000.4, ""),
        ("ExposureTime", 0, ""),
        ("AfMode", "auto", ""),
        ("ColourGains", (1.0, 99.0), ""),
    ],
)
def test_that_a_number_beyond_the_range_is_told(name: str, asked: object, told: str) -> None:
    sentence = limited(name, asked, passed(BY_NAME[name], asked))
    assert sentence.startswith(told)
    assert bool(sentence) == bool(told)
