"""JPEG, through libjpeg-turbo, straight to the pixel order that Qt paints without conversion."""

import numpy as np
import numpy.typing as npt
import simplejpeg

from camwire.errors import WireError
from camwire.frame import EncodedFrame, Payload
from camwire.jpegs import OneScan, require_bounded, require_pixels, size_by_library
from camwire.translation import tr
from viewer.core.decoders.base import DecodeError, Decoder
from viewer.core.pictures.wanting import Place

JPEG = "jpeg"
# Of the sizes that a JPEG can be decoded to without all of its pixels, these alone are faster than the whole: the
# others have no SIMD instructions, and 3/4 takes twice as long (measured with libjpeg-turbo 3.1).
SHARES = (8, 4, 2)
# Painted a little larger than it is, a picture is as good as sharp, and took half the work.
BLUR = 1.08


class JpegDecoder(Decoder):
    """Every JPEG stands alone; only what the headers of the last one said is remembered."""

    codec = JPEG

    def __init__(self) -> None:
        self._headers = OneScan()

    def quick_pixels(self, frame: EncodedFrame) -> int | None:
        # A few hundred bytes can claim to be a huge picture, or go over it many times.
        size = self._headers.size(frame.payload)
        return None if size is None else size[0] * size[1]

    def decode(self, frame: EncodedFrame, place: Place | None = None) -> npt.NDArray[np.uint8]:
        if not len(frame.payload):
            raise DecodeError(tr("an empty frame"))
        try:
            width, height = self._bounded_size(frame.payload)
            share = _share(width, height, place)
            self.sent_as = (width, height) if share > 1 else None
            pixels: npt.NDArray[np.uint8] = simplejpeg.decode_jpeg(
                frame.payload,
                colorspace="BGRX",
                fastdct=True,
                fastupsample=True,
                min_height=-(-height // share),
                min_width=-(-width // share),
            )
        except WireError as error:
            raise DecodeError(str(error)) from error
        except ValueError as error:
            raise DecodeError(tr("damaged JPEG pictures ({error})", error=error)) from error
        return pixels

    def _bounded_size(self, payload: Payload) -> tuple[int, int]:
        """Width and height of what may be decoded. Raises WireError for what may not, ValueError for no JPEG."""
        size = self._headers.size(payload)
        if size is not None:
            require_pixels(*size)
            return size
        width, height = size_by_library(payload)
        require_bounded(payload, width, height)
        return width, height


def _share(width: int, height: int, place: Place | None) -> int:
    """Into how many parts each side may be divided so that the picture still fills its place."""
    if place is None:
        return 1
    shown = min(place.width / width, place.height / height)
    return next((share for share in SHARES if shown <= BLUR / share), 1)
