"""The inputs that are kept in the checkout: those of our own writers, and those that once were findings.

`python -m tests.fuzz.inputs` has our own writers write anew; `python -m tests.fuzz.inputs PARSER FILE NAME` keeps
a finding, which is a test from then on.
"""

import shutil
import sys
from pathlib import Path

from tests.fuzz import parsers

FOLDER = Path(__file__).parent / "corpus"
SUFFIX = ".bin"
OWN, FOUND = "own-", "found-"


def kept(name: str) -> list[Path]:
    """All inputs of one parser."""
    return sorted((FOLDER / name).glob(f"*{SUFFIX}"))


def write(name: str) -> None:
    """Have our own writers write those of one parser."""
    folder = FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob(f"{OWN}*"):
        path.unlink()
    for seed, data in parsers.load(name).seeds().items():
        (folder / f"{OWN}{seed}{SUFFIX}").write_bytes(data)


def keep(name: str, found: Path, called: str) -> Path:
    """Keep a finding under a name that says what was wrong."""
    path = FOLDER / name / f"{FOUND}{called}{SUFFIX}"
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(found, path)
    return path


if __name__ == "__main__":
    if len(sys.argv) == 4:
        print(keep(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
    else:
        for each in parsers.names():
            write(each)
