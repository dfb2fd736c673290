"""What layouts and groups may be called."""

from camwire.errors import UsageError
from camwire.printable import is_printable
from camwire.translation import tr
from viewer.core.wall.layout import LAYOUT_CHARACTERS


def checked(name: str, missing: str) -> str:
    """The name as it is kept; `missing` is what is said where there is none. Raises UsageError."""
    name = " ".join("".join(filter(is_printable, name)).split())
    if not name:
        raise UsageError(missing)
    if len(name) > LAYOUT_CHARACTERS:
        raise UsageError(tr("The name is too long. %n characters are the most.", LAYOUT_CHARACTERS))
    return name
