"""Our programs as people start them, called by stock senders."""

import json
import os
import sys
from asyncio import create_subprocess_exec, create_task
from asyncio.subprocess import PIPE
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.interop.twelve import TWELVE
from tests.support.stock import StockPeer, free_ports, stock_sender
from tests.support.waiting import until

ROOT = Path(__file__).parents[2]
Sender = Callable[..., StockPeer]


class Program:
    """One of our programs."""

    def __init__(self, *words: object) -> None:
        self.code: int | None = None
        self.out = self.errors = ""
        self._words = [sys.executable, "-m", *map(str, words)]

    async def run(self) -> "Program":
        """Run it to its end."""
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"}
        process = await create_subprocess_exec(*self._words, stdout=PIPE, stderr=PIPE, cwd=ROOT, env=environment)
        try:
            out, errors = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        self.code, self.out, self.errors = process.returncode, out.decode(), errors.decode()
        return self

    @property
    def cameras(self) -> list[dict[str, Any]]:
        """What the probe says of each camera."""
        return list(json.loads(self.out)["cameras"])


@pytest.fixture
def sender() -> Iterator[Sender]:
    """`sender(kind, …)` starts a stock sender; all are taken away at the end."""
    with ExitStack() as stack:
        made: list[StockPeer] = []

        def start(*words: object) -> StockPeer:
            made.append(stack.enter_context(stock_sender(*words, wait=False)))
            return made[-1]

        yield start
        for each in made:
            each.kill()


def probe(run: Callable[..., Any], *words: object) -> Program:
    return run(Program("viewer.probe", "--json", *words).run(), timeout=60)


@pytest.mark.slow
def test_that_the_probe_names_every_kind_of_sender(run: Callable[..., Any], sender: Sender) -> None:
    routed, pair, first, second, pull, published = free_ports(6)
    for seed, (words, _, _) in TWELVE.items():
        sender(*words, "--seed", seed, "--port", routed, "--fps", 10, "--size", "160x120")
    others = {
        pair: ("netgear", "--pattern", 0),
        first: ("netgear", "--pattern", 2, "--multiserver"),
        second: ("netgear", "--pattern", 2, "--multiserver"),
        pull: ("netgear_async", "--pattern", 3),
        published: ("imagezmq", "--mode", "pub"),
    }
    for port, words in others.items():
        sender(*words, "--port", port, "--fps", 10, "--size", "160x120")
    host = "tcp://127.0.0.1"
    listened = (f"{host}:{routed}", f"pair+{host}:{pair}", f"sub+{host}:{first},{second}", f"pull+{host}:{pull}")
    words = [word for place in listened for word in ("--listen", place)]
    done = probe(run, *words, "--camera", f"sub+{host}:{published}", "--seconds", 10)
    assert done.code == 0, done.errors
    ours = [each["dialect"] for each in done.cameras if each["endpoint"] == f"{host}:{routed}"]
    assert sorted(ours) == sorted(dialect for _, dialect, _ in TWELVE.values())
    rest = {each["endpoint"]: each["dialect"] for each in done.cameras if each["endpoint"] != f"{host}:{routed}"}
    assert rest == {
        f"pair+{host}:{pair}": "netgear",
        f"sub+{host}:{first}": "netgear",
        f"sub+{host}:{second}": "netgear",
        f"pull+{host}:{pull}": "netgear_async",
        f"sub+{host}:{published}": "imagezmq",
    }
    assert all(each["frames"] > 0 and (each["width"], each["height"]) == (160, 120) for each in done.cameras)


@pytest.mark.slow
def test_that_the_probe_shows_only_those_asked_for(run: Callable[..., Any], sender: Sender) -> None:
    (port,) = free_ports(1)
    for name in ("porch", "gate"):
        sender("imagezmq", "--name", name, "--port", port)
    done = probe(run, "--listen", f"tcp://127.0.0.1:{port}", "--only", "Gate", "--seconds", 3)
    assert [each["name"] for each in done.cameras] == ["gate"]
    assert done.code == 0


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("push+tcp://127.0.0.1:5566", "is no place to listen at"),
        ("udp://127.0.0.1:5566", "Watchword uses tcp://"),
        ("bus+tcp://127.0.0.1:5566", "Known are tcp://"),
        ("tcp://127.0.0.1:99999", "A port is a number from 1 to 65535"),
        ("sub+tcp://127.0.0.1:5566,5566", "names a port twice"),
        ("sub+tcp://127.0.0.1:5566,", "has the port"),
    ],
)
@pytest.mark.parametrize("program", ["viewer.probe", "viewer"])
@pytest.mark.slow
def test_that_a_wrong_place_to_listen_is_refused(
    run: Callable[..., Any], program: str, place: str, sentence: str
) -> None:
    done = run(Program(program, "--listen", place).run(), timeout=30)
    assert done.code == 2
    assert sentence in " ".join(done.errors.split())


@pytest.mark.slow
def test_that_the_viewer_leaves_when_its_last_camera_has_left_and_not_before_one_came(
    run: Callable[..., Any], sender: Sender, tmp_path: Path
) -> None:
    (port,) = free_ports(1)
    viewer = Program("viewer", "--listen", f"tcp://127.0.0.1:{port}", "--exit-when-empty", "--config", tmp_path)

    async def story() -> None:
        task = create_task(viewer.run())
        try:
            await until(lambda: "Watchword" in log_of(tmp_path), 20)
            # Longer than the time after which it would leave an empty wall.
            with pytest.raises(AssertionError, match="still not so"):
                await until(task.done, 7)
            camera = sender("netgear", "--pattern", 1, "--port", port)
            await until(lambda: "NetGear at 127.0.0.1: live" in log_of(tmp_path), 20)
            camera.ask_to_end()
            await task
        finally:
            task.cancel()

    run(story(), timeout=60)
    assert viewer.code == 0, viewer.errors
    assert "Traceback" not in viewer.errors


def log_of(folder: Path) -> str:
    """The viewer's log."""
    return "".join(each.read_text() for each in folder.rglob("*.log"))
