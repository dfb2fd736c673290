"""What a viewer may get of frames that build on each other."""

from camwire.frame import EncodedFrame
from sender.audience.delta_chain import DeltaChain


def key(sequence: int) -> EncodedFrame:
    return EncodedFrame(sequence, 0, "h264", 64, 48, b"")


def delta(sequence: int, after: int) -> EncodedFrame:
    return EncodedFrame(sequence, 0, "h264", 64, 48, b"", keyframe=False, after=after)


def sent(*frames: EncodedFrame) -> DeltaChain:
    chain = DeltaChain()
    for frame in frames:
        assert chain.follows(frame)
        chain.sent(frame)
    return chain


def test_that_it_begins_with_a_keyframe() -> None:
    chain = DeltaChain()
    assert chain.needs_keyframe
    assert not chain.follows(delta(5, after=0))
    assert chain.follows(key(5))


def test_that_deltas_follow_the_frame_they_build_on_and_no_other() -> None:
    chain = sent(key(5), delta(7, after=5))
    assert not chain.needs_keyframe
    assert chain.follows(delta(8, after=7))
    assert not chain.follows(delta(9, after=8))


def test_that_who_missed_one_gets_nothing_before_a_keyframe_and_goes_on_alone() -> None:
    chain, other = sent(key(1)), sent(key(1))
    chain.missed()
    other.missed()
    assert chain.needs_keyframe
    assert not chain.follows(delta(2, after=1))
    assert chain.follows(key(3))
    assert 0 != chain.alone != other.alone != 0


def test_that_who_has_not_begun_does_not_miss_anything() -> None:
    chain = DeltaChain()
    chain.missed()
    assert (chain.alone, chain.needs_keyframe) == (0, True)


def test_that_who_keeps_step_shares() -> None:
    assert sent(key(1), delta(2, after=1)).alone == 0


def test_that_other_pictures_are_shared_again_from_a_keyframe_on() -> None:
    chain = sent(key(1))
    chain.missed()
    chain.begin_anew()
    assert (chain.alone, chain.needs_keyframe) == (0, True)


def test_that_a_keyframe_is_made_for_who_asks_once_it_has_done_with_the_last() -> None:
    chain = sent(key(1), delta(2, after=1))
    chain.taken(2)
    chain.asked()
    assert chain.needs_keyframe


def test_that_asking_again_while_a_keyframe_is_on_its_way_brings_no_other() -> None:
    chain = sent(key(1), delta(2, after=1))
    chain.taken(1)
    chain.asked()
    chain.sent(key(4))
    chain.asked()
    assert not chain.needs_keyframe
    chain.taken(4)
    chain.asked()
    assert chain.needs_keyframe
