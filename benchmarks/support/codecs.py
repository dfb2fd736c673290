"""JPEG and H.264 side by side on the same pictures, by our own encoders and decoders: bytes, distortion, CPU time."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import exp, log, log10
from pathlib import Path
from statistics import fmean, median
from typing import Any

import av
import cv2
import numpy as np
import numpy.typing as npt
import simplejpeg

from benchmarks.support.film import BUNDLED, HERE, Size
from camwire.frame import EncodedFrame
from sender.encoders.base import Encoded, Encoder
from sender.encoders.h264 import H264Encoder
from sender.encoders.jpeg import JpegEncoder
from sender.libraries import opencv
from sender.pictures.capture import Capture
from sender.pictures.look import Look
from viewer.core.decoders.base import Decoder
from viewer.core.decoders.h264 import H264Decoder
from viewer.core.decoders.jpeg import JpegDecoder

Pixels = npt.NDArray[np.uint8]

QUALITY = 75
# H.264 is encoded at all of these; its bytes at the distortion of JPEG lie in between.
AROUND = (40, 65, 80, 92)
PICTURES = 150
# The luma of television goes from 16 to 235.
TELEVISION = 255 / 219


def clips() -> list[Path]:
    """Recorded ones where they are, otherwise the bundled one."""
    return sorted((HERE.parent / "shared" / "clips").glob("*.mp4")) or [BUNDLED]


def pictures(clip: Path, size: Size) -> list[Pixels]:
    """The first pictures of `clip`, one after the other, in `size`."""
    video, found = opencv().VideoCapture(str(clip)), []
    while len(found) < PICTURES and (read := video.read())[0]:
        found.append(cv2.resize(read[1], (size.width, size.height), interpolation=cv2.INTER_AREA).astype(np.uint8))
    video.release()
    return found


@dataclass(frozen=True)
class Coded:
    """What became of a film: bytes and luma PSNR of a picture, and CPU milliseconds."""

    size: float
    psnr: float
    encode_ms: float
    decode_ms: float


def coded(film: list[Pixels], encoder: Encoder, decoder: Decoder, quality: int) -> Coded:
    """Encode and decode the whole film."""
    encoded, encode_ms = _timed(lambda each: encoder.encode(Capture.of(each), Look(quality=quality)), film)
    frames = [_frame(encoder.codec, number, each) for number, each in enumerate(encoded, 1)]
    _, decode_ms = _timed(decoder.decode, frames)
    noise = zip(film, _lumas(encoder.codec, encoded), strict=True)
    psnr = fmean(10 * log10(255**2 / max(1e-9, _squares(picture, *luma))) for picture, luma in noise)
    return Coded(fmean(len(each.payload) for each in encoded), psnr, encode_ms, decode_ms)


def compared(film: list[Pixels]) -> dict[str, float]:
    """JPEG of `QUALITY`, and H.264 of the same PSNR."""
    jpeg = coded(film, JpegEncoder(), JpegDecoder(), QUALITY)
    around = [coded(film, H264Encoder(), H264Decoder(), quality) for quality in AROUND]
    at = [each.psnr for each in around]
    size = exp(float(np.interp(jpeg.psnr, at, [log(each.size) for each in around])))
    return {
        "psnr_db": jpeg.psnr,
        "jpeg_kb": jpeg.size / 1000,
        "h264_kb": size / 1000,
        "times_fewer": jpeg.size / size,
        "quality": float(np.interp(jpeg.psnr, at, AROUND)),
        "jpeg_encode_ms": jpeg.encode_ms,
        "h264_encode_ms": float(np.interp(jpeg.psnr, at, [each.encode_ms for each in around])),
        "jpeg_decode_ms": jpeg.decode_ms,
        "h264_decode_ms": float(np.interp(jpeg.psnr, at, [each.decode_ms for each in around])),
    }


def _timed(work: Callable[[Any], Any], film: Iterable[Any]) -> tuple[list[Any], float]:
    """What `work` made of each picture, and the median of its CPU milliseconds: the first ones warm up."""
    done, took = [], []
    for each in film:
        began = time.thread_time()
        done.append(work(each))
        took.append(time.thread_time() - began)
    return done, 1000 * median(took)


def _frame(codec: str, number: int, encoded: Encoded) -> EncodedFrame:
    after = 0 if encoded.keyframe else number - 1
    return EncodedFrame(number, 0, codec, encoded.width, encoded.height, encoded.payload, encoded.keyframe, after)


def _lumas(codec: str, encoded: Iterable[Encoded]) -> Iterable[tuple[Pixels, float, int]]:
    """Each luma plane with what its numbers are to be multiplied by, and which of them is black."""
    if codec == "jpeg":
        for each in encoded:
            yield simplejpeg.decode_jpeg(each.payload, colorspace="GRAY")[..., 0], 1.0, 0
        return
    context: Any = av.CodecContext.create(codec, "r")
    for each in encoded:
        (frame,) = context.decode(av.Packet(bytes(each.payload)))
        yield frame.to_ndarray()[: frame.height, : frame.width], TELEVISION, 16


def _squares(picture: Pixels, luma: Pixels, scale: float, black: int) -> float:
    """The mean square of what is wrong with `luma`, in steps of full range."""
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float32)
    return float(np.square((luma.astype(np.float32) - black) * scale - grey).mean())
