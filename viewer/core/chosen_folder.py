"""A folder that a person wrote down, and not chose from those that there are."""

from contextlib import suppress
from pathlib import Path

from camwire.errors import UsageError
from camwire.printable import printable
from camwire.translation import tr


def chosen_folder(text: str) -> Path:
    """The whole path, also from one that begins with `~`. It need not exist. Raises UsageError: there can be none."""
    folder: Path | None = None
    # Of nobody who is called as it says behind the `~`, there is no home.
    with suppress(RuntimeError):
        folder = Path(text).expanduser()
    if folder is None or "\0" in text:
        raise UsageError(tr("There can be no folder {folder}. Use “Choose…” to find one.", folder=printable(text)))
    if not folder.is_absolute():
        raise UsageError(tr("{folder} is no whole path. Use “Choose…” to find the folder.", folder=text))
    return folder
