"""From an encoded frame to pixels."""

from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from camwire.frame import EncodedFrame


class DecodeError(Exception):
    """The frame holds no picture; the text says why, for a person."""


class Decoder(ABC):
    """Decodes one camera's frames of one codec."""

    codec: ClassVar[str]

    @abstractmethod
    def decode(self, frame: EncodedFrame) -> npt.NDArray[np.uint8]:
        """Return the picture: (height, width, 4), uint8, BGRX, C-contiguous, owned by the caller.

        Runs in a decode thread, one frame of a camera at a time. Raises DecodeError.
        """
