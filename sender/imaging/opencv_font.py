"""The letters of OpenCV: its own font from version 5 on, plain strokes before."""

from typing import Any

from sender.imaging.font import Font
from sender.libraries import opencv
from sender.pictures.capture import Picture

WEIGHT = 600


class OpencvFont(Font):
    """Knows most of the world's letters; in OpenCV 4, those of English."""

    def __init__(self, height: int) -> None:
        super().__init__(height)
        self._cv2 = opencv()
        self._font: Any = self._cv2.FontFace("sans") if hasattr(self._cv2, "FontFace") else None

    def width(self, text: str) -> int:
        cv2 = self._cv2
        if self._font is not None:
            return int(cv2.getTextSize((65_535, 65_535), text, (0, 0), self._font, self.height, WEIGHT)[2])
        return int(cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, self._scale, self._thickness)[0][0])

    def draw(self, picture: Picture, text: str, left: int, base: int, color: tuple[int, int, int]) -> None:
        cv2 = self._cv2
        if self._font is not None:
            cv2.putText(picture, text, (left, base), color, self._font, self.height, WEIGHT)
            return
        plain = text.encode("ascii", "replace").decode()
        face = cv2.FONT_HERSHEY_SIMPLEX
        cv2.putText(picture, plain, (left, base), face, self._scale, color, self._thickness, cv2.LINE_AA)

    @property
    def _scale(self) -> float:
        return self.height / 30

    @property
    def _thickness(self) -> int:
        return max(1, self.height // 14)
