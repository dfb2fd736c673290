"""What desktops, packages and installers are told is the same everywhere, and true."""

import re
import shutil
import subprocess
import tomllib
from configparser import ConfigParser
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from places import APP_ID, BUNDLE_LICENCE, MAINTAINER, ROOT, VERSION

LINUX = ROOT / "packaging" / "linux"
METAINFO = ElementTree.parse(LINUX / f"{APP_ID}.metainfo.xml").getroot()
MIME = ElementTree.parse(LINUX / f"{APP_ID}.mime.xml").getroot()
MIME_SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"
RELEASE = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")


def entry() -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment]
    parser.read(LINUX / f"{APP_ID}.desktop", encoding="utf-8")
    return parser


def text_of(tag: str) -> str:
    found = METAINFO.findtext(tag)
    assert found
    return found


def test_that_windows_belong_to_the_desktop_entry() -> None:
    starting = (ROOT / "viewer" / "starting.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{APP_ID}")' in starting
    assert entry()["Desktop Entry"]["Icon"] == APP_ID


def test_that_the_metainfo_is_of_this_version_and_this_entry() -> None:
    assert text_of("id") == APP_ID
    assert text_of("launchable") == f"{APP_ID}.desktop"
    assert text_of("project_license") == BUNDLE_LICENCE
    newest = METAINFO.find("releases/release")
    assert newest is not None
    assert newest.get("version") == VERSION
    assert date.fromisoformat(newest.get("date", ""))


def test_that_every_screenshot_is_a_picture_of_the_documentation() -> None:
    images = [each.text or "" for each in METAINFO.iterfind("screenshots/screenshot/image")]
    assert len(images) >= 3
    for image in images:
        assert (ROOT / "docs" / "images" / image.rpartition("/")[2]).is_file()


def test_that_the_programs_are_those_of_the_wheel() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {each.text for each in METAINFO.iterfind("provides/binary")} | {"watchword-camera"}
    assert named == {*project["scripts"], *project["gui-scripts"]}


def test_that_layout_files_open_the_program_everywhere() -> None:
    kind = MIME.find(f"{MIME_SPACE}mime-type")
    assert kind is not None
    glob = kind.find(f"{MIME_SPACE}glob")
    assert glob is not None
    assert glob.get("pattern") == "*.watchword-layout"
    assert entry()["Desktop Entry"]["MimeType"] == f"{kind.get('type')};"
    assert entry()["Desktop Entry"]["Exec"] == "watchword %F"
    assert METAINFO.findtext("provides/mediatype") == kind.get("type")
    installer = (ROOT / "packaging" / "windows" / "watchword.nsi").read_text(encoding="utf-8")
    assert r"Software\Classes\.watchword-layout" in installer


def test_that_packages_name_one_maintainer_and_one_version() -> None:
    for name in ("watchword", "watchword-camera"):
        control = (ROOT / "packaging" / "debian" / f"{name}.control").read_text(encoding="utf-8")
        assert control.startswith(f"Package: {name}\nVersion: {{version}}\n")
        assert "Maintainer: {maintainer}" in control
    assert re.fullmatch(r".+ <\S+@\S+>", MAINTAINER)


def test_that_the_terms_are_told_plainly() -> None:
    told = (ROOT / "packaging" / "licences" / "README.txt").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE, VERSION 3 OR LATER" in " ".join(told.split())
    assert "Apache License 2.0" in told


def test_that_the_release_takes_actions_by_their_commit() -> None:
    used = re.findall(r"uses: (\S+)", RELEASE)
    assert used
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", each) for each in used)
    assert "permissions: {}" in RELEASE


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-utils")
def test_that_the_desktop_entry_is_valid() -> None:
    it = subprocess.run(["desktop-file-validate", LINUX / f"{APP_ID}.desktop"], capture_output=True, text=True)
    assert (it.returncode, it.stdout + it.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstream")
def test_that_the_metainfo_is_valid() -> None:
    command = ["appstreamcli", "validate", "--no-net", LINUX / f"{APP_ID}.metainfo.xml"]
    assert subprocess.run(command, capture_output=True).returncode == 0


@pytest.mark.skipif(shutil.which("makensis") is None, reason="needs nsis")
@pytest.mark.usefixtures("qapp")  # Icons are drawn by Qt, which is made once in a program: as windows need it.
def test_that_the_windows_installer_compiles(tmp_path: Path) -> None:
    import icons
    import installers

    payload = tmp_path / "payload"
    shutil.copytree(ROOT / "packaging" / "licences", payload / "licences")
    (payload / "watchword.exe").write_bytes(bytes(1000))
    icons.draw()
    installers.compiled(str(payload), str(tmp_path / "watchword-setup.exe"))
    assert (tmp_path / "watchword-setup.exe").read_bytes().startswith(b"MZ")
