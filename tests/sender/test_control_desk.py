"""Controls over a real socket: what viewers are told, what they have set, and what they are answered."""

from collections.abc import Callable
from typing import Any, cast

import msgspec
import pytest
import zmq

from camwire import controls, limits
from camwire.errors import UsageError
from camwire.events import CameraGreeted, ControlAnswered, ControlsTold
from camwire.messages import ControlAnswer, ControlChange, Parts, encode
from camwire.viewer_peer import ViewerPeer
from sender import Camera, Source, SourceError
from sender.control_desk import TELL_SECONDS
from sender.control_news import ControlNews
from sender.control_rows import Table
from sender.controls import Control
from tests.sender.settable import Settable
from tests.sender.support import ANYWHERE, Viewer, watching
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


def told(viewer: Viewer) -> list[ControlsTold]:
    return [event for event in viewer.events if isinstance(event, ControlsTold)]


def values(viewer: Viewer) -> dict[str, Any]:
    """The values in force, as the viewer was told last."""
    return dict(told(viewer)[-1].state.values) if told(viewer) else {}


def answers(viewer: Viewer) -> list[ControlAnswer]:
    return [event.answer for event in viewer.events if isinstance(event, ControlAnswered)]


def change(viewer: Viewer, number: int, name: str, value: object) -> None:
    viewer.send(*encode(ControlChange(number=number, name=name, value=value)))


def test_that_a_viewer_is_told_the_table_and_the_values_when_it_comes(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with camera(settable()) as it:
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                assert values(viewer) == {"exposure_auto": False, "exposure": 100}
            with watching(context, it.endpoint, Viewer("hall")) as viewer:
                await until(lambda: told(viewer))
                (greeted,) = [event for event in viewer.events if isinstance(event, CameraGreeted)]
                assert [row.name for row in greeted.controls] == ["exposure_auto", "exposure"]
                assert greeted.controls[1].ruled_by == "exposure_auto"
                # It stood in the hello.
                assert told(viewer)[0].rows is None

    run(scene())


def test_that_a_value_is_answered_as_it_is_in_force_and_everybody_is_told(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with (
                watching(context, it.endpoint, Viewer("desk")) as desk,
                watching(context, it.endpoint, Viewer("hall")) as hall,
            ):
                await until(lambda: values(desk) and values(hall))
                change(desk, 7, "exposure", 447)
                await until(lambda: answers(desk))
                assert answers(desk) == [ControlAnswer(number=7, name="exposure", value=450)]
                await until(lambda: values(desk)["exposure"] == values(hall)["exposure"] == 450)
                assert answers(hall) == []
                assert source.taken == [("exposure", 447)]
                assert desk.lines == hall.lines == []

    run(scene())


def test_that_a_command_changes_what_everybody_is_told(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with camera(settable()) as it:
            with (
                watching(context, it.endpoint, Viewer("desk")) as desk,
                watching(context, it.endpoint, Viewer("hall")) as hall,
            ):
                await until(lambda: values(desk) and values(hall))
                desk.command("set", name="exposure", value="300")
                await until(lambda: values(desk)["exposure"] == values(hall)["exposure"] == 300)

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
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                change(viewer, 1, "exposure", value)
                await until(lambda: answers(viewer))
                assert answers(viewer) == [ControlAnswer(number=1, name="exposure", value=100, text=RANGE)]
                assert (source.taken, it.viewers) == ([], ["desk"])

    run(scene())


def test_that_a_flood_is_coalesced_and_the_newest_value_wins(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                source.released.clear()
                for number in range(1, 101):
                    change(viewer, number, "exposure", 10 * number)
                change(viewer, 101, "exposure_auto", True)
                # The camera has heard all of it once it has answered something that comes after it.
                viewer.command("fps")
                await until(lambda: viewer.answers())
                source.released.set()
                await until(lambda: any(each.number == 101 for each in answers(viewer)))
                set_values = [value for name, value in source.taken if name == "exposure"]
                assert set_values[-1] == 1000
                assert len(set_values) <= 2
                await until(lambda: values(viewer) == {"exposure_auto": True, "exposure": 1000})

    run(scene())


def test_that_viewers_are_told_at_most_five_times_a_second(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with (
                watching(context, it.endpoint, Viewer("desk")) as desk,
                watching(context, it.endpoint, Viewer("hall")) as hall,
            ):
                await until(lambda: values(desk) and values(hall))
                before, took = len(told(hall)), 0.0
                for number in range(1, 101):
                    change(desk, number, "exposure", 10 * number)
                    took += await until(lambda number=number: any(each.number >= number for each in answers(desk)))
                took += await until(lambda: values(hall)["exposure"] == 1000)
                assert len(told(hall)) - before <= took / TELL_SECONDS + 2

    run(scene())


def test_that_each_of_two_viewers_is_answered(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with camera(settable()) as it:
            with (
                watching(context, it.endpoint, Viewer("desk")) as desk,
                watching(context, it.endpoint, Viewer("hall")) as hall,
            ):
                await until(lambda: values(desk) and values(hall))
                change(desk, 1, "exposure", 200)
                change(hall, 1, "exposure", 300)
                await until(lambda: answers(desk) and answers(hall))
                assert [each.value for each in (*answers(desk), *answers(hall))] == [200, 300]

    run(scene())


def test_that_an_automatic_is_switched_off_before_what_it_ruled_is_set(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                source.released.clear()
                change(viewer, 1, "exposure", 100)
                change(viewer, 2, "exposure", 200)
                change(viewer, 3, "exposure_auto", False)
                change(viewer, 4, "exposure", 300)
                viewer.command("fps")
                await until(lambda: viewer.answers())
                source.released.set()
                await until(lambda: any(each.number == 4 for each in answers(viewer)))
                assert source.taken[-2:] == [("exposure_auto", False), ("exposure", 300)]

    run(scene())


def test_that_a_value_that_shows_later_is_answered_when_it_shows(run: Run, context: Context) -> None:
    async def scene() -> None:
        gain = Control("gain", "integer", least=0, most=100, step=10, reads_back=True)
        source = Settable(gain)
        source.shown = {"gain": 0}
        source.frames_late = 8
        async with camera(source) as it:
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                change(viewer, 1, "gain", 47)
                await until(lambda: answers(viewer))
                assert answers(viewer) == [ControlAnswer(number=1, name="gain", value=50)]
                assert values(viewer)["gain"] in (0, 50)

    run(scene())


def test_that_a_value_that_never_shows_is_answered_with_what_does(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = Settable(Control("gain", "integer", least=0, most=100, reads_back=True))
        source.shown = {"gain": 0}
        source.frames_late = 1_000_000
        async with camera(source) as it:
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                change(viewer, 1, "gain", 50)
                await until(lambda: answers(viewer))
                assert answers(viewer) == [ControlAnswer(number=1, name="gain", value=0)]

    run(scene())


def test_that_a_table_that_changes_is_told_anew(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                before = len(told(viewer))
                source.table[1] = Control("exposure", "integer", least=0, most=1000, fixed="Switch the automatic off.")
                change(viewer, 1, "exposure_auto", True)
                await until(lambda: any(event.rows for event in told(viewer)[before:]))
                rows = next(event.rows for event in told(viewer)[before:] if event.rows)
                assert rows is not None
                assert rows[1].fixed == "Switch the automatic off."
                change(viewer, 2, "exposure", 5)
                await until(lambda: len(answers(viewer)) == 2)
                assert answers(viewer)[1].text == "Switch the automatic off. exposure goes from 0 to 1,000."

    run(scene())


def test_that_what_the_camera_sets_by_itself_is_told(
    run: Run, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sender.control_desk.LOOK_EVERY", 0.3)

    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                source.shown["exposure"] = 640
                await until(lambda: values(viewer)["exposure"] == 640)

    run(scene())


def test_that_a_camera_without_controls_says_why(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with camera(Settable()) as it:
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: told(viewer))
                assert (values(viewer), told(viewer)[0].state.text) == ({}, "This source has no controls.")
                change(viewer, 1, "light", True)
                await until(lambda: answers(viewer))
                assert answers(viewer)[0].text == "This source has no controls."

    run(scene())


def test_that_a_lost_source_is_said_to_be_lost_with_the_range(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                source.is_plugged = False
                # Until it is missed, what is asked comes first.
                await until(lambda: it.flow is not None and it.flow.is_lost)
                change(viewer, 1, "exposure", 200)
                await until(lambda: answers(viewer))
                (answer,) = answers(viewer)
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
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                change(viewer, 1, "Gain ", 47)
                await until(lambda: answers(viewer))
                assert answers(viewer) == [ControlAnswer(number=1, name="Gain ", value=50)]
                await until(lambda: values(viewer) == {"gain": 50})
                change(viewer, 2, " GAIN", 101)
                await until(lambda: len(answers(viewer)) == 2)
                assert answers(viewer)[1].value == 50

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


@pytest.mark.parametrize("error", [UsageError("It is busy."), SourceError("It is gone."), ZeroDivisionError("x")])
def test_that_a_driver_that_fails_is_answered_and_asked_again(
    error: Exception, run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        source = settable()
        source.refuses = error
        async with camera(source) as it:
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                change(viewer, 1, "exposure", 200)
                await until(lambda: answers(viewer))
                assert answers(viewer)[0].text
                source.refuses = None
                change(viewer, 2, "exposure", 200)
                await until(lambda: len(answers(viewer)) == 2)
                assert answers(viewer)[1] == ControlAnswer(number=2, name="exposure", value=200)

    run(scene())


def test_that_names_without_end_find_an_end(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = settable()
        async with camera(source) as it:
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                source.released.clear()
                change(viewer, 0, "exposure", 10)
                for number in range(1, limits.CONTROLS + 50):
                    change(viewer, number, f"light {number}", True)
                await until(lambda: answers(viewer))
                assert "Too much is waiting" in answers(viewer)[0].text
                source.released.set()
                await until(lambda: len(answers(viewer)) == limits.CONTROLS + 50)

    run(scene())


def test_that_the_table_of_a_real_source_fits_the_hello(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with Camera("porch", listen=ANYWHERE, state="none") as it:
            with watching(context, it.endpoint, Viewer("desk")) as viewer:
                await until(lambda: values(viewer))
                assert values(viewer) == {"speed": 1.0, "paused": False, "brightness": 100}
                rows = next(event.rows for event in told(viewer) if event.rows) if told(viewer)[0].rows else None
                names = [row.name for row in rows or controls.received(it._hello().controls)]
                assert names == ["speed", "paused", "brightness"]

    run(scene())
