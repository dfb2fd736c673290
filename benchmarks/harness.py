"""What benchmarks share: camera processes as load, one table and one JSON file each."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@contextmanager
def camera_processes(count: int, *words: str) -> Iterator[list[str]]:
    """Start cameras, yield their endpoints, end them."""
    command = [sys.executable, "-m", "sender", "--state", "none", *words, "--listen", "tcp://127.0.0.1:0", "--attached"]
    processes = [
        subprocess.Popen(
            [*command, "--name", f"Camera {number}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for number in range(1, count + 1)
    ]
    try:
        yield [
            process.stdout.readline().strip().removeprefix("Listening on ") for process in processes if process.stdout
        ]
    finally:
        for process in processes:
            process.kill()
        for process in processes:
            process.communicate()


def table(rows: Sequence[Sequence[object]]) -> str:
    """Rows as aligned columns; the first row is the head."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in cells]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def keep(name: str, figures: object) -> None:
    """Write the figures beside the benchmarks, for comparison."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(figures, indent=1) + "\n")


def seconds_asked(default: float) -> float:
    """`--seconds N` of the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=default)
    return float(parser.parse_args().seconds)
