"""What a bundle holds of others, and their licences in a folder beside the programs."""

import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from libraries import libraries
from places import CAMERA, ROOT

FOLDER = "licences"
OURS = ROOT / "packaging" / "licences"
KNOWN = tomllib.loads((ROOT / "packaging" / "bundled.toml").read_text(encoding="utf-8"))
LICENCE_WORDS = ("licen", "copying", "notice", "authors")
VIEWER_EXTRAS, CAMERA_EXTRAS = ("viewer", "camera", "h264", "screen"), ("camera", "h264", "screen")


@dataclass(slots=True)
class Part:
    """`licence` is an SPDX expression, or empty where nobody says; `purl` tells where it came from."""

    name: str
    version: str
    licence: str = ""
    purl: str = ""
    source: str = ""
    files: list[Path] = field(default_factory=list)


def gather(folder: Path) -> list[Part]:
    """Write the licences of everything in the bundle `folder`; return what it holds."""
    place = folder / FOLDER
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(OURS, place)
    copied(place / "watchword", [ROOT / "LICENSE", ROOT / "resources" / "fonts" / "OFL.txt"])
    copied(place / "python", [Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"])
    parts = [Part("python", sys.version.split()[0], "PSF-2.0", source="https://www.python.org")]
    for name in distributions(CAMERA_EXTRAS if folder.name == CAMERA else VIEWER_EXTRAS):
        if name != "opencv-python-headless" or (folder / "_internal" / "cv2").is_dir():
            parts.append(distribution(name, place))
    of_debian = of_the_system(folder, place)
    return [*parts, *native(folder, {path for part in of_debian for path in part.files}), *of_debian]


def distributions(extras: Iterable[str]) -> list[str]:
    """The Python packages that Watchword with `extras` needs here, and what these need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [
        *project["dependencies"],
        *(each for extra in extras for each in project["optional-dependencies"][extra]),
    ]
    found: set[str] = set()
    while waiting:
        wanted = Requirement(waiting.pop())
        name = canonicalize_name(wanted.name)
        if name not in found and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            found.add(name)
            waiting += metadata.requires(name) or []
    return sorted(found)


def distribution(name: str, place: Path) -> Part:
    """A Python package, whose licences are copied to `place`."""
    it = metadata.distribution(name)
    texts = [Path(str(each.locate())) for each in it.files or [] if is_licence(Path(each))]
    copied(place / name, texts)
    licence = it.metadata["License-Expression"] or KNOWN["licence"].get(name, "")
    return Part(name, it.version, licence, f"pkg:pypi/{name}@{it.version}")


def is_licence(path: Path) -> bool:
    """Whether a file of a package is one of its licences."""
    is_text = path.suffix not in (".py", ".pyc") and any(part.endswith(".dist-info") for part in path.parts)
    return is_text and any(word in path.name.lower() for word in LICENCE_WORDS)


def native(folder: Path, known: Container[Path] = ()) -> list[Part]:
    """Libraries that came inside of Python packages, one part for all files of the same name; without those `known`."""
    parts: dict[str, Part] = {}
    for path in libraries(folder):
        for begin, told in KNOWN["native"].items():
            if path.name.startswith(begin) and path not in known:
                part = parts.setdefault(told["name"], Part(told["name"], "", told["licence"], source=told["source"]))
                part.files.append(path)
    return [parts[name] for name in sorted(parts)]


def of_the_system(folder: Path, place: Path) -> list[Part]:
    """Libraries of Debian that PyInstaller took along; none on other systems."""
    if shutil.which("dpkg-query") is None:
        return []
    parts: dict[str, Part] = {}
    for path in libraries(folder):
        # What came with Python packages lies in folders of its own.
        is_theirs = path.parent.name != "_internal" or path.name.startswith(("libpython", "_"))
        package = None if is_theirs else package_of(path.name)
        if package is not None:
            name, version, architecture = package
            purl = f"pkg:deb/debian/{name}@{version}?arch={architecture}"
            part = parts.setdefault(name, Part(name, version, "", purl, ""))
            part.files.append(path)
            copied(place / "debian" / name, [Path("/usr/share/doc") / name / "copyright"])
    return [parts[name] for name in sorted(parts)]


def package_of(library: str) -> tuple[str, str, str] | None:
    """Name, version and architecture of the Debian package that has `library`."""
    found = subprocess.run(["dpkg-query", "--search", f"*/{library}"], capture_output=True, text=True, check=False)
    if found.returncode != 0:
        return None
    name = found.stdout.split(":", 1)[0]
    form = "${Version}\t${Architecture}\n"
    told = subprocess.run(["dpkg-query", "--show", "-f", form, name], capture_output=True, text=True, check=True)
    version, architecture = told.stdout.splitlines()[0].split("\t")
    return name, version, architecture


def copied(to: Path, texts: Iterable[Path]) -> None:
    """Copy licences to a folder; those of the same name get numbers."""
    for number, text in enumerate(each for each in texts if each.is_file()):
        to.mkdir(parents=True, exist_ok=True)
        name = text.name if not (to / text.name).exists() else f"{number}-{text.name}"
        shutil.copyfile(text, to / name)
