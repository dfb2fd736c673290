"""What can be done with how one wall is arranged: undo, pages, and the sizes of places."""

from functools import partial

from camwire.translation import tr
from viewer.core.actions import TILE_SIZES
from viewer.core.wall.layout import MOST_SPAN, SINGLE, Span
from viewer.ui.actions.camera_actions import CameraActions
from viewer.ui.actions.registry import Actions
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.wall import Wall

LARGEST = (MOST_SPAN, MOST_SPAN)


class WallActions:
    """Actions upon `wall`, and upon the tile that is selected there."""

    def __init__(self, actions: Actions, camera_actions: CameraActions, wall: Wall) -> None:
        arranging, undo = wall.arranging, wall.arranging.undo
        self._wall = wall
        offer = actions.offer
        offer("wall.undo", undo.undo, refusal=lambda: "" if undo.can_undo else tr("There is nothing to undo."))
        offer("wall.redo", undo.redo, refusal=lambda: "" if undo.can_redo else tr("There is nothing to do again."))
        offer("page.next", lambda: arranging.turn(1), refusal=self._why_no_page)
        offer("page.previous", lambda: arranging.turn(-1), refusal=self._why_no_page)
        offer(
            "page.carousel",
            lambda: arranging.change(turns=not arranging.layout.turns),
            is_on=lambda: arranging.layout.turns,
        )
        camera_actions.offer("camera.larger", self._enlarge, refusal=self._why_not_larger)
        camera_actions.offer("camera.smaller", self._shrink, refusal=self._why_not_smaller)
        for id, span in TILE_SIZES.items():
            camera_actions.offer(
                id,
                partial(self._resize, span),
                is_on=partial(self._has_size, span),
                words=partial(_name_of_size, span),
            )

    def _why_no_page(self) -> str:
        return "" if self._wall.arranging.page_count > 1 else tr("All cameras are on this page.")

    def _enlarge(self, tile: Tile) -> None:
        self._wall.arranging.enlarge(tile.session.identity.key, self._wall.places.shape_of(tile))

    def _shrink(self, tile: Tile) -> None:
        self._wall.arranging.shrink(tile.session.identity.key, self._wall.places.shape_of(tile))

    def _resize(self, span: Span, tile: Tile) -> None:
        self._wall.arranging.resize(tile.session.identity.key, span)

    def _has_size(self, span: Span, tile: Tile) -> bool:
        return self._wall.arranging.layout.span(tile.session.identity.key) == span

    def _why_not_larger(self, tile: Tile) -> str:
        span = self._wall.arranging.layout.span(tile.session.identity.key)
        return tr("No tile can be larger than this.") if span == LARGEST else ""

    def _why_not_smaller(self, tile: Tile) -> str:
        span = self._wall.arranging.layout.span(tile.session.identity.key)
        return tr("It has the size of one tile already.") if span == SINGLE else ""


def _name_of_size(span: Span, tile: Tile) -> str:
    """In a menu under *Size*, where the table says of what."""
    wide, high = span
    return f"{wide} × {high}"
