"""Reads `docs/protocol.md`: the kinds it describes, their fields and examples, the state tables, the limits."""

import builtins
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect

from camwire.messages import Message
from camwire.peer import PeerState, Transitions

PAGE = Path(__file__).parent.parent.parent / "docs" / "protocol.md"
ROW = re.compile(r"^\|(.+)\|$")
PATTERNS = {
    r"^[0-9a-f]{64}\Z": "64 hexadecimal digits (0-9, a-f)",
    r"^[a-z][a-z0-9_-]{0,39}\Z": "word",
}


@dataclass(frozen=True)
class Section:
    """One message kind as the page describes it."""

    kind: str
    fields: list[list[str]]
    examples: list[tuple[dict[str, Any], list[bytes]]]


def text() -> str:
    """The whole page."""
    return PAGE.read_text(encoding="utf-8")


def sections() -> dict[str, Section]:
    """Every `### \\`kind\\`` section, by kind."""
    found = re.findall(r"^### `([a-z-]+)`.*?\n(.*?)(?=^##|\Z)", text(), re.M | re.S)
    return {kind: Section(kind, rows(body), _examples(body)) for kind, body in found}


def table(heading: str) -> list[list[str]]:
    """The rows of the table under `heading`, without its head."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text(), re.M | re.S)
    assert found, f"no heading “{heading}”"
    return rows(found[1])


def hex_blocks(heading: str) -> list[list[bytes]]:
    """The parts in each hex block under `heading`, but for blocks that leave something out."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text(), re.M | re.S)
    assert found, f"no heading “{heading}”"
    return [_parts(block) for block in re.findall(r"```hex\n(.*?)```", found[1], re.S) if "…" not in block]


def rows(body: str) -> list[list[str]]:
    """The cells of the first table in `body`, without its head and without backticks."""
    lines = [match[1] for line in body.splitlines() if (match := ROW.match(line))]
    return [[cell.strip().strip("`") for cell in line.split("|")] for line in lines[2:]]


def fields_of(struct: type[msgspec.Struct]) -> list[list[str]]:
    """Name, type, and default of each field as the page must state them."""
    kind = inspect.type_info(struct)
    assert isinstance(kind, inspect.StructType)
    return [[field.encode_name, type_name(field.type), _default(field)] for field in kind.fields]


def type_name(kind: inspect.Type) -> str:
    """A type with its limits, in words for people of any language."""
    match kind:
        case inspect.StrType(pattern=pattern) if pattern:
            return PATTERNS[pattern]
        case inspect.AnyType() | inspect.CustomType(cls=builtins.object):
            return "anything"
        case inspect.UnionType(types=types) if inspect.NoneType() in types:
            rest = [each for each in types if each != inspect.NoneType()]
            return f"{type_name(inspect.UnionType(tuple(rest)) if len(rest) > 1 else rest[0])}, or null"
        case inspect.UnionType(types=(inspect.IntType(), inspect.FloatType())):
            return "number"
        case inspect.UnionType(types=(inspect.BoolType(), inspect.IntType(), inspect.FloatType(), inspect.StrType())):
            return "boolean, number or text"
        case inspect.DictType(key_type=key, value_type=value, max_length=longest):
            return f"map of at most {longest}: {type_name(key)}, to {type_name(value)}"
        case inspect.StructType():
            return f"{_title(kind)} map"
        case inspect.StrType(min_length=shortest, max_length=longest) if shortest:
            return f"text, {shortest} … {longest} characters"
        case inspect.StrType(max_length=longest):
            return f"text, at most {longest} characters" if longest else "text"
        case inspect.IntType(ge=least, le=most):
            return f"integer {number(least)} … {number(most)}"
        case inspect.FloatType(ge=least, le=most):
            return f"number {number(least)} … {number(most)}"
        case inspect.BoolType():
            return "boolean"
        case inspect.TupleType(item_types=items):
            return f"array of {len(items)} integers"
        case (
            inspect.ListType(item_type=inspect.StructType() as item, max_length=longest)
            | inspect.VarTupleType(item_type=inspect.StructType() as item, max_length=longest)
        ):
            return f"array of at most {longest} {_title(item)} maps"
        case inspect.ListType(item_type=inspect.RawType()):
            return "array of anything"
        case (
            inspect.ListType(item_type=item, max_length=longest)
            | inspect.VarTupleType(item_type=item, max_length=longest)
        ):
            return f"array of at most {longest}: {type_name(item)}"
    raise AssertionError(f"the page has no words for {kind}")


def _title(kind: inspect.StructType) -> str:
    return kind.cls.__name__.lower().removesuffix("offer").removesuffix("row")


def number(value: float | None) -> str:
    """A limit as the page writes it."""
    if value is not None and abs(value) == 2**62:
        return "2^62" if value > 0 else "-2^62"
    return f"{value:g}" if isinstance(value, float) else str(value)


def transitions_of(heading: str, kinds: dict[str, type[Message]]) -> Transitions:
    """The state table under `heading`, as the code has it."""
    found = {}
    for kind, *cells in table(heading):
        for state, cell in zip((PeerState.GREETING, PeerState.OPEN), cells, strict=False):
            if cell.split(":")[0] != "error":
                found[state, kinds[kind]] = PeerState[cell.split(":")[0].upper()]
    return found


def _default(field: inspect.Field) -> str:
    if field.required:
        return "required"
    default = field.default_factory() if field.default is inspect.NODEFAULT else field.default
    return json.dumps(default)


def _examples(body: str) -> list[tuple[dict[str, Any], list[bytes]]]:
    found = re.findall(r"```json\n(.*?)```\s+```hex\n(.*?)```", body, re.S)
    return [(json.loads(stated), _parts(hexes)) for stated, hexes in found]


def _parts(block: str) -> list[bytes]:
    return [bytes.fromhex(part) for part in re.split(r"\n\n", block)]
