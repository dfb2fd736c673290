"""What every dialect keeps, whoever wrote it: a new file in `camwire/dialects` runs through all of this by itself."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings

from camwire import dialects
from camwire.dialects.base import Dialect
from camwire.dialects.native import NativeCamera
from camwire.errors import WireError
from camwire.messages import Want
from tests.support.wire_messages import any_parts
from tests.support.wire_samples import BEGIN, FOLDER, read, samples

NAMES = list(dialects.registered())
BROKEN = [(name, path) for name in NAMES for folder in ("truncated", "hostile") for path in samples(name, folder)]


def short(sample: str | Path) -> str:
    return sample if isinstance(sample, str) else f"{sample.parent.name}-{sample.stem}"


def of(folder: str) -> list[tuple[str, Path]]:
    return [(name, path) for name in NAMES for path in samples(name, folder)]


def begun(name: str) -> Dialect:
    """A dialect whose camera has said its first word."""
    dialect = BEGIN[name]()
    dialect.receive(read(samples(name, "first")[0]), 1.0)
    return dialect


def test_that_every_dialect_is_found_by_its_file() -> None:
    files = {path.stem for path in Path(dialects.__file__).parent.glob("*.py")} - {"__init__", "base"}
    assert files == set(NAMES)
    assert dialects.registered()["native"] is NativeCamera


def test_that_nobody_recognises_nothing() -> None:
    assert dialects.detect([]) is None
    assert dialects.detect([b""]) is None


def test_that_every_folder_of_samples_belongs_to_a_dialect() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} <= set(NAMES)


@pytest.mark.parametrize("folder", ["first", "later", "truncated", "hostile"])
@pytest.mark.parametrize("name", NAMES)
def test_that_every_dialect_has_recorded_samples(name: str, folder: str) -> None:
    assert samples(name, folder)


@pytest.mark.parametrize(("name", "path"), of("first"), ids=short)
def test_that_a_first_message_is_recognised_by_its_dialect_alone(name: str, path: Path) -> None:
    parts = read(path)
    assert [each.name for each in dialects.registered().values() if each.recognises(parts)] == [name]
    assert dialects.detect(parts) is dialects.registered()[name]


@pytest.mark.parametrize(("name", "path"), of("first"), ids=short)
def test_that_a_first_message_gives_events(name: str, path: Path) -> None:
    assert BEGIN[name]().receive(read(path), 1.0)


@pytest.mark.parametrize(("name", "path"), of("later"), ids=short)
def test_that_a_later_message_is_taken(name: str, path: Path) -> None:
    assert isinstance(begun(name).receive(read(path), 2.0), list)


@pytest.mark.parametrize(("name", "path"), BROKEN, ids=short)
def test_that_a_broken_message_is_not_recognised(name: str, path: Path) -> None:
    assert dialects.detect(read(path)) is None


@pytest.mark.parametrize(("name", "path"), BROKEN, ids=short)
def test_that_a_broken_message_is_refused(name: str, path: Path) -> None:
    with pytest.raises(WireError):
        begun(name).receive(read(path), 2.0)


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=100)
@given(parts=any_parts())
def test_that_any_bytes_give_events_or_a_wire_error(name: str, parts: list[bytes]) -> None:
    for dialect in (BEGIN[name](), begun(name)):
        assert isinstance(dialect.recognises(parts), bool)
        with suppress(WireError):
            assert isinstance(dialect.receive(parts, 2.0), list)


@pytest.mark.parametrize("name", NAMES)
def test_that_what_a_dialect_cannot_say_is_none(name: str) -> None:
    dialect = BEGIN[name]()
    dialect.conversation.say("too early", 0)
    assert dialect.send_lines() == []
    said = [dialect.send_greeting(1.0), dialect.send_ping(1.0), dialect.send_want(Want()), dialect.send_taken(1, 2)]
    assert all(parts is None or parts for parts in [*said, dialect.send_goodbye("bye")])


@pytest.mark.parametrize("name", NAMES)
def test_that_a_camera_is_open_until_the_goodbye(name: str) -> None:
    dialect = begun(name)
    assert not dialect.is_silent(1.0)
    dialect.send_goodbye()
    assert not dialect.is_open
