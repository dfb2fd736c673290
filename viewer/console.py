"""What is said to the terminal the program was started from."""

import sys


def complain(sentence: str) -> None:
    """Say on standard error what is wrong and what to do."""
    print(f"watchword: {sentence}", file=sys.stderr, flush=True)
