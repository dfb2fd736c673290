"""What each part of a bundle costs."""

from collections import Counter
from pathlib import Path

from places import CAMERA, DIST, VIEWER, bundle

PARTS = {
    "Qt (PySide6)": ("PySide6", "shiboken6"),
    "PyAV with FFmpeg, x264, x265": ("av",),
    "OpenCV": ("cv2", "opencv_python_headless"),
    "NumPy with OpenBLAS": ("numpy",),
    "ZeroMQ": ("zmq", "pyzmq"),
    "cryptography with OpenSSL": ("cryptography", "_cffi_backend"),
    "simplejpeg, msgspec, zeroconf": ("simplejpeg", "msgspec", "zeroconf"),
    "Watchword's resources": ("viewer", "sender"),
    "licences": ("licences",),
}
PYTHON = ("python3", "libpython", "lib-dynload", "base_library", "Python")
REST, PROGRAMS = "libraries of the system", "programs (Watchword's own code)"


def table(folder: Path) -> dict[str, int]:
    """Bytes of each part of a bundle, the largest first."""
    names = {name: part for part, names in PARTS.items() for name in names}
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            inside = path.relative_to(folder).parts
            found[part_of(inside, names)] += path.stat().st_size
    return dict(found.most_common())


def part_of(inside: tuple[str, ...], names: dict[str, str]) -> str:
    """The part to which a file belongs, by its place in the bundle."""
    if inside[0] != "_internal":
        return names.get(inside[0], PROGRAMS)
    return names.get(inside[1].split(".")[0]) or ("Python" if inside[1].startswith(PYTHON) else REST)


def tell() -> None:
    """Print the tables of all bundles that there are, and what lies in dist/."""
    for name in (VIEWER, CAMERA):
        if bundle(name).is_dir():
            parts = table(bundle(name))
            print(f"\n{name}: {sum(parts.values()) / 1e6:.0f} MB")
            for part, size in parts.items():
                print(f"  {size / 1e6:6.1f} MB  {part}")
    print()
    for path in sorted(DIST.glob("*")) if DIST.is_dir() else ():
        print(f"  {path.stat().st_size / 1e6:6.1f} MB  {path.relative_to(DIST.parent)}")
