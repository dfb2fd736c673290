"""The text of the systemd unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from camwire.errors import UsageError
from camwire.printable import is_printable
from camwire.wording import cut
from sender.service import caps

UNIT = "watchword-camera.service"
STATE = "watchword"
"""Its folder below /var/lib."""
WATCHDOG_SECONDS = 30.0
LEAST_WATCHDOG = 5.0
MEMORY_MAX = "60%"
_USER = re.compile(r"[a-z_][a-z0-9_-]{0,31}")
_UNSTARTABLE = re.compile(r"[\"'$\\]")


@dataclass(frozen=True, slots=True)
class Service:
    """What the unit says. `command` are the words of the program, the first a whole path.

    `memory_max` and `cpu_quota` as systemd.resource-control(5) writes them. `watchdog_seconds`: 0 is none.
    `reads_homes`: the program or its configuration lies in somebody's home. Raises UsageError.
    """

    command: Sequence[str]
    user: str
    watchdog_seconds: float = WATCHDOG_SECONDS
    memory_max: str = MEMORY_MAX
    cpu_quota: str = caps.INFINITY
    reads_homes: bool = False

    def __post_init__(self) -> None:
        program = self.command[0]
        if _UNSTARTABLE.search(program) or not is_printable(program):
            raise UsageError(
                f"systemd starts no program at such a path: {program!r}. "
                "Move it to one without quotes, $, \\ and line ends."
            )
        for word in self.command:
            _require_utf8(word)
        if not _USER.fullmatch(self.user) or self.user == "root":
            raise UsageError(f"“{cut(self.user)}” cannot run the service. Name a user in small letters, and not root.")
        if self.watchdog_seconds and not LEAST_WATCHDOG <= self.watchdog_seconds <= 86_400:
            raise UsageError(
                f"The watchdog cannot wait {self.watchdog_seconds:g} seconds. "
                f"Use {LEAST_WATCHDOG:g} to 86,400, or 0 for no watchdog."
            )
        caps.check_memory(self.memory_max)
        caps.check_quota(self.cpu_quota)


def _require_utf8(word: str) -> None:
    try:
        word.encode()
    except UnicodeEncodeError:
        raise UsageError(f"systemd reads UTF-8, and this path is none: {word!r}. Give the file another name.") from None


def text(service: Service) -> str:
    """The whole unit."""
    command = " ".join(map(_word, service.command))
    limits = [f"MemoryMax={service.memory_max}"]
    limits += [f"CPUQuota={service.cpu_quota}"] if service.cpu_quota != caps.INFINITY else []
    watchdog = f"WatchdogSec={service.watchdog_seconds:g}\n" if service.watchdog_seconds else ""
    return _UNIT.format(
        command=command,
        user=service.user,
        watchdog=watchdog,
        limits="\n".join(limits),
        homes="read-only" if service.reads_homes else "yes",
        state=STATE,
    )


def _word(word: str) -> str:
    """As systemd.service(5) reads it: nothing of it is a specifier, a variable, or the end of a line."""
    if re.fullmatch(r"[\w./=:@+-]+", word):
        return word
    plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{"".join(each if is_printable(each) else _escaped(each) for each in plain)}"'


def _escaped(letter: str) -> str:
    return "".join(f"\\x{each:02x}" for each in letter.encode())


# Not after network-online.target: a camera serves also while there is no network, and is found when it comes.
_UNIT = """\
# Written by: watchword-camera install-service
# Changes of your own are safe in: systemctl edit watchword-camera

[Unit]
Description=Watchword camera
After=network.target
StartLimitIntervalSec=0

[Service]
Type=notify
ExecStart={command}
Restart=always
RestartSec=3
TimeoutStartSec=60
TimeoutStopSec=10
{watchdog}User={user}
SupplementaryGroups=video
StateDirectory={state}
StateDirectoryMode=0700
UMask=0077
# A driver that hangs ends in the watchdog: the log gets a trace, the SD card no copy of the memory.
LimitCORE=0

# Caps: what is left keeps the computer reachable.
{limits}
TasksMax=256

# It sees cameras, the network and its own folder.
DevicePolicy=closed
DeviceAllow=char-video4linux rw
DeviceAllow=char-media rw
DeviceAllow=char-dma_heap rw
DeviceAllow=/dev/udmabuf rw
ProtectSystem=strict
ProtectHome={homes}
PrivateTmp=yes
PrivateMounts=yes
ProtectProc=invisible
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
# Netlink: libcamera hears of cameras from udev.
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
KeyringMode=private
RemoveIPC=yes
SystemCallArchitectures=native
# Without @resources nothing would run: ZeroMQ sets how its threads are scheduled, and aborts where it may not.
SystemCallFilter=@system-service
SystemCallFilter=~@privileged
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
"""
