"""What makes tests of several workers at once, `pytest -n 3`, as good as those of one."""

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any, cast

import pytest

try:
    import fcntl
except ImportError:
    # Windows, where run.py starts no workers.
    fcntl = None  # type: ignore[assignment]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes long begins first, so that no worker is left with it; what is measured alone comes last."""
    if _is_worker(config):
        items.sort(key=lambda item: (_is_alone(item), item.get_closest_marker("slow") is None))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Have a test marked `alone` wait until no worker does anything, and the workers until it is over."""
    if fcntl is None or not _is_worker(item.config):
        return (yield)
    shared = os.open(Path(item.config.option.basetemp).parent, os.O_RDONLY)
    try:
        fcntl.flock(shared, fcntl.LOCK_EX if _is_alone(item) else fcntl.LOCK_SH)
        return (yield)
    finally:
        # A process that the test forked may still have the file open.
        fcntl.flock(shared, fcntl.LOCK_UN)
        os.close(shared)


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, dict[str, Any], dict[str, Any]]:
    """Half a character in what a test logged would end its worker, which tells all of it in UTF-8."""
    return cast("dict[str, Any]", _sayable((yield)))


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


def _is_alone(item: pytest.Item) -> bool:
    return item.get_closest_marker("alone") is not None


def _sayable(value: Any) -> Any:
    match value:
        case str():
            return value.encode(errors="backslashreplace").decode()
        case dict():
            return {key: _sayable(each) for key, each in value.items()}
        case list() | tuple():
            return type(value)(map(_sayable, value))
    return value
