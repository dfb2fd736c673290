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


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as Markdown; the first one is the head."""
    head, *body = rows
    rule = ["---"] + ["--:"] * (len(head) - 1)
    return "\n".join(f"| {' | '.join(each)} |" for each in (head, rule, *body))
