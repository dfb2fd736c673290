"""Commands on the wire, as a typed line, and as values by name."""

import contextlib
import json
import math
import time
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camwire import commands, limits
from camwire.commands import Call, Command, CommandError, Parameter, checked, parse, quoted, usage, written
from camwire.errors import UsageError, WireError

MOVE = Command(
    "move",
    "Turn the head.\nSlowly.",
    (
        Parameter("pan", "number", is_required=True, least=0, most=180, unit="°"),
        Parameter("tilt", "integer", default=0, least=-90, most=90, step=5),
        Parameter("mode", "choice", default="auto", choices=("auto", "Manual", "off")),
        Parameter("note", takes_rest=True, default=""),
    ),
)
EXPOSE = Command(
    "expose",
    "",
    (
        Parameter("exposure", "integer", is_required=True, least=29, most=66_666, unit="µs"),
        Parameter("keep", "boolean", default=False),
        Parameter("more", "json"),
        Parameter("tag"),
    ),
)
STATUS = Command("status", "How it is.")
REBOOT = Command("re-boot", is_dangerous=True)
ALL = (MOVE, EXPOSE, STATUS, REBOOT)


def given_in(line: str) -> dict[str, object]:
    return parse(line, ALL).arguments


def wrong(line: str) -> tuple[str, str]:
    """The sentence, and the part of the line it is about."""
    with pytest.raises(CommandError) as caught:
        parse(line, ALL)
    return str(caught.value), line[caught.value.start : caught.value.end]


@pytest.mark.parametrize(
    ("line", "arguments"),
    [
        ("/move 10", {"pan": 10.0}),
        ("/MOVE  10   -5 ", {"pan": 10.0, "tilt": -5}),
        ("/move pan=10 tilt=-5", {"pan": 10.0, "tilt": -5}),
        ("/move tilt=-5 10", {"tilt": -5, "pan": 10.0}),
        ("/move 10 mode=off 5", {"pan": 10.0, "mode": "off", "tilt": 5}),
        ("/move 10° 5 manual it's  fine ", {"pan": 10.0, "tilt": 5, "mode": "Manual", "note": "it's  fine"}),
        ("/move 1 note= a=b c", {"pan": 1.0, "note": "a=b c"}),
        ('/move 1 note="a \\"b\\""', {"pan": 1.0, "note": 'a "b"'}),
        ('/move 1 note="a" and "b"', {"pan": 1.0, "note": '"a" and "b"'}),
        ("/expose 99µs yes", {"exposure": 99, "keep": True}),
        ("/expose 0x63 FALSE", {"exposure": 99, "keep": False}),
        ('/expose 99 more={"a": [1, "b c"]} on', {"exposure": 99, "more": {"a": [1, "b c"]}, "keep": True}),
        ('/expose 99 on "a b" x', {"exposure": 99, "keep": True, "more": "a b", "tag": "x"}),
        ("/expose 99 on '5' x", {"exposure": 99, "keep": True, "more": "5", "tag": "x"}),
        ("/expose 99 on 5 'a b'", {"exposure": 99, "keep": True, "more": 5, "tag": "a b"}),
        ("/expose 99 on auto 'tag=1'", {"exposure": 99, "keep": True, "more": "auto", "tag": "tag=1"}),
        ("/expose 99 on null C:\\temp\\", {"exposure": 99, "keep": True, "more": None, "tag": "C:\\temp\\"}),
        ("/re_boot", {}),
        ("/status\n", {}),
    ],
)
def test_that_a_line_is_read(line: str, arguments: dict[str, object]) -> None:
    assert given_in(line) == arguments


@pytest.mark.parametrize(
    ("line", "sentence", "word"),
    [
        ("/stats", "There is no command /stats. Did you mean /status?", "/stats"),
        ("/xyz 1", "There is no command /xyz. /help shows what there is.", "/xyz"),
        ("/", "Write the name of a command after the /, such as /move.", "/"),
        ("move 1", "A command begins with /.", "move"),
        ("/move", "pan is missing: /move <pan> [tilt=0] [mode=auto] [note…]", ""),
        ("/move fast", "pan is a number; “fast” is none.", "fast"),
        ("/move nan", "pan is a number; “nan” is none.", "nan"),
        ("/move pan=181", "pan goes from 0 to 180°.", "pan=181"),
        ("/move 1 2.5", "tilt is a whole number; “2.5” is none.", "2.5"),
        ("/move 1 7", "tilt goes in steps of 5: 5 or 10.", "7"),
        ("/move 1 0 fast", "mode is one of auto, Manual and off; “fast” is none of them.", "fast"),
        ("/move pan=1 pan=2", "pan is given twice.", "pan=2"),
        ("/move pann=3", "/move has no argument pann. Did you mean pan?", "pann=3"),
        ("/expose 5", "exposure goes from 29 to 66,666 µs.", "5"),
        ("/expose 99 maybe", "keep is on or off; “maybe” is neither.", "maybe"),
        ("/expose 99 tag='a b", "The quote is not closed.", "tag='a b"),
        ("/expose 99 tag='a'b", "Leave a blank after it.", "tag='a'"),
        ("/expose 99 more=[1", 'more is not complete. Write JSON, such as [1, 2], {"a": 1} or "text".', "more=[1"),
        ("/status now", "/status takes no arguments.", "now"),
        ("/status a=1", "/status has no argument a. Write /status", "a=1"),
    ],
)
def test_that_what_is_wrong_is_said_and_shown(line: str, sentence: str, word: str) -> None:
    assert wrong(line) == (sentence, word)


def test_that_one_word_too_many_is_named() -> None:
    sentence, word = wrong("/expose 99 on 1 a b")
    assert sentence.startswith("/expose takes no more than 4 arguments: /expose <exposure>")
    assert word == "b"


def test_that_what_is_missing_is_missing_at_the_end() -> None:
    with pytest.raises(CommandError) as caught:
        parse("/move tilt=5", ALL)
    assert (caught.value.start, caught.value.end) == (12, 12)


def test_that_a_camera_without_commands_says_so() -> None:
    with pytest.raises(CommandError, match="This camera has no commands"):
        parse("/help", ())


def test_that_a_long_word_is_cut_in_the_sentence() -> None:
    assert len(wrong(f"/move {'x' * 10_000}")[0]) < 80
    assert len(wrong(f"/{'x' * 10_000}")[0]) < 100


@settings(deadline=None, max_examples=300)
@given(line=st.text() | st.from_regex(r"/(move|expose|status)[ a-z0-9=\"'\\{\[\]},:-]*", fullmatch=True))
def test_that_any_line_is_read_or_refused_with_its_place(line: str) -> None:
    try:
        call = parse(line, ALL)
        place = (0, 0)
        checked(call.command, call.arguments)
    except CommandError as error:
        place = (error.start, error.end)
    assert 0 <= place[0] <= place[1] <= len(line)


@pytest.mark.alone
@pytest.mark.parametrize("piece", ['"', "\\", '"\\', "[", '{"a":', "a=", "pan=1 ", "' ", "9"])
def test_that_no_line_takes_long(piece: str) -> None:
    for start in ("/move ", "/expose 99 more=", "/expose 99 tag=", "/move 1 note="):
        began = time.perf_counter()
        with contextlib.suppress(CommandError):
            parse(start + piece * (limits.TEXT_CHARACTERS // len(piece)), ALL)
        assert time.perf_counter() - began < 1.0


def texts(**more: Any) -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=["Cs"]), **more)


any_json = st.recursive(
    st.booleans() | st.integers(-(10**20), 10**20) | st.floats(allow_nan=False) | texts(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def any_call(draw: st.DrawFn) -> Call:
    """A command of any parameters, and arguments that fit."""
    parameters, arguments = [], {}
    count = draw(st.integers(0, 5))
    for place in range(count):
        kind = draw(st.sampled_from(["text", "integer", "number", "boolean", "choice", "json"]))
        choices = tuple(draw(st.lists(texts(min_size=1, max_size=5).filter(is_line), min_size=1, unique=True)))
        takes_rest = kind == "text" and place == count - 1 and draw(st.booleans())
        is_required = draw(st.booleans())
        unit = draw(st.sampled_from(["", "°", "ms"]))
        name = f"{draw(st.sampled_from('abc'))}_{place}"
        parameters.append(
            Parameter(
                name,
                kind,
                is_required=is_required,
                unit=unit,
                choices=choices if kind == "choice" else (),
                takes_rest=takes_rest,
            )
        )
        values: dict[str, st.SearchStrategy[object]] = {
            "text": texts(),
            "integer": st.integers(),
            "number": st.floats(allow_nan=False, allow_infinity=False),
            "boolean": st.booleans(),
            "choice": st.sampled_from(choices),
            "json": any_json,
        }
        if is_required or draw(st.booleans()):
            arguments[name] = draw(values[kind])
    return Call(Command("do-it", "", tuple(parameters)), arguments)


def is_line(text: str) -> bool:
    return text == text.strip() and len(text.splitlines()) == 1


@settings(deadline=None, max_examples=300)
@given(call=any_call())
def test_that_a_written_line_is_read_as_what_was_written(call: Call) -> None:
    assert parse(written(call.command, call.arguments), [call.command]) == call


@settings(deadline=None, max_examples=200)
@given(call=any_call())
def test_that_the_usage_names_each_argument_on_one_line(call: Call) -> None:
    parts = commands.usage_parts(call.command)
    assert usage(call.command) == " ".join(parts)
    assert "\n" not in usage(call.command)
    for part, parameter in zip(parts[1:], call.command.parameters, strict=True):
        assert part.strip("<[]>…").partition("=")[0] == parameter.name
        assert part.startswith("<") == parameter.is_required


@settings(deadline=None, max_examples=200)
@given(call=any_call())
def test_that_what_fits_is_kept_and_checked_twice_alike(call: Call) -> None:
    values = checked(call.command, call.arguments)
    assert list(values) == [each.name for each in call.command.parameters]
    assert checked(call.command, values) == values
    assert {name: values[name] for name in call.arguments} == call.arguments


@settings(deadline=None, max_examples=200)
@given(call=any_call())
def test_that_a_command_comes_back_as_it_went(call: Call) -> None:
    raws = commands.announced([call.command])
    assert commands.received(raws) == (call.command,)


@settings(deadline=None)
@given(text=texts())
def test_that_a_quoted_text_is_one_word(text: str) -> None:
    assert parse(f"/expose 99 tag={quoted(text)} on", [EXPOSE]).arguments["tag"] == text


def test_that_a_written_line_looks_as_a_person_would_type_it() -> None:
    values = {"pan": 10.0, "tilt": -5, "mode": "auto", "note": "all is well"}
    assert written(MOVE, values) == "/move 10 tilt=-5 mode=auto note=all is well"
    assert written(EXPOSE, {"exposure": 99, "tag": "a b"}) == '/expose 99 tag="a b"'


def test_that_what_json_cannot_say_is_written_all_the_same() -> None:
    ring: list[object] = []
    ring.append(ring)
    for value in (ring, {(1, 2): 3}, {1, 2}, object()):
        assert written(EXPOSE, {"exposure": 99, "more": value}).startswith("/expose 99 more=")


def test_that_defaults_are_filled_in() -> None:
    assert checked(MOVE, {"pan": 1}) == {"pan": 1.0, "tilt": 0, "mode": "auto", "note": ""}
    assert checked(EXPOSE, {"exposure": 99}) == {"exposure": 99, "keep": False, "more": None, "tag": None}


def test_that_a_default_is_nobodys_to_change() -> None:
    command = Command("go", "", (Parameter("way", "json", default=[1]),))
    way = checked(command, {})["way"]
    assert isinstance(way, list)
    way.append(2)
    assert checked(command, {}) == {"way": [1]}


def test_that_an_integer_will_do_for_a_number_and_becomes_one() -> None:
    pan = checked(MOVE, {"pan": 10})["pan"]
    assert type(pan) is float


def test_that_none_is_taken_where_it_is_the_default() -> None:
    assert checked(EXPOSE, {"exposure": 99, "tag": None})["tag"] is None
    with pytest.raises(CommandError, match="keep is on or off; “None” is neither"):
        checked(EXPOSE, {"exposure": 99, "keep": None})


def test_that_a_number_stands_for_a_choice_written_alike() -> None:
    command = Command("zoom", "", (Parameter("by", "choice", choices=("1", "2")),))
    assert checked(command, {"by": 2}) == {"by": "2"}
    with pytest.raises(CommandError, match="by is 1 or 2; “True” is neither"):
        checked(command, {"by": True})


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("exposure", True, "exposure is a whole number; “True” is none."),
        ("exposure", 99.0, "exposure is a whole number; “99.0” is none."),
        ("exposure", "99", "exposure is a whole number; “99” is none."),
        ("exposure", [99], "exposure is a whole number; a list is none."),
        pytest.param("exposure", 10**5000, "exposure goes from 29 to 66,666 µs.", id="large"),
        ("keep", 1, "keep is on or off; “1” is neither."),
        ("keep", "on", "keep is on or off; “on” is neither."),
        ("tag", b"x", "tag is text; a bytes is none."),
        pytest.param("tag", 10**5000, "tag is text; a number of that size is none.", id="large-text"),
        ("keeps", 1, "/expose has no argument keeps. Did you mean keep?"),
        (5, 1, "/expose has no argument “5”. Write /expose"),
    ],
)
def test_that_a_value_that_does_not_fit_is_refused(name: Any, value: object, sentence: str) -> None:
    with pytest.raises(CommandError) as caught:
        checked(EXPOSE, {"exposure": 99, name: value})
    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize("value", [math.nan, math.inf, pytest.param(10**400, id="large"), True, "1", None])
def test_that_a_number_is_a_number(value: object) -> None:
    with pytest.raises(CommandError, match="pan is a number"):
        checked(MOVE, {"pan": value})


@pytest.mark.parametrize("arguments", [None, 5, "pan", [("pan", 1)]])
def test_that_arguments_come_by_name(arguments: object) -> None:
    with pytest.raises(CommandError, match="/move takes its arguments by name"):
        checked(MOVE, arguments)


def test_that_a_missing_value_is_named() -> None:
    with pytest.raises(CommandError, match="pan is missing"):
        checked(MOVE, {"tilt": 0})


@pytest.mark.parametrize(("value", "is_fine"), [(0.3, True), (0.7, True), (0.35, False), (-0.1, True)])
def test_that_steps_of_a_number_allow_for_rounding(value: float, is_fine: bool) -> None:
    parameter = Parameter("gain", "number", step=0.1)
    if is_fine:
        assert commands.checked_value(parameter, value) == value
    else:
        with pytest.raises(CommandError, match="gain goes in steps"):
            commands.checked_value(parameter, value)


def test_that_steps_end_at_the_most() -> None:
    with pytest.raises(CommandError, match=r"size goes in steps of 4: 9\."):
        commands.checked_value(Parameter("size", "integer", least=1, most=10, step=4), 10)


@settings(deadline=None)
@given(
    value=st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.lists(st.integers()),
    parameter=st.sampled_from(MOVE.parameters + EXPOSE.parameters),
)
def test_that_any_value_fits_or_is_refused(value: object, parameter: Parameter) -> None:
    with contextlib.suppress(CommandError):
        commands.checked_value(parameter, value)


@pytest.mark.parametrize(
    ("parameter", "words"),
    [
        (Parameter("a", "integer"), "whole number"),
        (Parameter("a", "number", unit="ms"), "number (ms)"),
        (Parameter("a", "number", least=0.5, unit="ms"), "at least 0.5 ms"),
        (Parameter("a", "integer", most=10_000, step=1), "at most 10,000"),
        (Parameter("a", "boolean"), "on or off"),
        (Parameter("a", "json"), "any value"),
        (Parameter("a", "choice", choices=("x",)), "x"),
        (Parameter("a", "choice", choices=tuple(f"c{each}" for each in range(100))), "c19 or 80 more"),
    ],
)
def test_that_what_is_expected_is_said_in_a_few_words(parameter: Parameter, words: str) -> None:
    assert commands.expected(parameter).endswith(words)


def test_that_the_title_is_the_first_line_of_the_help() -> None:
    assert MOVE.title == "Turn the head."


def raw(**fields: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(fields))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"name": "Move"},
        {"name": "move\n"},
        {"name": ""},
        {"name": "a" * 41},
        {"name": 5},
        {"name": "a", "help": "x" * 501},
        {"name": "a", "parameters": [{"name": "p"}] * 21},
        {"name": "a", "parameters": [{"name": "p"}, {"name": "p"}]},
        {"name": "a", "parameters": [{"name": "p-q"}, {"name": "p_q"}]},
        {"name": "a", "parameters": [{"name": "p", "takes_rest": True}, {"name": "q"}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "integer", "takes_rest": True}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "integer", "least": 2, "most": 1}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "integer", "least": 0.5}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "integer", "step": 0}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "number", "most": math.nan}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "number", "most": True}]},
        {"name": "a", "parameters": [{"name": "p", "least": 1}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "choice"}]},
        {"name": "a", "parameters": [{"name": "p", "choices": ["x"]}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "choice", "choices": ["x", "x"]}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "choice", "choices": ["x\ny"]}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "choice", "choices": ["x" * 81]}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "choice", "choices": [str(n) for n in range(101)]}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "integer", "default": "x"}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "integer", "most": 5, "default": 6}]},
        {"name": "a", "parameters": [{"name": "p", "kind": "json", "default": b"x"}]},
        {"name": "a", "parameters": [{"name": "p", "unit": "x" * 21}]},
    ],
)
def test_that_a_command_that_cannot_be_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(WireError):
        commands.received([raw(**fields)])


def test_that_a_value_nested_without_end_is_refused() -> None:
    deep = b"\x82\xa4name\xa1a\xaaparameters\x91\x82\xa4name\xa1p\xa7default" + b"\x91" * 200_000 + b"\xc0"
    with pytest.raises(WireError):
        commands.received([msgspec.Raw(deep)])


def test_that_names_and_numbers_of_commands_are_limited() -> None:
    with pytest.raises(WireError, match="the same name"):
        commands.received([raw(name="a-b"), raw(name="a_b")])
    with pytest.raises(WireError, match="201 commands"):
        commands.received([raw(name=f"a{each}") for each in range(201)])


def test_that_a_command_with_a_kind_of_the_future_is_left_out() -> None:
    future = raw(name="paint", parameters=[{"name": "p", "kind": "colour", "default": [1, 2, 3]}], mood="blue")
    assert [each.name for each in commands.received([future, raw(name="go", speed=5)])] == ["go"]


@settings(deadline=None, max_examples=300)
@given(noise=st.binary(max_size=60))
def test_that_noise_is_a_command_or_refused(noise: bytes) -> None:
    with contextlib.suppress(WireError):
        commands.received([msgspec.Raw(noise)])


_FULL = bytes(commands.announced([MOVE])[0])


@settings(deadline=None, max_examples=500)
@given(place=st.integers(0, len(_FULL) - 1), byte=st.integers(0, 255), end=st.integers(1, len(_FULL)))
def test_that_a_damaged_command_is_usable_or_refused(place: int, byte: int, end: int) -> None:
    damaged = bytearray(_FULL)
    damaged[place] = byte
    for piece in (bytes(damaged), bytes(damaged[:end])):
        try:
            known = commands.received([msgspec.Raw(piece)])
        except WireError:
            continue
        for command in known:
            commands.usage(command)
            with contextlib.suppress(CommandError):
                parse(f"/{command.name} 1 2 3", known)
            with contextlib.suppress(CommandError):
                checked(command, {})


def test_that_what_no_viewer_would_accept_is_not_announced() -> None:
    with pytest.raises(UsageError, match="/Move cannot be declared"):
        commands.announced([Command("Move")])
    with pytest.raises(UsageError, match="201 commands; at most 200"):
        commands.announced(Command(f"a{each}") for each in range(201))
    choices = tuple("x" * 70 + str(each) for each in range(100, 200))
    large = [Command(f"a{n}", "", (Parameter("p", "choice", choices=choices),)) for n in range(60)]
    with pytest.raises(UsageError, match=r"take \d+,\d+ bytes"):
        commands.announced(large)
    with pytest.raises(UsageError, match="cannot be declared"):
        commands.announced([Command("a", "\ud800")])


def test_that_the_largest_list_of_commands_leaves_room_in_the_header() -> None:
    assert commands.COMMANDS_BYTES <= limits.HEADER_BYTES // 2


def test_that_only_what_differs_from_the_defaults_travels() -> None:
    assert msgspec.msgpack.decode(commands.announced([STATUS])[0]) == {"name": "status", "help": "How it is."}
    assert json.dumps(msgspec.msgpack.decode(commands.announced([REBOOT])[0])) == (
        '{"name": "re-boot", "is_dangerous": true}'
    )
