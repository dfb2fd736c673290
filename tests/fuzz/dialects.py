"""Feeds damaged messages to every dialect: `python -m tests.fuzz.dialects [--messages 100000] [--seed 1]`.

The recorded samples of all dialects are damaged again and again, and each result is given to a dialect that was never
used and to one that lives through the whole run. A finding is: an error other than WireError, a message that two
dialects claim, one that takes too long or too much memory, or memory that is not given back. Prints one table; ends
with 1 if there is a finding.
"""

import argparse
import gc
import sys
import tempfile
import time
import tracemalloc
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import psutil

from camwire import dialects
from camwire.dialects.base import Dialect
from camwire.errors import UsageError, WireError
from camwire.messages import Parts
from tests.fuzz.mutations import mutated
from tests.support.wire_samples import begin, begun, read, samples, write

MESSAGES = 100_000
# CPU time of this thread for one message and one dialect. Reading is done in the loop's thread.
MOST_SECONDS = 0.25
# What one message may make a dialect take for a moment. The largest header has half a megabyte.
MOST_PEAK = 64 * 1024 * 1024
# What may be left of a whole run, as Python counts it and as the system does.
MOST_GROWTH = 4 * 1024 * 1024
MOST_RSS_GROWTH = 96 * 1024 * 1024
MOST_FINDINGS = 20
# One in so many damaged messages is followed by a good one, and by a line that is said.
NOW_AND_THEN = 8
MEGABYTE = 1024 * 1024


@dataclass
class Outcome:
    """What became of the messages of one run."""

    name: str
    messages: int = 0
    claimed: int = 0
    taken: int = 0
    refused: int = 0
    slowest: float = 0.0
    peak: int = 0
    growth: int = 0
    rss_growth: int = 0
    findings: list[str] = field(default_factory=list)


class Run:
    """One dialect under damaged messages. Findings are kept as samples in `folder`."""

    def __init__(self, name: str, seed: int, folder: Path) -> None:
        self.outcome = Outcome(name)
        self._name = name
        self._rng = Random(f"{name} {seed}")
        self._folder = folder
        ours = [read(path) for quality in ("first", "later") for path in samples(name, quality)]
        broken = [read(path) for quality in ("truncated", "hostile") for path in samples(name, quality)]
        others = [read(path) for other in dialects.registered() for path in samples(other, "first")]
        self._begins = [read(path) for path in samples(name, "first")]
        self._pools = [*[ours] * 6, broken, others]
        self._used = begun(name)
        self._looks_at_clock = False

    def time(self, messages: int) -> Outcome:
        """Give it so many messages, and look at the clock."""
        self._looks_at_clock = True
        self._feed(messages)
        return self.outcome

    def weigh(self, messages: int) -> Outcome:
        """Give it so many messages, and look at the memory of each and of all. That makes it slow."""
        process = psutil.Process()
        tracemalloc.start()
        try:
            self._feed(min(messages // 10, 1000))
            self.outcome = Outcome(self._name, findings=self.outcome.findings)
            gc.collect()
            size, rss = tracemalloc.get_traced_memory()[0], process.memory_info().rss
            self._feed(messages)
            gc.collect()
            self.outcome.growth = tracemalloc.get_traced_memory()[0] - size
            self.outcome.rss_growth = process.memory_info().rss - rss
        finally:
            tracemalloc.stop()
        if self.outcome.growth > MOST_GROWTH:
            self._find(f"{self.outcome.growth:,} bytes are left of the run", [])
        if self.outcome.rss_growth > MOST_RSS_GROWTH:
            self._find(f"the process grew by {self.outcome.rss_growth:,} bytes", [])
        return self.outcome

    def _feed(self, messages: int) -> None:
        for _ in range(messages):
            if self._rng.randrange(NOW_AND_THEN) == 0:
                self._be_good()
            self._take(mutated(self._rng, self._rng.choice(self._pools)))

    def _be_good(self) -> None:
        """A line is said, and a good message comes: nothing may be raised."""
        if self._rng.random() < 0.3:
            self._used.send_greeting(2.0)
        with suppress(UsageError):
            self._used.say("a line", 0)
        self._give(self._used, self._rng.choice(self._begins), may_refuse=False)

    def _take(self, parts: Parts) -> None:
        self.outcome.messages += 1
        claimants = []
        for name, each in dialects.registered().items():
            try:
                if each.caller(parts) is not None:
                    claimants.append(name)
            except Exception as error:
                self._find(f"caller of {name} raised {type(error).__name__}: {error}", parts)
        self.outcome.claimed += self._name in claimants
        if len(claimants) > 1:
            self._find(f"claimed by {' and '.join(claimants)}", parts)
        self._give(begin(self._name), parts)
        self._give(self._used, parts)

    def _give(self, dialect: Dialect, parts: Parts, may_refuse: bool = True) -> None:
        size = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        began = time.thread_time()
        try:
            events = dialect.receive(parts, 2.0)
            self.outcome.taken += 1
            del events
        except WireError as error:
            self.outcome.refused += 1
            if not may_refuse:
                self._find(f"a good message was refused: {error}", parts)
        except Exception as error:
            self._find(f"{type(error).__name__}: {error}", parts)
        seconds = time.thread_time() - began
        peak = tracemalloc.get_traced_memory()[1] - size
        self.outcome.slowest = max(self.outcome.slowest, seconds)
        self.outcome.peak = max(self.outcome.peak, peak)
        if self._looks_at_clock and seconds > MOST_SECONDS:
            self._find(f"took {seconds:.2f} s", parts)
        if peak > MOST_PEAK:
            self._find(f"took {peak:,} bytes of memory", parts)

    def _find(self, what: str, parts: Parts) -> None:
        if len(self.outcome.findings) >= MOST_FINDINGS:
            return
        path = self._folder / f"{self._name}-{len(self.outcome.findings)}.msgpack"
        write(path, [bytes(part) for part in parts])
        self.outcome.findings.append(f"{what[:300]} ({path})")


def run(name: str, messages: int, seed: int, folder: Path) -> Outcome:
    """One dialect under so many damaged messages, twice: for the memory they take and for the time."""
    timed = Run(name, seed, folder / "timed").time(messages)
    weighed = Run(name, seed, folder / "weighed").weigh(messages)
    return replace(weighed, slowest=timed.slowest, findings=timed.findings + weighed.findings)


def table(outcomes: list[Outcome]) -> str:
    """The outcomes as text."""
    row = "{:<14}{:>10}{:>10}{:>10}{:>10}{:>12}{:>12}{:>12}{:>12}{:>10}".format
    lines = [
        row("dialect", "messages", "claimed", "taken", "refused", "slowest", "most", "left", "rss", "findings"),
        row("", "", "", "(both)", "(both)", "ms", "MB", "kB", "MB", ""),
    ]
    for each in outcomes:
        lines.append(
            row(
                each.name,
                f"{each.messages:,}",
                f"{each.claimed:,}",
                f"{each.taken:,}",
                f"{each.refused:,}",
                f"{each.slowest * 1000:.1f}",
                f"{each.peak / MEGABYTE:.1f}",
                f"{each.growth / 1024:.0f}",
                f"{each.rss_growth / MEGABYTE:+.1f}",
                len(each.findings),
            )
        )
    return "\n".join(lines)


def main(words: list[str] | None = None) -> int:
    """Run as the words say; return the exit code."""
    parser = argparse.ArgumentParser(prog="tests.fuzz.dialects")
    parser.add_argument("--messages", type=int, default=MESSAGES, help="damaged messages for each dialect")
    parser.add_argument("--seed", type=int, default=1, help="the same number damages in the same way")
    given = parser.parse_args(words)
    began = time.monotonic()
    folder = Path(tempfile.gettempdir(), "watchword-findings")
    outcomes = [run(name, given.messages, given.seed, folder) for name in dialects.registered()]
    print(f"{given.messages:,} damaged messages for each dialect, seed {given.seed}, {time.monotonic() - began:.0f} s")
    print(table(outcomes))
    print(
        f"bounds: {MOST_SECONDS * 1000:.0f} ms and {MOST_PEAK / MEGABYTE:.0f} MB for one message, "
        f"{MOST_GROWTH / 1024:.0f} kB left, {MOST_RSS_GROWTH / MEGABYTE:.0f} MB of process"
    )
    for each in outcomes:
        for finding in each.findings:
            print(f"{each.name}: {finding}")
    return 1 if any(each.findings for each in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
