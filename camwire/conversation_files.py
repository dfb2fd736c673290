"""The files of one conversation: said and heard as lines, fetched beside them, and gone on with after a restart."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from camwire import file_rows
from camwire.events import FileMessageReceived
from camwire.file_rows import NOT_READ, Intended
from camwire.files.exchange import Exchange
from camwire.files.filing import Filing
from camwire.files.offered import Offered
from camwire.files.watcher import Send
from camwire.journal import Journal
from camwire.messages import FileOffer

# A fast link would carry more; what pictures and lines need of both computers is worth more than that.
MOST_BYTES_PER_S = 25e6


class FilesObserver(Protocol):
    """Who wants to know. `line` is the ledger's id of the line with which the file was offered."""

    def file_moved(self, line: int, there: int, size: int) -> None:
        """So many bytes are at whoever is to have it."""

    def file_paused(self, line: int, sentence: str) -> None:
        """It does not go on, which may mend itself; an empty sentence says that it did."""

    def file_ended(self, line: int, path: Path | None, sentence: str) -> None:
        """It is whole at whoever is to have it, and `path` is where it is here; or it never will be: this is why."""


class ConversationFiles:
    """Files both ways, for one conversation (its id in the ledger). Lives in the loop's thread.

    What comes goes to `folder`, which is this conversation's own.
    """

    def __init__(
        self,
        journal: Journal,
        conversation: int,
        filing: Filing,
        folder: Path,
        observer: FilesObserver,
        most_bytes_per_s: float = MOST_BYTES_PER_S,
    ) -> None:
        self._journal = journal
        self._conversation = conversation
        self._folder = folder
        self._observer = observer
        self._lines: dict[tuple[bool, str], int] = {}
        self._intended: list[Intended] = []
        self._exchange = Exchange(filing, self, most_bytes_per_s)
        self._restore()

    def intend(self, path: Path, line: int = 0) -> str:
        """Remember over a restart that a file is to be offered; return by what id. `line` may show it meanwhile."""
        return file_rows.intend(self._journal, self._conversation, path, line)

    def drop(self, intention: str) -> None:
        """It is not to be offered any more."""
        self._forget(True, intention)

    @property
    def intended(self) -> list[Intended]:
        """What was to be offered when an earlier run ended."""
        return list(self._intended)

    def offer(self, offered: Offered, say: Callable[[Offered], int], intention: str = "") -> int:
        """Have `say` offer in a line what was read through; returns the line's id. The intention has come true."""
        self._exchange.restore(offered)
        # Else a kill could leave a line whose file nobody knows, or have it offered twice.
        with self._journal.together():
            try:
                line = say(offered)
            except BaseException:
                self._exchange.withdraw(offered.offer.id)
                raise
            self._keep(line, offered)
            if intention:
                self.drop(intention)
        return line

    def expect(self, line: int, offer: FileOffer) -> None:
        """Fetch what the peer has offered in a line."""
        self._lines[False, offer.id] = line
        self._write(False, line, offer, ("", 0, 0))
        self._exchange.accept(offer, self._folder)

    def stop(self, line: int, sentence: str) -> bool:
        """Give up the file of this line; False if it is not under way."""
        found = next((key for key, each in self._lines.items() if each == line), None)
        if found is None:
            return False
        is_mine, file = found
        if is_mine:
            self._exchange.withdraw(file, sentence)
        else:
            self._exchange.decline(file, sentence)
        self._ended(is_mine, file, None, sentence)
        return True

    def receive(self, event: FileMessageReceived) -> None:
        """Take what the peer says about the content of a file. Raises WireError."""
        self._exchange.receive(event.message, event.parts)

    def linked(self, send: Send) -> None:
        """The peer is greeted. To be called at every greeting."""
        self._exchange.linked(send)

    def unlinked(self) -> None:
        """There is no way to the peer any more."""
        self._exchange.unlinked()

    def hold(self, seconds: float) -> None:
        """Move nothing for so long: pictures suffer."""
        self._exchange.hold(seconds)

    def close(self) -> None:
        """Tell nothing any more. It goes on after a restart."""
        self._exchange.close()

    # What the exchange tells

    def on_progress(self, is_mine: bool, file: str, there: int, size: int) -> None:
        line = self._lines.get((is_mine, file))
        if line is not None:
            self._observer.file_moved(line, there, size)

    def on_paused(self, is_mine: bool, file: str, sentence: str) -> None:
        line = self._lines.get((is_mine, file))
        if line is not None:
            self._observer.file_paused(line, sentence)

    def on_complete(self, is_mine: bool, file: str, path: Path) -> None:
        self._ended(is_mine, file, path, "")

    def on_failed(self, is_mine: bool, file: str, sentence: str) -> None:
        self._ended(is_mine, file, None, sentence)

    # Inside

    def _ended(self, is_mine: bool, file: str, path: Path | None, sentence: str) -> None:
        line = self._lines.pop((is_mine, file), None)
        if line is not None:
            # What is forgotten is told only once.
            with self._journal.together():
                self._forget(is_mine, file)
                self._observer.file_ended(line, path, sentence)

    def _keep(self, line: int, offered: Offered) -> None:
        self._lines[True, offered.offer.id] = line
        self._write(True, line, offered.offer, (offered.path, offered.mtime_ns, offered.inode))

    def _write(self, is_mine: bool, line: int, offer: FileOffer, place: tuple[str, int, int]) -> None:
        file_rows.keep(self._journal, self._conversation, is_mine, line, offer, place)

    def _forget(self, is_mine: bool, file: str) -> None:
        file_rows.forget(self._journal, self._conversation, is_mine, file)

    def _restore(self) -> None:
        for is_mine, line, offer, place in file_rows.kept(self._journal, self._conversation):
            if is_mine and offer.sha256 == NOT_READ:
                self._intended.append(Intended(offer.id, line, Path(place[0])))
                continue
            self._lines[is_mine, offer.id] = line
            if is_mine:
                self._exchange.restore(Offered(offer, *place))
            else:
                self._exchange.accept(offer, self._folder)
