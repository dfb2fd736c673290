"""A layout as a file that others can open: TOML with the names of its cameras, checked before any of it is believed."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import msgspec

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.wall.layout import Layout

SUFFIX = ".watchword-layout"
FORMAT = "watchword-layout"
VERSION = 1
MOST_BYTES = 1_000_000


class LayoutFile(msgspec.Struct, kw_only=True):
    """What is in the file. `cameras` are their names by their keys, for who reads it."""

    format: str
    version: int
    layout: Layout
    cameras: dict[str, str] = msgspec.field(default_factory=dict)


def written(layout: Layout, name_of: Callable[[str], str]) -> bytes:
    """What to write; `name_of(key)` is what a camera is called, empty if that is not known."""
    names = {key: name for key in layout.order if (name := name_of(key))}
    return msgspec.toml.encode(LayoutFile(format=FORMAT, version=VERSION, layout=layout, cameras=names))


def read(path: Path) -> LayoutFile:
    """Read a layout that somebody wrote. Raises UsageError, which says what is wrong with it."""
    try:
        return _checked(_bytes_of(path))
    except OSError as error:
        raise UsageError(
            tr("{file} cannot be read: {error}. Is it there?", file=path, error=error.strerror or error)
        ) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(
            tr("{file} is no layout of Watchword that can be opened: {error}.", file=path.name, error=error)
        ) from error


def _bytes_of(path: Path) -> bytes:
    # What is no plain file may have no end, and no beginning either.
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise ValueError(tr("it is no file"))
    with path.open("rb") as file:
        text = file.read(MOST_BYTES + 1)
    if len(text) > MOST_BYTES:
        raise ValueError(tr("it is too large"))
    return text


def _checked(text: bytes) -> LayoutFile:
    whole = msgspec.toml.decode(text)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ValueError(tr("it does not say that it is one"))
    version = whole.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise ValueError(
            tr("it is of version {version}, and this viewer knows {known}", version=version, known=VERSION)
        )
    return msgspec.convert(whole, type=LayoutFile)
