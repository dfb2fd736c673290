"""Of one camera's frames, those that can be decoded from the first keyframe on."""

from math import inf

from camwire.frame import EncodedFrame

ASK_SECONDS = 0.5
"""How long a keyframe may take before it is asked for again."""
SEEK_SECONDS = 10.0
"""So often there is to be a keyframe, for who looks for a place in a recording: cameras send none unasked."""


class Unbroken:
    """`now` is monotonic, in seconds."""

    def __init__(self) -> None:
        self.is_broken = True
        """Whether nothing can be decoded before a keyframe comes."""
        self._last = 0
        self._asked = self._keyframe = -inf

    def takes(self, frame: EncodedFrame, now: float) -> bool:
        """Whether `frame` can be decoded after those that were taken."""
        if frame.keyframe:
            self._keyframe = now
        self.is_broken = not frame.keyframe and (self.is_broken or frame.after != self._last)
        self._last = frame.sequence
        return not self.is_broken

    def break_off(self) -> None:
        """A frame that was taken is not kept after all."""
        self.is_broken = True

    def must_ask(self, now: float, is_wanted: bool = False) -> bool:
        """Whether to ask for a keyframe now, which may be `wanted` for another reason. It is, then, taken for asked."""
        is_due = is_wanted or self.is_broken or now - self._keyframe > SEEK_SECONDS
        if not is_due or now - self._asked < ASK_SECONDS:
            return False
        self._asked = now
        return True
