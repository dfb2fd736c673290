"""One program for each folder of settings: the second start tells the first what is wanted."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication

from viewer.core.wishes import Wishes
from viewer.ui.desktop.instance import MOST_BYTES, Instance, Standing
from viewer.ui.desktop.lock import NAME, OF_THE_DEMO, lock_of

WISHES = Wishes(cameras=("tcp://127.0.0.1:9",), layout="Nacht", token="t")
START = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from viewer.core.wishes import Wishes
from viewer.ui.desktop.instance import Instance, Standing
from viewer.ui.desktop.lock import lock_of
app = QCoreApplication([])
config = Path(sys.argv[1])
instance = Instance(lock_of(config))
files = tuple(f"/tmp/{number:070}" for number in range(int(sys.argv[3])))
wishes = Wishes(cameras=("tcp://127.0.0.1:9",), layout="Nacht", token="t", files=files)
standing = instance.settle(wishes, float(sys.argv[2]))
if standing is Standing.FIRST:
    instance.serve()
print(standing.name, flush=True)
if standing is Standing.FIRST:
    app.exec()
"""


def made(config: Path) -> Instance:
    return Instance(lock_of(config))


class House:
    """The first one, in this process, and others that start."""

    def __init__(self, config: Path) -> None:
        self.config = config
        self.heard: list[Wishes] = []
        self.first = made(config)
        self.first.asked.connect(self.heard.append)
        self.started: list[subprocess.Popen[str]] = []

    def start(self, patience: float = 20.0, files: int = 0) -> "subprocess.Popen[str]":
        words = [sys.executable, "-c", START, str(self.config), str(patience), str(files)]
        self.started.append(subprocess.Popen(words, stdout=subprocess.PIPE, text=True))
        return self.started[-1]

    def end(self) -> None:
        for each in self.started:
            each.kill()
            each.communicate()
        self.first.close()
        self.first.deleteLater()


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path / "Prüf Ordner ü")
    yield house
    house.end()


def answer(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_that_a_second_start_is_heard_and_ends(house: House, qtbot: Any) -> None:
    assert house.first.settle(Wishes()) is Standing.FIRST
    house.first.serve()
    second = house.start()
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert answer(second) == "HEARD"
    assert house.heard == [WISHES]


def test_that_another_folder_is_another_program(house: House, tmp_path: Path) -> None:
    assert house.first.settle(Wishes()) is Standing.FIRST
    house.first.serve()
    other = made(tmp_path / "other")
    assert other.settle(Wishes()) is Standing.FIRST
    other.close()


def test_that_a_killed_one_is_succeeded(house: House, qtbot: Any) -> None:
    killed = house.start()
    assert answer(killed) == "FIRST"
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert house.first.settle(Wishes()) is Standing.FIRST
    house.first.serve()
    second = house.start()
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert house.heard == [WISHES]


def test_that_one_that_ended_lets_the_next_be_the_first(house: House) -> None:
    assert house.first.settle(Wishes()) is Standing.FIRST
    house.first.serve()
    house.first.close()
    assert answer(house.start()) == "FIRST"


def test_that_a_first_one_that_hangs_is_told_of(house: House, qtbot: Any) -> None:
    assert house.first.settle(Wishes()) is Standing.FIRST
    second = house.start(patience=0.3)
    assert answer(second) == "UNHEARD"


def test_that_a_start_waits_for_a_first_one_that_is_still_starting(house: House, qtbot: Any) -> None:
    assert house.first.settle(Wishes()) is Standing.FIRST
    second = house.start()
    with qtbot.waitSignal(house.first.asked, timeout=20_000):
        house.first.serve()
    assert answer(second) == "HEARD"


def test_that_a_folder_that_cannot_be_written_to_keeps_nobody_from_starting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    instance = made(tmp_path / "file" / "config")
    assert instance.settle(Wishes()) is Standing.FIRST


@pytest.mark.parametrize("left", [b"", b"\0", bytes(range(256))])
def test_that_a_lock_that_names_nobody_keeps_nobody_from_starting(tmp_path: Path, left: bytes) -> None:
    (tmp_path / NAME).write_bytes(left)
    instance = made(tmp_path)
    assert instance.settle(Wishes()) is Standing.FIRST
    instance.close()
    assert not (tmp_path / NAME).exists()


def test_that_a_lock_that_is_held_stays_even_where_it_names_nobody(house: House) -> None:
    assert house.first.settle(Wishes()) is Standing.FIRST
    (house.config / NAME).write_bytes(b"")
    assert answer(house.start(patience=1.5)) == "UNHEARD"
    assert (house.config / NAME).exists()


def test_that_many_files_are_heard(house: House, qtbot: Any) -> None:
    assert house.first.settle(Wishes()) is Standing.FIRST
    house.first.serve()
    second = house.start(files=5000)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert answer(second) == "HEARD"
    assert len(house.heard[0].files) == 5000


def test_that_more_than_is_listened_to_is_told_at_once(house: House) -> None:
    assert house.first.settle(Wishes()) is Standing.FIRST
    too_much = Wishes(layout="x" * MOST_BYTES)
    assert made(house.config).settle(too_much, patience=60.0) is Standing.TOO_MUCH


@pytest.mark.parametrize("said", [b"rubbish\n", b'{"demo": "many"}\n', b"x" * (MOST_BYTES + 1), b"\xff\n"])
def test_that_rubbish_is_not_heard(house: House, qtbot: Any, said: bytes) -> None:
    house.first.settle(Wishes())
    house.first.serve()
    guest = QLocalSocket()
    guest.connectToServer(house.first.address)
    guest.write(said)
    qtbot.waitUntil(lambda: guest.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert house.heard == []
    assert bytes(guest.readAll().data()) == b""


def test_that_the_demo_is_a_program_of_its_own(house: House, tmp_path: Path) -> None:
    demo = Instance(lock_of(house.config, OF_THE_DEMO))
    assert house.first.settle(Wishes()) is Standing.FIRST
    assert demo.settle(Wishes()) is Standing.FIRST
    assert demo.address != house.first.address
    demo.close()
    demo.deleteLater()
