"""When a camera's health is told, and what is said of it: from figures, and from trees of /proc and /sys."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire.messages import Health, decode, encode
from sender.health.judging import GOOD_LOOKS, Doctor, Facts
from sender.health.rules import RULES
from sender.health.status import host_facts
from tests.sender.test_status import PI, tree

WELL: dict[str, Any] = {"temperature °C": 50.0, "power": "good", "Wi-Fi signal dBm": -50, "disk free GB": 9.0}
WELL |= {"pictures per second": 30.0, "asked pictures per second": 30.0}

POWER = "sys/devices/platform/soc/soc:firmware/get_throttled"

CASES = [
    ({"power": "under-voltage, throttled"}, "bad", "Under-voltage: ", "voltage is good again"),
    ({"temperature °C": 81.3}, "bad", "Hot: the processor has 81 °C", "has cooled down"),
    ({"power": "throttled"}, "warning", "slowed down by its firmware", "at full speed again"),
    ({"Wi-Fi signal dBm": -84}, "warning", "Weak Wi-Fi: -84 dBm.", "Wi-Fi signal is good again"),
    ({"disk free GB": 0.1}, "bad", "almost full: 0.1 GB", "has room again"),
    ({"pictures per second": 14.9}, "warning", "gives 14.9 of 30 pictures a second", "at the asked rate again"),
]


def looks(doctor: Doctor, count: int, **other: Any) -> list[str]:
    """What is told while it looks so often at the same."""
    facts = WELL | {name.replace("_", " "): value for name, value in other.items()}
    return [told for _ in range(count) for told in doctor.look(facts)]


@pytest.mark.parametrize(("bad", "level", "told", "told_good"), CASES)
def test_that_each_trouble_is_told_once_and_once_that_it_is_over(
    bad: dict[str, Any], level: str, told: str, told_good: str
) -> None:
    doctor = Doctor(RULES)
    assert looks(doctor, 5) == []
    (news,) = looks(doctor, 20, **bad)
    assert told in news
    health = doctor.health(WELL | bad)
    assert (health.level, health.text) == (level, news)
    (over,) = looks(doctor, 2 * GOOD_LOOKS)
    assert told_good in over
    assert (doctor.health(WELL).level, doctor.health(WELL).text) == ("good", "")


@pytest.mark.parametrize(("bad", "level", "told", "told_good"), CASES)
def test_that_what_comes_and_goes_is_not_told_again_and_again(
    bad: dict[str, Any], level: str, told: str, told_good: str
) -> None:
    doctor = Doctor(RULES)
    news = looks(doctor, 20, **bad)
    for _ in range(20):
        news += looks(doctor, GOOD_LOOKS - 1) + looks(doctor, 1, **bad)
    assert len(news) == 1
    assert doctor.health(WELL).level == level


def test_that_a_figure_at_the_edge_changes_nothing() -> None:
    doctor = Doctor(RULES)
    assert looks(doctor, 50, **{"temperature °C": 77.0, "Wi-Fi signal dBm": -78, "disk free GB": 0.3}) == []
    assert len(looks(doctor, 5, **{"temperature °C": 80.0})) == 1
    assert looks(doctor, 50, **{"temperature °C": 77.0}) == []
    assert doctor.health(WELL).level == "bad"


def test_that_one_bad_figure_is_no_news_but_under_voltage_is() -> None:
    doctor = Doctor(RULES)
    assert looks(doctor, 1, **{"temperature °C": 85.0, "disk free GB": 0.0, "Wi-Fi signal dBm": -90}) == []
    assert looks(doctor, 5) == []
    assert len(looks(doctor, 1, power="under-voltage")) == 1


def test_that_a_dip_between_two_looks_is_told_and_one_before_the_start_is_not() -> None:
    doctor = Doctor(RULES)
    assert looks(doctor, 5, power="under-voltage earlier") == []
    doctor = Doctor(RULES)
    assert looks(doctor, 2) == []
    assert len(looks(doctor, 1, power="under-voltage earlier")) == 1
    assert len(looks(doctor, GOOD_LOOKS, power="under-voltage earlier")) == 1


def test_that_a_pc_may_be_warmer_than_a_raspberry_pi() -> None:
    doctor = Doctor(RULES)
    facts = {name: value for name, value in WELL.items() if name != "power"}
    assert [doctor.look(facts | {"temperature °C": 90.0}) for _ in range(9)] == [[]] * 9
    assert any(doctor.look(facts | {"temperature °C": 96.0}) for _ in range(9))


def test_that_a_source_without_pictures_is_not_called_slow() -> None:
    doctor = Doctor(RULES)
    facts = {name: value for name, value in WELL.items() if name != "pictures per second"}
    assert [doctor.look(facts) for _ in range(9)] == [[]] * 9
    health = doctor.health(facts, "The webcam is gone.")
    assert (health.level, health.text, health.trouble) == ("bad", "", "The webcam is gone.")


def test_that_a_slow_rate_that_was_asked_for_is_not_judged() -> None:
    doctor = Doctor(RULES)
    assert looks(doctor, 50, **{"pictures per second": 0.0, "asked pictures per second": 0.5}) == []


def test_that_facts_that_nobody_has_are_no_trouble() -> None:
    doctor = Doctor(RULES)
    assert [doctor.look({}) for _ in range(30)] == [[]] * 30
    assert doctor.health({}) == Health()


def test_that_a_raspberry_pi_with_a_weak_supply_says_what_to_do(tmp_path: Path) -> None:
    doctor = Doctor(RULES)
    assert doctor.look(host_facts(tree(tmp_path, PI | {POWER: "0"}))) == []
    facts = host_facts(tree(tmp_path, PI))
    assert any("Use the official supply" in told for told in doctor.look(facts))
    health = doctor.health(facts)
    assert health.facts["power"] == "under-voltage, throttled"
    assert health.facts["temperature °C"] == 48.3
    assert "host" not in health.facts


@pytest.mark.parametrize("bits", ["f0000", "f000f", "50005", "a0005"])
def test_that_all_that_the_firmware_can_tell_at_once_can_travel(tmp_path: Path, bits: str) -> None:
    doctor = Doctor(RULES)
    facts = host_facts(tree(tmp_path, PI | {POWER: bits}))
    doctor.look(facts)
    health = doctor.health(facts)
    assert decode(encode(health)) == health
    assert str(health.facts["power"]).startswith(str(facts["power"])[:60])


values = st.floats(-1e6, 1e6) | st.integers(-1000, 1000) | st.sampled_from(["good", "under-voltage", "x", ""])


@given(st.lists(st.dictionaries(st.sampled_from(list(WELL)), values), max_size=40))
def test_that_whatever_the_figures_are_each_bad_news_is_followed_by_good_before_it_comes_again(
    told: list[Facts],
) -> None:
    doctor = Doctor(RULES)
    heard = [news for facts in told for news in doctor.look(facts)]
    for rule in RULES:
        own = [news == rule.told_good for news in heard if news == rule.told_good or _is_of(rule.told_good, news)]
        assert own == [number % 2 == 1 for number in range(len(own))]
    health = doctor.health(told[-1] if told else {})
    assert decode(encode(health)) == health


def _is_of(told_good: str, news: str) -> bool:
    """Whether it is the bad news to which the good ones belong."""
    return any(words in news for words, good in BAD_AND_GOOD.items() if good in told_good)


BAD_AND_GOOD = {
    "Under-voltage": "voltage",
    "Hot:": "cooled",
    "by its firmware": "full speed",
    "Weak Wi-Fi": "Wi-Fi",
    "almost full": "room",
    "The source gives ": "asked rate",
}
