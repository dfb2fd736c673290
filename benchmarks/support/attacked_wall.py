"""The real window, offscreen, for a wall that is attacked:
`python -m benchmarks.support.attacked_wall --keys=PUBLIC,SECRET --cameras tcp://…,tcp://…=KEY`.

Says {"listening": …} once every camera shows pictures. Each line of standard input is JSON: cameras to `add` and to
`remove`, and then comes a line of figures for the next `seconds`, of those cameras alone that were there from the
beginning.
"""

import argparse
import asyncio
import json
import sys
from typing import Any

import psutil

from benchmarks.support.our_wall import FIRST_PICTURES, MB, START_SECONDS, Meter
from benchmarks.support.window import run_window
from camwire.descriptors import raise_limit
from camwire.identity import Identity
from viewer.core.fleet import Fleet
from viewer.core.pairing.keyring import Keyring
from viewer.core.sessions.session import Session
from viewer.ui.main_window import MainWindow

LOOK_SECONDS = 0.1


class Ear:
    """Hears what the wall says."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def session_added(self, session: Session) -> None: ...

    def session_removed(self, session: Session) -> None: ...

    def told(self, sentence: str) -> None:
        self.sentences.append(sentence)


async def play(fleet: Fleet, window: MainWindow, words: argparse.Namespace) -> None:
    """Do as standard input says."""
    fleet.keyring = Keyring(Identity(*(each.encode() for each in words.keys.split(","))))
    ear, lines = Ear(), asyncio.Queue[str]()
    fleet.observe(ear)
    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), lambda: lines.put_nowait(sys.stdin.readline()))
    listening = fleet.listen("tcp://127.0.0.1:0", False)
    for camera in words.cameras.split(","):
        place, _, key = camera.partition("=")
        fleet.add(place, camera_key=key)
    first = list(fleet)
    async with asyncio.timeout(START_SECONDS):
        while not all(session.stats.frames >= FIRST_PICTURES for session in first):
            await asyncio.sleep(LOOK_SECONDS)
    print(json.dumps({"listening": str(listening)}), flush=True)
    while line := await lines.get():
        asked = json.loads(line)
        for place in asked.get("add", []):
            fleet.add(place)
        for key in asked.get("remove", []):
            fleet.remove(key)
        ear.sentences.clear()
        print(json.dumps({**await measured(first, asked["seconds"]), "told": ear.sentences}), flush=True)


async def measured(sessions: list[Session], seconds: float) -> dict[str, Any]:
    """The figures of the next `seconds`, and the most memory in use."""
    me, most, meter = psutil.Process(), 0, Meter(sessions)
    for _ in range(round(seconds / LOOK_SECONDS)):
        await asyncio.sleep(LOOK_SECONDS)
        most = max(most, me.memory_info().rss)
    return {**meter.figures(), "rss_mb": most / MB}


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.support.attacked_wall")
    parser.add_argument("--cameras", required=True, help="endpoints, with commas between; behind =, a public key")
    parser.add_argument("--keys", required=True, help="of this viewer: PUBLIC,SECRET")
    words = parser.parse_args()
    raise_limit()
    run_window(lambda fleet, window: play(fleet, window, words), 1920, 1080)


if __name__ == "__main__":
    main()
