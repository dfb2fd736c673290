"""Real files, over a real link on loopback."""

import asyncio
import contextlib
import hashlib
import os
import random
import resource
import subprocess
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import msgspec
import pytest

from camwire import limits
from camwire.errors import UsageError
from camwire.files import incoming
from camwire.files.exchange import Filing
from camwire.files.flow import LEAD_BYTES
from camwire.files.offered import Offered
from camwire.files.part import UNSAFE_BYTES
from camwire.messages import FileOffer, FileRequest
from tests.support.file_ends import Calling, End, Listening, command_to_fetch
from tests.support.waiting import until
from tests.support.wire_ends import Context, Run

MB = 1_000_000


class Pair:
    """A sending end that listens, and a receiving end that calls."""

    def __init__(self, context: Context, folder: Path, most_bytes_per_s: float) -> None:
        self.context = context
        self.folder = folder
        self.filings = [Filing(), Filing()]
        self.sender, self.receiver = End(self.filings[0]), End(self.filings[1], most_bytes_per_s)
        self.listening = Listening(context, self.sender)
        self.calling = Calling(context, self.receiver, self.listening.link.endpoint)

    async def offer(self, path: Path) -> FileOffer:
        return (await self.sender.exchange.offer(path)).offer

    async def complete(self, offer: FileOffer) -> Path:
        """Wait for both ends; return where the file is."""
        await until(lambda: offer.id in self.receiver.heard.complete and offer.id in self.sender.heard.complete, 60)
        return self.receiver.heard.complete[offer.id][-1]

    async def fetched(self, path: Path) -> Path:
        offer = await self.offer(path)
        self.receiver.exchange.accept(offer, self.folder)
        return await self.complete(offer)

    async def there(self, offer: FileOffer, size: int) -> None:
        """Wait until that much of it came."""
        await until(lambda: self.receiver.heard.there.get(offer.id, 0) >= size)

    def restart_receiver(self, most_bytes_per_s: float = float("inf")) -> None:
        """The receiving program ends, and begins anew."""
        self.receiver.exchange.close()
        self.calling.link.close()
        self.receiver = End(self.filings[1], most_bytes_per_s)
        self.calling = Calling(self.context, self.receiver, self.listening.link.endpoint)

    def close(self) -> None:
        for end in (self.sender, self.receiver):
            end.exchange.close()
        for filing in self.filings:
            filing.close()
        self.listening.link.close()
        self.calling.link.close()


@asynccontextmanager
async def pair(context: Context, folder: Path, most_bytes_per_s: float = float("inf")) -> AsyncIterator[Pair]:
    made = Pair(context, folder, most_bytes_per_s)
    try:
        yield made
    finally:
        made.close()
        assert not [each for each in threading.enumerate() if each.name == "files"], "the thread for files goes on"


def file_of(folder: Path, size: int, name: str = "clip.bin") -> Path:
    path = folder / name
    path.write_bytes(random.Random(size).randbytes(size))
    return path


def leftovers(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.glob("*.part"))


@pytest.mark.parametrize("size", [0, 1, limits.FILE_CHUNK_BYTES, limits.FILE_CHUNK_BYTES + 1, 3 * MB])
def test_that_a_file_comes_as_it_is(context: Context, run: Run, tmp_path: Path, size: int) -> None:
    async def scenario() -> None:
        source = file_of(tmp_path, size)
        async with pair(context, tmp_path / "in") as ends:
            path = await ends.fetched(source)
            assert path.read_bytes() == source.read_bytes()
            assert path.name == "clip.bin"
            assert ends.sender.heard.complete == {path.parent.name: [source]}
            assert ends.receiver.heard.there == {path.parent.name: size}
            assert leftovers(tmp_path / "in") == []

    run(scenario())


def test_that_files_go_both_ways_at_once(context: Context, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        sources = [file_of(tmp_path, size, f"{size}.bin") for size in (2 * MB, 2 * MB + 1, 3, 4, 5)]
        async with pair(context, tmp_path / "in") as ends:
            there = [await ends.offer(source) for source in sources]
            back = [(await ends.receiver.exchange.offer(source)).offer for source in sources]
            for offer in there:
                ends.receiver.exchange.accept(offer, tmp_path / "in")
            for offer in back:
                ends.sender.exchange.accept(offer, tmp_path / "back")
            await until(
                lambda: len(ends.receiver.heard.complete) == len(ends.sender.heard.complete) == 2 * len(sources)
            )
            for offer, source in zip(there, sources, strict=True):
                assert ends.receiver.heard.complete[offer.id][0].read_bytes() == source.read_bytes()
            for offer, source in zip(back, sources, strict=True):
                assert ends.sender.heard.complete[offer.id][0].read_bytes() == source.read_bytes()

    run(scenario(), timeout=30)


async def _gaps(gaps: list[float], at_work: list[float]) -> None:
    """Note for how long the loop was not to be had, and for how much of that its own thread was at work."""
    last, worked = time.monotonic(), time.thread_time()
    while True:
        await asyncio.sleep(0.001)
        gaps.append(time.monotonic() - last)
        at_work.append(time.thread_time() - worked)
        last, worked = time.monotonic(), time.thread_time()


@pytest.mark.alone
def test_that_50_mb_come_through_five_cuts_and_the_loop_stays_free(context: Context, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        source = file_of(tmp_path, 50 * MB)
        gaps: list[float] = []
        at_work: list[float] = []
        async with pair(context, tmp_path / "in") as ends:
            offer = await ends.offer(source)
            watching = asyncio.create_task(_gaps(gaps, at_work))
            ends.receiver.exchange.accept(offer, tmp_path / "in")
            for number in range(1, 6):
                await ends.there(offer, number * 8 * MB)
                ends.calling.cut()
            path = await ends.complete(offer)
            watching.cancel()
            assert hashlib.sha256(path.read_bytes()).hexdigest() == offer.sha256
            assert ends.receiver.bytes_came < 50 * MB + 5 * 3 * UNSAFE_BYTES
        assert max(at_work) < 0.02
        # A machine that is busy with something else keeps the loop waiting now and then, too.
        assert sum(gap > 0.02 for gap in gaps) < max(3, 0.05 * len(gaps))

    run(scenario(), timeout=60)


@pytest.mark.slow
def test_that_a_receiver_that_is_killed_goes_on_where_it_was(context: Context, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        source = file_of(tmp_path, 60 * MB)
        filing = Filing()
        sender = End(filing)
        listening = Listening(context, sender)
        try:
            offer = (await sender.exchange.offer(source)).offer
            command = command_to_fetch(listening.link.endpoint, offer, tmp_path / "in", 40 * MB)
            kept = 0
            for _ in range(3):
                await asyncio.to_thread(_kill_after, command, LEAD_BYTES + 4 * MB)
                before, kept = kept, (tmp_path / "in" / f"{offer.id}.part").stat().st_size
                assert before < kept < 60 * MB
            output = await asyncio.to_thread(subprocess.check_output, command, timeout=30)
            await until(lambda: offer.id in sender.heard.complete)
            assert int(output.split()[-1]) == 60 * MB - kept
            assert hashlib.sha256((tmp_path / "in" / offer.id / "clip.bin").read_bytes()).hexdigest() == offer.sha256
        finally:
            sender.exchange.close()
            filing.close()
            listening.link.close()

    run(scenario(), timeout=60)


def _kill_after(command: list[str], size: int) -> None:
    """Run a program that fetches, and take it away with kill -9 when that much more came."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        steps = (int(line) for line in program.stdout)
        first = next(steps)
        next(there for there in steps if there >= first + size)
        program.kill()


def test_that_a_sender_that_begins_anew_goes_on(context: Context, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        source = file_of(tmp_path, 8 * MB)
        async with pair(context, tmp_path / "in", most_bytes_per_s=5 * MB) as ends:
            offered = await ends.sender.exchange.offer(source)
            kept = msgspec.json.encode(offered)
            ends.receiver.exchange.accept(offered.offer, tmp_path / "in")
            await ends.there(offered.offer, 2 * MB)
            ends.sender.exchange.close()
            ends.listening.link.close()
            ends.calling.link.close()
            ends.receiver.exchange.unlinked()
            ends.sender = End(ends.filings[0])
            ends.sender.exchange.restore(msgspec.json.decode(kept, type=Offered))
            ends.listening = Listening(context, ends.sender)
            ends.calling = Calling(context, ends.receiver, ends.listening.link.endpoint)
            path = await ends.complete(offered.offer)
            assert path.read_bytes() == source.read_bytes()

    run(scenario(), timeout=30)


def test_that_a_restarted_receiver_finds_what_is_complete_and_says_so(
    context: Context, run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        source = file_of(tmp_path, MB)
        async with pair(context, tmp_path / "in") as ends:
            offered = await ends.sender.exchange.offer(source)
            ends.receiver.exchange.accept(offered.offer, tmp_path / "in")
            await ends.complete(offered.offer)
            ends.restart_receiver()
            ends.sender.heard.complete.clear()
            ends.sender.exchange.restore(offered)
            ends.receiver.exchange.accept(offered.offer, tmp_path / "in")
            path = await ends.complete(offered.offer)
            assert path.read_bytes() == source.read_bytes()
            assert ends.receiver.bytes_came == 0

    run(scenario())


def test_that_a_completion_that_was_lost_is_told_again(context: Context, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with pair(context, tmp_path / "in") as ends:
            offered = await ends.sender.exchange.offer(file_of(tmp_path, MB))
            ends.receiver.exchange.accept(offered.offer, tmp_path / "in")
            await ends.complete(offered.offer)
            ends.sender.heard.complete.clear()
            ends.sender.exchange.restore(offered)
            ends.calling.cut()
            await ends.complete(offered.offer)

    run(scenario())


# What goes wrong with the source


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda path: path.write_bytes(bytes(8 * MB)), "was changed after it was sent. Send it again."),
        (lambda path: path.write_bytes(b"short"), "was changed after it was sent. Send it again."),
        (lambda path: path.unlink(), "cannot be read any more: no such file or directory. Send it again."),
    ],
)
def test_that_a_source_that_changes_ends_the_transfer_in_words(
    context: Context, run: Run, tmp_path: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    async def scenario() -> None:
        source = file_of(tmp_path, 8 * MB)
        async with pair(context, tmp_path / "in", most_bytes_per_s=5 * MB) as ends:
            offer = await ends.offer(source)
            ends.receiver.exchange.accept(offer, tmp_path / "in")
            await ends.there(offer, MB)
            spoil(source)
            await until(lambda: ends.receiver.heard.failed and ends.sender.heard.failed)
            assert ends.receiver.heard.failed == ends.sender.heard.failed == {offer.id: f"“clip.bin” {sentence}"}
            await until(lambda: leftovers(tmp_path / "in") == [])

    run(scenario())


def test_that_what_is_no_longer_on_offer_is_refused_in_words(context: Context, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with pair(context, tmp_path / "in") as ends:
            unknown = FileOffer(id="0" * 32, name="a", size=7, sha256="0" * 64)
            ends.receiver.exchange.accept(unknown, tmp_path / "in")
            await until(lambda: ends.receiver.heard.failed)
            assert "not on offer any more" in ends.receiver.heard.failed[unknown.id]

    run(scenario())


def test_that_either_end_can_take_it_back(context: Context, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with pair(context, tmp_path / "in", most_bytes_per_s=5 * MB) as ends:
            first = await ends.offer(file_of(tmp_path, 8 * MB, "first.bin"))
            second = await ends.offer(file_of(tmp_path, 8 * MB, "second.bin"))
            for offer in (first, second):
                ends.receiver.exchange.accept(offer, tmp_path / "in")
                await ends.there(offer, 1)
            ends.receiver.exchange.decline(first.id, "No, thanks.")
            ends.sender.exchange.withdraw(second.id, "On second thought, no.")
            await until(lambda: ends.receiver.heard.failed and ends.sender.heard.failed)
            assert ends.sender.heard.failed == {first.id: "No, thanks."}
            assert ends.receiver.heard.failed == {second.id: "On second thought, no."}
            await until(lambda: leftovers(tmp_path / "in") == [])

    run(scenario())


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: None, "There is no file “it”"),
        (lambda path: path.mkdir(), "can be sent as a ZIP file"),
        (os.mkfifo, "is no file"),
        (sparse, "larger than 16 GB"),
    ],
)
def test_that_what_cannot_be_offered_is_refused_at_once(
    run: Run, tmp_path: Path, make: Callable[[Path], None], sentence: str
) -> None:
    async def scenario() -> None:
        filing = Filing()
        end = End(filing)
        make(tmp_path / "it")
        with pytest.raises(UsageError, match=sentence):
            await end.exchange.offer(tmp_path / "it")
        end.exchange.close()
        filing.close()

    run(scenario())


# What goes wrong on the way


def test_that_a_file_that_came_damaged_is_fetched_anew(context: Context, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        source = file_of(tmp_path, 2 * MB)
        (tmp_path / "in").mkdir()
        async with pair(context, tmp_path / "in") as ends:
            offer = await ends.offer(source)
            (tmp_path / "in" / f"{offer.id}.part").write_bytes(bytes(MB))
            ends.receiver.exchange.accept(offer, tmp_path / "in")
            path = await ends.complete(offer)
            assert path.read_bytes() == source.read_bytes()
            assert ends.receiver.bytes_came == MB + 2 * MB

    run(scenario())


def test_that_a_file_that_comes_damaged_twice_is_given_up_in_words(context: Context, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        source = file_of(tmp_path, 2 * MB)
        async with pair(context, tmp_path / "in") as ends:
            offer = msgspec.structs.replace(await ends.offer(source), sha256="0" * 64)
            ends.receiver.exchange.accept(offer, tmp_path / "in")
            await until(lambda: ends.receiver.heard.failed and ends.sender.heard.failed)
            assert "came damaged twice" in ends.receiver.heard.failed[offer.id]
            assert ends.sender.heard.failed == ends.receiver.heard.failed
            assert ends.receiver.bytes_came == 2 * 2 * MB
            await until(lambda: leftovers(tmp_path / "in") == [])
            assert ends.receiver.heard.complete == {}

    run(scenario())


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A disk of so many bytes, for those who may mount one."""
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_that_a_full_disk_is_waited_for(
    context: Context, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario(disk: Path) -> None:
        source = file_of(tmp_path, 8 * MB)
        (disk / "ballast").write_bytes(bytes(8 * MB))
        async with pair(context, disk / "in") as ends:
            offer = await ends.offer(source)
            ends.receiver.exchange.accept(offer, disk / "in")
            await until(lambda: ends.receiver.heard.paused)
            assert ends.receiver.heard.paused[offer.id][0].startswith("There is no room for “clip.bin” in ")
            (disk / "ballast").unlink()
            path = await ends.complete(offer)
            assert path.read_bytes() == source.read_bytes()
            assert ends.receiver.heard.paused[offer.id][1:] == [""]

    monkeypatch.setattr(incoming, "RETRY_SECONDS", 0.2)
    with small_disk(tmp_path / "disk", 12 * MB) as disk:
        run(scenario(disk))


def test_that_a_disk_that_fills_up_meanwhile_is_waited_for(
    context: Context, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario(disk: Path) -> None:
        source = file_of(tmp_path, 8 * MB)
        async with pair(context, disk / "in", most_bytes_per_s=5 * MB) as ends:
            offer = await ends.offer(source)
            ends.receiver.exchange.accept(offer, disk / "in")
            await ends.there(offer, 2 * MB)
            with contextlib.suppress(OSError):
                (disk / "ballast").write_bytes(bytes(20 * MB))
            await until(lambda: ends.receiver.heard.paused)
            assert "There is no room" in ends.receiver.heard.paused[offer.id][0]
            (disk / "ballast").unlink()
            path = await ends.complete(offer)
            assert path.read_bytes() == source.read_bytes()

    monkeypatch.setattr(incoming, "RETRY_SECONDS", 0.2)
    with small_disk(tmp_path / "disk", 12 * MB) as disk:
        run(scenario(disk))


def test_that_a_disk_that_refuses_a_write_is_waited_for(
    context: Context, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario() -> None:
        source = file_of(tmp_path, 6 * MB)
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        async with pair(context, tmp_path / "in") as ends:
            offer = await ends.offer(source)
            resource.setrlimit(resource.RLIMIT_FSIZE, (3 * MB, before[1]))
            try:
                ends.receiver.exchange.accept(offer, tmp_path / "in")
                await until(lambda: ends.receiver.heard.paused)
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, before)
            assert "cannot be written to" in ends.receiver.heard.paused[offer.id][0]
            assert "file too large" in ends.receiver.heard.paused[offer.id][0]
            path = await ends.complete(offer)
            assert path.read_bytes() == source.read_bytes()

    monkeypatch.setattr(incoming, "RETRY_SECONDS", 0.2)
    run(scenario())


@pytest.mark.alone
def test_that_a_disk_that_stalls_keeps_the_file_waiting_and_not_the_loop(
    context: Context, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_safe = os.fsync

    def stall(descriptor: int) -> None:
        time.sleep(0.3)
        make_safe(descriptor)

    async def scenario() -> None:
        source = file_of(tmp_path, 20 * MB)
        gaps: list[float] = []
        async with pair(context, tmp_path / "in") as ends:
            offer = await ends.offer(source)
            watching = asyncio.create_task(_gaps(gaps, []))
            ends.receiver.exchange.accept(offer, tmp_path / "in")
            path = await ends.complete(offer)
            watching.cancel()
            assert path.read_bytes() == source.read_bytes()
            assert ends.receiver.bytes_came == 20 * MB
        assert max(gaps) < 0.2

    # An SD card does this; a disk that does it at will cannot be had.
    monkeypatch.setattr(os, "fsync", stall)
    run(scenario(), timeout=30)


def test_that_nothing_comes_while_it_is_held(context: Context, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with pair(context, tmp_path / "in", most_bytes_per_s=5 * MB) as ends:
            offer = await ends.offer(file_of(tmp_path, 8 * MB))
            ends.receiver.exchange.accept(offer, tmp_path / "in")
            await ends.there(offer, MB)
            began = time.monotonic()
            ends.receiver.exchange.hold(1.0)
            ends.sender.exchange.hold(1.0)
            await ends.complete(offer)
            assert time.monotonic() - began > 1.0

    run(scenario())


def test_that_a_request_for_a_file_tells_the_program_once_that_it_is_complete(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        filing = Filing()
        end = End(filing)
        offer = (await end.exchange.offer(file_of(tmp_path, 5))).offer
        for _ in range(3):
            end.exchange.receive(FileRequest(file=offer.id, offset=5, until=5), [])
        assert len(end.heard.complete[offer.id]) == 1
        end.exchange.close()
        filing.close()

    run(scenario())
