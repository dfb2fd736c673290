"""SHA256SUMS of what is given to people."""

import hashlib

from places import DIST

NAME = "SHA256SUMS"


def build() -> None:
    """Write dist/SHA256SUMS, as `sha256sum --check` reads it."""
    lines = []
    for path in sorted(DIST.iterdir()):
        if path.is_file() and path.name != NAME:
            with path.open("rb") as file:
                lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    (DIST / NAME).write_text("".join(lines), encoding="utf-8")
