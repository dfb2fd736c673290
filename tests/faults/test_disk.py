"""Disks that are full, and files that are damaged: pictures go on, and what was said waits."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.faults.scene import Scene, scene
from tests.faults.small_disk import is_permitted, small_disk

Run: TypeAlias = Callable[..., Any]
pytestmark = pytest.mark.slow

KEPT = {"camera": "camera/state", "desk": "desk/kept"}
WAITING = 20
TROUBLE = "cannot be written: the disk is full. Make room on it."
PAGE = 4096


@pytest.mark.parametrize("end", KEPT)
def test_that_pictures_go_on_and_lines_wait_while_a_disk_is_full(run: Run, tmp_path: Path, end: str) -> None:
    if not is_permitted(tmp_path / "trial"):
        pytest.skip("needs root on Linux, and that it may mount")

    async def play() -> None:
        with small_disk(tmp_path / KEPT[end]) as disk:
            async with scene(tmp_path) as it:

                async def harm(_: Scene) -> None:
                    disk.fill()
                    await it.until(lambda tile: tile["waiting"] > WAITING and tile["phase"] == "live")
                    pictures = (await it.tile())["pictures"]
                    await it.until(lambda tile: tile["pictures"] > pictures + WAITING and tile["phase"] == "live")
                    disk.make_room()

                await it.survives(harm)
                told = it.camera.log.read_text() + str((await it.desk.ask("status"))["troubles"])
                assert TROUBLE in told

    run(play(), timeout=60)


@pytest.mark.parametrize("end", KEPT)
def test_that_a_damaged_file_of_conversations_costs_only_what_was_in_it(run: Run, tmp_path: Path, end: str) -> None:
    async def play() -> None:
        async with scene(tmp_path) as it:
            program = it.camera if end == "camera" else it.desk
            await it.survives(lambda _: it.until(lambda tile: tile["pictures"] > WAITING))
            await program.end()
            (file,) = program.kept.rglob("conversations.db")
            content = bytearray(file.read_bytes())
            content[PAGE : 3 * PAGE] = bytes(2 * PAGE)
            file.write_bytes(content)
            await program.start()
            it.reconnect()
            await it.survives(lambda _: it.until(lambda tile: tile["pictures"] > WAITING))
            assert file.with_name("conversations.db.broken").exists()
            assert "conversations.db is damaged" in program.log.read_text()

    run(play(), timeout=60)
