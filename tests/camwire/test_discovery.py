"""What a camera says of itself to its network, and what may come from anybody."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire import limits
from camwire.discovery import ENTRY_BYTES, LABEL_BYTES, Announced
from camwire.printable import is_printable, is_seen
from camwire.public_key import is_key

PORCH = Announced("c7", "porch", (1, 1), "watchword-camera 0.1.0")
KEY = "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"
LINE = st.text(min_size=1, max_size=limits.NAME_CHARACTERS).filter(lambda text: is_printable(text) and is_seen(text))


def heard(announced: Announced) -> dict[bytes, bytes | None]:
    return {key.encode(): value.encode() for key, value in announced.as_text().items()}


def test_that_what_is_announced_is_read_again() -> None:
    assert Announced.read(heard(PORCH)) == PORCH
    secured = replace(PORCH, key=KEY, pair=5601)
    assert Announced.read(heard(secured)) == secured


@pytest.mark.parametrize("pair", [b"0", b"-1", b"65536", b"05601", b"5601 ", "٥٦٠١".encode(), b"many", b""])
@pytest.mark.parametrize("key", [KEY[:-1].encode(), f"{KEY}\n".encode(), b"\xff" * 40, b" " * 40])
def test_that_what_is_no_key_and_no_port_is_left_out(key: bytes, pair: bytes) -> None:
    assert Announced.read({**heard(PORCH), b"key": key, b"pair": pair}) == PORCH


@given(LINE)
def test_that_any_name_of_a_camera_has_room(name: str) -> None:
    announced = Announced("c7", name, (1, 1))
    assert all(len(f"{key}={value}".encode()) <= ENTRY_BYTES for key, value in announced.as_text().items())
    assert 0 < len(f"{announced.label}-999".encode()) < LABEL_BYTES
    assert "." not in announced.label
    read = Announced.read(heard(announced), announced.label)
    assert read is not None
    assert name.startswith(read.name)


@given(
    st.dictionaries(
        st.sampled_from([b"id", b"name", b"Protocol", b"protocol", b"software", b"key", b"pair"]),
        st.binary() | st.none(),
    )
)
def test_that_nothing_that_is_heard_breaks_it_or_steers_a_terminal(text: dict[bytes, bytes | None]) -> None:
    read = Announced.read(text, "a label")
    if read is not None:
        assert is_seen(read.id)
        assert len(read.name) <= limits.NAME_CHARACTERS
        assert all(is_printable(each) for each in (read.id, read.name, read.software))
        assert not read.key or is_key(read.key)
        assert 0 <= read.pair <= 65_535


@pytest.mark.parametrize(
    "text",
    [
        {},
        {b"id": b"c7"},
        {b"id": b"c7", b"protocol": b"one"},
        {b"id": b"", b"protocol": b"1.1"},
        {b"id": b" ", b"protocol": b"1.1"},
        {b"id": b"c" * (limits.ID_CHARACTERS + 1), b"protocol": b"1.1"},
    ],
)
def test_that_what_does_not_say_which_camera_it_is_is_none(text: dict[bytes, bytes | None]) -> None:
    assert Announced.read(text) is None


def test_that_one_without_a_name_is_called_as_its_service() -> None:
    read = Announced.read({b"ID": b"c7", b"Protocol": b"1.1", b"name": None}, "porch-2")
    assert read == Announced("c7", "porch-2", (1, 1))
