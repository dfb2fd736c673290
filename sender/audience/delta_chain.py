"""One viewer's place in a stream whose frames build on each other.

Viewers share an encoder for as long as each gets every frame. Who misses one can decode nothing before a keyframe, and
that is as large as a JPEG. So that the others do not pay for it at every miss, it goes on with an encoder of its own,
at its own pace. A delta is never dropped alone.
"""

from itertools import count

from camwire.frame import EncodedFrame

_numbers = count(1)


class DeltaChain:
    """Lives on the loop."""

    def __init__(self) -> None:
        self.alone = 0
        """Names the encoder that is this viewer's own; 0: it shares one."""
        self.needs_keyframe = True
        self._number = next(_numbers)
        self._last = 0
        self._keyframe = 0
        self._taken = 0

    def begin_anew(self) -> None:
        """Other pictures are wanted from now on: with others, if they want the same."""
        self.alone, self.needs_keyframe = 0, True

    def follows(self, frame: EncodedFrame) -> bool:
        """Whether the viewer can decode `frame`."""
        return frame.keyframe or (not self.needs_keyframe and frame.after == self._last)

    def sent(self, frame: EncodedFrame) -> None:
        """`frame` went out."""
        self._last, self.needs_keyframe = frame.sequence, False
        if frame.keyframe:
            self._keyframe = frame.sequence

    def taken(self, sequence: int) -> None:
        """The viewer has done with everything up to `sequence`. One that was not sent says nothing."""
        if sequence <= self._last:
            self._taken = sequence

    def missed(self) -> None:
        """A frame that the viewer would have got did not reach it. Before its first one that changes nothing."""
        if not self.needs_keyframe:
            self.alone, self.needs_keyframe = self._number, True

    def asked(self) -> None:
        """The viewer asks for a keyframe. One that is on its way was asked for before it came."""
        if self._taken >= self._keyframe:
            self.missed()
