"""The program `watchword-camera`."""

import argparse
import asyncio
import contextlib
import logging
import os
import sys
from collections.abc import Sequence

from camwire.errors import UsageError
from sender.arguments import PROGRAM, parser
from sender.camera import Camera
from sender.console import Chat, is_typed_at, reading_stdin, write_line
from sender.ends import DEFAULT_ENDPOINT
from sender.rules import require_echo
from sender.signals import INTERRUPTED, run_until_signal
from sender.sources.base import SourceError

FAILURE, USAGE = 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the camera program; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    arguments = parser().parse_args(argv)
    level = arguments.log_level or ("warning" if arguments.attached else "info")
    logging.basicConfig(level=level.upper(), format="%(asctime)s %(levelname)s %(message)s", datefmt="%H:%M:%S")
    # One picture at a time: OpenCV's pool of threads would only cost.
    os.environ.setdefault("OPENCV_FOR_THREADS_NUM", "1")
    try:
        camera = _camera(arguments)
    except UsageError as error:
        return _fail(error, USAGE)
    try:
        return run_until_signal(_serve(camera, arguments))
    except (UsageError, SourceError) as error:
        return _fail(error, FAILURE)
    except KeyboardInterrupt:
        return INTERRUPTED


def _camera(arguments: argparse.Namespace) -> Camera:
    listen = arguments.listen
    camera = Camera(
        name=arguments.name,
        source=arguments.source,
        listen=DEFAULT_ENDPOINT if listen is None and not arguments.dial else listen,
        dial=arguments.dial,
        size=arguments.size,
        fps=arguments.fps,
        quality=arguments.quality,
        loop=arguments.loop,
        is_open=arguments.open,
        dialect=arguments.dialect,
        pattern=arguments.pattern,
        codec=arguments.codec,
        multiserver=arguments.multiserver,
        multiclient=arguments.multiclient,
        bidirectional=arguments.bidirectional,
        state=arguments.state,
    )
    if arguments.echo:
        require_echo(camera.sending)
    chat = Chat(arguments.attached, arguments.echo, camera.sending.is_native)
    camera.on_message(chat.hear)
    return camera


async def _serve(camera: Camera, arguments: argparse.Namespace) -> int:
    ended = asyncio.Event()
    async with camera:
        with contextlib.ExitStack() as stack:
            if arguments.attached:
                stack.enter_context(reading_stdin(lambda line: None, ended.set))
            elif is_typed_at():
                stack.enter_context(reading_stdin(lambda line: _say(camera, line), lambda: None))
            _announce(camera, arguments)
            await ended.wait()
    return 0


def _announce(camera: Camera, arguments: argparse.Namespace) -> None:
    for line in camera.announcement:
        write_line(line)
    if arguments.attached:
        return
    reach = ""
    if camera.endpoint is not None and camera.endpoint.is_loopback:
        reach = " It can be reached only from this machine."
    elif camera.endpoint is not None:
        reach = " It is OPEN to the network: everybody there can watch and talk, and nothing is encrypted."
    _tell(f"{camera.name} shows: {camera.source}.{reach} End it with Ctrl+C.")


def _say(camera: Camera, line: str) -> None:
    if not line.strip():
        return
    try:
        camera.say(line)
    except UsageError as error:
        _tell(str(error))


def _tell(text: str) -> None:
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def _fail(error: Exception, code: int) -> int:
    _tell(f"{PROGRAM}: {error}")
    return code


if __name__ == "__main__":
    sys.exit(main())
