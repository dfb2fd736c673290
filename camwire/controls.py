"""What can be set at a camera, as it travels: the rows of its table, and whether a value fits one.

A row is checked when it is made and when it is read. `strictly` is for values that came over the wire or from a
program: nothing is guessed, a text is no number. Every refusal says what the value may be.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, TypeAlias

import msgspec

from camwire import limits
from camwire.errors import UsageError, WireError
from camwire.settable import Settable, bounds_of, require_range
from camwire.translation import phrase, tr
from camwire.wording import numeral

TEXT_CHARACTERS = 80
UNIT_CHARACTERS = 20
CHOICES = 200
KINDS = ("integer", "number", "boolean", "choice")
# Half of part 0 of the hello is for commands, and a quarter may be streams.
TABLE_BYTES = limits.HEADER_BYTES // 8
MOST = 2**62

ControlName: TypeAlias = Annotated[str, msgspec.Meta(min_length=1, max_length=TEXT_CHARACTERS)]
# The limits keep NaN and infinities out.
Whole: TypeAlias = Annotated[int, msgspec.Meta(ge=-MOST, le=MOST)]
Real: TypeAlias = Annotated[float, msgspec.Meta(ge=float(-MOST), le=float(MOST))]
Word: TypeAlias = Annotated[str, msgspec.Meta(max_length=TEXT_CHARACTERS)]
Value: TypeAlias = bool | Whole | Real | Word
Choice: TypeAlias = Annotated[str, msgspec.Meta(min_length=1, max_length=TEXT_CHARACTERS)]


class ControlRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """One control. `kind` is integer, number, boolean or choice; a viewer leaves out a row of another kind.

    `least`, `most`, `default` and `step` are in `unit`; None is not known. `title` is for people. `fixed` is empty, or
    says in a sentence why it can be read but not set now. `ruled_by` names the control that switches this one on and
    off. `reconfigures`: the camera stops for a moment to set it. `reads_back`: its value is read from where it works,
    and not only remembered.
    """

    name: ControlName
    kind: Word
    title: Word = ""
    default: Value | None = None
    least: int | float | None = None
    most: int | float | None = None
    step: int | float | None = None
    unit: Annotated[str, msgspec.Meta(max_length=UNIT_CHARACTERS)] = ""
    choices: Annotated[tuple[Choice, ...], msgspec.Meta(max_length=CHOICES)] = ()
    fixed: Annotated[str, msgspec.Meta(max_length=limits.REASON_CHARACTERS)] = ""
    ruled_by: Word = ""
    reconfigures: bool = False
    reads_back: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for what no value could fit."""
        if any(isinstance(each, bool) or not -MOST <= each <= MOST for each in bounds_of(self)):
            raise ValueError(f"the range of {self.name} is not made of numbers")
        require_range(self)
        if self.default is not None and self.kind in KINDS:
            _check_default(self)


def strictly(control: Settable, value: object) -> Value:
    """`value`, if it is of the type of `control` and in its range. An integer will do for a number, as a float.

    Raises UsageError with the range.
    """
    match control.kind:
        case "boolean":
            if isinstance(value, bool):
                return value
        case "choice":
            if isinstance(value, str) and value in control.choices:
                return value
        case "integer":
            if isinstance(value, int) and not isinstance(value, bool) and _is_within(control, value):
                return value
        case "number":
            if isinstance(value, int | float) and not isinstance(value, bool) and _is_within(control, value):
                return float(value)
    raise UsageError(expected(control))


def expected(control: Settable, say: Callable[..., str] = tr) -> str:
    """What its value can be, as a sentence: `exposure goes from 29 to 66,666 µs.` `say` translates it."""
    name = control.name
    if control.kind == "boolean":
        return say(phrase("{name} is on or off."), name=name)
    if control.kind == "choice":
        return say(phrase("{name} is one of: {choices}."), name=name, choices=", ".join(control.choices))
    unit = f" {control.unit}" if control.unit else ""
    least, most = control.least, control.most
    if least is not None and most is not None:
        range = {"least": numeral(least), "most": f"{numeral(most)}{unit}"}
        if not control.step or control.step == 1:
            return say(phrase("{name} goes from {least} to {most}."), name=name, **range)
        step = numeral(control.step)
        return say(phrase("{name} goes from {least} to {most}, in steps of {step}."), name=name, step=step, **range)
    if least is not None:
        return say(phrase("{name} begins at {least}."), name=name, least=f"{numeral(least)}{unit}")
    if most is not None:
        return say(phrase("{name} goes up to {most}."), name=name, most=f"{numeral(most)}{unit}")
    if control.kind == "integer":
        return say(phrase("{name} takes whole numbers."), name=name)
    return say(phrase("{name} takes numbers."), name=name)


def title_of(name: str) -> str:
    """A name as a title: `white_balance` is White balance."""
    words = name.replace("_", " ").strip() or name
    return words[:1].upper() + words[1:]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(ControlRow)


def announced(rows: Iterable[ControlRow]) -> list[msgspec.Raw]:
    """What `CameraHello.controls` and `ControlState.controls` carry: as many of them, from the first, as may travel."""
    encoded, room = list[msgspec.Raw](), TABLE_BYTES
    for row in list(rows)[: limits.CONTROLS]:
        each = _ENCODER.encode(row)
        room -= len(each)
        if room < 0:
            break
        encoded.append(msgspec.Raw(each))
    return encoded


def received(announced: Sequence[msgspec.Raw]) -> tuple[ControlRow, ...]:
    """The rows that a camera told, each with a title, without those of a kind we do not know. Raises WireError."""
    if len(announced) > limits.CONTROLS:
        raise WireError(f"{len(announced)} controls; {limits.CONTROLS} are allowed")
    size = sum(len(bytes(each)) for each in announced)
    if size > TABLE_BYTES:
        raise WireError(f"a table of controls of {size:,} bytes; {TABLE_BYTES:,} are allowed")
    try:
        rows = [_DECODER.decode(each) for each in announced]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WireError(f"not a control: {error}") from error
    if len({row.name for row in rows}) < len(rows):
        raise WireError("two controls of the same name")
    return tuple(
        row if row.title else msgspec.structs.replace(row, title=title_of(row.name))
        for row in rows
        if row.kind in KINDS
    )


def _check_default(row: ControlRow) -> None:
    try:
        strictly(row, row.default)
    except UsageError as error:
        raise ValueError(f"the default of {row.name} does not fit: {error}") from None


def _is_within(control: Settable, number: float) -> bool:
    if not -MOST <= number <= MOST:
        # A NaN is not, either.
        return False
    is_low = control.least is not None and number < control.least
    return not (is_low or (control.most is not None and number > control.most))
