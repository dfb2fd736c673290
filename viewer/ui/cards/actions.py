"""What a click on a card asks for. A card only says it; who shows the card does it."""

from dataclasses import dataclass

Path = tuple[int, ...]
"""A place inside a value: the first item's third item is (0, 2)."""


@dataclass(frozen=True, slots=True)
class OpenLink:
    """`url` is http, https or mailto, and stands on the card letter by letter."""

    url: str


@dataclass(frozen=True, slots=True, eq=False)
class ShowPicture:
    """See `picture` (a Jpeg or an array) in full."""

    picture: object


@dataclass(frozen=True, slots=True)
class Fold:
    """Show `shown` items or characters of what stands at `path`: `folds[path] = shown`, and build the card anew."""

    path: Path
    shown: int


@dataclass(frozen=True, slots=True, eq=False)
class SaveBytes:
    """Save these bytes as a file."""

    content: bytes


@dataclass(frozen=True, slots=True)
class FetchFile:
    """Ask the camera for the file it offers."""


@dataclass(frozen=True, slots=True)
class SaveFile:
    """Save the file that came somewhere else."""


@dataclass(frozen=True, slots=True)
class OpenFolder:
    """Show where the file is."""


@dataclass(frozen=True, slots=True)
class Retry:
    """Try again what failed."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Put what failed back where one types."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop what is under way."""


@dataclass(frozen=True, slots=True)
class ShowPinned:
    """Show the picture that this was said about."""


Action = (
    OpenLink | ShowPicture | Fold | SaveBytes | FetchFile | SaveFile | OpenFolder | Retry | Edit | Cancel | ShowPinned
)
