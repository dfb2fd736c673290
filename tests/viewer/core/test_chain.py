"""Which frames are decoded, and when a keyframe has to be asked for."""

from hypothesis import given
from hypothesis import strategies as st

from camwire import limits
from camwire.events import FrameReceived
from camwire.frame import EncodedFrame
from viewer.core.pictures.chain import ASK_SECONDS, Chain


def key(sequence: int, payload: bytes = b"") -> FrameReceived:
    return FrameReceived(EncodedFrame(sequence, 0, "h264", 64, 48, payload), 0.0, 0.0)


def delta(sequence: int, after: int | None = None, payload: bytes = b"") -> FrameReceived:
    """A frame that builds on the one before, or on `after`."""
    before = sequence - 1 if after is None else after
    return FrameReceived(EncodedFrame(sequence, 0, "h264", 64, 48, payload, keyframe=False, after=before), 0.0, 0.0)


def sequences(frames: list[FrameReceived]) -> list[int]:
    return [each.frame.sequence for each in frames]


class Run:
    """A chain, and what became of the frames that were put into it."""

    def __init__(self, *frames: FrameReceived) -> None:
        self.chain = Chain()
        self.dropped: list[int] = []
        self.put(*frames)

    def put(self, *frames: FrameReceived) -> None:
        for frame in frames:
            self.dropped += sequences(self.chain.put(frame))

    def rest(self) -> list[int]:
        """Take everything that waits."""
        return sequences(list(iter(self.chain.take, None)))

    def fail(self) -> None:
        """The next frame cannot be decoded."""
        taken = self.chain.take()
        assert taken is not None
        self.dropped += sequences(self.chain.failed(taken))


def test_that_the_newest_keyframe_takes_the_place_of_all_that_wait() -> None:
    run = Run(key(1), delta(2), key(3), key(4))
    assert (run.dropped, run.rest()) == ([1, 2, 3], [4])


def test_that_deltas_wait_in_order() -> None:
    run = Run(key(1), delta(2), delta(4, after=2))
    assert (run.dropped, run.rest()) == ([], [1, 2, 4])
    run.put(delta(5, after=4))
    assert run.rest() == [5]


def test_that_nothing_is_decoded_after_a_gap_until_a_keyframe() -> None:
    run = Run(key(1), delta(2), delta(4), delta(5))
    assert (run.dropped, run.rest()) == ([4, 5], [1, 2])
    run.put(key(6), delta(7))
    assert run.rest() == [6, 7]


def test_that_a_stream_that_begins_with_a_delta_is_not_decoded() -> None:
    run = Run(delta(1, after=0))
    assert (run.dropped, run.rest()) == ([1], [])


def test_that_nothing_is_decoded_after_a_failure_until_a_keyframe() -> None:
    run = Run(key(1), delta(2), delta(3))
    run.fail()
    run.put(delta(4))
    assert (run.dropped, run.rest()) == ([2, 3, 4], [])
    run.put(key(5))
    assert run.rest() == [5]


def test_that_a_keyframe_that_waits_survives_the_failure_of_the_frame_before() -> None:
    run = Run(key(1))
    first = run.chain.take()
    assert first is not None
    run.put(key(2), delta(3))
    assert run.chain.failed(first) == []
    assert run.rest() == [2, 3]


def test_that_too_many_that_wait_are_dropped_up_to_a_keyframe() -> None:
    run = Run(key(1), *(delta(each) for each in range(2, limits.CREDIT_FRAMES + 1)))
    assert run.dropped == []
    run.put(delta(limits.CREDIT_FRAMES + 1))
    assert run.dropped == list(range(1, limits.CREDIT_FRAMES + 2))
    assert run.chain.must_ask(0.0)


def test_that_those_that_wait_have_together_no_more_bytes_than_one_message_may() -> None:
    half = bytes(limits.MESSAGE_BYTES // 2)
    run = Run(key(1, half), delta(2, payload=half))
    assert run.dropped == []
    run.put(delta(3, payload=b"."))
    assert run.dropped == [1, 2, 3]


def test_that_a_keyframe_is_asked_for_after_a_gap_and_not_too_often() -> None:
    run = Run(key(1), delta(3))
    assert run.chain.must_ask(10.0)
    assert not run.chain.must_ask(10.0 + 0.9 * ASK_SECONDS)
    assert run.chain.must_ask(10.0 + ASK_SECONDS)


def test_that_a_keyframe_is_asked_for_after_a_damaged_delta() -> None:
    run = Run(key(1), delta(2))
    run.chain.take()
    run.fail()
    assert run.chain.must_ask(0.0)


def test_that_none_is_asked_for_once_one_is_here() -> None:
    run = Run(delta(2), key(3))
    assert not run.chain.must_ask(0.0)


def test_that_none_is_asked_for_where_every_frame_is_one() -> None:
    run = Run(key(1))
    run.fail()
    assert not run.chain.must_ask(0.0)


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["arrives", "lost", "take", "fail"])), max_size=60))
def test_that_whatever_happens_no_delta_is_decoded_without_the_frame_it_builds_on(
    happenings: list[tuple[bool, str]],
) -> None:
    chain, decoded = Chain(), 0
    for sequence, (is_key, what) in enumerate(happenings, 1):
        if what in ("arrives", "lost"):
            frame = key(sequence) if is_key else delta(sequence)
            if what == "arrives":
                chain.put(frame)
        elif (taken := chain.take()) is not None:
            assert taken.frame.keyframe or taken.frame.after == decoded
            decoded = taken.frame.sequence if what == "take" else 0
            if what == "fail":
                chain.failed(taken)
