"""What does the viewer cost when it has no cameras? CPU of the real program over some seconds, offscreen."""

import os
import subprocess
import sys
import tempfile
import time

import psutil

from benchmarks.harness import keep, seconds_asked, table
from benchmarks.support import screen

START_SECONDS = 3.0
LIMIT_PERCENT = 1.0


def main() -> int:
    """Print the table; 1 if the limit is broken."""
    seconds = seconds_asked(10.0)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "viewer", "--config", folder, "--quit-after", str(seconds + START_SECONDS + 5)]
        process = subprocess.Popen(command, env={**os.environ, "QT_QPA_PLATFORM": screen.PLATFORM})
        watched = psutil.Process(process.pid)
        time.sleep(START_SECONDS)
        before = watched.cpu_times()
        time.sleep(seconds)
        after = watched.cpu_times()
        memory = watched.memory_info().rss / 1e6
        process.terminate()
        process.wait()
    percent = max(0.0, 100 * (after.user + after.system - before.user - before.system) / seconds)
    print(table([["idle for s", "CPU % of a core", "RSS MB"], [seconds, f"{percent:.2f}", f"{memory:.0f}"]]))
    keep("idle", {"seconds": seconds, "cpu_percent": percent, "rss_mb": memory})
    return 0 if percent < LIMIT_PERCENT else 1


if __name__ == "__main__":
    sys.exit(main())
