"""What to write on the camera's computer so that its pictures come here: for each program, pattern and port."""

import socket
from dataclasses import dataclass

from camwire.endpoint import SECURE, Endpoint
from camwire.translation import phrase
from viewer.core.camera_program import typed_command

# An address that no computer has (RFC 5737): asked for the way to it, the system names our own address on that way.
NOWHERE = ("192.0.2.1", 9)


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a program reaches the wall: `pattern` of the listening port, or None where we connect to it."""

    title: str
    pattern: str | None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """A program whose cameras can be shown."""

    title: str
    ways: tuple[Way, ...]


WATCHWORD = Program(
    phrase("A Watchword camera"),
    (
        Way(phrase("The wall connects to it"), None),
        Way(
            phrase("It calls the wall (from behind a router)"),
            SECURE,
            phrase("Pair with it first, while it is on the same network; then it calls, and is let in by its key."),
        ),
    ),
)
NETGEAR = Program(
    "VidGear NetGear",
    (
        Way(phrase("Pattern 1, request and reply"), "", phrase("With bidirectional_mode you can talk to it.")),
        Way(
            phrase("Pattern 0, pair: one camera per port"),
            "pair",
            phrase("With bidirectional_mode you can talk to it."),
        ),
        Way(phrase("Pattern 2, publish"), "sub", phrase("It carries no text to the camera.")),
    ),
)
NETGEAR_ASYNC = Program(
    "VidGear NetGear_Async",
    (
        Way(phrase("Pattern 1, request and reply"), "", phrase("It ends for good when it is not answered for 15 s.")),
        Way(
            phrase("Pattern 0, pair: one camera per port"),
            "pair",
            phrase("It ends for good when it is not answered for 15 s."),
        ),
        Way(phrase("Pattern 2, publish"), "sub", phrase("It carries no text to the camera.")),
        Way(phrase("Pattern 3, push"), "pull", phrase("It carries no text to the camera.")),
    ),
)
IMAGEZMQ = Program(
    "imagezmq",
    (
        Way(phrase("Request and reply (REQ)"), "", phrase("What you write comes back from send_image.")),
        Way(phrase("Publish (PUB): the wall connects to it"), None, phrase("It carries no text to the camera.")),
    ),
)
PROGRAMS = (WATCHWORD, NETGEAR, NETGEAR_ASYNC, IMAGEZMQ)


def lines(program: Program, way: Way, endpoint: Endpoint | None, own_address: str, has_own_port: bool = False) -> str:
    """The line for the user's script or shell; `endpoint` is where we listen, None where we connect.

    `has_own_port`: it is one of several ports, each of which names its camera.
    """
    if program is WATCHWORD:
        if endpoint is None:
            return f'{typed_command()} --source 0 --listen "tcp://*:5600"'
        return f"{typed_command()} --source 0 --dial tcp://{_reach(endpoint, own_address)}:{endpoint.port}"
    if endpoint is None:
        return 'imagezmq.ImageSender(connect_to="tcp://*:5555", REQ_REP=False)'
    host, port = _reach(endpoint, own_address), endpoint.port
    if program is IMAGEZMQ:
        return f'imagezmq.ImageSender(connect_to="tcp://{host}:{port}")'
    number = {"pair": 0, "": 1, "sub": 2, "pull": 3}[endpoint.pattern]
    place = f'address="{host}", port="{port}", protocol="tcp", pattern={number}'
    if program is NETGEAR_ASYNC:
        return f"NetGear_Async(source=0, {place}).launch()"
    # With max_retries=0 a sender waits for the wall for ever; without it, it ends after three silences.
    modes = "" if number == 2 else ", max_retries=0, bidirectional_mode=True"
    if has_own_port and number:
        modes += ", multiserver_mode=True"
    return f"NetGear({place}{modes})"


def own_address() -> str:
    """This computer's address on its way to others; the loopback one if it has none. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(NOWHERE)
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def _reach(endpoint: Endpoint, own: str) -> str:
    """How others write the host at which we listen."""
    return own if endpoint.host in ("*", "0.0.0.0", "::") else endpoint.host
