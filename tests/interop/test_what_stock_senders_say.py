"""What stock senders say beside their pictures becomes lines of the chat, once each."""

import pytest

from tests.interop.stock_wall import StockWall
from tests.support.stock import free_port


@pytest.mark.slow
def test_that_what_comes_with_every_picture_is_one_line_until_it_changes(wall: StockWall) -> None:
    published = free_port()
    wall.listen()
    wall.listen("sub+", published)
    wall.sender(1, "netgear", "--pattern", 1, "--message", "warm")
    wall.sender(2, "netgear", "--pattern", 2, "--message", "seen", port=published)
    wall.sender(3, "netgear_async", "--pattern", 1, "--bidirectional", "--message", "dry")
    wall.sender(4, "imagezmq", "--name", "porch")
    wall.until(lambda: wall.shows(1, 2, 3, 4))
    tiles = {seed: wall.tile(seed) for seed in (1, 2, 3, 4)}
    before = {seed: tile.count for seed, tile in tiles.items()}
    wall.until(lambda: all(tile.count > before[seed] + 10 for seed, tile in tiles.items()))
    assert {seed: tile.heard for seed, tile in tiles.items()} == {1: ["warm"], 2: ["seen"], 3: ["dry"], 4: []}
    # A publisher's picture may be lost, and what comes with it: it is not asked.
    asked = (1, 3, 4)
    for seed in asked:
        wall.peers[seed].say("news")
    # The next pictures bring the old words again, which is news as well; the name of an imagezmq camera is none.
    expected = {1: ["warm", "news", "warm"], 3: ["dry", "news", "dry"], 4: ["news"]}
    wall.until(lambda: {seed: tiles[seed].heard for seed in asked} == expected)
    before = {seed: tile.count for seed, tile in tiles.items()}
    wall.until(lambda: all(tile.count > before[seed] + 10 for seed, tile in tiles.items()))
    assert {seed: tiles[seed].heard for seed in asked} == expected
    assert (wall.session(4).name, wall.session(4).name_varies) == ("porch", False)
