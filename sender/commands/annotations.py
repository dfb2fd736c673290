"""What the annotation of a parameter says of its values."""

import enum
import inspect
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from camwire.commands import CommandError
from camwire.errors import UsageError

SIMPLE = {str: "text", int: "integer", float: "number", bool: "boolean"}

Convert: TypeAlias = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Range:
    """What a number may be: `Annotated[int, Range(0, 180, unit="°")]`."""

    least: int | float | None = None
    most: int | float | None = None
    unit: str = ""
    step: int | float | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """What an annotation says of a parameter. `convert` makes what the function wants of a checked value."""

    kind: str
    choices: tuple[str, ...] = ()
    range: Range = Range()
    convert: Convert | None = None


def shape_of(what: str, annotation: Any) -> Shape:
    """Read an annotation. `what` names the parameter in a sentence: "`pan` of move". Raises UsageError."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        shape = shape_of(what, inner[0])
        ranges = [each for each in inner[1:] if isinstance(each, Range)]
        return Shape(shape.kind, shape.choices, ranges[-1], shape.convert) if ranges else shape
    if origin in (Union, types.UnionType):
        others = [each for each in inner if each is not type(None)]
        if len(others) == 1:
            return shape_of(what, others[0])
        raise UsageError(f"{what} is one of several types. Choose one, or write Any for a value of any kind.")
    if origin is Literal:
        return _literal(what, inner)
    if inspect.isclass(annotation) and issubclass(annotation, enum.Enum):
        members = {each.name: each for each in annotation}
        return Shape("choice", tuple(members), convert=members.__getitem__)
    if isinstance(annotation, type) and annotation in SIMPLE:
        return Shape(SIMPLE[annotation])
    wanted = annotation if origin is None else origin
    if wanted is Any or wanted is object:
        return Shape("json")
    if wanted in (list, dict, tuple):
        return Shape("json", convert=_fitting(what.split("`")[1], wanted))
    raise UsageError(
        f"{what} is {inspect.formatannotation(annotation)}, which cannot be typed. "
        "Use str, int, float, bool, Literal, an Enum, list, dict, or Any for a value of any kind."
    )


def _literal(what: str, values: tuple[object, ...]) -> Shape:
    by_text = {str(each): each for each in values if each is not None}
    if not all(type(each) in (str, int) for each in by_text.values()):
        raise UsageError(f"{what} has choices other than text and whole numbers. Use an Enum.")
    return Shape("choice", tuple(by_text), convert=by_text.__getitem__)


def _fitting(name: str, wanted: type) -> Convert:
    """A check that a value of any kind is a `wanted`; lists and tuples stand for one another."""

    def convert(value: object) -> object:
        if isinstance(value, list | tuple) and wanted in (list, tuple):
            return wanted(value)
        if not isinstance(value, wanted):
            raise CommandError(f"{name} is a {wanted.__name__}; a {type(value).__name__} is none.")
        return value

    return convert
