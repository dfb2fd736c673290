"""A viewer that keeps what is said, and real cameras to talk with, all on one loop."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import numpy as np

from sender import Call, Camera, Message
from sender.state import Place
from tests.support.waiting import until
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import ChatLine, Delivery
from viewer.core.talk.history import History

ROWS = [{"pin": 1, "name": "lamp", "state": "on"}, {"pin": 2, "name": "fan", "state": ""}]


def porch(name: str = "porch", port: int = 0, state: Place = "none", heard: list[str] | None = None) -> Camera:
    """A camera with a small picture that answers what is said, and has commands of every sort.

    What it hears is added to `heard`.
    """
    camera = Camera(name, "pattern", listen=f"tcp://127.0.0.1:{port}", size=(64, 48), fps=10, state=state)

    @camera.on_message
    def answer(message: Message) -> str:
        if heard is not None:
            heard.append(message.text)
        return f"heard: {message.text}"

    @camera.command(times=(1, 9))
    def blink(times: int, colour: str = "red") -> str:
        """Blink the lamp.

        times: how often
        """
        return f"blinked {times} times in {colour}"

    @camera.command(dangerous=True)
    def reboot() -> str:
        """Start the computer anew."""
        return "rebooted"

    @camera.command
    def fail() -> None:
        """Cannot be done."""
        raise RuntimeError("The servo is stuck.")

    @camera.command
    async def slow(call: Call) -> str:
        """Take long."""
        for step in range(2000):
            call.progress(min(0.99, step / 20), f"step {step}")
            await asyncio.sleep(0.02)
        return "done"

    @camera.command
    def table() -> object:
        """Show a table."""
        return ROWS

    @camera.command
    def curve() -> object:
        """Show a curve."""
        return np.sin(np.linspace(0, 9, 300))

    return camera


@asynccontextmanager
async def wall(folder: Path) -> AsyncIterator[Fleet]:
    """A viewer without a window, whose history survives in `folder`."""
    fleet = Fleet("viewer-1", "desk", history=History(folder / "conversations.db"), files=folder / "files")
    try:
        yield fleet
        await fleet.history.journal.flush()
    finally:
        fleet.close()


async def greeted(fleet: Fleet, camera: Camera) -> Session:
    """The session with a camera that is put on the wall."""
    session = fleet.add(str(camera.endpoint))
    await until(lambda: session.is_connected)
    return session


async def all_are(session: Session, delivery: Delivery) -> None:
    """Wait until all lines of ours are so far."""
    await until(lambda: {line.delivery for line in session.chat.lines if line.is_mine} == {delivery})


async def answer_to(session: Session, line: ChatLine) -> ChatLine:
    """Wait for the camera's answer to a line of ours."""
    found: Callable[[], list[ChatLine]] = lambda: [  # noqa: E731
        each for each in session.chat.lines if not each.is_mine and each.about == line.number
    ]
    await until(found)
    return found()[0]


def shown(session: Session) -> list[tuple[bool, str]]:
    """Who said what, as a person reads it."""
    return [(line.is_mine, line.text) for line in session.chat.lines]


def facts(line: ChatLine) -> Mapping[str, object]:
    """Everything that is to be the same again after a restart."""
    names = ("is_mine", "number", "text", "time_ns", "delivery", "id", "role", "about", "command", "has_value", "file")
    more = ("frame", "has_picture", "why", "waited_ms", "fetched", "path")
    return {name: getattr(line, name) for name in (*names, *more)}
