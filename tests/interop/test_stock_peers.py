"""The stock programs work with one another, so that a failure with ours is ours."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.stock import pictures
from tests.support.stock import StockPeer, free_port, free_ports, stock_receiver, stock_sender
from tests.support.waiting import until

SEED, OTHER = 7, 8
LIKE_JPEG = 3.0
# The pattern whose goodbye is lost now and then: VidGear closes its socket before it has left.
PUBLISHER = 2
Run = Callable[..., Any]


class Pair:
    """Starts peers that end with the test, and waits for what they report."""

    def __init__(self, run: Run, stack: ExitStack) -> None:
        self._run, self._stack = run, stack
        self.peers: list[StockPeer] = []

    def receiver(self, *words: object) -> StockPeer:
        """A stock receiver that looks for both pictures."""
        return self._keep(stock_receiver(*words, "--every", 5, "--seed", SEED, OTHER))

    def sender(self, *words: object) -> StockPeer:
        """A stock sender."""
        return self._keep(stock_sender(*words, wait=False))

    def until(self, fact: Callable[[], object]) -> None:
        """Wait for a fact."""
        try:
            self._run(until(fact, timeout=30), timeout=32)
        except AssertionError as still:
            raise AssertionError(f"{still}: {[(peer.lines[-3:], peer.errors) for peer in self.peers]}") from still

    def _keep(self, starting: Any) -> StockPeer:
        self.peers.append(self._stack.enter_context(starting))
        return self.peers[-1]


@pytest.fixture
def pair(run: Run) -> Iterator[Pair]:
    with ExitStack() as stack:
        yield Pair(run, stack)


def test_that_pictures_survive_and_differ() -> None:
    assert pictures.picture(SEED).shape == (480, 640, 3)
    assert pictures.gray(SEED, 64, 48).shape == (48, 64)
    assert pictures.difference(pictures.picture(SEED), SEED) == 0
    assert all(pictures.difference(pictures.picture(seed, 160, 120), seed + 1) > 20 for seed in range(30))


@pytest.mark.parametrize("size", [(640, 480), (1280, 720), (160, 120)])
@pytest.mark.parametrize("draw", [pictures.picture, pictures.gray])
def test_that_a_stamp_survives_jpeg(size: tuple[int, int], draw: Callable[..., np.ndarray]) -> None:
    import simplejpeg

    stamped = pictures.stamp(draw(SEED, *size), 12345.6789)
    assert pictures.read_stamp(draw(SEED, *size)) is None
    if stamped.ndim == 2:
        stamped = np.repeat(stamped[..., np.newaxis], 3, axis=2)
    jpeg = simplejpeg.encode_jpeg(stamped, 40, "BGR", "420")
    assert pictures.read_stamp(simplejpeg.decode_jpeg(jpeg, "BGRA")) == 12345.6789


@pytest.mark.alone
@pytest.mark.slow
@pytest.mark.parametrize("pattern", [0, 1, 2])
def test_netgear(pair: Pair, pattern: int) -> None:
    words = ("netgear", "--pattern", pattern, "--port", free_port(), "--stamped")
    receiver, sender = pair.receiver(*words), pair.sender(*words)
    pair.until(lambda: _frames(receiver) >= 5)
    [report] = receiver.cameras.values()
    assert (report["shape"], report["seed"]) == ([480, 640, 3], SEED)
    assert 0 < report["error"] < LIKE_JPEG
    assert 0 < report["age"] <= report["oldest"] < 1
    sender.close()
    assert sender.lines[-1]["frames"] >= 5
    if pattern != PUBLISHER:
        pair.until(lambda: {"ended": True} in receiver.lines)


@pytest.mark.slow
@pytest.mark.parametrize("more", [["--gray"], ["--raw"], ["--raw", "--gray", "--size", "100x80"]])
def test_netgear_pixels(pair: Pair, more: list[str]) -> None:
    port = free_port()
    receiver = pair.receiver("netgear", "--port", port)
    pair.sender("netgear", "--port", port, *more)
    pair.until(lambda: _frames(receiver) >= 1)
    [report] = receiver.cameras.values()
    assert len(report["shape"]) == (2 if "--gray" in more else 3)
    assert (report["error"] == 0) == ("--raw" in more)
    assert report["error"] < LIKE_JPEG


@pytest.mark.slow
@pytest.mark.parametrize("pattern", [1, 2])
def test_netgear_multiserver(pair: Pair, pattern: int) -> None:
    ports = free_ports(2)
    words = ("netgear", "--pattern", pattern, "--multiserver", "--port")
    receiver = pair.receiver(*words, ",".join(map(str, ports)))
    senders = [pair.sender(*words, port, "--seed", seed) for port, seed in zip(ports, (SEED, OTHER), strict=True)]
    pair.until(lambda: len(receiver.cameras) == 2 and min(each["frames"] for each in receiver.cameras.values()) >= 5)
    assert [receiver.cameras[str(port)]["seed"] for port in ports] == [SEED, OTHER]
    for sender in senders:
        sender.close()
    if pattern != PUBLISHER:
        pair.until(lambda: {"ended": True} in receiver.lines)


@pytest.mark.slow
@pytest.mark.parametrize("mode", [["--pattern", 0], ["--pattern", 1], ["--pattern", 1, "--multiserver"]])
def test_netgear_bidirectional(pair: Pair, mode: list[object]) -> None:
    words = ("netgear", *mode, "--bidirectional", "--port", free_port())
    receiver = pair.receiver(*words, "--reply", "hello camera")
    sender = pair.sender(*words, "--message", "hello viewer")
    pair.until(lambda: "hello camera" in sender.got and "hello viewer" in receiver.got)
    sender.say("just once")
    receiver.say("and back")
    pair.until(lambda: "just once" in receiver.got and "and back" in sender.got)


@pytest.mark.slow
def test_netgear_array_back(pair: Pair) -> None:
    words = ("netgear", "--pattern", 1, "--bidirectional", "--port", free_port())
    pair.receiver(*words, "--reply-array", OTHER)
    sender = pair.sender(*words)
    pair.until(lambda: sender.got)
    assert sender.lines[1]["type"] == "ndarray"
    assert sender.got[0]["shape"] == [120, 160, 3]
    assert abs(sender.got[0]["mean"] - pictures.picture(OTHER, 160, 120).mean()) < LIKE_JPEG


@pytest.mark.slow
@pytest.mark.parametrize("pattern", [1, 2])
def test_netgear_multiclient(pair: Pair, pattern: int) -> None:
    ports = free_ports(2)
    words = ("netgear", "--pattern", pattern, "--multiclient", "--port")
    receivers = [pair.receiver(*words, port, "--reply", f"from {port}") for port in ports]
    sender = pair.sender(*words, ",".join(map(str, ports)))
    pair.until(lambda: min(_frames(receiver) for receiver in receivers) >= 5)
    if pattern == 1:
        assert {(line["port"], line["got"]) for line in sender.lines if "got" in line} == {
            (str(port), f"from {port}") for port in ports
        }


@pytest.mark.slow
def test_netgear_secure(pair: Pair, tmp_path: Path) -> None:
    words = ("netgear", "--pattern", 1, "--secure", 2, "--keys", tmp_path, "--port", free_port())
    receiver = pair.receiver(*words)
    pair.sender(*words)
    pair.until(lambda: _frames(receiver) >= 5)


@pytest.mark.slow
@pytest.mark.parametrize("pattern", [0, 1, 2, 3])
def test_netgear_async(pair: Pair, pattern: int) -> None:
    words = ("netgear_async", "--pattern", pattern, "--port", free_port(), "--stamped")
    receiver, sender = pair.receiver(*words), pair.sender(*words)
    pair.until(lambda: _frames(receiver) >= 5)
    [report] = receiver.cameras.values()
    assert (report["seed"], report["error"]) == (SEED, 0)
    sender.close()
    if pattern != PUBLISHER:
        pair.until(lambda: {"ended": True} in receiver.lines)


@pytest.mark.slow
@pytest.mark.parametrize("pattern", [0, 1])
def test_netgear_async_bidirectional(pair: Pair, pattern: int) -> None:
    words = ("netgear_async", "--pattern", pattern, "--bidirectional", "--port", free_port())
    receiver = pair.receiver(*words, "--reply", "hello camera")
    sender = pair.sender(*words, "--message", "frame {n}")
    pair.until(lambda: "hello camera" in sender.got and "frame 3" in receiver.got)
    receiver.say("and back")
    pair.until(lambda: "and back" in sender.got)


@pytest.mark.slow
@pytest.mark.parametrize("more", [["--mode", "req"], ["--mode", "req", "--jpg"], ["--mode", "pub"]])
def test_imagezmq(pair: Pair, more: list[str]) -> None:
    words = ("imagezmq", *more, "--port", free_port())
    receiver = pair.receiver(*words)
    sender = pair.sender(*words, "--name", "porch")
    pair.until(lambda: "porch" in receiver.cameras and receiver.cameras["porch"]["frames"] >= 5)
    assert receiver.cameras["porch"]["seed"] == SEED
    assert receiver.cameras["porch"]["error"] < LIKE_JPEG
    if "req" in more:
        receiver.say("hello camera")
        pair.until(lambda: sender.got == ["hello camera"])
        assert sender.lines[1]["type"] == "bytes"


@pytest.mark.slow
def test_that_frozen_and_killed_peers_end_with_the_test(pair: Pair) -> None:
    words = ("imagezmq", "--port", free_port())
    receiver, sender = pair.receiver(*words), pair.sender(*words)
    pair.until(lambda: receiver.cameras)
    receiver.freeze()
    sender.kill()


def _frames(receiver: StockPeer) -> int:
    return max((report["frames"] for report in receiver.cameras.values()), default=0)
