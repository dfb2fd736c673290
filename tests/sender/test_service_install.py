"""Installing: with the real files and stand-ins for the programs that would change this computer."""

import getpass
import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import sender
from camwire.errors import UsageError
from sender.__main__ import _camera
from sender.config.configured import check
from sender.service import install as installing
from sender.service.access import STRANGER, Account, barred
from sender.service.install import install, uninstall
from sender.service.report import NOT_INSTALLED, lines
from sender.service.requirements import require_write
from sender.service.unit import UNIT
from sender.subcommands import _parser

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="systemd is a Linux matter")
IS_ROOT = sys.platform != "win32" and os.geteuid() == 0
USER = "nobody" if IS_ROOT else getpass.getuser()
NOBODY_S = "watchword-nobody-s"


class Computer:
    """A folder that stands for /, and programs that only write down what they were asked."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.config = root / "etc/watchword/camera.toml"
        self.unit = root / "etc/systemd/system" / UNIT
        self._said = root / "said"
        for folder in ("etc/systemd/system", "run/systemd/system", "bin"):
            (root / folder).mkdir(parents=True)
        for program in ("systemctl", "useradd"):
            self.put(program, f'echo "{program} $*" >> {self._said}')

    def put(self, program: str, script: str) -> None:
        """Have a program of this name do this."""
        path = self.root / "bin" / program
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    @property
    def said(self) -> list[str]:
        """What the programs were asked."""
        return self._said.read_text().splitlines() if self._said.exists() else []

    def install(self, *words: str) -> list[str]:
        asked = _parser().parse_args(["install-service", "--config", str(self.config), "--user", USER, *words])
        return install(asked, lambda path: check(path, _camera).warnings, self.root)

    def begin(self, text: str, mode: int = 0o644) -> None:
        """Write the configuration."""
        self.config.parent.mkdir(parents=True, exist_ok=True)
        self.config.write_text(text)
        self.config.chmod(mode)


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Computer]:
    # pytest's own folders are for one user only, and so may be the place of these tests.
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        it = Computer(Path(folder))
        monkeypatch.setenv("PATH", f"{it.root / 'bin'}{os.pathsep}{os.environ['PATH']}")
        it.put("python", "exit 0")
        monkeypatch.setattr(sys, "executable", str(it.root / "bin/python"))
        monkeypatch.setattr(sender, "__file__", "/bin/sh")
        yield it


def test_that_a_service_is_written_enabled_and_begun(computer: Computer) -> None:
    computer.begin('name = "porch"\n')
    told = computer.install()
    assert f"User={USER}\n" in computer.unit.read_text()
    assert stat.S_IMODE(computer.unit.stat().st_mode) == 0o644
    assert computer.said == ["systemctl daemon-reload", f"systemctl enable {UNIT}", f"systemctl restart {UNIT}"]
    assert told[0].startswith(f"The service shows what is in {computer.config}")
    assert not [each for each in computer.unit.parent.iterdir() if each != computer.unit]


def test_that_a_configuration_to_begin_with_is_right_and_not_for_everybody(computer: Computer) -> None:
    told = computer.install()
    assert told[0].startswith(f"Wrote {computer.config}, which shows a test pattern to paired viewers alone.")
    assert stat.S_IMODE(computer.config.stat().st_mode) == 0o640
    assert len(check(computer.config, _camera).shown) == 1


def test_that_what_a_person_wrote_is_left_as_it_is(computer: Computer) -> None:
    computer.begin("quality = 60\n")
    computer.install()
    assert computer.config.read_text() == "quality = 60\n"


def test_that_what_will_hardly_work_as_a_service_is_told(computer: Computer) -> None:
    computer.begin('source = "/nowhere/x.mp4"\n')
    assert computer.install()[0] == f"Warning: {computer.config}: There is no /nowhere/x.mp4 now."


def test_that_a_configuration_with_mistakes_installs_nothing(computer: Computer) -> None:
    computer.begin("quality = 600\n")
    with pytest.raises(UsageError, match="line 1: “quality”: The quality 600 cannot be"):
        computer.install()
    assert (computer.said, computer.unit.exists()) == ([], False)


def test_that_a_user_is_made_where_there_is_none(computer: Computer) -> None:
    with pytest.raises(UsageError, match=f"There is no user {NOBODY_S}, although useradd has made one"):
        computer.install("--user", NOBODY_S)
    (said,) = computer.said
    assert said.startswith("useradd --system --user-group --no-create-home")
    assert said.endswith(f"--shell /usr/sbin/nologin {NOBODY_S}")
    assert not computer.unit.exists()


def test_that_a_program_that_the_user_cannot_read_is_told_before_anything_is_changed(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = computer.root / "hidden"
    (hidden / "bin").mkdir(parents=True)
    hidden.chmod(0o000 if not IS_ROOT else 0o700)
    monkeypatch.setattr(sys, "executable", str(hidden / "bin/python"))
    with pytest.raises(UsageError, match=f"may not read .*, because of {hidden}. Move it to where everybody may look"):
        computer.install("--user", NOBODY_S)
    hidden.chmod(0o700)
    assert computer.said == []


@pytest.mark.skipif(not IS_ROOT, reason="only root may write a file for somebody else")
def test_that_a_configuration_that_the_user_cannot_read_is_told_with_the_way_out(computer: Computer) -> None:
    computer.begin("", mode=0o600)
    with pytest.raises(UsageError, match=f"because of {computer.config}. Allow it: sudo chgrp .*; sudo chmod g"):
        computer.install()


@pytest.mark.skipif(not IS_ROOT, reason="to root alone a file of somebody else is nothing")
def test_that_what_bars_the_configuration_is_told_before_a_user_is_made(computer: Computer) -> None:
    computer.begin("", mode=0o640)
    with pytest.raises(
        UsageError, match=rf"because of {computer.config}. Allow it: sudo chmod o\+r {computer.config}$"
    ):
        computer.install("--user", NOBODY_S)
    computer.config.unlink()
    computer.config.parent.chmod(0o700)
    with pytest.raises(UsageError, match=f"because of {computer.config.parent}. Move it to where everybody may look"):
        computer.install("--user", NOBODY_S)
    assert computer.said == []


def test_that_the_folder_of_a_configuration_is_for_everybody_to_look_into(computer: Computer) -> None:
    computer.config = computer.root / "etc/new/watchword/camera.toml"
    before = os.umask(0o077)
    try:
        computer.install()
    finally:
        os.umask(before)
    assert [stat.S_IMODE(each.stat().st_mode) for each in list(computer.config.parents)[:2]] == [0o755, 0o755]


def test_that_a_program_that_is_not_installed_is_told_before_anything_is_changed(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer.put("python", '[ "$PWD $PYTHONPATH" = "/ " ] || exit 0; echo "Oh" >&2; echo "No sender" >&2; exit 1')
    monkeypatch.setenv("PYTHONPATH", "/work")
    monkeypatch.setattr(sender, "__file__", str(computer.root / "my things/sender/__init__.py"))
    (computer.root / "my things/sender").mkdir(parents=True)
    way_out = f"Install it with pip, like {computer.root}/bin/python -m pip install '{computer.root}/my things', and"
    with pytest.raises(UsageError, match=f"does not find the camera program: No sender {re.escape(way_out)}"):
        computer.install()
    assert computer.said == []


@pytest.mark.parametrize(
    ("begun", "said"),
    [
        ("/x/sender/__main__.py", "{python} -m sender check 'my camera.toml'"),
        ("/x/watchword-camera", "/x/watchword-camera check 'my camera.toml'"),
    ],
)
def test_that_who_needs_sudo_is_told_words_that_work(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, begun: str, said: str
) -> None:
    monkeypatch.setattr(sys, "argv", [begun, "check", "my camera.toml"])
    monkeypatch.setattr(sys, "executable", "/opt/python")
    with pytest.raises(UsageError) as raised:
        require_write(tmp_path / "nowhere")
    assert str(raised.value).endswith(f" sudo {said.format(python='/opt/python')}")


def test_that_a_program_in_somebody_s_home_is_let_read_there(computer: Computer) -> None:
    computer.begin("")
    computer.install()
    assert "ProtectHome=yes\n" in computer.unit.read_text()
    asked = _parser().parse_args(["install-service", "--config", "/home/pi/camera.toml"])
    assert "ProtectHome=read-only" in installing.printed(asked)


def test_that_it_is_said_where_there_is_no_systemd(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    (computer.root / "run/systemd/system").rmdir()
    with pytest.raises(UsageError, match="not started by systemd"):
        computer.install()
    monkeypatch.setenv("PATH", str(computer.root))
    with pytest.raises(UsageError, match="There is no systemctl here"):
        computer.install()
    assert computer.said == []


def test_that_a_program_that_fails_is_told_in_its_own_words(computer: Computer) -> None:
    computer.begin("")
    computer.put("systemctl", "echo 'Access denied' >&2; exit 4")
    with pytest.raises(UsageError, match="“systemctl daemon-reload” failed: Access denied"):
        computer.install()


def test_that_uninstalling_takes_away_the_unit_alone(computer: Computer) -> None:
    computer.begin("quality = 60\n")
    with pytest.raises(UsageError, match="is not installed"):
        uninstall(computer.root)
    computer.install()
    assert "were left as they are" in uninstall(computer.root)[0]
    assert not computer.unit.exists()
    assert computer.config.exists()
    assert computer.said[3:] == [f"systemctl disable --now {UNIT}", "systemctl daemon-reload"]


@pytest.mark.parametrize(
    ("mode", "user", "is_barred"),
    [
        (0o644, STRANGER, False),
        (0o640, STRANGER, True),
        (0o640, Account(-1, -1, [os.getgid() if sys.platform != "win32" else 0]), False),
        (0o200, Account(0, 0, ()), False),
        (0o604, Account(-1, -1, [os.getgid() if sys.platform != "win32" else 0]), True),
    ],
)
def test_that_access_is_judged_as_the_system_does(mode: int, user: Account, is_barred: bool) -> None:
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        file = Path(folder) / "file"
        file.touch()
        os.chown(file, -1, os.getgid())
        file.chmod(mode)
        assert barred(file, user) == (file if is_barred else None)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"LoadState": "not-found"}, [NOT_INSTALLED]),
        (
            {
                "LoadState": "loaded",
                "ActiveState": "active",
                "ActiveEnterTimestamp": "Sat 2026-11-21 10:00:00 UTC",
                "StatusText": "porch: 30 pictures a second, 1 viewer.",
                "NRestarts": "2",
                "MemoryCurrent": "61000000",
            },
            [
                "The service runs, since Sat 2026-11-21 10:00:00 UTC.",
                "porch: 30 pictures a second, 1 viewer.",
                "It was begun anew 2 times. Its log: journalctl --unit watchword-camera",
                "It takes 61 MB of memory.",
            ],
        ),
        (
            {"LoadState": "loaded", "ActiveState": "activating", "SubState": "auto-restart", "Result": "watchdog"},
            ["The service ended (watchdog) and is begun anew in a moment. Its log: journalctl --unit watchword-camera"],
        ),
        (
            {"LoadState": "loaded", "ActiveState": "inactive", "MemoryCurrent": "[not set]"},
            ["The service is installed and does not run. Start it with: sudo systemctl start watchword-camera"],
        ),
    ],
)
def test_that_the_status_is_told_for_a_person(facts: dict[str, str], told: list[str]) -> None:
    assert lines(facts) == told
