"""The shared libraries of a bundle, and what `objdump` of the binutils tells of them."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

_LOAD = re.compile(r"LOAD off +0x([0-9a-f]+) vaddr 0x([0-9a-f]+) .*align 2\*\*(\d+)")


def libraries(folder: Path) -> Iterator[Path]:
    """All of a bundle, no links."""
    for path in sorted(folder.rglob("*")):
        if (
            path.is_file()
            and not path.is_symlink()
            and (".so" in path.name or path.suffix in (".dll", ".pyd", ".dylib"))
        ):
            yield path


def dump(library: Path) -> str:
    """The headers of one, in words."""
    return subprocess.run(["objdump", "-p", str(library)], capture_output=True, text=True, check=True).stdout


def needed(headers: str) -> set[str]:
    """The libraries that one asks for by name."""
    return {line.split()[1] for line in headers.splitlines() if line.strip().startswith("NEEDED")}


def is_loadable(headers: str) -> bool:
    """Whether each part of the file may be mapped where it asks to be."""
    return all(
        (int(offset, 16) - int(address, 16)) % 2 ** int(align) == 0 for offset, address, align in _LOAD.findall(headers)
    )
