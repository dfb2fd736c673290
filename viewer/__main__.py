"""`watchword`: the desktop wall."""

import argparse
import sys
from collections.abc import Sequence

from camwire import __version__
from camwire.endpoint import Endpoint
from camwire.errors import UsageError

MAX_DEMO = 64


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 ok, 1 failure, 2 wrong use."""
    options = _parser().parse_args(argv)
    if options.screenshot and options.quit_after is None:
        options.quit_after = 5.0
    try:
        from viewer import app
    except ImportError as error:
        print(
            f"watchword: the viewer is not fully installed here ({error}). Run: pip install 'watchword[viewer]'",
            file=sys.stderr,
        )
        return 1
    return app.run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="watchword",
        description="A wall of live cameras that you can talk to.",
        epilog="examples: watchword --demo    watchword --camera tcp://porch.local:5600",
    )
    parser.add_argument(
        "--demo", nargs="?", type=_count, const=4, metavar="N", help="start N cameras on this machine (default 4)"
    )
    parser.add_argument(
        "--camera",
        action="append",
        default=[],
        type=_endpoint,
        metavar="ENDPOINT",
        help="show this camera in this run; may be repeated",
    )
    parser.add_argument(
        "--listen",
        action="append",
        default=[],
        type=_endpoint,
        metavar="ENDPOINT",
        help="let cameras that were started with --dial call here; may be repeated",
    )
    parser.add_argument("--open", action="store_true", help="allow listening beyond this machine, unencrypted")
    parser.add_argument("--config", metavar="DIR", help="keep settings and log in this folder")
    parser.add_argument("--screenshot", metavar="FILE", help="write a picture of the window before leaving")
    parser.add_argument("--quit-after", type=_seconds, metavar="SECONDS", help="leave by itself")
    parser.add_argument("--log-level", default="info", choices=["debug", "info", "warning", "error"])
    parser.add_argument("--version", action="version", version=f"watchword {__version__}")
    return parser


def _count(text: str) -> int:
    if not (text.isdigit() and 1 <= int(text) <= MAX_DEMO):
        raise argparse.ArgumentTypeError(f"give a number of cameras from 1 to {MAX_DEMO}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e9:
        raise argparse.ArgumentTypeError("give a number of seconds above 0")
    return seconds


def _endpoint(text: str) -> str:
    try:
        return str(Endpoint.parse(text))
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


if __name__ == "__main__":
    sys.exit(main())
