"""Who else could see a camera is said on its picture, and what pairing would do on its button."""

from dataclasses import replace

import pytest

from tests.viewer.ui.conftest import Stage
from viewer.core.sessions.session import Session
from viewer.ui.wall.figure_rows import SECURITY
from viewer.ui.wall.overlay import EXPOSED


def put(session: Session, **changes: object) -> None:
    session.identity = replace(session.identity, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "on_tile", "in_figures"),
    [
        ({}, "", "on this computer"),
        ({"endpoint": "tcp://192.168.1.20:5600"}, "not encrypted", "not encrypted"),
        ({"endpoint": "tcp://192.168.1.20:5600", "is_secured": True}, "", "encrypted"),
    ],
)
def test_that_only_what_others_may_see_is_worth_a_word_on_the_picture(
    stage: Stage, changes: dict[str, object], on_tile: str, in_figures: str
) -> None:
    session = stage.add().session
    overlay = stage.wall.tiles[0].picture.overlay
    put(session, **changes)
    stage.do(overlay._read)
    assert EXPOSED.get(overlay._security, "") == on_tile
    assert session.security is not None
    assert SECURITY[session.security] == in_figures


def test_that_nothing_is_said_of_a_camera_that_was_never_heard(stage: Stage) -> None:
    session = stage.add(is_live=False).session
    put(session, endpoint="tcp://192.168.1.20:5600")
    overlay = stage.wall.tiles[0].picture.overlay
    stage.do(overlay._read)
    assert session.security is None
    assert overlay._security is None
