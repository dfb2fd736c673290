"""Numbers, choices and values of any kind, as they stand in a sentence."""

from collections.abc import Sequence

from camwire.translation import tr

SHOWN_CHARACTERS = 40
SHOWN_CHOICES = 20
SHOWN_BITS = 200


def numeral(number: int | float) -> str:
    """A number, with commas between the thousands, and without the dust of 32 bits: 2.1 is 2.0999999 there."""
    number = plain(number)
    return f"{number:,}" if isinstance(number, int) else f"{number:,.10g}"


def plain(number: int | float) -> int | float:
    """Without `.0`: nobody types that."""
    is_whole = isinstance(number, float) and number.is_integer() and abs(number) < 1e15
    return int(number) if is_whole else number


def amount(number: int | float, unit: str) -> str:
    """A number with its unit."""
    return f"{numeral(number)}{unit if unit[:1] in ('°', '%') else f' {unit}'}" if unit else numeral(number)


def listed(choices: Sequence[str], last: str) -> str:
    """`a, b or c`, with `last` before the last; of many, the first."""
    if len(choices) > SHOWN_CHOICES:
        more = tr("{count} more", count=len(choices) - SHOWN_CHOICES)
        return f"{', '.join(choices[:SHOWN_CHOICES])} {last} {more}"
    return f" {last} ".join(filter(None, (", ".join(choices[:-1]), choices[-1])))


def shown(value: object) -> str:
    """A value in a sentence. What came over the wire may be of any size."""
    if isinstance(value, str):
        return f"“{cut(value)}”"
    if isinstance(value, int) and value.bit_length() > SHOWN_BITS:
        return tr("a number of that size")
    return f"“{value}”" if value is None or isinstance(value, int | float) else f"a {type(value).__name__}"


def cut(text: str) -> str:
    """The beginning of a text, as long as fits in a sentence."""
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[: SHOWN_CHARACTERS - 1]}…"
