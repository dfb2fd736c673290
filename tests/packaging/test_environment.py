"""What an installed program starts finds the system's libraries and its own parts of Qt, not those of the bundle."""

import json
import os
import subprocess
import sys

import pytest

from tests.support.pages import ROOT

# As in a bundle: our hook, then PyInstaller's for PySide6, then the program.
STARTED = f"""
import json, os, runpy, sys
runpy.run_path({str(ROOT / "packaging" / "bundle" / "environment.py")!r})
sys._MEIPASS = "/opt/watchword/_internal"
os.environ["QT_PLUGIN_PATH"] = "/opt/watchword/_internal/PySide6/Qt/plugins"
os.environ["QML2_IMPORT_PATH"] = "/opt/watchword/_internal/PySide6/Qt/qml"
from viewer import selftest, starting
starting.application()
selftest._other_programs()
print(json.dumps(dict(os.environ)))
"""


@pytest.mark.parametrize("before", [{}, {"QT_PLUGIN_PATH": "/home/me/kde/plugins", "LD_LIBRARY_PATH": "/home/me/lib"}])
def test_that_the_environment_is_as_it_was_once_there_is_a_window(before: dict[str, str]) -> None:
    names = ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
    asked = {name: value for name, value in os.environ.items() if name not in names}
    asked |= before | {"QT_QPA_PLATFORM": "offscreen"}
    if "LD_LIBRARY_PATH" in before:
        # As PyInstaller's loader has it.
        asked |= {"LD_LIBRARY_PATH": "/opt/watchword/_internal", "LD_LIBRARY_PATH_ORIG": before["LD_LIBRARY_PATH"]}
    it = subprocess.run(
        [sys.executable, "-c", STARTED], cwd=ROOT, env=asked, capture_output=True, text=True, timeout=60
    )
    assert it.returncode == 0, it.stderr
    found = json.loads(it.stdout)
    assert {name: value for name, value in found.items() if name.removesuffix("_ORIG") in names} == before
