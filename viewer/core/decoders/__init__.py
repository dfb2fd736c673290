"""The codecs a viewer can decode: one file each, found by being here."""

import importlib
import pkgutil

from viewer.core.decoders.base import Decoder

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def registered() -> dict[str, type[Decoder]]:
    """All decoders by codec name."""
    return {decoder.codec: decoder for decoder in Decoder.__subclasses__()}
