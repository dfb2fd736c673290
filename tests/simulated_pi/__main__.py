"""The real program on a simulated board: `python -m tests.simulated_pi --cameras 2 --switches FOLDER -- --source …`.

Faults are switched by making and removing files in the folder: `stalled-0`, `unplugged-0`, `occupied-1`.
"""

import argparse
import sys
from pathlib import Path

from tests.simulated_pi import install


def main() -> int:
    """What `python -m sender` does with the words after `--`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cameras", type=int, default=1)
    parser.add_argument("--switches", type=Path)
    parser.add_argument("words", nargs="*")
    said = parser.parse_args()
    install(said.cameras, switches=said.switches)
    from sender.__main__ import main as run

    return run(said.words)


if __name__ == "__main__":
    sys.exit(main())
