"""The words that may stand first behind `watchword-camera`: for pairing, the configuration and the service."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from camwire.errors import UsageError
from sender.config.arguments import PROGRAM
from sender.config.configured import Checked, Make, check
from sender.console import complain, write_line
from sender.pairing import commands
from sender.service.unit import LEAST_WATCHDOG, WATCHDOG_SECONDS

CHECK, INSTALL, SELF_TEST, STATUS, UNINSTALL = OWN = (
    "check",
    "install-service",
    "self-test",
    "status",
    "uninstall-service",
)
NAMES = (*OWN, *commands.NAMES)
DEFAULT_CONFIG = Path("/etc/watchword/camera.toml")
FAILURE = 1


def run(words: Sequence[str], make: "Make[Checked]") -> int:
    """Do what one of `NAMES` says; return the exit code. `make` makes a camera of its words."""
    arguments = _parser().parse_args(words)
    try:
        match arguments.word:
            case "check":
                return _check(Path(arguments.file), make)
            case "install-service":
                return _install(arguments, make)
            case "self-test":
                from sender.selftest import run as look

                return look()
            case "status":
                from sender.service.report import report

                return report()
            case word if word in commands.NAMES:
                return commands.run(arguments)
            case _:
                from sender.service.install import uninstall

                return _say(uninstall())
    except UsageError as error:
        complain(f"{PROGRAM}: {error}")
        return FAILURE


def _check(path: Path, make: "Make[Checked]") -> int:
    found = check(path, make)
    for warning in found.warnings:
        complain(f"{PROGRAM}: warning: {warning}")
    count = len(found.shown)
    return _say([f"{path} is right: {count} camera{'' if count == 1 else 's'}.", *found.shown])


def _install(arguments: argparse.Namespace, make: "Make[Checked]") -> int:
    from sender.service.install import install, printed

    if arguments.print:
        code = _say(printed(arguments))
        # Not among the lines of the unit, which may go into a file.
        complain(
            f"Nothing was changed. Where there is no {arguments.config}, one is written that shows a test pattern."
        )
        return code
    return _say(install(arguments, lambda path: check(path, make).warnings))


def _say(lines: Sequence[str]) -> int:
    for each in lines:
        write_line(each)
    return 0


def _parser() -> argparse.ArgumentParser:
    it = argparse.ArgumentParser(prog=PROGRAM, allow_abbrev=False)
    words = it.add_subparsers(dest="word", required=True)
    checking = words.add_parser(CHECK, help="tell what is wrong in a configuration", allow_abbrev=False)
    checking.add_argument("file", metavar="FILE", help="in TOML; nothing is opened, only read")
    installing = words.add_parser(
        INSTALL, help="have systemd start the cameras with the computer, and keep them going", allow_abbrev=False
    )
    installing.add_argument(
        "--config",
        default=str(DEFAULT_CONFIG),
        metavar="FILE",
        help=f"what to show; one to begin with is written where there is none (default: {DEFAULT_CONFIG})",
    )
    installing.add_argument(
        "--user",
        default="watchword",
        metavar="NAME",
        help="who runs it; made where there is no such user (default: watchword)",
    )
    installing.add_argument("--print", action="store_true", help="show the unit, and change nothing")
    installing.add_argument(
        "--watchdog",
        type=float,
        default=WATCHDOG_SECONDS,
        metavar="SECONDS",
        help="begin anew when no picture has come from the source for so long; more than a slow source takes for "
        f"one, at least {LEAST_WATCHDOG:g}, or 0 for never (default: {WATCHDOG_SECONDS:g})",
    )
    installing.add_argument(
        "--memory-max", metavar="SIZE", help="at most so much memory, like 256M, 60%% or infinity (default: 60%%)"
    )
    installing.add_argument(
        "--cpu-quota",
        metavar="SHARE",
        help="at most so much of the processors, like 150%% for one and a half, or infinity (default: all but one)",
    )
    words.add_parser(SELF_TEST, help="look whether every part of this program is here", allow_abbrev=False)
    words.add_parser(STATUS, help="tell how the service does", allow_abbrev=False)
    commands.add_parsers(words)
    words.add_parser(UNINSTALL, help="take the service away again", allow_abbrev=False)
    return it
