"""One try at a code, over the network: from the address of a camera to its key, or to why not."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import zmq

from camwire.endpoint import Endpoint
from camwire.errors import UsageError, WireError
from camwire.frame import Payload
from camwire.link import Connection, Link, Route
from camwire.pairing import messages
from camwire.pairing.asking import Asking, Refused
from camwire.pairing.messages import PairingMessage, PairOffer, PairProof
from camwire.translation import tr

TRY_SECONDS = 20.0
"""A small computer reckons for seconds."""
HIGHEST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Proved:
    """Who proved to be the camera of the code, and at which `host` it answered."""

    offer: PairOffer
    host: str

    @property
    def endpoint(self) -> Endpoint | None:
        """Where it serves this viewer from now on; None: nowhere, it calls."""
        return Endpoint(self.host, self.offer.port) if self.offer.port else None


def pairing_places(camera: Endpoint, told_port: int = 0) -> list[Endpoint]:
    """Where to ask, in this order: at the port that the camera tells; else behind its own, or there, if that is what a
    person wrote down."""
    if told_port:
        return [replace(camera, port=told_port)]
    behind = [replace(camera, port=camera.port + 1)] if camera.port < HIGHEST_PORT else []
    return [*behind, camera]


async def ask(
    context: "zmq.Context[zmq.Socket[bytes]]", places: Sequence[Endpoint], asking: Asking
) -> Proved | Refused:
    """Try the code of `asking` at the first of `places` where somebody answers, and never at another one after a proof
    was sent: a code that is typed costs one try at one camera.

    Raises UsageError when nobody pairs there. On the loop; the arithmetic has a thread, for as long as it takes.
    """
    trouble: UsageError | None = None
    for place in places:
        call = _Call(context, place)
        try:
            async with asyncio.timeout(TRY_SECONDS):
                await call.up()
                return await _exchange(call, asking, place.host)
        except (UsageError, TimeoutError) as error:
            trouble = trouble or _sentence(error, place)
            if call.is_nowhere or call.has_proved:
                break
        finally:
            call.close()
    assert trouble is not None
    raise trouble


async def _exchange(call: "_Call", asking: Asking, host: str) -> Proved | Refused:
    loop = asyncio.get_running_loop()
    # Not the loop's own threads: they would stay.
    arithmetic = ThreadPoolExecutor(1, "pairing")
    try:
        call.send(asking.request)
        while True:
            said = await call.answer()
            try:
                found = await loop.run_in_executor(arithmetic, asking.receive, said)
            except WireError:
                raise UsageError(tr("What answers there does not pair as a camera does. Check the address.")) from None
            if isinstance(found, PairOffer):
                return Proved(found, host)
            if isinstance(found, Refused):
                return found
            call.send(found)
    finally:
        # Nobody waits for it on the loop.
        arithmetic.shutdown(wait=False)


def _sentence(error: UsageError | TimeoutError, place: Endpoint) -> UsageError:
    if isinstance(error, UsageError):
        return error
    return UsageError(tr("{where} does not answer. Is the camera still there? Try again.", where=place))


class _Call:
    """A plain link to a pairing port."""

    def __init__(self, context: "zmq.Context[zmq.Socket[bytes]]", place: Endpoint) -> None:
        self._place = place
        self._is_up: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._answers: asyncio.Queue[list[Payload]] = asyncio.Queue()
        self.is_nowhere = False
        """Whether there is no way to that computer at all."""
        self.has_proved = False
        """Whether the code was tried there, however that ended."""
        self._link = Link.connected(context, place, self._received, self._changed)

    async def up(self) -> None:
        """Wait until somebody is there. Raises UsageError."""
        await self._is_up

    def send(self, message: PairingMessage) -> None:
        """Say it."""
        self.has_proved = self.has_proved or isinstance(message, PairProof)
        self._link.send(messages.encode(message))

    async def answer(self) -> PairingMessage:
        """What is said next. Raises UsageError for what no camera says."""
        parts = await self._answers.get()
        if not parts:
            raise UsageError(tr("The connection to {where} broke. Try again.", where=self._place))
        try:
            return messages.decode(parts)
        except WireError:
            raise UsageError(
                tr("What answers at {where} does not pair as a camera does. Check the address.", where=self._place)
            ) from None

    def close(self) -> None:
        """End it."""
        self._link.close()
        self._is_up.cancel()

    def _received(self, route: Route, parts: list[Payload]) -> None:
        if self._answers.qsize() < 2:
            self._answers.put_nowait(parts)

    def _changed(self, change: Connection) -> None:
        if self._is_up.done():
            if change is not Connection.UP:
                self._answers.put_nowait([])
        elif change is Connection.UP:
            self._is_up.set_result(None)
        else:
            self.is_nowhere = change is Connection.UNREACHABLE
            self._is_up.set_exception(UsageError(self._why_not(change)))

    def _why_not(self, change: Connection) -> str:
        where = self._place
        if change is Connection.UNREACHABLE:
            return tr("No way to {where}. Is the address right, and that computer switched on?", where=where)
        if change in (Connection.NOBODY, Connection.OTHER_SECURITY):
            return tr("No code is open at {host}. Have the camera show one: watchword-camera pair", host=where.host)
        return tr("Something else listens at {where}, no Watchword camera. Check the port.", where=where)
