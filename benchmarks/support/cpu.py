"""How much CPU time the threads of a process have taken, as Linux counts it."""

import os
import threading
import time
from collections import Counter
from pathlib import Path

CLASSES = ("main", "decode", "zeromq", "paint", "other")


def by_thread_class() -> Counter[str]:
    """CPU seconds of this process so far: its main thread, those that decode, ZeroMQ's, those of Qt that scale, and the
    rest, with whatever has ended. The sum is what the process took in all.
    """
    named = {thread.native_id: thread.name for thread in threading.enumerate()}
    found: Counter[str] = Counter(dict.fromkeys(CLASSES, 0.0))  # type: ignore[arg-type]
    for task in Path("/proc/self/task").iterdir():
        try:
            taken = int((task / "schedstat").read_text().split()[0]) / 1e9
            program = (task / "comm").read_text()
        except OSError:
            continue
        found[_class(int(task.name), program, named.get(int(task.name), ""))] += taken
    found["other"] += time.process_time() - found.total()
    return found


def _class(thread: int, program: str, name: str) -> str:
    if thread == os.getpid():
        return "main"
    if program.startswith("ZMQbg"):
        return "zeromq"
    if program.startswith("Thread (pooled)"):
        return "paint"
    return "decode" if name.startswith("decode") else "other"


def of_process(pid: int) -> float:
    """CPU seconds of all threads of another process that are alive."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9
