"""Files that are read through, to be offered."""

import asyncio
from pathlib import Path

import pytest

from camwire.files.disk import SLICE_BYTES
from camwire.files.filing import Filing
from camwire.files.offered import Offering
from camwire.files.readings import Readings
from tests.support.waiting import until
from tests.support.wire_ends import Run


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Offering]:
    """The steps that are made from now on."""
    steps: list[Offering] = []
    step = Offering.step

    def noted(offering: Offering) -> object:
        steps.append(offering)
        return step(offering)

    monkeypatch.setattr(Offering, "step", noted)
    return steps


def test_that_a_file_for_many_is_read_once_and_is_an_offer_of_its_own_for_each(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = counted(monkeypatch)
    (tmp_path / "clip").write_bytes(bytes(5 * SLICE_BYTES))

    async def scenario() -> None:
        filing = Filing()
        readings = Readings(filing)
        offered = await asyncio.gather(*(readings.read(tmp_path / "clip") for _ in range(20)))
        assert len(steps) == 5
        assert len({each.offer.id for each in offered}) == 20
        assert {(each.offer.name, each.offer.size) for each in offered} == {("clip", 5 * SLICE_BYTES)}
        await readings.read(tmp_path / "clip")
        assert len(steps) == 10
        filing.close()

    run(scenario())


def test_that_it_is_told_how_far_it_is_and_that_nothing_is_read_for_nobody(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = counted(monkeypatch)
    with (tmp_path / "clip").open("wb") as file:
        file.truncate(2000 * SLICE_BYTES)

    async def scenario() -> None:
        filing = Filing()
        readings = Readings(filing)
        told: list[tuple[int, int]] = []
        reading = asyncio.create_task(readings.read(tmp_path / "clip", told=lambda *how: told.append(how)))
        await until(lambda: len(told) >= 3)
        assert told[:3] == [(number * SLICE_BYTES, 2000 * SLICE_BYTES) for number in (1, 2, 3)]
        reading.cancel()
        await until(lambda: not readings._waiting)
        assert len(steps) < 2000
        filing.close()

    run(scenario())
