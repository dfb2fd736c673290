"""Whether this camera's computer and source are well: facts in, sentences out; no thread, no clock.

What is bad must be so for some looks, and what is good again for longer: a figure at the edge tells nothing twice.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from camwire.controls import TEXT_CHARACTERS
from camwire.messages import Health

Facts: TypeAlias = Mapping[str, str | int | float]

GOOD, WARNING, BAD = "good", "warning", "bad"

RATE = "pictures per second"
ASKED_RATE = "asked pictures per second"
TOLD = (RATE, ASKED_RATE, "temperature °C", "power", "Wi-Fi signal dBm", "disk free GB")
"""The facts that travel with it; `/status` has the rest."""

GOOD_LOOKS = 12


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong. `judge(facts, before)` compares with the facts of the look before: True is bad, None
    leaves it as it is. `told(facts)` says what is bad and what to do."""

    judge: "Callable[[Facts, Facts], bool | None]"
    told: Callable[[Facts], str]
    told_good: str
    level: str = WARNING
    looks: int = 3


class Doctor:
    """Looks at the facts again and again, at even intervals."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._complaints = [_Complaint(rule) for rule in rules]
        self._before: Facts = {}

    def look(self, facts: Facts) -> list[str]:
        """Judge; return what a person is to be told of it: what has become bad, or good again."""
        news = [told for each in self._complaints if (told := each.look(facts, self._before))]
        self._before = facts
        return news

    def health(self, facts: Facts, trouble: str = "") -> Health:
        """How it stands now. `trouble` is why the source gives no pictures."""
        bad = [each for each in self._complaints if each.is_bad]
        levels = {each.rule.level for each in bad}
        return Health(
            level=BAD if BAD in levels or trouble else WARNING if bad else GOOD,
            text=" ".join(each.text for each in bad),
            trouble=trouble,
            facts={name: _shortened(facts[name]) for name in TOLD if name in facts},
        )


def _shortened(value: str | int | float) -> str | int | float:
    """As it may travel."""
    is_long = isinstance(value, str) and len(value) > TEXT_CHARACTERS
    return f"{str(value)[: TEXT_CHARACTERS - 1]}…" if is_long else value


class _Complaint:
    """What one rule has found."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.is_bad = False
        self.text = ""
        self._looks = 0

    def look(self, facts: Facts, before: Facts) -> str:
        """What is to be told, or nothing."""
        verdict = self.rule.judge(facts, before)
        if verdict:
            self.text = self.rule.told(facts)
        if verdict is None or verdict is self.is_bad:
            self._looks = 0
            return ""
        self._looks += 1
        if self._looks < (self.rule.looks if verdict else GOOD_LOOKS):
            return ""
        self._looks, self.is_bad = 0, verdict
        return self.text if verdict else self.rule.told_good
