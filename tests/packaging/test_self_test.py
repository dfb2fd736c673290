"""--self-test finds everything in the checkout, and says what is missing where something is."""

import subprocess
import sys

import pytest

from tests.support.pages import ROOT

WITHOUT = (
    "import sys; sys.modules.update(dict.fromkeys({missing!r})); sys.argv[1:] = {words!r}; "
    "from {module} import main; sys.exit(main())"
)


def said(module: str, *words: str, missing: tuple[str, ...] = ()) -> tuple[int, str]:
    code = WITHOUT.format(missing=missing, words=list(words), module=module)
    it = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    return it.returncode, it.stdout


def test_that_nothing_is_missing_here() -> None:
    code, told = said("viewer.__main__", "--self-test")
    assert "MISSING" not in told
    assert code == 0
    assert "dialects: imagezmq, native, netgear, netgear_async" in told


def test_that_what_is_missing_is_named_and_the_rest_is_still_looked_at() -> None:
    code, told = said("viewer.__main__", "--self-test", missing=("av", "spake2"))
    assert code == 1
    failed = [line.split()[1].rstrip(":") for line in told.splitlines() if line.startswith("MISSING")]
    assert failed == ["codecs", "H.264", "recording", "pairing"]
    assert "ok       network" in told


@pytest.mark.parametrize(("missing", "webcams"), [((), "by OpenCV"), (("cv2",), "not in this program")])
def test_that_a_camera_program_is_whole_with_opencv_and_without(missing: tuple[str, ...], webcams: str) -> None:
    code, told = said("sender.__main__", "self-test", missing=missing)
    assert "MISSING" not in told
    assert code == 0
    assert f"webcams: {webcams}" in told
