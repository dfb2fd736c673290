"""`watchword`: the desktop wall."""

import argparse
import sys
from collections.abc import Sequence

from camwire import __version__
from viewer import arguments

MAX_DEMO = 64
IDENTITY = "identity"
EXAMPLES = """\
examples:
  watchword --demo
  watchword --camera tcp://porch.local:5600
  watchword --layout Night --fullscreen
  watchword identity --help

While a viewer with the same settings runs, a second start brings it to the front and hands over what it was told,
except for runs with --screenshot or --quit-after, which are by themselves.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 ok, 1 failure, 2 wrong use."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == [IDENTITY]:
        from viewer import identity_command

        return identity_command.main(words[1:])
    parser = _parser()
    options = parser.parse_args(words)
    arguments.check_listening(parser, options)
    if options.self_test:
        from viewer.selftest import run

        return run()
    if options.screenshot and options.quit_after is None:
        options.quit_after = 5.0
    try:
        from viewer import starting
    except ImportError as error:
        print(
            f"watchword: the viewer is not fully installed here ({error}). In the checkout, run: python3 run.py setup",
            file=sys.stderr,
        )
        return 1
    return starting.run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="watchword",
        description="A wall of live cameras that you can talk to.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--demo", nargs="?", type=_count, const=4, metavar="N", help="start N cameras on this machine (default 4)"
    )
    arguments.add_endpoints(parser, "show this camera in this run; may be repeated")
    parser.add_argument("--layout", metavar="NAME", default="", help="show the wall in this layout")
    parser.add_argument("--fullscreen", action="store_true", help="show the wall alone on the whole screen")
    parser.add_argument("file", nargs="*", metavar="FILE", help="a layout file (*.watchword-layout) to open")
    parser.add_argument(
        "--exit-when-empty", action="store_true", help="leave when cameras were here and all of them have gone"
    )
    parser.add_argument("--config", metavar="DIR", help="keep settings and log in this folder")
    parser.add_argument("--screenshot", metavar="FILE", help="write a picture of the window before leaving")
    parser.add_argument("--quit-after", type=arguments.seconds, metavar="SECONDS", help="leave by itself")
    parser.add_argument(
        "--log-level",
        default="info",
        choices=["debug", "info", "warning", "error"],
        help="for the log file (default info)",
    )
    parser.add_argument(
        "--self-test", action="store_true", help="look whether every part of this program is here, and leave"
    )
    parser.add_argument("--version", action="version", version=f"watchword {__version__}")
    return parser


def _count(text: str) -> int:
    if not (text.isdigit() and 1 <= int(text) <= MAX_DEMO):
        raise argparse.ArgumentTypeError(f"give a number of cameras from 1 to {MAX_DEMO}")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
