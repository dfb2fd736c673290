"""Which library is asked for pictures here."""

from functools import cache

from sender.imaging.base import Imaging
from sender.libraries import has_opencv


@cache
def imaging() -> Imaging:
    """What scales, converts and reads pictures here. The first call takes a tenth of a second."""
    if has_opencv():
        from sender.imaging.by_opencv import OpencvImaging

        return OpencvImaging()
    from sender.imaging.by_pyav import AvImaging

    return AvImaging()
