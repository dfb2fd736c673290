"""How pictures come from a source, for those who watch over the camera."""

from dataclasses import dataclass

from sender.pipeline.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Flow:
    """One look: `newest_ns` is on the clock of `time.monotonic_ns`, 0 before the first picture.

    `trouble` is a sentence, empty while all is well. `is_lost`: the source is away, and opened again until it is back;
    `stepped_ns` is when that last got a step further, on the same clock. Before `silent_until_ns` there is nothing to
    come of a source that is slow on purpose. `has_ended`: the source has given all that it had. `is_stuck`: an encoder
    or a filter hangs, and with it all pictures, however many the source gives.
    """

    newest_ns: int
    per_second: float
    trouble: str
    is_lost: bool
    stepped_ns: int
    silent_until_ns: int
    has_ended: bool
    is_stuck: bool

    @classmethod
    def of(cls, pipeline: Pipeline) -> "Flow":
        """How it flows now. On the loop."""
        captured = pipeline.captured
        # First, as it is written last: of a source that is lost meanwhile, the older step would be told as hanging.
        is_lost = pipeline.is_lost
        return cls(
            captured.newest_ns,
            captured.per_second(),
            pipeline.trouble,
            is_lost,
            pipeline.stepped_ns,
            pipeline.silent_until_ns,
            pipeline.has_ended,
            pipeline.is_encoding_stuck,
        )
