"""What the viewer's two commands read alike from the command line."""

import argparse

from camwire.endpoint import Endpoint, require_permission
from camwire.errors import UsageError


def add_endpoints(parser: argparse.ArgumentParser, camera_help: str) -> None:
    """Add --camera, --listen and --open."""
    parser.add_argument("--camera", action="append", default=[], type=endpoint, metavar="ENDPOINT", help=camera_help)
    parser.add_argument(
        "--listen",
        action="append",
        default=[],
        type=endpoint,
        metavar="ENDPOINT",
        help="let cameras that were started with --dial call here; may be repeated",
    )
    parser.add_argument("--open", action="store_true", help="allow listening beyond this machine, unencrypted")


def check_listening(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """End with a sentence when --open is missing."""
    try:
        for address in options.listen:
            require_permission(Endpoint.parse(address), options.open)
    except UsageError as error:
        parser.error(str(error))


def endpoint(text: str) -> str:
    """An address as it is written in full."""
    try:
        return str(Endpoint.parse(text))
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def seconds(text: str) -> float:
    """A span of time."""
    try:
        span = float(text)
    except ValueError:
        span = 0.0
    if not 0 < span <= 1e6:
        raise argparse.ArgumentTypeError("give a number of seconds above 0")
    return span
