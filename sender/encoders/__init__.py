"""How pictures become frames: one file per codec, found by being here."""

import importlib
import logging
import pkgutil
from collections.abc import Iterable

from sender import board
from sender.encoders.base import Encoder
from sender.encoders.h264 import H264, H264Encoder
from sender.encoders.jpeg import JpegEncoder
from sender.pipeline.hardware_first import HardwareFirst

log = logging.getLogger(__name__)

_missing: set[str] = set()
"""Codecs that seemed to be available, and then were not when one was used."""
_told: set[str] = set()
"""Codecs of which was told that only the hardware makes them."""

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def registered() -> dict[str, type[Encoder]]:
    """All of them by codec."""
    return {each.codec: each for each in Encoder.__subclasses__() if each.__module__.startswith(f"{__name__}.")}


def for_viewers() -> list[str]:
    """The codecs that a camera of ours can send from this computer, `jpeg` first."""
    found = [each for each in registered().values() if each.is_for_viewers and each.is_available()]
    return usable(sorted((each.codec for each in found), key=lambda codec: codec != "jpeg"))


def usable(codecs: Iterable[str]) -> list[str]:
    """Those of `codecs` that have not turned out to be missing."""
    return [codec for codec in codecs if codec not in _missing]


def encoder_for(codec: str) -> Encoder:
    """A new encoder of `codec`, for the pictures of one rendition; of JPEG where it turns out that there is none.

    That is remembered, and the codec is not offered any more.
    """
    if codec == H264 and board.has_encoder():
        return HardwareFirst(_beside_hardware)
    try:
        return registered()[codec]()
    except ImportError as error:
        _missing.add(codec)
        log.warning("%s; sending JPEG.", error)
        return JpegEncoder()


def _beside_hardware() -> Encoder:
    """For H.264 that the hardware does not make. Other cameras may have it made, so it is not missing altogether."""
    try:
        return H264Encoder()
    except ImportError as error:
        if H264 not in _told:
            log.warning("%s; what the hardware does not encode is sent as JPEG.", error)
        _told.add(H264)
        return JpegEncoder()
