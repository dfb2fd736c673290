"""Text on pictures, with OpenCV 5's own font where there is one, else with the plain strokes of OpenCV 4."""

from typing import Any

from sender.libraries import opencv
from sender.pictures.capture import Picture

WEIGHT = 600
DIGIT_ADVANCE = 0.66
MARK_ADVANCE = 0.32


class Lettering:
    """Draws lines of text `height` pixels high. Not thread-safe."""

    def __init__(self, height: int) -> None:
        self._cv2 = opencv()
        self.height = max(8, height)
        self._font: Any = self._cv2.FontFace("sans") if hasattr(self._cv2, "FontFace") else None

    def width(self, text: str) -> int:
        """How wide `text` becomes, in pixels."""
        cv2 = self._cv2
        if self._font is not None:
            return int(cv2.getTextSize((65_535, 65_535), text, (0, 0), self._font, self.height, WEIGHT)[2])
        return int(cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, self._scale, self._thickness)[0][0])

    def draw(self, picture: Picture, text: str, left: int, base: int, color: tuple[int, int, int]) -> None:
        """Draw `text` into `picture` (BGR), standing on the line `base`."""
        cv2 = self._cv2
        if self._font is not None:
            cv2.putText(picture, text, (left, base), color, self._font, self.height, WEIGHT)
            return
        plain = text.encode("ascii", "replace").decode()
        face = cv2.FONT_HERSHEY_SIMPLEX
        cv2.putText(picture, plain, (left, base), face, self._scale, color, self._thickness, cv2.LINE_AA)

    def draw_digits(self, picture: Picture, text: str, middle: int, base: int, color: tuple[int, int, int]) -> None:
        """Draw digits and marks around `middle`, each in a cell of its own, so that a clock stands still."""
        advances = [round(self.height * (DIGIT_ADVANCE if each.isdigit() else MARK_ADVANCE)) for each in text]
        left = middle - sum(advances) // 2
        for each, advance in zip(text, advances, strict=True):
            self.draw(picture, each, left, base, color)
            left += advance

    def shortened(self, text: str, width: int) -> str:
        """`text` without what the font cannot show, cut to at most `width` pixels."""
        text = "".join(each for each in text if ord(each) <= 0xFFFF and each not in "\u200d\ufe0f").strip()
        if self.width(text) <= width:
            return text
        while text and self.width(text + "…") > width:
            text = text[:-1]
        return text + "…"

    @property
    def _scale(self) -> float:
        return self.height / 30

    @property
    def _thickness(self) -> int:
        return max(1, self.height // 14)
