"""The port at which viewers pair by the code that is open, and the work of pairing."""

import asyncio
import contextlib
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import zmq

from camwire.endpoint import Endpoint
from camwire.errors import UsageError, WireError
from camwire.excess import TELL_AGAIN_SECONDS
from camwire.frame import Payload
from camwire.link import Link, Offence, Route
from camwire.pairing import messages
from camwire.pairing.fingerprint import fingerprint
from camwire.pairing.messages import PairDone, PairingMessage, PairRefusal, PairRequest
from camwire.pairing.offering import Introduction, Offering
from camwire.repeats import Repeats
from sender.pairing.open_code import NOT_YOU, CodeFile, Ending, OpenCode
from sender.pairing.viewers import PairedViewer

log = logging.getLogger(__name__)

MOST_WAITING = 16
MOST_PORT = 65_535
# Who has paired reads the last word before the connection ends.
GOODBYE_SECONDS = 1.0


class PairingService:
    """Serves `code` at `near`, or at any port where that is taken. Belongs to the loop; `close` ends it.

    `keep(viewer)` stores who has paired, in a thread; it returns how it is known here, and raises UsageError. `file` is
    told how the code stands. `on_paired()` is called on the loop before the viewer hears that it has paired.
    """

    def __init__(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        near: Endpoint,
        code: OpenCode,
        camera: Introduction,
        keep: Callable[[PairedViewer], PairedViewer],
        on_paired: Callable[[], None],
        file: CodeFile,
    ) -> None:
        self._link = _bound(context, near, self._heard)
        self._link.on_offence = self._offended
        self._told = Repeats(TELL_AGAIN_SECONDS)
        self._file = file
        self._keep = keep
        self._on_paired = on_paired
        self.code = replace(code, port=self._link.endpoint.port)
        """As it stands."""
        try:
            file.write(self.code)
        except BaseException:
            self._link.close()
            raise
        now, left = time.monotonic(), code.seconds_left(datetime.now(UTC))
        self._offering = Offering(camera, code.code, code.rights, now, left)
        self._offering.tries = code.tries
        self._waiting: deque[tuple[Route, PairingMessage]] = deque()
        self._has_some = asyncio.Event()
        self._ended_at = 0.0
        self._is_busy = False
        self._work = asyncio.get_running_loop().create_task(self._work_off(), name="pairing")

    @property
    def endpoint(self) -> Endpoint:
        """Where viewers pair."""
        return self._link.endpoint

    def is_over(self, now: float) -> bool:
        """Whether the code has ended, and everybody has heard of it. To be asked about once a second."""
        if self._is_busy:
            return False
        if self.code.ending is Ending.OPEN and not self._offering.is_open(now):
            self._write(self.code.ended(Ending.LATE))
            log.info("The code for pairing is over: it was not used in time.")
        if not self._ended_at and self.code.ending is not Ending.OPEN:
            self._ended_at = now
        return bool(self._ended_at) and now - self._ended_at >= GOODBYE_SECONDS

    def close(self) -> None:
        """Pair with nobody any more."""
        self._work.cancel()
        self._link.close()

    def _heard(self, route: Route, parts: list[Payload]) -> None:
        try:
            message = messages.decode(parts)
        except WireError as error:
            log.debug("Somebody at %s says what belongs to no pairing: %s", self._link.address_of(route), error)
            self._link.cut(route)
            return
        if len(self._waiting) >= MOST_WAITING:
            self._link.send(messages.encode(PairRefusal(messages.BUSY, "Too many ask at once. Try again.")), route)
            return
        self._waiting.append((route, message))
        self._has_some.set()

    def _offended(self, offence: Offence) -> None:
        sentence = offence.sentence()
        if self._told.is_new(sentence, time.monotonic()):
            log.warning("%s", sentence)

    async def _work_off(self) -> None:
        while True:
            await self._has_some.wait()
            while self._waiting:
                route, message = self._waiting.popleft()
                began = time.monotonic()
                await self._see_to(route, message)
                # Whoever asks without end takes half a processor at most.
                await asyncio.sleep(time.monotonic() - began)
            self._has_some.clear()

    async def _see_to(self, route: Route, message: PairingMessage) -> None:
        self._is_busy = True
        try:
            answer = await asyncio.to_thread(self._answer, route, message, self._link.address_of(route))
            if isinstance(answer, PairDone):
                self._on_paired()
            self._link.send(messages.encode(answer), route)
        except WireError:
            self._link.cut(route)
        except Exception:
            # Whatever somebody said, the next one may pair.
            log.exception("A pairing has failed.")
        finally:
            self._is_busy = False

    def _answer(self, route: Route, message: PairingMessage, address: str) -> PairingMessage:
        """In a thread: arithmetic, and the disk. Raises WireError."""
        offering, tries = self._offering, self._offering.tries
        answered = offering.receive(route, message, time.monotonic())
        if answered.paired is not None:
            return self._paired(answered.paired, address) or answered.message
        if offering.tries < tries:
            log.warning("A wrong code for pairing came from %s. Tries left: %d. %s", address, offering.tries, NOT_YOU)
            code = replace(self.code, tries=offering.tries, wrong=address)
            self._write(code if offering.tries else code.ended(Ending.WRONG))
            if not offering.tries:
                log.warning(
                    "The code for pairing is over. Begin anew with: watchword-camera pair. If others use up the "
                    "next one, too, pair by a cable, or on another network."
                )
        return answered.message

    def _paired(self, request: PairRequest, address: str) -> PairingMessage | None:
        """Store who has proved the code; a refusal where that fails, or the code was ended meanwhile."""
        if not self._is_still_open():
            self.code = self.code.ended(Ending.LATE)
            return PairRefusal(messages.CLOSED, "The code is over. Open another one at the camera.")
        now = datetime.now(UTC).replace(microsecond=0)
        try:
            viewer = self._keep(PairedViewer(request.key, request.id, request.name, self.code.rights, now))
        except UsageError as error:
            log.error("Nobody can pair. %s", error)
            self._write(self.code.ended(Ending.FAILED))
            return PairRefusal(messages.CLOSED, "The camera cannot keep who pairs with it. Look at its log.")
        words = fingerprint(viewer.key.encode())
        log.info("Paired: viewer “%s” at %s, with the key “%s”. It may %s.", viewer.name, address, words, viewer.rights)
        self._write(self.code.ended(Ending.PAIRED, viewer.name))
        return None

    def _is_still_open(self) -> bool:
        """Whether nobody has ended it beside us, or opened another one."""
        try:
            known = self._file.read()
        except OSError:
            return False
        return known is not None and known.code == self.code.code and known.ending is Ending.OPEN

    def _write(self, code: OpenCode) -> None:
        self.code = code
        try:
            known = self._file.read()
            if known is None or known.code != code.code:
                # Somebody has ended it meanwhile, or opened another one.
                return
            self._file.write(code)
        except OSError as error:
            # After a restart there would be more tries than three.
            log.error("%s cannot be written: %s. The code for pairing is over.", self._file.path, error.strerror)
            self._offering.tries = 0
            self.code = code.ended(Ending.FAILED) if code.ending is Ending.OPEN else code


def _bound(
    context: "zmq.Context[zmq.Socket[bytes]]", near: Endpoint, on_parts: "Callable[[Route, list[Payload]], None]"
) -> Link:
    with contextlib.suppress(UsageError):
        if near.port <= MOST_PORT:
            return Link.bound(context, near, on_parts, most_bytes=messages.MESSAGE_BYTES)
    return Link.bound(context, replace(near, port=0), on_parts, most_bytes=messages.MESSAGE_BYTES)
