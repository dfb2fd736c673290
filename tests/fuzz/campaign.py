"""One parser's turn in a run of the fuzzer: a process that is guided, and what came of it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz import inputs
from tests.support import reliability_page

ROOT = Path(__file__).parents[2]
# To start, to replay the corpus, and for the last input.
MORE_SECONDS = 240
HEAD = ("parser", "minutes", "executions", "edges", "lines reached", "inputs kept", "peak memory (MB)", "findings")
_FIGURE = re.compile(r"stat::(\w+):\s*(\d+)")
_EDGES = re.compile(r" cov: (\d+) .* corp: (\d+)/")
_ARTIFACT = re.compile(r"(crash|timeout|oom|leak|slow-unit)-\w+")


@dataclass
class Outcome:
    """What became of one parser. `peak` is in MB."""

    name: str
    seconds: int
    executions: int = 0
    edges: int = 0
    inputs: int = 0
    lines: tuple[int, int] = (0, 0)
    peak: int = 0
    findings: list[str] = field(default_factory=list)


def run(name: str, seconds: int, folder: Path, seed: int) -> Outcome:
    """Have it guided for so many seconds, beginning with the corpus of the checkout and that in `folder`."""
    shutil.rmtree(folder / "found", ignore_errors=True)
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    for path in inputs.kept(name):
        shutil.copy(path, folder / "corpus" / path.name)
    outcome = Outcome(name, seconds)
    with tempfile.TemporaryDirectory(dir=_quick_folder()) as scratch, (folder / "log").open("w+") as log:
        words = [sys.executable, "-m", "tests.fuzz.guided", name, str(seconds), str(folder), str(seed)]
        ended = _call(words, scratch, log.fileno(), seconds + MORE_SECONDS)
        log.seek(0)
        _read(log.read(), outcome)
        if ended and not list(folder.glob("found/*")):
            outcome.findings.append(f"The process ended with {ended}, see {folder / 'log'}.")
        reached = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.lines", name, str(folder / "corpus")],
            **_surroundings(scratch), capture_output=True, text=True, check=False,
        )  # fmt: skip
    if reached.returncode == 0:
        covered, possible = map(int, reached.stdout.split())
        outcome.lines = covered, possible
    outcome.findings.extend(_finding(path) for path in sorted(folder.glob("found/*")) if path.suffix != ".txt")
    return outcome


def table(outcomes: Sequence[Outcome], others: Sequence[tuple[str, ...]] = ()) -> str:
    """The outcomes as Markdown, with rows of `others` that were there before."""
    rows = {row[0]: row for row in others}
    for each in outcomes:
        reached, possible = each.lines
        share = f"{reached} of {possible} ({100 * reached / possible:.0f} %)" if possible else "unknown"
        figures = f"{each.executions:,}", f"{each.edges:,}", share, f"{each.inputs:,}", f"{each.peak:,}"
        rows[each.name] = (each.name, f"{each.seconds / 60:.1f}", *figures, f"{len(each.findings)}")
    return reliability_page.table([HEAD, *(rows[name] for name in sorted(rows))])


def _call(words: list[str], scratch: str, log: int, most: float) -> int:
    try:
        return subprocess.call(words, stdout=log, stderr=log, timeout=most, **_surroundings(scratch))
    except subprocess.TimeoutExpired:
        return -1


def _surroundings(scratch: str) -> dict[str, object]:
    return {"cwd": ROOT, "env": {**os.environ, "TMPDIR": scratch}, "stdin": subprocess.DEVNULL}


def _quick_folder() -> str | None:
    """Where files are only in memory, if there is such a place: parsers of files write one for every input."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _read(log: str, outcome: Outcome) -> None:
    figures = {name: int(figure) for name, figure in _FIGURE.findall(log)}
    outcome.executions = figures.get("number_of_executed_units", 0)
    outcome.peak = figures.get("peak_rss_mb", 0)
    reached = _EDGES.findall(log)
    if reached:
        outcome.edges, outcome.inputs = map(int, reached[-1])


def _finding(path: Path) -> str:
    why = path.with_name(f"{path.name}.txt")
    ended = _ARTIFACT.match(path.name)
    said = (
        why.read_text()
        if why.exists()
        else f"The process was ended for it: {ended[1] if ended else 'why is in the log'}."
    )
    return f"{path}\n{said}"
