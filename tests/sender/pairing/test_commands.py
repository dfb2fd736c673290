"""The commands by which a person pairs viewers and says what they may do, as the program takes them."""

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from camwire import sealed_file
from camwire.errors import UsageError
from camwire.identity import FILE, Identity
from camwire.pairing.messages import PairOffer
from camwire.rights import Rights
from sender.__main__ import main
from sender.pairing.moving import KIND, import_from
from sender.pairing.open_code import CodeFile, Ending, OpenCode
from sender.pairing.state_folder import state_folder
from sender.pairing.viewers import PairedViewer, PairedViewers
from sender.state import default_folder
from tests.sender.pairing.support import port_of, serving, wrong_for
from tests.support.pairing import at_pairing_port, viewer_keys
from tests.support.waiting import until
from tests.support.wire_ends import Context

Run = Callable[..., Any]
Said = pytest.CaptureFixture[str]
DAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


def viewer(name: str, rights: Rights = Rights.CONTROL) -> PairedViewer:
    return PairedViewer(viewer_keys().public.decode(), f"id-{name}", name, rights, DAY)


def kept(folder: Path, *names: str) -> list[PairedViewer]:
    return [PairedViewers(folder).add(viewer(name)) for name in names]


def told(folder: Path, said: Said, *words: str) -> tuple[int, str, str]:
    """Give a command; return its exit code, and what it said."""
    code = main([*words, "--state", str(folder)])
    return code, *said.readouterr()


def test_that_the_viewers_are_listed_with_their_rights_and_their_keys(tmp_path: Path, capsys: Said) -> None:
    desk, phone = kept(tmp_path, "desk", "phone “of Anna”")
    code, out, _ = told(tmp_path, capsys, "viewers")
    assert code == 0
    first, second = out.splitlines()
    assert first.startswith("desk: control, since 2026-11-2")
    assert first.endswith(f"key “{desk.words}”")
    assert second.startswith("phone “of Anna”: ")
    assert phone.words in second


def test_that_nobody_is_told_too(tmp_path: Path, capsys: Said) -> None:
    code, out, errors = told(tmp_path, capsys, "viewers")
    assert (code, out) == (0, "")
    assert "Pair one: watchword-camera pair" in errors


def test_that_rights_are_changed_by_name_or_by_the_words_of_the_key(tmp_path: Path, capsys: Said) -> None:
    desk, phone = kept(tmp_path, "desk", "phone")
    assert told(tmp_path, capsys, "rights", "Desk", "watch")[:2] == (0, "“desk” has the rights: watch.\n")
    words = " ".join(phone.words.split()[:4])
    assert told(tmp_path, capsys, "rights", words, "talk")[0] == 0
    assert PairedViewers(tmp_path).read() == [
        replace(desk, rights=Rights.WATCH),
        replace(phone, rights=Rights.TALK),
    ]


def test_that_a_viewer_is_renamed_and_revoked(tmp_path: Path, capsys: Said) -> None:
    desk, phone = kept(tmp_path, "desk", "phone")
    assert told(tmp_path, capsys, "rename", "desk", " living room ")[0] == 0
    assert PairedViewers(tmp_path).read() == [replace(desk, name="living room"), phone]
    assert told(tmp_path, capsys, "revoke", "phone")[0] == 0
    assert [each.name for each in PairedViewers(tmp_path).read()] == ["living room"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["revoke", "tablet"], "No paired viewer is called “tablet”. Paired are: desk, phone."),
        (["revoke", ""], "No paired viewer is called “”"),
        (["rename", "desk", "Phone"], "Another viewer is called “Phone”"),
        (["rename", "desk", " \u200b"], "is no name"),
        (["rights", "tablet", "watch"], "No paired viewer"),
    ],
)
def test_that_what_cannot_be_changed_is_told(words: list[str], why: str, tmp_path: Path, capsys: Said) -> None:
    before = kept(tmp_path, "desk", "phone")
    code, _, errors = told(tmp_path, capsys, *words)
    assert code == 1
    assert why in errors
    assert PairedViewers(tmp_path).read() == before


def test_that_two_of_one_name_are_told_apart(tmp_path: Path) -> None:
    assert [each.name for each in kept(tmp_path, "desk", "Desk", "", "\n")] == ["desk", "Desk 2", "viewer", "viewer 2"]


def test_that_who_pairs_again_is_one_viewer(tmp_path: Path) -> None:
    (desk,) = kept(tmp_path, "desk")
    PairedViewers(tmp_path).add(replace(desk, rights=Rights.WATCH))
    assert PairedViewers(tmp_path).read() == [replace(desk, rights=Rights.WATCH)]


@pytest.mark.parametrize("name", ['a "quoted" \\ name', "käse\u2028", "\x7f\x00", "'", "x" * 80, "[[viewer]]", "🎥"])
def test_that_any_name_is_read_as_it_was_written(name: str, tmp_path: Path) -> None:
    (one,) = kept(tmp_path, name)
    assert PairedViewers(tmp_path).read() == [one]


@pytest.mark.parametrize(
    "text", ["viewer = 3", "[[viewer]]", "[[viewer]]\nname='a'\nkey='short'\nrights='watch'", "\xff", "[[viewer"]
)
def test_that_a_damaged_list_is_told_and_stays(text: str, tmp_path: Path, capsys: Said) -> None:
    path = PairedViewers(tmp_path).path
    path.write_text(text, "latin-1")
    for words in (["viewers"], ["revoke", "desk"]):
        code, _, errors = told(tmp_path, capsys, *words)
        assert code == 1
        assert "is damaged" in errors
    assert path.read_text("latin-1") == text


def test_that_many_may_write_at_once(tmp_path: Path) -> None:
    def keep_some(number: int) -> None:
        kept(tmp_path, *(f"viewer {number}.{each}" for each in range(5)))

    threads = [threading.Thread(target=keep_some, args=(number,)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(PairedViewers(tmp_path).read()) == 20


@pytest.mark.skipif(os.name != "posix", reason="other systems keep a person's folders to that person")
def test_that_nobody_else_may_read_what_is_kept(tmp_path: Path) -> None:
    kept(tmp_path, "desk")
    CodeFile(tmp_path).write(OpenCode.new(Rights.WATCH, DAY))
    assert {each.name: each.stat().st_mode & 0o077 for each in tmp_path.iterdir()} == {
        "viewers.toml": 0,
        "viewers.toml.lock": 0,
        "pairing.toml": 0,
    }


# The code


@contextmanager
def pairing(folder: Path, *words: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "sender", "pair", *words, "--state", str(folder)]
    pipes: dict[str, Any] = dict.fromkeys(("stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, text=True, encoding="utf-8", **pipes) as it:
        try:
            yield it
        finally:
            it.kill()


def test_that_a_code_is_shown_and_ends_with_a_pairing(run: Run, context: Context, tmp_path: Path, capsys: Said) -> None:
    async def scene() -> None:
        kept(tmp_path, "phone")
        async with serving(tmp_path) as camera:
            with pairing(tmp_path, "--rights", "talk") as command:
                await until(lambda: camera.pairing_code)
                with at_pairing_port(context, port_of(tmp_path)) as ends:
                    await ends.pair(viewer_keys(), wrong_for(camera.pairing_code))
                    await until(lambda: (code := CodeFile(tmp_path).read()) is not None and code.tries == 2)
                    offer = await ends.pair(viewer_keys(), shown := camera.pairing_code)
                assert isinstance(offer, PairOffer)
                assert offer.rights is Rights.TALK
                await until(lambda: command.poll() is not None)
                out, _ = command.communicate()
            assert command.returncode == 0
            assert out == f"Pairing code: {shown}\nPaired: “desk” may watch and talk.\n"

    run(scene())


@pytest.mark.skipif(os.name != "posix", reason="signals are a POSIX matter")
def test_that_ctrl_c_ends_the_code(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        kept(tmp_path, "phone")
        async with serving(tmp_path) as camera:
            with pairing(tmp_path) as command:
                await until(lambda: camera.pairing_code)
                command.send_signal(signal.SIGINT)
                await until(lambda: command.poll() == 130)
            await until(lambda: not camera.pairing_code)
            ended = CodeFile(tmp_path).read()
            assert ended is not None
            assert ended.ending is Ending.LATE

    run(scene())


@pytest.mark.parametrize(
    ("ending", "sentence"),
    [
        (Ending.WRONG, "Three wrong codes came"),
        (Ending.LATE, "was not used in time"),
        (Ending.FAILED, "cannot keep who pairs"),
        (None, "another one was opened"),
    ],
)
def test_that_it_is_told_how_a_code_ended(
    ending: Ending | None, sentence: str, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(seconds: float) -> None:
        file = CodeFile(tmp_path)
        code = file.read()
        assert code is not None
        if not code.port:
            file.write(replace(code, port=5601, tries=2, wrong="192.168.1.66"))
        else:
            file.write(OpenCode.new(Rights.WATCH, DAY) if ending is None else code.ended(ending))

    monkeypatch.setattr("time.sleep", end)
    code, _, errors = told(tmp_path, capsys, "pair")
    assert code == 1
    assert "A wrong code came from 192.168.1.66. Tries left: 2. If that was not you, somebody else" in errors
    assert "Viewers can pair now, at port 5601." in errors
    assert sentence in errors


def test_that_a_code_lasts_no_longer_for_a_clock_that_was_set_back() -> None:
    code = OpenCode.new(Rights.WATCH, DAY)
    assert code.seconds_left(DAY.replace(year=2016)) == 600.0
    assert code.seconds_left(DAY.replace(year=2036)) == 0.0


# Moving


def typed(monkeypatch: pytest.MonkeyPatch, passphrase: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{passphrase}\n"))


def test_that_the_key_and_the_viewers_move_to_another_computer(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new, file = tmp_path / "old", tmp_path / "new", tmp_path / "moved.txt"
    viewers = kept(old, "desk", "phone")
    typed(monkeypatch, "correct horse")
    assert told(old, capsys, "identity", "--export", str(file))[0] == 0
    identity = Identity.of(old)
    content = file.read_bytes()
    assert not any(secret in content for secret in (identity.secret, identity.public, b"desk"))
    # A camera had run there already, and nobody knows it.
    before = Identity.of(new)
    typed(monkeypatch, "correct horse")
    assert told(new, capsys, "identity", "--import", str(file))[0] == 0
    assert Identity.of(new) == identity
    assert PairedViewers(new).read() == viewers
    assert (new / f"{FILE}.before").read_text().count(before.public.decode()) == 1
    assert told(new, capsys, "identity")[1] == f"{identity.fingerprint}\nkey {identity.public.decode()}\n"


def test_that_what_cannot_be_moved_is_told_and_changes_nothing(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new, file = tmp_path / "old", tmp_path / "new", tmp_path / "moved.txt"
    kept(old, "desk")
    typed(monkeypatch, "short")
    assert "too short" in told(old, capsys, "identity", "--export", str(file))[2]
    typed(monkeypatch, "correct horse")
    told(old, capsys, "identity", "--export", str(file))
    before = Identity.of(new)
    typed(monkeypatch, "wrong horse")
    assert "The passphrase is not right" in told(new, capsys, "identity", "--import", str(file))[2]
    typed(monkeypatch, "correct horse")
    assert "Revoke them first" in told(old, capsys, "identity", "--import", str(file))[2]
    assert "is there already" in told(old, capsys, "identity", "--export", str(file))[2] or file.exists()
    other = tmp_path / "other.txt"
    other.write_text("no export\n")
    assert "no file that was made by an export" in told(new, capsys, "identity", "--import", str(other))[2]
    assert "cannot be read" in told(new, capsys, "identity", "--import", str(tmp_path / "nowhere"))[2]
    assert Identity.of(new) == before


def test_that_the_folder_is_that_of_cameras_that_have_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    service, own = tmp_path / "service", default_folder()
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    assert state_folder(None, service) == own
    Identity.of(service)
    assert state_folder(None, service) == service
    Identity.of(own)
    assert state_folder(None, service) == own
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)
    assert state_folder(None, service) == service
    assert state_folder(str(tmp_path), service) == tmp_path


@pytest.mark.parametrize(
    "change",
    [
        {"secret": Identity.new().secret.decode()},
        {"public": ""},
        {"public": "é" * 40},
        {"viewers": [{"key": "' x = 3", "id": "", "name": "a", "rights": "talk", "paired": "2026-01-01T00:00:00Z"}]},
        {"viewers": [{"key": "a" * 40, "id": "", "name": "a", "rights": "talk", "paired": "0001-01-01T00:00:00Z"}]},
    ],
    ids=["no pair", "none", "not ascii", "no key", "long ago"],
)
def test_that_an_export_that_makes_no_sense_changes_nothing(tmp_path: Path, change: dict[str, object]) -> None:
    identity = Identity.new()
    packed = {"kind": KIND, "public": identity.public.decode(), "secret": identity.secret.decode(), "viewers": []}
    sealed_file.write(tmp_path / "file", msgspec.json.encode({**packed, **change}), "correct horse")
    before = Identity.of(tmp_path / "state")
    with pytest.raises(UsageError, match="is no export of a camera"):
        import_from(tmp_path / "file", tmp_path / "state", "correct horse")
    assert Identity.of(tmp_path / "state") == before
    assert [path.name for path in (tmp_path / "state").iterdir()] == [FILE]


def test_that_of_two_that_look_the_same_the_words_of_the_key_are_asked(tmp_path: Path, capsys: Said) -> None:
    anna, mallory = kept(tmp_path, "Anna", "An\u200bna")
    assert mallory.name == "An\u200bna 2"
    PairedViewers(tmp_path).change(lambda both: [both[0], replace(both[1], name="An\u200bna")])
    code, _, complaint = told(tmp_path, capsys, "revoke", "Anna")
    assert code != 0
    assert anna.words in complaint
    assert len(PairedViewers(tmp_path).read()) == 2
