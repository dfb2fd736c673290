"""The camera program under what the unit forbids: the same filter of system calls, made with the library systemd uses.

`python -m tests.sender.confined_camera UNIT PROGRAM…` runs the program; exits with 77 where that cannot be done here.
"""

import ctypes
import errno
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

CANNOT = 77
SECCOMP_ALLOW, SECCOMP_ERRNO = 0x7FFF0000, 0x00050000
EQUAL = 4
PR_SET_NO_NEW_PRIVS, PR_SET_MDWE = 38, 65
FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10, "AF_NETLINK": 16}
# Those that are not of real time.
POLICIES = (0, 3, 5)


class Comparison(ctypes.Structure):
    """As libseccomp has it: argument number `place` equals `value`."""

    _fields_ = (
        ("place", ctypes.c_uint),
        ("operator", ctypes.c_int),
        ("value", ctypes.c_uint64),
        ("unused", ctypes.c_uint64),
    )


def confine(unit: str) -> None:
    """Forbid this process, and what it becomes, what the unit forbids."""
    library = ctypes.CDLL("libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(library.seccomp_init(SECCOMP_ERRNO | errno.EPERM))
    families = [FAMILIES[each] for each in "".join(values(unit, "RestrictAddressFamilies")).split()]
    only = {"socket": (0, families), "sched_setscheduler": (1, POLICIES)}
    for name in allowed(values(unit, "SystemCallFilter")):
        number = library.seccomp_syscall_resolve_name(name.encode())
        place, possible = only.get(name, (0, [None]))
        for value in possible if number >= 0 else []:
            rule = None if value is None else ctypes.byref(Comparison(place, EQUAL, value, 0))
            library.seccomp_rule_add_array(context, SECCOMP_ALLOW, number, 0 if rule is None else 1, rule)
    system = ctypes.CDLL(None)
    system.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    # Linux 6.3 and later; systemd has its own way for others.
    system.prctl(PR_SET_MDWE, 1, 0, 0, 0)
    if library.seccomp_load(context):
        raise OSError("the filter was not taken")


def values(unit: str, key: str) -> list[str]:
    """What stands behind `key`, once for each line."""
    return re.findall(rf"^{key}=(.*)$", unit, re.MULTILINE)


def allowed(filters: list[str]) -> set[str]:
    """The system calls that lines of SystemCallFilter= leave."""
    found = set(calls("@default"))
    for line in filters:
        names = {each for word in line.lstrip("~").split() for each in calls(word)}
        found = found - names if line.startswith("~") else found | names
    return found


def calls(word: str) -> Iterator[str]:
    """A system call, or all of a group."""
    if not word.startswith("@"):
        yield word
        return
    command = ["systemd-analyze", "syscall-filter", "--no-pager", word]
    for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[1:]:
        if line.strip() and not line.strip().startswith("#"):
            yield from calls(line.strip())


if __name__ == "__main__":
    try:
        confine(Path(sys.argv[1]).read_text())
    except (OSError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        sys.exit(CANNOT)
    os.execv(sys.argv[2], sys.argv[2:])
