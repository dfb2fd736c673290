"""What a camera does when it begins again after a kill, whenever that was."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import zmq

from sender import Camera
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.support.crash_points import crash_points
from tests.support.waiting import until
from tests.support.wire_ends import Run

Context = zmq.Context[zmq.Socket[bytes]]
CANCEL = 3


def heard(path: Path) -> int:
    """The number of the last line of the viewer's that is in this file."""
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute("SELECT coalesce(max(heard), 0) FROM conversation").fetchone()[0])


def test_that_a_command_that_was_cancelled_is_not_run_after_a_kill(run: Run, context: Context, tmp_path: Path) -> None:
    gate, ran = threading.Event(), list[str]()

    def camera_at(state: Path) -> Camera:
        camera = Camera("porch", listen=ANYWHERE, state=state)
        camera.command(name="long")(lambda: gate.wait(20))
        camera.command(name="other")(lambda: ran.append("other"))
        return camera

    async def killed() -> list[Path]:
        async with camera_at(tmp_path / "state") as camera:
            assert camera._state is not None
            async with crash_points(camera._state.ledger.journal, tmp_path / "killed") as copies:
                with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                    await until(lambda: viewer.camera.is_open)
                    viewer.command("long")
                    number = viewer.command("other")
                    assert viewer.say("", role="cancel", about=number) == CANCEL
                    await until(lambda: viewer.answers("failure") == [(number, "Cancelled.")])
            gate.set()
        return copies

    async def goes_on(copy: Path) -> None:
        async with camera_at(copy.parent.parent) as camera:
            assert camera._state is not None
            ledger = camera._state.ledger
            await until(lambda: not any(record.due() for record in ledger))

    after_cancel = [copy for copy in run(killed()) if heard(copy) >= CANCEL]
    assert len(after_cancel) > 1
    for copy in after_cancel:
        run(goes_on(copy))
    assert ran == []
