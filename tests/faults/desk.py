"""A viewer without a window that talks all the time: `python -m tests.faults.desk FOLDER [key=KEY] ADDRESS…`.

KEY is the public one of its cameras, where they have one; at `listen=ADDRESS` they call. It says one number after the
other to cameras that echo. `talk`, `hush`, `status` and `account` on standard input are each answered with one line of
JSON; its end is that of the program.
"""

import asyncio
import json
import logging
import os
import sys
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from camwire.errors import UsageError
from camwire.identity import Identity
from viewer.core.fleet import Fleet
from viewer.core.following import Following
from viewer.core.pairing.keyring import Keyring
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import CameraState
from viewer.core.talk.chat import ChatLine
from viewer.core.talk.history import History
from viewer.core.talk.kept_talk import KeptTalk

ALL = 10**9
# More lines than there should be, so that those are seen.
MARGIN = 100
KEY = "key="
LISTEN = "listen="
PAUSE_SECONDS = 0.03


class Tile:
    """Watches one camera, and talks with it."""

    def __init__(self, session: Session) -> None:
        assert isinstance(session.talk, KeptTalk)
        self.session = session
        self.talk = session.talk
        self.pictures = 0
        self.reasons: list[str] = []
        self._said = sum(line.is_mine for line in self.talk.history.page(self.talk.record, count=ALL))
        self._settled = self._settled_id = 0
        session.observe(self)

    def say(self) -> None:
        """Say the next number, unless so much waits that no more may."""
        try:
            self.session.say(str(self._said + 1))
        except UsageError:
            return
        self._said += 1

    def status(self) -> dict[str, Any]:
        """How it stands."""
        session = self.session
        return {
            "name": session.name,
            "phase": session.state.phase.value,
            "reason": session.state.reason,
            "pictures": self.pictures,
            "waiting": session.chat.waiting,
            "reasons": self.reasons,
        }

    def account(self) -> dict[str, Any]:
        """What was said and answered since nothing was `wrong`, as it is on disk: lost, doubled or out of order."""
        new = self._kept()
        said = [line.text for line in new if line.is_mine]
        answers = [line.text for line in new if line.about]
        wanted = [str(number) for number in range(self._settled + 1, self._said + 1)]
        wrong = [each for each in zip_longest(wanted, said, answers) if len(set(each)) > 1]
        if new and not wrong:
            self._settled, self._settled_id = self._said, new[-1].id
        return {"said": self._said, "wrong": wrong}

    def picture_ready(self) -> None:
        if self.session.take_picture() is not None:
            self.pictures += 1

    def state_changed(self, state: CameraState) -> None:
        if state.reason:
            self.reasons.append(state.reason)

    def name_changed(self) -> None: ...

    def line_added(self, line: ChatLine) -> None: ...

    def lines_changed(self, lines: Sequence[ChatLine]) -> None: ...

    def _kept(self) -> list[ChatLine]:
        count = MARGIN + 2 * (self._said - self._settled)
        page = self.talk.history.page(self.talk.record, count=count)
        return [line for line in reversed(page) if line.id > self._settled_id]


class Desk:
    """All tiles, and who asks about them."""

    def __init__(self, fleet: Fleet, addresses: Sequence[str], key: str) -> None:
        self.tiles: list[Tile] = []
        fleet.observe(self)
        for address in addresses:
            if address.startswith(LISTEN):
                fleet.listen(address.removeprefix(LISTEN), is_open=True)
            else:
                fleet.add(address, camera_key=key)
        self.ended = asyncio.Event()
        self.troubles: list[str] = []
        self._fleet = fleet
        self._is_talking = False
        self._rest = b""
        fleet.history.on_trouble = self.troubles.append
        asyncio.get_running_loop().add_reader(0, self._read)

    async def run(self) -> None:
        """Talk while it is wished, until standard input ends."""
        while not self.ended.is_set():
            for tile in self.tiles if self._is_talking else ():
                tile.say()
            await asyncio.sleep(PAUSE_SECONDS)

    def session_added(self, session: Session) -> None:
        self.tiles.append(Tile(session))

    def session_removed(self, session: Session) -> None: ...

    def told(self, sentence: str) -> None:
        self.troubles.append(sentence)

    def _read(self) -> None:
        given = os.read(0, 4096)
        if not given:
            asyncio.get_running_loop().remove_reader(0)
            self.ended.set()
        *words, self._rest = (self._rest + given).split(b"\n")
        for word in words:
            print(json.dumps(self._answer(word.decode())), flush=True)

    def _answer(self, word: str) -> object:
        match word:
            case "talk" | "hush":
                self._is_talking = word == "talk"
                return {}
            case "account":
                return [tile.account() for tile in self.tiles]
            case _:
                return {"tiles": [tile.status() for tile in self.tiles], "troubles": self.troubles}


async def main(folder: Path, words: Sequence[str]) -> None:
    history = History(folder / "conversations.db")
    if history.notice:
        logging.warning(history.notice)
    keys = [word.removeprefix(KEY) for word in words if word.startswith(KEY)]
    keyring = Keyring(Identity.of(folder)) if keys else None
    fleet = Fleet("desk", "Desk", history=history, keyring=keyring)
    following = Following(fleet, lambda: bool(keys), lambda: None)
    try:
        following.begin()
        await Desk(fleet, words[len(keys) :], "".join(keys)).run()
    finally:
        await following.close()
        fleet.close()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2:]))
