"""JPEG, through libjpeg-turbo, straight to the pixel order that Qt paints without conversion."""

import numpy as np
import numpy.typing as npt
import simplejpeg

from camwire import limits
from camwire.frame import EncodedFrame
from viewer.core.decoders.base import DecodeError, Decoder


class JpegDecoder(Decoder):
    """Stateless: every JPEG stands alone."""

    codec = "jpeg"

    def decode(self, frame: EncodedFrame) -> npt.NDArray[np.uint8]:
        if not len(frame.payload):
            raise DecodeError("an empty frame")
        try:
            height, width, _, _ = simplejpeg.decode_jpeg_header(frame.payload)
            _check_size(width, height)
            pixels: npt.NDArray[np.uint8] = simplejpeg.decode_jpeg(
                frame.payload, colorspace="BGRX", fastdct=True, fastupsample=True
            )
        except ValueError as error:
            raise DecodeError(f"damaged JPEG pictures ({error})") from error
        return pixels


def _check_size(width: int, height: int) -> None:
    """The header's own claim, before any memory is asked for."""
    if width * height > limits.PICTURE_PIXELS:
        raise DecodeError(
            f"pictures of {width:,} × {height:,} pixels, more than the {limits.PICTURE_PIXELS // 1_000_000} megapixels "
            "that are safe to decode"
        )
