"""The screen as a source: mss on a real X server."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import simplejpeg
import zmq

from sender import Camera, SourceError, SourceLost
from sender.asked import Asked
from sender.sources import source_for
from sender.sources.screen import Area, Screen
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.support import screens
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
needs_xvfb = pytest.mark.skipif(screens.XVFB is None, reason="needs Xvfb")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[screens.Screen]:
    """A screen that shows blue on the left and red on the right."""
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    with screens.screen(tmp_path) as it:
        monkeypatch.setenv("DISPLAY", it.display)
        it.pixels[:, :160] = (255, 0, 0, 0)
        it.pixels[:, 160:] = (0, 0, 255, 0)
        yield it
        del it.pixels


def shot(source: Screen) -> "np.ndarray[Any, Any]":
    source.open()
    try:
        capture = source.read()
    finally:
        source.close()
    assert capture is not None
    assert capture.pixels is not None
    return capture.pixels


@needs_xvfb
@pytest.mark.parametrize("what", ["", "0", "1"])
def test_that_the_screen_is_shown_in_its_colours(desk: screens.Screen, what: str) -> None:
    pixels = shot(Screen(what))
    assert pixels.shape == (240, 320, 3)
    assert (pixels[:, :160] == (255, 0, 0)).all()
    assert (pixels[:, 160:] == (0, 0, 255)).all()
    assert pixels.flags["C_CONTIGUOUS"]


@needs_xvfb
def test_that_a_part_of_the_screen_is_shown(desk: screens.Screen) -> None:
    desk.pixels[50:90, 100:160] = (7, 8, 9, 0)
    assert (shot(Screen("60x40+100+50")) == (7, 8, 9)).all()


@needs_xvfb
def test_that_a_viewer_sees_what_changes_on_the_screen(run: Run, context: Context, desk: screens.Screen) -> None:
    async def scene() -> None:
        async with Camera("desk", source="screen:64x48+0+0", fps=30, listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("porch")) as viewer:
                await until(lambda: viewer.frames)
                desk.pixels[:] = 200
                await until(lambda: simplejpeg.decode_jpeg(viewer.frames[-1].payload).min() > 190)

    run(scene())


@needs_xvfb
def test_that_a_screen_that_is_switched_off_is_lost_and_may_be_closed(desk: screens.Screen) -> None:
    source = Screen()
    source.open()
    assert source.read() is not None
    desk.switch_off()
    with pytest.raises(SourceLost, match="The screen can no longer be seen"):
        list(iter(source.read, None))
    source.close()
    with pytest.raises(SourceError, match=r"There is no screen to show here: .* Start the camera in a desktop session"):
        source.open()


@needs_xvfb
@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("2", "There is no screen 2: there is one monitor here. Use screen:1, or screen for the main one."),
        ("64x48+300+0", "The screen has no part 64x48+300+0: all of it is 320x240+0+0. Take a part of that."),
        ("64x48+-1+0", "The screen has no part 64x48+-1+0: all of it is 320x240+0+0. Take a part of that."),
        ("0x48+0+0", "The screen has no part 0x48+0+0: all of it is 320x240+0+0. Take a part of that."),
    ],
)
def test_that_what_is_not_on_the_screen_is_said(desk: screens.Screen, what: str, words: str) -> None:
    source = Screen(what)
    with pytest.raises(SourceError) as caught:
        source.open()
    assert str(caught.value) == words


@needs_xvfb
def test_that_the_screens_of_this_computer_are_listed(desk: screens.Screen) -> None:
    assert [(each.source, each.name, each.kind) for each in Screen.available()] == [
        ("screen:1", "monitor 1, 320x240", "screen")
    ]


@pytest.mark.parametrize("spec", ["screen:left", "screen:640x480", "screen:-1", "screen:640x480+1", "screen:٣"])
def test_that_a_part_that_is_none_is_said(spec: str) -> None:
    with pytest.raises(SourceError, match=r"is no part of a screen\. Write screen:1 for the first monitor, or"):
        source_for(spec, Asked())


def test_that_without_a_screen_there_is_nothing_to_list_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert Screen.available() == []
    with pytest.raises(SourceError, match=r"There is no screen to show here"):
        Screen().open()


def test_that_a_missing_library_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mss", None)
    assert Screen.available() == []
    with pytest.raises(SourceError, match=r"mss is needed: pip install '.\[screen\]' in the checkout"):
        Screen().open()


@pytest.mark.parametrize(
    ("what", "words"),
    [("", "screen"), ("0", "all screens"), ("2", "screen 2"), ("6x4+1+2", "part of the screen, 6x4+1+2")],
)
def test_that_a_screen_is_described_in_a_few_words(what: str, words: str) -> None:
    assert Screen(what).describe() == words


def test_that_areas_hold_each_other() -> None:
    desk = Area(0, 0, 320, 240)
    assert desk.holds(desk)
    assert not desk.holds(Area(1, 0, 320, 240))
