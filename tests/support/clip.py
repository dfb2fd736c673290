"""Pictures of the demo film."""

from pathlib import Path
from typing import Any

import av

FILM = Path(__file__).parents[2] / "resources" / "bigbuckbunny.mp4"


def pictures(count: int) -> list[Any]:
    """Its first pictures, (height, width, 3), BGR."""
    found: list[Any] = []
    with av.open(str(FILM)) as file:
        for frame in file.decode(video=0):
            if len(found) == count:
                break
            found.append(frame.to_ndarray(format="bgr24"))
    return found
