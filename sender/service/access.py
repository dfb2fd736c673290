"""Whether another user could read a file: asked before a service is started as that user, and fails at night."""

import os
import stat
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Account:
    """A user as the system knows it, by numbers. `group` is its own, `groups` are all."""

    number: int
    group: int
    groups: Collection[int]


STRANGER = Account(-1, -1, ())
"""Who may do what everybody may."""


def account(name: str) -> Account | None:
    """Look a user up; None when there is no such user."""
    import pwd

    try:
        found = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(found.pw_uid, found.pw_gid, os.getgrouplist(name, found.pw_gid))


def barred(path: Path, user: Account) -> Path | None:
    """The first folder or file on the way to `path` that keeps this user out; None when it may be read.

    Looks at owners and modes, for the name as it is written and for where its links lead. Raises nothing: what is not
    there bars the way.
    """
    for way in dict.fromkeys((Path(os.path.abspath(path)), path.resolve())):
        for place in (*reversed(way.parents), way):
            try:
                if not _may(place.stat(), user, is_end=place == way):
                    return place
            except OSError:
                return place
    return None


def _may(found: os.stat_result, user: Account, is_end: bool) -> bool:
    is_folder = stat.S_ISDIR(found.st_mode)
    needed = (4 if is_end else 0) | (1 if is_folder else 0)
    if user.number == 0:
        return True
    if found.st_uid == user.number:
        granted = found.st_mode >> 6
    elif found.st_gid in user.groups:
        granted = found.st_mode >> 3
    else:
        granted = found.st_mode
    return granted & needed == needed
