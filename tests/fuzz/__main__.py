"""Guided damage to everything that reads what others wrote: `python -m tests.fuzz MINUTES [PARSER…]`.

The minutes are divided among the parsers, as many at once as there are processors (`--at-once`). What reached something
new is kept in build/fuzz, and gone on with the next time. A finding is an error that nobody expects, more than a second
or 256 MB for one input: it is made as short as it can be, and becomes a test in tests/fuzz/corpus. Prints one table;
ends with 1 if there is a finding. `python3 run.py fuzz` brings atheris, by which this is guided.
"""

import argparse
import importlib.util
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.fuzz import parsers
from tests.fuzz.campaign import Outcome, run, table
from tests.support import reliability_page

KEPT = Path(__file__).parents[2] / "build" / "fuzz"


def main(words: list[str] | None = None) -> int:
    """Run as the words say; return the exit code."""
    known = parsers.names()
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("minutes", type=float, help="by the clock, for all of them together")
    parser.add_argument("parsers", nargs="*", metavar="PARSER", help=f"only these; there are {', '.join(known)}")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1, help="so many processes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--page", action="store_true", help="put these rows into the table of docs/reliability.md")
    parser.add_argument("--folder", type=Path, default=KEPT, help="where inputs are kept")
    given = parser.parse_intermixed_args(words)
    unknown = [name for name in given.parsers if name not in known]
    if unknown:
        parser.error(f"There is no parser “{unknown[0]}”. There are {', '.join(known)}.")
    if importlib.util.find_spec("atheris") is None:
        parser.error("atheris cannot be imported. Start this by: python3 run.py fuzz")
    names = given.parsers or known
    seconds = max(1, round(60 * given.minutes * min(given.at_once, len(names)) / len(names)))
    began = time.monotonic()

    def fuzzed(name: str) -> Outcome:
        outcome = run(name, seconds, given.folder / name, given.seed)
        print(f"{name}: {outcome.executions:,} executions, {len(outcome.findings)} findings", flush=True)
        return outcome

    with ThreadPoolExecutor(given.at_once) as pool:
        outcomes = list(pool.map(fuzzed, names))
    print(f"\nSeed {given.seed}, {(time.monotonic() - began) / 60:.0f} minutes in all.\n\n{table(outcomes)}")
    if given.page:
        others = reliability_page.kept("fuzz", known)
        reliability_page.write("fuzz", f"{table(outcomes, others)}\n")
    for outcome in outcomes:
        for finding in outcome.findings:
            print(f"\n{outcome.name}: {finding}")
    return 1 if any(outcome.findings for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
