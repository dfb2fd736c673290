"""What goes into bundles, and what is told about it."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import icons
import libraries
import licences
import sbom
import sizes
from places import ROOT

LOCK, DIST_LOCK = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-dist.lock")
)
PIN = re.compile(r"^([a-z0-9-]+)==([^\s;\\]+)(?: ; ([^\\]+))?", re.MULTILINE)


def pins(lock: str) -> dict[tuple[str, str], str]:
    return {(name, (marker or "").strip()): version for name, version, marker in PIN.findall(lock)}


def test_that_bundles_are_built_of_the_versions_that_are_tested() -> None:
    tested, bundled = pins(LOCK), pins(DIST_LOCK)
    versions = {name: {version for (each, _), version in tested.items() if each == name} for name, _ in tested}
    assert ("pyinstaller", "") in bundled
    assert [name for (name, _), version in bundled.items() if name in versions and version not in versions[name]] == []


def test_that_everything_bundled_is_pinned_with_hashes_and_without_addresses() -> None:
    pinned = {name for name, _ in pins(DIST_LOCK)}
    assert set(licences.distributions(licences.VIEWER_EXTRAS)) <= pinned
    assert "http" not in DIST_LOCK
    assert DIST_LOCK.count("--hash=sha256:") > 2 * len(pinned)


def test_that_nothing_for_tests_is_bundled() -> None:
    found = licences.distributions(licences.VIEWER_EXTRAS)
    assert {"av", "numpy", "pyside6-essentials", "pyzmq"} <= set(found)
    assert not {"pytest", "pyinstaller", "hypothesis", "vidgear"} & set(found)


def test_that_every_bundled_package_has_a_licence(tmp_path: Path) -> None:
    for name in licences.distributions(licences.VIEWER_EXTRAS):
        assert licences.distribution(name, tmp_path).licence, name


def test_that_the_bill_names_every_library_once(tmp_path: Path) -> None:
    inside = tmp_path / "_internal" / "av.libs"
    inside.mkdir(parents=True)
    for name in ("libx264-0123.so.165", "libavcodec-5e6b.so.62", "libavutil-5809.so.60"):
        (inside / name).write_bytes(name.encode())
    bill = sbom.bill_of("watchword", licences.native(tmp_path), tmp_path)
    assert [each["name"] for each in bill["components"]] == ["ffmpeg", "x264"]
    assert bill["components"][1]["licenses"] == [{"expression": "GPL-2.0-or-later"}]
    assert len(bill["components"][0]["components"]) == 2
    references = bill["dependencies"][0]["dependsOn"]
    assert len(references) == len(set(references))
    assert bill == sbom.bill_of("watchword", licences.native(tmp_path), tmp_path)
    json.dumps(bill)


def test_that_what_debian_names_is_not_named_again(tmp_path: Path) -> None:
    path = tmp_path / "libssl.so.3"
    path.write_bytes(b"")
    assert [part.name for part in licences.native(tmp_path)] == ["openssl"]
    assert licences.native(tmp_path, {path}) == []


@pytest.mark.parametrize(("address", "is_loadable"), [("2d10", True), ("2000", False)])
def test_that_a_library_whose_parts_cannot_be_mapped_is_known(address: str, is_loadable: bool) -> None:
    headers = (
        "    LOAD off    0x0000000000000000 vaddr 0x0000000000000000 paddr 0x0000000000000000 align 2**12\n"
        "         filesz 0x0000000000000670 memsz 0x0000000000000670 flags r--\n"
        f"    LOAD off    0x0000000000001d10 vaddr 0x000000000000{address} paddr 0x000000000000{address} align 2**12\n"
        "  NEEDED               libm.so.6\n"
        "  NEEDED               libc.so.6\n"
    )
    assert libraries.is_loadable(headers) is is_loadable
    assert libraries.needed(headers) == {"libc.so.6", "libm.so.6"}


def test_that_icons_have_the_sizes_they_are_called_by() -> None:
    for size in icons.SIZES:
        image = QImage.fromData(icons.png(size))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(size // 2, round(size * 0.55)).alpha() == 255


def test_that_the_icon_of_windows_holds_every_size(tmp_path: Path) -> None:
    from PySide6.QtGui import QImageReader

    path = tmp_path / "watchword.ico"
    path.write_bytes(icons.ico({size: icons.png(size) for size in icons.OF_WINDOWS}))
    reader = QImageReader(str(path))
    sizes_found = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        sizes_found.append(reader.read().width())
    assert sizes_found == list(icons.OF_WINDOWS)


@pytest.mark.parametrize(
    ("inside", "part"),
    [
        (("_internal", "PySide6", "Qt", "lib", "libQt6Core.so.6"), "Qt (PySide6)"),
        (("_internal", "av.libs", "libx264.so"), "PyAV with FFmpeg, x264, x265"),
        (("_internal", "_cffi_backend.cpython-311-x86_64-linux-gnu.so"), "cryptography with OpenSSL"),
        (("_internal", "libpython3.11.so.1.0"), "Python"),
        (("_internal", "libX11.so.6"), sizes.REST),
        (("watchword",), sizes.PROGRAMS),
        (("licences", "GPL-3.txt"), "licences"),
    ],
)
def test_that_every_file_counts_for_its_part(inside: tuple[str, ...], part: str) -> None:
    names = {name: each for each, known in sizes.PARTS.items() for name in known}
    assert sizes.part_of(inside, names) == part
