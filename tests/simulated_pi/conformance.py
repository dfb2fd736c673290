"""The Raspberry Pi source on the real libcamera: `python3 run.py conformance [--keep FOLDER] [--record]`.

Makes a Debian of its own in a folder, with libcamera and its Python bindings, whose virtual camera needs no hardware;
puts the locked wheels and this checkout into it; and runs `on_libcamera.py` there. Linux as root with mmdebstrap or
debootstrap, and a network. It takes a few minutes, so it is no part of the tests.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).parents[2]
# libcamera changes with picamera2, and the stable release is years behind.
SUITE = "sid"
PACKAGES = ("python3-minimal", "python3-libcamera", "libcamera-ipa", "libgomp1", "libpython3-stdlib")
WHEELS = ("numpy", "pillow", "simplejpeg", "msgspec", "pyzmq", "platformdirs")
OURS = ("camwire", "sender", "tests/__init__.py", "tests/simulated_pi")
MARK = "made-for-watchword"
# What is mounted there is gone with the command, so that removing the folder never reaches this machine's own.
OWN_MOUNTS = ("unshare", "--mount", "--propagation=private")
CAMERA = """\
"Virtual0":
  supported_formats:
  - width: 640
    height: 480
    frame_rates: [30, 60]
  test_pattern: "bars"
  model: "Virtual camera"
"""


class Lacking(Exception):
    """Something is not here; the text says what to do."""


def main() -> int:
    """0 when the source works there."""
    parser = argparse.ArgumentParser(prog="run.py conformance", description=__doc__)
    parser.add_argument("--keep", type=Path, help="make the Debian here and leave it; used again when it is there")
    parser.add_argument("--record", action="store_true", help="write surface.json anew")
    said = parser.parse_args()
    own = Path(tempfile.mkdtemp(prefix="watchword-conformance-"))
    debian = (said.keep or own / "debian").resolve()
    try:
        require()
        if not (debian / MARK).exists():
            bootstrap(debian, own / "log")
        provide(debian)
        if said.record:
            record(debian)
        return inside(debian, "python3", "-m", "tests.simulated_pi.on_libcamera").returncode
    except (Lacking, subprocess.CalledProcessError) as problem:
        print(f"conformance: {problem}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(own, ignore_errors=True)


def require() -> None:
    """Raise Lacking."""
    if sys.platform != "linux":
        raise Lacking("It needs Linux: libcamera is there only.")
    if os.geteuid() != 0:
        raise Lacking("It makes a Debian of its own, which only root may. Start it with sudo.")
    if not (shutil.which("mmdebstrap") or shutil.which("debootstrap")):
        raise Lacking("It needs mmdebstrap or debootstrap: sudo apt-get install mmdebstrap")


def bootstrap(debian: Path, said: Path) -> None:
    """A small Debian with libcamera in that folder; what the tools say goes to the file `said`."""
    if debian.exists() and any(debian.iterdir()):
        raise Lacking(f"{debian} is not empty. Name a folder that is not there yet, or one that this made.")
    print(f"Making a Debian ({SUITE}) in {debian} …", flush=True)
    debian.mkdir(parents=True, exist_ok=True)
    tool = str(shutil.which("mmdebstrap") or shutil.which("debootstrap"))
    install = ("apt-get", "install", "--no-install-recommends", "-y", "-qq", *PACKAGES)
    with said.open("w") as log:
        make = [*OWN_MOUNTS, tool, "--variant=minbase", SUITE, str(debian)]
        done = subprocess.run(make, stdout=log, stderr=log, text=True, check=False)
        if done.returncode == 0:
            shutil.copy("/etc/resolv.conf", debian / "etc" / "resolv.conf")
            done = inside(debian, *install, stdout=log, stderr=log)
    if done.returncode != 0:
        shutil.rmtree(debian, ignore_errors=True)
        words = said.read_text().splitlines()[-5:]
        raise Lacking(f"Debian {SUITE} with {', '.join(PACKAGES)} cannot be had. {tool} says: {' / '.join(words)}")
    (debian / MARK).touch()


def provide(debian: Path) -> None:
    """Bring in the camera's description, the wheels and the checkout, each anew."""
    described = debian / "usr" / "share" / "libcamera" / "pipeline" / "virtual" / "virtual.yaml"
    described.parent.mkdir(parents=True, exist_ok=True)
    described.write_text(CAMERA)
    checkout = debian / "checkout"
    shutil.rmtree(checkout, ignore_errors=True)
    for name in OURS:
        place = checkout / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, place)
    if not (debian / "wheels").exists():
        bring_wheels(debian)


def bring_wheels(debian: Path) -> None:
    """The locked versions, for that Debian's Python."""
    told = inside(debian, "python3", "-c", "import sys; print('%d.%d' % sys.version_info[:2])", stdout=subprocess.PIPE)
    version = told.stdout.strip()
    needed = debian / "wheels.lock"
    needed.write_text(locked(WHEELS, version) + (ROOT / "requirements-pi.lock").read_text())
    machine = platform.machine()
    platforms = [f"--platform=manylinux_2_{minor}_{machine}" for minor in (34, 28, 27, 17)]
    install = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--no-deps"]
    # It compares with the Python that it runs in.
    install.append("--ignore-requires-python")
    where = ["--only-binary", ":all:", "--python-version", version, *platforms, f"--platform=manylinux2014_{machine}"]
    done = subprocess.run(
        [*install, *where, "--target", str(debian / "wheels"), "--require-hashes", "-r", str(needed)], check=False
    )
    if done.returncode != 0:
        shutil.rmtree(debian / "wheels", ignore_errors=True)
        raise Lacking(f"There are no locked wheels for Python {version}, which Debian {SUITE} has.")


def locked(names: tuple[str, ...], python: str) -> str:
    """The parts of the lock file that pin these for that Python, `3.13`; pip would ask its own."""
    kept: list[str] = []
    is_wanted = False
    for line in (ROOT / "requirements.lock").read_text().splitlines():
        if not line.startswith((" ", "#")):
            pin, _, condition = line.rstrip(" \\").partition(";")
            is_for_it = not condition or Marker(condition).evaluate({"python_full_version": f"{python}.0"})
            is_wanted = is_for_it and pin.partition("==")[0] in names
            line = f"{pin.strip()} \\"
        if is_wanted and not line.lstrip().startswith("#"):
            kept.append(line)
    return "\n".join(kept) + "\n"


def record(debian: Path) -> None:
    """Write what the real bindings offer beside this file."""
    script = "/checkout/tests/simulated_pi/record_surface.py"
    source = f"From Debian {SUITE}, package python3-libcamera."
    # Without its own folder, where the simulation lies, before the real one.
    found = inside(debian, "python3", "-P", script, source, stdout=subprocess.PIPE)
    json.loads(found.stdout)
    Path(__file__).with_name("surface.json").write_text(found.stdout)


def inside(debian: Path, *command: str, **more: object) -> "subprocess.CompletedProcess[str]":
    """Run a command in there, with /proc, /sys and /dev of this machine, which are let go when it ends."""
    mounts = "mount --rbind /sys sys && mount -t proc proc proc && mount --rbind /dev dev"
    within = f'cd "$0" && {mounts} && exec chroot . /usr/bin/env "$@"'
    settings = ["PYTHONPATH=/checkout:/wheels", "HOME=/root", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8"]
    settings += [
        "DEBIAN_FRONTEND=noninteractive",
        "LIBCAMERA_LOG_LEVELS=*:ERROR,DmaBufAllocator:FATAL",
        "PYTHONDONTWRITEBYTECODE=1",
    ]
    words = [*OWN_MOUNTS, "sh", "-c", within, str(debian), "-i", "-C", "/", *settings, *command]
    return subprocess.run(words, text=True, check=False, **more)  # type: ignore[call-overload, no-any-return]


if __name__ == "__main__":
    sys.exit(main())
