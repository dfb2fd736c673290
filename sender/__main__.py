"""The program `watchword-camera`."""

import argparse
import asyncio
import contextlib
import os
import sys
from collections.abc import Sequence

from camwire.descriptors import raise_limit
from camwire.errors import UsageError
from sender import subcommands
from sender.available import as_json, as_text, lacking
from sender.camera import Camera
from sender.config.arguments import PROGRAM
from sender.config.configured import asked_for, made
from sender.console import Chat, complain, is_typed_at, reading_stdin, write_line
from sender.ends import DEFAULT_ENDPOINT, SECURE_ENDPOINT
from sender.errors import SourceError
from sender.libraries import require_libraries
from sender.reach import how_to_pair, reach
from sender.rules import require_echo
from sender.service.journal import begin_logging, is_journal
from sender.service.notify import is_service
from sender.service.watch import watched
from sender.signals import INTERRUPTED, run_until_signal
from sender.sources import available
from sender.together import serve_all

FAILURE, USAGE = 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the camera program; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    words = sys.argv[1:] if argv is None else list(argv)
    if words[:1] and words[0] in subcommands.NAMES:
        return subcommands.run(words, _camera)
    try:
        asked = asked_for(words)
    except UsageError as error:
        return _fail(error, USAGE)
    arguments = asked[0]
    begin_logging(arguments.log_level or ("warning" if arguments.attached else "info"))
    raise_limit()
    # One picture at a time: OpenCV's pool of threads would only cost.
    os.environ.setdefault("OPENCV_FOR_THREADS_NUM", "1")
    if arguments.list_sources:
        return _list_sources(arguments.json)
    try:
        cameras = made(asked, _camera)
    except UsageError as error:
        return _fail(error, USAGE)
    try:
        return run_until_signal(_serve(cameras, arguments))
    except (UsageError, SourceError) as error:
        return _fail(error, FAILURE)
    except KeyboardInterrupt:
        return INTERRUPTED


def _list_sources(is_json: bool) -> int:
    try:
        require_libraries()
    except UsageError as error:
        return _fail(error, FAILURE)
    found = available()
    write_line(as_json(found) if is_json else as_text(found))
    if not is_json and lacking(found):
        complain(lacking(found))
    return 0


def _camera(arguments: argparse.Namespace) -> Camera:
    listen = arguments.listen
    if listen is None and not arguments.dial:
        listen = SECURE_ENDPOINT if arguments.secure else DEFAULT_ENDPOINT
    camera = Camera(
        name=arguments.name,
        source=arguments.source,
        listen=listen,
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
        options=arguments.options,
        is_patient=arguments.patient or is_service(),
        filters=arguments.filter,
        announce=arguments.announce,
        secure=arguments.secure,
        admit=arguments.admit,
        to=arguments.to,
    )
    if arguments.echo:
        require_echo(camera.sending)
    # What people say to each other is nothing for the log of a computer.
    chat = Chat(arguments.attached or is_journal(), arguments.echo, camera.sending.is_native)
    camera.on_message(chat.hear)
    return camera


async def _serve(cameras: Sequence[Camera], arguments: argparse.Namespace) -> int:
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[None] = loop.create_future()
    up: list[Camera] = []

    def end() -> None:
        if not ended.done():
            ended.set_result(None)

    async with contextlib.AsyncExitStack() as stack:

        def on_up(camera: Camera) -> None:
            if not up and not arguments.attached and is_typed_at():
                stack.enter_context(reading_stdin(lambda line: _say(up, line), lambda: None))
            up.append(camera)
            _announce(camera, arguments)
            ready()

        if arguments.attached:
            # From the start: who started us may be gone before a source is open.
            stack.enter_context(reading_stdin(lambda line: None, end))
        serving = loop.create_task(serve_all(cameras, on_up))
        stack.push_async_callback(_stop, serving)
        ready = stack.enter_context(watched(cameras))
        await asyncio.wait({serving, ended}, return_when=asyncio.FIRST_COMPLETED)
    return 0


async def _stop(serving: "asyncio.Task[None]") -> None:
    serving.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await serving


def _announce(camera: Camera, arguments: argparse.Namespace) -> None:
    lines = camera.announcement
    if arguments.attached and camera.key and camera.endpoint is not None:
        # Who begins a camera and stays with it calls it by its key, without a code.
        lines[0] += f" key {camera.key}"
    for line in lines:
        write_line(line)
    if arguments.attached:
        return
    complain(f"{camera.name} shows: {camera.source}.{reach(camera)} End it with Ctrl+C.")
    if camera.pairing_code:
        complain(how_to_pair(camera))


def _say(cameras: Sequence[Camera], line: str) -> None:
    if not line.strip():
        return
    for camera in cameras:
        try:
            camera.say(line)
        except UsageError as error:
            complain(str(error))


def _fail(error: Exception, code: int) -> int:
    complain(f"{PROGRAM}: {error}")
    return code


def leave(code: int) -> None:
    """End at once: everything is closed, and to take the interpreter apart costs as much as all of that."""
    for stream in (sys.stdout, sys.stderr):
        # Where nobody reads, there is no stream.
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    leave(main())
