"""JPEG, by libjpeg-turbo. Each frame is a keyframe."""

from sender.encoders.base import Encoded, Encoder, Look, pixels_of
from sender.sources.base import Capture

DEFAULT_QUALITY = 80


class JpegEncoder(Encoder):
    """A camera's own JPEG passes untouched where nothing about it was asked to be otherwise."""

    codec = "jpeg"
    has_quality = True

    def encode(self, capture: Capture) -> Encoded:
        return encoded(capture, self.look)


def encoded(capture: Capture, look: Look, default_quality: int = DEFAULT_QUALITY) -> Encoded:
    """Return `capture` as JPEG that looks like `look`. For any thread. Raises ValueError for a damaged picture."""
    has_size = look.size is None or look.size == (capture.width, capture.height)
    if capture.jpeg is not None and has_size and look.quality is None and look.flip == "none":
        return Encoded(capture.jpeg, capture.width, capture.height)
    import simplejpeg

    pixels = pixels_of(capture, look)
    quality = default_quality if look.quality is None else look.quality
    payload = simplejpeg.encode_jpeg(pixels, quality=quality, colorspace="BGR", colorsubsampling="420")
    return Encoded(payload, pixels.shape[1], pixels.shape[0])
