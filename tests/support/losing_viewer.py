"""A viewer without a window that says lines to cameras and notes what it hears, killed and started again on its file.

`python -m tests.support.losing_viewer FOLDER LINES SEED ADDRESS…`; prints how far it is.
"""

import asyncio
import logging
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from camwire.errors import UsageError
from tests.support import losing_lines as lines
from tests.support.losing_ends import Allowance, Notes, report, say_all
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import CameraState
from viewer.core.talk.chat import ChatLine, Said
from viewer.core.talk.history import History
from viewer.core.talk.kept_talk import KeptTalk

ALL = 10**9


class Speaker:
    """Talks with one camera. What it knows of the past is what the history says."""

    def __init__(self, session: Session, camera: str, until: int, notes: Notes) -> None:
        assert isinstance(session.talk, KeptTalk)
        self.talk = session.talk
        self._session = session
        self._camera = camera
        self._until = until
        self._notes = notes
        self.said = self.heard = 0
        self._owed: set[int] = set()
        self._answered: set[int] = set()
        for line in reversed(self.talk.history.page(self.talk.record, count=ALL)):
            self._learn(line)
        notes.add("life", camera, self.said, self.heard)
        session.observe(self)

    @property
    def is_complete(self) -> bool:
        """Whether everything is said, heard, receipted and answered."""
        is_said = self.said == self.heard == self._until and not self.talk.record.conversation.unreceipted
        return is_said and not self._owed - self._answered

    def say(self, number: int) -> bool:
        """Say a line; False if too many wait."""
        value = lines.said(lines.VIEWER, self._camera, number)
        what = Said(lines.words(lines.VIEWER, self._camera, number), value, has_value=not isinstance(value, str))
        if lines.is_command(number):
            text = f"/{lines.COMMAND} {number}"
            what = Said(text, {"number": number}, has_value=True, role="command", command=lines.COMMAND)
        try:
            self._session.speak(what)
        except UsageError:
            return False
        return True

    def line_added(self, line: ChatLine) -> None:
        self._learn(line)
        if not line.is_mine:
            number = lines.number_in(line.text) if not line.role else line.about
            self._notes.add("answer" if line.role else "line", self._camera, number)
            if line.has_value and isinstance(self.talk.value(line), str):
                self._notes.add("valueless", self._camera, line.text)

    def lines_changed(self, changed: Sequence[ChatLine]) -> None: ...

    def state_changed(self, state: CameraState) -> None: ...

    def name_changed(self) -> None: ...

    def picture_ready(self) -> None:
        self._session.take_picture()

    def _learn(self, line: ChatLine) -> None:
        if line.is_mine:
            self.said = lines.number_in(line.text)
            if lines.is_asked(self.said):
                self._owed.add(line.number)
        elif not line.role:
            self.heard = lines.number_in(line.text)
        else:
            self._answered.add(line.about)


async def main(folder: Path, until: int, seed: str, addresses: Sequence[str]) -> None:
    notes = Notes(folder / "viewer.notes")
    notes.count_repeats()
    allowance = Allowance()
    fleet = Fleet("losing", "Losing", history=History(folder / "viewer.db"))
    speakers = [Speaker(fleet.add(address), f"c{number}", until, notes) for number, address in enumerate(addresses, 1)]
    try:
        await asyncio.gather(
            *(
                say_all(allowance, each.said, until, each.say, random.Random(f"{seed} {each.said} {number}"))
                for number, each in enumerate(speakers)
            ),
            report(
                lambda: all(each.is_complete for each in speakers),
                lambda: [(each.said, each.heard, each.talk.record.conversation.first - 1) for each in speakers],
                allowance,
            ),
        )
    finally:
        fleet.close()


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:]))
