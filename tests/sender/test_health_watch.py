"""A camera that looks after itself, and what its viewers hear of it."""

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import zmq

from camwire.events import HealthReceived
from camwire.messages import Health
from sender import Camera, serving
from sender.filters.base import Filter
from sender.health import watch
from sender.health.status import host_facts
from sender.pictures.capture import Picture
from sender.pipeline import encoding, silence
from sender.service.watch import Flowing
from tests.sender.support import ANYWHERE, GREY, SwitchedSource, Viewer, watching
from tests.sender.test_status import PI, tree
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
POWER = "sys/devices/platform/soc/soc:firmware/get_throttled"


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The computer of every camera: a Raspberry Pi that is well, looked at a hundred times a second."""
    root = tree(tmp_path / "computer", PI | {POWER: "0"})
    monkeypatch.setattr(watch, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(serving, "host_facts", partial(host_facts, root))
    return root


def told(viewer: Viewer) -> list[Health]:
    return [event.health for event in viewer.events if isinstance(event, HealthReceived)]


def newest(viewer: Viewer) -> Health:
    """What was told last."""
    return told(viewer)[-1] if told(viewer) else Health()


def test_that_viewers_are_told_once_of_under_voltage_and_once_that_it_is_over(
    run: Run, context: Context, computer: Path
) -> None:
    async def scene() -> None:
        async with Camera(source="pattern", listen=ANYWHERE, state="none") as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as desk:
                await until(lambda: newest(desk).facts)
                assert (newest(desk).level, newest(desk).facts["power"]) == ("good", "good")
                tree(computer, {POWER: "50005"})
                await until(lambda: newest(desk).level == "bad" and desk.lines)
                assert newest(desk).text == desk.lines[0]
                assert desk.lines[0].startswith("Under-voltage: ")
                number = desk.command("status")
                await until(desk.answers)
                ((about, status),) = desk.answers()
                assert isinstance(status, dict)
                assert (about, status["health"]) == (number, desk.lines[0])
                # Who comes later is shown it at once, and is not told what happened before.
                with watching(context, camera.endpoint, Viewer("late")) as late:
                    await until(lambda: newest(late).level == "bad")
                    assert late.lines == []
                tree(computer, {POWER: "0"})
                await until(lambda: newest(desk).level == "good")
                await until(lambda: "The voltage is good again." in desk.lines)
                said = [each.line.chat.text for each in desk.received if not each.line.chat.role]
                assert said == [desk.lines[0], "The voltage is good again."]

    run(scene())


def test_that_viewers_see_why_no_pictures_come_and_that_they_come_again(
    run: Run, context: Context, computer: Path
) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        async with Camera(source=source, listen=ANYWHERE, state="none") as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as desk:
                source.is_plugged = False
                await until(lambda: newest(desk).trouble == "No cable.")
                assert newest(desk).level == "bad"
                source.is_plugged = True
                source.give(3)
                await until(lambda: not newest(desk).trouble)
                # The tile says it: it is no line of the conversation.
                assert desk.lines == []

    run(scene())


def test_that_viewers_and_the_log_are_told_of_a_source_that_hangs(
    run: Run, context: Context, computer: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(silence, "LEAST_NS", 300_000_000)

    async def scene() -> None:
        source = SwitchedSource()
        async with Camera(source=source, listen=ANYWHERE, state="none") as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as desk:
                told_of = "The source hangs: switched source gives neither pictures nor a reason."
                await until(lambda: newest(desk).trouble.startswith(told_of))
                assert newest(desk).level == "bad"
                assert camera.flow is not None
                assert camera.flow.trouble == newest(desk).trouble
                # All that waited come at once: then none was ever late.
                source.give(1000)
                await until(lambda: not newest(desk).trouble)
        assert [each.message for each in caplog.records if told_of in each.message]

    run(scene())


def test_that_a_program_whose_pictures_come_when_something_happens_does_not_hang(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "LEAST_NS", 1_000_000)
    happens = threading.Event()

    def pictures() -> Iterator[Picture]:
        yield GREY
        happens.wait(30)

    async def scene() -> None:
        async with Camera(source=pictures, listen=ANYWHERE, state="none") as camera:
            await until(lambda: camera.flow is not None and camera.flow.newest_ns)
            began = time.monotonic()
            await until(lambda: time.monotonic() > began + 0.1)
            assert camera.flow is not None
            assert camera.flow.trouble == ""
            flowing = Flowing([camera])
            assert [flowing.look(), flowing.look()] == [True, True]
            happens.set()

    try:
        run(scene())
    finally:
        happens.set()


class Dreamer(Filter):
    """Keeps each picture until it goes on."""

    def __init__(self) -> None:
        self.goes_on = threading.Event()

    def apply(self, pixels: Picture) -> Picture:
        self.goes_on.wait(30)
        return pixels


def test_that_viewers_the_log_and_the_watchdog_are_told_of_a_filter_that_hangs(
    run: Run, context: Context, computer: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(encoding, "MOST_NS", 300_000_000)
    dreamer = Dreamer()

    async def scene() -> None:
        async with Camera(source="pattern", filters=dreamer, listen=ANYWHERE, state="none") as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as desk:
                flowing = Flowing([camera])
                told_of = "The filter Dreamer hangs at one picture. If it stays so, start the camera program anew."
                await until(lambda: newest(desk).trouble == told_of)
                assert camera.flow is not None
                assert camera.flow.is_stuck
                assert not flowing.look(), "although the source gives pictures"
                monkeypatch.setattr(encoding, "MOST_NS", 60_000_000_000)
                dreamer.goes_on.set()
                await until(lambda: not newest(desk).trouble and desk.frames)
                await until(flowing.look)
        assert told_of in caplog.messages

    try:
        run(scene())
    finally:
        dreamer.goes_on.set()


def test_that_a_slow_source_is_told_with_what_was_asked_for(run: Run, context: Context, computer: Path) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        async with Camera(source=source, listen=ANYWHERE, state="none", fps=30) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as desk:
                source.give()
                await until(lambda: desk.lines)
                assert desk.lines[0].startswith("The source gives 0.0 of 30 pictures a second.")
                assert newest(desk).level == "warning"

    run(scene())


def test_that_a_disk_that_does_not_answer_holds_nothing_up(
    run: Run, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()

    def hangs(**_: object) -> dict[str, str | int | float]:
        answers.wait(10)
        return {}

    monkeypatch.setattr(serving, "host_facts", hangs)

    async def scene() -> None:
        async with Camera(source="pattern", listen=ANYWHERE, state="none") as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as desk:
                await until(lambda: len(desk.frames) > 5)

    try:
        run(scene())
    finally:
        answers.set()
