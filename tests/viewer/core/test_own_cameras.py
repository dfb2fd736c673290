"""Cameras of this computer: real programs that come with the viewer and go with it."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

import psutil
import pytest

from camwire.errors import UsageError
from camwire.identity import Identity
from camwire.limits import NAME_CHARACTERS
from tests.support.waiting import until
from tests.support.watching import Watcher, fleet
from viewer.core.own import cameras
from viewer.core.own.cameras import PORTS, OwnCameras
from viewer.core.own.sources import Listing, OwnSource, understood
from viewer.core.pairing.keyring import Keyring
from viewer.core.sessions.state import Phase
from viewer.core.settings import OwnCameraSettings

Run = Callable[..., Any]
START_SECONDS = 20.0
SECONDS = 60.0
pytestmark = pytest.mark.slow


@pytest.fixture
def kept() -> list[OwnCameraSettings]:
    return []


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def keyring() -> Keyring:
    return Keyring()


@pytest.fixture
def own(kept: list[OwnCameraSettings], told: list[str], keyring: Keyring, tmp_path: Path) -> Callable[..., Any]:
    """Makes the owner, and ends it."""

    @contextmanager
    def owner() -> Iterator[OwnCameras]:
        made = OwnCameras(kept, tmp_path / "own", told.append, lambda: keyring.identity.public.decode())
        try:
            yield made
        finally:
            made.close()

    return owner


def programs() -> list[psutil.Process]:
    """The camera programs that this one has started."""
    found = []
    for process in psutil.Process().children():
        try:
            words = process.cmdline()
        except psutil.Error:
            continue
        found += [process] * ("sender" in words)
    return found


def ended(some: list[psutil.Process]) -> bool:
    return not psutil.wait_procs(some, timeout=5)[1]


def test_that_an_own_camera_is_shown_kept_and_comes_again_at_its_place(
    run: Run, own: Callable[..., Any], kept: list[OwnCameraSettings], told: list[str], keyring: Keyring
) -> None:
    async def scene() -> None:
        with own() as cameras:
            address = cameras.add("pattern", "-Desk")
            assert kept == [OwnCameraSettings(endpoint=address, source="pattern", name="-Desk")]
            assert int(address.rpartition(":")[2]) in PORTS
            with pytest.raises(UsageError, match="-Desk is on the wall already"):
                cameras.add("pattern", "Again")
            async with fleet(keyring=keyring) as viewer:
                watched = Watcher(viewer.add(address, camera_key=cameras.key))
                await until(lambda: watched.is_(Phase.LIVE), START_SECONDS)
                assert watched.session.name == "-Desk"
            running = programs()
            assert len(running) == 1
        assert ended(running)
        with own() as cameras:
            cameras.begin()
            async with fleet(keyring=keyring) as viewer:
                watched = Watcher(viewer.add(address, camera_key=cameras.key))
                await until(lambda: watched.is_(Phase.LIVE), START_SECONDS)
        assert told == []

    run(scene(), timeout=SECONDS)


def test_that_it_is_shown_to_this_viewer_and_to_nobody_else_on_this_computer(
    run: Run, own: Callable[..., Any], keyring: Keyring
) -> None:
    async def scene() -> None:
        with own() as cameras:
            address = cameras.add("pattern", "Desk")
            async with fleet(keyring=keyring) as viewer, fleet("plain") as plain, fleet("other") as other:
                watched = Watcher(viewer.add(address, camera_key=cameras.key))
                strangers = [Watcher(plain.add(address)), Watcher(other.add(address, camera_key=cameras.key))]
                await until(lambda: watched.is_(Phase.LIVE), START_SECONDS)
                await until(lambda: all(each.is_(Phase.UNPAIRED) for each in strangers), START_SECONDS)
                assert not any(each.session.has_greeted for each in strangers)
                # As after a move to this computer.
                keyring.identity = Identity.new()
                cameras.readmit()
                await until(lambda: not watched.is_(Phase.LIVE), START_SECONDS)
                viewer.retry_now(address)
                await until(lambda: watched.is_(Phase.LIVE), START_SECONDS)

    run(scene(), timeout=SECONDS)


def test_that_one_that_was_killed_comes_again(
    run: Run, own: Callable[..., Any], told: list[str], keyring: Keyring
) -> None:
    async def scene() -> None:
        with own() as cameras:
            address = cameras.add("pattern", "Desk")
            async with fleet(keyring=keyring) as viewer:
                watched = Watcher(viewer.add(address, camera_key=cameras.key))
                await until(lambda: watched.is_(Phase.LIVE), START_SECONDS)
                (first,) = programs()
                first.kill()
                await until(lambda: not watched.is_(Phase.LIVE), START_SECONDS)
                await until(lambda: watched.is_(Phase.LIVE), START_SECONDS)
                assert programs() != [first]
        assert told == ["Desk: its program has ended. It is tried again until it works."]

    run(scene(), timeout=SECONDS)


def test_that_why_one_cannot_start_is_told_once_and_it_is_tried_again(
    run: Run, own: Callable[..., Any], told: list[str]
) -> None:
    async def scene() -> None:
        with own() as cameras:
            cameras.add("xyz", "Odd")
            tried = set[int]()

            def is_tried_again() -> bool:
                tried.update(each.pid for each in programs())
                return len(tried) > 2

            await until(is_tried_again, START_SECONDS, every=0.02)
        (sentence,) = told
        assert sentence.startswith("Odd: There is no source “xyz”. Use ")
        assert sentence.endswith(" It is tried again until it works.")

    run(scene(), timeout=SECONDS)


def test_that_the_tile_of_an_absent_webcam_says_so(
    run: Run, own: Callable[..., Any], told: list[str], keyring: Keyring
) -> None:
    async def scene() -> None:
        with own() as cameras:
            address = cameras.add("usb-Nothing_1", "Desk")
            async with fleet(keyring=keyring) as viewer:
                watched = Watcher(viewer.add(address, camera_key=cameras.key))
                sentence = "No webcam is called usb-Nothing_1 here."
                await until(lambda: sentence in watched.session.state.reason, START_SECONDS)
                assert watched.is_(Phase.FROZEN)
        assert told == []

    run(scene(), timeout=SECONDS)


def test_that_one_that_is_removed_ends_and_does_not_come_again(
    run: Run, own: Callable[..., Any], kept: list[OwnCameraSettings], told: list[str]
) -> None:
    async def scene() -> None:
        with own() as cameras:
            address = cameras.add("pattern", "Desk")
            cameras.remove("tcp://127.0.0.1:9")
            assert len(programs()) == 1
            running = programs()
            cameras.remove(address)
            assert ended(running)
            assert kept == []
        assert told == []

    run(scene(), timeout=SECONDS)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are a POSIX matter")
def test_that_a_removed_one_that_does_not_end_is_killed_and_forgotten(
    run: Run, own: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cameras, "LEAVE_SECONDS", 0.2)

    async def scene() -> None:
        with own() as cameras:
            address = cameras.add("pattern", "Desk")
            running = programs()
            # A program that is stopped heeds no request to end.
            running[0].suspend()
            cameras.remove(address)
            await until(lambda: not cameras._leaving, START_SECONDS)
            assert ended(running)

    run(scene(), timeout=SECONDS)


def test_that_a_name_loses_what_cannot_be_spoken(
    run: Run, own: Callable[..., Any], kept: list[OwnCameraSettings], monkeypatch: pytest.MonkeyPatch
) -> None:
    words: list[list[str]] = []
    monkeypatch.setattr(OwnCameras, "_run", lambda _, camera: words.append([camera.source, camera.name]))

    async def scene() -> None:
        with own() as cameras:
            cameras.add("usb-1", " USB\x00 2.0\u2028\u202e Cam\x1b\n")
            cameras.add("usb-2", "\x00\n")
            cameras.add("usb-3", "\x07" * 9 + "x" * 1000)

    run(scene())
    assert [each.name for each in kept] == ["USB 2.0 Cam", "usb-2", "x" * NAME_CHARACTERS]
    assert words == [[each.source, each.name] for each in kept]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are a POSIX matter")
def test_that_it_ends_when_the_viewer_is_killed(tmp_path: Path) -> None:
    key = Identity.new().public.decode()
    viewer = (
        "import asyncio, pathlib, sys\n"
        "from viewer.core.own.cameras import OwnCameras\n"
        "async def show():\n"
        f"    own = OwnCameras([], pathlib.Path({str(tmp_path)!r}), print, lambda: {key!r})\n"
        "    own.add('pattern', 'Desk')\n"
        "    print('started', flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(show())\n"
    )
    with Popen([sys.executable, "-c", viewer], stdout=PIPE, text=True) as it:
        assert it.stdout is not None
        assert it.stdout.readline() == "started\n"
        running = psutil.Process(it.pid).children()
        assert len(running) == 1
        it.kill()
        assert ended(running)


def test_that_the_sources_of_this_computer_are_asked_of_the_program(run: Run) -> None:
    async def scene() -> None:
        answers: list[tuple[list[OwnSource], str]] = []
        listing = Listing(lambda *answer: answers.append(answer))
        await until(lambda: answers, START_SECONDS)
        listing.close()
        found, trouble = answers[0]
        assert trouble == ""
        assert "pattern" not in [each.kind for each in found]

    run(scene(), timeout=SECONDS)


def test_that_a_listing_that_nobody_waits_for_ends_at_once(run: Run) -> None:
    async def scene() -> None:
        listing = Listing(lambda *_: pytest.fail("nobody waits"))
        began = time.monotonic()
        listing.close()
        assert time.monotonic() - began < 5
        assert programs() == []

    run(scene(), timeout=SECONDS)


def test_that_what_the_program_complains_of_is_told() -> None:
    camera = {"source": "usb-1", "name": "Studio", "kind": "webcam", "note": ""}
    good = f'{{"sources": [{camera}]}}'.replace("'", '"').encode()
    assert understood(good, b"") == ([OwnSource("usb-1", "Studio", "webcam")], "")
    begin = "The cameras of this computer could not be listed: "
    assert understood(b"", b"watchword-camera: The camera part is not installed here\n") == (
        [],
        f"{begin}The camera part is not installed here",
    )
    assert understood(b"[]", b"") == ([], f"{begin}it said nothing")
