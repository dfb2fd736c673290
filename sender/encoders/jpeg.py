"""JPEG, by libjpeg-turbo. Each frame is a keyframe."""

from sender.encoders.base import Encoded, Encoder, prepared
from sender.pictures.capture import Capture
from sender.pictures.look import Look

DEFAULT_QUALITY = 80


class JpegEncoder(Encoder):
    """A camera's own JPEG passes untouched where nothing about it was asked to be otherwise."""

    codec = "jpeg"
    has_quality = True

    def encode(self, capture: Capture, look: Look, keyframe: bool = False) -> Encoded:
        return encoded(capture, look)

    def passes(self, capture: Capture, look: Look) -> bool:
        return passes(capture, look)


def passes(capture: Capture, look: Look) -> bool:
    """Whether the source's own JPEG has that look as it is."""
    has_size = look.size is None or look.size == capture.size
    return capture.jpeg is not None and has_size and look.quality is None and look.flip == "none"


def encoded(capture: Capture, look: Look, default_quality: int = DEFAULT_QUALITY) -> Encoded:
    """Return `capture` as JPEG that looks like `look`. For any thread. Raises ValueError for a damaged picture."""
    if capture.jpeg is not None and passes(capture, look):
        return Encoded(capture.jpeg, capture.width, capture.height)
    import simplejpeg

    capture = prepared(capture, look)
    quality = default_quality if look.quality is None else look.quality
    if capture.planes is not None:
        # No conversion of colours: 5 % (640x480) to 22 % (1920x1080) of the time less.
        payload = simplejpeg.encode_jpeg_yuv_planes(*capture.planes, quality=quality)
    else:
        payload = simplejpeg.encode_jpeg(capture.pixels, quality=quality, colorspace="BGR", colorsubsampling="420")
    return Encoded(payload, capture.width, capture.height)
