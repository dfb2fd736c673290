"""What a kill would leave of a journal: its file, copied after every single commit."""

import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from camwire.journal import Journal, Then, Work


@asynccontextmanager
async def crash_points(journal: Journal, folder: Path) -> AsyncIterator[list[Path]]:
    """Have each work committed alone meanwhile; at the end everything is.

    Yields copies of the file, oldest first: a program that is killed can find each of them when it begins again. A copy
    lies where the file does, its name and that of its folder, below a new folder in `folder`.
    """
    file, commit, copies = journal._path, journal._commit, list[Path]()
    assert file is not None

    def commit_one(batch: Sequence[tuple[Work, Then | None]]) -> tuple[int, list[Then]]:
        done = commit(batch[:1])
        copy = folder / str(len(copies)) / file.parent.name / file.name
        copy.parent.mkdir(parents=True)
        # The journal's thread alone writes, and this is that.
        for suffix in ("", "-wal"):
            shutil.copy(f"{file}{suffix}", f"{copy}{suffix}")
        copies.append(copy)
        return done

    journal._commit = commit_one  # type: ignore[method-assign]
    try:
        yield copies
        await journal.flush()
    finally:
        journal._commit = commit  # type: ignore[method-assign]
