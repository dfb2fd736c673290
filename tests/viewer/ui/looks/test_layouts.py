"""Nothing is cut off, covered or out of sight: in all languages, on small and large screens, and at 200 %."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.ui.look.language import LANGUAGES

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[4]
SCREENS = {"1": ("1280x720,1920x1080", "dark"), "2": ("640x360,960x540", "light")}
"""By scale: the rooms there are, that of the screen first, in the pixels that Qt counts in; and the theme. Screens of
1280×720 and 1920×1080 at 200 % have half of both."""


@pytest.mark.parametrize("scale", SCREENS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_everything_is_seen_whole(language: str, scale: str) -> None:
    rooms, theme = SCREENS[scale]
    asked = ["--languages", language, "--rooms", rooms, "--themes", theme]
    words = [sys.executable, "-m", "tests.viewer.ui.looks.check", *asked]
    ended = subprocess.run(
        words, cwd=ROOT, env={**os.environ, "QT_SCALE_FACTOR": scale}, capture_output=True, text=True, check=False
    )
    assert ended.returncode in (0, 1), ended.stderr[-3000:]
    assert json.loads(ended.stdout) == {}
