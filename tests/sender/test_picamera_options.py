"""What can be asked of a Pi camera: the words of PiGear and of the old library, without any camera."""

from pathlib import Path as File
from typing import Any

import numpy as np
import pytest

from camwire.errors import UsageError
from sender import SourceError
from sender.asked import Asked, Size
from sender.picamera import formats, opening
from sender.picamera.all_options import read_options
from sender.picamera.formats import Layout
from sender.picamera.legacy import Region, Share
from sender.picamera.options import PiOptions
from sender.picamera.path import Path, chosen, is_for_h264
from sender.picamera.stamps import capture_time_ns
from sender.sources import source_for
from sender.sources.picamera import PiCamera


def read(**words: Any) -> PiOptions:
    return read_options(words, Asked())[0]


def refusal(**words: Any) -> str:
    with pytest.raises(UsageError) as refused:
        read(**words)
    return str(refused.value)


def became(name: str, value: Any) -> tuple[PiOptions, str]:
    options, (told,) = read_options({name: value}, Asked())
    return options, told


class Transform:
    """As libcamera has it."""

    hflip, vflip, transpose = True, False, False


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ({"resolution": (1280, 720)}, "size", Size(1280, 720)),
        ({"resolution": [641, 481]}, "size", Size(640, 480)),
        ({"framerate": 60}, "fps", 60.0),
        ({"controls": {"AnalogueGain": 2.0, "FrameRate": 50}}, "controls", {"AnalogueGain": 2.0}),
        ({"controls": {"AnalogueGain": 2.0, "FrameRate": 50}}, "fps", 50.0),
        ({"transform": Transform()}, "hflip", True),
        ({"transform": {"hflip": 0, "vflip": 1}}, "vflip", True),
        ({"transform": "hflip,vflip"}, "vflip", True),
        ({"queue": True}, "keeps_last", True),
        ({"buffer_count": 6}, "buffers", 6),
        ({"sensor": {"output_size": (2304, 1296), "bit_depth": 10}}, "sensor_size", Size(2304, 1296)),
        ({"sensor": {"output_size": (2304, 1296), "bit_depth": 10}}, "sensor_bits", 10),
        ({"format": "RGB888"}, "format", "RGB888"),
        ({"auto_align_output_size": True}, "is_aligned", True),
        ({"auto_align_output_config": True}, "is_aligned", True),
        ({"HWFAILURE_TIMEOUT": 2.5}, "patience", 2.5),
        ({"camera_num": 1}, "camera", 1),
        ({"enable_verbose_logs": False}, "is_verbose", False),
        ({"enforce_legacy_picamera": False}, "camera", 0),
    ],
)
def test_that_every_option_of_pigear_is_taken(words: dict[str, Any], field: str, value: Any) -> None:
    assert getattr(read(**words), field) == value


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"resolution": "big"}, "640x480"),
        ({"framerate": 0}, "from 0.01 to 1000"),
        ({"framerate": float("nan")}, "from 0.01 to 1000"),
        ({"buffer_count": 0}, "from 1 to 32"),
        ({"buffer_count": True}, "from 1 to 32"),
        ({"queue": "perhaps"}, "on or off"),
        ({"controls": 5}, "a table of libcamera's names"),
        ({"transform": "transpose"}, "no camera turns by 90°"),
        ({"transform": 90}, "hflip, vflip or both"),
        ({"rotation": 90}, "0 or 180"),
        ({"sensor": {"size": 3}}, "output_size and bit_depth"),
        ({"format": "JPEG2000"}, "YUV420"),
        ({"HWFAILURE_TIMEOUT": 11}, "from 1 to 10"),
        ({"camera_num": -1}, "by its number, from 0"),
        ({"frame_rate": 3}, "Is it framerate?"),
        ({"enforce_legacy_picamera": True}, "is not supported"),
    ],
)
def test_that_a_wrong_option_is_answered_with_what_is_possible(words: dict[str, Any], says: str) -> None:
    assert says in refusal(**words)


@pytest.mark.parametrize(
    ("name", "value", "controls"),
    [
        ("iso", 800, {"AnalogueGain": 8.0}),
        ("iso", 0, {"AnalogueGain": 0.0}),
        ("shutter_speed", 5000, {"ExposureTime": 5000}),
        ("exposure_compensation", 15, {"ExposureValue": 2.5}),
        ("exposure_mode", "off", {"AeEnable": False}),
        ("exposure_mode", "sports", {"AeExposureMode": "Short"}),
        ("awb_mode", "horizon", {"AwbMode": "Incandescent"}),
        ("awb_mode", "off", {"AwbEnable": False}),
        ("awb_gains", (1.5, 2), {"ColourGains": (1.5, 2.0)}),
        ("awb_gains", 1.5, {"ColourGains": (1.5, 1.5)}),
        ("meter_mode", "spot", {"AeMeteringMode": "Spot"}),
        ("brightness", 75, {"Brightness": 0.5}),
        ("contrast", -50, {"Contrast": Share(-0.5)}),
        ("zoom", (0.25, 0.25, 0.5, 0.5), {"ScalerCrop": Region(0.25, 0.25, 0.5, 0.5)}),
        ("video_denoise", False, {"NoiseReductionMode": "Off"}),
        ("framerate_range", (10, 20), {"FrameDurationLimits": (50_000, 100_000)}),
    ],
)
def test_that_an_old_name_becomes_a_control_and_that_it_is_told(
    name: str, value: Any, controls: dict[str, Any]
) -> None:
    options, told = became(name, value)
    assert options.controls == controls
    assert told.startswith(f"{name}={value} of the old picamera is {next(iter(controls))}")


def test_that_what_vidgear_documents_for_the_old_library_is_taken() -> None:
    words = {"hflip": True, "exposure_mode": "auto", "iso": 800, "exposure_compensation": 15, "awb_mode": "horizon"}
    options, told = read_options({**words, "sensor_mode": 0}, Asked())
    assert options.hflip
    assert len(told) == 5
    # It is an option of ours, too.
    assert not any("hflip" in each for each in told)


def test_that_half_a_turn_is_both_flips_and_takes_one_away() -> None:
    assert (became("rotation", 180)[0].hflip, became("rotation", 180)[0].vflip) == (True, True)
    turned = read_options({"hflip": True, "rotation": 180}, Asked())[0]
    assert (turned.hflip, turned.vflip) == (False, True)


def test_that_old_names_without_a_match_are_left_out_and_told() -> None:
    assert (
        became("image_effect", "sketch")[1]
        == "image_effect of the old picamera has no match in libcamera, and is left out."
    )
    with pytest.raises(UsageError, match="from 0 to 100"):
        became("brightness", 200)


def test_that_the_command_line_goes_before_the_options() -> None:
    options, _ = read_options({"resolution": (320, 240), "framerate": 10}, Asked(size=Size(1281, 721), fps=50), "1")
    assert (options.size, options.fps, options.camera) == (Size(1280, 720), 50.0, 1)


@pytest.mark.parametrize(
    ("own", "asked", "fps"),
    [({}, 15, 15.0), ({}, 0.02, 1.0), ({"framerate": 0.1}, 0.02, 0.1), ({"framerate": 0.1}, 5, 5.0), ({}, None, 30.0)],
)
def test_that_a_sensor_is_slow_only_where_it_was_asked_itself(
    own: dict[str, Any], asked: float | None, fps: float
) -> None:
    options, _ = read_options(own, Asked(fps=asked))
    assert options.fps == fps


@pytest.mark.parametrize("huge", [10**400, "9" * 5000, [1] * 5000], ids=["number", "text", "list"])
@pytest.mark.parametrize("name", ["iso", "framerate", "hflip", "format", "resolution", "controls", "camera_num"])
def test_that_what_is_huge_is_not_told_at_length(name: str, huge: object) -> None:
    try:
        _, told = read_options({name: huge}, Asked())
    except UsageError as error:
        told = [str(error)]
    assert told
    assert all(len(each) < 300 for each in told)


def test_that_more_controls_than_any_camera_has_are_refused() -> None:
    with pytest.raises(UsageError, match="There are 3,000 controls, and no camera has more than 200"):
        read_options({"controls": {f"Made{number}": 1 for number in range(3000)}}, Asked())


@pytest.mark.parametrize(
    "spec", ["picamera", "picamera:1", "picamera?framerate=60", "picamera:/base/x/imx708@1a?queue=on"]
)
def test_that_the_word_picamera_means_a_pi_camera(spec: str) -> None:
    assert isinstance(source_for(spec, Asked()), PiCamera)


def test_that_options_behind_the_word_are_read() -> None:
    asked = Asked(options={"buffer_count": 3, "framerate": 10})
    source = source_for("picamera:1?framerate=50&resolution=320x240&controls.AnalogueGain=2", asked)
    assert isinstance(source, PiCamera)
    options = source._options
    assert (options.camera, options.fps, options.size, options.buffers) == (1, 50.0, Size(320, 240), 3)
    assert options.controls == {"AnalogueGain": "2"}
    with pytest.raises(SourceError, match="Is it framerate"):
        source_for("picamera?frame_rate=50", asked)


def test_that_a_pi_camera_says_what_to_install_where_picamera2_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = ModuleNotFoundError("No module named 'picamera2'", name="picamera2")
    monkeypatch.setattr(opening.importlib.util, "find_spec", lambda name: None)
    assert "sudo apt install python3-picamera2" in opening._why_missing(missing)
    monkeypatch.setattr(opening.importlib.util, "find_spec", lambda name: name)
    assert opening._why_missing(missing) == opening.OLD_STACK
    assert "libcamera" in opening._why_missing(ModuleNotFoundError("", name="libcamera"))
    assert opening._why_missing(ImportError("numpy.core.multiarray failed to import")) == opening.NUMPY_TRAP


def board(root: File, name: str) -> File:
    """A root with a device 11 of that name."""
    (root / "dev").mkdir()
    (root / "dev" / "video11").touch()
    (root / "sys/class/video4linux/video11").mkdir(parents=True)
    (root / "sys/class/video4linux/video11/name").write_text(name)
    return root


def test_that_the_hardware_encodes_where_there_is_one(tmp_path: File) -> None:
    options = PiOptions()
    assert chosen(options, (640, 480), tmp_path) is Path.PLANES
    root = board(tmp_path, "bcm2835-codec-encode\n")
    assert chosen(options, (1920, 1080), root) is Path.HARDWARE
    assert chosen(options, (2304, 1296), root) is Path.PLANES
    assert chosen(read(encoder="software"), (640, 480), root) is Path.PLANES
    assert chosen(read(format="RGB888"), (640, 480), root) is Path.PIXELS
    assert chosen(read_options({}, Asked(quality=60))[0], (640, 480), root) is Path.PLANES


def test_that_the_hardware_makes_h264_only_of_what_its_makers_name(tmp_path: File) -> None:
    root = board(tmp_path, "bcm2835-codec-encode\n")
    assert is_for_h264(PiOptions(), (1920, 1080), root)
    assert chosen(PiOptions(), (1920, 1920), root) is Path.HARDWARE
    assert not is_for_h264(PiOptions(), (1920, 1920), root)


def test_that_another_device_of_that_number_is_no_encoder(tmp_path: File) -> None:
    assert chosen(PiOptions(), (640, 480), board(tmp_path, "UVC Camera")) is Path.PLANES


def test_that_a_stamp_is_understood_on_either_clock() -> None:
    slept, now, oldest = 5_000_000_000, 100_000_000_000, 2_000_000_000
    taken = now - 30_000_000
    assert capture_time_ns(taken + slept, now, now + slept, oldest) == taken
    assert capture_time_ns(taken, now, now + slept, oldest) == taken
    assert capture_time_ns(0, now, now + slept, oldest) == now
    assert capture_time_ns(now + slept + 10**12, now, now + slept, oldest) == now


def painted(layout: Layout) -> Any:
    """A buffer of one blue, with rubbish where rows are padded."""
    (width, height), stride = layout.size, layout.stride
    y, u, v = 29, 255, 107
    pixel = {"RGB888": (255, 0, 0), "BGR888": (0, 0, 255), "XRGB8888": (255, 0, 0, 9), "XBGR8888": (0, 0, 255, 9)}
    if layout.format in pixel:
        memory = np.full((height, stride), 77, np.uint8)
        memory[:, : width * len(pixel[layout.format])] = np.tile(pixel[layout.format], width)
        return memory.reshape(-1)
    memory = np.full((height * 3 // 2, stride), 77, np.uint8)
    memory[:height, :width] = y
    if layout.format in ("NV12", "NV21"):
        memory[height:, :width] = np.tile((u, v) if layout.format == "NV12" else (v, u), width // 2)
    else:
        halves = memory[height:].reshape(2, height // 2, stride // 2)
        halves[:, :, : width // 2] = np.reshape((u, v) if layout.format == "YUV420" else (v, u), (2, 1, 1))
    return memory.reshape(-1)


@pytest.mark.parametrize("name", ["YUV420", "YVU420", "NV12", "NV21"])
def test_that_planes_are_found_in_padded_rows(name: str) -> None:
    layout = Layout(name, Size(36, 8), 64)
    memory = painted(layout)
    planes = formats.planes_of(memory, layout)
    assert [np.unique(each).tolist() for each in planes] == [[29], [255], [107]]
    assert planes.y.shape == (8, 36)
    assert np.shares_memory(planes.y, memory)


@pytest.mark.parametrize("name", ["RGB888", "BGR888", "XRGB8888", "XBGR8888"])
def test_that_pixels_become_blue_green_red_and_are_not_the_cameras_any_more(name: str) -> None:
    layout = Layout(name, Size(10, 4), 64)
    memory = painted(layout)
    pixels = formats.pixels_of(memory, layout)
    assert (pixels == (255, 0, 0)).all()
    assert pixels.shape == (4, 10, 3)
    assert not np.shares_memory(pixels, memory)
