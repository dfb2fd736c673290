"""JPEG, through libjpeg-turbo, straight to the pixel order that Qt paints without conversion."""

import numpy as np
import numpy.typing as npt
import simplejpeg

from camwire.errors import WireError
from camwire.frame import EncodedFrame
from camwire.jpegs import require_bounded
from viewer.core.decoders.base import DecodeError, Decoder


class JpegDecoder(Decoder):
    """Stateless: every JPEG stands alone."""

    codec = "jpeg"

    def decode(self, frame: EncodedFrame) -> npt.NDArray[np.uint8]:
        if not len(frame.payload):
            raise DecodeError("an empty frame")
        try:
            height, width, _, _ = simplejpeg.decode_jpeg_header(frame.payload)
            require_bounded(frame.payload, width, height)
            pixels: npt.NDArray[np.uint8] = simplejpeg.decode_jpeg(
                frame.payload, colorspace="BGRX", fastdct=True, fastupsample=True
            )
        except WireError as error:
            raise DecodeError(str(error)) from error
        except ValueError as error:
            raise DecodeError(f"damaged JPEG pictures ({error})") from error
        return pixels
