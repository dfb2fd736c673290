"""A short run of the fuzzer with every test run; `python3 run.py fuzz` makes a long one."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from camwire import dialects
from camwire.dialects.foreign import Heard
from camwire.dialects.imagezmq import ImageZmqCamera
from camwire.frame import Payload
from tests.fuzz.dialects import main, run, table
from tests.fuzz.mutations import mutated
from tests.support.wire_samples import read, samples


@pytest.mark.parametrize("name", list(dialects.registered()))
def test_that_damaged_messages_give_events_or_a_wire_error(name: str, tmp_path: Path) -> None:
    outcome = run(name, 1500, 7, tmp_path)
    assert not outcome.findings, table([outcome])
    assert outcome.taken > 100
    assert outcome.refused > 100


def test_that_the_same_seed_damages_in_the_same_way() -> None:
    whole = [read(path) for path in samples("netgear", "first")]
    one, other = ([mutated(rng, whole) for _ in range(200)] for rng in (Random(3), Random(3)))
    assert one == other


def test_that_damage_leaves_the_samples_whole() -> None:
    whole = [read(path) for path in samples("netgear_async", "first")]
    rng = Random(3)
    for _ in range(500):
        mutated(rng, whole)
    assert whole == [read(path) for path in samples("netgear_async", "first")]


@pytest.mark.parametrize("error", [LookupError("a mistake"), RecursionError(), MemoryError()])
def test_that_a_mistake_in_a_dialect_is_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, error: Exception
) -> None:
    whole = ImageZmqCamera.read

    def fail(self: ImageZmqCamera, parts: Sequence[Payload]) -> Heard:
        if len(parts) == 3:
            raise error
        return whole(self, parts)

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(ImageZmqCamera, "read", fail)
    assert main(["--messages", "100"]) == 1
    assert f"imagezmq: {type(error).__name__}" in capsys.readouterr().out
    assert list(tmp_path.glob("watchword-findings/*/imagezmq-*.msgpack"))
