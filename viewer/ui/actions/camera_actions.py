"""What can be done with the selected camera."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QGuiApplication

from camwire.translation import tr
from viewer.core.program import Program
from viewer.core.showing.showing import refusal_of
from viewer.ui.actions.registry import Actions
from viewer.ui.asking import Asking
from viewer.ui.wall.described import pairing_of
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.wall import Wall

Answer = TypeVar("Answer")


class CameraActions:
    """Actions upon the tile that is selected on `wall`; without one there is nothing to do."""

    def __init__(self, actions: Actions, wall: Wall) -> None:
        self._actions = actions
        self._wall = wall

    def offer(
        self,
        id: str,
        do: Callable[[Tile], object],
        *,
        is_on: Callable[[Tile], bool] | None = None,
        refusal: Callable[[Tile], str] | None = None,
        words: Callable[[Tile], str] | None = None,
    ) -> None:
        """As `Actions.offer` does, with the selected tile."""
        self._actions.offer(
            id,
            lambda: self._with_tile(do, None),
            is_on=None if is_on is None else lambda: self._with_tile(is_on, False),
            refusal=None if refusal is None else lambda: self._with_tile(refusal, ""),
            words=None if words is None else lambda: self._with_tile(words, ""),
        )

    def offer_the_usual(self, program: Program, asking: Asking) -> None:
        """What has to do with the tile itself, its name and its place in the settings."""
        self.offer(
            "camera.maximise",
            lambda tile: self._wall.maximise(None if self._wall.maximised is not None else tile),
            words=lambda tile: tr("Back to the wall") if tile.is_maximised else "",
        )
        self.offer(
            "camera.chat",
            # With the keyboard: whoever presses it beside an open chat wants to write in it.
            lambda tile: tile.open_chat(True),
        )
        self.offer("camera.panel", lambda tile: tile.open_camera(True))
        self.offer(
            "camera.mute",
            lambda tile: tile.session.talk.mute(not tile.session.chat.is_muted),
            is_on=lambda tile: tile.session.chat.is_muted,
        )
        self.offer("camera.show", lambda tile: asking.what_to_show(tile.session), refusal=_why_no_pictures)
        pairing = asking.pairing
        self.offer(
            "camera.pair",
            lambda tile: pairing.for_session(tile.session),
            refusal=lambda tile: pairing.why_not(tile.session),
            words=lambda tile: pairing_of(tile.session),
        )
        self._wall.pair_wanted.connect(lambda tile: pairing.for_session(tile.session))
        self.offer("camera.rename", lambda tile: asking.for_name(tile.session))
        self.offer("camera.copy_address", _copy_address)
        self.offer("camera.remove", lambda tile: asking.whether_to_remove(tile.session))
        self.offer("camera.menu", self._open_menu)

    def _open_menu(self, tile: Tile) -> None:
        tile.menu_wanted.emit(tile, tile.mapToGlobal(tile.rect().center()))

    def _with_tile(self, ask: Callable[[Tile], Answer], otherwise: Answer) -> Answer:
        tile = self._wall.selected
        return otherwise if tile is None else ask(tile)


def _why_no_pictures(tile: Tile) -> str:
    if tile.session.takes_pictures:
        return ""
    return refusal_of(tile.session) or tr("Whether this camera takes pictures is known when it is here.")


def _copy_address(tile: Tile) -> None:
    QGuiApplication.clipboard().setText(tile.session.identity.endpoint)
