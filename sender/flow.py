"""How pictures come from a source, for those who watch over the camera."""

from dataclasses import dataclass

from sender.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Flow:
    """One look: `newest_ns` is on the clock of `time.monotonic_ns`, 0 before the first picture.

    `trouble` is a sentence, empty while all is well. `is_lost`: the source is away, and opened again until it is back.
    """

    newest_ns: int
    per_second: float
    trouble: str
    is_lost: bool

    @classmethod
    def of(cls, pipeline: Pipeline) -> "Flow":
        """How it flows now. On the loop."""
        captured = pipeline.captured
        return cls(captured.newest_ns, captured.per_second(), pipeline.trouble, pipeline.is_lost)
