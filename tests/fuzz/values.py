"""Feeds damaged values to the reader of values: `python -m tests.fuzz.values [--messages 100000] [--seed 1]`.

Good values are damaged, and trees of random items are built. A finding is: an error other than WireError, a value that
cannot be shown, converted to NumPy or sent on, or one that takes too long or too much memory. Prints one table; ends
with 1 if there is a finding.
"""

import argparse
import datetime as dt
import sys
import tempfile
import time
import tracemalloc
import uuid
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import numpy as np
import simplejpeg

from camwire.errors import UsageError, WireError
from camwire.values import ArrayValue, Jpeg, ScalarValue, converted, decode, encode, summary
from tests.fuzz.mutations import VALUES, Parts, mutated
from tests.support.wire_samples import write

MESSAGES = 100_000
# CPU time for one value: reading, and everything that is done with it at once.
MOST_SECONDS = 0.25
MOST_PEAK = 64 * 1024 * 1024
MOST_FINDINGS = 20
# One in so many is looked at for memory too, which is slow.
WEIGHED = 10

GOOD: list[Any] = [
    None, True, 5, -1.5, "text", b"bytes" * 500, [1, [2, (3, {4})]], {"a": 1, ("b", 2.0): {None: []}}, 10**30, {1 + 2j},
    frozenset({1, b"x"}), dt.datetime(2026, 1, 2, 3, 4, 5, 6, dt.UTC, fold=1), dt.datetime(2026, 1, 2),
    dt.date(2026, 1, 2),
    [dt.time(3, 4), dt.timedelta(1, 2, 3)], uuid.UUID(int=7), [Decimal("1.50"), Decimal("NaN")],
    np.arange(24, dtype="<f4").reshape(2, 3, 4), [np.zeros(2000, np.uint8), np.zeros((50, 50), "?"), b"x" * 3000],
    np.array(["Tür", "x"]), np.zeros(3, [("x", "f8"), ("on", "?"), ("in", [("t", "U2"), ("n", "i2", (2,))], (2,))]),
    np.array(["2026-01-02"], "M8[D]"), {np.int64(3): np.float16(1.5), np.str_("k"): np.datetime64("2026", "Y")},
    Jpeg.of(simplejpeg.encode_jpeg(np.zeros((8, 8, 3), np.uint8))),
    [Jpeg.of(simplejpeg.encode_jpeg(np.zeros((64, 64, 3), np.uint8)))],
]  # fmt: skip
WORDS = ["|u1", "<f4", "|b1", "<U2", "|O", "<M8[s]", "1E+9", "NaN", "sNaN", b"\1", b"\0\1", bytes(8), bytes(16)]


@dataclass
class Outcome:
    """What became of the values of one run."""

    values: int = 0
    taken: int = 0
    refused: int = 0
    slowest: float = 0.0
    peak: int = 0
    findings: list[str] = field(default_factory=list)


class Run:
    """Damaged values, one after the other. Findings are kept as samples in `folder`."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.outcome = Outcome()
        self._rng = Random(seed)
        self._folder = folder
        self._samples = [[bytes(part) for part in encode(value)] for value in GOOD]

    def feed(self, messages: int) -> Outcome:
        for number in range(messages):
            self._take(self._any(), number % WEIGHED == 0)
        return self.outcome

    def _any(self) -> Parts:
        choice = self._rng.random()
        if choice < 0.6:
            return mutated(self._rng, self._samples)
        if choice < 0.7:
            return [self._rng.randbytes(self._rng.randint(0, 200)) for _ in range(self._rng.randint(0, 3))]
        try:
            attachments = [self._rng.randbytes(self._rng.choice((0, 1, 8, 64))) for _ in range(self._rng.randint(0, 2))]
            return [msgspec.msgpack.encode(self._tree(0)), *attachments]
        except (OverflowError, UnicodeEncodeError):
            return [b""]

    def _tree(self, level: int) -> Any:
        if level > 5 or self._rng.random() < 0.4:
            return self._rng.choice((self._rng.choice(VALUES), self._rng.choice(WORDS), self._rng.randint(-3, 3)))
        return [
            self._rng.randint(0, 18),
            *[self._tree(level + 1) for _ in range(self._rng.choice((0, 1, 1, 2, 2, 3, 4)))],
        ]

    def _take(self, parts: Parts, is_weighed: bool) -> None:
        self.outcome.values += 1
        if is_weighed:
            tracemalloc.start()
        began = time.thread_time()
        try:
            self._use(decode(parts), parts)
            self.outcome.taken += 1
        except WireError:
            self.outcome.refused += 1
        except Exception as error:
            self._find(f"{type(error).__name__}: {error}", parts)
        seconds = time.thread_time() - began
        if is_weighed:
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            self.outcome.peak = max(self.outcome.peak, peak)
            if peak > MOST_PEAK:
                self._find(f"took {peak:,} bytes of memory", parts)
            return
        self.outcome.slowest = max(self.outcome.slowest, seconds)
        if seconds > MOST_SECONDS:
            self._find(f"took {seconds:.2f} s", parts)

    def _use(self, value: object, parts: Parts) -> None:
        """What an end does with a value."""
        text = summary(value)
        if len(text) > 4000 or not isinstance(text.encode(), bytes):
            self._find("a summary that cannot be shown", parts)
        try:
            came = decode(encode(value))
        except (UsageError, WireError) as error:
            self._find(f"it was taken, and cannot be sent on: {error}", parts)
            return
        if "{" not in text and summary(came) != text:
            self._find(f"it is {text[:100]}, and {summary(came)[:100]} after it was sent on", parts)
        repr(converted(value, _to_numpy))

    def _find(self, what: str, parts: Parts) -> None:
        if len(self.outcome.findings) >= MOST_FINDINGS:
            return
        path = self._folder / f"values-{len(self.outcome.findings)}.msgpack"
        write(path, [bytes(part) for part in parts])
        self.outcome.findings.append(f"{what[:300]} ({path})")


def _to_numpy(value: ArrayValue | ScalarValue) -> Any:
    return np.asarray(value) if isinstance(value, ArrayValue) else np.asarray(value)[()]


def table(outcome: Outcome) -> str:
    """The outcome as text."""
    row = "{:>12}{:>12}{:>12}{:>14}{:>12}{:>12}".format
    return "\n".join(
        [
            row("values", "taken", "refused", "slowest (ms)", "most (MB)", "findings"),
            row(
                f"{outcome.values:,}",
                f"{outcome.taken:,}",
                f"{outcome.refused:,}",
                f"{outcome.slowest * 1000:.1f}",
                f"{outcome.peak / 1024**2:.1f}",
                len(outcome.findings),
            ),
            *outcome.findings,
        ]
    )


def main(words: list[str] | None = None) -> int:
    """Run as the words say; return the exit code."""
    parser = argparse.ArgumentParser(prog="tests.fuzz.values")
    parser.add_argument("--messages", type=int, default=MESSAGES, help="damaged values")
    parser.add_argument("--seed", type=int, default=1, help="the same number damages in the same way")
    given = parser.parse_args(words)
    outcome = Run(given.seed, Path(tempfile.gettempdir(), "watchword-findings")).feed(given.messages)
    print(table(outcome))
    return 1 if outcome.findings else 0


if __name__ == "__main__":
    sys.exit(main())
