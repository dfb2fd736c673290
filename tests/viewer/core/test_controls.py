"""The controls of one camera as the viewer keeps them: asked for at once, confirmed or refused later."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire.controls import ControlRow, Value, expected
from camwire.messages import CameraHello, ControlAnswer, ControlChange, ControlState
from tests.support.any_controls import any_row, any_thing, fitting
from viewer.core.controls import camera_controls
from viewer.core.controls.camera_controls import (
    AWAY,
    CUT,
    FOREIGN,
    NO_ANSWER,
    NONE,
    NOT_HERE_YET,
    NOT_TOLD_YET,
    OLD,
    CameraControls,
)
from viewer.core.controls.troubles import READ_SECONDS

EXPOSURE = ControlRow("exposure", "integer", title="Exposure", least=0, most=1000, unit="µs")
LIGHT = ControlRow("light", "boolean", title="Light")
RANGE = "exposure goes from 0 to 1,000 µs."


class Bench:
    """The controls of a camera that is here, what they sent, and how often they said that something changed."""

    def __init__(self, *rows: ControlRow) -> None:
        self.now = 0.0
        self.is_up = True
        self.sent: list[ControlChange] = []
        self.told = 0
        self.controls = CameraControls(self.send, lambda: self.now, is_foreign=False)
        self.controls.observe(self.changed)
        self.greet(*(rows or (EXPOSURE, LIGHT)))
        self.tell(exposure=100, light=False)

    def send(self, change: ControlChange) -> bool:
        if self.is_up:
            self.sent.append(change)
        return self.is_up

    def changed(self) -> None:
        self.told += 1

    def greet(self, *rows: ControlRow, camera: str = "cam-1", minor: int = 1) -> None:
        self.controls.greeted(CameraHello(protocol=(1, minor), id=camera, name="porch"), rows)

    def tell(self, text: str = "", rows: tuple[ControlRow, ...] | None = None, **values: Value) -> None:
        self.controls.told(ControlState(values=values, text=text), rows)

    def answer(self, change: ControlChange, value: Value | None, text: str = "") -> None:
        self.controls.answered(ControlAnswer(change.number, change.name, value, text))

    def exposure(self) -> tuple[object, object, str]:
        """In force, asked for, and what is wrong."""
        return self.controls.value("exposure"), self.controls.pending("exposure"), self.controls.trouble("exposure")


def test_that_a_value_is_pending_until_it_is_confirmed_as_the_camera_made_it() -> None:
    bench = Bench()
    assert bench.controls.set("exposure", 447)
    assert bench.exposure() == (100, 447, "")
    bench.answer(bench.sent[0], 450)
    assert bench.exposure() == (450, None, "")


def test_that_a_refusal_is_a_trouble_until_the_next_try() -> None:
    bench = Bench()
    bench.controls.set("exposure", 500)
    bench.answer(bench.sent[0], 100, "It is busy.")
    assert bench.exposure() == (100, None, "It is busy.")
    bench.controls.set("exposure", 600)
    assert bench.exposure() == (100, 600, "")


def test_that_a_trouble_can_be_dismissed() -> None:
    bench = Bench()
    bench.controls.set("exposure", 5000)
    assert bench.exposure() == (100, None, RANGE)
    bench.controls.dismiss("exposure")
    assert bench.exposure() == (100, None, "")


def test_that_a_trouble_goes_when_the_value_is_another_and_it_has_been_read() -> None:
    bench = Bench()
    bench.controls.set("exposure", 5000)
    bench.tell(exposure=100, light=False)
    bench.controls.tick(1000.0)
    assert bench.exposure() == (100, None, RANGE)
    bench.tell(exposure=101, light=False)
    assert bench.exposure() == (101, None, RANGE)
    told = bench.told
    bench.controls.tick(READ_SECONDS)
    assert (bench.exposure(), bench.told) == ((101, None, RANGE), told)
    bench.controls.tick(READ_SECONDS + 1)
    assert (bench.exposure(), bench.told) == ((101, None, ""), told + 1)


@given(row=any_row(), value=any_thing())
def test_that_only_what_fits_is_ever_asked_for(row: ControlRow, value: Value) -> None:
    bench = Bench(row)
    assert bench.controls.set(row.name, value) == bool(bench.sent) == fitting(row, value)
    assert bench.controls.trouble(row.name) == ("" if bench.sent else expected(row))


def test_that_dragging_sends_two_and_then_the_newest() -> None:
    bench = Bench()
    for value in range(100):
        bench.controls.set("exposure", value)
    assert [each.value for each in bench.sent] == [0, 1]
    bench.answer(bench.sent[0], 0)
    assert bench.sent[-1].value == 99
    assert bench.exposure() == (0, 99, "")
    # The camera answers the newest of what it had, and with it what came before.
    bench.answer(bench.sent[-1], 99)
    assert bench.exposure() == (99, None, "")


def test_that_a_refusal_of_what_was_overtaken_is_none() -> None:
    bench = Bench()
    bench.controls.set("exposure", 1)
    bench.controls.set("exposure", 2)
    bench.answer(bench.sent[0], 100, "It is busy.")
    assert bench.exposure() == (100, 2, "")
    bench.answer(bench.sent[1], 2)
    assert bench.exposure() == (2, None, "")


def test_that_one_control_does_not_wait_for_another() -> None:
    bench = Bench()
    for value in (1, 2, 3):
        bench.controls.set("exposure", value)
    bench.controls.set("light", True)
    assert [(each.name, each.value) for each in bench.sent] == [("exposure", 1), ("exposure", 2), ("light", True)]
    bench.answer(bench.sent[2], True)
    assert (bench.controls.value("light"), bench.controls.pending("light")) == (True, None)
    assert bench.exposure() == (100, 3, "")


def test_that_an_answer_that_nobody_waits_for_is_the_value_in_force() -> None:
    bench = Bench()
    bench.controls.answered(ControlAnswer(number=999, name="exposure", value=7))
    assert bench.exposure() == (7, None, "")


def test_that_a_cut_leaves_no_doubt_pending() -> None:
    bench = Bench()
    bench.controls.set("exposure", 500)
    bench.controls.left()
    assert bench.exposure() == (100, None, CUT)
    assert not bench.controls.set("exposure", 500)
    assert bench.exposure() == (100, None, AWAY)
    assert list(bench.controls.rows) == [EXPOSURE, LIGHT]


def test_that_what_cannot_be_sent_is_told() -> None:
    bench = Bench()
    bench.is_up = False
    assert not bench.controls.set("exposure", 500)
    assert bench.exposure() == (100, None, AWAY)


def test_that_a_camera_that_never_answers_is_told_of() -> None:
    bench = Bench()
    bench.controls.set("exposure", 500)
    bench.controls.tick(camera_controls.ANSWER_SECONDS)
    assert bench.exposure() == (100, 500, "")
    bench.controls.tick(camera_controls.ANSWER_SECONDS + 1)
    assert bench.exposure() == (100, None, NO_ANSWER)


def test_that_an_unknown_control_is_refused_with_the_names_of_all() -> None:
    bench = Bench()
    assert not bench.controls.set("exposre", 1)
    assert bench.controls.trouble("exposre") == "There is no control “exposre”. There are: exposure, light."


def test_that_the_table_is_known_until_another_one_is_told() -> None:
    bench = Bench()
    bench.tell(exposure=5)
    assert list(bench.controls.rows) == [EXPOSURE, LIGHT]
    assert bench.controls.value("light") is None
    bench.tell(rows=(LIGHT,), light=True)
    assert (list(bench.controls.rows), bench.controls.row("exposure")) == ([LIGHT], None)
    bench.tell(rows=(), text="This source has no controls.")
    assert bench.controls.reason == "This source has no controls."


def test_that_another_camera_has_its_own_values_and_troubles() -> None:
    bench = Bench()
    bench.controls.set("exposure", 5000)
    bench.greet(EXPOSURE, camera="cam-1")
    assert bench.exposure() == (100, None, RANGE)
    bench.greet(EXPOSURE, camera="cam-2")
    assert bench.exposure() == (None, None, "")


def test_that_without_controls_there_is_a_reason() -> None:
    untold = CameraControls(lambda change: False, lambda: 0.0, is_foreign=False)
    assert (untold.reason, untold.is_awaited) == (NOT_HERE_YET, True)
    untold.greeted(CameraHello(protocol=(1, 1), id="c", name="n"), ())
    assert (untold.reason, untold.is_awaited) == (NOT_TOLD_YET, True)
    untold.told(ControlState(values={}), None)
    assert (untold.reason, untold.is_awaited) == (NONE, False)
    untold.greeted(CameraHello(protocol=(1, 0), id="c", name="n"), ())
    assert (untold.reason, untold.is_awaited) == (OLD, False)
    foreign = CameraControls(lambda change: False, lambda: 0.0, is_foreign=True)
    foreign.greeted(None, ())
    assert (foreign.reason, foreign.is_awaited) == (FOREIGN, False)
    assert not foreign.set("exposure", 1)
    assert foreign.trouble("exposure") == FOREIGN


def test_that_who_observes_is_told_of_everything_until_it_is_forgotten() -> None:
    bench = Bench()
    before = bench.told
    bench.controls.set("exposure", 1)
    bench.answer(bench.sent[0], 1)
    bench.tell(exposure=2)
    bench.controls.left()
    assert bench.told == before + 4
    bench.controls.forget(bench.changed)
    bench.greet(EXPOSURE)
    assert bench.told == before + 4


@given(
    deeds=st.lists(
        st.tuples(st.sampled_from(["set", "answer", "refuse", "tell", "cut", "tick"]), st.integers(0, 1000)),
        max_size=40,
    )
)
def test_that_the_last_value_asked_for_is_answered_for_whatever_happens(deeds: list[tuple[str, int]]) -> None:
    bench, heard = Bench(), 0
    for deed, value in deeds:
        match deed:
            case "set":
                bench.controls.set("exposure", value)
                assert bench.controls.pending("exposure") == value
            case "answer" | "refuse" if heard < len(bench.sent):
                bench.answer(bench.sent[heard], value, "No." if deed == "refuse" else "")
                heard += 1
            case "tell":
                bench.tell(exposure=value)
            case "cut":
                bench.controls.left()
                heard = len(bench.sent)
                bench.greet(EXPOSURE, LIGHT)
            case "tick":
                bench.controls.tick(bench.now)
    wanted = bench.controls.pending("exposure")
    while heard < len(bench.sent):
        last = bench.sent[heard]
        bench.answer(last, last.value if isinstance(last.value, int) else None)
        heard += 1
    assert bench.controls.pending("exposure") is None
    if wanted is not None:
        assert bench.exposure() == (wanted, None, "")


@pytest.mark.parametrize("value", ["5", None, 5.0, True])
def test_that_what_a_program_gives_is_taken_strictly(value: Value) -> None:
    bench = Bench()
    assert not bench.controls.set("exposure", value)
    assert (bench.sent, bench.exposure()) == ([], (100, None, RANGE))
