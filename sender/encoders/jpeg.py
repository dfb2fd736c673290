"""JPEG, by libjpeg-turbo. Each frame is a keyframe."""

from sender.asked import Size
from sender.encoders.base import Encoded, Encoder, pixels_of
from sender.sources.base import Capture

DEFAULT_QUALITY = 80


class JpegEncoder(Encoder):
    """A camera's own JPEG passes untouched where neither `size` nor `quality` was asked for."""

    codec = "jpeg"

    def __init__(self, size: Size | None = None, quality: int | None = None) -> None:
        super().__init__(size, quality)
        self._passes_jpeg = size is None and quality is None
        self._quality = DEFAULT_QUALITY if quality is None else quality

    def encode(self, capture: Capture) -> Encoded:
        if capture.jpeg is not None and self._passes_jpeg:
            return Encoded(capture.jpeg, capture.width, capture.height)
        import simplejpeg

        pixels = pixels_of(capture, self._size)
        payload = simplejpeg.encode_jpeg(pixels, quality=self._quality, colorspace="BGR", colorsubsampling="420")
        return Encoded(payload, pixels.shape[1], pixels.shape[0])
