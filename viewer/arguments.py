"""What the viewer's two commands read alike from the command line."""

import argparse
from typing import TYPE_CHECKING

from camwire.endpoint import Endpoint, require_permission
from camwire.errors import UsageError
from viewer.core.calls.listening import require_listening

if TYPE_CHECKING:
    from viewer.core.calls.vidgear_keys import KeyFolder


def add_endpoints(parser: argparse.ArgumentParser, camera_help: str) -> None:
    """Add --camera, --listen, --only, --open and what secures a listening port."""
    parser.add_argument(
        "--camera",
        action="append",
        default=[],
        type=endpoint,
        metavar="ENDPOINT",
        help=f"{camera_help}; sub+tcp://… for an imagezmq camera that publishes",
    )
    parser.add_argument(
        "--listen",
        action="extend",
        default=[],
        type=listening,
        metavar="ENDPOINT",
        help="let cameras call here: secure+tcp:// for paired cameras that --dial; tcp:// for VidGear pattern 1, "
        "imagezmq and cameras that --dial with --open, all at once; pair+tcp://, sub+tcp://, pull+tcp:// for VidGear's "
        "patterns 0, 2, 3; several ports as in 5566,5567; may be repeated",
    )
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="NAME",
        help="of the cameras that call, show those with this name, port or address; may be repeated",
    )
    parser.add_argument("--open", action="store_true", help="allow listening beyond this machine, unencrypted")
    parser.add_argument(
        "--vidgear-keys", metavar="DIR", help="listen only to VidGear senders secured by the keys in this folder"
    )
    parser.add_argument(
        "--secure-mode", type=int, choices=[1, 2], help="VidGear's secure_mode of those senders (default 2)"
    )


def check_listening(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """End with a sentence when --open is missing."""
    if options.secure_mode is not None and not options.vidgear_keys:
        parser.error("--secure-mode needs the folder of the keys: add --vidgear-keys DIR. Nothing would be secured")
    try:
        for address in options.listen:
            require_permission(Endpoint.parse(address), options.open)
    except UsageError as error:
        parser.error(str(error))


def key_folder(options: argparse.Namespace) -> "KeyFolder | None":
    """The keys that --vidgear-keys names. Raises UsageError."""
    # Here and not above: the window does not wait for it.
    from viewer.core.calls.vidgear_keys import KeyFolder

    return KeyFolder.read(options.vidgear_keys, options.secure_mode or 2) if options.vidgear_keys else None


def listening(text: str) -> list[str]:
    """Addresses to listen at, one for each port."""
    try:
        ends = Endpoint.parse_all(text)
        for each in ends:
            require_listening(each)
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return [str(each) for each in ends]


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
