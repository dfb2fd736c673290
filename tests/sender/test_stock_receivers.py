"""Our cameras on the published programs: VidGear's NetGear and NetGear_Async, and imagezmq's hub, each a process."""

import asyncio
import itertools
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from sender import Camera, Message
from sender.outlets import registered
from tests.sender.support import SwitchedSource
from tests.stock import pictures
from tests.support.stock import StockPeer, free_port, free_ports, stock_receiver
from tests.support.waiting import until

pytestmark = pytest.mark.slow

Run = Callable[..., Any]
NUMBERS = {"pair": 0, "req": 1, "pub": 2, "push": 3}
SEED, RETURNED = 7, 5
JPEG_ERROR = 3.0
FRAMES = 10


def still() -> Iterator[pictures.Picture]:
    """Picture `SEED` for ever."""
    return itertools.repeat(pictures.picture(SEED))


def camera(dialect: str, port: object, **more: Any) -> Camera:
    """Shows that picture 50 times a second."""
    return Camera("porch", source=still, fps=50, dial=f"tcp://127.0.0.1:{port}", dialect=dialect, **more)


def words(dialect: str, port: object, pattern: str, codec: str = "", *modes: str) -> list[object]:
    """How a stock receiver is set up for such a camera."""
    said: list[object] = ["--port", port, "--seed", SEED, "--every", 5, *(f"--{mode}" for mode in modes)]
    if dialect == "imagezmq":
        return [*said, "--mode", pattern, *(["--jpg"] if codec == "jpeg" else [])]
    return [*said, "--pattern", NUMBERS[pattern]]


def frames(receiver: StockPeer, name: str = "") -> int:
    """How many it has shown of the camera that it calls `name`, or of its only one."""
    counts = {camera: int(report["frames"]) for camera, report in receiver.cameras.items()}
    return counts.get(name, 0) if name else max(counts.values(), default=0)


async def shows(receiver: StockPeer, name: str = "", count: int = FRAMES) -> None:
    await until(lambda: frames(receiver, name) >= count or receiver.has_ended, timeout=20)
    assert not receiver.has_ended, (receiver.lines, receiver.log)


def is_exact(receiver: StockPeer, codec: str) -> bool:
    """Whether all pictures came with the right size, order of colours and pixels."""
    limit = 0.0 if codec == "raw" else JPEG_ERROR
    return all(it["shape"] == [480, 640, 3] and it["error"] <= limit for it in receiver.cameras.values())


EVERY_WAY = [
    (dialect, pattern, codec)
    for dialect, outlet in registered().items()
    for pattern in outlet.patterns
    for codec in outlet.codecs
    if pattern not in outlet.listening
]


@pytest.mark.parametrize(("dialect", "pattern", "codec"), EVERY_WAY)
def test_that_a_stock_receiver_shows_the_pictures(run: Run, dialect: str, pattern: str, codec: str) -> None:
    port = free_port()

    async def scene() -> None:
        with stock_receiver(dialect, *words(dialect, port, pattern, codec), wait=False) as receiver:
            async with camera(dialect, port, pattern=pattern, codec=codec):
                await shows(receiver)
            assert is_exact(receiver, codec)
            if dialect != "imagezmq":
                await until(lambda: {"ended": True} in receiver.lines)

    run(scene(), timeout=30)


@pytest.mark.parametrize("codec", ["raw", "jpeg"])
def test_that_stock_hubs_subscribe_to_a_camera(run: Run, codec: str) -> None:
    async def scene() -> None:
        here = "tcp://127.0.0.1:0"
        it = Camera("porch", source=still, fps=50, listen=here, dialect="imagezmq", pattern="pub", codec=codec)
        async with it:
            assert it.endpoint is not None
            with stock_receiver("imagezmq", *words("imagezmq", it.endpoint.port, "pub", codec), wait=False) as hub:
                await shows(hub, "porch")
            assert is_exact(hub, codec)

    run(scene(), timeout=30)


BOTH_WAYS = [
    ("netgear", "pair", "jpeg", ()),
    ("netgear", "req", "jpeg", ()),
    ("netgear", "req", "raw", ("multiserver",)),
    ("netgear_async", "pair", "raw", ()),
    ("netgear_async", "req", "raw", ()),
]


@pytest.mark.parametrize(("dialect", "pattern", "codec", "modes"), BOTH_WAYS)
def test_that_texts_and_arrays_go_both_ways(
    run: Run, dialect: str, pattern: str, codec: str, modes: tuple[str, ...]
) -> None:
    port, heard = free_port(), list[Message]()
    setup = words(dialect, port, pattern, codec, "bidirectional", *modes)
    setup += ["--reply-array", RETURNED, *(["--raw"] if codec == "raw" else [])]

    def arrays() -> list[Any]:
        return [each.value for each in heard if isinstance(each.value, np.ndarray)]

    async def scene() -> None:
        it = camera(dialect, port, pattern=pattern, codec=codec, bidirectional=True, **dict.fromkeys(modes, True))

        @it.on_message
        def hear(message: Message) -> str | None:
            heard.append(message)
            return f"heard {message.value}" if isinstance(message.value, str) else None

        with stock_receiver(dialect, *setup, wait=False) as receiver:
            async with it:
                it.say("grüße 🐇")
                await shows(receiver)
                receiver.say("good day")
                await until(lambda: arrays() and "heard good day" in receiver.got, timeout=20)
            assert receiver.got[0] == "grüße 🐇"
            assert is_exact(receiver, codec)
        said = {each.text for each in heard}
        assert said == {"good day", "array 120 × 160 × 3 uint8"}
        assert pictures.difference(arrays()[0], RETURNED) <= (0 if codec == "raw" else JPEG_ERROR)

    run(scene(), timeout=30)


@pytest.mark.parametrize("pattern", ["req", "pub"])
def test_that_one_stock_receiver_shows_several_servers(run: Run, pattern: str) -> None:
    ports = free_ports(3)

    async def scene() -> None:
        setup = words("netgear", ",".join(map(str, ports)), pattern, "", "multiserver")
        with stock_receiver("netgear", *setup, wait=False) as receiver:
            first, second = (camera("netgear", port, pattern=pattern, multiserver=True) for port in ports[:2])
            async with first:
                # A stock receiver ends when the last server it has seen leaves, whoever is still to come.
                await shows(receiver, str(ports[0]))
                async with second:
                    second.say("leaving soon")
                    await shows(receiver, str(ports[1]))
                    await until(lambda: "leaving soon" in receiver.got)
                # One that never had a picture leaves, and nobody is harmed by that.
                silent = f"tcp://127.0.0.1:{ports[2]}"
                source = SwitchedSource()
                async with Camera(
                    source=source, dialect="netgear", pattern=pattern, multiserver=True, dial=silent
                ) as it:
                    await until(lambda: it.viewers)
                await shows(receiver, str(ports[0]), frames(receiver, str(ports[0])) + 50)
                assert is_exact(receiver, "jpeg")

    run(scene(), timeout=30)


@pytest.mark.parametrize("pattern", ["req", "pub"])
def test_that_several_stock_receivers_show_one_camera(run: Run, pattern: str) -> None:
    ports, heard = free_ports(2), list[Message]()

    async def scene() -> None:
        setups = [
            [*words("netgear", port, pattern, "", "multiclient"), "--reply", f"from {index}"]
            for index, port in enumerate(ports)
        ]
        it = camera("netgear", f"{ports[0]},{ports[1]}", pattern=pattern, multiclient=True)
        it.on_message(heard.append)
        with (
            stock_receiver("netgear", *setups[0], wait=False) as one,
            stock_receiver("netgear", *setups[1], wait=False) as other,
        ):
            async with it:
                await shows(one)
                await shows(other)
            assert is_exact(one, "jpeg")
            assert is_exact(other, "jpeg")
        if pattern == "req":
            names = {(message.viewer, message.value) for message in heard}
            assert names == {(f"127.0.0.1:{port}", f"from {index}") for index, port in enumerate(ports)}

    run(scene(), timeout=30)


@pytest.mark.parametrize(
    ("dialect", "pattern"),
    [("netgear", "pair"), ("netgear", "req"), ("netgear", "pub"), ("netgear_async", "push"), ("imagezmq", "req")],
)
def test_that_pictures_go_on_when_the_receiver_was_killed_and_comes_again(run: Run, dialect: str, pattern: str) -> None:
    port = free_port()

    async def scene() -> None:
        async with camera(dialect, port, pattern=pattern) as it:
            codec = it.sending.codec
            with stock_receiver(dialect, *words(dialect, port, pattern, codec), wait=False) as first:
                await shows(first)
                first.kill()
            with stock_receiver(dialect, *words(dialect, port, pattern, codec), wait=False) as second:
                await shows(second)
                assert is_exact(second, codec)

    run(scene(), timeout=40)


def test_that_the_program_serves_a_stock_receiver_and_echoes() -> None:
    port = free_port()
    setup = words("netgear", port, "req", "", "bidirectional")
    program = f"-m sender --dialect netgear --dial tcp://127.0.0.1:{port} --bidirectional --echo --attached".split()

    async def scene(receiver: StockPeer, process: "subprocess.Popen[str]") -> None:
        await shows(receiver)
        receiver.say("good day")
        await until(lambda: "good day" in receiver.got)
        process.terminate()
        await until(lambda: process.poll() is not None, timeout=1)
        await until(lambda: {"ended": True} in receiver.lines)

    with (
        stock_receiver("netgear", *setup, wait=False) as receiver,
        subprocess.Popen(
            [sys.executable, *program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process,
    ):
        try:
            asyncio.run(scene(receiver, process))
            assert process.stdout is not None
            expected = f"Sending as netgear (req, bidirectional) to tcp://127.0.0.1:{port}, unencrypted\n"
            assert process.stdout.read() == expected
            assert process.returncode == 0
        finally:
            process.kill()
