"""What is said to the terminal the program was started from."""

import sys

from camwire.printable import printable_lines


def tell(sentence: str) -> None:
    """Say on standard output what has come of the start, where there is one."""
    if sys.stdout is not None:
        print(printable_lines(f"watchword: {sentence}"), flush=True)


def complain(sentence: str) -> None:
    """Say on standard error what is wrong and what to do."""
    print(printable_lines(f"watchword: {sentence}"), file=sys.stderr, flush=True)
