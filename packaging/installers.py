"""What is installed on Windows and macOS. Each is built there, and neither was tried on this project's own machines."""

import platform
import shutil
import subprocess
import sys

from places import DIST, ROOT, VERSION, VIEWER, WORK, bundle

SCRIPT = ROOT / "packaging" / "windows" / "watchword.nsi"
IMAGE = ROOT / "packaging" / "macos" / "image.sh"


def build() -> None:
    """Write dist/watchword-VERSION-….exe or .dmg. On Linux there is nothing to do: the packages are its installers."""
    DIST.mkdir(exist_ok=True)
    if sys.platform == "win32":
        compiled(str(bundle(VIEWER)), str(DIST / f"watchword-{VERSION}-windows-{platform.machine().lower()}-setup.exe"))
    elif sys.platform == "darwin":
        out = DIST / f"watchword-{VERSION}-macos-{platform.machine().lower()}.dmg"
        subprocess.run(["bash", str(IMAGE), str(bundle(VIEWER).with_name("Watchword.app")), str(out)], check=True)
    else:
        print("nothing to do on this system")


def compiled(payload: str, out: str) -> None:
    """Make an installer of the folder `payload`. Needs makensis, which every system can have."""
    makensis = shutil.which("makensis")
    if makensis is None:
        sys.exit("makensis is missing. Install NSIS, here by: choco install nsis, or: sudo apt-get install nsis")
    words = [f"-DVERSION={VERSION}", f"-DPAYLOAD={payload}", f"-DOUT={out}", f"-DICON={WORK / 'watchword.ico'}"]
    subprocess.run([makensis, "-V2", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT)], check=True)
