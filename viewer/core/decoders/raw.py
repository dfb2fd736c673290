"""Pixels as they are: what VidGear and imagezmq send without compression."""

from typing import Any

import numpy as np
import numpy.typing as npt

from camwire.frame import EncodedFrame
from camwire.translation import tr
from viewer.core.decoders.base import DecodeError, Decoder
from viewer.core.pictures.wanting import Place

BGRX = 4


class RawDecoder(Decoder):
    """BGR or BGRA, grey where there is one channel. Stateless.

    Whole numbers of more than eight bits are shown by their highest eight (a depth camera's), fractions count from 0
    to 1, truth values are black and white.
    """

    codec = "raw"

    def decode(self, frame: EncodedFrame, place: Place | None = None) -> npt.NDArray[np.uint8]:
        if frame.layout is None:
            raise DecodeError(tr("raw pictures without a layout"))
        array = np.frombuffer(frame.payload, dtype=frame.layout.dtype).reshape(frame.layout.shape)
        pixels = _eight_bits(array)
        if pixels.ndim == 2:
            pixels = pixels[:, :, np.newaxis]
        height, width, channels = pixels.shape
        picture = np.empty((height, width, BGRX), np.uint8)
        if channels == BGRX:
            picture[:] = pixels
        else:
            picture[:, :, :3] = pixels
            picture[:, :, 3] = 255
        return picture


def _eight_bits(array: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
    kind, bits = array.dtype.kind, 8 * array.dtype.itemsize
    if array.dtype == np.uint8:
        return array
    if kind == "b":
        array = array * np.uint8(255)
    elif kind == "f":
        array = np.clip(np.nan_to_num(array.astype(np.float32)), 0, 1) * 255
    elif kind == "u":
        array = array >> (bits - 8)
    elif bits == 8:
        # Signed numbers: what is below zero is black.
        array = np.maximum(array, 0).astype(np.uint8) << 1
    else:
        array = np.maximum(array, 0) >> (bits - 9)
    return array.astype(np.uint8)
