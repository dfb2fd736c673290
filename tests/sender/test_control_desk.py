"""Controls over a real socket: what viewers are told, what they have set, and what they are answered."""

from collections.abc import Callable
from typing import Any, cast

import msgspec
import pytest
import zmq

from camwire import controls, limits
from camwire.errors import UsageError
from camwire.events import CameraGreeted
from camwire.messages import ControlAnswer, Parts
from camwire.viewer_peer import ViewerPeer
from sender import Camera, Source, SourceError
from sender.control import Control, Value
from sender.controls.desk import TELL_SECONDS
from sender.controls.news import ControlNews
from sender.controls.rows import Table
from tests.sender.desk import Desk
from tests.sender.settable import Settable
from tests.sender.support import ANYWHERE, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]

AUTO = Control("exposure_auto", "boolean", default=True)
EXPOSURE = Control("exposure", "integer", least=0, most=1000, step=10, unit="µs", ruled_by="exposure_auto")
RANGE = "exposure goes from 0 to 1,000 µs, in steps of 10."


def camera(source: Source) -> Camera:
    return Camera("porch", source=source, listen=ANYWHERE, state="none")


def settable() -> Settable:
    source = Settable(AUTO, EXPOSURE)
    source.shown = {"exposure_auto": False, "exposure": 100}
    return source


def test_that_a_viewer_is_told_the_table_and_the_values_when_it_comes(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with camera(settable()) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                assert viewer.of_source == {"exposure_auto": False, "exposure": 100}
            with watching(context, it.endpoint, Desk("hall")) as viewer:
                await until(lambda: viewer.told)
                (greeted,) = [event for event in viewer.events if isinstance(event, CameraGreeted)]
                assert [row.name for row in greeted.controls[:2]] == ["exposure_auto", "exposure"]
                assert greeted.controls[1].ruled_by == "exposure_auto"
                # It stood in the hello.
                assert viewer.told[0].rows is None

    run(scene())


def test_that_a_value_is_answered_as_it_is_in_force_and_everybody_is_told(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with (
                watching(context, it.endpoint, Desk("desk")) as desk,
                watching(context, it.endpoint, Desk("hall")) as hall,
            ):
                await until(lambda: desk.of_source and hall.of_source)
                desk.change(7, "exposure", 447)
                await until(lambda: desk.answered)
                assert desk.answered == [ControlAnswer(number=7, name="exposure", value=450)]
                await until(lambda: desk.of_source["exposure"] == hall.of_source["exposure"] == 450)
                assert hall.answered == []
                assert source.taken == [("exposure", 447)]
                assert desk.lines == hall.lines == []

    run(scene())


def test_that_a_command_changes_what_everybody_is_told(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with camera(settable()) as it:
            with (
                watching(context, it.endpoint, Desk("desk")) as desk,
                watching(context, it.endpoint, Desk("hall")) as hall,
            ):
                await until(lambda: desk.of_source and hall.of_source)
                desk.command("set", name="exposure", value="300")
                await until(lambda: desk.of_source["exposure"] == hall.of_source["exposure"] == 300)

    run(scene())


@pytest.mark.parametrize(
    "value", [1001, -1, 5.0, float("nan"), True, "5", "default", None, b"5", [5], {"value": 5}, 2**63]
)
def test_that_what_cannot_be_is_answered_with_the_range_and_the_viewer_stays(
    value: object, run: Run, context: Context
) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                viewer.change(1, "exposure", value)
                await until(lambda: viewer.answered)
                assert viewer.answered == [ControlAnswer(number=1, name="exposure", value=100, text=RANGE)]
                assert (source.taken, it.viewers) == ([], ["desk"])

    run(scene())


def test_that_a_flood_is_coalesced_and_the_newest_value_wins(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                source.released.clear()
                for number in range(1, 101):
                    viewer.change(number, "exposure", 10 * number)
                viewer.change(101, "exposure_auto", True)
                # The camera has heard all of it once it has answered something that comes after it.
                viewer.command("fps")
                await until(lambda: viewer.answers())
                source.released.set()
                await until(lambda: any(each.number == 101 for each in viewer.answered))
                set_values = [value for name, value in source.taken if name == "exposure"]
                assert set_values[-1] == 1000
                assert len(set_values) <= 2
                await until(lambda: viewer.of_source == {"exposure_auto": True, "exposure": 1000})

    run(scene())


def test_that_viewers_are_told_at_most_five_times_a_second(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with (
                watching(context, it.endpoint, Desk("desk")) as desk,
                watching(context, it.endpoint, Desk("hall")) as hall,
            ):
                await until(lambda: desk.of_source and hall.of_source)
                before, took = len(hall.told), 0.0
                for number in range(1, 101):
                    desk.change(number, "exposure", 10 * number)
                    took += await until(lambda number=number: any(each.number >= number for each in desk.answered))
                took += await until(lambda: hall.of_source["exposure"] == 1000)
                assert len(hall.told) - before <= took / TELL_SECONDS + 2

    run(scene())


def test_that_each_of_two_viewers_is_answered(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with camera(settable()) as it:
            with (
                watching(context, it.endpoint, Desk("desk")) as desk,
                watching(context, it.endpoint, Desk("hall")) as hall,
            ):
                await until(lambda: desk.of_source and hall.of_source)
                desk.change(1, "exposure", 200)
                hall.change(1, "exposure", 300)
                await until(lambda: desk.answered and hall.answered)
                assert [each.value for each in (*desk.answered, *hall.answered)] == [200, 300]

    run(scene())


def test_that_an_automatic_is_switched_off_before_what_it_ruled_is_set(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                source.released.clear()
                viewer.change(1, "exposure", 100)
                viewer.change(2, "exposure", 200)
                viewer.change(3, "exposure_auto", False)
                viewer.change(4, "exposure", 300)
                viewer.command("fps")
                await until(lambda: viewer.answers())
                source.released.set()
                await until(lambda: any(each.number == 4 for each in viewer.answered))
                assert source.taken[-2:] == [("exposure_auto", False), ("exposure", 300)]

    run(scene())


def test_that_a_value_that_shows_later_is_answered_when_it_shows(run: Run, context: Context) -> None:
    async def scene() -> None:
        gain = Control("gain", "integer", least=0, most=100, step=10, reads_back=True)
        source = Settable(gain)
        source.shown = {"gain": 0}
        source.frames_late = 8
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                viewer.change(1, "gain", 47)
                await until(lambda: viewer.answered)
                assert viewer.answered == [ControlAnswer(number=1, name="gain", value=50)]
                assert viewer.of_source["gain"] in (0, 50)

    run(scene())


def test_that_a_value_that_never_shows_is_answered_with_what_does(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = Settable(Control("gain", "integer", least=0, most=100, reads_back=True))
        source.shown = {"gain": 0}
        source.frames_late = 1_000_000
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                viewer.change(1, "gain", 50)
                await until(lambda: viewer.answered)
                assert viewer.answered == [ControlAnswer(number=1, name="gain", value=0)]

    run(scene())


def test_that_a_table_that_changes_is_told_anew(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                before = len(viewer.told)
                source.table[1] = Control("exposure", "integer", least=0, most=1000, fixed="Switch the automatic off.")
                viewer.change(1, "exposure_auto", True)
                await until(lambda: viewer.row("exposure").fixed == "Switch the automatic off.")
                assert any(event.rows for event in viewer.told[before:])
                viewer.change(2, "exposure", 5)
                await until(lambda: len(viewer.answered) == 2)
                assert viewer.answered[1].text == "Switch the automatic off. exposure goes from 0 to 1,000."

    run(scene())


def test_that_what_the_camera_sets_by_itself_is_told(
    run: Run, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sender.controls.desk.LOOK_EVERY", 0.3)

    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                source.shown["exposure"] = 640
                await until(lambda: viewer.of_source["exposure"] == 640)

    run(scene())


class Button(Settable):
    """Has done what it was set for before anybody looks."""

    def set(self, name: str, value: Value) -> Value:
        return value


def test_that_what_is_undone_at_once_is_told_after_the_answer(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = Button(Control("focus", "boolean"))
        source.shown = {"focus": False}
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                assert (await viewer.set("focus", True)).value is True
                before = len(viewer.told)
                await until(lambda: len(viewer.told) > before and viewer.of_source == {"focus": False})

    run(scene())


def test_that_a_camera_without_controls_says_why(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with camera(Settable()) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.told)
                assert (viewer.of_source, viewer.told[0].state.text) == ({}, "This source has no controls.")
                viewer.change(1, "light", True)
                await until(lambda: viewer.answered)
                assert viewer.answered[0].text.startswith("This source has no controls.")

    run(scene())


def test_that_a_lost_source_is_said_to_be_lost_with_the_range(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                source.is_plugged = False
                # Until it is missed, what is asked comes first.
                await until(lambda: it.flow is not None and it.flow.is_lost)
                viewer.change(1, "exposure", 200)
                await until(lambda: viewer.answered)
                (answer,) = viewer.answered
                assert answer.text.endswith(RANGE)
                assert "Try again when it is back." in answer.text
                assert answer.value == 100

    run(scene())


@pytest.mark.parametrize("frames_late", [0, 8])
def test_that_a_control_may_be_asked_for_by_any_name_that_finds_it(
    frames_late: int, run: Run, context: Context
) -> None:
    async def scene() -> None:
        source = Settable(Control("gain", "integer", least=0, most=100, step=10, reads_back=True))
        source.shown = {"gain": 0}
        source.frames_late = frames_late
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                viewer.change(1, "Gain ", 47)
                await until(lambda: viewer.answered)
                assert viewer.answered == [ControlAnswer(number=1, name="Gain ", value=50)]
                await until(lambda: viewer.of_source == {"gain": 50})
                viewer.change(2, " GAIN", 101)
                await until(lambda: len(viewer.answered) == 2)
                assert viewer.answered[1].value == 50

    run(scene())


class Seat:
    """A viewer as far as news goes."""

    told_controls: tuple[msgspec.Raw, ...] = ()


def test_that_only_who_could_not_be_told_is_told_again() -> None:
    near, far = (cast(ViewerPeer, Seat()) for _ in range(2))
    full = {far}
    sent: list[ViewerPeer] = []

    def send(viewer: ViewerPeer, parts: Parts) -> bool:
        sent.append(viewer)
        return viewer not in full

    news, table = ControlNews(), Table(text="No controls.")
    news.serve(lambda: [near, far], send)
    assert [news.tell(table), news.tell(table)] == [False, False]
    assert sent == [near, far, far]
    full.clear()
    assert [news.tell(table), news.tell(table)] == [True, True]
    assert sent == [near, far, far, far]
    # It looks the same again, but something else may have been answered in between.
    assert news.tell(Table(text="No controls."))
    assert sent[4:] == [near, far]


class Counting(Settable):
    """Counts how often it was asked for its table."""

    asked = 0

    def controls(self) -> list[Control]:
        self.asked += 1
        return super().controls()


def test_that_the_source_is_not_asked_anew_because_a_viewer_cannot_be_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sender.controls.desk.TELL_SECONDS", 0.02)
    monkeypatch.setattr("sender.controls.desk.SETTLE_SECONDS", 0.0)

    async def scene() -> None:
        source = Counting(AUTO)
        full = cast(ViewerPeer, Seat())
        tried: list[ViewerPeer] = []

        def send(viewer: ViewerPeer, parts: Parts) -> bool:
            tried.append(viewer)
            return False

        async with camera(source) as it:
            assert it._serving is not None
            desk = it._serving.controls
            desk.news.serve(lambda: [full], send)
            await until(lambda: desk.announced)
            desk.greeted(full)
            await until(lambda: len(tried) >= 3)
            before, tries = source.asked, len(tried)
            await until(lambda: len(tried) >= tries + 10)
            assert source.asked - before <= 2

    run(scene())


@pytest.mark.parametrize("error", [UsageError("It is busy."), SourceError("It is gone."), ZeroDivisionError("x")])
def test_that_a_driver_that_fails_is_answered_and_asked_again(
    error: Exception, run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        source = settable()
        source.refuses = error
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                viewer.change(1, "exposure", 200)
                await until(lambda: viewer.answered)
                assert viewer.answered[0].text
                source.refuses = None
                viewer.change(2, "exposure", 200)
                await until(lambda: len(viewer.answered) == 2)
                assert viewer.answered[1] == ControlAnswer(number=2, name="exposure", value=200)

    run(scene())


def test_that_names_without_end_wait_for_no_source(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                source.released.clear()
                viewer.change(0, "exposure", 10)
                count = limits.CONTROLS + 50
                for number in range(1, count + 1):
                    viewer.change(number, f"light {number}", True)
                await until(lambda: len(viewer.answered) == count)
                first = viewer.answered[0]
                assert first.number == 1
                assert first.text.startswith("There is no control “light 1”. There are: exposure_auto, exposure, pict")
                source.released.set()
                await until(lambda: len(viewer.answered) == count + 1)

    run(scene())


def test_that_the_table_of_a_real_source_fits_the_hello(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with Camera("porch", listen=ANYWHERE, state="none") as it:
            with watching(context, it.endpoint, Desk("desk")) as viewer:
                await until(lambda: viewer.of_source)
                assert viewer.of_source == {"speed": 1.0, "paused": False, "brightness": 100}
                assert [row.name for row in viewer.rows[:3]] == ["speed", "paused", "brightness"]
                assert controls.received(it._hello().controls)[:3] == viewer.rows[:3]

    run(scene())
