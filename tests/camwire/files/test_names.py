"""Names from strangers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire import limits
from camwire.files.names import NAME_BYTES, safe_folder, safe_name

NAMES = [
    ("report.pdf", "report.pdf"),
    ("../../etc/passwd", "passwd"),
    ("..\\..\\windows\\win.ini", "win.ini"),
    ("/", "file"),
    ("..", "file"),
    ("", "file"),
    ("C:\\CON", "_CON"),
    ("nul.txt", "_nul.txt"),
    ("Lpt1", "_Lpt1"),
    ("com¹.log", "_com¹.log"),
    ("desktop.ini", "_desktop.ini"),
    ("console.log", "console.log"),
    ("a:b.txt", "a_b.txt"),
    ("what?<now>|*.txt", "what__now___.txt"),
    ("tab\tnew\nline\0.txt", "tabnewline.txt"),
    ("harmless\u202egnp.exe", "harmlessgnp.exe"),
    ("dots and spaces . . ", "dots and spaces"),
    (".hidden", "hidden"),
    ("Grüße aus Köln.txt", "Grüße aus Köln.txt"),
    ("half\ud800.txt", "half.txt"),
]


@pytest.mark.parametrize(("name", "safe"), NAMES)
def test_that_a_name_from_a_peer_is_made_fit(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_that_a_long_name_keeps_its_ending() -> None:
    safe = safe_name("ä" * 200 + ".jpeg")
    assert len(safe.encode()) <= NAME_BYTES
    assert safe.endswith("ä.jpeg")


@given(st.text(max_size=300))
def test_that_any_name_is_one_name_in_one_folder(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= NAME_BYTES
    assert not set(safe) & set('/\\:*?"<>|\0')
    assert safe not in (".", "..")
    assert safe_name(safe) == safe


@given(st.text(min_size=1, max_size=limits.ID_CHARACTERS))
def test_that_any_id_is_the_name_of_one_folder(file: str) -> None:
    assert safe_folder(file).isalnum()
    assert safe_folder(file) == safe_folder(file).lower()
