"""The memory of a camera's buffers, lent to whoever encodes the pictures in them: nothing is copied.

A buffer that is lent out is missing to the camera, so it is given back as soon as nobody looks at it any more. That
may be found out in any thread and at any moment: it is only noted there, and done in the capture thread.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Memory: TypeAlias = npt.NDArray[np.uint8]


class Loan:
    """The memory of some streams of `request`, a picamera2 `CompletedRequest` that was acquired for this."""

    def __init__(self, request: Any, *streams: str) -> None:
        from picamera2 import MappedArray

        self.request = request
        self._mapped = [MappedArray(request, each, reshape=False, write=False) for each in streams]
        self.memories: list[Memory] = [each.__enter__().array for each in self._mapped]
        """The bytes of each stream."""

    def bytes_used(self, stream: str) -> int:
        """How much of it is filled, for pictures that are not always of one length."""
        request = self.request
        planes = request.request.buffers[request.stream_map[stream]].metadata.planes
        return int(planes[0].bytes_used)

    def end(self) -> None:
        """Give it back to the camera. In the capture thread, when nobody looks at the memory any more."""
        # The buffer cannot be unmapped while an array is on it.
        self.memories = []
        try:
            for each in self._mapped:
                each.__exit__(None, None, None)
        finally:
            self.request.release()


class Lent:
    """What all arrays on one loan hold on to. Its end is theirs: `returned(loan)` is called then, in any thread.

    It is called while Python tidies up, so it must not wait for a lock: `queue.SimpleQueue.put` does not.
    """

    def __init__(self, loan: Loan, returned: Callable[[Loan], None]) -> None:
        self._loan = loan
        self._returned = returned

    def __del__(self) -> None:
        self._returned(self._loan)

    @property
    def request(self) -> Any:
        """The picamera2 `CompletedRequest`, for as long as this is held."""
        return self._loan.request

    def arrays(self) -> "list[Memory]":
        """The memories. They and all views of them hold this."""
        import numpy as np

        return [np.asarray(_Array(self, each)) for each in self._loan.memories]


class _Array:
    """One memory, as NumPy takes it."""

    def __init__(self, holder: Lent, memory: "Memory") -> None:
        self._holder = holder
        self.__array_interface__ = {
            "shape": memory.shape,
            "typestr": "|u1",
            # Read-only: the camera writes there again.
            "data": (memory.__array_interface__["data"][0], True),
            "version": 3,
        }
