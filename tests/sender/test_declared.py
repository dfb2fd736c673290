"""From a typed Python function to a command."""

import enum
import functools
from collections.abc import Callable
from typing import Annotated, Any, Literal, Optional

import pytest

from camwire import commands, limits
from camwire.commands import CommandError, Parameter, checked, parse, usage
from camwire.errors import UsageError
from sender.commands.call import Call, Cancelled
from sender.commands.declared import RESERVED, Declared, DeclaredCommands, Range, declare


class Light(enum.Enum):
    AUTO = 1
    TORCH = "t"


def refusal(function: Callable[..., object], **more: Any) -> str:
    with pytest.raises(UsageError) as caught:
        declare(function, **more)
    return str(caught.value)


def ran(declared: Declared, line: str, call: Call | None = None) -> object:
    """What the function returns for a typed line."""
    typed = parse(line, [declared.command])
    return declared.run(checked(declared.command, typed.arguments), call or Call())


def test_that_a_signature_becomes_a_command() -> None:
    def move_head(pan: float, tilt: int = 0, is_slow: bool = False) -> str:
        """Turn the head.

        Not a word of this.
        """
        return f"{pan} {tilt} {is_slow}"

    declared = declare(move_head, dangerous=True)
    assert usage(declared.command) == "/move-head <pan> [tilt=0] [is_slow=off]"
    assert declared.command.help == "Turn the head."
    assert declared.command.is_dangerous
    assert ran(declared, "/move-head 3 is_slow=on") == "3.0 0 True"


def test_that_ranges_come_from_annotations_and_from_the_declaration() -> None:
    def move(pan: Annotated[int, Range(0, 180, unit="°", step=1)], tilt: float = 0, zoom: float = 1) -> None: ...

    pan, tilt, zoom = declare(move, tilt=Range(-90, unit="°"), zoom=(1, 8)).command.parameters
    assert pan == Parameter("pan", "integer", is_required=True, least=0, most=180, unit="°", step=1)
    assert (tilt.least, tilt.most, tilt.unit, tilt.default) == (-90, None, "°", 0.0)
    assert (zoom.least, zoom.most) == (1, 8)


def test_that_choices_become_what_the_function_wants() -> None:
    def light(
        lamp: Light, mode: Literal["on", "off"] = "on", steps: Literal[1, 2] = 2, last: Light = Light.TORCH
    ) -> tuple[object, ...]:
        return lamp, mode, steps, last

    declared = declare(light)
    assert [each.choices for each in declared.command.parameters] == [
        ("AUTO", "TORCH"),
        ("on", "off"),
        ("1", "2"),
        ("AUTO", "TORCH"),
    ]
    assert ran(declared, "/light auto off 1") == (Light.AUTO, "off", 1, Light.TORCH)
    assert declared.run(checked(declared.command, {"lamp": "TORCH", "steps": 1}), Call()) == (
        Light.TORCH,
        "on",
        1,
        Light.TORCH,
    )


def test_that_what_may_be_none_may_be_left_out() -> None:
    def go(
        to: str | None = None,
        at: Optional[int] = None,  # noqa: UP045
        how: Light | None = None,
    ) -> tuple[object, ...]:
        return to, at, how

    declared = declare(go)
    assert usage(declared.command) == "/go [to] [at] [how]"
    assert ran(declared, "/go at=5") == (None, 5, None)


def test_that_values_of_any_kind_are_taken() -> None:
    def show(points: list[int], more: dict[str, Any], anything: Any = None, pair: tuple[int, ...] = (1, 2)) -> object:
        return points, more, anything, pair

    declared = declare(show)
    assert {each.kind for each in declared.command.parameters} == {"json"}
    assert ran(declared, '/show [1, 2] {"a": 1} x') == ([1, 2], {"a": 1}, "x", (1, 2))
    with pytest.raises(CommandError, match="more is a dict; a int is none"):
        ran(declared, "/show [1, 2] 5")


def test_that_words_are_the_rest_of_the_line() -> None:
    def say(volume: int, *words: str) -> tuple[object, ...]:
        return volume, words

    declared = declare(say)
    assert usage(declared.command) == "/say <volume> [words…]"
    assert ran(declared, "/say 5 it's  all well") == (5, ("it's", "all", "well"))
    assert ran(declared, "/say 5") == (5, ())


def test_that_a_last_text_takes_the_rest_of_the_line() -> None:
    def rename(name: str) -> str:
        return name

    def tag(text: str, *, size: int = 1) -> str:
        return text * size

    assert ran(declare(rename), "/rename front door") == "front door"
    assert ran(declare(tag), "/tag ab size=2") == "abab"


def test_that_a_call_is_handed_in_and_is_no_argument() -> None:
    def scan(call: Call, depth: int = 1) -> tuple[object, ...]:
        return call.viewer, depth

    declared = declare(scan)
    assert declared.context_parameter == "call"
    assert usage(declared.command) == "/scan [depth=1]"
    assert ran(declared, "/scan", Call("desk")) == ("desk", 1)


def test_that_parameters_by_position_only_and_by_name_only_are_given_so() -> None:
    def mix(a: int, /, b: int, *, c: int = 3) -> tuple[int, ...]:
        return a, b, c

    assert ran(declare(mix), "/mix 1 2") == (1, 2, 3)


def test_that_annotations_in_quotes_are_read() -> None:
    def go(to: "int", call: "Call") -> None: ...

    declared = declare(go)
    assert declared.command.parameters[0].kind == "integer"
    assert declared.context_parameter == "call"


class Servo:
    def __init__(self) -> None:
        self.angle = 0

    def turn(self, angle: int) -> int:
        """Turn it."""
        self.angle = angle
        return angle

    async def __call__(self, angle: int) -> None:
        """Call it."""


def test_that_methods_and_partial_functions_and_callable_things_are_declared() -> None:
    servo = Servo()
    assert ran(declare(servo.turn), "/turn 5") == servo.angle == 5
    half = declare(functools.partial(servo.turn, angle=7), name="half")
    assert (ran(half, "/half"), half.command.help) == (7, "Turn it.")
    assert declare(servo, name="servo").is_async
    assert not half.is_async


@pytest.mark.parametrize(
    "docstring",
    [
        "Move it.\n\n:param pan: where to,\n    in degrees\n:param int tilt: up\n:returns: nothing",
        "Move it.\n:param pan: where to, in degrees\n:param tilt: up",
        "Move it.\n\nArgs:\n    pan (float): where to,\n      in degrees\n    tilt: up\n\nReturns:\n    nothing",
        "Move it.\npan: where to, in degrees\ntilt: up",
    ],
)
def test_that_the_docstring_is_the_help(docstring: str) -> None:
    def move(pan: float, tilt: float = 0) -> None: ...

    move.__doc__ = docstring
    command = declare(move).command
    assert command.help == "Move it."
    assert [each.help for each in command.parameters] == ["where to, in degrees", "up"]


def test_that_a_long_help_is_cut() -> None:
    def move() -> None: ...

    move.__doc__ = "x" * 600
    assert len(declare(move).command.help) == commands.HELP_CHARACTERS


def test_that_a_type_must_be_said() -> None:
    def look_at(pan) -> None: ...  # type: ignore[no-untyped-def]

    assert refusal(look_at) == "Say what type `pan` is: def look_at(pan: float)"


def one(annotation: object, default: object = None, has_default: bool = False) -> Callable[..., object]:
    def go(it: Any = default) -> None: ...

    if not has_default:
        go.__defaults__ = ()
    go.__annotations__["it"] = annotation
    return go


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        (one(bytes), "`it` of go is bytes, which cannot be typed. Use str, int"),
        (one(set[int]), "which cannot be typed"),
        (one([int]), "which cannot be typed"),
        (one(int | str), "`it` of go is one of several types"),
        (one(Literal[True, 1.5]), "`it` of go has choices other than text and whole numbers"),
        (one("Nowhere"), "The types of go cannot be read: name 'Nowhere' is not defined"),
        (one(Annotated[int, Range(1, 5)], 6, True), "its default does not fit (it goes from 1 to 5)"),
        (one(int, "6", True), "its default does not fit (it is a whole number; “6” is none)"),
        (one(Light, "DARK", True), "its default does not fit"),
        (one(Any, {1, 2}, True), "`it` of go cannot be declared: the default of it does not fit"),
        (one(Annotated[int, Range(5, 1)]), "the range of it ends before it begins"),
        (one(Annotated[int, Range(0.5, 1)]), "is not made of whole numbers"),
        (one(Annotated[str, Range(0, 1)]), "it is no number: it has no range"),
        (one(enum.Enum("Empty", [])), "the choices of it are missing"),
        (one(Literal[tuple(range(101))]), "/go cannot be declared"),
    ],
)
def test_that_what_cannot_be_declared_is_refused_with_the_reason(function: Callable[..., object], reason: str) -> None:
    assert reason in refusal(function)


def test_that_signatures_a_viewer_cannot_type_are_refused() -> None:
    def anything(**more: int) -> None: ...
    def numbers(*many: int) -> None: ...
    def shout(Loud: int) -> None: ...
    def twice(a: Call, b: Call) -> None: ...
    def count() -> Any:
        yield 1

    assert refusal(anything) == "anything takes **more. A viewer must know the names: write them out."
    assert "*many of numbers is the rest of a line: write *many: str" in refusal(numbers)
    assert "`Loud` of shout is no name to type" in refusal(shout)
    assert refusal(twice) == "twice takes the Call twice: a and b. Once is enough."
    assert refusal(count).startswith("count yields.")
    assert refusal(one(int), pan=(0, 1)) == "go has no parameter pan to limit."
    assert "21" not in refusal(eval("lambda " + ", ".join(f"p{each}=1" for each in range(21)) + ": 0"), name="many"), (
        "a type must be said first"
    )


@pytest.mark.parametrize("name", ["", "Go", "go!", "a" * 41, "2go", "go_there", "gö"])
def test_that_a_name_can_be_typed(name: str) -> None:
    assert "is no name for a command" in refusal(one(int), name=name)


def test_that_a_lambda_needs_a_name() -> None:
    assert "Write @camera.command(name=…)" in refusal(lambda: 5)
    assert ran(declare(lambda: 5, name="five"), "/five") == 5


def test_that_only_functions_are_declared() -> None:
    assert refusal("go") == "'go' is no function. Write @camera.command above one."  # type: ignore[arg-type]


def test_that_names_are_taken_once() -> None:
    all_of_them = DeclaredCommands()
    all_of_them.add(declare(one(int)))
    with pytest.raises(UsageError, match="There are two commands /go"):
        all_of_them.add(declare(one(str)))
    found = all_of_them.find("go")
    assert found is not None
    assert found.command.parameters[0].kind == "integer"
    assert all_of_them.find("stop") is None


def test_that_what_every_camera_answers_is_reserved() -> None:
    all_of_them = DeclaredCommands()
    for name in sorted(RESERVED, reverse=True):
        with pytest.raises(UsageError, match=f"Every camera has /{name} already"):
            all_of_them.add(declare(one(int), name))
        all_of_them.add(declare(one(int), name), is_built_in=True)
    assert [each.name for each in all_of_them.commands] == sorted(RESERVED)


def test_that_there_is_an_end_to_commands() -> None:
    all_of_them = DeclaredCommands()
    for each in range(limits.COMMANDS):
        all_of_them.add(declare(one(int), f"go{each}"))
    with pytest.raises(UsageError, match="A camera can have 200 commands"):
        all_of_them.add(declare(one(int)))
    assert len(commands.announced(all_of_them.commands)) == limits.COMMANDS


def test_that_a_call_tells_progress_within_bounds() -> None:
    told: list[tuple[float, str]] = []
    call = Call("desk")
    call.progress(0.5)
    call.listener = lambda *news: told.append(news)
    for fraction in (0, 0.5, 7, -3, float("nan")):
        call.progress(fraction, "x")
    assert told == [(0.0, "x"), (0.5, "x"), (1.0, "x"), (-1.0, "x"), (-1.0, "x")]


def test_that_a_cancelled_call_says_so() -> None:
    call = Call()
    call.check()
    call.cancel()
    assert call.is_cancelled
    with pytest.raises(Cancelled):
        call.check()
