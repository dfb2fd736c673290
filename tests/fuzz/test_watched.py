"""What the fuzzer takes for a finding, what it keeps of one, and in what form messages reach a parser."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz import watched
from tests.fuzz.framed import MESSAGE, PART, apart, joined
from tests.fuzz.lines import Reached, possible
from tests.fuzz.minimised import minimised
from tests.fuzz.watched import Watched

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the fuzzer runs on Linux")


def _found(folder: Path) -> dict[bytes, str]:
    return {
        path.read_bytes(): path.with_name(f"{path.name}.txt").read_text()
        for path in folder.glob("*")
        if not path.suffix
    }


def test_that_an_error_is_kept_once_as_short_as_it_can_be(tmp_path: Path) -> None:
    def take(data: bytes) -> None:
        if b"bad" in data:
            raise LookupError("a mistake")

    watch = Watched(take, tmp_path)
    for data in (b"good", b"this is bad and long", b"bad again"):
        watch(data)
    ((data, why),) = _found(tmp_path).items()
    assert data == b"bad"
    assert why.startswith("LookupError at test_watched.py:")
    assert "a mistake" in why


def test_that_errors_at_two_places_are_two_findings(tmp_path: Path) -> None:
    def take(data: bytes) -> None:
        if data == b"one":
            raise LookupError
        if data == b"two":
            raise LookupError

    watch = Watched(take, tmp_path)
    watch(b"one")
    watch(b"two")
    assert set(_found(tmp_path)) == {b"one", b"two"}


def test_that_an_input_that_takes_long_is_kept(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(watched, "MOST_SECONDS", 0.05)

    def take(data: bytes) -> None:
        until = time.thread_time() + 0.06
        while data == b"slow" and time.thread_time() < until:
            pass

    watch = Watched(take, tmp_path)
    watch(b"quick")
    watch(b"slow")
    assert set(_found(tmp_path)) == {b"slow"}


def test_that_an_input_that_takes_much_memory_is_kept(tmp_path: Path) -> None:
    # In a process that never had much.
    program = """
import sys
from pathlib import Path
from tests.fuzz.watched import MOST_GROWTH, Watched
watch = Watched(lambda data: b"x" * (MOST_GROWTH + 2**24 if data == b"large" else 9), Path(sys.argv[1]))
watch(b"small")
watch(b"large")
"""
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True, timeout=60)
    ((data, why),) = _found(tmp_path).items()
    assert data == b"large"
    assert "MB" in why


@given(st.binary(min_size=1, max_size=200))
def test_that_what_is_minimised_still_does_the_same(data: bytes) -> None:
    less = minimised(data, lambda some: bytes([max(data)]) in some)
    assert less == bytes([max(data)])


def test_that_messages_come_apart_as_they_were_joined() -> None:
    for messages in ([[b"a"]], [[b""], [b"", b""]], [[b"a", b"\xfe"], [b"\xff\xd8", b"", b"/"], [b"|"]]):
        assert apart(joined(messages)) == messages


def test_that_any_bytes_are_messages() -> None:
    assert apart(b"") == [[b""]]
    assert apart(PART + MESSAGE) == [[b"", b""], [b""]]


def test_that_lines_of_functions_are_counted_when_they_are_run(tmp_path: Path) -> None:
    file = tmp_path / "parser.py"
    file.write_text("LIMIT = 3\n\ndef read(data):\n    if data:\n        return 1\n    return 2\n")
    space: dict[str, object] = {}
    exec(compile(file.read_text(), str(file), "exec"), space)
    assert possible(str(file)) == {4, 5, 6}
    with Reached([str(file)]) as reached:
        space["read"](b"")  # type: ignore[operator]
    assert reached.lines[str(file)] == {4, 6}
