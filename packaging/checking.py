"""Whether what was built works and breaks no rule: `python3 run.py dist … --check`."""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

import deb
import libraries
import sizes
from places import APP_ID, CAMERA, DIST, VERSION, VIEWER, WORK, bundle

LARGEST_MB = 320
# A folder as people have them.
FOLDER = "Prüf Ordner ü"
SELF_TEST = {VIEWER: ("watchword", "--self-test"), CAMERA: ("watchword-camera", "self-test")}
# In libc6, libx11-6, libxcb1, libgl1, libegl1 and libwayland-…, as packaging/debian/*.control has them.
OF_THE_SYSTEM = {
    *("ld-linux-x86-64.so.2", "libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1"),
    *("libmvec.so.1", "libresolv.so.2", "libX11.so.6", "libxcb.so.1", "libGL.so.1", "libEGL.so.1"),
    *("libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1"),
}
LINTIAN = ["lintian", "--allow-root", "--fail-on", "error", "--tag-display-limit", "0"]


def check() -> int:
    """Carry out every check that is possible here; 0 if none failed."""
    failed = [name for name, look in CHECKS.items() if not passes(name, look)]
    print(f"\nnot passed: {', '.join(failed)}" if failed else "\nAll checks passed.", flush=True)
    return 1 if failed else 0


def passes(name: str, look: Callable[[], str]) -> bool:
    """Carry out one check, and say how it went."""
    try:
        told = look()
    except (AssertionError, OSError, subprocess.SubprocessError) as error:
        print(f"FAILED   {name}: {error}", flush=True)
        return False
    print(f"ok       {name}: {told}", flush=True)
    return True


def self_tests() -> str:
    """Each bundle finds all its parts, with nothing of this checkout or this environment."""
    for name, command in SELF_TEST.items():
        if bundle(name).is_dir():
            said = run([str(bundle(name) / program(command[0])), command[1]])
            print("".join(f"           {line}\n" for line in said.splitlines()), end="")
    return "every part is there"


def size() -> str:
    """The desktop's program is as small as promised."""
    megabytes = sum(sizes.table(bundle(VIEWER)).values()) / 1e6
    assert megabytes < LARGEST_MB or sys.platform != "linux", f"{megabytes:.0f} MB, more than {LARGEST_MB}"
    return f"{megabytes:.0f} MB"


def needs() -> str:
    """Every library can be loaded, and what it needs is in the bundle, or in a package that ours depends on."""
    if sys.platform != "linux" or shutil.which("objdump") is None:
        return "cannot be told here"
    count = 0
    for name in SELF_TEST:
        known = {path.name for path in bundle(name).rglob("*")}
        for path in libraries.libraries(bundle(name)):
            headers = libraries.dump(path)
            lacking = libraries.needed(headers) - known - OF_THE_SYSTEM
            assert not lacking, f"{path.name} needs {', '.join(lacking)}"
            assert libraries.is_loadable(headers), f"{path.name} cannot be loaded"
            count += 1
    return f"{count} libraries need nothing else than what our packages ask for"


def archive() -> str:
    """The archive works from a folder with spaces and umlauts in its name."""
    found = sorted(DIST.glob(f"{VIEWER}-{VERSION}-linux-*.tar.xz"))
    if not found:
        return "there is none here"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / FOLDER
        with tarfile.open(found[0]) as packed:
            packed.extractall(folder, filter="data")
        run([str(folder / VIEWER / "watchword"), "--self-test"])
    return f"works from “{FOLDER}”"


def entries() -> str:
    """What desktops read is as their rules want it."""
    share = WORK / "share"
    shutil.rmtree(share, ignore_errors=True)
    deb.desktop(share)
    if shutil.which("desktop-file-validate"):
        run(["desktop-file-validate", str(share / "applications" / f"{APP_ID}.desktop")])
    if shutil.which("appstreamcli"):
        run(["appstreamcli", "validate", "--no-net", str(share / "metainfo" / f"{APP_ID}.metainfo.xml")])
    if shutil.which("update-mime-database"):
        run(["update-mime-database", str(share / "mime")])
        assert APP_ID not in (share / "mime" / "types").read_text()
        assert "application/x-watchword-layout" in (share / "mime" / "types").read_text()
    return "desktop entry, metainfo and MIME type are valid"


def packages() -> str:
    """lintian finds no error."""
    found = sorted(DIST.glob("*.deb"))
    if not found or shutil.which("lintian") is None:
        return "there are no packages, or no lintian, here"
    said = run([*LINTIAN, *map(str, found)])
    return f"lintian finds no error in {len(found)} packages, {len(said.splitlines())} remarks"


def run(command: list[str]) -> str:
    """Run a program as a person would, who knows nothing of this checkout; return what it says."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "VIRTUAL"))}
    it = subprocess.run(command, capture_output=True, text=True, errors="replace", cwd="/", env=known, timeout=300)
    assert it.returncode == 0, f"{command[0]} ended with {it.returncode}:\n{it.stdout}{it.stderr}"
    return it.stdout + it.stderr


def program(name: str) -> str:
    """The file of a program on this system."""
    return f"{name}.exe" if sys.platform == "win32" else name


CHECKS: dict[str, Callable[[], str]] = {
    "self-test": self_tests,
    "size": size,
    "libraries": needs,
    "archive": archive,
    "desktop": entries,
    "packages": packages,
}
