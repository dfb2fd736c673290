"""How many files and connections this program may have open."""

import contextlib

# What macOS takes for the most, where it says that there is none.
_ENOUGH = 10_240


def raise_limit() -> None:
    """Take as many as the system lets it have. To be called at the start; where there is no such limit, nothing is."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return
    for wanted in (_ENOUGH,) if hard == resource.RLIM_INFINITY else (hard, min(hard, _ENOUGH)):
        if soft < wanted:
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
                return
