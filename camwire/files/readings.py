"""Files that are read through to be offered: once for all who ask meanwhile, and no further when nobody waits."""

import secrets
from asyncio import Future
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import msgspec

from camwire.errors import UsageError
from camwire.files.filing import Filing
from camwire.files.offered import Offered, Offering

Told = Callable[[int, int], object]
"""Gets how much of a file is read, and its size."""


class Readings:
    """Used in the loop's thread; the reading is done in the thread of `filing`."""

    def __init__(self, filing: Filing) -> None:
        self._filing = filing
        self._waiting: dict[tuple[str, str], dict[Future[Offered], Told]] = {}

    async def read(self, path: Path, name: str = "", told: Told = lambda there, size: None) -> Offered:
        """Read `path` through, to be offered as `name` if that is given. Nothing is told of what takes a moment only.

        Raises UsageError for what is no file, is too large, cannot be read or changes meanwhile.
        """
        key = (str(path), name)
        future: Future[Offered] = self._filing.loop.create_future()
        if key in self._waiting:
            self._waiting[key][future] = told
        else:
            self._waiting[key] = {future: told}
            self._go_on(key, Offering(path, name))
        try:
            offered = await future
        finally:
            waiting = self._waiting.get(key, {})
            waiting.pop(future, None)
        # Each time it is offered is one of its own.
        return replace(offered, offer=msgspec.structs.replace(offered.offer, id=secrets.token_hex(16)))

    def close(self) -> None:
        """Read no further; who waits is cancelled."""
        for waiting in self._waiting.values():
            for future in waiting:
                future.cancel()

    def _go_on(self, key: tuple[str, str], offering: Offering) -> None:
        self._filing.do(offering.step, partial(self._was_read, key, offering))

    def _was_read(
        self, key: tuple[str, str], offering: Offering, outcome: Offered | OSError | UsageError | None
    ) -> None:
        waiting = self._waiting[key]
        if outcome is None and any(not each.done() for each in waiting):
            for future, told in waiting.items():
                # In its turn: who was read through before this is told so first.
                self._filing.loop.call_soon(_tell, future, told, offering.done, offering.size)
            self._go_on(key, offering)
            return
        del self._waiting[key]
        for future in waiting:
            if future.done():
                continue
            if isinstance(outcome, Exception):
                future.set_exception(outcome)
            elif outcome is not None:
                future.set_result(outcome)


def _tell(future: "Future[Offered]", told: Told, done: int, size: int) -> None:
    if not future.done():
        told(done, size)
