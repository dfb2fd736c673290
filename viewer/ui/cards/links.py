"""Where the links of a text are. A link is what stands there, letter by letter; there are no others. No Qt."""

import re

LONGEST = 2000
# A link ends where anything hidden, a quotation mark or bracket of prose, or writing from the right begins: that would
# stand in another order than it is read.
_FROM_RIGHT = r"\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_LINK = re.compile(
    rf"(?<![\w@])(?:https?://|mailto:)[^\s<>\"'`«»“”‘’\ufffd{_FROM_RIGHT}]+",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?…*_~|\\"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_COMPLETE = re.compile(r"https?://(?![^\s/?#]*@)[^\s/?#@:][^\s]*|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)


def links(text: str) -> list[tuple[int, str]]:
    """The place and the letters of every http, https and mailto link in `text` (already made `plain`)."""
    found = []
    for match in _LINK.finditer(text):
        url = _without_trail(match[0][:LONGEST])
        if _COMPLETE.fullmatch(url) and len(match[0]) <= LONGEST:
            found.append((match.start(), url))
    return found


def _without_trail(url: str) -> str:
    """Without the punctuation of the sentence around; a bracket stays if its partner is in the link."""
    while url:
        last = url[-1]
        is_lonely = last in _PAIRS and url.count(last) > url.count(_PAIRS[last])
        if last not in _TRAILING and not is_lonely:
            return url
        url = url[:-1]
    return url
