"""What is said between a script and one camera: said and receipted, asked and answered, heard."""

import asyncio
import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from camwire.commands import Call, checked, found_command, written
from camwire.errors import UsageError
from camwire.values import Unreadable
from viewer.api.flow import Flow
from viewer.api.said import CommandFailed, Message, ReceivedFile, SayFailed, with_numpy
from viewer.core.sessions.session import Session
from viewer.core.sessions.speaking import command_line
from viewer.core.sessions.state import CameraState
from viewer.core.talk.chat import SILENT_ROLES, ChatLine, Delivery
from viewer.core.talk.talk import UNREADABLE

KEPT_MESSAGES = 1000
ARRIVED = (Delivery.RECEIVED, Delivery.ANSWERED)
CLOSED = "The wall was closed."


class Talking:
    """Observes a session. Lives in the loop's thread; `close` lets go of whoever waits."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.messages: Flow[Message] = Flow(KEPT_MESSAGES)
        self._arriving: dict[ChatLine, asyncio.Future[None]] = {}
        self._asked: dict[ChatLine, asyncio.Future[object]] = {}
        # By path until it is read through, and then by the line that offers it.
        self._sending: dict[str | ChatLine, asyncio.Future[ChatLine]] = {}
        session.observe(self)
        if session.files is not None:
            # Nobody looks at an offer here, to ask for it.
            session.files.most_unasked = session.files.most_unread = math.inf

    def close(self) -> None:
        """The camera leaves the wall."""
        self._session.forget(self)
        self.messages.close()
        for waiting in (self._arriving, self._asked, self._sending):
            for future in waiting.values():
                if not future.done():
                    future.set_exception(SayFailed(CLOSED))

    async def arrival(self, line: ChatLine, timeout: float | None) -> None:
        """Wait until the camera has `line`. Raises SayFailed, TimeoutError."""
        name = self._session.name
        if line.delivery in ARRIVED:
            return
        future = self._arriving.setdefault(line, asyncio.get_running_loop().create_future())
        try:
            async with asyncio.timeout(timeout):
                await asyncio.shield(future)
        except TimeoutError:
            raise TimeoutError(
                f"{name} has not got it within {timeout:g} seconds. It waits until {name} is back."
            ) from None
        finally:
            self._arriving.pop(line, None)

    def ask(self, what: object, arguments: Mapping[str, object]) -> ChatLine:
        """Say what is to be answered. Raises UsageError, CommandError."""
        session = self._session
        if session.dialect != "native":
            raise UsageError(f"{session.name} is no camera of Watchword, and cannot answer. Use say() and messages().")
        is_line = isinstance(what, str) and what.startswith("/")
        if not (arguments or is_line):
            return session.say(what)
        name = str(what).removeprefix("/")
        if not arguments:
            return session.give(str(what))
        command = found_command(f"/{name}", session.commands)
        if command is None:
            known = ", ".join(f"/{each.name}" for each in session.commands) or "none"
            raise UsageError(f"{session.name} has no command “{name}”. It has {known}.")
        given = checked(command, arguments)
        return session.speak(command_line(written(command, arguments), Call(command, given)))

    async def answer(self, line: ChatLine, timeout: float | None) -> object:
        """Wait for the answer to `line`: its value. Raises CommandFailed, SayFailed, TimeoutError."""
        future = self._asked.setdefault(line, asyncio.get_running_loop().create_future())
        try:
            async with asyncio.timeout(timeout):
                return await future
        except (TimeoutError, asyncio.CancelledError) as error:
            if line.role == "command" or line.delivery is Delivery.QUEUED:
                self._session.cancel(line)
            if isinstance(error, TimeoutError):
                raise TimeoutError(self._why_no_answer(line, timeout)) from None
            raise
        finally:
            self._asked.pop(line, None)

    async def send_file(self, path: Path, timeout: float | None) -> None:
        """Wait until the camera has the file. Raises UsageError, SayFailed, TimeoutError."""
        files, name = self._session.files, self._session.name
        if files is None:
            raise UsageError(f"{name} is no camera of Watchword, and takes no files.")
        future = self._sending.setdefault(str(path), asyncio.get_running_loop().create_future())

        def in_trouble(sentence: str) -> None:
            if not future.done():
                future.set_exception(UsageError(sentence))

        files.send(path, in_trouble)
        try:
            async with asyncio.timeout(timeout):
                line = await asyncio.shield(future)
        except TimeoutError:
            raise TimeoutError(
                f"{name} has not got all of it within {timeout:g} seconds. It is still being sent."
            ) from None
        finally:
            self._sending = {key: each for key, each in self._sending.items() if each is not future}
        if line.why:
            raise SayFailed(line.why)

    # What the session tells

    def line_added(self, line: ChatLine) -> None:
        if line.is_mine and line.role == "file" and line.path in self._sending:
            self._sending[line] = self._sending.pop(line.path)
        # A file of the camera's is told when it is whole.
        if not line.is_mine and line.role not in (*SILENT_ROLES, "file"):
            self._heard(line, self._value(line))

    def lines_changed(self, lines: Sequence[ChatLine]) -> None:
        for line in lines:
            if line.is_mine:
                self._moved(line)
            elif line.role == "file" and line.is_over and line.file is not None:
                file = ReceivedFile(Path(line.path), line.file.name, line.file.size) if not line.why else None
                self._heard(line, file)

    def state_changed(self, state: CameraState) -> None: ...

    def name_changed(self) -> None: ...

    def picture_ready(self) -> None: ...

    # Inside

    def _heard(self, line: ChatLine, value: object) -> None:
        about = (line.about_log, line.about)
        asked = next((each for each in self._asked if (each.log, each.number) == about), None)
        if asked is None:
            time = datetime.fromtimestamp(line.time_ns / 1e9, UTC)
            text = line.why or line.text
            self.messages.put(Message(text, value, time, self._session.name, line.role, line.frame))
            return
        future = self._asked[asked]
        if future.done():
            return
        if line.role == "failure" or line.why:
            future.set_exception(CommandFailed(line.why or line.text))
        elif isinstance(value, Unreadable):
            future.set_exception(CommandFailed(f"{line.text} {UNREADABLE}".lstrip()))
        else:
            future.set_result(value)

    def _moved(self, line: ChatLine) -> None:
        arriving, asked, sending = self._arriving.get(line), self._asked.get(line), self._sending.get(line)
        if sending is not None and line.is_over and not sending.done():
            sending.set_result(line)
        if line.delivery is Delivery.FAILED:
            for future in (arriving, asked):
                if future is not None and not future.done():
                    future.set_exception(SayFailed(line.why or "It will not be sent."))
        elif arriving is not None and line.delivery in ARRIVED and not arriving.done():
            arriving.set_result(None)

    def _value(self, line: ChatLine) -> object:
        return with_numpy(self._session.talk.value(line))

    def _why_no_answer(self, line: ChatLine, timeout: float | None) -> str:
        name = self._session.name
        if line.delivery not in ARRIVED:
            return f"{name} has not got the question within {timeout:g} seconds. Is it switched on?"
        return f"{name} has the question, and has not answered within {timeout:g} seconds. Wait longer with timeout=."
