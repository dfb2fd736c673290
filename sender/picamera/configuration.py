"""Setting a camera up for the pictures that are wanted."""

import logging
from typing import Any

from sender.asked import Size
from sender.errors import SourceError
from sender.picamera.formats import USUAL, Layout
from sender.picamera.options import PiOptions

log = logging.getLogger(__name__)

# Below it, halving costs next to nothing.
LEAST_WIDTH = 1280
# What sensor_mode of the old library meant, by sensor: the size that is read out.
_V1 = ((1920, 1080), (2592, 1944), (2592, 1944), (1296, 972), (1296, 730), (640, 480), (640, 480))
_V2 = ((1920, 1080), (3280, 2464), (3280, 2464), (1640, 1232), (1640, 922), (1280, 720), (640, 480))
_HQ = ((2028, 1080), (2028, 1520), (4056, 3040), (1012, 760))
OLD_MODES = {"ov5647": _V1, "imx219": _V2, "imx477": _HQ}


def configured(camera: Any, options: PiOptions, model: str) -> tuple[Layout, Layout | None]:
    """Configure an open `Picamera2`, which is not started; return how its pictures really lie in memory.

    The second are those of half the sides, if there are any. Raises SourceError, and what picamera2 raises.
    """
    from libcamera import ColorSpace, Transform

    half = _half(camera, options)
    configuration = camera.create_video_configuration(
        main={"format": options.format, "size": tuple(options.size)},
        lores={"format": USUAL, "size": tuple(half)} if half is not None else None,
        # Without it the sensor's own pictures take most of the memory, and nobody looks at them.
        raw=None,
        transform=Transform(hflip=options.hflip, vflip=options.vflip),
        # The whole range from 0 to 255, as JPEG has it: the usual one makes blacks grey.
        colour_space=ColorSpace.Sycc(),
        buffer_count=options.buffers,
        queue=options.keeps_last,
        sensor=_sensor(options, model),
        display=None,
        encode="main",
    )
    if options.is_aligned:
        camera.align_configuration(configuration)
    camera.configure(configuration)
    got = camera.camera_configuration()
    whole = _layout(got["main"])
    if whole.format != options.format:
        raise SourceError(f"The Pi camera gives no {options.format}, but {whole.format}. Ask for that, or for another.")
    if whole.size != options.size:
        log.info("The Pi camera gives pictures of %s.", whole.size)
    lesser = _layout(got["lores"]) if got["lores"] is not None else None
    is_half = (
        lesser is not None and (lesser.size.width * 2, lesser.size.height * 2) == whole.size and lesser.format == USUAL
    )
    return whole, lesser if is_half else None


def _half(camera: Any, options: PiOptions) -> Size | None:
    """The size of a second stream for tiles, which the camera makes without any work of the processor."""
    width, height = options.size
    is_large = width >= LEAST_WIDTH if options.lores is None else options.lores
    # Those of other makers have one stream.
    is_able = "ColorFilterArrangement" in camera.camera_properties and options.format == USUAL
    return Size(width // 2, height // 2) if is_large and is_able and width % 4 == height % 4 == 0 else None


def _layout(stream: dict[str, Any]) -> Layout:
    return Layout(stream["format"], Size(*stream["size"]), stream["stride"])


def _sensor(options: PiOptions, model: str) -> dict[str, object]:
    sensor: dict[str, object] = {}
    size = options.sensor_size or _old_mode(options.sensor_mode, model)
    if size is not None:
        sensor["output_size"] = tuple(size)
    if options.sensor_bits is not None:
        sensor["bit_depth"] = options.sensor_bits
    return sensor


def _old_mode(mode: int | None, model: str) -> tuple[int, int] | None:
    modes = OLD_MODES.get(model, ())
    if not mode:
        return None
    if mode > len(modes):
        log.warning("What sensor_mode=%d is of %s is not known: the sensor's mode follows the size.", mode, model)
        return None
    log.info("sensor_mode=%d of %s is sensor output_size %dx%d now.", mode, model, *modes[mode - 1])
    return modes[mode - 1]
