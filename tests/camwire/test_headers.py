"""Headers of foreign formats."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camwire import headers, limits
from camwire.errors import WireError


class Header(msgspec.Struct):
    name: str
    value: Any = None
    flag: bool = False


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None, max_examples=200)
@given(value=plain)
def test_that_what_python_writes_as_json_is_read(value: object) -> None:
    part = json.dumps({"name": "porch", "value": value, "more": 1}).encode()
    assert headers.from_json(part, Header).value == json.loads(json.dumps(value))


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "9" * 400, "-1" + "0" * 30, '"\\ud800"'])
def test_that_what_only_python_writes_is_read_too(word: str) -> None:
    value = headers.from_json(b'{"name": "porch", "value": %s}' % word.encode(), Header).value
    assert repr(value) == repr(json.loads(word))


@pytest.mark.parametrize("part", [b'{"name": "porch"}', memoryview(b'{"name": "porch"}')])
def test_that_a_header_may_lie_in_a_buffer(part: bytes | memoryview) -> None:
    assert headers.from_json(part, Header) == Header("porch")


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"{",
        b"{}",
        b"[]",
        b"null",
        b"\xff",
        b'{"name": 1}',
        b'{"name": "porch", "flag": NaN}',
        b'{"name": "porch", "flag": 0}',
        b'{"name": "porch"} more',
        b'{"name": "\xff"}',
        b'{"name": "porch", "value": %s}' % (b"9" * 5000),
        b'{"name": "porch", "value": %s}' % (b"[" * 100_000),
        b'{"name": "porch", "value": %s}' % (b"[" * 100_000 + b"]" * 100_000),
        b'{"name": "porch", "value": [NaN, %s]}' % (b"[" * 100_000 + b"]" * 100_000),
    ],
    ids=range(15),
)
def test_that_what_is_no_such_json_is_refused(part: bytes) -> None:
    with pytest.raises(WireError, match="a header that cannot be read"):
        headers.from_json(part, Header)


@pytest.mark.parametrize("levels", range(100, 1400, 10))
def test_that_any_depth_is_read_or_refused(levels: int) -> None:
    nested = b"[" * levels + b"]" * levels
    deep = [
        lambda: headers.from_json(b'{"name": "porch", "value": %s}' % nested, Header),
        lambda: headers.from_json(b'{"name": "porch", "value": [NaN, %s]}' % nested, Header),
        lambda: headers.from_msgpack(b"\x82\xa4name\xa1x\xa5value" + b"\x91" * levels + b"\xc0", Header),
    ]
    for read in deep:
        try:
            assert isinstance(read(), Header)
        except WireError:
            continue


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"\x80",
        b"\xc1",
        b"\x81\xa4name\x01",
        b"\x81\xa4name\xa1\xff",
        b"\xdf\xff\xff\xff\xff",
        b"\x81\xa4name\xdb\xff\xff\xff\xff",
        b"\x82\xa4name\xa1x\xa5value\xdd\xff\xff\xff\xff",
        b"\x82\xa4name\xa1x\xa5value" + b"\x91" * 100_000,
        b"\x82\xa4name\xa1x\xa5value\x81\x80\x01",
        b"\x82\xa4name\xa1x\xa5value\xc7\x0c\xff" + b"\xff" * 12,
    ],
    ids=range(11),
)
def test_that_what_is_no_such_msgpack_is_refused(part: bytes) -> None:
    with pytest.raises(WireError, match="a header that cannot be read"):
        headers.from_msgpack(part, Header)


@pytest.mark.parametrize("read", [headers.from_json, headers.from_msgpack])
def test_that_a_header_beyond_the_limit_is_not_even_read(read: Any) -> None:
    good = json.dumps({"name": "porch"}).encode()
    with pytest.raises(WireError, match="a header of 524,289 bytes"):
        read(good + b" " * (limits.HEADER_BYTES + 1 - len(good)), Header)


def test_that_a_header_may_be_as_long_as_the_limit() -> None:
    good = json.dumps({"name": "porch"}).encode()
    assert headers.from_json(good + b" " * (limits.HEADER_BYTES - len(good)), Header) == Header("porch")


def test_that_a_refusal_is_short_whatever_came() -> None:
    with pytest.raises(WireError) as refused:
        headers.from_json(b'{"name": {"%s": 1}}' % (b"x" * 100_000), Header)
    assert len(str(refused.value)) < 200
