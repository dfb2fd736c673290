"""The configuration file: every option, and what is told of every mistake."""

import argparse
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camwire.errors import UsageError
from sender import subcommands
from sender.__main__ import _camera
from sender.config import lines
from sender.config.arguments import parser
from sender.config.configured import asked_for, check, made
from sender.config.file import read
from sender.config.keys import KEYS, Kind, fits
from sender.config.text import MOST_BYTES
from sender.config.troubles import MOST_TOLD

# Said on the command line only: what ends at once, what names the file, and what another program says.
NOT_IN_FILE = {"--help", "--version", "--list-sources", "--json", "--config", "--attached", "--no-announce"}
TOML = {
    '"text"': Kind.TEXT,
    '["a", "b"]': Kind.TEXTS,
    "7": Kind.WHOLE,
    "7.5": Kind.NUMBER,
    "true": Kind.SWITCH,
    "[1, 2]": None,
    '["a", 1]': None,
    "{ a = 1 }": None,
    "2026-01-01": None,
    "07:30:00": None,
    "[[1], [2]]": None,
}
# Which values can be read as which kind.
ALSO = {
    Kind.TEXT: {Kind.TEXT},
    Kind.TEXTS: {Kind.TEXT, Kind.TEXTS},
    Kind.WORD: {Kind.TEXT, Kind.WHOLE},
    Kind.WHOLE: {Kind.WHOLE},
    Kind.NUMBER: {Kind.WHOLE, Kind.NUMBER},
    Kind.SWITCH: {Kind.SWITCH},
}


def written(folder: Path, text: str) -> Path:
    path = folder / "camera.toml"
    path.write_text(text)
    return path


def troubles(folder: Path, text: str) -> list[str]:
    """What is told of a file, without its name."""
    path = written(folder, text)
    with pytest.raises(UsageError) as raised:
        read(path)
    return [line.removeprefix(f"{path}, ") for line in str(raised.value).splitlines()]


def words_of(asked: argparse.Namespace) -> dict[str, Any]:
    return {name: value for name, value in vars(asked).items() if name not in ("config", "place")}


def test_that_every_option_of_the_command_line_can_stand_in_a_file() -> None:
    options = {option for action in parser()._actions for option in action.option_strings if option.startswith("--")}
    assert {f"--{key}" for key in KEYS} == options - NOT_IN_FILE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('name = "porch"', ["--name", "porch"]),
        ('source = "clip.mp4"', ["--source", "clip.mp4"]),
        ("source = 0", ["--source", "0"]),
        ('size = "640x480"', ["--size", "640x480"]),
        ("fps = 12.5", ["--fps", "12.5"]),
        ("fps = 12", ["--fps", "12"]),
        ("quality = 70", ["--quality", "70"]),
        ('codec = "h264"', ["--codec", "h264"]),
        ("loop = true", ["--loop"]),
        ("loop = false", []),
        ('listen = "tcp://*:5601"', ["--listen", "tcp://*:5601"]),
        ('dial = "tcp://desk:5555"', ["--dial", "tcp://desk:5555"]),
        ('dial = ["tcp://a:5555", "tcp://b:5555"]', ["--dial", "tcp://a:5555", "--dial", "tcp://b:5555"]),
        ("open = true", ["--open"]),
        ("announce = false", ["--no-announce"]),
        ('filter = ["stabiliser", "reducer:50"]', ["--filter", "stabiliser", "--filter", "reducer:50"]),
        ('dialect = "netgear"', ["--dialect", "netgear"]),
        ("pattern = 1", ["--pattern", "1"]),
        ('pattern = "req"', ["--pattern", "req"]),
        ("multiserver = true", ["--multiserver"]),
        ("multiclient = true", ["--multiclient"]),
        ("bidirectional = true", ["--bidirectional"]),
        ('state = "none"', ["--state", "none"]),
        ("patient = true", ["--patient"]),
        ("echo = true", ["--echo"]),
        ('log-level = "debug"', ["--log-level", "debug"]),
        ("", []),
        ("\ufeffquality = 70\r\nloop = true\r\n", ["--quality", "70", "--loop"]),
    ],
)
def test_that_a_file_says_what_the_command_line_says(tmp_path: Path, text: str, words: list[str]) -> None:
    (from_file,) = asked_for(["--config", str(written(tmp_path, text))])
    (from_words,) = asked_for(words)
    assert words_of(from_file) == words_of(from_words)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_that_a_value_of_a_wrong_type_is_answered_with_its_line_and_the_right_one(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(sorted(KEYS)))
    wrong = [value for value, kind in TOML.items() if kind not in ALSO[KEYS[key].kind]]
    value = data.draw(st.sampled_from([each for each in wrong if not (key == "source" and each.startswith("{"))]))
    above = data.draw(st.integers(0, 5))
    folder = tmp_path_factory.mktemp("config")
    (told,) = troubles(folder, "# and so on\n" * above + f"{key} = {value}\n")
    assert told.startswith(f"line {above + 1}: “{key}” must be {KEYS[key].kind.value}, and this is ")
    assert f"Write it like {key} = {KEYS[key].example}." in told


@settings(deadline=None)
@given(st.sampled_from(sorted(KEYS)), st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_that_only_what_fits_is_taken(key: str, value: object) -> None:
    kind = KEYS[key].kind
    named = {
        Kind.TEXT: type(value) is str,
        Kind.WHOLE: type(value) is int,
        Kind.SWITCH: type(value) is bool,
        Kind.NUMBER: type(value) in (int, float),
        Kind.WORD: type(value) in (int, str),
        Kind.TEXTS: type(value) is str or (type(value) is list and all(type(each) is str for each in value)),
    }
    assert fits(kind, value) is named[kind]


@settings(deadline=None)
@given(st.lists(st.sampled_from(['a = "x"', "# b = 2", "", "c = [\n1,\n2]", 'd = """\nb = 1\n"""', "e = { b = 3 }"])))
def test_that_the_line_is_found_whatever_stands_above(above: list[str]) -> None:
    kept = [each for number, each in enumerate(above) if not each or each[0] == "#" or each not in above[:number]]
    text = "\n".join([*kept, "b = [", "9]", "z = 1"])
    assert lines.line_of(text, ("b",)) == text.split("\n").index("b = [") + 1


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ('a = "[" # [\nb = 1', ("b",), 2),
        ("a = '''\n[b]\nb = 1'''\nb = 1", ("b",), 4),
        ('a = """\\"""\n[b]\n"""\nb = 1', ("b",), 4),
        ("[[camera]]\n[camera.source]\nspec = 0\n[[camera]]\n\n[camera.source]\nspec = 1", ("camera", 1), 4),
        ("[[camera]]\n[camera.source]\nspec = 0\n[[camera]]\n\n[camera.source]\nspec = 1", ("camera", 1, "source"), 6),
        ("[[camera]]\n[[camera]]\n# 1\nsource.spec = 1", ("camera", 1, "source", "spec"), 4),
        ("\n[source.options]\na = 1", ("source",), 2),
        ("camera = [\n{ a = 1 },\n{ b = 1 }]", ("camera", 1, "b"), 1),
        ('"a]" = 1\n["b [" . c]\nd = 1', ("b [", "c", "d"), 3),
    ],
)
def test_that_the_line_is_that_of_the_statement(text: str, path: lines.Path, line: int) -> None:
    assert lines.line_of(text, path) == line


def test_that_a_file_is_not_read_again_for_each_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = 0

    def counted(text: str, loads: Any = tomllib.loads) -> Any:
        nonlocal parsed
        parsed += len(text)
        return loads(text)

    monkeypatch.setattr(tomllib, "loads", counted)
    text = "[[camera]]\nfbs = 1\n" * 3000
    *first, last = troubles(tmp_path, text)
    # Three for each camera but the first: its key, its name, and its port.
    assert (len(first), last.partition(": ")[2]) == (
        MOST_TOLD,
        f"and {3 * 3000 - 2 - MOST_TOLD:,} more. Mend these first.",
    )
    assert parsed <= 2 * len(text)


def test_that_all_mistakes_are_told_at_once_each_with_its_line(tmp_path: Path) -> None:
    assert troubles(
        tmp_path,
        """\
qualty = 3
fps = "fast"

[[camera]]
name = "left"
log-level = "info"

[[camera]]
name = "right"
listen = "tcp://127.0.0.1:5601"
size = "big"
open = "yes"
""",
    ) == [
        f"line 1: there is no “qualty”. Did you mean “quality”? Possible are {', '.join(KEYS)}, camera.",
        "line 2: “fps” must be a number, and this is text. Write it like fps = 15.",
        "line 6: “log-level” holds for the whole program. Write it above the first [[camera]].",
        "line 11: “size”: “big” is no size. Write width and height like 640x480.",
        "line 12: “open” must be true or false, and this is text. Write it like open = true.",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("quality = 200", "line 1: “quality”: The quality 200 cannot be. Use a whole number from 1"),
        ("fps = nan", "line 1: “fps”: nan pictures a second cannot be. Use a number from 0.001 to 1,000."),
        ('listen = "5600"', "line 1: “listen”: "),
        ('log-level = "loud"', "line 1: “log-level” must be one of debug, info, warning, error."),
        ("log_level = 1", "line 1: there is no “log_level”. Did you mean “log-level”?"),
        ("camera = 1", "line 1: several cameras are tables. Write [[camera]] above the words of each."),
        ("[source]\noptions = { a = 1 }", "line 1: [source] does not say which. Add spec ="),
        ("[source]\nspec = 0\noption = 1", "line 3: there is no “option”. Did you mean “options”?"),
        ("[source]\nspec = 0\noptions = 1", "line 3: “options” must be a table, and this is a whole number."),
        ("[source]\nspec = true", "line 2: “spec” must be text in quotes or a whole number, and this is true or false"),
        ("quality = 1\nquality = 2\n", "line 2, column 12: this is no TOML. Cannot overwrite a value."),
        ("quality = 1\nquality = 2", "at its end: this is no TOML."),
        ("quality = ", "at its end: this is no TOML."),
        ("fps = 1e400", "line 1: “fps”: inf pictures a second cannot be."),
        (f"quality = {10**400}", "line 1: this number is larger than any that can stand here."),
        (f"quality = 0x{'f' * 9000}", "line 1: this number is larger than any that can stand here."),
        (
            f"[source]\nspec = 'picamera'\n[source.options]\niso = [1, {10**30}]",
            "line 4: this number is larger than any that can stand here.",
        ),
        ('name = " \\u200b"', "line 1: “name”: The name is empty."),
        ('state = "a\\u0000b"', "line 1: “state”: The state names no folder."),
        ('state = " "', "line 1: “state”: The state names no folder."),
        ("quality = \nfps = 3", "line 1, column 11: this is no TOML."),
        ("name = porch", "line 1, column 8: this is no TOML. Invalid value. Text stands in quotes, as in name ="),
        ("open = True", "line 1, column 8: this is no TOML. Invalid value. Text stands in quotes"),
    ],
)
def test_that_a_mistake_is_a_sentence_that_says_what_is_possible(tmp_path: Path, text: str, told: str) -> None:
    assert troubles(tmp_path, text)[0].startswith(told)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"name = '\xff'", "is not written in UTF-8"),
        (b"#" * (MOST_BYTES + 1), "is too large for a configuration"),
        (b"a = " + b"[" * 30_000, "this is nested too deeply"),
        (b"quality = " + b"9" * 5000, "this is no TOML. A number in it has too many digits."),
        (b"a" + b".a" * 20_000 + b" = 1", "this is nested too deeply"),
    ],
)
def test_that_what_can_be_no_configuration_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "camera.toml"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=told):
        read(path)


def test_that_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read \\(No such file or directory\\)"):
        read(tmp_path / "missing.toml")


def test_that_a_password_is_never_told(tmp_path: Path) -> None:
    secret = "hunter2"
    text = f'dial = [["rtsp://me:{secret}@host"]]\nname = ["{secret}"]\nsource = ["rtsp://me:{secret}@host/"]\n'
    assert secret not in "".join(troubles(tmp_path, text))


def test_that_what_stands_above_holds_for_all_cameras(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """\
quality = 50
[source]
spec = "picamera"
options = { buffer_count = 4 }
[[camera]]
name = "left"
[[camera]]
name = "right"
quality = 60
listen = "tcp://127.0.0.1:5601"
source = "pattern"
""",
    )
    left, right = asked_for(["--config", str(path)])
    assert (left.name, left.quality, left.source, left.options) == ("left", 50, "picamera", {"buffer_count": 4})
    assert (right.name, right.quality, right.source, right.options) == ("right", 60, "pattern", {})
    assert left.place.endswith("line 5")


def test_that_words_of_the_command_line_come_first(tmp_path: Path) -> None:
    path = written(tmp_path, 'quality = 50\nname = "porch"\ndial = "tcp://a:5555"\n')
    (asked,) = asked_for(["--config", str(path), "--quality", "60", "--dial", "tcp://b:5555"])
    assert (asked.quality, asked.name, asked.dial) == (60, "porch", ["tcp://a:5555", "tcp://b:5555"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[camera]]\n[[camera]]\nlisten = 'tcp://*:1'", "line 2: more than one camera has no name."),
        (
            "[[camera]]\nname = 'a'\n[[camera]]\nlisten = 'tcp://*:1'\nname = 'a'",
            "line 3: two cameras are called “a”. Give each a name of its own.",
        ),
        (
            "[[camera]]\nname = 'a'\n[[camera]]\nlisten = 'tcp://*:1'\nname = ' a '",
            "line 3: two cameras are called “a”.",
        ),
        (
            "[[camera]]\nname = 'a'\n[[camera]]\nname = 'b'",
            "line 3: two cameras listen at port 5600. Give each a port of its own, like "
            'listen = "tcp://127.0.0.1:5601".',
        ),
        (
            "secure = true\n[[camera]]\nname = 'a'\n[[camera]]\nname = 'b'",
            'line 4: two cameras listen at port 5600. Give each a port of its own, like listen = "tcp://*:5601".',
        ),
    ],
)
def test_that_cameras_in_each_other_s_way_are_told(tmp_path: Path, text: str, told: str) -> None:
    assert troubles(tmp_path, text)[0].startswith(told)


def test_that_cameras_that_only_dial_need_no_ports(tmp_path: Path) -> None:
    text = 'dial = "tcp://desk:5555"\n[[camera]]\nname = "a"\n[[camera]]\nname = "b"\n'
    assert len(made(asked_for(["--config", str(written(tmp_path, text))]), _camera)) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('dialect = "imagezmq"\npattern = "pub"\nlisten = "tcp://*:5600"', "“open = true”"),
        ('dialect = "netgear"\npattern = "push"\ndial = "tcp://a:1"', "“pattern” req"),
        ('[[camera]]\nname = "a"\nquality = 3\n[[camera]]\nname = "b"\nto = "desk"', ", line 4: "),
        ('source = "xyz"', "There is no source “xyz”."),
        ('source = "http://"', "The address of the source cannot be read. Write it like http://camera/video"),
        ('source = " "', "The source is empty. Use a number for a webcam"),
        (
            'source = "http://a/\\r\\nX: y"',
            "There is no source “http://a/\ufffd\ufffdX: y”: it holds a control character.",
        ),
        (f'listen = "{"x" * 9000}"', f"“{'x' * 120}…” is no address."),
        ('source = "missing.mp4"\nfilter = "none"', "There is no filter “none”"),
        ('[source]\nspec = "pattern"\noptions = { a = 1, b = 2 }', "takes no options of its own. Leave out a and b."),
    ],
)
def test_that_what_does_not_go_together_is_told_in_words_of_the_file(tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UsageError, match=re.escape(told)) as raised:
        check(path, _camera)
    assert str(raised.value).startswith(str(path))
    assert "--" not in str(raised.value)


def said(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "sender", *words], capture_output=True, text=True, timeout=30, encoding="utf-8"
    )


def test_that_check_tells_that_a_file_is_right(tmp_path: Path) -> None:
    path = written(tmp_path, '[[camera]]\nname = "a"\n[[camera]]\nname = "b"\nlisten = "tcp://127.0.0.1:5601"\n')
    it = said("check", str(path))
    shown = "".join(
        f"{name}: test pattern, tcp://127.0.0.1:{port}, for this computer alone\n"
        for name, port in (("a", 5600), ("b", 5601))
    )
    assert (it.returncode, it.stdout, it.stderr) == (0, f"{path} is right: 2 cameras.\n{shown}", "")


def test_that_a_file_may_be_called_like_an_option_and_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "-\x1b[31mred.toml"
    path.touch()
    it = subprocess.run(
        [sys.executable, "-m", "sender", "check", "--", path.name],
        capture_output=True,
        text=True,
        timeout=30,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert (it.returncode, it.stdout.split("\n")[0], it.stderr) == (0, "-\ufffd[31mred.toml is right: 1 camera.", "")


def test_that_check_tells_who_will_see_what(tmp_path: Path) -> None:
    text = 'name = "porch"\nsource = "picamera:1"\nlisten = "tcp://*:5600"\nopen = true\ndial = "tcp://desk:5555"\n'
    found = check(written(tmp_path, text), _camera)
    assert found.shown == ["porch: Pi camera 1, tcp://*:5600, open to the network; calls tcp://desk:5555"]
    assert found.warnings == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('source = "shots/clip.mp4"', f"Write the whole path: {Path('shots/clip.mp4').absolute()}"),
        ('source = "~/clip.mp4"', "Write the whole path, such as /srv/clip.mp4"),
        ('state = "kept"', "“state” is kept, and a service, which begins in another folder, would not find that."),
        ('source = "missing/"', "There is no folder “missing/”."),
        (
            'source = "picamera"\n[[camera]]\nname = "a"\n[[camera]]\nname = "b"\nlisten = "tcp://127.0.0.1:1"\n'
            'source = "picamera:0?framerate=5"',
            "line 4: “a” and “b” both show Pi camera 0, which can be opened only once.",
        ),
    ],
)
def test_that_check_refuses_what_a_service_would_not_find(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=re.escape(told)):
        check(written(tmp_path, text), _camera)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('source = "/home/x.mp4"', ["There is no /home/x.mp4 now.", "/home/x.mp4 lies in somebody's home, where"]),
        ('state = "/srv/state"', ["A service may write only below /var/lib/watchword, and not to /srv/state."]),
        ('state = "/var/lib/watchword/porch"', []),
        (
            '[source]\nspec = "picamera?controls.HdrMode=night"\n[source.options.controls]\n'
            'AwbMod = "Auto"\nAwbMode = "Dayligh"\nAfMode = 2\nExposureTime = 5000\n',
            [
                "No Pi camera is known to have the control “AwbMod”. Did you mean AwbMode?",
                "AwbMode is not known as “Dayligh”. Did you mean Daylight? It is one of: Auto, Incandescent,",
            ],
        ),
    ],
)
def test_that_check_warns_of_what_will_hardly_work(tmp_path: Path, text: str, told: list[str]) -> None:
    path = written(tmp_path, text)
    found = [each.removeprefix(f"{path}: ") for each in check(path, _camera).warnings]
    assert len(found) == len(told)
    assert all(each.startswith(sentence) for each, sentence in zip(found, told, strict=True))


def test_that_a_warning_is_told_beside_what_will_be_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, 'name = "porch"\nsource = "/nowhere/x.mp4"\n')
    assert subcommands.run(["check", str(path)], _camera) == 0
    told = capsys.readouterr()
    assert told.err == f"watchword-camera: warning: {path}: There is no /nowhere/x.mp4 now.\n"
    assert told.out.endswith("1 camera.\nporch: file x.mp4, tcp://127.0.0.1:5600, for this computer alone\n")


def test_that_all_wrong_words_of_a_source_are_told(tmp_path: Path) -> None:
    path = written(tmp_path, '[source]\nspec = "picamera"\noptions = { bufer_count = 4, rotation = 90, queue = "x" }\n')
    with pytest.raises(UsageError) as raised:
        check(path, _camera)
    first, second, third = str(raised.value).split("\n")
    assert first.startswith(f"{path}: A Pi camera has no option “bufer_count”. Is it buffer_count?")
    assert second.startswith(f"{path}: A Pi camera turns pictures by 0 or 180")
    assert third.startswith(f"{path}: The option queue is on or off")


def test_that_check_and_the_program_tell_what_is_wrong(tmp_path: Path) -> None:
    path = written(tmp_path, "\nquality = 'high'\n")
    sentence = f"watchword-camera: {path}, line 2: “quality” must be a whole number, and this is text."
    checked, started = said("check", str(path)), said("--config", str(path))
    assert (checked.returncode, started.returncode) == (1, 2)
    assert checked.stderr.startswith(sentence)
    assert started.stderr.startswith(sentence)


def test_that_the_cameras_of_a_file_serve(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'listen = "tcp://127.0.0.1:0"\nstate = "none"\n[[camera]]\nname = "left"\n[[camera]]\nname = "right"\n',
    )
    command = [sys.executable, "-m", "sender", "--config", str(path), "--attached"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdin is not None
        ends = [program.stdout.readline() for _ in range(2)]
        assert all(re.fullmatch(r"Listening on tcp://127\.0\.0\.1:\d+\n", end) for end in ends)
        assert len(set(ends)) == 2
        program.stdin.close()
        assert program.wait(10) == 0
