"""What every test is held to: no Qt warning, and no socket, task, thread or window left behind."""

import asyncio
import gc
import os
import threading
import weakref
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_API"] = "pyside6"

import pytest
import zmq
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.two_computers import Computer, is_permitted, two_computers
from viewer.qt_loop import QtLoop
from viewer.ui.look import language

pytest_plugins = ["tests.support.workers"]
T = TypeVar("T")
# Where programs keep what they know, on any system.
PLACES = ("XDG_STATE_HOME", "XDG_DATA_HOME", "STATE_DIRECTORY", "LOCALAPPDATA")
PATIENCE = 30.0
# Threads of the product that would not keep the program from ending, but must not be left behind all the same.
OWN = ("capture", "decode", "encode", "files", "journal", "own camera", "own sources", "replay", "recordings")
_numbers = count(1)


def pytest_collection_finish() -> None:
    """All that was collected stays to the end: no search for garbage need look at it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _kept_apart() -> Iterator[Path]:
    """What the programs keep, also those started by a test, is kept away from the person's own."""
    with TemporaryDirectory(prefix="watchword-tests-", ignore_cleanup_errors=True) as folder, _places(Path(folder)):
        yield Path(folder)


@pytest.fixture(scope="session", autouse=True)
def _in_english() -> None:
    """What is compared is English with its plurals, whatever the system speaks."""
    language.apply("en")


@pytest.fixture(autouse=True)
def _begun_anew(_kept_apart: Path) -> Iterator[None]:
    """No test finds what another one left. The folder is made by who uses it."""
    with _places(_kept_apart / str(next(_numbers))):
        yield


@contextmanager
def _places(folder: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in PLACES:
            patch.setenv(name, str(folder))
        yield


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [each for each in threading.enumerate() if each not in before and (not each.daemon or each.name in OWN)]
    for each in left:
        each.join(timeout=2)
    assert not [each.name for each in left if each.is_alive()], "threads left behind"


@pytest.fixture(autouse=True)
def _no_widget_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Nor does any die in another thread than Qt's (`viewer/garbage.py`): garbage waits until the test is over."""
    if "qapp" not in request.fixturenames:
        yield
        return
    # What is there by now is of no interest to the search afterwards.
    gc.collect()
    gc.freeze()
    gc.disable()
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.enable()
    left = [each for each in QApplication.topLevelWidgets() if id(each) not in before and _is_ours(each)]
    for widget in left:
        widget.close()
        widget.deleteLater()
    assert not left, f"widgets left behind: {left}"


def _is_ours(widget: QWidget) -> bool:
    """Qt itself keeps a tool tip and the like for as long as it runs."""
    return widget.parent() is None and not widget.inherits("QTipLabel")


_sockets: "weakref.WeakSet[zmq.Socket[bytes]]" = weakref.WeakSet()
_make_socket = zmq.Context.socket


def _make_watched_socket(context: Any, *words: Any, **more: Any) -> Any:
    made = _make_socket(context, *words, **more)
    _sockets.add(made)
    return made


zmq.Context.socket = _make_watched_socket  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def _no_socket_left() -> Iterator[None]:
    yield
    left = [each for each in _sockets if not each.closed]
    for each in left:
        each.close(linger=0)
    assert not left, f"sockets left behind: {left}"


@pytest.fixture
def computers() -> Iterator[tuple[Computer, Computer]]:
    """Two computers with a cable between them, and addresses: see `tests.support.two_computers`."""
    if not is_permitted():
        pytest.skip("needs root on Linux, and network namespaces")
    with two_computers() as both:
        for each in both:
            each.get_address()
        yield both


@pytest.fixture
def context() -> Iterator["zmq.Context[zmq.Socket[bytes]]"]:
    """A ZeroMQ context; the test fails when a socket of it is still open at its end."""
    context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
    yield context
    done = threading.Thread(target=context.term, daemon=True)
    done.start()
    done.join(timeout=3)
    leaked = done.is_alive()
    if leaked:
        context.destroy(linger=0)
    assert not leaked, "sockets left behind"


class LoopFailed(AssertionError):
    """Something was raised where nobody awaited it."""


def _drive(loop: asyncio.AbstractEventLoop) -> Iterator[Callable[..., Any]]:
    problems: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _loop, problem: problems.append(problem))
    asyncio.set_event_loop(loop)

    def run(work: Awaitable[T], timeout: float = PATIENCE) -> T:
        async def bounded() -> T:
            return await asyncio.wait_for(work, timeout)

        return loop.run_until_complete(bounded())

    yield run
    left = [task for task in asyncio.all_tasks(loop) if not task.done()]
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
    loop.close()
    asyncio.set_event_loop(None)
    assert not left, f"tasks left behind: {left}"
    if problems:
        raise LoopFailed(problems)


@pytest.fixture
def run() -> Iterator[Callable[..., Any]]:
    """`run(coroutine, timeout=10)` on a fresh asyncio loop; left-over tasks and unseen errors fail the test."""
    yield from _drive(asyncio.new_event_loop())


@pytest.fixture
def qrun(qapp: QApplication) -> Iterator[Callable[..., Any]]:
    """The same on Qt's own loop, as the viewer runs it."""
    yield from _drive(QtLoop(qapp))
