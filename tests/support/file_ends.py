"""Two ends that exchange files over a real link on loopback, which can be cut; and one end as a program of its own."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import zmq

from camwire import messages
from camwire.endpoint import Endpoint
from camwire.files.exchange import Exchange, Filing
from camwire.frame import Payload
from camwire.link import Connection, Link, Route
from camwire.messages import FileChunk, FileOffer, FileRefusal, FileRequest
from tests.support.wire_ends import LOOPBACK, Context

HELLO = [b"hello"]


class Heard:
    """What an exchange told, by file."""

    def __init__(self) -> None:
        self.there: dict[str, int] = {}
        self.complete: dict[str, list[Path]] = {}
        self.paused: dict[str, list[str]] = {}
        self.failed: dict[str, str] = {}

    def on_progress(self, is_mine: bool, file: str, there: int, size: int) -> None:
        assert 0 <= there <= size
        self.there[file] = there

    def on_complete(self, is_mine: bool, file: str, path: Path) -> None:
        self.complete.setdefault(file, []).append(path)

    def on_paused(self, is_mine: bool, file: str, sentence: str) -> None:
        self.paused.setdefault(file, []).append(sentence)

    def on_failed(self, is_mine: bool, file: str, sentence: str) -> None:
        self.failed[file] = sentence


class End:
    """One end: an exchange, what it told, and the thread for its files."""

    def __init__(self, filing: Filing, most_bytes_per_s: float = float("inf")) -> None:
        self.heard = Heard()
        self.exchange = Exchange(filing, self.heard, most_bytes_per_s)
        self.bytes_came = 0

    def receive(self, parts: Sequence[Payload]) -> None:
        message = messages.decode(parts)
        assert isinstance(message, FileRequest | FileChunk | FileRefusal)
        self.bytes_came += sum(map(len, parts[1:]))
        self.exchange.receive(message, parts)


class Listening:
    """An end that waits for its peer at a port; a peer greets with `HELLO`, and is greeted."""

    def __init__(self, context: Context, end: End) -> None:
        self._end = end
        self._route: Route = b""
        self.link = Link.bound(context, LOOPBACK, self._heard, on_gone=self._gone)

    def _heard(self, route: Route, parts: list[Payload]) -> None:
        if parts == HELLO:
            self._route = route
            self.link.send(HELLO, route)
            self._end.exchange.linked(lambda parts: self.link.send(parts, route))
        elif route == self._route:
            self._end.receive(parts)

    def _gone(self, route: Route) -> None:
        if route == self._route:
            self._end.exchange.unlinked()


class Calling:
    """An end that calls the other; `cut` ends the connection at once, and begins a new one."""

    def __init__(self, context: Context, end: End, endpoint: Endpoint) -> None:
        self._context = context
        self._end = end
        self._endpoint = endpoint
        self.link = self._called()

    def cut(self) -> None:
        self.link.close()
        self._end.exchange.unlinked()
        self.link = self._called()

    def _called(self) -> Link:
        link = Link.connected(self._context, self._endpoint, self._heard, lambda change: self._changed(link, change))
        return link

    def _changed(self, link: Link, change: Connection) -> None:
        if change is Connection.UP:
            link.send(HELLO)
        else:
            self._end.exchange.unlinked()

    def _heard(self, route: Route, parts: list[Payload]) -> None:
        if parts == HELLO:
            self._end.exchange.linked(self.link.send)
        else:
            self._end.receive(parts)


async def fetch_alone(endpoint: Endpoint, offer: FileOffer, folder: Path, most_bytes_per_s: float) -> None:
    """Fetch one file and print each step; at the end, how many bytes came."""
    context: Context = zmq.Context()
    filing = Filing()
    end = End(filing, most_bytes_per_s)
    calling = Calling(context, end, endpoint)
    end.exchange.accept(offer, folder)
    said = 0
    while offer.id not in end.heard.complete:
        await asyncio.sleep(0.01)
        there = end.heard.there.get(offer.id, 0)
        if there != said:
            said = there
            print(there, flush=True)
    print("complete", end.bytes_came, flush=True)
    end.exchange.close()
    filing.close()
    calling.link.close()
    context.term()


def command_to_fetch(endpoint: Endpoint, offer: FileOffer, folder: Path, most_bytes_per_s: float) -> list[str]:
    """The command line of a program that runs `fetch_alone`."""
    words = [str(endpoint), msgspec.json.encode(offer).decode(), str(folder), str(most_bytes_per_s)]
    return [sys.executable, "-m", "tests.support.file_ends", *words]


def main(endpoint: str, offer: str, folder: str, most_bytes_per_s: str) -> None:
    """Run `fetch_alone` as the command line says."""
    offered = msgspec.json.decode(offer, type=FileOffer)
    asyncio.run(fetch_alone(Endpoint.parse(endpoint), offered, Path(folder), float(most_bytes_per_s)))


if __name__ == "__main__":
    main(*sys.argv[1:])
