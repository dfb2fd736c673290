"""Text from anywhere, as it may stand in a terminal or a log: nothing in it steers them, or passes for a line."""

import logging
import unicodedata

# Control characters, halves of characters, and line ends. Joiners stay: emoji are made with them.
_UNPRINTABLE = ("Cc", "Cs", "Zl", "Zp")
# Overrides and isolates of the writing direction can make one text look like another.
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Blanks, marks and joiners; and letters and signs that are drawn as nothing.
_UNSEEN = ("Zs", "Cf", "Mn", *_UNPRINTABLE)
# Say which of two pictures of a sign is meant; U+034F joins nothing to nothing.
_SELECTORS = "".join(map(chr, (0x034F, *range(0xFE00, 0xFE10))))
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"


def is_printable(text: str) -> bool:
    """Whether `text` can be shown in one line, as what it is."""
    return text.isprintable() or not any(_is_unprintable(each) for each in text)


def printable(text: str) -> str:
    """`text` in one line; a sign stands where something cannot be shown."""
    return text if text.isprintable() else "".join("\ufffd" if _is_unprintable(each) else each for each in text)


def printable_lines(text: str) -> str:
    """`text`, in which only `\\n` ends a line."""
    return "\n".join(map(printable, text.split("\n")))


def is_seen(text: str) -> bool:
    """Whether there is anything to see in `text`."""
    return any(unicodedata.category(each) not in _UNSEEN and each not in _BLANK for each in text)


def alike(text: str) -> str:
    """The same for texts that look the same but for their letters' size: without what is not seen, and in one form of
    each letter. Letters of two alphabets that look the same stay two."""
    plain = unicodedata.normalize("NFKC", text)
    seen = "".join(" " if unicodedata.category(each) == "Zs" else each for each in plain if not _is_unseen(each))
    return " ".join(unicodedata.normalize("NFKC", seen.casefold()).split())


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cf", "Me", *_UNPRINTABLE) or letter in _BLANK or letter in _SELECTORS


class PrintableFormatter(logging.Formatter):
    """One line for each record; traces below it are set in, so that no text in them passes for a record."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The line of the record."""
        return printable(" ".join(super().formatMessage(record).splitlines()))

    def format(self, record: logging.LogRecord) -> str:
        """The record, with its traces."""
        first, *below = super().format(record).split("\n")
        return "\n".join([first, *(f"  {printable(each)}" for each in below)])


def _is_unprintable(letter: str) -> bool:
    return unicodedata.category(letter) in _UNPRINTABLE or letter in _TURNING
