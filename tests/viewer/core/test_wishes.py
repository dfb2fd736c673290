"""What a later start wants, on its way to the one that runs."""

import os

import pytest

from viewer.core.wishes import Wishes


def test_that_names_that_are_no_text_arrive_as_they_are() -> None:
    name = os.fsdecode(b"/tmp/\xff.watchword-layout")
    wishes = Wishes(files=(name,), layout=os.fsdecode(b"\xfe"), demo=3, full_screen=True)
    assert Wishes.decoded(wishes.encoded()) == wishes


@pytest.mark.parametrize(
    "line",
    [
        b'{"token": "a\\u0000b"}',
        b'{"files": ["/a\\u0000b"]}',
        b'{"token": "\\ud800"}',
        b"[" * 200_000,
        b'{"demo": 1e9}',
    ],
)
def test_that_what_no_command_line_can_hold_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"NUL|surrogates|recursion|Expected"):
        Wishes.decoded(line)
