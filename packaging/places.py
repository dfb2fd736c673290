"""Names and folders that all parts of the building agree on."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build"
"""What is needed meanwhile."""
DIST = ROOT / "dist"
"""What is given to people."""
BUNDLES = WORK / "bundles"

APP_ID = "io.github.watchword.Watchword"
HOMEPAGE = "https://github.com/watchword/watchword"
MAINTAINER = "The Watchword founders <watchword@users.noreply.github.com>"
SUMMARY = "A desktop wall of live cameras that you can talk to"
BUNDLE_LICENCE = "GPL-3.0-or-later"

VIEWER, CAMERA = "watchword", "watchword-camera"
VERSION: str = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def bundle(name: str) -> Path:
    """The folder of a program with all it needs."""
    return BUNDLES / name
