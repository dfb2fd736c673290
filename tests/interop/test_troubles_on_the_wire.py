"""Whatever is said to a listening port: it is answered, a person is told, and no camera suffers from it."""

import random
import socket
from pathlib import Path

import pytest
import zmq

from tests.interop import raw_peers
from tests.interop.conftest import HEALTHY, Caller
from tests.interop.stock_wall import StockWall
from viewer.core.sessions.state import Phase

CONNECTIONS = 200


@pytest.mark.alone
@pytest.mark.slow
def test_that_a_goodbye_before_the_first_picture_is_answered_at_once(healthy: StockWall, caller: Caller) -> None:
    early = caller(healthy.port)
    early.send(*raw_peers.netgear_goodbye(port="1"))
    took = healthy.until(lambda: early.has_answers(1))
    print(f"answered {took:.3f} s")
    assert took < 0.5
    assert len(healthy.tiles) == len(HEALTHY)
    assert healthy.notices == []


@pytest.mark.alone
@pytest.mark.slow
def test_that_rubbish_is_answered_and_told_once(healthy: StockWall, caller: Caller) -> None:
    dice = random.Random(7)
    peers = [caller(healthy.port) for _ in range(4)]
    for turn in range(1, 4):
        for count, peer in enumerate(peers, 1):
            peer.send(*(dice.randbytes(dice.randrange(1, 2000)) for _ in range(count)))
        healthy.until(lambda turn=turn: all(peer.has_answers(turn) for peer in peers))
    assert len(healthy.tiles) == len(HEALTHY)
    assert len(healthy.notices) == 1
    assert f"at port {healthy.port} is nothing that a camera says" in healthy.notices[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        (raw_peers.netgear(1, shape=[120, 161, 3]), "57,600 bytes as an array of shape"),
        (raw_peers.netgear(1, shape=["a"]), "an array of shape"),
        (raw_peers.netgear(1, dtype="object"), "an array of type 'object'"),
        (raw_peers.netgear(1, compression={"colorspace": "BGR"}), "no JPEG picture"),
    ],
    ids=["size", "shape", "type", "codec"],
)
def test_that_a_wrong_picture_is_refused_with_a_sentence_and_a_right_one_is_live(
    wall: StockWall, caller: Caller, message: raw_peers.Message, sentence: str
) -> None:
    wall.listen()
    peer = caller(wall.port)
    for turn in (1, 2):
        peer.send(*message)
        assert wall.until(lambda turn=turn: peer.has_answers(turn)) < 0.5
    (tile,) = wall.tiles
    assert tile.session.state.phase is Phase.REFUSED
    assert sentence in tile.session.state.reason
    peer.send(*raw_peers.netgear(1))
    wall.until(lambda: wall.shows(1))
    assert len(wall.tiles) == 1


@pytest.mark.alone
@pytest.mark.slow
def test_that_messages_of_other_lengths_end_no_camera_for_good(healthy: StockWall, caller: Caller) -> None:
    known, unknown, dealer = caller(healthy.port), caller(healthy.port), caller(healthy.port, kind=zmq.DEALER)
    known.send(*raw_peers.netgear(1))
    healthy.until(lambda: known.has_answers(1) and healthy.shows(1))
    strange = [(*raw_peers.netgear(1), b"more"), (b"",), (b"", b""), raw_peers.netgear(1)[:1]]
    for turn, message in enumerate(strange, 1):
        known.send(*message)
        unknown.send(*message)
        dealer.send(*message)
        healthy.until(lambda turn=turn: known.has_answers(turn + 1) and unknown.has_answers(turn))
    session = healthy.session(1)
    assert session.state.phase is Phase.REFUSED
    assert len(healthy.tiles) == len(HEALTHY) + 1
    known.send(*raw_peers.netgear(1))
    healthy.until(lambda: session.state.phase is Phase.LIVE)


@pytest.mark.alone
@pytest.mark.slow
def test_that_two_hundred_connections_that_come_to_nothing_cost_nothing(healthy: StockWall) -> None:
    for _ in range(CONNECTIONS // 20):
        opened = [socket.create_connection(("127.0.0.1", healthy.port)) for _ in range(20)]
        counts = {seed: healthy.tile(seed).count for seed in HEALTHY}
        healthy.until(lambda counts=counts: all(healthy.tile(seed).count > counts[seed] for seed in HEALTHY))
        for each in opened:
            each.close()
    counts = {seed: healthy.tile(seed).count for seed in HEALTHY}
    healthy.until(lambda: all(healthy.tile(seed).count > counts[seed] + 10 for seed in HEALTHY))
    assert len(healthy.tiles) == len(HEALTHY)
    print(healthy.notices)
    assert len(healthy.notices) == len(set(healthy.notices)) <= 2


@pytest.mark.alone
@pytest.mark.slow
def test_that_a_program_in_a_picture_is_not_run(healthy: StockWall, caller: Caller, tmp_path: Path) -> None:
    peer, touched = caller(healthy.port), tmp_path / "touched"
    peer.send(*raw_peers.netgear_async_bomb(touched))
    healthy.until(lambda: peer.has_answers(1) and len(healthy.tiles) > len(HEALTHY))
    session = healthy.tiles[-1].session
    assert (session.state.phase, session.dialect) == (Phase.REFUSED, "netgear_async")
    assert "could hold a program" in session.state.reason
    peer.send(*raw_peers.netgear_async(1))
    healthy.until(lambda: session.state.phase is Phase.LIVE)
    assert not touched.exists()
