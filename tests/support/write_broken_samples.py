"""Writes messages cut short and messages made to hurt, in the foreign dialects, into `tests/wire_samples`:
`python -m tests.support.write_broken_samples`. They are made of the recorded ones, and kept like them."""

import json
import pickle
from collections.abc import Iterator
from typing import Any, TypeAlias

import msgspec

from tests.support.record_samples import keep
from tests.support.wire_samples import read, samples

Samples: TypeAlias = Iterator[tuple[str, list[bytes]]]

PIXELS = bytes(24 * 32 * 3)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
NAME_OF_FILE = "a-pickle-was-run"
# Types that are no numbers; NumPy would make objects, text or records of the bytes.
TYPES = {
    "object": "|O8",
    "object-by-name": "object",
    "text": "<U1",
    "bytes": "|S1",
    "void": "|V1",
    "time": "<M8[ns]",
    "long-double": "<f16",
    "two-in-one": "u1,u1",
    "unknown": "uint9",
    "empty": "",
    "structured": [["red", "|u1"], ["green", "|u1"]],
    "number": 1,
    "none": None,
    "complex": "complex64",
}
SHAPES = {
    "too-many-pixels": [24, 33, 3],
    "too-few-pixels": [24, 31, 3],
    "huge": [10**9, 10**9, 3],
    # Their product is 0 (or 2,304) where whole numbers have 64 bits.
    "overflow-to-nothing": [2**32, 2**32],
    "overflow-to-right": [2**32, 2**32 + 1, 2304],
    "negative": [-24, -32, 3],
    "one-negative": [24, 32, -3],
    "floats": [24.0, 32.0, 3.0],
    "booleans": [True, 2304],
    "texts": ["24", "32", "3"],
    "nested": [[24, 32, 3]],
    "none-inside": [24, 32, None],
    "map": {"24": 32},
    "number": 2304,
    "17-dimensions": [24, 32, 3] + [1] * 14,
    "3000-dimensions": [1] * 3000,
    "line": [2304],
    "four-dimensions": [1, 24, 32, 3],
    "two-channels": [36, 32, 2],
    "five-channels": [1, 32, 72],
    "empty": [],
}


class _Opens:
    """What makes a file, in the folder where it is unpickled."""

    def __reduce__(self) -> tuple[Any, tuple[str, str]]:
        return open, (NAME_OF_FILE, "w")


def deep(levels: int) -> Any:
    """A list in a list in a list."""
    nested: Any = 1
    for _ in range(levels):
        nested = [nested]
    return nested


def of_json(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def arrays() -> Iterator[tuple[str, dict[str, Any], bytes]]:
    """Name, `dtype` and `shape`, and bytes of arrays that are no pictures."""
    for name, dtype in TYPES.items():
        item = 8 if name in ("object", "object-by-name", "time", "complex") else 1
        yield f"type-{name}", {"dtype": dtype, "shape": [24, 32, 3]}, PIXELS * item
    for name, shape in SHAPES.items():
        payload = b"" if name == "overflow-to-nothing" else PIXELS
        yield f"shape-{name}", {"dtype": "uint8", "shape": shape}, payload
    yield "shape-of-nothing", {"dtype": "uint8", "shape": [0, 32, 3]}, b""


def truncated(dialect: str, raw: str) -> Samples:
    """Cut short: each message of a camera that has a picture without compression."""
    header, picture = next(read(path) for path in samples(dialect, "first") if path.stem == raw)
    yield "nothing", []
    yield "empty-part", [b""]
    yield "empty-parts", [b"", b""]
    yield "header", [header[: len(header) // 2], picture]
    yield "header-by-one", [header[:-1], picture]
    yield "header-alone", [header]
    yield "picture", [header, picture[: len(picture) // 2]]
    yield "picture-by-one", [header, picture[:-1]]
    yield "picture-gone", [header, b""]


def json_headers(frame: dict[str, Any]) -> Samples:
    """What hurts in any JSON header; `frame` are the fields of a good one."""
    good = of_json(**frame)
    yield "list", [b"[" + good + b"]", PIXELS]
    yield "two-objects", [good + good, PIXELS]
    yield "http", [b"GET / HTTP/1.1\r\nHost: porch\r\n\r\n"]
    yield "pickle", [pickle.dumps(_Opens()), PIXELS]
    yield "braces", [b"{" * 20_000, PIXELS]
    yield "not-utf8", [good.replace(b'"uint8"', b'"\xff\xfe"'), PIXELS]
    yield "shape-nan", [of_json(**{**frame, "shape": [float("nan"), 32, 3]}), PIXELS]
    yield "shape-1e999", [good.replace(b"[24, ", b"[1e999, "), PIXELS]
    yield "shape-5000-digits", [good.replace(b"[24, ", b"[" + b"9" * 5000 + b", "), PIXELS]
    yield "shape-4000-digits", [good.replace(b"[24, ", b"[" + b"9" * 4000 + b", "), PIXELS]
    for levels in (900, 980, 5_000):
        yield f"deep-shape-{levels}", [good.replace(b"[24, ", b"[" * levels + b"24" + b"]" * levels + b", "), PIXELS]
    yield "deep-nesting", [good[:-1] + b', "message": ' + b"[" * 20_000 + b"]" * 20_000 + b"}", PIXELS]


def netgear() -> Samples:
    frame = {"terminate_flag": False, "compression": False, "message": None, "pattern": "1"}
    good = {**frame, "dtype": "uint8", "shape": [24, 32, 3]}
    compressed = {**frame, "compression": {"dct": True, "ups": False, "colorspace": "BGR"}, "dtype": "", "shape": ""}
    yield from json_headers(good)
    for name, fields, payload in arrays():
        yield name, [of_json(**frame, **fields), payload]
    yield "shape-text", [of_json(**{**good, "shape": "24x32x3"}), PIXELS]
    yield "no-jpeg", [of_json(**compressed), PNG]
    yield "half-a-jpeg-mark", [of_json(**compressed), b"\xff"]
    yield "compression-is-text", [of_json(**{**compressed, "compression": "jpeg"}), b"\xff\xd8\xff\xd9"]
    yield "goodbye-of-two-parts", [of_json(terminate_flag=True), PIXELS]
    yield "three-parts", [of_json(**good), PIXELS, PIXELS]
    yield "flag-is-text", [of_json(**{**good, "terminate_flag": "false"}), PIXELS]
    yield "flag-is-number", [of_json(**{**good, "terminate_flag": 0}), PIXELS]
    yield "flag-is-nan", [of_json(**{**good, "terminate_flag": float("nan")}), PIXELS]
    yield "flag-is-missing", [of_json(dtype="uint8", shape=[24, 32, 3]), PIXELS]


def imagezmq() -> Samples:
    good = {"msg": "porch", "dtype": "uint8", "shape": [24, 32, 3]}
    yield from json_headers(good)
    for name, fields, payload in arrays():
        yield name, [of_json(msg="porch", **fields), payload]
    yield "no-jpeg", [of_json(msg="porch"), PNG]
    yield "half-a-jpeg-mark", [of_json(msg="porch"), b"\xff"]
    yield "three-parts", [of_json(**good), PIXELS, PIXELS]
    yield "message-is-missing", [of_json(dtype="uint8", shape=[24, 32, 3]), PIXELS]


def packed(**fields: object) -> bytes:
    return msgspec.msgpack.encode(fields)


def array(**fields: Any) -> bytes:
    """An array as msgpack-numpy writes it, with some fields changed; a field that is `...` is left out."""
    whole = {"nd": True, "type": "|u1", "kind": b"", "shape": [24, 32, 3], "data": PIXELS, **fields}
    return msgspec.msgpack.encode({key.encode(): each for key, each in whole.items() if each is not ...})


def netgear_async() -> Samples:
    header = packed(terminate=False, bi_mode=True, data="")
    program = pickle.dumps(_Opens())
    yield "pickle", [header, array(kind=b"O", type="|O8", shape=[1], data=program)]
    yield "pickle-of-kind-text", [header, array(kind="O", type="|O8", shape=[1], data=program)]
    yield "pickle-in-the-header", [packed(terminate=False, bi_mode=True, data=0), array(kind=b"O", data=program)]
    yield "bare-pickle", [program, program]
    yield "kind-structured", [header, array(kind=b"V", type=[["red", "|u1"]])]
    yield "kind-is-text", [header, array(kind="")]
    yield "kind-is-missing", [header, array(kind=...)]
    for name, fields, payload in arrays():
        yield name, [header, array(type=fields["dtype"], shape=fields["shape"], data=payload)]
    yield "names-are-text", [header, packed(nd=True, type="|u1", kind=b"", shape=[24, 32, 3], data=PIXELS)]
    yield "number", [header, array(nd=False, kind=..., shape=...)]
    yield "complex-number", [header, msgspec.msgpack.encode({b"complex": True, b"data": "1j"})]
    yield "no-array", [header, msgspec.msgpack.encode([1, 2, 3])]
    yield "raw-pixels", [header, PIXELS]
    yield "bytes-after-it", [header, array() + b"\x00"]
    yield "bytes-as-text", [header, array(data="x" * 2304)]
    yield "four-gigabytes", [header, array(data=...)[:-1] + b"\xc4\x04data\xc6\xff\xff\xff\xff"]
    yield "field-after-it", [header, array(later=1)]
    yield "deep-shape", [header, array(shape=deep(300))]
    yield "map-as-key", [header, b"\x82\x80\x01" + array()[1:]]
    yield "goodbye-of-two-parts", [packed(terminate=True), array()]
    yield "flag-is-text", [packed(terminate="no", bi_mode=True, data=""), array()]
    yield "flag-is-missing", [packed(bi_mode=True, data=""), array()]
    yield "header-list", [msgspec.msgpack.encode([False, True, ""]), array()]
    yield "deep-nesting", [header[:-1] + b"\x91" * 20_000 + b"\xc0", array()]
    yield "map-of-four-billion", [b"\xdf\xff\xff\xff\xff" + header[1:], array()]
    yield "text-of-four-gigabytes", [header[:-1] + b"\xdb\xff\xff\xff\xff", array()]
    yield "text-is-not-utf8", [header[:-1] + b"\xa2\xff\xfe", array()]
    yield "time-beyond-the-calendar", [header[:-1] + b"\xc7\x0c\xff" + b"\xff" * 12, array()]
    yield (
        "hello-of-ours",
        [
            packed(
                kind="camera-hello", protocol=[1, 0], id="cam-1", name="porch", terminate=False, bi_mode=True, data=""
            ),
            array(),
        ],
    )


if __name__ == "__main__":
    for dialect, raw, hostile in (
        ("netgear", "raw", netgear),
        ("netgear_async", "0-bidirectional", netgear_async),
        ("imagezmq", "0-image", imagezmq),
    ):
        for folder, made in (("truncated", truncated(dialect, raw)), ("hostile", hostile())):
            for name, parts in made:
                keep(dialect, f"{folder}/{name}", parts)
