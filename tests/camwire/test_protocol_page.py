"""The page that strangers implement from says what the code does."""

import re

import msgspec
import pytest

from camwire import controls, limits, messages, values
from camwire.clock import DRIFT, KEEP_SECONDS
from camwire.commands import Command, Parameter, received
from camwire.controls import ControlRow
from camwire.dialects.native import KNOCK_SECONDS, NativeCamera
from camwire.files.flow import LEAD_BYTES, UNDER_WAY_SECONDS
from camwire.messages import Chat, FileOffer, Message, Stream
from camwire.peer import PING_SECONDS, SILENCE_SECONDS
from camwire.viewer_peer import ViewerPeer
from tests.support import protocol_page
from tests.support.wire_messages import kinds

BY_NAME = {str(kind.__struct_config__.tag): kind for kind in kinds()}
SECTIONS = protocol_page.sections()


def test_that_every_kind_is_described() -> None:
    assert list(SECTIONS) == list(BY_NAME)


@pytest.mark.parametrize("name", BY_NAME)
def test_that_every_field_is_described_with_its_limits_and_default(name: str) -> None:
    assert [row[:3] for row in SECTIONS[name].fields] == protocol_page.fields_of(BY_NAME[name])
    assert all(row[3] for row in SECTIONS[name].fields)


@pytest.mark.parametrize(
    ("heading", "struct"),
    [
        ("The stream map", Stream),
        ("The file map", FileOffer),
        ("The command map", Command),
        ("The parameter map", Parameter),
        ("The control map", ControlRow),
    ],
)
def test_that_every_map_is_described(heading: str, struct: type[msgspec.Struct]) -> None:
    rows = protocol_page.table(heading)
    assert [row[:3] for row in rows] == protocol_page.fields_of(struct)
    assert all(row[3] for row in rows)


@pytest.mark.parametrize("name", BY_NAME)
def test_that_every_example_is_what_its_bytes_say(name: str) -> None:
    assert SECTIONS[name].examples
    for stated, parts in SECTIONS[name].examples:
        assert stated["kind"] == name
        message = messages.decode([msgspec.msgpack.encode(stated)])
        assert isinstance(message, BY_NAME[name])
        assert messages.decode(parts) == message
        assert messages.encode(message, *parts[1:]) == parts


def test_that_the_value_of_an_example_can_be_read() -> None:
    payloads = [parts[1:] for _, parts in SECTIONS["message"].examples if len(parts) > 1]
    assert [values.decode(payload) for payload in payloads] == [{"degrees": 8}]
    assert '{"degrees": 8}' in protocol_page.text()


def test_that_every_example_of_a_value_is_read_and_written_so() -> None:
    blocks = protocol_page.hex_blocks("Values")
    assert len(blocks) >= 3
    assert [values.encode(values.decode(block)) for block in blocks] == blocks


def test_that_the_commands_of_an_example_are_commands() -> None:
    declared = [stated["commands"] for stated, _ in SECTIONS["camera-hello"].examples if "commands" in stated]
    (example,) = [received([msgspec.Raw(msgspec.msgpack.encode(each)) for each in commands]) for commands in declared]
    assert [each.name for each in example] == ["move"]


def test_that_the_controls_of_an_example_are_controls() -> None:
    examples = [*SECTIONS["camera-hello"].examples, *SECTIONS["control-state"].examples]
    declared = [stated["controls"] for stated, _ in examples if "controls" in stated]
    told = [controls.received([msgspec.Raw(msgspec.msgpack.encode(each)) for each in rows]) for rows in declared]
    assert [[row.name for row in rows] for rows in told] == [["exposure_auto"], ["exposure_auto", "exposure"]]


def test_that_every_role_is_described_that_the_code_names() -> None:
    assert Chat.__doc__ is not None
    named = set(re.findall(r"`([a-z]+)`[,:]", Chat.__doc__.partition("A reader")[0]))
    described = {row[0] for row in protocol_page.table("Roles")} - {"empty"}
    assert named == described


def test_that_the_version_is_stated() -> None:
    assert f"version {messages.PROTOCOL[0]}.{messages.PROTOCOL[1]}" in protocol_page.text()


def test_that_every_limit_is_stated() -> None:
    stated = {name: int(value.replace(",", "")) for name, value, *_ in protocol_page.table("Limits")}
    assert stated == {name: value for name, value in vars(limits).items() if name.isupper()}


@pytest.mark.parametrize(
    ("heading", "role"),
    [("What a viewer hears from a camera", NativeCamera), ("What a camera hears from a viewer", ViewerPeer)],
)
def test_that_the_state_table_is_the_code(heading: str, role: type[NativeCamera] | type[ViewerPeer]) -> None:
    assert protocol_page.transitions_of(heading, BY_NAME) == dict(role.transitions)
    assert {row[0] for row in protocol_page.table(heading)} == set(BY_NAME)


@pytest.mark.parametrize(
    "sentence",
    [
        f"asks every {PING_SECONDS:g} s",
        f"at most one knock every {KNOCK_SECONDS:g} s",
        f"nothing for more than {SILENCE_SECONDS:g} s",
        f"{DRIFT * 1e6:g} millionths",
        f"{KEEP_SECONDS:g} s",
        f"{limits.LINES_UNDER_WAY} lines and {limits.BYTES_UNDER_WAY:,} bytes",
        f"{LEAD_BYTES // 2**20} MiB",
        f"in {UNDER_WAY_SECONDS:g} s",
    ],
)
def test_that_every_time_and_size_is_stated(sentence: str) -> None:
    assert sentence in protocol_page.text()


def test_that_the_message_base_has_no_fields_of_its_own() -> None:
    assert Message.__struct_fields__ == ()
