"""Which frames of a camera a recording can take, and when it asks for a keyframe."""

from camwire.frame import EncodedFrame
from viewer.core.recording.unbroken import ASK_SECONDS, SEEK_SECONDS, Unbroken


def key(sequence: int) -> EncodedFrame:
    return EncodedFrame(sequence, 0, "h264", 64, 48, b"")


def delta(sequence: int, after: int | None = None) -> EncodedFrame:
    before = sequence - 1 if after is None else after
    return EncodedFrame(sequence, 0, "h264", 64, 48, b"", keyframe=False, after=before)


def taken(*frames: EncodedFrame) -> list[int]:
    unbroken = Unbroken()
    return [frame.sequence for frame in frames if unbroken.takes(frame, 0.0)]


def test_that_nothing_is_taken_before_a_keyframe() -> None:
    assert taken(delta(1), delta(2), key(3), delta(4)) == [3, 4]


def test_that_after_a_missing_frame_a_keyframe_is_waited_for() -> None:
    assert taken(key(1), delta(2), delta(4), delta(5), key(6), delta(7)) == [1, 2, 6, 7]


def test_that_numbers_may_be_left_out_where_nothing_is_missing() -> None:
    assert taken(key(1), delta(5, after=1), delta(9, after=5)) == [1, 5, 9]


def test_that_what_was_taken_and_not_kept_breaks_the_order() -> None:
    unbroken = Unbroken()
    assert unbroken.takes(key(1), 0.0)
    unbroken.break_off()
    assert not unbroken.takes(delta(2), 0.1)


def test_that_a_keyframe_is_asked_for_once_in_a_while() -> None:
    unbroken = Unbroken()
    assert not unbroken.takes(delta(1), 0.0)
    assert [unbroken.must_ask(now) for now in (0.0, ASK_SECONDS - 0.1, ASK_SECONDS)] == [True, False, True]


def test_that_a_long_recording_gets_keyframes_to_be_found_by() -> None:
    unbroken = Unbroken()
    unbroken.takes(key(1), 0.0)
    unbroken.takes(delta(2), SEEK_SECONDS - 1)
    assert not unbroken.must_ask(SEEK_SECONDS - 1)
    unbroken.takes(delta(3), SEEK_SECONDS + 1)
    assert unbroken.must_ask(SEEK_SECONDS + 1)


def test_that_jpeg_asks_for_nothing() -> None:
    unbroken = Unbroken()
    for now in range(100):
        assert unbroken.takes(key(now), float(now))
        assert not unbroken.must_ask(float(now))
