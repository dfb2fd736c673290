"""Whether a code is open for pairing, and which of the cameras that share a state folder takes it."""

import contextlib
import logging
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import zmq

from camwire import private_file
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.file_lock import Held, lock
from camwire.pairing.offering import Introduction
from camwire.rights import Rights
from sender.pairing.door import Door
from sender.pairing.open_code import CodeFile, Ending, OpenCode
from sender.pairing.service import PairingService

log = logging.getLogger(__name__)


class PairingDesk:
    """Looks at the code of `folder` about once a second. Of several cameras the first one takes it; the others know at
    which port. Belongs to the loop; `close` ends it.
    """

    def __init__(
        self,
        folder: Path,
        door: Door,
        context: "zmq.Context[zmq.Socket[bytes]]",
        near: Endpoint,
        introduce: Callable[[], Introduction],
    ) -> None:
        self._file = CodeFile(folder)
        self._lock_path = folder / "pairing.lock"
        self._door = door
        self._context = context
        self._near = near
        self._introduce = introduce
        self._stamp: tuple[int, ...] = ()
        self._code: OpenCode | None = None
        self._lock: sqlite3.Connection | None = None
        self._service: PairingService | None = None

    @property
    def port(self) -> int:
        """Where viewers can pair now, with this camera or another one of its folder; 0: nowhere."""
        if self._service is not None:
            return self._service.code.port
        code = self._code
        return code.port if code is not None and code.seconds_left(_now()) else 0

    @property
    def code(self) -> str:
        """The code that this camera takes; empty while there is none."""
        is_open = self._service is not None and self._service.code.ending is Ending.OPEN
        return str(self._service.code.code) if self._service is not None and is_open else ""

    def open_first(self) -> None:
        """Open a code where nobody can have had one yet. What is in the way is logged."""
        try:
            known = self._file.read()
        except OSError as error:
            log.error("Nobody can pair: %s cannot be read (%s).", self._file.path, error.strerror)
            return
        if known is not None and known.ending not in (Ending.OPEN, Ending.LATE):
            log.info("No viewer is paired with this camera. To pair one: watchword-camera pair")
        elif (known is None or not known.seconds_left(_now())) and self._is_ours():
            self._take(OpenCode.new(Rights.CONTROL, _now()))

    def tick(self, now: float) -> None:
        """See whether a code was opened or ended; `now` is monotonic, in seconds."""
        stamp = private_file.stamp(self._file.path)
        if stamp != self._stamp:
            # What cannot be read now can be next time; until then it is as it was.
            with contextlib.suppress(OSError):
                self._code, self._stamp = self._file.read(), stamp
        code, service = self._code, self._service
        if service is not None and (_is_ended_beside(service.code, code) or service.is_over(now)):
            self.close()
            if code is not None and code.code == service.code.code and code.ending is Ending.OPEN:
                # Also where that could not be written.
                code = self._code = service.code
        if self._service is None and code is not None and code.seconds_left(_now()) and self._is_ours():
            self._take(code)
            if self._service is not None:
                log.info("Viewers can pair at %s now.", self._service.endpoint.as_asked)

    def close(self) -> None:
        """Pair with nobody any more. A code that is open stays so, for the next one who takes it."""
        service, self._service = self._service, None
        if service is not None:
            service.close()
        self._give_up_lock()

    def _take(self, code: OpenCode) -> None:
        try:
            self._service = PairingService(
                self._context,
                self._near,
                code,
                self._introduce(),
                self._door.let_in,
                self._door.refresh,
                self._file,
            )
        except (OSError, UsageError) as error:
            log.error("Nobody can pair: %s", error)
            # Not tried again before another code is opened.
            self._code = None
            self._give_up_lock()
        else:
            self._code = self._service.code
            self._stamp = private_file.stamp(self._file.path)

    def _is_ours(self) -> bool:
        """Whether no other camera of this folder takes the code."""
        if self._lock is None:
            try:
                self._lock = lock(self._lock_path, patience=0)
                private_file.give_to_owner_of(self._lock_path.parent, self._lock_path)
            except Held:
                return False
            except (OSError, sqlite3.Error) as error:
                log.error("Nobody can pair: %s cannot be written (%s).", self._lock_path, error)
                self._code = None
                return False
        return True

    def _give_up_lock(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None


def _is_ended_beside(served: OpenCode, found: OpenCode | None) -> bool:
    """Whether the code that is served was ended by somebody else, or another one has taken its place."""
    if found is None or found.code != served.code:
        return True
    return found.ending is not Ending.OPEN and served.ending is Ending.OPEN


def _now() -> datetime:
    return datetime.now(UTC)
