"""Motion is noticed where something moves, and nowhere else: not in noise, not in changing light, not outside."""

import time
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import pytest

from tests.support.clip import pictures as film
from viewer.core.motion.detector import QUIET_SECONDS, MotionDetector, Region, grey_of

STEP = 0.2
SCENE = np.random.default_rng(7).integers(30, 190, (12, 20)).astype(np.float32).repeat(8, 0).repeat(8, 1)[:90]


class Seen:
    """A detector that is shown scenes, with the noise of a camera in the dark, five per second."""

    def __init__(self, detector: MotionDetector | None = None, noise: float = 6.0) -> None:
        self.detector = detector or MotionDetector()
        self._noise = noise
        self._random = np.random.default_rng(1)
        self.now = 0.0

    def show(self, scenes: Iterable[Any]) -> int:
        """At how many of them something was thought to move."""
        return sum(self._look(scene) for scene in scenes)

    def _look(self, scene: Any) -> bool:
        noisy = scene + self._random.normal(0, self._noise, scene.shape)
        self.now += STEP
        return self.detector.look(np.clip(noisy, 0, 255).astype(np.uint8), self.now)


def still(count: int) -> list[Any]:
    return [SCENE] * count


def walk(count: int, light: float = 1.0) -> list[Any]:
    """Somebody crosses the picture."""
    scenes = []
    for step in range(count):
        scene = SCENE * light
        scene[30:62, (step * 4) % 140 : (step * 4) % 140 + 12] = 210 * light
        scenes.append(scene)
    return scenes


def test_that_who_walks_by_is_noticed_and_gone_after_a_while() -> None:
    seen = Seen()
    assert seen.show(still(50)) == 0
    assert seen.show(walk(20)) >= 18
    rest = seen.show(still(40))
    assert rest <= QUIET_SECONDS / STEP + 2
    assert not seen.detector.is_moving


@pytest.mark.parametrize("noise", [0.0, 3.0, 10.0])
def test_that_noise_is_no_motion(noise: float) -> None:
    assert Seen(noise=noise).show(still(300)) == 0


@pytest.mark.parametrize(
    "light",
    [
        lambda step: 1.0 if step < 50 else 0.5,
        lambda step: 0.5 if step < 50 else 1.0,
        lambda step: 1 + 0.4 * np.sin(step / 10),
        lambda step: 1.0 if step // 25 % 2 else 0.8,
    ],
    ids=["lamp off", "lamp on", "clouds", "flickering lamp"],
)
def test_that_other_light_is_no_motion(light: Callable[[int], float]) -> None:
    assert Seen().show([SCENE * light(step) for step in range(200)]) == 0


def test_that_who_walks_by_in_fading_light_is_noticed() -> None:
    seen = Seen()
    seen.show(SCENE * (1 - step / 200) for step in range(100))
    assert seen.show(walk(20, light=0.5)) >= 15


def test_that_leaves_that_always_move_are_learned() -> None:
    random = np.random.default_rng(3)

    def leaves() -> Any:
        scene = SCENE.copy()
        scene[:20, :40] += random.normal(0, 30, (5, 10)).repeat(4, 0).repeat(4, 1)
        return scene

    seen = Seen()
    seen.show(leaves() for _ in range(200))
    assert seen.show(leaves() for _ in range(100)) == 0
    assert seen.show(walk(20)) >= 15


def test_that_what_stops_becomes_part_of_the_scene() -> None:
    parked = SCENE.copy()
    parked[40:70, 50:90] = 220
    seen = Seen()
    seen.show(still(30))
    assert seen.show([parked] * 10) > 5
    seen.show([parked] * 400)
    assert seen.show([parked] * 50) == 0


def test_that_only_the_region_counts() -> None:
    seen = Seen(MotionDetector(region=Region(0.0, 0.75, 1.0, 1.0)))
    seen.show(still(30))
    assert seen.show(walk(30)) == 0
    seen.detector.region = Region(0.0, 0.3, 1.0, 0.7)
    assert seen.show(walk(30)) > 20


def test_that_a_higher_sensitivity_sees_smaller_things() -> None:
    def mouse(step: int) -> Any:
        scene = SCENE.copy()
        scene[70:75, step * 3 : step * 3 + 7] += 50
        return scene

    found = []
    for sensitivity in (20, 90):
        seen = Seen(MotionDetector(sensitivity), noise=3.0)
        seen.show(still(30))
        found.append(seen.show(mouse(step) for step in range(30)))
    assert found[0] == 0
    assert found[1] > 15


def test_that_a_camera_that_is_turned_is_one_event_at_most_and_then_quiet() -> None:
    seen = Seen()
    seen.show(still(30))
    other = SCENE[::-1, ::-1].copy()
    assert seen.show([other] * 60) <= QUIET_SECONDS / STEP + 4
    assert seen.show([other] * 50) == 0


def test_that_another_size_of_the_picture_is_no_motion() -> None:
    seen = Seen()
    seen.show(still(20))
    assert seen.show([SCENE[::2, ::2]] * 30) == 0


def test_that_a_film_moves_and_its_standing_picture_does_not() -> None:
    shown = [grey_of(picture) for picture in film(90)]
    detector = MotionDetector()
    assert sum(detector.look(shown[0], STEP * step) for step in range(30)) == 0
    moving = [detector.look(shown[3 * step], 6 + STEP * step) for step in range(30)]
    assert sum(moving) > 15
    assert max(each.shape[1] for each in shown) <= 160


@pytest.mark.alone
def test_that_a_look_costs_less_than_a_third_of_a_millisecond() -> None:
    random = np.random.default_rng(1)
    scenes = [np.clip(SCENE + random.normal(0, 6, SCENE.shape), 0, 255).astype(np.uint8) for _ in range(20)]
    detector, costs = MotionDetector(), []
    for step in range(400):
        began = time.thread_time()
        detector.look(scenes[step % 20], STEP * step)
        costs.append(time.thread_time() - began)
    assert float(np.median(costs)) < 0.3e-3
