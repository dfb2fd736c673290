"""A recording that is looked at while it is made."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.support import films
from tests.support.films import STARTED_NS
from tests.viewer.ui.replay.conftest import NAME, Replay
from viewer.core.replay.playback import SECOND
from viewer.ui.chat.model import LINE

BEGAN_NS = STARTED_NS + 1000 * SECOND


def opened(replay: Replay, path: Path) -> None:
    """Choose the recording in `path`, which is being made."""
    replay.ready()
    replay.open_files.add(path)
    replay.window.look()
    replay.until(lambda: len(replay.window._found) == 2)
    replay.window.list.choose(next(each for each in replay.window._found if each.id == path))
    replay.until(lambda: [reel.recorded.id for reel in replay.player._together.reels] == [path])


def test_that_its_next_part_is_seen_and_what_was_said_meanwhile(replay: Replay) -> None:
    path = films.write(replay.folder / "gate" / f"{NAME}.mkv", films.times(20), started_ns=BEGAN_NS, name="gate")
    opened(replay, path)
    assert not replay.player.conversation.isVisible()
    second = path.with_name(f"{NAME} part 2.mkv")
    films.write_said(second, [(20.5, "gate", "the second hour")], BEGAN_NS)
    films.write(second, films.times(20), started_ns=BEGAN_NS + 20 * SECOND)
    replay.until(lambda: replay.player._playback.end > BEGAN_NS + 20 * SECOND)
    replay.until(replay.player.conversation.isVisible)
    model = replay.player.conversation.view.model()
    assert [model.index(row, 0).data(LINE).text for row in range(model.rowCount())] == ["the second hour"]
    assert replay.player.position == BEGAN_NS
    replay.press(Qt.Key.Key_End)
    replay.until(lambda: replay.shown() == 19)


def test_that_its_first_picture_is_seen_when_it_comes(replay: Replay) -> None:
    path = films.write(replay.folder / "gate" / f"{NAME}.mkv", films.times(20), started_ns=BEGAN_NS, name="gate")
    whole = path.read_bytes()
    path.write_bytes(b"")
    opened(replay, path)
    assert not replay.player.screens[0].has_picture
    path.write_bytes(whole)
    replay.ready()
    assert replay.player.position == BEGAN_NS
    assert replay.player._playback.end == BEGAN_NS + 19 * 66_000_000
