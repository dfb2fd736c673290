"""Tells the network where a camera listens, for as long as it serves."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from camwire import local_network
from camwire.address_changes import AddressChanges
from camwire.discovery import SERVICE, Announced
from camwire.endpoint import Endpoint
from camwire.local_network import Address, Network
from sender.announcing.held_name import HeldName
from sender.announcing.reach import reached_at
from sender.own_thread import in_own_thread

if TYPE_CHECKING:
    from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""How often it looks whether this computer has other addresses now, where nobody says so."""
GOODBYE_SECONDS = 0.8
# Who has the name already is heard within this, and the time that zeroconf takes for the same question.
ASK_SECONDS = 0.5
FLUSH_SECONDS = 1.2
# A camera whose power is cut says no goodbye: after so long viewers ask again where it is.
KEPT_SECONDS = 60
_INSTEAD = "They can add it by its address."


class Announcer:
    """Of a camera that listens at `endpoint`; `announced()` says which one it is. Belongs to one loop.

    It never keeps the camera from serving: what is in its way is logged once, and tried again.
    """

    def __init__(self, endpoint: Endpoint, announced: Callable[[], Announced]) -> None:
        self.name = ""
        """What the camera is called among the services of its network; empty while nobody is told."""
        self._endpoint = endpoint
        self._announced = announced
        self._told: tuple[list[Address], Announced | None] = ([], None)
        self._networks: frozenset[Network] = frozenset()
        self._held: HeldName | None = None
        self._is_to_look = asyncio.Event()
        self._changes: AddressChanges | None = None
        self._zeroconf: AsyncZeroconf | None = None
        self._repeating: asyncio.Future[None] | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._is_trouble_told = False

    def start(self) -> None:
        """Begin, in the background."""
        self._changes = AddressChanges(self.refresh)
        self._keeping = asyncio.get_running_loop().create_task(self._keep(), name="announcing")

    def refresh(self) -> None:
        """What is announced may have changed: look now."""
        self._is_to_look.set()

    async def stop(self) -> None:
        """Say goodbye. Takes less than a second; may be repeated."""
        if self._changes is not None:
            self._changes.close()
        keeping, self._keeping = self._keeping, None
        if keeping is not None:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
            await self._withdraw()

    async def _keep(self) -> None:
        try:
            await in_own_thread("announcing", local_network.load, lambda: None)
        except ImportError:
            log.info("Viewers do not find it by themselves: the package zeroconf is not installed. %s", _INSTEAD)
            return
        while True:
            try:
                await self._tell_what_changed()
            except Exception as error:
                # Whatever it is, a camera that nobody finds still serves.
                await self._withdraw()
                self._complain(error)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._is_to_look.wait()
            self._is_to_look.clear()

    async def _tell_what_changed(self) -> None:
        places = local_network.places()
        addresses, announced = reached_at(self._endpoint, places), self._announced()
        told, as_what = self._told
        if (addresses, announced) == self._told:
            return
        is_same = addresses == told and as_what is not None and announced.label == as_what.label
        if self._zeroconf is not None and is_same:
            await self._tell_more(self._zeroconf, addresses, announced)
        else:
            await self._withdraw()
            if addresses:
                self._zeroconf = local_network.opened(addresses)
                self._networks = frozenset(place.network for place in places if place.address in addresses)
                await self._tell(self._zeroconf, addresses, announced)
        self._told = addresses, announced

    async def _tell_more(self, zeroconf: "AsyncZeroconf", addresses: list[Address], announced: Announced) -> None:
        """The same service says something else of itself."""
        service = _service(announced, self._endpoint.port, addresses, self.name)
        await self._end_repeating()
        self._repeating = asyncio.ensure_future(_told_twice(zeroconf, service))

    async def _tell(self, zeroconf: "AsyncZeroconf", addresses: list[Address], announced: Announced) -> None:
        held = self._held
        if held is not None and held.holds(announced.label, self._networks, time.monotonic()):
            service = _service(announced, self._endpoint.port, addresses, held.name)
            registered = await zeroconf.async_register_service(service, cooperating_responders=True)
        else:
            service = _service(announced, self._endpoint.port, addresses, announced.label)
            others = local_network.asked(zeroconf, SERVICE, _ignored)
            try:
                await asyncio.sleep(ASK_SECONDS)
                registered = await zeroconf.async_register_service(service, allow_name_change=True)
            finally:
                await others.async_cancel()
        self._repeating = asyncio.ensure_future(registered)
        self.name = service.name.removesuffix(f".{SERVICE}")
        log.info("Viewers find it on the network as “%s”.", self.name)

    async def _withdraw(self) -> None:
        _, announced = self._told
        if self.name and announced is not None:
            self._held = HeldName(self.name, announced.label, self._networks, time.monotonic() + KEPT_SECONDS)
        zeroconf, self._zeroconf, self._told, self.name = self._zeroconf, None, ([], None), ""
        await self._end_repeating()
        if zeroconf is not None:
            with contextlib.suppress(Exception):
                async with asyncio.timeout(GOODBYE_SECONDS):
                    await zeroconf.async_close()
            # After a goodbye that did not come to its end; otherwise nothing is left to close.
            zeroconf.zeroconf.close()

    async def _end_repeating(self) -> None:
        if self._repeating is not None:
            self._repeating.cancel()
            await asyncio.gather(self._repeating, return_exceptions=True)
            self._repeating = None

    def _complain(self, error: Exception) -> None:
        if not self._is_trouble_told:
            log.warning(
                "Viewers do not find it by themselves: it cannot tell the network (%s). %s",
                error or type(error).__name__,
                _INSTEAD,
            )
        self._is_trouble_told = True


async def _told_twice(zeroconf: "AsyncZeroconf", service: "AsyncServiceInfo") -> None:
    """Who has heard something else within a second keeps both (RFC 6762, 10.2), and may believe the older one."""
    await (await zeroconf.async_update_service(service))
    await asyncio.sleep(FLUSH_SECONDS)
    await (await zeroconf.async_update_service(service))


def _ignored(**change: object) -> None:
    """What is heard is kept by zeroconf itself."""


def _service(announced: Announced, port: int, addresses: list[Address], name: str) -> "AsyncServiceInfo":
    from zeroconf.asyncio import AsyncServiceInfo

    return AsyncServiceInfo(
        SERVICE,
        f"{name}.{SERVICE}",
        port=port,
        # What was said before and holds again would be no news to who has not thrown it away yet.
        properties={**announced.as_text(), "at": str(time.time_ns() // 1_000_000)},
        # Its own, not the computer's: two programs that speak for one name of a host take it from each other.
        server=f"watchword-{announced.id[:16]}.local.",
        parsed_addresses=[str(each) for each in addresses],
        host_ttl=KEPT_SECONDS,
    )
