"""What the benchmarks stand on: cameras that replay, and a profile of functions that are there."""

import json
from pathlib import Path

import pytest

from benchmarks.support import page, stages
from benchmarks.support.programs import figures_of, running
from benchmarks.support.report import Limit, ratio
from tests.support.waiting import until
from tests.support.watching import Watcher, fleet
from viewer.core.pictures.wanting import Place


def test_that_replayed_cameras_send_what_the_place_needs_and_nothing_when_hidden(run):
    with running("replay_cameras", "--count", 2, "--size", "640x480", "--fps", 50) as cameras:
        endpoints = cameras.line()["endpoints"]

        async def watch() -> None:
            async with fleet() as viewer:
                shown, hidden = (Watcher(viewer.add(each)) for each in endpoints)
                hidden.session.show(False)
                shown.session.place(Place(320, 180))
                await until(lambda: shown.pictures > 3 and shown.session.stats.width == 240)
                assert shown.session.stats.height == 180
                assert hidden.session.is_connected
                assert hidden.pictures == 0

        run(watch())
        assert cameras.end()["size"] == [240, 180]


@pytest.mark.slow
@pytest.mark.parametrize("way", ["bare", "ours"])
def test_that_a_simulated_pi_camera_is_measured_and_opened_again(way):
    figures = figures_of("pi_source", way, "--seconds", 0.5)
    assert figures["opens_again_s"] is not None
    assert figures["fps"] > 0


@pytest.mark.parametrize("place", [each for places in stages.STAGES.values() for each in places])
def test_that_the_profile_times_functions_that_are_there(place):
    owner, name = stages.found(place)
    assert callable(getattr(owner, name))


def test_that_a_limit_is_kept_up_to_its_bound():
    assert Limit("age", 100.0, most=100.0).is_kept
    assert not Limit("age", 100.1, most=100.0).is_kept
    assert not Limit("fps", 13.9, least=14.0).is_kept


def test_that_runs_are_compared_with_those_beside_them():
    ours, theirs = [{"cpu": 1.0}, {"cpu": 8.0}, {"cpu": 3.0}], [{"cpu": 2.0}, {"cpu": 16.0}, {"cpu": 3.0}]
    assert ratio(ours, theirs, "cpu") == 0.5


def test_that_the_page_gets_what_was_kept_and_leaves_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    written = tmp_path / "performance.md"
    written.write_text(
        "<!-- begin floor -->\nold\n<!-- end floor -->\nmore\n<!-- begin wall -->\nold\n<!-- end wall -->\n"
    )
    kept = {"tables": {"CPU": [["", "ms"], ["ours", "0.8"]]}, "limits": [], "figures": {}}
    (tmp_path / "floor.json").write_text(json.dumps(kept))
    monkeypatch.setattr(page, "PAGE", written)
    monkeypatch.setattr(page, "RESULTS", tmp_path)
    page.main()
    found = written.read_text()
    assert "CPU.\n\n|  | ms |\n| --- | ---: |\n| ours | 0.8 |\n<!-- end floor -->\nmore\n" in found
    assert "<!-- begin wall -->\nold\n<!-- end wall -->\n" in found
