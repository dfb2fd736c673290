"""Values that come back as they were sent, and sentences about those that cannot be."""

import datetime as dt
import enum
import json
import math
import socket
import time
import tracemalloc
import uuid
import zoneinfo
from collections import OrderedDict
from collections.abc import Callable
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings

from camwire import limits
from camwire.errors import UsageError
from camwire.values import ArrayValue, Jpeg, ScalarValue, converted, decode, encode, summary
from camwire.values.tags import DECIMAL_DIGITS, INLINE_BYTES, INT_DIGITS
from tests.support.any_values import (
    DTYPES,
    PICTURE,
    exact,
    to_numpy,
    values,
)

BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")


class Point(NamedTuple):
    """A tuple with names."""

    x: int
    y: int


def again(value: object) -> Any:
    """What the other end gets, with NumPy at hand."""
    return converted(decode(encode(value)), to_numpy)


@settings(deadline=None, max_examples=150)
@given(value=values)
def test_that_a_value_comes_back_with_its_type(value: object) -> None:
    # Big-endian text is text: NumPy gives out none of its own byte order.
    assert exact(again(value)) == exact(value)
    text = summary(value)
    assert len(text) <= 4000
    assert text.encode() is not None
    assert isinstance(summary(decode(encode(value))), str)


@settings(deadline=None, max_examples=50)
@given(value=values)
def test_that_what_was_received_can_be_sent_on(value: object) -> None:
    assert exact(again(decode(encode(value)))) == exact(value)


@pytest.mark.parametrize(
    "value",
    [
        None, True, False, 0, 1, -1, 127, 128, -32, -33, 2**32, -(2**31) - 1, 2**63, 2**64 - 1, 2**64, -(2**63),
        -(2**63) - 1, 10**INT_DIGITS - 1, 1.0, -0.0, float("nan"), float("inf"), "", "x" * 31, "x" * 32, "ü" * 70_000,
        b"", b"x" * INLINE_BYTES, b"x" * (INLINE_BYTES + 1), [], (), {}, set(), frozenset(), [[]], ((),), [()], ([],),
        {(): []}, {None: None}, {"b": 1, "a": 2}, {True: 1}, {1: 1}, {1.0: 1}, {-0.0: 1}, {(1, (2.0, "x")): 1},
        pytest.param({frozenset({(1,), b"x"}): 1}, id="a set as a key"), {dt.date(1, 1, 1): 1}, {float("nan"): 1},
        {Decimal("NaN"), Decimal("NaN")},
        complex(-0.0, float("nan")), dt.datetime.min, dt.datetime.max, dt.date.max, dt.time.max, dt.timedelta.min,
        dt.timedelta.max, dt.timedelta.resolution, dt.datetime(2026, 1, 2, 3, 4, 5, 6, dt.UTC, fold=1),
        dt.datetime.min.replace(tzinfo=dt.timezone(dt.timedelta(hours=23))), dt.time(1, tzinfo=dt.UTC, fold=1),
        uuid.UUID(int=0), Decimal("-0.00"), Decimal("NaN123"), Decimal("sNaN"), Decimal("-Infinity"),
        Decimal("1E+9999"), Decimal("1E-9999"), Decimal("9" * DECIMAL_DIGITS), Decimal(f"0.{'1' * 4299}"),
        Jpeg(PICTURE, 64, 48),
        {np.int64(1): 2, np.str_("a"): 3}, {Jpeg(PICTURE, 64, 48): 1},
        pytest.param({np.datetime64("2026", "Y"), np.float64(0.1)}, id="a set of two"),
    ],
    ids=lambda value: summary(value)[:40],
)  # fmt: skip
def test_that_these_come_back(value: object) -> None:
    assert exact(again(value)) == exact(value)


@pytest.mark.parametrize("fold", [0, 1])
def test_that_a_zone_comes_back_as_its_offset_at_that_instant(fold: int) -> None:
    moment = dt.datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold)
    came = again(moment)
    assert came.timestamp() == moment.timestamp()
    assert came.replace(tzinfo=None) == moment.replace(tzinfo=None)
    assert (came.fold, came.tzinfo) == (fold, dt.timezone(dt.timedelta(hours=2 - fold)))
    with pytest.raises(UsageError, match="a key of it is datetime, and the clocks show it twice"):
        encode({moment: 1})


def test_that_a_decimal_is_the_same_whatever_the_context_says() -> None:
    with localcontext() as context:
        context.capitals = 0
        context.prec = 2
        assert again(Decimal("1.2345E+30")).as_tuple() == Decimal("1.2345E+30").as_tuple()


@pytest.mark.parametrize("kind", DTYPES, ids=str)
@pytest.mark.parametrize("shape", [(), (0,), (1,), (2, 3), (2, 0, 4)])
def test_that_an_array_of_every_type_comes_back(kind: Any, shape: tuple[int, ...]) -> None:
    array = np.zeros(shape, kind)
    came = again(array)
    assert type(came) is np.ndarray
    assert (came.dtype, came.shape, came.tobytes()) == (array.dtype, array.shape, array.tobytes())
    scalar = np.zeros((), kind)[()]
    assert exact(again(scalar)) == exact(scalar)


@pytest.mark.parametrize(
    "array",
    [
        np.arange(24).reshape(2, 3, 4).transpose(2, 0, 1), np.arange(10)[::-2], np.asfortranarray(np.eye(3)),
        np.broadcast_to(np.float32(1), (3, 3)), np.arange(4000.0)[::2], np.array(["Tür", "😀"]),
        np.array([True, False]), np.array(["2026-01-02T03:04", "NaT"], "M8[m]"), np.arange(8, dtype="m8[7h]"),
    ],
)  # fmt: skip
def test_that_the_order_in_memory_does_not_matter(array: Any) -> None:
    assert exact(again(array)) == exact(array)


def test_that_many_texts_and_truth_values_in_elements_come_back() -> None:
    array = np.zeros(
        (300,), [("name", "U7"), ("n", "i4"), ("on", "?", (3,)), ("in", [("t", ">U2"), ("u", "u1")], (2,))]
    )
    array["name"], array["on"][:, 1], array["in"]["t"] = "Tür 😀", True, "éa"
    assert exact(again(array)) == exact(array)
    assert exact(again(array[:2])) == exact(array[:2])


def test_that_a_large_array_is_not_copied() -> None:
    array = np.ones((25, 1024, 1024), np.uint8)
    tracemalloc.start()
    blob, attachment = encode({"picture": array})
    came = converted(decode([blob, attachment]), to_numpy)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(came, dict)
    assert np.shares_memory(came["picture"], array)
    assert not came["picture"].flags.writeable
    assert peak < 100_000
    assert len(blob) < 100


def test_that_long_bytes_are_not_copied_on_the_way_out() -> None:
    value = b"x" * 1_000_000
    assert encode([value])[1] is value
    assert decode([encode([value])[0], memoryview(value)]) == [value]


def test_that_of_many_long_ones_the_smallest_stand_in_the_blob() -> None:
    value = [bytes(2000 + place % 20) for place in range(40)]
    parts = encode(value)
    assert len(parts) == limits.PARTS - 1
    assert [len(part) for part in parts[1:]] == [*range(2013, 2020), *range(2013, 2020)]
    assert decode(parts) == value


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (json, r"it is module, and that cannot be carried\."),
        ({"pose": [1, 2, socket.socket]}, r"it\['pose'\]\[2\] is type, and that cannot be carried\."),
        ({"a": ({1: object()},)}, r"it\['a'\]\[0\]\[1\] is object, and that cannot be carried\."),
        ([bytearray(b"x")], r"it\[0\] is bytearray, and that cannot be carried\. Send bytes\."),
        (range(3), "Send a list"),
        (Path("/"), "PosixPath, and that cannot be carried|WindowsPath"),
        ({object(): 1}, "a key of it is object"),
        ({"x": {object()}}, r"a member of it\['x'\] is object"),
        (enum.IntEnum("Color", "RED").RED, "it is Color, and only int itself can be carried"),  # type: ignore[attr-defined]
        (enum.Enum("Mood", "GOOD").GOOD, "it is Mood, and that cannot"),  # type: ignore[attr-defined]
        (OrderedDict(a=1), "it is OrderedDict, and only dict itself"),
        (Point(1, 2), "it is Point, and only tuple itself"),
        (type("Text", (str,), {})("x"), "it is Text, and only str itself"),
        (type("Day", (dt.datetime,), {})(2026, 1, 1), "it is Day, and only datetime itself"),
        (np.zeros(2).view(np.recarray), "it is recarray, and only ndarray itself"),
        (np.ma.masked_array([1]), "it is MaskedArray, and only ndarray itself"),
        ({"text": "half \ud800"}, r"it\['text'\] is str, and it holds half of a character"),
        ({"\ud800": 1}, "a key of it is str, and it holds half of a character"),
        (10**5000, r"it is int, and it has more than 4,298 digits"),
        ({"x": Decimal("1E+1000000")}, r"it\['x'\] is Decimal, and 4,300 digits"),
        (Decimal("1" * 5000), "it is Decimal"),
        (dt.time(1, tzinfo=BERLIN), "it is time, and its time zone does not say"),
        (["x" * 2_000_000], r"it\[0\] is too long, and 1,048,576 bytes"),
        ([1] * 25_001, "one too many, and 25,000 items are possible in all. Send it as a NumPy array"),
        (set(range(10_001)), "it is set, and with it there are more than 10,000 keys and members that are not text"),
        ({(n & 1, *[-1 - (n >> k & 1) for k in range(8)]) for n in range(256)}, "have the same hash"),
        (np.array([object()]), "ndarray, and its elements are Python objects"),
        ({"a": np.zeros(1, [("x", "u1"), ("y", "O")])}, r"it\['a'\] is ndarray, and its elements are Python objects"),
        (np.zeros(1, "g"), "which other machines read differently"),
        (np.longdouble(1), "longdouble, and its elements are"),
        (np.zeros(1, "G"), "which other machines read differently"),
        (np.zeros(1, np.dtype([("a", "u1"), ("b", "f8")], align=True)), "there are gaps between its fields"),
        (np.zeros(1, {"names": ["a", "b"], "formats": ["u1", "u1"], "offsets": [1, 0]}), "gaps between its fields"),
        (np.zeros(1, {"names": ["a"], "formats": ["u1"], "itemsize": 4}), "there are gaps between its fields"),
        (np.zeros(1, [(("title", "a"), "u1")]), "its field 'a' has a title"),
        (np.zeros(1, np.dtype((np.record, [("a", "u1")]))), "record, which not every NumPy can read"),
        (np.zeros(1, "V0"), "its elements have no bytes"),
        (np.zeros(1, []), "fields"),
        (np.zeros((1,) * 17), "it has 17 dimensions; 16 are possible"),
        (np.zeros((2**40, 0), np.uint8), r"its shape is \(1099511627776, 0\)"),
        (np.frombuffer(b"\2", "?"), "neither true nor false"),
        (np.array(["\ud800"]), "half of a character"),
        (np.str_("a\0"), "NumPy drops the zero character"),
        ({np.float64("nan"): 1}, "a key of it is float64, and what is not a number"),
        ({np.complex64(1): 1}, "a key of it is complex64, and of NumPy's own types only"),
        (Jpeg(b"x", 1, 1), "it is Jpeg, and its data is not bytes that are JPEG"),
        (Jpeg(PICTURE, 48, 64), "its size is 64 × 48 pixels, not 48 × 64"),
        ([ArrayValue(None, (1,), b"x")], r"it\[0\] is ArrayValue, and it was not made by decode"),  # type: ignore[arg-type]
        (ScalarValue("|u1", None), "it was not made by decode"),  # type: ignore[arg-type]
        (ArrayValue("|O", (1,), bytes(8)), r"elements of type '\|O' cannot be carried"),
    ],
    ids=lambda value: str(value)[:30] if isinstance(value, str) else "",
)  # fmt: skip
def test_that_what_cannot_be_sent_is_named_with_its_place(value: object, sentence: str) -> None:
    with pytest.raises(UsageError, match=f"The message cannot be sent: .*({sentence})") as refused:
        encode(value)
    assert len(str(refused.value)) < limits.REASON_CHARACTERS


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (bytes(limits.MESSAGE_BYTES), "it takes 33,554,4.. bytes, and 33,554,432 are possible. Send it as a file"),
        ([bytes(2**24), bytes(2**24)], "Send it as a file"),
        (np.zeros(limits.MESSAGE_BYTES + 1, np.uint8), "at most 32 MB fit into a message. Send it as a file"),
        (["ü" * 600_000], r"it takes 1,200,0.. bytes beside its 0 largest"),
        ([bytes(100_000)] * 30, "beside its 14 largest arrays and bytes"),
        ({"one": 1.5} | {"many": [0.5] * 120_000}, "one too many"),
    ],
    ids=["bytes", "two", "array", "text", "many", "items"],
)
def test_that_a_value_too_large_says_what_to_do(value: object, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        encode(value)


def deep(levels: int, wrap: Callable[[object], object] = lambda inner: [inner]) -> object:
    nested: object = 1
    for _ in range(levels):
        nested = wrap(nested)
    return nested


@pytest.mark.parametrize("wrap", [lambda inner: [inner], lambda inner: (inner,), lambda inner: {"x": inner}])
def test_that_values_may_be_nested_as_deep_as_the_limit(wrap: Callable[[object], object]) -> None:
    assert again(deep(limits.VALUE_LEVELS, wrap)) == deep(limits.VALUE_LEVELS, wrap)
    for levels in (limits.VALUE_LEVELS + 1, 10_000):
        with pytest.raises(UsageError, match="values can be nested 32 levels deep"):
            encode(deep(levels, wrap))


def test_that_a_value_that_holds_itself_is_refused() -> None:
    ring: dict[str, Any] = {"name": "ring"}
    ring["next"] = [1, ring]
    with pytest.raises(
        UsageError, match=r"^The message cannot be sent: it\['next'\]\[1\] is dict, and it holds itself\.$"
    ):
        encode(ring)
    assert summary(ring).startswith('{"name": "ring", "next": [1, {"name"')


def test_that_what_is_shared_comes_back_twice_and_what_multiplies_is_refused() -> None:
    shared = [1]
    assert again([shared, shared]) == [[1], [1]]
    bomb: object = 1
    for _ in range(30):
        bomb = [bomb] * 10
    with pytest.raises(UsageError, match="25,000 items"):
        encode(bomb)


class Broken(dt.tzinfo):
    """A zone that fails."""

    def utcoffset(self, when: dt.datetime | None) -> dt.timedelta:
        raise LookupError("no such place")

    def tzname(self, when: dt.datetime | None) -> None:
        return None

    def dst(self, when: dt.datetime | None) -> None:
        return None


def test_that_a_zone_that_fails_is_a_refusal() -> None:
    with pytest.raises(UsageError, match=r"it\[0\] is datetime, and its time zone fails \(no such place\)"):
        encode([dt.datetime(2026, 1, 1, tzinfo=Broken())])


def test_that_keys_which_python_takes_for_the_same_are_one() -> None:
    assert exact(again({1: "c"} | {True: "c"} | {1.0: "c"})) == exact({1: "c"})


def test_that_a_dict_with_many_text_keys_is_no_trouble() -> None:
    value = {f"key {place}": place for place in range(12_000)}
    assert again(value) == value


def test_that_a_picture_knows_its_size() -> None:
    picture = Jpeg.of(PICTURE)
    assert (picture.width, picture.height) == (64, 48)
    assert summary(picture) == "picture 64 × 48"
    for data in (b"", b"\xff\xd8", b"\xff\xd8\xff\xd9", PICTURE[2:], b"\xff\xd8" + b"\xff" * 5_000_000):
        with pytest.raises(UsageError, match="This is no picture that can be sent"):
            Jpeg.of(data)


def test_that_an_array_is_no_key() -> None:
    value = decode(encode(np.arange(3)))
    with pytest.raises(TypeError, match="unhashable"):
        hash(value)
    assert value == decode(encode(np.arange(3)))


@pytest.mark.alone
def test_that_a_chat_size_value_takes_microseconds() -> None:
    value = {"exposure": 8, "auto": True, "gain": 1.5, "name": "porch", "region": [1, 2, 3, 4]}
    best = math.inf
    for _ in range(200):
        began = time.perf_counter()
        decode(encode(value))
        best = min(best, time.perf_counter() - began)
    assert best < 0.000_1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Tür", "Tür"), ("", ""), (None, "–"), (True, "true"), (8, "8"), (21.5, "21.5"), (1e300, "1e+300"),
        (float("nan"), "nan"), (1 + 2j, "(1+2j)"), (Decimal("1.50"), "1.50"), (b"x" * 12_345, "12,345 bytes"),
        (b"x", "1 byte"), ([1, None, "a\n"], '[1, null, "a\\n"]'), ((1,), "(1,)"), ((), "()"), (set(), "set()"),
        ({1}, "{1}"), ({"door": "öffen", "n": [1, 2]}, '{"door": "öffen", "n": [1, 2]}'), ({}, "{}"),
        (np.zeros((480, 640, 3), np.uint8), "array 480 × 640 × 3 uint8"), (np.zeros(()), "array of one float64"),
        (np.zeros(2, "M8[s]"), "array 2 datetime64[s]"), (np.zeros(2, "U3"), "array 2 text"),
        (np.zeros(2, [("x", "u1"), ("y", "?")]), "array 2 (x, y)"),
        (np.array([object()]), "a value that cannot be shown (ndarray)"),
        (np.float32(0.1), "0.1"), (np.float16(65504), "65500.0"), (np.int8(-3), "-3"), (np.bool_(True), "true"),
        (np.complex64(0.1 + 2j), "(0.1+2j)"), (np.str_("Tür"), "Tür"), (np.bytes_(b"ab"), "2 bytes"),
        (np.datetime64("2026-01-02T03:04:05", "s"), "2026-01-02 03:04:05"), (np.datetime64("NaT"), "not a time"),
        (np.timedelta64(5, "ms"), "5 ms"), (np.datetime64(7, "ns"), "7 ns since 1970"), (np.float32("inf"), "inf"),
        (dt.datetime(2026, 1, 2, 3, 4), "2026-01-02 03:04:00"), (dt.timedelta(1), "1 day, 0:00:00"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ("half \ud800", "half ?"), (["\ud800"], '["?"]'),
        (10**5000, "a whole number of about 4,983 digits"), (json, "module"), (deep(40), "[" * 32 + "…" + "]" * 32),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)  # fmt: skip
def test_that_a_person_can_read_it(value: object, text: str) -> None:
    assert summary(value) == text
    if not isinstance(value, str):
        try:
            received = decode(encode(value))
        except UsageError:
            return
        assert summary(received) == text


@pytest.mark.alone
@pytest.mark.parametrize(
    "value",
    ["x" * 10_000, ["x" * 10**7] * 1000, [[[0] * 1000] * 1000] * 1000, {"k" * 10**7: 1}, 10**9000, [{1: 10**4000}] * 9],
    ids=["text", "texts", "lists", "key", "whole", "wholes"],
)
def test_that_a_summary_is_short_and_soon(value: object) -> None:
    began = time.thread_time()
    assert len(summary(value)) <= 4000
    assert time.thread_time() - began < 0.1


class Rude:
    """Something that fails at every question."""

    def __getattribute__(self, name: str) -> object:
        raise LookupError(name)


def test_that_a_summary_never_fails() -> None:
    assert summary([Rude()])
    with pytest.raises(UsageError):
        encode([Rude()])


def test_that_received_values_are_converted_everywhere() -> None:
    value = {np.int64(1): [np.zeros(2)], "t": (np.float32(1), {np.str_("x")}, frozenset({(np.int8(1),)}))}
    came = again(value)
    assert exact(came) == exact(value)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (
            {
                "exposure": 8,
                "region": (0.5, 1.0),
                "since": dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.timezone(dt.timedelta(hours=1))),
            },
            "9703a86578706f7375726508a6726567696f6e9302cb3fe0000000000000cb3ff0000000000000a573696e63659407cf"
            "0006475ef64cf34000ced693a400",
        ),
        (
            [2**64, Decimal("1.50"), {1}, np.float32(0.5)],
            "95019206c409010000000000000000920ca4312e3530920401" + "9310a33c6634c4040000003f",
        ),
        (
            np.array([(1, [True])], [("x", "<u2"), ("on", "?", (1,))]),
            "940f9292a178a33c753293a26f6ea37c623191019101c403010001",
        ),
        (bytes(INLINE_BYTES + 1), "920e00"),
        (-(2**63) - 1, "9206c409ff7fffffffffffffff"),
        (dt.date(1970, 1, 2), "920801"),
        (dt.time(0, 0, 1, fold=1), "9309ce000f424001"),
        (dt.timedelta(days=-1, microseconds=5), "930aff05"),
    ],
    ids=lambda value: value[:10] if isinstance(value, str) else "",
)
def test_that_the_bytes_are_those_of_the_protocol_page(value: object, written: str) -> None:
    assert bytes(encode(value)[0]).hex() == written
