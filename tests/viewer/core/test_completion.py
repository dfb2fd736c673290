"""What is offered while a command is typed."""

import time
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camwire.commands import Command, CommandError, Parameter, parse
from viewer.core.talk.completion import Completion, complete

MOVE = Command(
    "move",
    "Turn the head.\nSlowly.",
    (
        Parameter("pan", "number", "Left is 0.", is_required=True, least=0, most=180, unit="°"),
        Parameter("mode", "choice", default="auto", choices=("auto", "Manual", "very slow")),
        Parameter("loud", "boolean", default=False),
        Parameter("note", default="", takes_rest=True),
    ),
)
SET = Command(
    "set",
    "Change a control.",
    (
        Parameter("control", "choice", is_required=True, choices=("exposure", "gain")),
        Parameter("value", "json", is_required=True),
    ),
)
STATUS = Command("status", "How it is.")
RESTART = Command("re-start", "Begin anew.", is_dangerous=True)
ALL = (MOVE, SET, STATUS, RESTART)


def at(text: str) -> Completion:
    """The completion of `text` with the cursor at the bar."""
    return complete(text.replace("|", ""), text.index("|"), ALL)


def offered(text: str) -> list[str]:
    return [each.label for each in at(text).suggestions]


def after(text: str, label: str) -> str:
    """The text when the suggestion is taken."""
    completion = at(text)
    taken = next(each for each in completion.suggestions if each.label == label)
    plain = text.replace("|", "")
    return plain[: completion.start] + taken.text + plain[completion.end :]


def marked(text: str) -> str:
    """The part of the hint that is marked."""
    completion = at(text)
    return completion.hint[completion.hint_start : completion.hint_end]


def wrong(text: str) -> tuple[str, str]:
    completion = at(text)
    return completion.error, text.replace("|", "")[completion.error_start : completion.error_end]


@pytest.mark.parametrize("text", ["", "hello", " /move", "go /move 1"])
def test_that_nothing_is_offered_for_what_is_no_command(text: str) -> None:
    assert complete(text, len(text), ALL) == Completion()


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("/|", ["/move", "/set", "/status", "/re-start"]),
        ("|/", ["/move", "/set", "/status", "/re-start"]),
        ("/st|", ["/status", "/re-start"]),
        ("/S|", ["/set", "/status", "/re-start"]),
        ("/re_|", ["/re-start"]),
        ("/m|ov", ["/move"]),
        ("/move 10 |", ["auto", "Manual", "very slow", "loud=", "note="]),
        ("/move 10 m|", ["Manual", "mode="]),
        ("/move 10 L|", ["Manual", "very slow", "loud="]),
        ("/move 10 'v|", ["very slow"]),
        ("/move 10 loud=on |", ["auto", "Manual", "very slow", "note="]),
        ("/move 10 loud=|", ["on", "off"]),
        ("/move 10 loud=of|", ["off"]),
        ("/move 10 lo|ud=of", []),
        ("/move | auto", []),
        ("/move | mode=auto", []),
        ("/move 10 auto on hello m|", []),
        ("/status |", []),
        ("/status x |", []),
        ("/set |", ["exposure", "gain"]),
        ("/set g|", ["gain"]),
        ("/set gain 5|", []),
    ],
)
def test_that_what_can_follow_is_offered(text: str, labels: list[str]) -> None:
    assert offered(text) == labels


@pytest.mark.parametrize(
    ("text", "label", "taken"),
    [
        ("/st|", "/status", "/status"),
        ("/mo|", "/move", "/move "),
        ("/m|o 10", "/move", "/move 10"),
        ("/move 10 v|", "very slow", '/move 10 "very slow" '),
        ('/move 10 "very s|', "very slow", '/move 10 "very slow" '),
        ("/move 10 mode=v| on", "very slow", '/move 10 mode="very slow" on'),
        ("/move 10 l|", "loud=", "/move 10 loud="),
        ("/set value=1 g|", "gain", "/set value=1 gain"),
    ],
)
def test_that_a_suggestion_fits_where_it_is_put(text: str, label: str, taken: str) -> None:
    assert after(text, label) == taken


def test_that_a_suggestion_says_what_it_is() -> None:
    assert at("/mo|").suggestions[0].help == "Turn the head."
    choices = {each.label: each.help for each in at("/move 10 |").suggestions}
    assert choices["auto"] == "if left out"
    assert choices["loud="] == "on or off"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("/mov|e", "/move"),
        ("/move |", "<pan>"),
        ("/move 1|0", "<pan>"),
        ("/move 10 |", "[mode=auto]"),
        ("/move 10 note=|", "[note…]"),
        ("/move 10 auto off hello wo|rld", "[note…]"),
        ("/move pan=1 mode=auto |", "[loud=off]"),
        ("/status |", ""),
        ("/st|", ""),
    ],
)
def test_that_the_argument_at_the_cursor_is_marked(text: str, part: str) -> None:
    assert marked(text) == part


def test_that_what_is_expected_is_said() -> None:
    assert at("/move |").expected == "pan: 0 to 180°. Left is 0."
    assert at("/move 10 |").expected == "mode: auto, Manual or very slow"
    assert at("/move |").hint == "/move <pan> [mode=auto] [loud=off] [note…]"


@pytest.mark.parametrize(
    ("text", "error", "word"),
    [
        ("/mova|", "There is no command /mova. Did you mean /move?", "/mova"),
        ("/stat x|", "There is no command /stat. Did you mean /status?", "/stat"),
        ("/move fast |", "pan is a number; “fast” is none.", "fast"),
        ("/move 200 auto| ", "pan goes from 0 to 180°.", "200"),
        ("/status now |", "/status takes no arguments.", "now"),
        # What is being typed may become right, and what is missing may come.
        ("/move fa|", "", ""),
        ("/move 10 'very|", "", ""),
        ("/move |", "", ""),
        ("/mo|", "", ""),
        ("/move|", "", ""),
    ],
)
def test_that_what_is_wrong_is_shown_once_it_is_left(text: str, error: str, word: str) -> None:
    assert wrong(text) == (error, word)


def test_that_values_in_force_are_offered() -> None:
    def offers(command: str, parameter: str, others: Mapping[str, str]) -> Iterable[tuple[str, str]]:
        if (command, parameter, others.get("control")) == ("set", "value", "gain"):
            yield "8", "in force"

    text = "/set gain "
    (suggestion,) = complete(text, len(text), ALL, offers).suggestions
    assert (suggestion.text, suggestion.label, suggestion.help) == ("8", "8", "in force")
    text = "/set exposure "
    assert complete(text, len(text), ALL, offers).suggestions == ()


def test_that_any_cursor_will_do() -> None:
    assert complete("/move", -5, ALL).suggestions == complete("/move", 0, ALL).suggestions
    assert complete("/move", 99, ALL).suggestions == complete("/move", 5, ALL).suggestions


def test_that_a_camera_without_commands_says_so() -> None:
    assert complete("/x", 2, ()).error == "This camera has no commands."


@settings(deadline=None, max_examples=300)
@given(text=st.from_regex(r"/(move|set|status|re)?[ a-z0-9=\"'\[{,.-]*", fullmatch=True) | st.text(), data=st.data())
def test_that_any_text_has_a_completion(text: str, data: st.DataObject) -> None:
    completion = complete(text, data.draw(st.integers(0, len(text))), ALL)
    assert 0 <= completion.start <= completion.end <= len(text)
    assert 0 <= completion.hint_start <= completion.hint_end <= len(completion.hint)
    assert 0 <= completion.error_start <= completion.error_end <= len(text)


@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_that_taking_suggestions_never_leads_astray(data: st.DataObject) -> None:
    text = "/"
    for _ in range(8):
        suggestions = complete(text, len(text), ALL).suggestions
        if not suggestions:
            break
        completion = complete(text, len(text), ALL)
        text = text[: completion.start] + data.draw(st.sampled_from(suggestions)).text
        text += " " if text.endswith(("note=", "value=")) or not text.endswith(("=", " ")) else ""
    try:
        parse(text, ALL)
    except CommandError as error:
        missing = (len(text), len(text))
        assert (error.start, error.end) == missing or "=" in text[error.start : error.end], text  # noqa: PT017


@pytest.mark.alone
@pytest.mark.parametrize(
    "text", ["/", "/command-1", "/command-199 ", "/command-199 c1 c2 p19=c", "/comand-2x x", "/zz"]
)
def test_that_two_hundred_commands_take_no_time(text: str) -> None:
    parameters = tuple(
        Parameter(f"p{each}", "choice", choices=tuple(f"c{n}" for n in range(100))) for each in range(20)
    )
    many = [Command(f"command-{each}", "Help.", parameters) for each in range(200)]
    best = 1.0
    for _ in range(20):
        began = time.perf_counter()
        complete(text, len(text), many)
        best = min(best, time.perf_counter() - began)
    assert best < 0.001
