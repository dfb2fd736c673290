"""What somebody who starts the program wants of it: carried out by this one, or by the one that runs already."""

import argparse
import json
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
        """One line. Names of files may be no text: `json` writes them so that they can be read again."""
        return json.dumps(msgspec.to_builtins(self)).encode() + b"\n"

    @classmethod
    def decoded(cls, line: bytes) -> "Wishes":
        """Raises ValueError."""
        try:
            wishes = msgspec.convert(json.loads(line), cls)
        except RecursionError as error:
            raise ValueError(str(error)) from None
        words = (*wishes.cameras, *wishes.listen, wishes.layout, *wishes.files, wishes.token)
        if any(b"\0" in os.fsencode(word) for word in words):
            # No command line and no environment can hold it.
            raise ValueError("there is a NUL in it")
        return wishes
