"""What can be written behind `watchword-camera`."""

import argparse

from camwire import __version__
from sender.config.keys import LEVELS
from sender.encoders.jpeg import DEFAULT_QUALITY
from sender.ends import DEFAULT_ENDPOINT, SECURE_ENDPOINT
from sender.filters import registered
from sender.rules import dialects
from sender.sending import NATIVE

PROGRAM = "watchword-camera"

_EXAMPLES = """\
examples:
  watchword-camera                                   a test pattern, seen from this machine
  watchword-camera --source 0 --name porch           the first webcam
  watchword-camera --list-sources                    the webcams of this computer and the names they keep
  watchword-camera --source clip.mp4 --loop          a video file, again and again
  watchword-camera --source rtsp://192.168.1.9/live  a network camera
  watchword-camera --source 0 --codec h264           a fraction of the bytes, for more work at both ends
  watchword-camera --source 0 --secure               seen from the whole network, by paired viewers alone
  watchword-camera --source 0 --listen "tcp://*:5600" --open
                                                     seen by everybody there, unencrypted
  watchword-camera --source 0 --dial tcp://desk.local:5555
                                                     goes to the viewer itself, through a router
  watchword-camera --source 0 --dialect netgear --dial tcp://desk.local:5577
                                                     to a program of VidGear, NetGear with pattern 1 (req)
  watchword-camera --config camera.toml              as it is written there

who may see it, each with --help:
  watchword-camera pair                              show a code, by which one viewer can pair with it
  watchword-camera viewers                           those that are paired; see also rights, rename, revoke
  watchword-camera identity                          its key in words; or move it to another computer

as a service of this computer, each with --help:
  watchword-camera check FILE                        what is wrong in a configuration, before anything is opened
  watchword-camera install-service                   have systemd start it with the computer, and keep it going
  watchword-camera status                            how the service does
  watchword-camera uninstall-service                 take it away again
"""


def parser() -> argparse.ArgumentParser:
    """The command line."""
    it = argparse.ArgumentParser(
        prog=PROGRAM,
        description="A camera for Watchword: sends live pictures to viewers, and talks with them.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_pictures(it)
    _add_network(it)
    _add_foreign(it)
    _add_program(it)
    it.set_defaults(options={}, place="")
    return it


def _add_pictures(it: argparse.ArgumentParser) -> None:
    pictures = it.add_argument_group("pictures")
    pictures.add_argument(
        "--source",
        default="pattern",
        metavar="SPEC",
        help="a webcam by its number, path or name (see --list-sources), picamera, screen, a file, a folder of "
        "pictures, a URL, or pattern (default: pattern)",
    )
    pictures.add_argument(
        "--list-sources", action="store_true", help="tell which webcams, cameras and screens this computer has, and end"
    )
    pictures.add_argument("--json", action="store_true", help="tell it as JSON")
    pictures.add_argument("--name", help="what the tile shows (default: the name of this computer)")
    pictures.add_argument("--size", metavar="WxH", help="size of the pictures, like 640x480 (default: the source's)")
    pictures.add_argument("--fps", type=float, metavar="N", help="at most N pictures a second (default: the source's)")
    pictures.add_argument(
        "--quality",
        type=int,
        metavar="Q",
        help=f"1 to 100, as JPEG counts it; H.264 of the same number looks alike (default: {DEFAULT_QUALITY})",
    )
    pictures.add_argument(
        "--codec",
        metavar="NAME",
        help="to our own viewer: jpeg or h264, which needs PyAV at both ends, and is then also taken by itself where a "
        "link is narrow (default: jpeg)",
    )
    pictures.add_argument("--loop", action="store_true", help="begin the file or folder again when it ends")
    pictures.add_argument(
        "--filter",
        action="append",
        default=[],
        metavar="NAME[:N]",
        help=f"change every picture: {', '.join(each.asked_as for each in registered().values())}; may be repeated",
    )


def _add_program(it: argparse.ArgumentParser) -> None:
    program = it.add_argument_group("program")
    program.add_argument(
        "--state",
        metavar="FOLDER",
        help="keep there what must survive a power cut: messages on their way; none keeps nothing (default: where this "
        "system wants it)",
    )
    program.add_argument(
        "--patient",
        action="store_true",
        help="begin without the source, too, and try until it is there, as a service does",
    )
    program.add_argument("--echo", action="store_true", help="answer each message with the same")
    program.add_argument(
        "--attached", action="store_true", help="started by another program: quiet; ends when standard input ends"
    )
    program.add_argument(
        "--config", metavar="FILE", help="take from this file (TOML) what is not said here; it may name several cameras"
    )
    program.add_argument("--log-level", choices=LEVELS, help="how much is told on standard error")
    program.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")


def _add_network(it: argparse.ArgumentParser) -> None:
    network = it.add_argument_group("network")
    network.add_argument(
        "--listen",
        metavar="ENDPOINT",
        help=f"where viewers connect (default: {DEFAULT_ENDPOINT}, for this computer alone); beyond this computer, "
        "as in tcp://*:5600, it is encrypted, and a viewer pairs first, by a code that is shown here, unless --open is "
        "given",
    )
    network.add_argument(
        "--dial",
        action="append",
        default=[],
        metavar="ENDPOINT",
        help="connect out to a viewer; may be repeated; does not listen unless --listen is given, too",
    )
    network.add_argument(
        "--to", metavar="NAME", help="the paired viewer that --dial calls (default: the only one that is paired)"
    )
    network.add_argument(
        "--secure",
        action="store_true",
        help=f"let only paired viewers in, encrypted; listens at {SECURE_ENDPOINT} unless told otherwise",
    )
    network.add_argument(
        "--admit",
        action="append",
        default=[],
        metavar="KEY",
        help="let the viewer with this public key in without pairing, for this run; may be repeated",
    )
    network.add_argument(
        "--open", action="store_true", help="let everybody on the network watch and talk; nothing is encrypted"
    )
    network.add_argument(
        "--announce",
        action=argparse.BooleanOptionalAction,
        help="let viewers find it by themselves (default: when it listens beyond this computer)",
    )


def _add_foreign(it: argparse.ArgumentParser) -> None:
    foreign = it.add_argument_group(
        "formats of other programs",
        "as the receiver is set up; it is named by --dial\n"
        "--codec is jpeg or raw to them (default: jpeg for netgear, otherwise raw)",
    )
    foreign.add_argument(
        "--dialect", default=NATIVE, metavar="NAME", help=f"{', '.join(dialects())} (default: {NATIVE}, our own viewer)"
    )
    foreign.add_argument(
        "--pattern",
        metavar="NAME",
        help="pair (0), req (1), pub (2; imagezmq: with --listen) or push (3) (default: req)",
    )
    foreign.add_argument("--multiserver", action="store_true", help="the receiver has multiserver_mode on")
    foreign.add_argument(
        "--multiclient",
        action="store_true",
        help="multiclient_mode is on; every receiver gets all pictures: --dial tcp://desk:5577,5578",
    )
    foreign.add_argument(
        "--bidirectional", action="store_true", help="the receiver has bidirectional_mode on: lines go both ways"
    )
