"""Quiet hours."""

from datetime import datetime

import pytest

from viewer.core.quiet import is_quiet
from viewer.core.settings import NotificationSettings


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-29 {clock}")


@pytest.mark.parametrize(
    ("begin", "end", "clock", "quiet"),
    [
        (22, 7, "21:59", False),
        (22, 7, "22:00", True),
        (22, 7, "23:59", True),
        (22, 7, "00:00", True),
        (22, 7, "06:59", True),
        (22, 7, "07:00", False),
        (12, 14, "13:00", True),
        (12, 14, "14:00", False),
        (12, 14, "11:59", False),
        (0, 0, "00:00", False),
    ],
)
def test_that_quiet_hours_may_pass_midnight(begin: int, end: int, clock: str, quiet: bool) -> None:
    settings = NotificationSettings(quiet_from=begin * 60, quiet_until=end * 60)
    assert is_quiet(settings, at(clock)) is quiet


def test_that_who_wants_none_has_quiet_hours_all_day() -> None:
    assert is_quiet(NotificationSettings(shown=False), at("12:00"))
