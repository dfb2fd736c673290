"""What is judged of a camera's health, from which figure on, and what to do about it.

Between the figure that is bad and the one that is good again, everything stays as it is.
"""

from sender.health.judging import ASKED_RATE, BAD, RATE, Facts, Rule

# Below, one picture more or less is half of it.
LEAST_JUDGED_RATE = 2.0
SLOW, FAST = 0.7, 0.85
# A Raspberry Pi slows down at 80 to 85 °C, a PC at about 100.
PI_HOT, PI_COOL, PC_HOT, PC_COOL = 80.0, 75.0, 95.0, 88.0
WEAK, STRONG = -80, -75
FULL, ROOMY = 0.2, 0.5


def _number(facts: Facts, name: str) -> float | None:
    value = facts.get(name)
    return None if value is None or isinstance(value, str) else value


def _is_high(value: float, bad: float, good: float) -> bool | None:
    return True if value >= bad else False if value < good else None


def _is_low(value: float, bad: float, good: float) -> bool | None:
    return _is_high(-value, -bad, -good)


def _power(facts: Facts) -> list[str]:
    return str(facts.get("power", "")).split(", ")


def _under_voltage(facts: Facts, before: Facts) -> bool:
    """Now, or between two looks: a dip lasts for milliseconds."""
    words = _power(facts)
    was_since = "under-voltage earlier" in words and "power" in before and "under-voltage" not in str(before["power"])
    return "under-voltage" in words or was_since


def _is_hot(facts: Facts, before: Facts) -> bool | None:
    degrees = _number(facts, "temperature °C")
    if degrees is None:
        return False
    return _is_high(degrees, *((PI_HOT, PI_COOL) if "power" in facts else (PC_HOT, PC_COOL)))


def _is_slowed(facts: Facts, before: Facts) -> bool:
    """Where neither heat nor power is the reason: those have sentences of their own."""
    words = _power(facts)
    is_explained = "under-voltage" in words or _is_hot(facts, before)
    return not is_explained and ("throttled" in words or "frequency capped" in words)


def _is_weak(facts: Facts, before: Facts) -> bool | None:
    signal = _number(facts, "Wi-Fi signal dBm")
    return False if signal is None else _is_low(signal, WEAK, STRONG)


def _is_full(facts: Facts, before: Facts) -> bool | None:
    free = _number(facts, "disk free GB")
    return False if free is None else _is_low(free, FULL, ROOMY)


def _gives_few(facts: Facts, before: Facts) -> bool | None:
    """Fewer than asked for; a source that gives none has trouble, and says so itself."""
    rate, asked = _number(facts, RATE), _number(facts, ASKED_RATE)
    if rate is None or asked is None or asked < LEAST_JUDGED_RATE:
        return None if asked else False
    return _is_low(rate, SLOW * asked, FAST * asked)


RULES = (
    Rule(
        _under_voltage,
        lambda facts: (
            "Under-voltage: the power supply or its cable is too weak for this Raspberry Pi. "
            "Use the official supply, and a short, thick cable."
        ),
        "The voltage is good again.",
        BAD,
        looks=1,
    ),
    Rule(
        _is_hot,
        lambda facts: (
            f"Hot: the processor has {facts['temperature °C']:.0f} °C and is about to be slowed down. "
            "Give it air, shade or a heat sink, or ask for smaller or fewer pictures."
        ),
        "The processor has cooled down.",
        BAD,
    ),
    Rule(
        _is_slowed,
        lambda facts: (
            "The processor is slowed down by its firmware, for heat or for lack of power. "
            "Check its cooling and its power supply."
        ),
        "The processor runs at full speed again.",
    ),
    Rule(
        _is_weak,
        lambda facts: (
            f"Weak Wi-Fi: {facts['Wi-Fi signal dBm']} dBm. Bring camera and access point nearer to each other, "
            "turn the antenna, or use a cable."
        ),
        "The Wi-Fi signal is good again.",
    ),
    Rule(
        _is_full,
        lambda facts: (
            f"The disk is almost full: {facts['disk free GB']} GB are free. Make room: "
            "what viewers have not received yet is kept there."
        ),
        "The disk has room again.",
        BAD,
    ),
    Rule(
        _gives_few,
        lambda facts: (
            f"The source gives {facts[RATE]} of {facts[ASKED_RATE]:g} pictures a second. In poor light, add light or "
            "set a shorter exposure; else ask for a smaller size, or plug the camera into another port."
        ),
        "The source gives its pictures at the asked rate again.",
        looks=12,
    ),
)
