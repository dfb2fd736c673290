"""A short run of the fuzzer of values with every test run."""

from pathlib import Path

import pytest

from camwire.values import records
from tests.fuzz.values import Run, main, table


def test_that_damaged_values_give_a_value_or_a_wire_error(tmp_path: Path) -> None:
    outcome = Run(7, tmp_path).feed(6000)
    assert not outcome.findings, table(outcome)
    assert outcome.taken > 300
    assert outcome.refused > 1000


def test_that_a_mistake_in_the_reader_is_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(*fields: object) -> object:
        raise LookupError("a mistake")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for tag in records.READERS:
        monkeypatch.setitem(records.READERS, tag, fail)
    assert main(["--messages", "500"]) == 1
    assert "LookupError: a mistake" in capsys.readouterr().out
    assert list(tmp_path.glob("watchword-findings/values-*.msgpack"))
