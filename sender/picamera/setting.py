"""One control of ours at a Pi camera, and what libcamera is asked for when it is set."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sender.control import Control, Value


@dataclass(frozen=True, slots=True)
class Setting:
    """One control of ours. `driver` is libcamera's name of what it drives.

    `to_driver(value, now)` is what to set there, while `now` is in force; `shown(now)` is our value of that. `told_as`
    is the name under which frames tell what is in force, where that is another one: what is begun there, and how far it
    is, are two names.
    """

    control: Control
    driver: str
    to_driver: Callable[[Value, Any], object]
    shown: Callable[[Any], Value | None]
    told_as: str = ""
