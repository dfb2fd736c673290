"""Looks for cameras on the networks of this computer, for as long as somebody wants to know."""

import asyncio
import ipaddress
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from camwire import local_network
from camwire.address_changes import AddressChanges
from camwire.discovery import SERVICE
from camwire.local_network import Place
from camwire.translation import tr
from viewer.core.finding.found import FoundCamera, found_camera
from viewer.core.natural_order import natural

if TYPE_CHECKING:
    from zeroconf import ServiceStateChange, Zeroconf
    from zeroconf.asyncio import AsyncServiceBrowser, AsyncZeroconf

log = logging.getLogger(__name__)

LOOK_SECONDS = 5.0
"""How often it looks whether what was found is still there, and, where nobody says so, whether this computer moved."""
ANSWER_MS = 3000
# Anybody on the network can announce cameras without end.
MOST_CAMERAS = 256


class Finding:
    """`on_change()` is called on the loop, between `begin` and `end`, whenever `cameras` or `trouble` are others."""

    def __init__(self) -> None:
        self.trouble = ""
        """Why nothing can be found, in a sentence; empty while it looks."""
        self._on_change: Callable[[], object] | None = None
        self._services: set[str] = set()
        self._by_service: dict[str, FoundCamera] = {}
        self._places: list[Place] | None = None
        self._zeroconf: AsyncZeroconf | None = None
        self._browser: AsyncServiceBrowser | None = None
        self._asking: dict[str, asyncio.Task[None]] = {}
        self._next_look: asyncio.TimerHandle | None = None
        self._changes: AddressChanges | None = None
        self._closing: set[asyncio.Task[None]] = set()

    @property
    def cameras(self) -> list[FoundCamera]:
        """Those that are there now, by name; each once."""
        each_once = {camera.who: camera for camera in self._by_service.values()}
        return sorted(each_once.values(), key=lambda camera: (natural(camera.name), camera.id))

    def begin(self, on_change: Callable[[], object]) -> None:
        """Look from now on, on the running loop. Who looked before is told nothing any more."""
        self.end()
        self._on_change = on_change
        loop = asyncio.get_running_loop()

        def load() -> None:
            is_here = True
            try:
                local_network.load()
            except ImportError as error:
                log.warning("Cameras cannot be looked for: %s", error)
                is_here = False
            # The loop may have ended meanwhile.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._loaded, on_change, is_here)

        threading.Thread(target=load, name="finding", daemon=True).start()

    def end(self) -> None:
        """Look no longer, and forget what was found. May be repeated."""
        self._on_change = None
        self.trouble = ""
        self._stop()

    async def close(self) -> None:
        """The same, and wait until every socket is closed."""
        self.end()
        await asyncio.gather(*self._closing)

    def _loaded(self, on_change: Callable[[], object], is_here: bool) -> None:
        if self._on_change is not on_change:
            return
        if is_here:
            self._changes = AddressChanges(self._look_now)
            self._look()
        else:
            self._say(tr("Cameras cannot be found here: the package zeroconf is not installed."))

    def _look_now(self) -> None:
        if self._next_look is not None:
            self._next_look.cancel()
        self._look()

    def _look(self) -> None:
        self._next_look = asyncio.get_running_loop().call_later(LOOK_SECONDS, self._look)
        try:
            places = local_network.places()
            if places != self._places:
                self._start(places)
            for name in self._services - self._asking.keys():
                # What was said keeps for a while; what is older is asked for.
                self._ask(name)
        except OSError as error:
            self._stop_browsing()
            self._places = None
            log.warning("Cameras cannot be looked for: %s", error)
            self._say(tr("This computer lets no program look for cameras on its network: {error}.", error=error))

    def _start(self, places: list[Place]) -> None:
        self._stop_browsing()
        self._zeroconf = local_network.opened(place.address for place in places)
        self._browser = local_network.asked(self._zeroconf, SERVICE, self._on_service)
        self._places = places
        self._say("")

    def _stop(self) -> None:
        if self._changes is not None:
            self._changes.close()
            self._changes = None
        if self._next_look is not None:
            self._next_look.cancel()
            self._next_look = None
        self._stop_browsing()
        self._places = None

    def _stop_browsing(self) -> None:
        for task in self._asking.values():
            task.cancel()
        self._asking.clear()
        self._services.clear()
        self._by_service.clear()
        if self._zeroconf is not None:
            closing = asyncio.get_running_loop().create_task(_closed(self._zeroconf, self._browser), name="finding")
            self._closing.add(closing)
            closing.add_done_callback(self._closing.discard)
            self._zeroconf = self._browser = None

    def _on_service(
        self, zeroconf: "Zeroconf", service_type: str, name: str, state_change: "ServiceStateChange"
    ) -> None:
        if self._zeroconf is None or zeroconf is not self._zeroconf.zeroconf:
            return
        if not name.endswith(f".{SERVICE}"):
            # Anybody can say anything; this would be no name of ours.
            return
        if state_change.name == "Removed":
            self._forget(name)
        elif name in self._services or len(self._services) < MOST_CAMERAS:
            self._services.add(name)
            self._stop_asking(name)
            self._ask(name)

    def _ask(self, name: str) -> None:
        assert self._zeroconf is not None
        answer = self._answer(self._zeroconf.zeroconf, name)
        self._asking[name] = asyncio.get_running_loop().create_task(answer, name="finding")

    async def _answer(self, zeroconf: "Zeroconf", name: str) -> None:
        from zeroconf import DNSQuestionType
        from zeroconf.asyncio import AsyncServiceInfo

        info = AsyncServiceInfo(SERVICE, name)
        try:
            is_known = await info.async_request(zeroconf, ANSWER_MS, DNSQuestionType.QM)
        except Exception as error:
            # Whatever zeroconf thinks of it, it is asked again at the next look.
            log.debug("%r cannot be asked for: %s", name, error)
            is_known = False
        self._asking.pop(name, None)
        addresses = [ipaddress.ip_address(each) for each in info.parsed_addresses()]
        label = name.removesuffix(f".{SERVICE}")
        camera = found_camera(info.properties, label, addresses, info.port or 0, self._places or ())
        if camera is None or not is_known:
            self._lose(name)
        elif self._by_service.get(name) != camera:
            # The last word counts, where a camera is known under an older name of the service as well.
            self._by_service.pop(name, None)
            self._by_service[name] = camera
            self._say(self.trouble)

    def _forget(self, name: str) -> None:
        self._services.discard(name)
        self._stop_asking(name)
        self._lose(name)

    def _lose(self, name: str) -> None:
        if self._by_service.pop(name, None) is not None:
            self._say(self.trouble)

    def _stop_asking(self, name: str) -> None:
        task = self._asking.pop(name, None)
        if task is not None:
            task.cancel()

    def _say(self, trouble: str) -> None:
        self.trouble = trouble
        if self._on_change is not None:
            self._on_change()


async def _closed(zeroconf: "AsyncZeroconf", browser: "AsyncServiceBrowser | None") -> None:
    if browser is not None:
        await browser.async_cancel()
    await zeroconf.async_close()
