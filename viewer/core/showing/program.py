"""A webcam of this computer, or a file: read by a camera program of its own, which shows it to this viewer alone."""

import asyncio
import re
import secrets
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress

from camwire.errors import UsageError
from camwire.events import FrameReceived
from camwire.translation import tr
from viewer.core.camera_program import camera_command
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import CameraState
from viewer.core.showing.encoding import scaled_size
from viewer.core.showing.source import WHOLE, PictureSource, Taker, Wish, frame_of
from viewer.core.talk.chat import ChatLine, Said

END_SECONDS = 0.6
_TOLD = re.compile(r"\d\d:\d\d:\d\d (?:WARNING|ERROR) (.+)")
_LAST_WORD = re.compile(r"watchword-camera: (?:error: )?(.+)")


class FromProgram(PictureSource):
    """`spec` is what follows `--source` of `watchword-camera`: a number for a webcam, a file, a URL, or `pattern`.

    The program calls a port of this machine that only it is told, and sends to nobody else. It leaves when its standard
    input closes, so it does not outlive the viewer even when the viewer is killed. Its frames are passed on undecoded.
    """

    def __init__(self, spec: str, is_endless: bool = True) -> None:
        """`is_endless`: begin a file again when it ends."""
        self._spec = spec
        self._is_endless = is_endless
        self._fleet: Fleet | None = None
        self._process: subprocess.Popen[str] | None = None
        self._session: Session | None = None
        self._size: tuple[int, int] | None = None
        self._is_paused = False
        self._has_ended: asyncio.Event = asyncio.Event()

    def open(self, wish: Wish, taker: Taker) -> None:
        self._wish, self._taker = wish, taker
        self._loop = asyncio.get_running_loop()
        self._fleet = Fleet(f"showing-{secrets.token_hex(8)}", "The pictures of this computer")
        self._fleet.observe(self)
        try:
            process = self._spawn(str(self._fleet.listen("tcp://127.0.0.1:0", False)))
        except OSError as error:
            self.close()
            raise UsageError(
                tr("The program that reads {spec} could not start: {error}.", spec=self._spec, error=error)
            ) from error
        self._process = process
        threading.Thread(target=self._read, args=(process,), name="showing", daemon=True).start()

    def pause(self, is_paused: bool) -> None:
        if is_paused != self._is_paused:
            self._is_paused = is_paused
            if self._session is not None:
                (self._session.stop_passing_on if is_paused else self._session.pass_on)(self._take)

    def close(self) -> None:
        process, self._process = self._process, None
        fleet, self._fleet = self._fleet, None
        if fleet is not None:
            self._session = None
            fleet.close()
        if process is not None:
            threading.Thread(target=self._end, args=(process,), name="end of showing").start()
        elif fleet is not None:
            self._has_ended.set()

    async def ended(self) -> None:
        await self._has_ended.wait()

    # What the program's camera tells

    def session_added(self, session: Session) -> None:
        if self._session is None:
            self._session = session
            session.observe(self)
            session.show(False)
            if not self._is_paused:
                session.pass_on(self._take)

    def session_removed(self, session: Session) -> None:
        pass

    def told(self, sentence: str) -> None:
        pass

    def state_changed(self, state: CameraState) -> None:
        pass

    def name_changed(self) -> None:
        pass

    def picture_ready(self) -> None:
        pass

    def line_added(self, line: ChatLine) -> None:
        if line.role == "failure":
            self._taker.in_trouble(line.text)

    def lines_changed(self, lines: Sequence[ChatLine]) -> None:
        pass

    def _take(self, received: FrameReceived) -> None:
        frame, percent = received.frame, self._wish.percent
        if percent < WHOLE:
            if self._size is None:
                # How large the source is, nobody knows before its first picture.
                self._size = scaled_size(frame.width, frame.height, percent)
                self._ask_for("{}x{}".format(*self._size))
            if (frame.width, frame.height) != self._size:
                return
        self._taker.put(frame_of(received))

    def _ask_for(self, size: str) -> None:
        assert self._session is not None
        self._session.speak(Said(f"/size {size}", {"size": size}, True, role="command", command="size"))

    # The process

    def _spawn(self, endpoint: str) -> "subprocess.Popen[str]":
        wish = self._wish
        command = camera_command(f"--source={self._spec}", "--dial", endpoint, "--state", "none")
        command += ["--attached"] + ["--loop"] * self._is_endless
        command += [] if wish.fps is None else ["--fps", f"{wish.fps:g}"]
        command += [] if wish.quality is None else ["--quality", str(wish.quality)]
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            start_new_session=True,
        )

    def _read(self, process: "subprocess.Popen[str]") -> None:
        """Read what the program says until it ends; in a thread of its own."""
        assert process.stderr is not None
        last = ""
        for line in process.stderr:
            told, last_word = _TOLD.fullmatch(line.strip()), _LAST_WORD.fullmatch(line.strip())
            last = last_word[1] if last_word else last
            if told:
                self._tell(process, told[1])
        process.stderr.close()
        self._tell(
            process, last or tr("The program that reads {spec} has ended. Start it again.", spec=self._spec), True
        )

    def _tell(self, process: "subprocess.Popen[str]", sentence: str, is_over: bool = False) -> None:
        # The loop may have ended meanwhile.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._told, process, sentence, is_over)

    def _told(self, process: "subprocess.Popen[str]", sentence: str, is_over: bool) -> None:
        if process is self._process:
            self._taker.in_trouble(sentence, is_over)
            if is_over:
                self.close()

    def _end(self, process: "subprocess.Popen[str]") -> None:
        """End the program; in a thread of its own."""
        process.terminate()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert process.stdin is not None
        process.stdin.close()
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._has_ended.set)
