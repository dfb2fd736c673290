"""How this program is started again."""

import sys


def is_frozen() -> bool:
    """Whether this is an installed program that needs no Python."""
    return hasattr(sys, "_MEIPASS")


def own_command() -> list[str]:
    """The command for `watchword-camera`, without words."""
    return [sys.executable] if is_frozen() else [sys.executable, "-m", "sender"]
