"""Damage to messages: bits, lengths, parts, and the values inside JSON and msgpack headers."""

import json
from collections.abc import Callable
from random import Random
from typing import Any, TypeAlias

import msgspec

Parts: TypeAlias = list[bytes]
Place: TypeAlias = tuple[Any, Any]

MOST_CHANGES = 4
# A header may have half a megabyte; one in so many messages uses that.
RARELY = 400
HUGE = 400_000

VALUES: list[Any] = [
    None, True, False, 0, 1, -1, 2, 255, 2**31, 2**32, 2**53, 2**63 - 1, -(2**63), 2**64 - 1, 0.0, -0.0, 1e308, 0.5,
    float("nan"), float("inf"), "", "x", "uint8", "|u1", "<f8", "|O", "O8", "float64", "jpeg", "BGR", "\ud800",
    "é" * 90, [], {}, [1], [[1]], {"a": 1}, [24, 32, 3], [24, 32], [1] * 17, [10**9, 10**9], {"dct": True}, "1" * 5000,
]  # fmt: skip
JSON_ONLY = [10**30, 10**4000, -(10**400)]
MSGPACK_ONLY = [b"", b"O", b"data", b"\xff" * 300, msgspec.msgpack.Ext(5, b"x"), {1: 2}, {b"nd": True}, {(1, 2): 3}]
WORDS = [
    b"", b"\x00", b"\xff", b"{", b"}", b"[" * 3000, b'"', b"\\ud800", b"1e999", b"NaN", b"-", b"\xc1", b"\xdf\xff",
    b"\xc6\xff\xff\xff\xff", b"\xdd\x7f\xff\xff\xff", b"\x91" * 3000, b"\xc4\x04data",
    b"\xc7\x0c\xff" + b"\xff" * 12, b"\xff\xd8", b"\r\n\r\n",
]  # fmt: skip


def mutated(rng: Random, samples: list[Parts]) -> Parts:
    """One of `samples`, changed in one to four ways."""
    parts = list(rng.choice(samples))
    for _ in range(rng.randint(1, MOST_CHANGES)):
        rng.choice(CHANGES)(rng, parts, samples)
    if rng.randrange(RARELY) == 0:
        _grow(rng, parts)
    return parts


def _flip(rng: Random, parts: Parts, samples: list[Parts]) -> None:
    for part in _some(rng, parts):
        changed = bytearray(parts[part])
        for _ in range(rng.randint(1, 8)):
            # Mostly where the header is.
            place = rng.randrange(min(len(changed), rng.choice((8, 64, 200, len(changed)))))
            changed[place] ^= 1 << rng.randrange(8)
        parts[part] = bytes(changed)


def _cut(rng: Random, parts: Parts, samples: list[Parts]) -> None:
    for part in _some(rng, parts):
        begin, end = sorted(rng.randrange(len(parts[part]) + 1) for _ in range(2))
        parts[part] = rng.choice((parts[part][:end], parts[part][begin:], parts[part][:begin] + parts[part][end:]))


def _insert(rng: Random, parts: Parts, samples: list[Parts]) -> None:
    for part in _some(rng, parts):
        place = rng.randrange(len(parts[part]) + 1)
        word = rng.choice((rng.choice(WORDS), rng.randbytes(rng.randint(1, 12))))
        parts[part] = parts[part][:place] + word + parts[part][place:]


def _add_part(rng: Random, parts: Parts, samples: list[Parts]) -> None:
    other = rng.choice(samples)
    word = rng.choice((b"", rng.choice(WORDS), rng.choice(parts or [b""]), rng.choice(other or [b""])))
    parts.insert(rng.randint(0, len(parts)), word)


def _drop_part(rng: Random, parts: Parts, samples: list[Parts]) -> None:
    if parts:
        parts.pop(rng.randrange(len(parts)))


def _swap(rng: Random, parts: Parts, samples: list[Parts]) -> None:
    rng.shuffle(parts)


def _graft(rng: Random, parts: Parts, samples: list[Parts]) -> None:
    """The header of one camera, the picture of another."""
    other = rng.choice(samples)
    parts[:] = parts[:1] + other[1:]


def _change_json(rng: Random, parts: Parts, samples: list[Parts]) -> None:
    _change(rng, parts, json.loads, lambda value: json.dumps(value).encode(), JSON_ONLY)


def _change_msgpack(rng: Random, parts: Parts, samples: list[Parts]) -> None:
    _change(rng, parts, msgspec.msgpack.decode, msgspec.msgpack.encode, MSGPACK_ONLY)


def _change(
    rng: Random, parts: Parts, decode: Callable[[bytes], Any], encode: Callable[[Any], bytes], more: list[Any]
) -> None:
    """Put another value somewhere into the value that a part holds, if it holds one."""
    for part in _some(rng, parts):
        try:
            whole = decode(parts[part])
            place = _place(rng, whole)
            if place is None:
                continue
            holder, key = place
            if isinstance(holder, dict) and rng.random() < 0.2:
                key = rng.choice(("msg", "terminate_flag", "terminate", "kind", "port", "message", b"kind", "x"))
            value = rng.choice((*VALUES, *more))
            if isinstance(holder.get(key) if isinstance(holder, dict) else holder[key], int) and rng.random() < 0.5:
                value = rng.choice((holder[key] + 1, holder[key] - 1, -holder[key], holder[key] * 2))
            holder[key] = value
            parts[part] = encode(whole)
        except (ValueError, TypeError, RecursionError, OverflowError):
            # It holds none, or none that this format can write.
            continue


def _place(rng: Random, value: Any) -> Place | None:
    """Where in `value` something can be put: what holds it, and the key or index."""
    found: list[Place] = []
    below = [value]
    while below and len(found) < 100:
        each = below.pop()
        if isinstance(each, dict):
            found += [(each, key) for key in each]
            below += each.values()
        elif isinstance(each, list):
            found += [(each, index) for index in range(len(each))]
            below += each
    return rng.choice(found) if found else None


def _grow(rng: Random, parts: Parts) -> None:
    """As much as fits into a header, of what costs most to read."""
    if not parts:
        return
    json_word = rng.choice((b"[]", b"{}", b"1.5", b'"a"', b'{"a":1}', b"[[[[1]]]]", b"1e5", b'"\\ud83d"'))
    json_many = b"[" + json_word + (b"," + json_word) * (HUGE // (len(json_word) + 1)) + b"]"
    word = rng.choice((b"\x90", b"\x80", b"\xc0", b"\xa1a", b"\x81\xa1a\x01", b"\x91\x91\x90", b"\xc4\x01x"))
    count = HUGE // len(word)
    many = b"\xdd" + count.to_bytes(4, "big") + word * count
    header = parts[0]
    if header[:1] == b"{":
        name = rng.choice((b"message", b"msg", b"shape", b"port", b"compression", b"dtype"))
        parts[0] = b'{"' + name + b'": ' + json_many + b", " + header[1:]
    elif header and 0x80 <= header[0] < 0x8F:
        name = rng.choice((b"\xa4data", b"\xa4name", b"\xa7streams", b"\xa8commands", b"\xa4text", b"\xa1x"))
        parts[0] = bytes([header[0] + 1]) + header[1:] + name + many


def _some(rng: Random, parts: Parts) -> list[int]:
    """The first part, mostly, or another; none that is empty."""
    whole = [index for index, part in enumerate(parts) if part]
    return [whole[0] if rng.random() < 0.7 else rng.choice(whole)] if whole else []


CHANGES = (
    _flip, _flip, _cut, _insert, _add_part, _drop_part, _swap, _graft,
    _change_json, _change_json, _change_json, _change_msgpack, _change_msgpack, _change_msgpack,
)  # fmt: skip
