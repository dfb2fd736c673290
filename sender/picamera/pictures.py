"""From a filled buffer of the camera to a picture of ours: lent where that can be, copied where it must be."""

from collections.abc import Callable
from typing import Any

from sender.picamera.formats import MJPEG, PLANAR, Layout, pixels_of, planes_of
from sender.picamera.lending import Lent, Loan
from sender.pictures.capture import Capture
from sender.pictures.own_h264 import Encodable, H264Hardware

MAIN, HALF = "main", "lores"
# The camera fills one and has one in hand; without them it drops pictures.
KEPT_BUFFERS = 2


class Pictures:
    """Of a camera with so many `buffers`, whose pictures lie as `whole` says, and those of half the sides as `half`.

    Belongs to the capture thread, but `returned`, which is called in any: it is to bring the loan back to `come_back`.
    """

    def __init__(
        self,
        whole: Layout,
        half: Layout | None,
        buffers: int,
        returned: Callable[[Loan], None],
        h264: H264Hardware | None = None,
    ) -> None:
        """`h264`: what encodes the pictures that are lent."""
        self.layout = whole
        self._half = half
        self._most_loans = buffers - KEPT_BUFFERS if whole.format in PLANAR else 0
        self._h264 = h264 if self.can_lend else None
        self._returned = returned
        self._loans: set[Loan] = set()

    def come_back(self, loan: Loan) -> None:
        """Nobody looks at it any more."""
        self._loans.discard(loan)
        loan.end()

    @property
    def can_lend(self) -> bool:
        """Whether any picture need not be copied."""
        return self._most_loans > 0

    @property
    def lends(self) -> bool:
        """Whether the next one need not."""
        return len(self._loans) < self._most_loans

    def of(self, request: Any, taken_ns: int) -> Capture:
        """The picture of an acquired request, which is released when it is copied, or when its loan comes back."""
        if self.lends:
            return self._lent(request, taken_ns)
        loan = Loan(request, MAIN)
        try:
            return self._copied(loan, taken_ns)
        finally:
            loan.end()

    def empty(self, taken_ns: int) -> Capture:
        """What is known of a picture without its memory."""
        return Capture(taken_ns, *self.layout.size, own_h264=self._encodable(None))

    def _encodable(self, held: Lent | None) -> Encodable | None:
        return None if self._h264 is None else Encodable(self._h264, held)

    def _lent(self, request: Any, taken_ns: int) -> Capture:
        loan = Loan(request, MAIN, *([] if self._half is None else [HALF]))
        self._loans.add(loan)
        held = Lent(loan, self._returned)
        whole, *rest = held.arrays()
        halved = None if self._half is None else planes_of(rest[0], self._half)
        planes = planes_of(whole, self.layout)
        return Capture(taken_ns, *self.layout.size, planes=planes, halved=halved, own_h264=self._encodable(held))

    def _copied(self, loan: Loan, taken_ns: int) -> Capture:
        (memory,), layout = loan.memories, self.layout
        if layout.format == MJPEG:
            return Capture(taken_ns, *layout.size, jpeg=memory[: loan.bytes_used(MAIN)].tobytes())
        if layout.format in PLANAR:
            planes = planes_of(memory.copy(), layout)
            return Capture(taken_ns, *layout.size, planes=planes, own_h264=self._encodable(None))
        return Capture(taken_ns, *layout.size, pixels=pixels_of(memory, layout))
