"""Writes what benchmarks kept into `docs/performance.md`: `python -m benchmarks.support.page`.

Between `<!-- begin NAME -->` and `<!-- end NAME -->` comes the table of benchmark NAME with its limits; the block
`limits` gets those of all. What belongs to benchmarks that were not run stays as it is.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.harness import RESULTS

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
BLOCK = re.compile(r"(<!-- begin (\w+) -->\n)(.*?)(<!-- end \2 -->)", re.DOTALL)
ALL = "limits"
HEAD = ("what", "measured", "must be", "kept")


def main() -> None:
    """Fill the blocks."""
    page = PAGE.read_text()
    names = [found[2] for found in BLOCK.finditer(page)]
    kept = {name: json.loads(file.read_text()) for name in names if (file := RESULTS / f"{name}.json").is_file()}
    kept = {name: found for name, found in kept.items() if "tables" in found}
    PAGE.write_text(BLOCK.sub(lambda found: found[1] + _block(found[2], kept, found[3]) + found[4], page))


def _block(name: str, kept: dict[str, Any], before: str) -> str:
    if name == ALL:
        return _limits(kept, before)
    if name not in kept:
        return before
    return "\n".join(f"{title}.\n\n{_table(rows)}\n" for title, rows in kept[name]["tables"].items())


def _limits(kept: dict[str, Any], before: str) -> str:
    rows: dict[str, list[str]] = {}
    for line in before.splitlines()[2:]:
        rows.setdefault(line.split("]")[0].removeprefix("| ["), []).append(line)
    for name, found in kept.items():
        link = f"[{name}](#{name.replace('_', '-')})"
        rows[name] = _table(
            [("benchmark", *HEAD), *(_judged([link, *limit]) for limit in found["limits"])]
        ).splitlines()[2:]
    return (
        "\n".join([*_table([("benchmark", *HEAD)]).splitlines(), *(line for lines in rows.values() for line in lines)])
        + "\n"
    )


def _judged(limit: list[Any]) -> list[Any]:
    return [*limit[:-1], "yes" if limit[-1] else "**no**"]


def _table(rows: Sequence[Sequence[object]]) -> str:
    head, *body = ([str(cell).replace("|", "\\|") for cell in row] for row in rows)
    rule = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *body))


if __name__ == "__main__":
    main()
