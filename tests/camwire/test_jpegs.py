"""What a JPEG may cost."""

import pytest

from camwire import limits
from camwire.errors import WireError
from camwire.jpegs import START_OF_SCAN, require_bounded
from tests.support import jpegs


def test_that_a_picture_passes() -> None:
    require_bounded(jpegs.plain(), 64, 48)
    require_bounded(memoryview(jpegs.plain()), 7680, 4320)


def test_that_a_progressive_photograph_passes() -> None:
    require_bounded(START_OF_SCAN * 10, 4000, 3000)


@pytest.mark.parametrize(
    ("scans", "width", "height"),
    [(1, 65_500, 65_500), (1, 8193, 8192), (limits.JPEG_SCANS + 1, 16, 16), (400, 8192, 8192), (5, 8192, 8192)],
)
def test_that_what_would_take_too_long_is_refused(scans: int, width: int, height: int) -> None:
    with pytest.raises(WireError):
        require_bounded(START_OF_SCAN * scans, width, height)
