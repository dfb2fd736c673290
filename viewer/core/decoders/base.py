"""From an encoded frame to pixels."""

from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from camwire.frame import EncodedFrame
from viewer.core.wanting import Place


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

    @abstractmethod
    def decode(self, frame: EncodedFrame, place: Place | None = None) -> npt.NDArray[np.uint8]:
        """Return the picture: (height, width, 4), uint8, BGRX, C-contiguous, owned by the caller.

        Where it is cheaper, it may be smaller than it was sent, but not much smaller than fits into `place`. Runs in a
        decode thread or the loop's, one frame of a camera at a time. Raises DecodeError.
        """
