"""From an encoded frame to pixels."""

from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from camwire.frame import EncodedFrame
from viewer.core.pictures.wanting import Place


class DecodeError(Exception):
    """The frame holds no picture; the text says why, for a person."""


class Decoder(ABC):
    """Decodes one camera's frames of one codec."""

    codec: ClassVar[str]
    sent_as: tuple[int, int] | None = None
    """Width and height of the frame decoded last, where the picture is smaller."""

    @classmethod
    def is_available(cls) -> bool:
        """Whether this computer has what it takes."""
        return True

    def quick_pixels(self, frame: EncodedFrame) -> int | None:
        """How many pixels are gone through to decode `frame`; None if that cannot be told, or there is more to it.

        In the loop's thread, while no frame of the camera is in work.
        """
        return None

    @abstractmethod
    def decode(self, frame: EncodedFrame, place: Place | None = None) -> npt.NDArray[np.uint8]:
        """Return the picture: (height, width, 4), uint8, BGRX, C-contiguous, owned by the caller.

        Where it is cheaper, it may be smaller than it was sent, but not much smaller than fits into `place`. Runs in a
        decode thread or the loop's, one frame of a camera at a time. Raises DecodeError.
        """

    def go_over(self, frame: EncodedFrame) -> None:
        """Decode a frame that nobody looks at, for those that build on it. As `decode`."""
        self.decode(frame)
