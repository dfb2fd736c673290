"""Finding `resources/`: in a checkout, in an installed wheel, in a frozen program."""

from functools import cache
from pathlib import Path

import viewer


@cache
def folder() -> Path:
    """The folder with fonts, icons and the demo clip."""
    package = Path(viewer.__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
