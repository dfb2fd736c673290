"""The files of one conversation, on a real disk; the peer is whoever calls."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from camwire.conversation_files import ConversationFiles
from camwire.events import FileMessageReceived
from camwire.file_rows import Intended
from camwire.files.filing import Filing
from camwire.files.readings import Readings
from camwire.journal import Journal
from camwire.ledger import Ledger
from camwire.messages import FileOffer, FileRefusal, FileRequest
from camwire.shelf import SCHEMA
from tests.support.crash_points import crash_points
from tests.support.waiting import until
from tests.support.wire_ends import Run

OURS, THEIRS = 1, 2


class Shown:
    """What was told, by line."""

    def __init__(self) -> None:
        self.moved: dict[int, int] = {}
        self.ended: dict[int, tuple[Path | None, str]] = {}

    def file_moved(self, line: int, there: int, size: int) -> None:
        self.moved[line] = there

    def file_paused(self, line: int, sentence: str) -> None: ...

    def file_ended(self, line: int, path: Path | None, sentence: str) -> None:
        self.ended[line] = (path, sentence)


@contextmanager
def talking(folder: Path) -> Iterator[tuple[ConversationFiles, Shown, Filing, Journal]]:
    """The files of the conversation that is kept in `folder`."""
    journal, filing, shown = Journal(folder / "kept.db", SCHEMA), Filing(), Shown()
    record = Ledger(journal, keeps_history=True).record("porch")
    files = ConversationFiles(journal, record.id, filing, folder / "in", shown)
    try:
        yield files, shown, filing, journal
    finally:
        files.close()
        filing.close()
        journal.close()


def test_that_a_file_of_the_peers_under_an_id_of_ours_says_nothing_about_ours(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        (tmp_path / "mine").write_bytes(b"abc")
        with talking(tmp_path) as (files, shown, filing, _):
            offered = await Readings(filing).read(tmp_path / "mine")
            files.offer(offered, lambda _: OURS)
            files.linked(lambda parts: True)
            empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            files.expect(THEIRS, FileOffer(offered.offer.id, "theirs", 0, empty))
            await until(lambda: shown.ended)
            assert list(shown.ended) == list(shown.moved) == [THEIRS]
            files.receive(FileMessageReceived(FileRequest(file=offered.offer.id, offset=3, until=3), ()))
            assert shown.ended[OURS] == (tmp_path / "mine", "")

    run(scenario())


def test_that_an_intention_outlives_the_program_until_it_comes_true_or_is_dropped(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        for name in ("one", "two", "three"):
            (tmp_path / name).write_bytes(b"abc")
        with talking(tmp_path) as (files, _, filing, journal):
            one, two, three = (files.intend(tmp_path / name, 7) for name in ("one", "two", "three"))
            files.offer(await Readings(filing).read(tmp_path / "two"), lambda _: OURS, two)
            files.drop(three)
            await journal.flush()
        with talking(tmp_path) as (files, shown, _, _):
            assert files.intended == [Intended(one, 7, tmp_path / "one")]
            # It is no offer yet.
            files.receive(FileMessageReceived(FileRefusal(file=one, text="no"), ()))
            assert shown.ended == {}

    run(scenario())


def test_that_a_kill_leaves_a_file_intended_or_offered_and_never_both(run: Run, tmp_path: Path) -> None:
    async def scenario() -> list[Path]:
        (tmp_path / "mine").write_bytes(b"abc")
        with talking(tmp_path) as (files, _, filing, journal):
            await journal.flush()
            record = Ledger(journal, keeps_history=True).record("porch")
            offered = await Readings(filing).read(tmp_path / "mine")
            async with crash_points(journal, tmp_path / "killed") as killed:
                intention = files.intend(tmp_path / "mine")
                files.offer(offered, lambda it: record.say("mine", 0, role="file", file=it.offer)[0], intention)
        return killed

    found = set()
    for path in run(scenario()):
        with closing(sqlite3.connect(path)) as database:
            lines = database.execute("SELECT id FROM line").fetchall()
            found.add((len(lines), *database.execute("SELECT line, path = ? FROM file", (str(tmp_path / "mine"),))))
    # Who intends it has no line yet.
    assert found == {(0, (0, 1)), (1, (1, 1))}
