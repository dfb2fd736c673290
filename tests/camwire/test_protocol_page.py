"""The page that strangers implement from says what the code does."""

import msgspec
import pytest

from camwire import limits, messages
from camwire.clock import DRIFT, KEEP_SECONDS
from camwire.dialects.native import KNOCK_SECONDS, NativeCamera
from camwire.messages import Message, Stream
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


def test_that_the_stream_map_is_described() -> None:
    assert [row[:3] for row in protocol_page.table("The stream map")] == protocol_page.fields_of(Stream)


@pytest.mark.parametrize("name", BY_NAME)
def test_that_every_example_is_what_its_bytes_say(name: str) -> None:
    assert SECTIONS[name].examples
    for stated, parts in SECTIONS[name].examples:
        assert stated["kind"] == name
        message = msgspec.convert(stated, BY_NAME[name])
        assert messages.decode(parts) == message
        assert messages.encode(message, *parts[1:]) == parts


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
    ],
)
def test_that_every_time_is_stated(sentence: str) -> None:
    assert sentence in protocol_page.text()


def test_that_the_message_base_has_no_fields_of_its_own() -> None:
    assert Message.__struct_fields__ == ()
