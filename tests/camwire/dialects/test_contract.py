"""What every dialect keeps, whoever wrote it: a new file in `camwire/dialects` runs through all of this by itself.

A camera *waits* when its dialect has an apology for it: then every message needs one answer, and that before all else.
"""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings

from camwire import dialects
from camwire.dialects.base import Dialect
from camwire.dialects.native import NativeCamera
from camwire.errors import UsageError, WireError
from camwire.events import CameraGreeted, ChatDelivered, ChatReceived, Event, PeerLeft, ReplyDue
from camwire.messages import Want
from camwire.values import Unreadable
from tests.support.wire_messages import any_parts
from tests.support.wire_samples import FOLDER, begin, begun, read, samples

NAMES = list(dialects.registered())
WAITING = [name for name in NAMES if begun(name).send_apology() is not None]


def short(sample: str | Path) -> str:
    return sample if isinstance(sample, str) else f"{sample.parent.name}-{sample.stem}"


def of(*folders: str) -> list[tuple[str, Path]]:
    return [(name, path) for name in NAMES for folder in folders for path in samples(name, folder)]


GOOD = of("first", "later")
# A line is heard also where its value cannot be read.
UNREADABLE = [(name, path) for name, path in of("truncated", "hostile") if path.stem.startswith("value")]
BROKEN = [each for each in of("truncated", "hostile") if each not in UNREADABLE]
GOODBYES = [(name, path) for name, path in of("later") if path.stem.startswith("goodbye")]


def claimants(parts: list[bytes]) -> list[str]:
    return [name for name, each in dialects.registered().items() if each.caller(parts) is not None]


def frame(name: str) -> list[bytes]:
    """The first recorded message of a camera that waits; there it is a picture."""
    return read(samples(name, "first")[0])


def replies(events: list[Event]) -> list[ReplyDue]:
    return [event for event in events if isinstance(event, ReplyDue)]


def lines(dialect: Dialect, name: str) -> tuple[int, list[int]]:
    """Let the camera speak once; return the number of the line in its answer, and what is known to be delivered."""
    events = dialect.receive(frame(name), 2.0)
    return replies(events)[0].line, [event.number for event in events if isinstance(event, ChatDelivered)]


def test_that_every_dialect_is_found_by_its_file() -> None:
    files = {path.stem for path in Path(dialects.__file__).parent.glob("*.py")} - {"__init__", "base", "foreign"}
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
def test_that_a_first_message_is_claimed_by_its_dialect_alone(name: str, path: Path) -> None:
    parts = read(path)
    assert claimants(parts) == [name]
    found = dialects.detect(parts)
    assert found is not None
    assert found[0] is dialects.registered()[name]
    assert not found[1].is_leaving


@pytest.mark.parametrize(("name", "path"), of("first"), ids=short)
def test_that_a_first_message_gives_events(name: str, path: Path) -> None:
    assert begin(name).receive(read(path), 1.0)


@pytest.mark.parametrize(("name", "path"), of("later"), ids=short)
def test_that_a_later_message_is_taken(name: str, path: Path) -> None:
    assert isinstance(begun(name).receive(read(path), 2.0), list)


@pytest.mark.parametrize(("name", "path"), of("first", "later", "truncated", "hostile"), ids=short)
def test_that_no_message_is_claimed_by_two(name: str, path: Path) -> None:
    assert len(claimants(read(path))) <= 1


@pytest.mark.parametrize(("name", "path"), BROKEN, ids=short)
def test_that_a_broken_message_is_refused(name: str, path: Path) -> None:
    with pytest.raises(WireError) as refused:
        begun(name).receive(read(path), 2.0)
    assert 0 < len(str(refused.value)) < 300


@pytest.mark.parametrize(("name", "path"), UNREADABLE, ids=short)
def test_that_a_line_with_a_value_that_cannot_be_read_is_heard(name: str, path: Path) -> None:
    dialect = begun(name)
    heard, receipt = dialect.receive(read(path), 2.0)
    assert isinstance(heard, ChatReceived)
    assert isinstance(heard.value, Unreadable)
    assert isinstance(receipt, ReplyDue)
    assert dialect.is_open


@pytest.mark.parametrize(("name", "path"), BROKEN + UNREADABLE, ids=short)
def test_that_a_broken_message_opens_nothing(name: str, path: Path) -> None:
    dialect = begin(name)
    with suppress(WireError):
        assert dialect.receive(read(path), 2.0) == []
    assert not dialect.is_open


@pytest.mark.parametrize(("name", "path"), BROKEN, ids=short)
def test_that_a_camera_is_heard_again_after_a_broken_message(name: str, path: Path) -> None:
    dialect = begun(name)
    with pytest.raises(WireError):
        dialect.receive(read(path), 2.0)
    assert dialect.receive(read(samples(name, "first")[0]), 3.0)
    assert dialect.is_open


@pytest.mark.parametrize("name", NAMES)
def test_that_a_header_beyond_the_limit_is_refused_for_its_length(name: str) -> None:
    header, *rest = read(samples(name, "first")[0])
    parts = [header + bytes(600_000), *rest]
    assert dialects.detect(parts) is None
    with pytest.raises(WireError, match=r"a header of 600.?\d\d\d bytes"):
        begun(name).receive(parts, 2.0)


def test_that_no_sample_runs_a_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _, path in BROKEN + UNREADABLE:
        dialects.detect(read(path))
        for each in NAMES:
            with suppress(WireError):
                begun(each).receive(read(path), 2.0)
    assert os.listdir(tmp_path) == []


def test_that_the_stock_decoder_would_run_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    msgpack, msgpack_numpy = pytest.importorskip("msgpack"), pytest.importorskip("msgpack_numpy")
    monkeypatch.chdir(tmp_path)
    _, array = read(FOLDER / "netgear_async" / "hostile" / "pickle.msgpack")
    msgpack.unpackb(array, object_hook=msgpack_numpy.decode).close()
    assert os.listdir(tmp_path) == ["a-pickle-was-run"]


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=100)
@given(parts=any_parts())
def test_that_any_bytes_give_events_or_a_wire_error(name: str, parts: list[bytes]) -> None:
    assert len(claimants(parts)) <= 1
    for dialect in (begin(name), begun(name)):
        with suppress(WireError):
            assert isinstance(dialect.receive(parts, 2.0), list)


@pytest.mark.parametrize("name", NAMES)
def test_that_what_a_dialect_cannot_say_is_none(name: str) -> None:
    dialect = begin(name)
    with suppress(UsageError):
        dialect.say("too early", 0)
    assert dialect.send_lines() == []
    said = [dialect.send_greeting(1.0), dialect.send_ping(1.0), dialect.send_want(Want()), dialect.send_taken(1, 2)]
    assert all(parts is None or parts for parts in [*said, dialect.send_apology(), dialect.send_goodbye("bye")])


@pytest.mark.parametrize("name", NAMES)
def test_that_a_camera_is_open_until_the_viewer_leaves(name: str) -> None:
    dialect = begun(name)
    assert dialect.is_open
    assert not dialect.is_silent(1.0)
    dialect.send_goodbye()
    assert not dialect.is_open


@pytest.mark.parametrize("name", NAMES)
def test_that_a_camera_is_greeted_once_on_each_connection(name: str) -> None:
    dialect = begin(name)
    for _ in range(2):
        dialect.send_greeting(1.0)
        events = [event for _ in range(2) for event in dialect.receive(read(samples(name, "first")[0]), 1.0)]
        greeted = [event for event in events if isinstance(event, CameraGreeted)]
        # Our own camera says hello to be greeted; others only send pictures.
        assert len(greeted) == (1 if name in WAITING else 2)


@pytest.mark.parametrize(("name", "path"), GOODBYES, ids=short)
def test_that_a_goodbye_ends_it(name: str, path: Path) -> None:
    dialect = begun(name)
    *_, left = dialect.receive(read(path), 2.0)
    assert isinstance(left, PeerLeft)
    assert left.on_purpose
    assert not dialect.is_open


@pytest.mark.parametrize(("name", "path"), GOODBYES, ids=short)
def test_that_a_goodbye_as_a_first_word_is_known_as_one(name: str, path: Path) -> None:
    found = dialects.detect(read(path))
    if name in WAITING:
        assert found is not None
        assert (found[0].name, found[1].is_leaving) == (name, True)
    else:
        assert found is None


@pytest.mark.parametrize(("name", "path"), [each for each in GOOD if each[0] in WAITING], ids=short)
def test_that_a_camera_that_waits_gets_one_answer_before_all_else(name: str, path: Path) -> None:
    for dialect in (begin(name), begun(name)):
        events = dialect.receive(read(path), 2.0)
        assert replies(events) == events[:1]
        assert all(events[0].parts)


@pytest.mark.parametrize(("name", "path"), [each for each in GOOD if each[0] in WAITING], ids=short)
def test_that_a_camera_that_hears_nothing_is_answered_nothing(name: str, path: Path) -> None:
    dialect = begin(name, can_answer=False)
    assert replies(dialect.receive(read(path), 2.0)) == []
    assert dialect.send_apology() is None
    assert dialect.picture_codec == ""


@pytest.mark.parametrize("can_answer", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_that_a_mute_dialect_says_why(name: str, can_answer: bool) -> None:
    for dialect in (begin(name, can_answer), begun(name, can_answer)):
        if not dialect.why_mute:
            assert dialect.say("hello", 0) == 1
            continue
        with pytest.raises(UsageError) as refused:
            dialect.say("hello", 0)
        assert str(refused.value) == dialect.why_mute
        assert dialect.picture_codec == ""


@pytest.mark.parametrize("name", WAITING)
def test_that_nothing_can_be_said_where_no_answer_goes(name: str) -> None:
    assert begun(name, can_answer=False).why_mute


@pytest.mark.parametrize("name", WAITING)
def test_that_what_is_said_goes_exactly_once_and_in_order(name: str) -> None:
    dialect = begun(name)
    assert [dialect.say(text, 0) for text in ("one", "two", "three")] == [1, 2, 3]
    assert dialect.send_lines() == []
    heard = [lines(dialect, name) for _ in range(5)]
    assert heard == [(1, []), (2, [1]), (3, [2]), (0, [3]), (0, [])]


@pytest.mark.parametrize("name", WAITING)
def test_that_an_answer_carries_what_was_said(name: str) -> None:
    dialect = begun(name)
    dialect.say("a word for you", 0)
    (reply,) = replies(dialect.receive(frame(name), 2.0))
    assert b"a word for you" in b"".join(bytes(part) for part in reply.parts)


@pytest.mark.parametrize("name", WAITING)
def test_that_what_was_under_way_goes_again_on_a_new_connection(name: str) -> None:
    dialect = begun(name)
    dialect.say("one", 0)
    dialect.say("two", 0)
    assert lines(dialect, name) == (1, [])
    for _ in range(3):
        dialect.send_greeting(2.0)
        assert lines(dialect, name) == (1, [])
    assert lines(dialect, name) == (2, [1])
    dialect.send_greeting(2.0)
    assert [lines(dialect, name) for _ in range(2)] == [(2, []), (0, [2])]


@pytest.mark.parametrize("name", WAITING)
def test_that_what_has_arrived_does_not_go_again_on_a_new_connection(name: str) -> None:
    dialect = begun(name)
    dialect.say("one", 0)
    assert [lines(dialect, name) for _ in range(2)] == [(1, []), (0, [1])]
    dialect.send_greeting(2.0)
    assert lines(dialect, name) == (0, [])


@pytest.mark.parametrize(("name", "path"), [each for each in BROKEN if each[0] in WAITING], ids=short)
def test_that_a_broken_message_takes_no_line_and_confirms_one(name: str, path: Path) -> None:
    dialect = begun(name)
    dialect.say("one", 0)
    with pytest.raises(WireError):
        dialect.receive(read(path), 2.0)
    assert lines(dialect, name) == (1, [])
    with pytest.raises(WireError):
        dialect.receive(read(path), 2.0)
    # It spoke again, so it has the answer before.
    assert lines(dialect, name) == (0, [1])


@pytest.mark.parametrize(("name", "path"), [each for each in GOODBYES if each[0] in WAITING], ids=short)
def test_that_a_goodbye_takes_no_line_and_confirms_one(name: str, path: Path) -> None:
    dialect = begun(name)
    dialect.say("one", 0)
    dialect.say("two", 0)
    lines(dialect, name)
    reply, delivered, _ = dialect.receive(read(path), 2.0)
    assert isinstance(reply, ReplyDue)
    assert (reply.line, delivered) == (0, ChatDelivered(1))
    dialect.send_greeting(3.0)
    assert lines(dialect, name) == (2, [])
