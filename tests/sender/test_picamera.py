"""The Pi camera source: the real picamera2 on a simulated board, each test in a process of its own."""

import gc
import os
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
import simplejpeg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camwire.controls import expected
from camwire.errors import UsageError
from sender import Capture, SourceError, sources
from sender.asked import Asked, Size
from sender.controls.of_source import change
from sender.controls.rows import put_value
from sender.encoders import jpeg
from sender.errors import SourceLost
from sender.picamera import opening
from sender.picamera.search import SOON
from sender.pictures.capture import Picture
from sender.pictures.look import Look
from sender.pictures.scaling import Sizes
from sender.sources import source_for
from sender.sources.picamera import PiCamera
from tests.simulated_pi import Simulation
from tests.simulated_pi.apart import apart

pytestmark = [pytest.mark.skipif(sys.platform != "linux", reason="picamera2 is for Linux"), pytest.mark.slow]
PATIENCE = 20.0
SMALL = {"resolution": (320, 240), "framerate": 100}


@contextmanager
def opened(options: Mapping[str, Any] = SMALL, camera: int | str | None = None) -> Iterator[PiCamera]:
    source = PiCamera(options, camera)
    try:
        source.open()
        yield source
    finally:
        source.close()


def read(source: PiCamera) -> Capture:
    capture = source.read()
    assert capture is not None
    return capture


def read_until(source: PiCamera, fact: Callable[[], object], most: int = 100) -> None:
    """Read until `fact()`, but at most so many pictures."""
    for _ in range(most):
        if fact():
            return
        read(source)
    raise AssertionError(f"still not so after {most} pictures")


def y_of(capture: Capture) -> Picture:
    assert capture.planes is not None
    return capture.planes.y


def is_lent(capture: Capture) -> bool:
    """Whether its memory is the camera's, which is read-only."""
    return not y_of(capture).flags.writeable


def open_again(source: PiCamera) -> None:
    """As `Reading` does, until it works."""
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        try:
            source.open()
            return
        except SourceError:
            source.pause(0.01)
    raise AssertionError("it does not open")


def lose(source: PiCamera) -> str:
    """Read until the source says that it is lost; return what it says."""
    with pytest.raises(SourceLost) as lost:
        read_until(source, lambda: False, most=10_000)
    source.close()
    return str(lost.value)


@apart()
def test_that_pictures_are_planes_in_the_cameras_own_memory_with_its_padding(pi: Simulation) -> None:
    with opened({"resolution": (644, 480), "framerate": 100}) as source:
        capture = read(source)
        assert capture.size == Size(644, 480)
        assert capture.planes is not None
        assert [each.strides[0] for each in capture.planes] == [704, 352, 352]
        assert is_lent(capture)
        assert simplejpeg.decode_jpeg(jpeg.encoded(capture, Look()).payload).shape == (480, 644, 3)


@apart()
def test_that_another_size_can_be_taken_back(pi: Simulation) -> None:
    with opened({"resolution": (320, 240), "framerate": 100}) as source:
        for size, own in ((Size(641, 481), (640, 480)), (None, (320, 240))):
            assert source.prefer_size(size)
            source.open()
            assert read(source).size == own


@apart()
def test_that_a_picture_that_somebody_looks_at_is_not_written_over(pi: Simulation) -> None:
    with opened() as source:
        held = read(source)
        part, before = y_of(held)[10:20], y_of(held).copy()
        for _ in range(20):
            read(source)
        assert (y_of(held) == before).all()
        # A part of it holds it as well.
        del held
        for _ in range(20):
            read(source)
        assert (part == before[10:20]).all()


@apart()
def test_that_who_holds_many_pictures_gets_copies_and_never_starves_the_camera(pi: Simulation) -> None:
    with opened({**SMALL, "buffer_count": 4}) as source:
        held = [read(source) for _ in range(10)]
        assert [is_lent(each) for each in held] == [True] * 2 + [False] * 8
        assert len({y_of(each).tobytes() for each in held}) == 10
        del held
        assert is_lent(read(source))
    with opened({**SMALL, "buffer_count": 1}) as source:
        assert not any(is_lent(read(source)) for _ in range(5))


@apart()
def test_that_a_picture_outlives_its_camera(pi: Simulation) -> None:
    with opened() as source:
        held = read(source)
        before = y_of(held).copy()
        source.close()
        source.open()
        for _ in range(10):
            read(source)
        assert (y_of(held) == before).all()
        del held
        gc.collect()
        assert is_lent(read(source))


@apart()
def test_that_pictures_are_stamped_by_the_sensor(pi: Simulation) -> None:
    with opened() as source:
        stamps = []
        for _ in range(10):
            capture = read(source)
            assert 0 < time.monotonic_ns() - capture.capture_time_ns < 2e9
            stamps.append(capture.capture_time_ns)
        assert stamps == sorted(set(stamps))


@pytest.mark.alone
@pytest.mark.slow
@apart()
def test_that_the_camera_gives_as_many_pictures_as_are_asked_for(pi: Simulation) -> None:
    with opened({"resolution": (640, 480), "framerate": 60}) as source:

        def interval() -> float:
            stamps = [read(source).capture_time_ns for _ in range(60)]
            return statistics.median(np.diff(stamps)) / 1e6

        read(source)
        assert interval() == pytest.approx(1000 / 60, rel=0.1)
        source.prefer_fps(25)
        read_until(source, lambda: source.get("frame_rate") == 25)
        assert interval() == pytest.approx(40, rel=0.1)
        source.prefer_fps(None)
        read_until(source, lambda: source.get("frame_rate") == pytest.approx(60, rel=0.01))


@apart()
def test_that_a_control_is_in_force_when_a_later_picture_shows_it(pi: Simulation) -> None:
    with opened() as source:
        read(source)
        assert source.get("exposure_time_mode") == "auto"
        wanted = {"exposure_time": 5000, "analogue_gain": 4.0, "brightness": 0.5, "awb_mode": "cloudy"}
        for name, value in wanted.items():
            source.set(name, value)
            assert source.get(name) != value
        read_until(source, lambda: {name: source.get(name) for name in wanted} == wanted)
        assert source.get("exposure_time_mode") == "manual"
        source.set("exposure_time_mode", "auto")
        read_until(source, lambda: source.get("exposure_time") != 5000)
        source.set("red_gain", 3.0)
        read_until(source, lambda: source.get("red_gain") == 3.0)
        assert source.get("blue_gain") == 1.9
        read_until(source, lambda: source.get("awb_enable") is False)
        assert pi.wrong == []


@apart()
def test_that_zoom_keeps_its_middle_and_its_shape(pi: Simulation) -> None:
    with opened() as source:
        read(source)
        source.set("zoom", 4.0)
        read_until(source, lambda: source.get("zoom") == 4.0)
        source.set("zoom_x", 25.0)
        read_until(source, lambda: source.get("zoom_x") == 25.0)
        assert (source.get("zoom"), source.get("zoom_y")) == (4.0, 50.0)
        # At once, before any of it shows.
        for name, value in (("zoom", 2.0), ("zoom_x", 40.0), ("zoom_y", 60.0)):
            source.set(name, value)
        read_until(source, lambda: [source.get(each) for each in ("zoom", "zoom_x", "zoom_y")] == [2.0, 40.0, 60.0])
        source.set("zoom", 4.0)
        # At the edge there is nothing more to see.
        source.set("zoom_x", 0.0)
        read_until(source, lambda: source.get("zoom_x") == 12.5)
        assert dict(pi.driven)["ScalerCrop"].width == 1152
        assert pi.wrong == []


@apart()
def test_that_focus_is_fixed_while_the_camera_focuses_by_itself(pi: Simulation) -> None:
    with opened() as source:
        fixed = {each.name: each.fixed for each in source.controls()}
        assert fixed["lens_position"] == ""
        source.set("af_mode", "continuous")
        fixed = {each.name: each.fixed for each in source.controls()}
        assert fixed["lens_position"] == "The camera focuses by itself now. Set Focus (af_mode) to manual first."


@apart()
def test_that_no_wrong_type_or_range_of_any_control_reaches_the_driver(pi: Simulation) -> None:
    anything = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12), st.lists(st.integers(), max_size=3)
    )
    with opened() as source:
        names = [each.name for each in source.controls() if not each.reconfigures]
        assert len(names) >= 26
        # Otherwise where it focuses is fixed.
        source.set("af_mode", "auto")

        @settings(deadline=None, max_examples=1500, suppress_health_check=list(HealthCheck), database=None)
        @given(st.sampled_from(names), anything, st.sampled_from([put_value, change]))
        def try_it(name: str, value: Any, put: Callable[..., Any]) -> None:
            control = next(each for each in source.controls() if each.name == name)
            refusal = expected(control)
            try:
                put(source, name, value)
            except UsageError as refused:
                refusal = str(refused)
            assert (control.fixed or expected(control)) in refusal

        try_it()
        for _ in range(20):
            read(source)
        assert pi.wrong == []


@apart()
def test_that_flips_leave_others_their_pictures(pi: Simulation) -> None:
    with opened() as source:
        read(source)
        device = source._device
        # It is so already.
        assert source.set("hflip", False) is False
        assert source._device is device
        source.set("hflip", True)
        assert source._device is not device
        # The next one wants to be set already.
        source.call()
        read(source)
        assert source.read() is None


@apart()
def test_that_flips_are_set_while_it_runs_and_take_nothing_else_away(pi: Simulation) -> None:
    def is_upside_down(source: PiCamera) -> bool:
        planes = read(source).planes
        assert planes is not None
        # The sky is bluer than the grass.
        return float(planes.u[:20].mean()) < float(planes.u[-20:].mean())

    with opened() as source:
        assert not is_upside_down(source)
        source.set("exposure_time", 4000)
        assert source.set("vflip", True) is True
        assert is_upside_down(source)
        read_until(source, lambda: source.get("exposure_time") == 4000)
        assert [each.name for each in source.controls() if each.reconfigures] == ["hflip", "vflip"]
    with opened({**SMALL, "transform": {"vflip": True}}) as source:
        assert is_upside_down(source)


@apart(occupied=True)
def test_that_a_busy_camera_is_told_with_its_cause_and_leaves_nothing_open(pi: Simulation) -> None:
    source = PiCamera(SMALL)
    with pytest.raises(SourceError, match=r"Another program uses Pi camera 0.*Device or resource busy"):
        source.open()
    gc.collect()
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(10):
        with pytest.raises(SourceError):
            source.open()
    gc.collect()
    assert len(os.listdir("/proc/self/fd")) <= before + 1
    pi.vacate()
    source.open()
    read(source)
    source.close()


@apart(cameras=2)
def test_that_a_camera_that_is_not_there_is_told_with_those_that_are(pi: Simulation) -> None:
    with pytest.raises(SourceError, match="no Pi camera 5; 0 is imx"):
        PiCamera(SMALL, 5).open()
    with pytest.raises(SourceError, match="no Pi camera “imx999”"):
        PiCamera(SMALL, "imx999").open()
    pi.unplug(0)
    pi.unplug(1)
    source = PiCamera(SMALL)
    with pytest.raises(SourceError, match="No Pi camera is connected"):
        source.open()
    pi.plug(0)
    source.open()
    read(source)
    source.close()


@apart()
def test_that_one_that_is_away_for_long_is_looked_for_seldom_but_where_somebody_asks(pi: Simulation) -> None:
    kind = opening.picamera2_class()
    manager, looks = kind._cm, list[int]()
    reset = manager.reset
    vars(manager)["reset"] = lambda: (looks.append(1), reset())
    pi.unplug()
    source = PiCamera(SMALL)
    for _ in range(3 * SOON):
        with pytest.raises(SourceError, match="No Pi camera is connected"):
            source.open()
    assert len(looks) == SOON
    pi.plug()
    assert len(PiCamera.available()) == 1
    source.open()
    read(source)
    source.close()


@apart(cameras=2)
def test_that_cameras_are_listed_and_found_by_number_and_by_id(pi: Simulation) -> None:
    listed = PiCamera.available()
    assert [each.source.rpartition("/")[2] for each in listed] == ["imx708@1a", "imx477@1a"]
    for number, each in enumerate(listed):
        by_number = source_for(each.source, Asked())
        by_number.open()
        shown = by_number.describe()
        by_number.close()
        assert each.name.removeprefix("Pi camera ") in shown
        by_id = PiCamera(SMALL, next(c.id for c in (pi.connector(0), pi.connector(1)) if c.model in shown))
        by_id.open()
        assert by_id.describe() == shown, number
        by_id.close()


@apart()
def test_that_a_camera_that_fails_late_is_given_back_once(pi: Simulation) -> None:
    # picamera2 asks for its memory last, and closes everything when that fails.
    import picamera2.picamera2 as module

    allocator, close, wrong = module.DmaAllocator, os.close, list[OSError]()

    def failing() -> None:
        raise OSError("no memory")

    def noting(fd: int) -> None:
        try:
            close(fd)
        except OSError as error:
            wrong.append(error)
            raise

    module.DmaAllocator, os.close = failing, noting
    try:
        with pytest.raises(SourceError, match="no memory"):
            PiCamera(SMALL).open()
    finally:
        module.DmaAllocator, os.close = allocator, close
    gc.collect()
    assert wrong == []
    with opened() as source:
        read(source)


@apart()
def test_that_a_slow_camera_has_the_time_of_its_first_pictures(pi: Simulation) -> None:
    # Without what every camera has, two pictures a second are slow enough to show it.
    sources.picamera.FIRST_SECONDS = 0.0
    with opened({**SMALL, "framerate": 2, "HWFAILURE_TIMEOUT": 1}) as source:
        read(source)
        source.open()
        taken_ns = read(source).capture_time_ns
        # Until the next one is due, nobody who watches over it need worry.
        assert source.silent_until_ns - taken_ns >= 500_000_000


@apart()
def test_that_the_rate_that_can_be_set_ends_where_pictures_are_seldom(pi: Simulation) -> None:
    with opened() as source:
        rate = next(each for each in source.controls() if each.name == "frame_rate")
        assert rate.least == 0.5


@apart()
def test_that_a_stalled_camera_is_opened_again_with_what_was_set(pi: Simulation) -> None:
    with opened({**SMALL, "HWFAILURE_TIMEOUT": 1}) as source:
        read(source)
        source.set("exposure_time", 4000)
        read_until(source, lambda: source.get("exposure_time") == 4000)
        pi.stall()
        assert "has sent no picture for 1 seconds" in lose(source)
        pi.resume()
        open_again(source)
        read(source)
        assert source.get("exposure_time") == 4000


@apart()
def test_that_a_camera_whose_cable_was_pulled_comes_back(pi: Simulation) -> None:
    with opened({**SMALL, "HWFAILURE_TIMEOUT": 1}) as source:
        read(source)
        pi.unplug()
        assert "check its cable" in lose(source)
        with pytest.raises(SourceError, match="No Pi camera is connected"):
            source.open()
        pi.plug()
        open_again(source)
        read(source)


@apart()
def test_that_a_camera_whose_thread_died_comes_back(pi: Simulation) -> None:
    with opened({**SMALL, "HWFAILURE_TIMEOUT": 1}) as source:
        read(source)
        device = source._device
        assert device is not None
        # What picamera2 lets pass, and its own thread dies of.
        device._camera.set_controls({"FrameDurationLimits": ("x", "y")})
        lose(source)
        open_again(source)
        read(source)


@apart(cameras=2)
def test_that_two_cameras_in_one_program_do_not_touch_each_other(pi: Simulation) -> None:
    options = {**SMALL, "HWFAILURE_TIMEOUT": 1}
    with opened(options, 0) as first, opened({**options, "framerate": 50}, 1) as second:
        second.set("brightness", 0.5)
        read_until(second, lambda: second.get("brightness") == 0.5)
        read(first)
        assert first.get("brightness") == 0.0
        pi.unplug(1)
        lose(first if "imx477" in first.describe() else second)
        read(second if "imx477" in first.describe() else first)


@apart(cameras=2)
def test_that_a_camera_is_never_taken_for_another_that_has_its_number_now(pi: Simulation) -> None:
    options = {**SMALL, "HWFAILURE_TIMEOUT": 1}
    with opened(options, 0) as left, opened(options, 1) as right:
        were = (left.describe(), right.describe())
        read(left)
        pi.unplug(0)
        lose(left)
        right.close()
        # Now libcamera finds the other one only, as number 0.
        with pytest.raises(SourceError, match="which is not there now; another is not taken for it"):
            left.open()
        right.open()
        read(right)
        pi.plug(0)
        right.close()
        open_again(left)
        right.open()
        assert (left.describe(), right.describe()) == were


@apart(cameras=2)
def test_that_one_that_hangs_while_it_is_opened_leaves_the_other_running(pi: Simulation) -> None:
    opening.TURN_SECONDS = 0.2
    made, hangs, goes_on = opening._made, threading.Event(), threading.Event()

    def hanging(kind: Any, number: int) -> Any:
        hangs.set()
        assert goes_on.wait(PATIENCE)
        return made(kind, number)

    with opened(camera=1) as running:
        read(running)
        vars(opening)["_made"] = hanging
        other = PiCamera(SMALL, 0)
        thread = threading.Thread(target=other.open, daemon=True)
        thread.start()
        assert hangs.wait(PATIENCE)
        with pytest.raises(SourceError, match="Another Pi camera of this program hangs"):
            running.set("hflip", True)
        read(running)
        assert running.get("hflip") is False
        goes_on.set()
        thread.join(PATIENCE)
        assert running.set("hflip", True) is True
        read(running)
        other.close()


@apart(cameras=2)
def test_that_one_camera_may_open_while_the_other_closes(pi: Simulation) -> None:
    closing, opening = PiCamera(SMALL, 0), PiCamera(SMALL, 1)
    closing.open()
    rounds = 12
    for number in range(rounds):
        threads = [threading.Thread(target=each, daemon=True) for each in (closing.close, opening.open)]
        threads[0].start()
        # Threads of picamera2 look every 0.2 seconds whether they shall end: two of them, one after the other.
        time.sleep(0.4 * number / rounds)
        threads[1].start()
        for each in threads:
            each.join(PATIENCE)
            assert not each.is_alive()
        read(opening)
        closing, opening = opening, closing
    closing.close()


@apart()
def test_that_an_asking_ends_the_wait_for_a_picture(pi: Simulation) -> None:
    with opened({**SMALL, "HWFAILURE_TIMEOUT": 10}) as source:
        read(source)
        pi.stall()
        for end in (source.call, source.interrupt):
            source.heed()
            # By then what was under way has come, and the wait has begun; it would last for ten seconds.
            timer = threading.Timer(0.5, end)
            timer.start()
            began = time.monotonic()
            while source.read() is not None:
                pass
            assert time.monotonic() - began < 5
            timer.join()


@apart()
def test_that_options_are_in_force_from_the_first_picture(pi: Simulation) -> None:
    options = {**SMALL, "controls": {"AnalogueGain": 4.0, "AwbMode": "Cloudy"}, "shutter_speed": 3000}
    with opened(options) as source:
        read(source)
        assert [source.get(each) for each in ("analogue_gain", "exposure_time", "awb_mode")] == [4.0, 3000, "cloudy"]
        assert source.get("noise_reduction_mode") == "fast"


@apart()
def test_that_what_it_began_with_is_what_it_is_set_back_to(pi: Simulation) -> None:
    def defaults() -> dict[str, object]:
        return {each.name: each.default for each in source.controls()}

    options = {"resolution": (320, 240), "framerate": 60, "hflip": True, "controls": {"AwbMode": "Daylight"}}
    begun = {"hflip": True, "vflip": False, "awb_mode": "daylight", "noise_reduction_mode": "fast", "ae_enable": True}
    with opened(options) as source:
        assert defaults().items() >= begun.items()
        read_until(source, lambda: defaults()["frame_rate"] == source.get("frame_rate"))
        began = defaults()
        assert {name for name in began if began[name] is None} <= {
            "red_gain",
            "blue_gain",
            "af_state",
            "colour_temperature",
        }
        for name, value in (("awb_mode", "cloudy"), ("frame_rate", 100.0), ("hflip", False), ("exposure_time", 5000)):
            source.set(name, value)
        for _ in range(30):
            read(source)
        # Also after it was opened anew, which the flip did.
        assert defaults() == began


@apart()
def test_that_wrong_controls_of_the_options_are_left_out_and_the_camera_runs(pi: Simulation) -> None:
    wrong = {"AnalogueGain": "much", "NoSuchThing": 1, "ScalerCrop": (1, 2), "FrameDurationLimits": ("x", "y")}
    with opened({**SMALL, "controls": {**wrong, "Contrast": 99}}) as source:
        read(source)
        assert pi.wrong == []
        assert dict(pi.driven)["Contrast"] == 32.0


@apart()
def test_that_other_formats_and_sizes_are_given_as_asked(pi: Simulation) -> None:
    for name in ("RGB888", "BGR888", "XBGR8888", "XRGB8888"):
        with opened({**SMALL, "format": name}) as source:
            pixels = read(source).pixels
            assert pixels is not None
            # The sky: blue, green, red.
            assert np.abs(pixels[0, 0].astype(int) - (200, 150, 80)).max() < 12
    with opened({"resolution": (655, 481), "auto_align_output_size": True}) as source:
        assert read(source).size == Size(640, 480)
    with opened({"resolution": (655, 481)}) as source:
        assert read(source).size == Size(654, 480)


@apart()
def test_that_large_pictures_come_in_half_size_as_well(pi: Simulation) -> None:
    with opened({"resolution": (1280, 720)}) as source:
        capture = read(source)
        assert capture.halved is not None
        assert capture.halved.y.shape == (360, 640)
        assert not capture.halved.y.flags.writeable
        small = Sizes(capture).of(Size(320, 180)).planes
        assert small is not None
        full = y_of(capture).reshape(180, 4, 320, 4).mean((1, 3))
        assert np.abs(small.y - full).mean() < 10
        # Both are given back together.
        held = capture.halved.y
        del capture
        before = held.copy()
        for _ in range(10):
            read(source)
        assert (held == before).all()
    with opened({"resolution": (1280, 720), "lores": False}) as source:
        assert read(source).halved is None


def use_hardware(make: Callable[[int], Any]) -> None:
    """Let this process believe that it has a JPEG encoder."""
    import picamera2.encoders

    from sender.picamera import device

    picamera2.encoders.MJPEGEncoder = make
    device.chosen = lambda *_: device.Path.HARDWARE


@apart()
def test_that_jpeg_of_the_hardware_comes_with_the_planes_it_was_made_of(pi: Simulation) -> None:
    from picamera2.encoders import JpegEncoder

    use_hardware(lambda bits: JpegEncoder(1, q=90))
    with opened() as source:
        assert source.describe() == "Pi camera imx708 (JPEG by the hardware)"
        for _ in range(10):
            capture = read(source)
            assert capture.jpeg is not None
            if capture.planes is None:
                # On a slow machine the buffers are all with the encoder.
                continue
            grey = simplejpeg.decode_jpeg(capture.jpeg, "GRAY")[:, :, 0]
            assert np.abs(grey.astype(int) - y_of(capture)).mean() < 3
            assert jpeg.encoded(capture, Look()).payload is capture.jpeg
            small = jpeg.encoded(capture, Look(size=Size(160, 120)))
            assert simplejpeg.decode_jpeg(small.payload).shape == (120, 160, 3)
            assert time.monotonic_ns() - capture.capture_time_ns < 2e9


@apart()
def test_that_the_processor_encodes_where_the_hardware_fails(pi: Simulation) -> None:
    def fail(bits: int) -> Any:
        raise FileNotFoundError(2, "No such file or directory", "/dev/video11")

    use_hardware(fail)
    with opened() as source:
        assert read(source).jpeg is None
        assert "not copied" in source.describe()


@apart()
def test_that_hardware_that_gives_nothing_is_not_asked_again(pi: Simulation) -> None:
    from picamera2.encoders import Encoder

    from sender.sources import picamera

    class Silent(Encoder):  # type: ignore[misc]
        def _encode(self, stream: Any, request: Any) -> None:
            """Swallow it."""

    use_hardware(lambda bits: Silent())
    picamera.FIRST_SECONDS = 0.5
    with opened({**SMALL, "HWFAILURE_TIMEOUT": 1}) as source:
        lose(source)
        assert source._options.encoder == "software"
