"""Walls of stock senders: before their own receiver, and before our viewer."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from benchmarks.support.programs import Program, running
from tests.support.stock import free_ports

MOST_PROCESSES = 12


@dataclass(frozen=True)
class StockScene:
    """`count` stock senders of `kind` with ZeroMQ's `pattern`, as VidGear numbers them: 1 asks, 2 publishes."""

    title: str
    kind: str
    pattern: int
    count: int
    size: str = "1280x720"
    fps: float = 15.0
    place: str = "320x180"
    is_stamped: bool = False

    @property
    def calls_one_port(self) -> bool:
        """Whether all of them share one port of the receiver."""
        return self.kind == "imagezmq" and self.pattern == 1

    @property
    def is_called(self) -> bool:
        """Whether the receiver calls, and the senders listen."""
        return self.kind == "imagezmq" and self.pattern == 2


def stock_figures(scene: StockScene, seconds: float) -> dict[str, Any]:
    """What their own receiver does with them."""
    with stock_viewer(scene, "--seconds", seconds) as viewer:
        return viewer.line()


@contextmanager
def stock_viewer(scene: StockScene, *words: object) -> Iterator[Program]:
    """Their own receiver, which says figures; `words` are more of `stock_viewer`'s."""
    ports = free_ports(scene.count)
    stamped = ("--stamped",) if scene.is_stamped else ()
    view = ("--ports", _listed(ports), "--pattern", scene.pattern, "--place", scene.place, *stamped, *words)
    with running("stock_viewer", scene.kind, *view) as viewer:
        viewer.line()
        with _senders(scene, ports):
            yield viewer


def our_figures_of(scene: StockScene, seconds: float, *words: object) -> dict[str, Any]:
    """What our viewer does with the same senders; `words` are more of `our_wall`'s."""
    ports = free_ports(scene.count)
    pattern = "sub+" if scene.pattern == 2 else ""
    places = [f"{pattern}tcp://127.0.0.1:{port}" for port in (ports[:1] if scene.calls_one_port else ports)]
    where = ("--cameras", _listed(places)) if scene.is_called else ("--listen", _listed(places))
    view = ("--count", scene.count, "--place", scene.place, "--seconds", seconds, *words)
    with running("our_wall", *where, *view) as viewer:
        if not scene.is_called:
            viewer.line()
        with _senders(scene, ports):
            return viewer.line()


@contextmanager
def _senders(scene: StockScene, ports: list[int]) -> Iterator[list[Program]]:
    """VidGear's have a process each; where there are many, they share one, to leave the machine to the receiver."""
    words = ("--pattern", scene.pattern, "--size", scene.size, "--fps", scene.fps)
    words += (("--stamped",) if scene.is_stamped else ()) + (("--one-port",) if scene.calls_one_port else ())
    groups = [[port] for port in ports] if scene.count <= MOST_PROCESSES and not scene.calls_one_port else [ports]
    with ExitStack() as stack:
        programs = [
            stack.enter_context(running("stock_cameras", scene.kind, "--ports", _listed(group), *words))
            for group in groups
        ]
        for program in programs:
            program.line()
        yield programs


def _listed(values: list[Any]) -> str:
    return ",".join(map(str, values))
