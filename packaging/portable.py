"""Archives to unpack anywhere: nothing is installed, and nothing but settings is written elsewhere."""

import platform
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import deb
from places import CAMERA, DIST, ROOT, VERSION, VIEWER, WORK, bundle

SYSTEM = {"linux": "linux", "win32": "windows", "darwin": "macos"}
TEXTS = ROOT / "packaging" / "portable"


def build(is_quick: bool = False) -> None:
    """Write dist/watchword-VERSION-SYSTEM-PROCESSOR.tar.xz, or .zip on Windows; on Linux that of the camera, too."""
    DIST.mkdir(exist_ok=True)
    for name in (VIEWER, CAMERA) if sys.platform == "linux" else (VIEWER,):
        folder = WORK / "portable" / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(bundle(name), folder, symlinks=True)
        shutil.copyfile(TEXTS / f"{name}.txt", folder / "README.txt")
        if name == VIEWER and sys.platform == "linux":
            deb.desktop(folder / "share")
        target = DIST / f"{name}-{VERSION}-{SYSTEM.get(sys.platform, sys.platform)}-{platform.machine().lower()}"
        zipped(folder, target) if sys.platform == "win32" else tarred(folder, target, 0 if is_quick else 6)
        shutil.rmtree(folder)


def tarred(folder: Path, target: Path, level: int) -> None:
    """By tar with all processors, since Python takes one. `level`: 0 is the quickest, 9 the smallest."""
    out = f"{target}.tar.xz"
    owner = ["--owner=0", "--group=0", "--numeric-owner"] if sys.platform == "linux" else []
    subprocess.run(
        ["tar", f"--use-compress-program=xz -T0 -{level}", *owner, "-cf", out, "-C", str(folder.parent), folder.name],
        check=True,
    )


def zipped(folder: Path, target: Path) -> None:
    """As Windows unpacks it by itself."""
    with zipfile.ZipFile(f"{target}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder.parent))
