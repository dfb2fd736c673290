"""The probe as people run it: a program of its own."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import Awaitable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from camwire.messages import Health, encode
from tests.support.obedient_cameras import on_wire
from tests.support.scripted_camera import Answer
from tests.support.stage import Stage, free_endpoint
from tests.support.waiting import until

ROOT = Path(__file__).parents[3]
KEYS = [
    "name",
    "dialect",
    "endpoint",
    "width",
    "height",
    "codec",
    "frames",
    "fps",
    "bytes_per_s",
    "age_ms",
    "drops",
    "messages",
    "health",
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a program left behind."""

    code: int | None
    out: str
    err: str

    @property
    def cameras(self) -> list[dict[str, Any]]:
        return list(json.loads(self.out)["cameras"])


async def python(*arguments: str, letters: str = "utf-8") -> Outcome:
    environment = {**os.environ, "PYTHONIOENCODING": letters}
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, stdout=PIPE, stderr=PIPE, cwd=ROOT, env=environment
    )
    out, err = await process.communicate()
    return Outcome(process.returncode, out.decode(), err.decode())


def probe(*arguments: object, letters: str = "utf-8") -> Awaitable[Outcome]:
    return python("-m", "viewer.probe", *map(str, arguments), letters=letters)


def test_that_the_json_has_exactly_its_keys(stage: Stage) -> None:
    camera = stage.camera()
    stage.now(camera.stream)
    outcome = stage.finish(probe("--camera", camera.endpoint, "--seconds", 0.5, "--json"))
    (entry,) = outcome.cameras
    assert (outcome.code, outcome.err, list(entry)) == (0, "", KEYS)
    assert list(json.loads(outcome.out)) == ["cameras"]
    assert list(entry["age_ms"]) == ["p50", "p95", "p99"]


def test_that_what_the_camera_says_of_its_health_is_passed_on(stage: Stage) -> None:
    camera = stage.camera()
    stage.now(camera.stream)
    told = Health(level="bad", text="Hot: the processor has 81 °C.", facts={"temperature °C": 81.5, "power": "good"})

    async def tell() -> None:
        while True:
            camera.send(encode(told))
            await asyncio.sleep(0.05)

    async def probed() -> Outcome:
        telling = asyncio.ensure_future(tell())
        try:
            return await probe("--camera", camera.endpoint, "--seconds", 0.5, "--json")
        finally:
            telling.cancel()

    outcome = stage.finish(probed())
    (entry,) = outcome.cameras
    assert entry["health"] == {"level": "bad", "text": told.text, "trouble": "", "facts": told.facts}
    assert outcome.err.count("Hot: the processor has 81 °C.") == 1
    assert outcome.code == 0


@pytest.mark.alone
def test_that_the_figures_are_those_of_the_camera(stage: Stage) -> None:
    camera = stage.camera()
    stage.now(lambda: camera.stream(20))
    (entry,) = stage.finish(probe("--camera", camera.endpoint, "--seconds", 1.2, "--json")).cameras
    assert (entry["name"], entry["dialect"], entry["endpoint"]) == ("porch", "native", str(camera.endpoint))
    assert (entry["width"], entry["height"], entry["codec"]) == (64, 48, "jpeg")
    assert 10 < entry["fps"] < 21
    assert 0 < entry["age_ms"]["p50"] <= entry["age_ms"]["p95"] <= entry["age_ms"]["p99"] < 1000
    assert entry["bytes_per_s"] > 0


def test_that_a_table_is_printed_for_people(stage: Stage) -> None:
    camera = stage.camera()
    stage.now(camera.stream)
    outcome = stage.finish(probe("--camera", camera.endpoint, "--seconds", 0.5))
    head, row = outcome.out.splitlines()
    assert head.split()[:3] == ["camera", "dialect", "size"]
    assert row.split()[:4] == ["porch", "native", "64×48", "jpeg"]


@pytest.mark.parametrize("seconds", [0.5, pytest.param(4.5, marks=pytest.mark.slow)])
def test_that_nobody_at_the_address_is_a_failure_with_a_sentence(stage: Stage, seconds: float) -> None:
    endpoint = free_endpoint()
    outcome = stage.finish(probe("--camera", endpoint, "--seconds", seconds, "--json"))
    assert outcome.code == 1
    assert outcome.err.count(f"Nothing answers at {endpoint}. Is watchword-camera running there?") == 1
    assert outcome.cameras[0]["frames"] == 0


def test_that_a_refusal_is_a_failure_with_its_own_words(stage: Stage) -> None:
    camera = stage.camera(answer=Answer.REFUSAL)
    outcome = stage.finish(probe("--camera", camera.endpoint, "--seconds", 0.5))
    assert outcome.code == 1
    assert outcome.err.count("Three viewers watch already. Close one.") == 1


def test_that_a_camera_without_pictures_is_a_failure_with_a_sentence(stage: Stage) -> None:
    camera = stage.camera()
    outcome = stage.finish(probe("--camera", camera.endpoint, "--seconds", 0.5))
    assert outcome.code == 1
    assert outcome.err.startswith("watchword-probe: porch: ")


def test_that_frames_that_cannot_be_decoded_are_a_failure_with_a_sentence(stage: Stage) -> None:
    camera = stage.camera()
    camera.payload = b"\xff\xd8 no picture"
    stage.now(camera.stream)
    outcome = stage.finish(probe("--camera", camera.endpoint, "--seconds", 0.5, "--json"))
    assert outcome.code == 1
    assert "damaged JPEG pictures" in outcome.err
    assert outcome.cameras[0]["drops"]["undecodable"] > 0


def test_that_one_camera_of_two_is_not_enough(stage: Stage) -> None:
    camera = stage.camera()
    stage.now(camera.stream)
    both = ("--camera", camera.endpoint, "--camera", free_endpoint())
    outcome = stage.finish(probe(*both, "--seconds", 0.5, "--json"))
    assert (outcome.code, [entry["frames"] > 0 for entry in outcome.cameras]) == (1, [True, False])


@pytest.mark.parametrize("arguments", [[], ["--nonsense"], ["--camera", "porch", "--seconds", "soon"]])
def test_that_wrong_use_is_told_from_failure(stage: Stage, arguments: list[str]) -> None:
    outcome = stage.finish(probe(*arguments))
    assert (outcome.code, outcome.out) == (2, "")
    assert "usage: watchword-probe" in outcome.err


def test_that_an_address_that_is_none_is_a_failure_with_an_example(stage: Stage) -> None:
    outcome = stage.finish(probe("--camera", "ftp://porch"))
    assert (outcome.code, outcome.out) == (2, "")
    assert "as in tcp://192.168.1.20:5600" in outcome.err


@pytest.mark.parametrize(("word", "said"), [("--version", "watchword-probe"), ("--help", "example:")])
def test_that_it_says_what_it_is(stage: Stage, word: str, said: str) -> None:
    outcome = stage.finish(probe(word))
    assert (outcome.code, outcome.err) == (0, "")
    assert said in outcome.out


def test_that_a_line_is_sent_and_the_answer_printed(stage: Stage) -> None:
    camera = stage.camera()
    camera.echoes = True
    stage.now(camera.stream)
    outcome = stage.finish(probe("--camera", camera.endpoint, "--seconds", 0.5, "--send", "who goes there?"))
    assert camera.heard == ["who goes there?"]
    assert "porch: you said: who goes there?" in outcome.out.splitlines()
    assert outcome.code == 0


def test_that_a_command_is_sent_as_one(stage: Stage) -> None:
    camera, _ = on_wire(stage, "porch")
    stage.now(camera.stream)
    outcome = stage.finish(probe("--camera", camera.endpoint, "--seconds", 0.5, "--send", "/lamp on"))
    assert "porch: done" in outcome.out.splitlines()
    outcome = stage.finish(probe("--camera", camera.endpoint, "--seconds", 0.5, "--send", "/lamp blue"))
    assert "on or off" in outcome.err


def test_that_answers_are_counted_and_do_not_spoil_the_json(stage: Stage) -> None:
    camera = stage.camera()
    camera.echoes = True
    stage.now(camera.stream)
    outcome = stage.finish(probe("--camera", camera.endpoint, "--seconds", 0.5, "--send", "hello", "--json"))
    assert outcome.cameras[0]["messages"] == 1
    assert "you said: hello" in outcome.err


def test_that_a_camera_cannot_command_the_terminal(stage: Stage) -> None:
    camera = stage.camera("evil \x1b[31m name")
    camera.echoes = True
    stage.now(camera.stream)
    outcome = stage.finish(
        probe("--camera", camera.endpoint, "--seconds", 0.5, "--send", "\x1b]0;title\x07\r\nfake: line")
    )
    assert "\x1b" not in outcome.out
    assert "\x07" not in outcome.out
    assert not [line for line in outcome.out.splitlines() if line.startswith("fake")]
    assert "    fake: line" in outcome.out.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_that_it_can_be_interrupted(stage: Stage, number: int, code: int) -> None:
    camera = stage.camera()
    stage.now(camera.stream)

    async def interrupted() -> int | None:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "viewer.probe", "--camera", str(camera.endpoint), "--seconds", "60"),
            *("--log-level", "error"),
            stdout=PIPE,
            stderr=PIPE,
            cwd=ROOT,
        )
        await until(lambda: camera.frames_sent > 20)
        process.send_signal(number)
        await process.communicate()
        return process.returncode

    assert stage.finish(interrupted()) == code


def test_that_a_camera_that_calls_is_probed(stage: Stage) -> None:
    endpoint = free_endpoint()
    camera = stage.calling_camera(endpoint)
    stage.now(camera.stream)
    outcome = stage.finish(probe("--listen", endpoint, "--seconds", 1.5, "--json"))
    assert [entry["name"] for entry in outcome.cameras] == ["porch"]
    assert outcome.code == 0


def test_that_a_port_nobody_calls_is_a_failure_with_a_sentence(stage: Stage) -> None:
    outcome = stage.finish(probe("--listen", "127.0.0.1:0", "--seconds", 0.3, "--json"))
    assert (outcome.code, outcome.cameras) == (1, [])
    assert "No camera called in this time." in outcome.err


def test_that_a_terminal_of_few_letters_gets_a_table_too(stage: Stage) -> None:
    camera = stage.camera("Tür 🎥")
    stage.now(camera.stream)
    outcome = stage.finish(probe("--camera", camera.endpoint, "--seconds", 0.5, letters="ascii"))
    assert (outcome.code, outcome.err) == (0, "")
    assert "T?r ?" in outcome.out


def test_that_it_needs_neither_qt_nor_opencv(stage: Stage) -> None:
    question = "import sys, viewer.probe; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    outcome = stage.finish(python("-c", question))
    assert outcome.code == 0
    assert {"PySide6", "qasync", "cv2", "shiboken6", "sender"}.isdisjoint(outcome.out.split())
