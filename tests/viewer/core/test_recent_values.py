"""Which values of lines are kept in memory."""

from viewer.core.talk.recent_values import KEPT_BYTES, KEPT_VALUES, MEMORY_OF_BLOB, RecentValues


def test_that_the_oldest_values_go_when_there_are_too_many() -> None:
    recent = RecentValues()
    for line in range(KEPT_VALUES + 2):
        recent.keep(line, f"value {line}", (b"blob",))
    assert [line for line in range(KEPT_VALUES + 2) if line in recent] == list(range(2, KEPT_VALUES + 2))


def test_that_the_newest_value_is_kept_whatever_its_size() -> None:
    recent = RecentValues()
    recent.keep(1, "small", (b"blob",))
    recent.keep(2, "large", (b"", memoryview(bytes(KEPT_BYTES + 1))))
    assert (recent.get(1, "gone"), recent.get(2, "gone")) == ("gone", "large")


def test_that_what_python_s_objects_take_is_reckoned_with() -> None:
    recent = RecentValues()
    recent.keep(1, "first", (b"", bytes(KEPT_BYTES // 2)))
    recent.keep(2, "many small objects", (bytes(KEPT_BYTES // 2 // MEMORY_OF_BLOB + 1),))
    assert 1 not in recent


def test_that_a_value_goes_with_its_line_into_another_conversation() -> None:
    recent = RecentValues()
    recent.keep(1, "value", (b"blob",))
    recent.move(1, to=7)
    recent.move(2, to=8)
    assert (1 in recent, recent.get(7, ""), 8 in recent) == (False, "value", False)
