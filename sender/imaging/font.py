"""Letters on pictures."""

from abc import ABC, abstractmethod

from sender.pictures.capture import Picture


class Font(ABC):
    """Writes `height` pixels high. Not thread-safe."""

    def __init__(self, height: int) -> None:
        self.height = height

    @abstractmethod
    def width(self, text: str) -> int:
        """How wide `text` becomes, in pixels."""

    @abstractmethod
    def draw(self, picture: Picture, text: str, left: int, base: int, color: tuple[int, int, int]) -> None:
        """Draw `text` into `picture` (BGR), standing on the line `base`. What does not fit into it is left out."""
