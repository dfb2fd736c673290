"""Where the cameras of a wall were, so that it can be so again."""

from dataclasses import dataclass

from viewer.core.settings import WallSettings
from viewer.core.wall.layout import Layout


@dataclass(frozen=True, slots=True)
class WallMemory:
    """Where cameras were, whose chats were open, and which was alone."""

    layout: Layout
    unnamed: Layout
    chats: tuple[str, ...]
    maximised: str

    @staticmethod
    def of(settings: WallSettings) -> "WallMemory":
        """As it is now."""
        return WallMemory(settings.layout, settings.unnamed, tuple(settings.chats), settings.maximised)

    def restore(self, settings: WallSettings) -> None:
        """Let `settings` say so again."""
        settings.layout, settings.unnamed, settings.maximised = self.layout, self.unnamed, self.maximised
        settings.chats[:] = self.chats
