"""Does anybody else notice when a wall and its cameras are attacked?

The real window with replaying cameras and one camera program that encrypts; p95 of the age of their pictures, and the
most memory in use, at rest and while

- 1,000 connections that say nothing are held open at the camera and at the wall's own port,
- hands are shaken with the camera 200 times a second, by keys that it does not know,
- a camera of the wall says 10,000 lines a second,
- another sends frames of 100 MB,
- and all of that at once.

Fails if pictures of the others become old, if memory grows without end, or if an offender is not named.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import psutil

from benchmarks.support.attackers import HANDSHAKES_FROM, SILENT_FROM
from benchmarks.support.programs import Program, running
from benchmarks.support.report import Limit, publish, shown, words
from camwire.identity import Identity

CAMERAS = 7
REST = "at rest"
AGE_MS = 200.0
MORE_MB = 200.0
NAMES = {
    "silent": (SILENT_FROM,),
    "keys": (HANDSHAKES_FROM,),
    "chatty": ("Chatty",),
    "huge": ("Huge",),
    "all": (SILENT_FROM, HANDSHAKES_FROM, "Chatty", "Huge"),
}
COLUMNS = ("fps", "fps_least", "age_p50_ms", "age_p95_ms", "age_p99_ms", "cpu_percent", "rss_mb", "camera_rss_mb")


class AttackedCamera:
    """A camera program that lets in one viewer, and what it writes into its log."""

    def __init__(self, viewer: str) -> None:
        self._log = tempfile.TemporaryFile("w+")  # noqa: SIM115
        command = [sys.executable, "-m", "sender", "--state", "none", "--name", "Porch", "--attached", "--fps", "15"]
        command += ["--secure", f"--admit={viewer}", "--listen", "tcp://127.0.0.1:0", "--size", "640x480"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=self._log, text=True)
        assert self._process.stdout is not None
        said = self._process.stdout.readline().strip().removeprefix("Listening on ")
        self.endpoint, _, self.key = said.partition(" key ")

    @property
    def rss_mb(self) -> float:
        return psutil.Process(self._process.pid).memory_info().rss / 1e6

    @property
    def log(self) -> str:
        size = os.fstat(self._log.fileno()).st_size
        return os.pread(self._log.fileno(), size, 0).decode()

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()
        self._log.close()


@contextmanager
def attacked_camera(viewer: str) -> Iterator[AttackedCamera]:
    camera = AttackedCamera(viewer)
    try:
        yield camera
    finally:
        camera.end()


def phase(attacks: tuple[str, ...], wall: Program, port: str, camera: AttackedCamera, seconds: float) -> dict[str, Any]:
    """The figures while these attacks go on."""
    with ExitStack() as stack:
        programs, hostile = [], []
        for attack in attacks:
            match attack:
                case "silent":
                    places: list[tuple[object, ...]] = [(camera.endpoint,), (port,)]
                case "keys":
                    places = [(camera.endpoint, f"--key={camera.key}")]
                case _:
                    places = [()]
            for place in places:
                program = stack.enter_context(running("attackers", attack, *place))
                programs.append((attack, program))
                hostile += [each for name, each in program.line().items() if name == "endpoint"]
        wall.say(add=hostile, seconds=seconds)
        figures = wall.line()
        figures["camera_rss_mb"], figures["camera_said"] = camera.rss_mb, camera.log
        figures["attacks"] = {attack: program.end() for attack, program in programs}
    wall.say(remove=hostile, seconds=1.0)
    wall.line()
    return figures


def measured(seconds: float) -> dict[str, dict[str, Any]]:
    """The figures of each phase."""
    me = Identity.new()
    with ExitStack() as stack:
        camera = stack.enter_context(attacked_camera(me.public.decode()))
        load = stack.enter_context(running("replay_cameras", "--count", CAMERAS))
        cameras = [*load.line()["endpoints"], f"{camera.endpoint}={camera.key}"]
        keys = f"--keys={me.public.decode()},{me.secret.decode()}"
        wall = stack.enter_context(running("attacked_wall", keys, "--cameras", ",".join(cameras)))
        port = wall.line()["listening"]
        phases = {REST: (), **{name: (name,) for name in NAMES if name != "all"}, "all": tuple(NAMES)[:-1]}
        return {name: phase(attacks, wall, port, camera, seconds) for name, attacks in phases.items()}


def unnamed(found: dict[str, dict[str, Any]]) -> list[str]:
    """Those that neither the wall nor the camera has named."""
    return [
        f"{name}: {who}"
        for name, whose in NAMES.items()
        for who in whose
        # The same is said once a minute.
        if not any(who in str((row["told"], row["camera_said"])) for row in found.values())
    ]


def main() -> int:
    """Print the table; 1 if a limit is broken."""
    said = words(runs=1, seconds=15.0).parse_args()
    found = measured(said.seconds)
    missing = unnamed(found)
    for each in missing:
        print(f"not named: {each}")
    cells = [["", *COLUMNS], *([name, *(shown(row[each]) for each in COLUMNS)] for name, row in found.items())]
    limits = [Limit(f"{name}: age p95 in ms", row["age_p95_ms"] or 1e9, most=AGE_MS) for name, row in found.items()]
    for program in ("rss_mb", "camera_rss_mb"):
        grown = max(row[program] for row in found.values()) - found[REST][program]
        limits.append(Limit(f"{program} more than at rest", grown, most=MORE_MB))
    limits.append(Limit("offenders that were not named", len(missing), most=0))
    title = f"{CAMERAS} replaying cameras and one program, 640×480 at 15 fps, {said.seconds:g} s of each attack"
    return publish("attack", {title: cells}, found, limits)


if __name__ == "__main__":
    sys.exit(main())
