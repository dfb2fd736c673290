"""Text on pictures."""

from sender.imaging.chosen import imaging
from sender.pictures.capture import Picture

DIGIT_ADVANCE = 0.66
MARK_ADVANCE = 0.32


class Lettering:
    """Draws lines of text `height` pixels high. Not thread-safe."""

    def __init__(self, height: int) -> None:
        self.height = max(8, height)
        self._font = imaging().font(self.height)
        self._widths: dict[str, int] = {}

    def width(self, text: str) -> int:
        """How wide `text` becomes, in pixels."""
        return self._font.width(text)

    def draw(self, picture: Picture, text: str, left: int, base: int, color: tuple[int, int, int]) -> None:
        """Draw `text` into `picture` (BGR), standing on the line `base`."""
        self._font.draw(picture, text, left, base, color)

    def draw_digits(self, picture: Picture, text: str, middle: int, base: int, color: tuple[int, int, int]) -> None:
        """Draw digits and marks around `middle`, each in a cell of its own, so that a clock stands still."""
        advances = [round(self.height * (DIGIT_ADVANCE if each.isdigit() else MARK_ADVANCE)) for each in text]
        left = middle - sum(advances) // 2
        for each, advance in zip(text, advances, strict=True):
            self.draw(picture, each, left + (advance - self._width_of(each)) // 2, base, color)
            left += advance

    def _width_of(self, letter: str) -> int:
        if letter not in self._widths:
            self._widths[letter] = self._font.width(letter)
        return self._widths[letter]

    def shortened(self, text: str, width: int) -> str:
        """`text` without what the font cannot show, cut to at most `width` pixels."""
        text = "".join(each for each in text if ord(each) <= 0xFFFF and each not in "\u200d\ufe0f").strip()
        if self.width(text) <= width:
            return text
        while text and self.width(text + "…") > width:
            text = text[:-1]
        return text + "…"
