"""A viewer without a window that records, to be killed: `python -m tests.support.recording_viewer FOLDER ENDPOINT…`.

Prints a line for each frame that came: the camera's name and when it was captured, in nanoseconds of UTC.
"""

import asyncio
import sys
import time
from pathlib import Path

from camwire.events import FrameReceived
from tests.support.watching import Watcher, fleet
from viewer.core.recording.recorder import Recorder
from viewer.core.sessions.session import Session
from viewer.core.settings import RecordingSettings


def print_frames(session: Session) -> None:
    """Tell of each frame, once it is captured at a known time."""
    offset = time.time_ns() - time.monotonic_ns()

    def tell(received: FrameReceived) -> None:
        if received.captured is not None:
            print(session.name, round(1e9 * received.captured) + offset, flush=True)

    session.record(tell, True)


async def record(folder: Path, endpoints: list[str]) -> None:
    """Until the end comes from outside."""
    async with fleet() as cameras:
        recorder = Recorder(cameras, RecordingSettings(), folder, folder)
        for endpoint in endpoints:
            session = cameras.add(endpoint)
            Watcher(session)
            recorder.begin(session)
            print_frames(session)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(record(Path(sys.argv[1]), sys.argv[2:]))
