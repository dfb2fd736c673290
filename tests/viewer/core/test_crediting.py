"""How many frames may be under way, and how long the viewer had them."""

import pytest

from viewer.core.pictures.crediting import LEAST_FRAMES, MOST_FRAMES, Crediting, window_for


@pytest.mark.parametrize(
    ("round_trip", "fps", "frames"),
    [
        (None, 30.0, LEAST_FRAMES),
        (0.0005, 0.0, LEAST_FRAMES),
        (0.0005, 30.0, LEAST_FRAMES),
        (0.02, 60.0, 3),
        (0.1, 30.0, 4),
        (0.3, 15.0, 6),
        (9.0, 100.0, MOST_FRAMES),
    ],
)
def test_that_a_window_is_a_round_trip_s_worth_of_frames(round_trip: float | None, fps: float, frames: int) -> None:
    assert window_for(round_trip, fps) == frames


@pytest.mark.parametrize(("round_trip", "source"), [(0.04, 30.0), (0.2, 30.0), (0.3, 15.0), (0.2, 60.0)])
def test_that_a_window_grows_from_frame_to_frame_until_the_link_is_never_idle(round_trip: float, source: float) -> None:
    fps = 0.0
    for _ in range(20):
        # So many come in a round trip, and no more than the source gives.
        fps = min(source, window_for(round_trip, fps) / round_trip)
    assert fps == source


def test_that_a_frame_is_held_from_when_it_came_until_it_is_taken() -> None:
    crediting = Crediting()
    crediting.arrived(1, 10.0)
    crediting.arrived(2, 10.1)
    crediting.took(2, 10.13)
    assert (crediting.taken, crediting.held) == (2, pytest.approx(0.03))


def test_that_saying_it_again_later_does_not_make_it_longer() -> None:
    crediting = Crediting()
    crediting.arrived(1, 10.0)
    crediting.took(1, 10.02)
    crediting.took(1, 11.0)
    assert crediting.held == pytest.approx(0.02)


def test_that_a_camera_that_begins_anew_begins_with_nothing_held() -> None:
    crediting = Crediting()
    crediting.arrived(7, 10.0)
    crediting.took(7, 10.5)
    crediting.restart()
    assert (crediting.taken, crediting.held) == (0, 0.0)
    crediting.arrived(1, 20.0)
    crediting.took(1, 20.01)
    assert crediting.held == pytest.approx(0.01)


def test_that_a_frame_that_never_came_was_not_held() -> None:
    crediting = Crediting()
    crediting.arrived(1, 10.0)
    crediting.took(3, 12.0)
    assert crediting.held == 0.0
