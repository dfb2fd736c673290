"""Values and pictures said to stock senders: what arrives, and what is refused because it would arrive as another."""

from functools import reduce
from typing import Any

import numpy as np
import pytest
import simplejpeg

from camwire.arrays import Array
from camwire.errors import UsageError
from camwire.frame import Layout
from tests.interop.stock_wall import StockWall
from tests.stock import pictures

JSON_VALUES: list[Any] = [0, False, "", [], {}, 1.5, [1, 2], {"a": 1}, -3, "ü", True, 10**30, {"a": [{"b": None}]}]
NO_JSON = {
    "None says nothing": None,
    "it is tuple, and would arrive as a list": (1, 2),
    "it is bytes, and NetGear carries only what JSON can say": b"x",
    "it has the key 1, and keys must be text": {1: "a"},
    "cannot carry set": {1},
    r"it\['a'\]\[1\] is tuple": {"a": [1, (2,)]},
    r"it\[0\]\['b'\] has the key 2": [{"b": {2: 3}}],
    r"it\['deep'\]\[0\] is bytes": {"deep": [b"z"]},
    "half of a character": "\ud800",
    "nested too deeply": reduce(lambda inner, _: [inner], range(60), []),
}
ASYNC_VALUES: list[Any] = [7, "x", {"a": 1}, b"z", -1, 2.5, True, {"a": None}]
NO_ASYNC = {
    "empty, zero or false": [0, False, "", [], {}, b"", None, 0.0],
    "whole numbers are from": [2**64],
    "keys must be text": [{1: 2}],
    "cannot carry set": [{1}],
}
RAW_PICTURE = pictures.picture(5, 48, 32)
RAW = Array(Layout("uint8", RAW_PICTURE.shape), RAW_PICTURE.tobytes())
JPEG = Array(
    Layout("uint8", RAW_PICTURE.shape),
    simplejpeg.encode_jpeg(RAW_PICTURE, 95, "BGR", "444"),
    codec="jpeg",
)
DEPTHS = np.arange(12, dtype=np.float32).reshape(3, 4)


def gifts(wall: StockWall, seed: int) -> list[tuple[str, Any]]:
    """What the sender of `seed` was given: the type there, and the value."""
    return [(line["type"], line["got"]) for line in wall.peers[seed].lines if "got" in line]


def seen(array: np.ndarray) -> dict[str, Any]:
    """An array as a stock sender prints it."""
    first = [int(each) for each in array.reshape(-1)[:3]]
    return {"shape": list(array.shape), "mean": pytest.approx(float(array.mean())), "first": first}


def say(wall: StockWall, seed: int, value: object) -> None:
    session = wall.session(seed)
    wall.now(lambda: session.say(value, "a picture" if isinstance(value, Array) else ""))


def all_refused(wall: StockWall, seed: int, values: dict[str, Any]) -> None:
    for reason, value in values.items():
        with pytest.raises(UsageError, match=reason):
            say(wall, seed, value)


@pytest.mark.slow
def test_that_netgear_is_given_what_json_can_say_and_nothing_else(wall: StockWall) -> None:
    wall.listen()
    wall.sender(1, "netgear", "--pattern", 1, "--bidirectional", "--fps", 60)
    wall.until(lambda: wall.shows(1))
    all_refused(wall, 1, NO_JSON)
    for value in [*JSON_VALUES, float("nan")]:
        say(wall, 1, value)
    wall.until(lambda: len(gifts(wall, 1)) > len(JSON_VALUES))
    *given, (kind, number) = gifts(wall, 1)
    assert given == [(type(each).__name__, each) for each in JSON_VALUES]
    assert (kind, number != number) == ("float", True)
    assert wall.shows(1)


@pytest.mark.slow
def test_that_netgear_async_is_given_whatever_is_something(wall: StockWall) -> None:
    wall.listen()
    wall.sender(1, "netgear_async", "--pattern", 1, "--bidirectional", "--fps", 60)
    wall.until(lambda: wall.shows(1))
    for reason, values in NO_ASYNC.items():
        for value in values:
            all_refused(wall, 1, {reason: value})
    all_refused(wall, 1, {"uncompressed only": JPEG})
    for value in [*ASYNC_VALUES, [1, 2], RAW]:
        say(wall, 1, value)
    wall.until(lambda: len(gifts(wall, 1)) == len(ASYNC_VALUES) + 2)
    *given, a_list, picture = gifts(wall, 1)
    assert given == [(type(each).__name__, each.decode() if each == b"z" else each) for each in ASYNC_VALUES]
    # VidGear itself reads lists as tuples.
    assert a_list == ("tuple", [1, 2])
    assert picture == ("ndarray", seen(RAW_PICTURE))
    assert wall.session(1).picture_codec == "raw"
    assert wall.shows(1)


@pytest.mark.slow
def test_that_netgear_is_given_pictures_as_it_sends_its_own(wall: StockWall) -> None:
    wall.listen()
    wall.sender(1, "netgear", "--pattern", 1, "--bidirectional")
    wall.sender(2, "netgear", "--pattern", 1, "--bidirectional", "--raw")
    wall.until(lambda: wall.shows(1, 2))
    assert [wall.session(seed).picture_codec for seed in (1, 2)] == ["jpeg", "raw"]
    say(wall, 1, JPEG)
    for array in (RAW_PICTURE, DEPTHS):
        say(wall, 2, Array(Layout(array.dtype.name, array.shape), array.tobytes()))
    wall.until(lambda: len(gifts(wall, 1)) == 1 and len(gifts(wall, 2)) == 2)
    assert gifts(wall, 2) == [("ndarray", seen(RAW_PICTURE)), ("ndarray", seen(DEPTHS))]
    ((kind, picture),) = gifts(wall, 1)
    assert (kind, picture["shape"]) == ("ndarray", list(RAW_PICTURE.shape))
    assert picture["mean"] == pytest.approx(RAW_PICTURE.mean(), abs=2)
    assert picture["first"] == pytest.approx(RAW_PICTURE.reshape(-1)[:3], abs=12)
    assert wall.shows(1, 2)
