"""What is said to a camera reaches that camera or nobody, whoever calls in its place."""

import json

from tests.interop import raw_peers
from tests.interop.conftest import Caller
from tests.interop.raw_peers import RawPeer
from tests.interop.stock_wall import StockTile, StockWall
from viewer.core.sessions.state import Phase
from viewer.core.talk.chat import Delivery


def sends(wall: StockWall, peer: RawPeer, message: raw_peers.Message) -> list[bytes]:
    """Send a message; return its answer."""
    count = len(peer.answers) + 1
    peer.send(*message)
    wall.until(lambda: peer.has_answers(count))
    return peer.answers[-1]


def gone(wall: StockWall, peer: RawPeer, tile: StockTile) -> None:
    peer.close()
    wall.until(lambda: not tile.session.is_connected)


def said(answer: list[bytes]) -> object:
    return json.loads(answer[0])["data"]


def test_that_of_two_cameras_that_are_alike_none_gets_the_lines_of_the_other(wall: StockWall, caller: Caller) -> None:
    port = wall.listen()
    first, second = caller(port), caller(port)
    sends(wall, first, raw_peers.netgear(1))
    sends(wall, second, raw_peers.netgear(2))
    one, two = wall.tiles
    gone(wall, first, one)
    gone(wall, second, two)
    line = wall.now(lambda: one.session.say("for the first only"))
    back = caller(port)
    answers = [sends(wall, back, raw_peers.netgear(2)) for _ in range(3)]
    assert [said(answer) for answer in answers] == [None, None, None]
    assert line.delivery is Delivery.FAILED
    assert len(wall.tiles) == 2
    wall.now(lambda: one.session.say("and this one arrives"))
    sends(wall, back, raw_peers.netgear(2))
    assert said(back.answers[-1]) == "and this one arrives"


def test_that_a_camera_alone_of_its_kind_gets_what_waited(wall: StockWall, caller: Caller) -> None:
    port = wall.listen()
    first = caller(port)
    sends(wall, first, raw_peers.netgear(1))
    (tile,) = wall.tiles
    gone(wall, first, tile)
    wall.now(lambda: tile.session.say("welcome back"))
    assert said(sends(wall, caller(port), raw_peers.netgear(1))) == "welcome back"


def test_that_a_camera_with_another_name_gets_a_tile_of_its_own(wall: StockWall, caller: Caller) -> None:
    port = wall.listen()
    porch = caller(port)
    for text in ("porch", "motion", "porch"):
        sends(wall, porch, raw_peers.imagezmq(1, text))
    (tile,) = wall.tiles
    gone(wall, porch, tile)
    wall.now(lambda: tile.session.say("open the porch door"))
    assert sends(wall, caller(port), raw_peers.imagezmq(2, "gate")) == [b"OK"]
    assert [each.session.name for each in wall.tiles] == ["porch", "gate"]
    assert sends(wall, caller(port), raw_peers.imagezmq(1, "porch")) == [b"open the porch door"]


def test_that_a_camera_whose_text_is_never_the_same_keeps_its_tile(wall: StockWall, caller: Caller) -> None:
    port = wall.listen()
    clock = caller(port)
    for second in range(12):
        sends(wall, clock, raw_peers.imagezmq(1, f"10:00:{second}"))
    (tile,) = wall.tiles
    gone(wall, clock, tile)
    sends(wall, caller(port), raw_peers.imagezmq(1, "10:05:00"))
    assert wall.tiles == [tile]


def test_that_a_name_may_look_like_the_number_of_another(wall: StockWall, caller: Caller) -> None:
    port = wall.listen()
    cams = [caller(port), caller(port)]
    for cam, name in zip(cams, ("cam", "cam#2"), strict=True):
        sends(wall, cam, raw_peers.imagezmq(1, name))
    gone(wall, cams[1], wall.tiles[1])
    wall.now(lambda: wall.tiles[1].session.say("for cam#2"))
    assert sends(wall, caller(port), raw_peers.imagezmq(1, "cam")) == [b"OK"]
    assert [each.session.name for each in wall.tiles] == ["cam", "cam#2", "cam (2)"]


def test_that_a_refused_camera_that_hangs_up_is_offline(wall: StockWall, caller: Caller) -> None:
    port = wall.listen()
    peer = caller(port)
    sends(wall, peer, raw_peers.netgear(1))
    sends(wall, peer, raw_peers.netgear(1, shape=[1, 2, 3]))
    (tile,) = wall.tiles
    assert tile.session.state.phase is Phase.REFUSED
    peer.close()
    wall.until(lambda: tile.session.state.phase is Phase.OFFLINE)


def test_that_cameras_of_a_port_that_is_closed_are_offline(wall: StockWall, caller: Caller) -> None:
    port = wall.listen()
    peer = caller(port)
    sends(wall, peer, raw_peers.netgear(1))
    (tile,) = wall.tiles
    wall.until(lambda: tile.session.state.phase is Phase.LIVE)
    wall.now(lambda: wall.fleet.stop_listening(wall.fleet.listening[0]))
    assert not tile.session.is_connected
    wall.until(lambda: tile.session.state.phase is Phase.OFFLINE)


def test_that_a_flood_of_texts_is_cut_to_the_newest(wall: StockWall, caller: Caller) -> None:
    peer = caller(wall.listen())
    for number in range(300):
        sends(wall, peer, raw_peers.netgear(1, message=f"reading {number}"))
    (tile,) = wall.tiles
    assert tile.heard[:100] == [f"reading {number}" for number in range(100)]
    assert len(tile.heard) < 120
    while tile.heard[-1] != "reading 299":
        sends(wall, peer, raw_peers.netgear(1, message="reading 299"))
