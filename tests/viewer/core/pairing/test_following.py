"""A paired camera that has another address now is found there, by its id and its key."""

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from camwire.discovery import Announced
from camwire.endpoint import Endpoint
from sender import Camera
from tests.support.camera_host import CameraHost
from tests.support.stage import Stage
from tests.support.stock import free_ports
from viewer.core import following
from viewer.core.finding.finding import Finding
from viewer.core.finding.found import FoundCamera
from viewer.core.following import Following


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "LOOK_SECONDS", 0.1)
    monkeypatch.setattr(following, "LOST_SECONDS", 0.5)
    monkeypatch.setattr(following, "TRIAL_SECONDS", 1.0)
    monkeypatch.setattr(following, "REST_SECONDS", 1.0)


@pytest.fixture
def remembered() -> list[bool]:
    return []


@pytest.fixture
def follower(stage: Stage, remembered: list[bool]) -> Iterator[Following]:
    follower = Following(stage.fleet, lambda: True, lambda: remembered.append(True))
    stage.now(follower.begin)
    yield follower
    stage.finish(follower.close())


def started(run: Callable[..., Any], state: Path, name: str, viewer: str) -> Camera:
    camera = Camera(
        name,
        size="320x240",
        listen="tcp://127.0.0.1:0",
        announce=True,
        secure=True,
        admit=[viewer],
        state=state,
    )
    run(camera.__aenter__())
    return camera


def test_that_a_camera_is_called_at_its_new_address_and_stays_the_same_on_the_wall(
    stage: Stage, follower: Following, remembered: list[bool], tmp_path: Path
) -> None:
    name, viewer = f"porch {uuid4().hex[:8]}", stage.fleet.keyring.identity.public.decode()
    first = started(stage.run, tmp_path / "camera", name, viewer)
    session = stage.now(lambda: stage.fleet.add(str(first.endpoint), camera_key=first.key))
    stage.until(lambda: session.is_connected)
    stage.run(first.__aexit__(None, None, None))
    second = started(stage.run, tmp_path / "camera", name, viewer)
    assert second.endpoint != first.endpoint
    stage.until(lambda: session.is_connected, 20)
    assert str(stage.fleet.called_at(session.identity.key)[0]) == str(second.endpoint)
    assert session.identity.key == str(first.endpoint)
    assert session.identity.endpoint == str(second.endpoint)
    stage.until(lambda: remembered)
    stage.run(second.__aexit__(None, None, None))


def test_that_who_announces_the_id_and_has_not_the_key_is_left_again(
    stage: Stage, host: CameraHost, follower: Following, remembered: list[bool]
) -> None:
    stage.now(lambda: host.admit(stage.fleet.keyring.identity.public))
    camera = stage.camera(curve=host.curve)
    session = stage.now(lambda: stage.fleet.add(str(camera.endpoint), camera_key=host.key))
    stage.until(lambda: session.is_connected)
    elsewhere = stage.camera("thief")
    said = FoundCamera(Announced("id-of-porch", "porch", (1, 1), "", host.key), elsewhere.endpoint)
    follower.finding = Said(said)
    stage.now(camera.close)

    def called_at(where: Endpoint) -> bool:
        return stage.fleet.called_at(session.identity.key)[0] == where

    stage.until(lambda: called_at(elsewhere.endpoint))
    stage.until(lambda: called_at(camera.endpoint))
    assert not called_at(elsewhere.endpoint)
    assert elsewhere.greetings == 0
    assert remembered == []


def test_that_who_announces_ever_more_addresses_keeps_the_wall_from_none(
    stage: Stage, host: CameraHost, follower: Following
) -> None:
    stage.now(lambda: host.admit(stage.fleet.keyring.identity.public))
    camera = stage.camera(curve=host.curve)
    session = stage.now(lambda: stage.fleet.add(str(camera.endpoint), camera_key=host.key))
    stage.until(lambda: session.is_connected)
    said = Announced("id-of-porch", "porch", (1, 1), "", host.key)
    follower.finding = Said(*(FoundCamera(said, Endpoint("127.0.0.1", port)) for port in free_ports(5)))
    stage.now(camera.close)

    def is_called_at_home() -> bool:
        return stage.fleet.called_at(session.identity.key)[0] == camera.endpoint

    stage.until(lambda: not is_called_at_home())
    stage.until(is_called_at_home)
    came_back = time.monotonic()
    stage.until(lambda: not is_called_at_home())
    assert time.monotonic() - came_back > 0.8 * following.REST_SECONDS


class Said(Finding):
    """What anybody may say on a network."""

    def __init__(self, *said: FoundCamera) -> None:
        super().__init__()
        self._said = list(said)

    @property
    def cameras(self) -> list[FoundCamera]:
        return self._said

    def begin(self, on_change: Callable[[], object]) -> None:
        asyncio.get_running_loop().call_soon(on_change)
