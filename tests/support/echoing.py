"""A program that repeats what it is told: `python -m tests.support.echoing words…`."""

import os
import sys

if __name__ == "__main__":
    print(__name__, sys.argv[1:], os.environ["KIND"], flush=True)
    heard = [line.rstrip("\n") for line in sys.stdin]
    print(*heard, sep="\n")
    sys.exit(len(heard))
