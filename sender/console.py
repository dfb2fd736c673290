"""Standard input and output of the camera program: typed lines, chat lines, and the parent that goes away."""

import asyncio
import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from typing import TextIO

from camwire import values
from camwire.printable import printable, printable_lines
from sender.talk.message import Message, ReceivedFile

READ_BYTES = 65_536


def write_line(text: str) -> None:
    """Print one line, or several, at once. A reader that has gone is no reason to end."""
    _write(sys.stdout, text)


def complain(text: str) -> None:
    """The same on standard error."""
    _write(sys.stderr, text)


def chat_line(message: Message) -> str:
    """`10:42 name: text`, where nothing that was sent can steer the terminal or pass for a line of its own."""
    text = message.text or values.summary(message.value)
    if isinstance(message.value, ReceivedFile):
        text = f"sent a file: {message.value.name} ({message.value.size:,} bytes), now {message.value.path}"
    lines = text.splitlines() or [""]
    return printable_lines(f"{message.time.astimezone():%H:%M} {printable(message.viewer)}: " + "\n      ".join(lines))


class Chat:
    """What people say, on standard output."""

    def __init__(self, is_quiet: bool, echoes: bool, echoes_values: bool = False) -> None:
        """`echoes_values`: what comes back is the value itself, and not its text."""
        self._is_quiet = is_quiet
        self._echoes = echoes
        self._echoes_values = echoes_values
        self._last_array = ""

    def hear(self, message: Message) -> object:
        """Not async: it runs in a thread of its own, where a full standard output holds up nothing."""
        is_array = hasattr(message.value, "shape")
        # They may come as a video; one line for all that are alike is enough.
        if not (self._is_quiet or (is_array and message.text == self._last_array)):
            write_line(chat_line(message))
        self._last_array = message.text if is_array else self._last_array
        if not self._echoes:
            return None
        if not self._echoes_values:
            return message.text
        return message.value.path if isinstance(message.value, ReceivedFile) else message.value


def is_typed_at() -> bool:
    """Whether a person types at standard input, and not into another program that runs before us."""
    try:
        return os.isatty(0) and (not hasattr(os, "tcgetpgrp") or os.tcgetpgrp(0) == os.getpgrp())
    except OSError:
        return False


@contextlib.contextmanager
def reading_stdin(on_line: Callable[[str], None], on_end: Callable[[], None]) -> Iterator[None]:
    """Call `on_line` on the loop for each line of standard input, and `on_end` at its end."""
    loop = asyncio.get_running_loop()
    buffer = LineBuffer(on_line, on_end)

    def on_readable() -> None:
        try:
            piece = os.read(0, READ_BYTES)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if not piece:
            loop.remove_reader(0)
        buffer.feed(piece)

    try:
        if sys.stdin is None:
            # It was closed before we began; the descriptor may be anything by now.
            loop.call_soon(on_end)
        else:
            loop.add_reader(0, on_readable)
    except (OSError, ValueError, NotImplementedError):
        # Windows, and what POSIX cannot watch (a file, /dev/null). A daemon: nothing can end a blocked read.
        threading.Thread(target=_read_all, args=(loop, buffer), name="stdin", daemon=True).start()
    try:
        yield
    finally:
        with contextlib.suppress(OSError, ValueError, NotImplementedError):
            loop.remove_reader(0)


class LineBuffer:
    """Cuts what is read into lines of text."""

    def __init__(self, on_line: Callable[[str], None], on_end: Callable[[], None]) -> None:
        self._on_line = on_line
        self._on_end = on_end
        self._rest = b""

    def feed(self, piece: bytes) -> None:
        """Take the next bytes; empty means the end."""
        *lines, self._rest = (self._rest + piece).split(b"\n")
        for line in lines:
            self._on_line(line.decode(errors="replace").rstrip("\r"))
        if not piece:
            self._on_end()


def _read_all(loop: asyncio.AbstractEventLoop, buffer: LineBuffer) -> None:
    piece = b"?"
    while piece:
        try:
            piece = os.read(0, READ_BYTES)
        except OSError:
            piece = b""
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(buffer.feed, piece)


def _write(stream: "TextIO | None", text: str) -> None:
    if stream is None:
        # It was closed before we began.
        return
    with contextlib.suppress(OSError, ValueError):
        stream.write(f"{printable_lines(text)}\n")
        stream.flush()
