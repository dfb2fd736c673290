"""Packages for Debian and Ubuntu, by dpkg-deb."""

import gzip
import hashlib
import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import icons
import manpages
from places import APP_ID, CAMERA, DIST, MAINTAINER, ROOT, VERSION, VIEWER, WORK, bundle

LINUX = ROOT / "packaging" / "linux"
DEBIAN = ROOT / "packaging" / "debian"
PROGRAMS = {VIEWER: ("watchword", "watchword-probe"), CAMERA: ("watchword-camera",)}
DIRECTORY, PROGRAM, FILE = 0o755, 0o755, 0o644


def build(is_quick: bool = False) -> None:
    """Write dist/watchword_VERSION_ARCHITECTURE.deb, and that of the camera program."""
    for name in (VIEWER, CAMERA):
        root = WORK / "deb" / name
        shutil.rmtree(root, ignore_errors=True)
        fill(root, name)
        control(root, name)
        orderly(root)
        DIST.mkdir(exist_ok=True)
        target = DIST / f"{name}_{VERSION}_{architecture()}.deb"
        compression = ["-Zgzip", "-z1"] if is_quick else ["-Zxz", "-z6"]
        subprocess.run(["dpkg-deb", "--root-owner-group", *compression, "--build", str(root), str(target)], check=True)
        shutil.rmtree(root)


def fill(root: Path, name: str) -> None:
    """Lay all files of the package where they belong below `root`."""
    shutil.copytree(bundle(name), root / "usr" / "lib" / name, symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    for program in PROGRAMS[name]:
        (root / "usr" / "bin" / program).symlink_to(f"../lib/{name}/{program}")
        zipped(root / f"usr/share/man/man1/{program}.1.gz", manpages.page(program))
    documents = root / "usr" / "share" / "doc" / name
    zipped(documents / "changelog.gz", changelog(name))
    shutil.copyfile(DEBIAN / "copyright", documents / "copyright")
    # Where who looks for licences on Debian finds them.
    (documents / "licences").symlink_to(f"../../../lib/{name}/licences")
    laid(DEBIAN / f"{name}.lintian-overrides", root / "usr/share/lintian/overrides" / name)
    if name == VIEWER:
        desktop(root / "usr" / "share")


def desktop(share: Path) -> None:
    """How desktops show the program: also for archives and images."""
    laid(LINUX / f"{APP_ID}.desktop", share / "applications" / f"{APP_ID}.desktop")
    laid(LINUX / f"{APP_ID}.metainfo.xml", share / "metainfo" / f"{APP_ID}.metainfo.xml")
    laid(LINUX / f"{APP_ID}.mime.xml", share / "mime" / "packages" / f"{APP_ID}.xml")
    hicolor = share / "icons" / "hicolor"
    laid(icons.DRAWING, hicolor / "scalable" / "apps" / f"{APP_ID}.svg")
    for size, path in icons.draw().items():
        laid(path, hicolor / f"{size}x{size}" / "apps" / f"{APP_ID}.png")


def control(root: Path, name: str) -> None:
    """Write what dpkg is told about the package."""
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink()) // 1024
    told = {
        "version": VERSION,
        "architecture": architecture(),
        "maintainer": MAINTAINER,
        "size": str(size),
        # Of the computer that built it: what it links against is in no older one.
        "libc": platform.libc_ver()[1],
    }
    text = (DEBIAN / f"{name}.control").read_text(encoding="utf-8").format(**told)
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "md5sums").write_text(sums(root), encoding="utf-8")
    (root / "DEBIAN" / "control").write_text(text, encoding="utf-8")


def sums(root: Path) -> str:
    """What `dpkg --verify` compares files with."""
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    digests = [(hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest(), path) for path in files]
    return "".join(f"{digest}  {path.relative_to(root).as_posix()}\n" for digest, path in digests)


def orderly(root: Path) -> None:
    """Give every file the rights that Debian expects."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            is_program = path.is_file() and bool(path.stat().st_mode & 0o111) and ".so" not in path.name
            path.chmod(DIRECTORY if path.is_dir() else PROGRAM if is_program else FILE)


def architecture() -> str:
    """What Debian calls this processor."""
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()


def changelog(name: str) -> str:
    """A line for dpkg; what is new is in CHANGELOG.md."""
    when = format_datetime(datetime.fromtimestamp(built_at(), UTC))
    return f"{name} ({VERSION}) stable; urgency=medium\n\n  * Release {VERSION}.\n\n -- {MAINTAINER}  {when}\n"


def built_at() -> int:
    """In seconds since 1970: SOURCE_DATE_EPOCH where it is set, or when the list of changes was written."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or (ROOT / "CHANGELOG.md").stat().st_mtime)


def laid(source: Path, target: Path) -> None:
    """Copy a file, with the folders it needs."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def zipped(target: Path, text: str) -> None:
    """Write `text` with gzip, the same bytes every time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
