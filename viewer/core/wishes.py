"""What somebody who starts the program wants of it: carried out by this one, or by the one that runs already."""

import argparse
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec


class Wishes(msgspec.Struct, kw_only=True, frozen=True, omit_defaults=True):
    """`cameras` and `listen` are addresses, `files` absolute paths of layouts, `demo` a number of cameras."""

    cameras: tuple[str, ...] = ()
    listen: tuple[str, ...] = ()
    open: bool = False
    demo: int = 0
    layout: str = ""
    full_screen: bool = False
    files: tuple[str, ...] = ()
    token: str = ""
    """By which the desktop lets a window come to the front that the person has not touched."""

    @classmethod
    def of(cls, options: argparse.Namespace, environment: Mapping[str, str] = os.environ) -> "Wishes":
        """What the command line says."""
        return cls(
            cameras=tuple(options.camera),
            listen=tuple(options.listen),
            open=options.open,
            demo=options.demo or 0,
            layout=options.layout,
            full_screen=options.fullscreen,
            files=tuple(str(Path(file).absolute()) for file in options.file),
            token=environment.get("XDG_ACTIVATION_TOKEN", ""),
        )

    def encoded(self) -> bytes:
        """One line."""
        return msgspec.json.encode(self) + b"\n"

    @classmethod
    def decoded(cls, line: bytes) -> "Wishes":
        """Raises ValueError."""
        return msgspec.json.decode(line, type=cls)
