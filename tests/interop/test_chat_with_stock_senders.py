"""What a person says reaches the stock sender it was said to: once, in order, and nobody else."""

import pytest

from camwire.errors import UsageError
from tests.interop.stock_wall import StockWall
from tests.support.stock import free_port
from viewer.core.talk.chat import Delivery

LINES = 100
KINDS = {
    1: ("netgear", "--pattern", 1, "--bidirectional"),
    2: ("netgear", "--pattern", 0, "--bidirectional"),
    3: ("netgear", "--pattern", 1, "--multiclient"),
    4: ("netgear_async", "--pattern", 1, "--bidirectional"),
    5: ("imagezmq",),
}
PAIR = 2


def deliveries(wall: StockWall, seed: int) -> list[Delivery | None]:
    return [line.delivery for line in wall.session(seed).chat.lines if line.is_mine]


@pytest.mark.slow
def test_that_a_hundred_lines_reach_each_of_five_kinds_once_and_in_order(wall: StockWall) -> None:
    pair = free_port()
    wall.listen()
    wall.listen("pair+", pair)
    for seed, words in KINDS.items():
        wall.sender(seed, *words, "--fps", 60, port=pair if seed == PAIR else None)
    wall.until(lambda: wall.shows(*KINDS))
    for number in range(LINES):
        for seed in KINDS:
            wall.now(lambda seed=seed, number=number: wall.session(seed).say(f"{number} for {seed}"))
    wall.until(lambda: all(set(deliveries(wall, seed)) == {Delivery.RECEIVED} for seed in KINDS))
    wall.until(lambda: all(len(wall.peers[seed].got) >= LINES for seed in KINDS))
    for seed in KINDS:
        assert wall.peers[seed].got == [f"{number} for {seed}" for number in range(LINES)]
        assert len(deliveries(wall, seed)) == LINES


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["netgear", "netgear_async"])
def test_that_lines_said_while_the_sender_is_away_arrive_once(wall: StockWall, kind: str) -> None:
    wall.listen()
    words = (kind, "--pattern", 1, "--bidirectional")
    wall.sender(1, *words)
    wall.until(lambda: wall.shows(1))
    session = wall.session(1)
    wall.peers[1].kill()
    wall.until(lambda: not session.is_connected)
    lines = [f"line {number}" for number in range(5)]
    for line in lines:
        wall.now(lambda line=line: session.say(line))
    assert set(deliveries(wall, 1)) == {Delivery.QUEUED}
    wall.sender(1, *words)
    wall.until(lambda: set(deliveries(wall, 1)) == {Delivery.RECEIVED} and len(wall.peers[1].got) >= len(lines))
    assert wall.peers[1].got == lines
    assert len(wall.tiles) == 1
    assert wall.shows(1)


@pytest.mark.slow
def test_that_a_person_is_told_who_may_not_and_who_cannot_hear(wall: StockWall) -> None:
    published, pushed, pictured = free_port(), free_port(), free_port()
    wall.listen()
    wall.listen("sub+", published)
    wall.listen("pull+", pushed)
    wall.now(lambda: wall.fleet.add(f"sub+tcp://127.0.0.1:{pictured}"))
    wall.sender(1, "netgear", "--pattern", 1)
    wall.sender(2, "netgear", "--pattern", 2, port=published)
    wall.sender(3, "netgear_async", "--pattern", 3, port=pushed)
    wall.sender(4, "netgear_async", "--pattern", 1)
    wall.sender(5, "imagezmq", "--mode", "pub", port=pictured)
    wall.until(lambda: wall.shows(1, 2, 3, 4, 5))
    assert "bidirectional mode" in wall.session(1).caution
    assert not wall.session(1).why_mute
    wall.now(lambda: wall.session(1).say("is anybody there?"))
    wall.until(lambda: deliveries(wall, 1) == [Delivery.RECEIVED])
    assert wall.peers[1].got == []
    reasons = {2: "publish pattern", 3: "patterns 2 and 3", 4: "without bidirectional_mode", 5: "publish mode"}
    for seed, reason in reasons.items():
        assert reason in wall.session(seed).why_mute
        with pytest.raises(UsageError, match=reason):
            wall.now(lambda seed=seed: wall.session(seed).say("hello"))
    assert wall.shows(1, 2, 3, 4, 5)
