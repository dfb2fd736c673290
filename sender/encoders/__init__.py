"""How pictures become frames: one file per codec, found by being here."""

import importlib
import pkgutil

from sender.asked import Asked
from sender.encoders.base import Encoder

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def encoder_for(codec: str, asked: Asked) -> Encoder:
    """The encoder of `codec`. Raises UsageError for what was asked of the pictures and this codec cannot do."""
    return next(each for each in Encoder.__subclasses__() if each.codec == codec)(asked.size, asked.quality)
