"""From the checkout to a folder with programs that need no Python."""

import hashlib
import os
import subprocess
import sys

import icons
import licences
import sbom
import stripping
from places import BUNDLES, ROOT, WORK, bundle

PACKAGES = ("camwire", "viewer", "sender", "resources", "packaging", "docs")


def freeze(name: str) -> None:
    """Build the bundle `name`, unless it is there and made of these very files."""
    made_of, stamp = fingerprint(), WORK / f"{name}.made-of"
    if bundle(name).is_dir() and stamp.is_file() and stamp.read_text() == made_of:
        print("nothing has changed")
        return
    stamp.unlink(missing_ok=True)
    icons.draw()
    # Both find our packages in the checkout, not in the environment.
    known = {**os.environ, "WATCHWORD_BUNDLE": name, "PYTHONPATH": str(ROOT)}
    spec = ROOT / "packaging" / "bundle" / "watchword.spec"
    where = ["--distpath", str(BUNDLES), "--workpath", str(WORK / "pyinstaller" / name)]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *where, str(spec)]
    subprocess.run(command, cwd=WORK, env=known, check=True)
    stripping.strip(bundle(name))
    bundled = licences.gather(bundle(name))
    sbom.write(bundle(name), name, bundled)
    stamp.write_text(made_of)


def fingerprint() -> str:
    """What a bundle is made of."""
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file()]
    digest = hashlib.sha256(sys.version.encode())
    for path in [*sorted(each for each in files if "__pycache__" not in each.parts), ROOT / "requirements-dist.lock"]:
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
