"""Which tile a stock sender gets: its own, also after a restart, though it hardly says who it is."""

import time
from itertools import pairwise

import pytest

from tests.interop import raw_peers
from tests.interop.conftest import Caller
from tests.interop.stock_wall import StockWall
from tests.support.stock import free_ports
from viewer.core.fleet import Fleet
from viewer.core.sessions.state import Phase

PLAIN = ("netgear", "--pattern", 1)
SERVER = ("netgear", "--pattern", 1, "--multiserver")


def restart(wall: StockWall, seed: int, *words: object, port: int | None = None) -> None:
    """Kill a sender, see its tile offline, start it again, see it live."""
    session = wall.session(seed)
    wall.peers[seed].kill()
    wall.until(lambda: not session.is_connected)
    wall.sender(seed, *words, port=port)
    wall.until(lambda: session.state.phase is Phase.LIVE and session.is_connected)


def reopened(wall: StockWall, only: list[str]) -> Fleet:
    wall.now(wall.fleet.close)
    return wall.open(only=only)


@pytest.mark.slow
def test_that_plain_senders_of_one_computer_have_a_tile_each_and_keep_it(wall: StockWall) -> None:
    wall.listen()
    wall.sender(1, *PLAIN)
    wall.sender(2, *PLAIN)
    wall.until(lambda: wall.shows(1, 2))
    sessions = {seed: wall.session(seed) for seed in (1, 2)}
    for seed in (1, 2, 1):
        restart(wall, seed, *PLAIN)
        wall.until(lambda: wall.shows(1, 2))
        assert {seed: wall.session(seed) for seed in (1, 2)} == sessions
    assert len(wall.tiles) == 2


@pytest.mark.slow
def test_that_multi_server_senders_keep_their_tile_by_their_port(wall: StockWall) -> None:
    ports = dict(enumerate(free_ports(3), 1))
    for seed, port in ports.items():
        wall.listen(port=port)
        wall.sender(seed, *SERVER, port=port)
    wall.until(lambda: wall.shows(*ports))
    sessions = {seed: wall.session(seed) for seed in ports}
    assert {seed: session.name for seed, session in sessions.items()} == {
        seed: f"Port {port}" for seed, port in ports.items()
    }
    for seed in ports:
        wall.peers[seed].kill()
    wall.until(lambda: not any(session.is_connected for session in sessions.values()))
    for tile in wall.tiles:
        tile.pixels = None
    for seed in reversed(ports):
        wall.sender(seed, *SERVER, port=ports[seed])
        wall.until(lambda seed=seed: wall.shows(seed))
    assert {seed: wall.session(seed) for seed in ports} == sessions


@pytest.mark.slow
def test_that_a_sender_that_ran_out_of_patience_keeps_its_tile(wall: StockWall) -> None:
    wall.listen()
    wall.sender(1, *PLAIN, "--timeout", 1)
    wall.sender(2, *SERVER, "--timeout", 1)
    wall.until(lambda: wall.shows(1, 2))
    sessions = {seed: wall.session(seed) for seed in (1, 2)}
    # The viewer hangs for so long that each of them gives up its socket twice.
    wall.now(lambda: time.sleep(2.6))
    for tile in wall.tiles:
        tile.restart()
    wall.until(lambda: all(tile.count > 25 for tile in wall.tiles))
    wall.until(lambda: wall.shows(1, 2))
    assert {seed: wall.session(seed) for seed in (1, 2)} == sessions
    assert len(wall.tiles) == 2


@pytest.mark.slow
def test_that_a_sender_whose_new_socket_is_here_before_the_old_one_has_ended_keeps_its_tile(
    wall: StockWall, caller: Caller
) -> None:
    wall.listen()
    sockets = [caller(wall.port) for _ in range(3)]
    for old, new in pairwise([None, *sockets]):
        new.send(*raw_peers.netgear(1))
        if old is not None:
            wall.watch(0.05)
            old.close()
        wall.until(lambda new=new: new.has_answers(1))
    assert len(wall.tiles) == 1


@pytest.mark.slow
def test_that_a_removed_sender_stays_away_though_it_goes_on_sending(wall: StockWall) -> None:
    wall.listen()
    wall.sender(1, *PLAIN)
    wall.sender(2, "imagezmq", "--name", "porch")
    wall.until(lambda: wall.shows(1, 2))
    for tile in list(wall.tiles):
        wall.now(lambda tile=tile: wall.fleet.remove(tile.session.identity.key))
    wall.watch(3)
    assert wall.tiles == []
    wall.peers[2].kill()
    wall.sender(2, "imagezmq", "--name", "porch")
    wall.until(lambda: wall.peers[2].is_ready)
    wall.watch(1.5)
    assert wall.tiles == []
    assert not any(peer.has_ended for peer in wall.peers.values())
    wall.peers[1].ask_to_end()
    assert wall.until(lambda: wall.peers[1].has_ended) < 2


@pytest.mark.slow
def test_that_a_name_that_changes_with_every_picture_makes_one_tile(wall: StockWall, caller: Caller) -> None:
    wall.listen()
    for life in range(3):
        peer = caller(wall.port)
        for turn in range(1, 11):
            peer.send(*raw_peers.imagezmq(1, f"12:0{life}:0{turn}"))
            wall.until(lambda peer=peer, turn=turn: peer.has_answers(turn))
        wall.until(lambda: wall.tile(1))
        session = wall.session(1)
        peer.close()
        wall.until(lambda session=session: not session.is_connected)
    assert len(wall.tiles) == 1


@pytest.mark.slow
def test_that_only_those_asked_for_are_shown(wall: StockWall, caller: Caller) -> None:
    first, second = free_ports(2)
    reopened(wall, ["Porch", str(second), "127.0.0.2"])
    wall.listen(port=first)
    wall.listen(port=second)
    wall.sender(1, "imagezmq", "--name", "porch", port=first)
    wall.sender(2, *SERVER, port=second)
    wall.sender(3, "imagezmq", "--name", "gate", port=first)
    wall.sender(4, *SERVER, port=first)
    far = caller(first, "127.0.0.2")
    far.send(*raw_peers.netgear(5))
    wall.until(lambda: wall.shows(1, 2) and wall.tile(5) and far.has_answers(1))
    wall.until(lambda: all(peer.is_ready for peer in wall.peers.values()))
    wall.watch(1.5)
    assert len(wall.tiles) == 3
    assert not any(peer.has_ended for peer in wall.peers.values())
