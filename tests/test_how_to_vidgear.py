"""What docs/how-to/vidgear.md promises: every line of it is parsed, and run against the other end beside it."""

import os
import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from camwire.endpoint import Endpoint
from sender.__main__ import _camera
from sender.config.arguments import parser as camera_parser
from tests.support.stock import free_ports
from tests.support.waiting import until
from tests.support.watching import Watcher, fleet
from viewer import __main__, arguments, probe
from viewer.core.fleet import Fleet
from viewer.core.script_lines import PROGRAMS, lines
from viewer.core.sessions.state import Phase

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/how-to/vidgear.md").read_text()
SCRIPTS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = re.findall(r"(?:`|^\.venv/bin/)(watchword(?:-camera|-probe)? -[^`\n]*)", PAGE, re.MULTILINE)
TO_THE_WALL = re.findall(r"^\| `(watchword -[^`]*)` \| `([^`]*)` \|$", PAGE, re.MULTILINE)
FROM_CAMERAS = re.findall(r"^\| `(watchword-camera [^`]*)` \| `([^`]*)` \|$", PAGE, re.MULTILINE)
START_SECONDS = 25.0


def knows_localhost() -> bool:
    """Whether that name leads anywhere: VidGear's senders call it unless they are told otherwise."""
    try:
        return bool(socket.gethostbyname("localhost"))
    except OSError:
        return False


needs_localhost = pytest.mark.skipif(not knows_localhost(), reason="this machine does not know localhost")
FILM_FRAMES = 4000

# Programs that stand for what a reader would write around the line of a table.
IMPORTS = """
import asyncio
import time
import numpy as np
if "NetGear_Async" in LINE:
    from vidgear.gears.asyncio import NetGear_Async
elif "NetGear" in LINE:
    from vidgear.gears import NetGear
else:
    import imagezmq
it = eval(LINE)
"""
SENDING = f"""{IMPORTS}
if "NetGear_Async" in LINE:
    asyncio.set_event_loop(it.loop)
    it.loop.run_until_complete(it.task)
while True:
    picture = np.full((240, 320, 3), 200, np.uint8)
    if "NetGear" in LINE:
        it.send(picture)
    else:
        it.send_image("porch", picture)
    time.sleep(0.04)
"""
RECEIVING = f"""{IMPORTS}
async def first():
    async for frame in it.recv_generator():
        return frame
if "NetGear_Async" in LINE:
    asyncio.set_event_loop(it.loop)
    frame = it.loop.run_until_complete(first())
elif "NetGear" in LINE:
    frame = it.recv(return_data="hello")
    frame = frame[-1] if isinstance(frame, tuple) else frame
else:
    frame = it.recv_image()[1]
print(frame.shape, flush=True)
"""


@contextmanager
def running(code: str, home: Path) -> Iterator["subprocess.Popen[str]"]:
    """A script as a process, which is taken away at the end. VidGear writes to the home folder."""
    home.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        text=True,
        cwd=home,
        env={**os.environ, "HOME": str(home), "NO_COLOR": "1", "PYTHONPATH": str(ROOT)},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def on_free_ports(*texts: str) -> list[str]:
    """The same, on free ports of loopback. A script that names no port gets what VidGear would take."""
    texts = tuple(_with_port(text) for text in texts)
    ports = sorted(set(re.findall(r"\b55\d\d\b", " ".join(texts))))
    for port, free in zip(ports, free_ports(len(ports)), strict=True):
        texts = tuple(text.replace(port, str(free)) for text in texts)
    return [re.sub(r"//(desk|porch|\*):", "//127.0.0.1:", text).replace(" --open", "") for text in texts]


def _with_port(text: str) -> str:
    is_without = text.startswith("NetGear") and "port=" not in text
    return (
        re.sub(r"\((?=(.?))", lambda at: f'(port="5555"{"" if at[1] == ")" else ", "}', text, count=1)
        if is_without
        else text
    )


def options(command: str) -> Any:
    """The words of a `watchword` command, as the program reads them."""
    parser = __main__._parser()
    read = parser.parse_args(shlex.split(command)[1:])
    arguments.check_listening(parser, read)
    return read


def begun(viewer: Fleet, command: str) -> None:
    """Have a fleet do what the command says."""
    read = options(command)
    for address in read.listen:
        viewer.listen(address, read.open, arguments.key_folder(read))
    for address in read.camera:
        viewer.add(address)


async def live(viewer: Fleet, process: "subprocess.Popen[str]") -> Watcher:
    """The one camera that comes, once its pictures do."""
    await until(lambda: len(viewer) or process.poll() is not None, START_SECONDS)
    assert process.poll() is None, "the script ended"
    (session,) = viewer
    watcher = Watcher(session)
    await until(lambda: watcher.is_(Phase.LIVE) and watcher.pictures > 3, START_SECONDS)
    return watcher


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stands for a webcam: what VidGear reads as fast as it can takes some seconds to show."""
    place = tmp_path_factory.mktemp("film") / "film.avi"
    writer = cv2.VideoWriter(str(place), cv2.VideoWriter.fourcc(*"MJPG"), 25, (320, 240))
    picture = np.full((240, 320, 3), 200, np.uint8)
    for _ in range(FILM_FRAMES):
        writer.write(picture)
    writer.release()
    return place


def test_that_the_page_has_what_is_tested() -> None:
    assert (len(SCRIPTS), len(TO_THE_WALL), len(FROM_CAMERAS)) == (2, 11, 11)
    assert len(COMMANDS) > 20


@pytest.mark.parametrize("command", COMMANDS)
def test_that_every_command_is_understood(command: str) -> None:
    program, *words = shlex.split(command)
    if program == "watchword-camera":
        _camera(camera_parser().parse_args(words))
    elif program == "watchword-probe":
        arguments.check_listening(probe._parser(), probe._parser().parse_args(words))
    else:
        options(command)


@pytest.mark.parametrize("flag", sorted(set(re.findall(r"`(--[a-z-]+)", PAGE))))
def test_that_every_option_exists(flag: str) -> None:
    assert any(flag in parser.format_help() for parser in (__main__._parser(), camera_parser()))


@pytest.mark.parametrize("code", [*SCRIPTS, *(line for _, line in [*TO_THE_WALL, *FROM_CAMERAS])])
def test_that_every_line_of_python_compiles(code: str) -> None:
    compile(code, "vidgear.md", "exec")


def test_that_the_dialog_shows_the_line_of_the_first_script() -> None:
    netgear = next(each for each in PROGRAMS if each.title == "VidGear NetGear")
    assert lines(netgear, netgear.ways[0], Endpoint("127.0.0.1", 5555), "") in SCRIPTS[0]


@pytest.mark.parametrize("sentence", re.findall(r"(?<!\*)\*((?:A|S|T|W|N|… )[^*]{15,})\*(?!\*)", PAGE))
def test_that_every_sentence_that_is_quoted_is_said(sentence: str) -> None:
    vidgear = find_spec("vidgear")
    assert vidgear is not None
    assert vidgear.origin is not None
    files = [
        *(ROOT / "viewer").rglob("*.py"),
        *(ROOT / "camwire").rglob("*.py"),
        Path(vidgear.origin).parent / "gears/netgear.py",
    ]
    said = re.sub(r'"\s+f?"', "", "".join(file.read_text() for file in files))
    assert [part for part in re.split("…|5555", sentence) if part.strip(" .") not in said] == []


@pytest.mark.slow
@needs_localhost
def test_that_the_first_script_is_a_live_camera_that_answers(
    run: Callable[..., Any], tmp_path: Path, film: Path
) -> None:
    command, script = on_free_ports("watchword --listen tcp://127.0.0.1:5555", SCRIPTS[0])

    async def scene() -> None:
        async with fleet() as viewer:
            begun(viewer, command)
            with running(script.replace("source=0", f"source={str(film)!r}"), tmp_path / "home") as process:
                watcher = await live(viewer, process)
                watcher.session.say("good day")
                await until(lambda: [line.text for line in watcher.heard] == ["good day"])

    run(scene(), timeout=60)


@pytest.mark.slow
@needs_localhost
@pytest.mark.parametrize(("command", "line"), TO_THE_WALL)
def test_that_the_wall_shows_the_script_beside_it(
    run: Callable[..., Any], tmp_path: Path, film: Path, command: str, line: str
) -> None:
    command, line = on_free_ports(command, line)
    line = line.replace("source=0", f"source={str(film)!r}")

    async def scene() -> None:
        async with fleet() as viewer:
            begun(viewer, command)
            with running(f"LINE = {line!r}{SENDING}", tmp_path / "home") as process:
                await live(viewer, process)

    run(scene(), timeout=60)


@pytest.mark.slow
@needs_localhost
@pytest.mark.parametrize("mode", [1, 2])
def test_that_vidgears_own_keys_let_its_senders_in(run: Callable[..., Any], tmp_path: Path, mode: int) -> None:
    home = tmp_path / "home"
    (home / "keys").mkdir(parents=True)
    command = next(each for each in COMMANDS if "--vidgear-keys" in each)
    command, script = on_free_ports(command, _with_port(SCRIPTS[1].split("sender = ")[1].strip()))
    command = command.replace(" keys ", f" {home / 'keys'} ").replace("--secure-mode 2", f"--secure-mode {mode}")
    script = script.replace("secure_mode=2", f"secure_mode={mode}")

    async def scene() -> None:
        async with fleet() as viewer:
            with running(f"LINE = {script!r}{SENDING}", home) as process:
                # VidGear makes the keys.
                secret = home / "keys/.vidgear/keys/private_keys/server.key_secret"
                await until(lambda: secret.exists() or process.poll() is not None, START_SECONDS)
                await until(lambda: (secret.parents[1] / "public_keys/client.key").exists())
                begun(viewer, command)
                await live(viewer, process)

    run(scene(), timeout=60)


@pytest.mark.slow
@needs_localhost
@pytest.mark.parametrize(("command", "line"), FROM_CAMERAS)
def test_that_the_receiver_shows_the_camera_beside_it(tmp_path: Path, command: str, line: str) -> None:
    command, line, other = on_free_ports(command, line, line.replace('"5577"', '"5578"'))
    words: Sequence[str] = shlex.split(command)[1:]
    camera = subprocess.Popen([sys.executable, "-m", "sender", *words, "--attached"], stdin=subprocess.PIPE, cwd=ROOT)
    try:
        with running(f"LINE = {line!r}{RECEIVING}", tmp_path / "home") as receiver:
            if other != line:
                with running(f"LINE = {other!r}{RECEIVING}", tmp_path / "other") as second:
                    assert_shown(second)
            assert_shown(receiver)
    finally:
        camera.kill()
        camera.communicate()


def assert_shown(receiver: "subprocess.Popen[str]") -> None:
    assert receiver.stdout is not None
    # The line comes with the first picture; a receiver that waits in vain meets the time-out of the test.
    assert re.fullmatch(r"\(\d+, \d+, 3\)\n", receiver.stdout.readline())
