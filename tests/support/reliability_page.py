"""Writes into docs/reliability.md what long runs have shown: between `<!-- begin NAME -->` and `<!-- end NAME -->`."""

import re
from collections.abc import Sequence
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"


def write(name: str, text: str, path: Path = PAGE) -> None:
    """Put `text` into the block of that name."""
    block = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
    page, count = block.subn(lambda found: f"{found[1]}{text}{found[2]}", path.read_text("utf-8"))
    assert count == 1, f"{path} has {count} blocks {name}"
    path.write_text(page, "utf-8")


def kept(name: str, of: Sequence[str], path: Path = PAGE) -> list[tuple[str, ...]]:
    """The rows of the table in that block whose first cell is one of these; none where there is none."""
    block = re.search(rf"<!-- begin {name} -->\n(.*?)<!-- end {name} -->", path.read_text("utf-8"), re.DOTALL)
    lines = block[1].splitlines() if block is not None else []
    rows = (tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if line.startswith("|"))
    return [row for row in rows if row[0] in of]


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as Markdown; the first one is the head."""
    head, *body = rows
    rule = ["---"] + ["--:"] * (len(head) - 1)
    return "\n".join(f"| {' | '.join(each)} |" for each in (head, rule, *body))
