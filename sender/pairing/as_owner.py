"""What root does in somebody else's folder is done as that user."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def as_owner_of(folder: Path) -> Iterator[None]:
    """Meanwhile this whole process is who has `folder`, if it is root: what that user put into it, such as a link to a
    file of root's, is then worth no more than the user. For commands, which do one thing. Raises OSError.

    A folder that is not there yet will be root's own.
    """
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not folder.exists():
        yield
        return
    owner, groups = folder.stat(), os.getgroups()
    if not owner.st_uid:
        yield
        return
    os.setgroups([])
    os.setegid(owner.st_gid)
    os.seteuid(owner.st_uid)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)
