"""When pictures are due, of sources that keep their pace themselves."""

import time

import pytest

from sender.pictures.pacing import Pacing
from sender.pictures.rates import NANO


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Its one element is what the clock shows."""
    shown = [5 * NANO]
    monkeypatch.setattr(time, "monotonic_ns", lambda: shown[0])
    return shown


def test_that_pictures_are_due_one_after_the_other(clock: list[int]) -> None:
    pacing = Pacing(usual_fps=1, fps=4)
    due = []
    for _ in range(4):
        due.append((pacing.due_ns - 5 * NANO) / NANO)
        pacing.step()
    assert due == [0, 0.25, 0.5, 0.75]


def test_that_a_late_picture_is_not_made_up_for(clock: list[int]) -> None:
    pacing = Pacing(usual_fps=1)
    clock[0] += 10 * NANO
    pacing.step()
    assert pacing.due_ns == clock[0]


def test_that_another_rate_begins_at_once_and_none_is_the_usual(clock: list[int]) -> None:
    pacing = Pacing(usual_fps=1, fps=0.01)
    pacing.step()
    pacing.change(None)
    assert pacing.due_ns == clock[0]
    pacing.step()
    assert pacing.due_ns == clock[0] + NANO
