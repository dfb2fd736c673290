"""Parts of an endless answer, cut anywhere, from cameras that keep to the rules and from others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sender.web.multipart import MOST_HEADER_BYTES, Multipart

MOST = 1000
bodies = st.lists(st.binary(max_size=60).filter(lambda body: b"--edge" not in body), min_size=1, max_size=6)


def stream(parts: list[bytes], line: str = "\r\n", length: str = "Content-Length: ", begins: str = "") -> bytes:
    """`parts` as a camera sends them, and the boundary behind the last."""
    headers = [f"{length}{len(part)}{line}" if length else "" for part in parts]
    pieces = [
        f"--edge{line}Content-Type: image/jpeg{line}{header}{line}".encode() + part + line.encode()
        for part, header in zip(parts, headers, strict=True)
    ]
    return begins.encode() + b"".join(pieces) + f"--edge{line}".encode()


def each_of(data: bytes, boundary: str = "edge") -> list[bytes]:
    """All parts, as they come byte by byte."""
    it = Multipart(boundary, MOST)
    found = [it.feed(data[at : at + 1]) for at in range(len(data))]
    return [each for each in found if each is not None]


@given(
    bodies,
    st.sampled_from(["\r\n", "\n"]),
    st.sampled_from(["Content-Length: ", "content-length:"]),
    st.sampled_from(["", "\r\n", "\r\n\r\n"]),
    st.sampled_from(["edge", "--edge", "another", ""]),
)
def test_that_every_part_is_found_whatever_the_camera_announces(
    parts: list[bytes], line: str, length: str, begins: str, boundary: str
) -> None:
    assert each_of(stream(parts, line, length, begins), boundary) == parts


@given(bodies, st.sampled_from(["\r\n", "\n"]), st.sampled_from(["edge", "--edge", "another"]))
def test_that_parts_without_a_length_end_at_the_boundary(parts: list[bytes], line: str, boundary: str) -> None:
    # With bare line ends, one at the end of the picture cannot be told from that of the line before the boundary.
    parts = [part.rstrip(b"\r\n") for part in parts]
    assert each_of(stream(parts, line, ""), boundary) == parts


@given(bodies, st.lists(st.integers(1, 200), max_size=40))
def test_that_it_makes_no_difference_where_the_stream_is_cut(parts: list[bytes], cuts: list[int]) -> None:
    data, it = stream(parts), Multipart("edge", MOST)
    found: list[bytes] = []
    for size in [*cuts, len(data)]:
        piece, data = data[:size], data[size:]
        part = it.feed(piece)
        found += [] if part is None else [part]
    assert found[-1] == parts[-1]
    left = iter(parts)
    assert all(each in left for each in found), "in their order"


def test_that_of_several_parts_at_once_the_newest_is_taken() -> None:
    assert Multipart("edge", MOST).feed(stream([b"one", b"two", b"three"])) == b"three"


def test_that_the_first_boundary_may_be_missing() -> None:
    data = stream([b"one", b"two"], length="").removeprefix(b"--edge\r\n")
    assert each_of(data) == [b"one", b"two"]


def test_that_a_wrong_length_costs_two_parts_at_most() -> None:
    right = stream([b"first", b"second", b"third"])
    for wrong in (right.replace(b"Length: 5", b"Length: 3", 1), right.replace(b"Length: 5", b"Length: 9", 1)):
        assert each_of(wrong)[-1] == b"third"


@pytest.mark.parametrize(
    "data",
    [
        b"--edge\r\n\r\n" + b"x" * (MOST + 1),
        b"--edge\r\nContent-Length: 1001\r\n\r\n",
        b"--edge\r\n" + b"X: y\r\n" * MOST_HEADER_BYTES,
    ],
)
def test_that_what_would_grow_without_end_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="part"):
        Multipart("edge", MOST).feed(data)
