"""A file that arrives, on a real disk."""

import hashlib
from pathlib import Path

import pytest

from camwire.files.disk import SLICE_BYTES
from camwire.files.filing import AGAIN
from camwire.files.part import UNSAFE_BYTES, UNSAFE_SECONDS, Part, Written
from camwire.messages import FileOffer


def part_of(folder: Path, content: bytes, name: str = "a.bin", file: str = "0" * 32) -> Part:
    return Part(FileOffer(id=file, name=name, size=len(content), sha256=hashlib.sha256(content).hexdigest()), folder)


def test_that_what_is_written_is_safe_only_when_it_was_made_so(tmp_path: Path) -> None:
    part = part_of(tmp_path, bytes(2 * UNSAFE_BYTES))
    assert part.open() == 0
    now = 100.0
    part.write(0, b"\0", now)
    assert part.write(1, b"\0", now) == Written(2, 1)
    assert part.sync(now) == Written(2, 2)
    assert part.write(2, bytes(UNSAFE_BYTES - 1), now) == Written(UNSAFE_BYTES + 1, 2)
    assert part.write(UNSAFE_BYTES + 1, b"\0", now).safe == UNSAFE_BYTES + 2
    assert part.write(UNSAFE_BYTES + 2, b"\0", now + UNSAFE_SECONDS).safe == UNSAFE_BYTES + 3
    part.close()


def test_that_a_piece_out_of_place_is_not_written(tmp_path: Path) -> None:
    part = part_of(tmp_path, bytes(10))
    part.open()
    assert part.write(5, b"12345", 0.0).bytes == 0
    part.close()


def test_that_a_part_that_is_too_long_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / f"{'0' * 32}.part").write_bytes(bytes(11))
    part = part_of(tmp_path, bytes(10))
    assert part.open() == 0
    part.close()


@pytest.mark.parametrize("file", ["../../outside", "/outside", "con", "..", "a" * 120, "x\0y"])
def test_that_nothing_is_written_outside_the_folder(tmp_path: Path, file: str) -> None:
    part = part_of(tmp_path / "in", b"evil", name="../../outside.txt", file=file)
    part.open()
    part.write(0, b"evil", 0.0)
    assert part.finish()
    assert part.target.read_bytes() == b"evil"
    assert part.target.is_relative_to(tmp_path / "in")
    assert sorted(tmp_path.iterdir()) == [tmp_path / "in"]


def test_that_what_is_given_up_between_two_steps_is_not_made_again(tmp_path: Path) -> None:
    content = bytes(3 * SLICE_BYTES)
    part = part_of(tmp_path, content)
    part.open()
    part.write(0, content[:-1], 0.0)
    part.close()
    again = part_of(tmp_path, content)
    assert again.open() is AGAIN
    again.discard()
    assert again.open() == 0
    assert list(tmp_path.iterdir()) == []
    assert again._file is None
