"""The codecs a viewer can decode: one file each, found by being here."""

import importlib
import pkgutil

from viewer.core.decoders.base import Decoder

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


# What every viewer can, and what only foreign formats carry: the layout of pixels as they are.
_NOT_OFFERED = ("jpeg", "raw")


def registered() -> dict[str, type[Decoder]]:
    """All decoders by codec name."""
    return {decoder.codec: decoder for decoder in Decoder.__subclasses__()}


def offered() -> tuple[str, ...]:
    """In what our own cameras may encode beside JPEG."""
    return tuple(
        sorted(codec for codec, decoder in registered().items() if codec not in _NOT_OFFERED and decoder.is_available())
    )
