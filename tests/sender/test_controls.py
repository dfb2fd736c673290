"""What can be set at a source: what is typed, what is refused and how, and the value in force."""

import pytest

from sender import UsageError
from sender.control import Control, Value
from sender.controls import of_source
from sender.pictures.capture import Capture
from sender.sources.base import NANO, Source
from sender.sources.generator import GeneratorSource
from sender.sources.network import NetworkStream
from sender.sources.test_pattern import TestPattern
from sender.sources.video_file import VideoFile
from tests.sender.support import CLIP

TestPattern.__test__ = False  # type: ignore[attr-defined]

EXPOSURE = Control("exposure", "integer", default=157, least=29, most=66_666, step=1, unit="µs")
ZOOM = Control("zoom", "number", least=1, most=2.5)
LIGHT = Control("light", "boolean", default=False)
MODE = Control("mode", "choice", default="day", choices=("day", "Night vision"))


@pytest.mark.parametrize(
    ("control", "typed", "value"),
    [
        (EXPOSURE, "29", 29),
        (EXPOSURE, 66_666.0, 66_666),
        (EXPOSURE, "default", 157),
        (ZOOM, "1.5", 1.5),
        (LIGHT, "on", True),
        (LIGHT, "No", False),
        (LIGHT, True, True),
        (MODE, "night vision", "Night vision"),
    ],
)
def test_that_what_is_typed_becomes_a_value(control: Control, typed: object, value: Value) -> None:
    checked = control.checked(typed)
    assert (checked, type(checked)) == (value, type(value))


@pytest.mark.parametrize(
    ("control", "typed", "sentence"),
    [
        (EXPOSURE, "8", "exposure goes from 29 to 66,666 µs."),
        (EXPOSURE, 10**400, "exposure goes from 29 to 66,666 µs."),
        (EXPOSURE, "bright", "exposure goes from 29 to 66,666 µs."),
        (EXPOSURE, "nan", "exposure goes from 29 to 66,666 µs."),
        (EXPOSURE, True, "exposure goes from 29 to 66,666 µs."),
        (EXPOSURE, 30.5, "exposure goes from 29 to 66,666 µs, in whole numbers."),
        (ZOOM, "2.6", "zoom goes from 1 to 2.5."),
        (ZOOM, "default", "The default of zoom is not known. zoom goes from 1 to 2.5."),
        (LIGHT, "maybe", "light is on or off."),
        (MODE, "dusk", "mode is one of: day, Night vision."),
        (Control("gain", "integer", least=0, most=100, step=10), "x", "gain goes from 0 to 100, in steps of 10."),
        (Control("hue", "number"), "x", "hue takes numbers."),
        (Control("tilt", "number", least=3), 1, "tilt begins at 3."),
        (Control("pan", "number", most=3, unit="°"), 4, "pan goes up to 3 °."),
        (Control("lid", "boolean", fixed="lid can only be read."), "on", "lid can only be read."),
    ],
)
def test_that_what_cannot_be_is_refused_with_the_range(control: Control, typed: object, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        control.checked(typed)
    assert str(caught.value) == sentence


class Lamp(Source):
    """Takes brightness in tens, and counts how often it was asked to."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[Value] = []

    def open(self) -> None:
        pass

    def read(self) -> Capture | None:
        return None

    def describe(self) -> str:
        return "lamp"

    def controls(self) -> list[Control]:
        return [Control("brightness", "integer", least=0, most=100), Control("broken", "boolean")]

    def get(self, name: str) -> Value:
        if name == "broken":
            raise UsageError("No answer.")
        return round(int(self.taken[-1]), -1) if self.taken else 0

    def set(self, name: str, value: Value) -> Value:
        self.taken.append(value)
        return self.get(name)


def test_that_a_set_answers_what_is_in_force() -> None:
    lamp = Lamp()
    assert of_source.change(lamp, "Brightness", "47") == 50
    assert of_source.read(lamp, "brightness") == 50


def test_that_a_value_out_of_range_never_reaches_the_source() -> None:
    lamp = Lamp()
    with pytest.raises(UsageError, match=r"brightness goes from 0 to 100\."):
        of_source.change(lamp, "brightness", "101")
    assert lamp.taken == []


def test_that_an_unknown_control_names_the_known_ones() -> None:
    with pytest.raises(
        UsageError, match=r"There is no control “britness”\. Did you mean brightness\? There are: brightness, broken\."
    ):
        of_source.read(Lamp(), "britness")


def test_that_one_control_that_does_not_answer_leaves_the_table_readable() -> None:
    rows = of_source.table(Lamp())
    assert [(row["name"], row["value"], row["range"]) for row in rows] == [
        ("brightness", 0, "0 – 100"),
        ("broken", None, "on, off"),
    ]


def test_that_sources_without_controls_say_where_to_look() -> None:
    assert of_source.table(NetworkStream("rtsp://porch/live")) == []
    with pytest.raises(UsageError, match=r"Set it up at its own web page\. Of what is sent can be set: light\."):
        of_source.read(NetworkStream("rtsp://porch/live"), "brightness", [LIGHT])
    with pytest.raises(UsageError, match="made by a program"):
        of_source.change(GeneratorSource([]), "speed", 1)


def lights(source: TestPattern) -> int:
    """Where the lights of the next picture are, as a sum over the pixels above the clock."""
    capture = source.read()
    assert capture is not None
    assert capture.pixels is not None
    return int(capture.pixels[:200].astype(int).sum())


def test_that_the_pattern_gets_dark() -> None:
    source = TestPattern(fps=1000)
    source.open()
    bright = lights(source)
    assert of_source.change(source, "brightness", 50) == 50
    assert lights(source) == pytest.approx(bright / 2, rel=0.1)
    assert of_source.change(source, "brightness", 0) == 0
    assert lights(source) == 0


def test_that_the_lights_of_a_paused_pattern_stand_still_and_go_on_without_a_jump() -> None:
    source = TestPattern(fps=1000)
    source.open()
    of_source.change(source, "paused", "on")
    first = lights(source)
    assert {lights(source) for _ in range(5)} == {first}
    stood_ns = source._moved.at(0)
    assert of_source.change(source, "paused", "off") is False
    assert source._moved._moved_ns == stood_ns
    assert of_source.change(source, "speed", "4") == 4.0
    assert source._moved.at(source._moved._since_ns + NANO) == source._moved._moved_ns + 4 * NANO


@pytest.fixture
def clip() -> VideoFile:
    source = VideoFile(CLIP)
    source.open()
    return source


def shown(source: VideoFile) -> Capture:
    capture = source.read()
    assert capture is not None
    return capture


def test_that_a_file_goes_where_it_is_told_and_says_where_it_really_is(clip: VideoFile) -> None:
    shown(clip)
    assert of_source.change(clip, "position", "3.01") == 3.0
    shown(clip)
    assert of_source.read(clip, "position") == 3.0
    shown(clip)
    assert of_source.read(clip, "position") == 3.04
    clip.close()


def test_that_a_file_knows_where_it_ends(clip: VideoFile) -> None:
    with pytest.raises(UsageError, match=r"position goes from 0 to 5\.24 s\."):
        of_source.change(clip, "position", 6)
    assert of_source.change(clip, "position", 5.24) == 5.24
    shown(clip)
    assert clip.read() is None
    assert of_source.change(clip, "position", "default") == 0.0
    shown(clip)
    clip.close()


def test_that_a_file_plays_at_the_speed_it_is_told(clip: VideoFile) -> None:
    shown(clip)
    assert of_source.change(clip, "speed", 4) == 4.0
    times = [shown(clip).capture_time_ns for _ in range(21)]
    assert (times[-1] - times[0]) / NANO == pytest.approx(0.2, abs=0.06)
    assert of_source.change(clip, "speed", 0.5) == 0.5
    times = [shown(clip).capture_time_ns for _ in range(5)]
    assert (times[-1] - times[0]) / NANO == pytest.approx(0.32, abs=0.08)
    clip.close()


def test_that_a_paused_file_repeats_its_picture_and_can_still_be_wound(clip: VideoFile) -> None:
    shown(clip)
    assert of_source.change(clip, "paused", "on") is True
    still = shown(clip).pixels
    assert shown(clip).pixels is still
    assert of_source.change(clip, "position", 2) == 2.0
    sought = shown(clip).pixels
    assert sought is not still
    assert shown(clip).pixels is sought
    assert of_source.read(clip, "position") == 2.0
    of_source.change(clip, "paused", "off")
    assert shown(clip).pixels is not sought
    assert of_source.read(clip, "position") == 2.04
    clip.close()


def test_that_a_call_cuts_a_wait_short_without_losing_a_picture(clip: VideoFile) -> None:
    of_source.change(clip, "speed", 0.25)
    shown(clip)
    clip.call()
    assert clip.read() is None
    clip.heed()
    shown(clip)
    assert of_source.read(clip, "position") == 0.04
    clip.close()
