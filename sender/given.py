"""What was given as a source: a word of the command line, a `Source`, or pictures of one's own."""

import os
from collections.abc import AsyncIterable, Iterable
from typing import TypeAlias

from camwire.errors import UsageError
from sender.asked import Asked
from sender.sources import source_for
from sender.sources.base import Source
from sender.sources.generator import GeneratorSource, Pictures

Given: TypeAlias = "str | int | os.PathLike[str] | Source | Pictures | None"


def check_given(source: object) -> None:
    """Raise UsageError if this can be no source."""
    is_word = source is None or isinstance(source, str | int | os.PathLike | Source)
    is_pictures = callable(source) or (isinstance(source, Iterable | AsyncIterable) and not isinstance(source, bytes))
    if not (is_word or is_pictures):
        raise UsageError(
            f"{source!r} is no source. Give a number for a webcam, a file, a URL, 'pattern', or pictures of your own."
        )


def made_source(given: Given, asked: Asked) -> Source:
    """The source that is meant; the test pattern where none was given. Opens nothing. Raises SourceError."""
    source = "pattern" if given is None else given
    if asked.options and not isinstance(source, str | int | os.PathLike):
        raise UsageError("Options go with a source that is named by a word. Give them to the source itself instead.")
    if isinstance(source, Source):
        source.revive()
        return source
    if isinstance(source, str | int | os.PathLike):
        return source_for(str(source), asked)
    return GeneratorSource(source, asked.fps, asked.loop)
