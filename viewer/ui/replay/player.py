"""Recordings that are played: their pictures side by side, the time line, and what was said."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from camwire.translation import tr
from viewer.core.replay.opened import Opened
from viewer.core.replay.playback import SECOND, Playback
from viewer.core.replay.recorded import Recorded
from viewer.core.replay.reel import GAP_NS
from viewer.core.replay.screening import Screening, Seen, Shot
from viewer.core.talk.chat import MOTION, ChatLine
from viewer.ui.replay import times
from viewer.ui.replay.conversation import Conversation
from viewer.ui.replay.screen import Screen
from viewer.ui.replay.screens import Screens
from viewer.ui.replay.timeline import Timeline
from viewer.ui.replay.timeline_painting import Mark
from viewer.ui.replay.transport import Transport

MOST = 4
TICK_MS = 15
GROWS_MS = 1000
JUMP = 5


class Player(QWidget):
    """Plays up to four recordings in step. `clock` is monotonic, in seconds. To be closed: it has a thread."""

    _opened = Signal(object)  # Opened
    _grew = Signal(object)  # Opened
    _seen = Signal(object)  # Seen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playback = Playback()
        self._together = Opened()
        self._shots: tuple[Shot, ...] = ()
        self._begin_at: int | None = None
        self._screens = Screens()
        self.timeline = Timeline()
        self.transport = Transport()
        self.conversation = Conversation()
        self._build()
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._grow = QTimer(self)
        self._grow.setInterval(GROWS_MS)
        self._connect()
        self._screening = Screening(
            partial(_tell, self._opened), partial(_tell, self._seen), partial(_tell, self._grew)
        )
        self._grow.timeout.connect(self._screening.read_on)
        # A window that goes with its parent is not asked to close.
        self.destroyed.connect(self._screening.close)
        self.show_recordings(())

    @property
    def screens(self) -> list[Screen]:
        """One for each recording that is open."""
        return self._screens.screens

    @property
    def position(self) -> int:
        """The time that is shown (UTC, ns)."""
        return self._playback.position(time.monotonic())

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._playback.is_playing

    def show_recordings(self, recorded: Sequence[Recorded]) -> None:
        """Look at these, from the beginning of the first one; none empties the player."""
        self.pause()
        self._grow.stop()
        self._begin_at = None
        chosen = tuple(recorded[:MOST])
        self._screens.put([each.camera for each in chosen])
        self._together, self._shots = Opened(), ()
        self._show_opened()
        for screen in self.screens:
            screen.show_picture(None, tr("Opening…") if chosen else tr("Choose a recording."))
        self._screening.open(chosen)

    def begin_at(self, time_ns: int) -> None:
        """Look at what is being opened from that time on (UTC, ns)."""
        self._begin_at = time_ns

    def wait_until_closed(self, recorded: Sequence[Recorded]) -> None:
        """Wait until these, which are shown no more, have no file open: some systems keep what is open from being
        deleted. In any thread but the GUI's, which would have to wait as well."""
        self._screening.wait_until_closed(recorded)

    def toggle(self) -> None:
        """Play, or stop."""
        if self.is_playing:
            self.pause()
        elif self._together.reels:
            self._playback.play(time.monotonic())
            self._tick.start()
            self.transport.show_playing(True)

    def pause(self) -> None:
        """Stay at the picture that is shown."""
        self._playback.pause(time.monotonic())
        self._tick.stop()
        self.transport.show_playing(False)

    def seek(self, time_ns: int) -> None:
        """Go to a time (UTC, ns)."""
        self._playback.seek(time_ns, time.monotonic())
        self._show_now()

    def jump(self, seconds: float) -> None:
        """Go on, or back, by so much."""
        self.seek(self.position + round(seconds * SECOND))

    def step(self, by: int) -> None:
        """Go on, or back, by one picture of any of the recordings, and stay there."""
        here = self.position
        self.pause()
        reels = self._together.reels
        near = [reel.after(here) if by > 0 else reel.before(here) for reel in reels]
        known = [each for each in near if each is not None]
        if known:
            self.seek(min(known) if by > 0 else max(known))

    def go_at(self, speed: float) -> None:
        """Be so many times as fast as it was."""
        self._playback.go_at(speed, time.monotonic())

    def close_all(self) -> None:
        """End the thread, and let go of all files."""
        self.pause()
        self._grow.stop()
        self._screening.close()
        self.conversation.close_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.conversation.fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deeds: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Space: self.toggle,
            Qt.Key.Key_Comma: partial(self.step, -1),
            Qt.Key.Key_Period: partial(self.step, 1),
            Qt.Key.Key_Left: partial(self.jump, -JUMP),
            Qt.Key.Key_Right: partial(self.jump, JUMP),
            Qt.Key.Key_Home: lambda: self.seek(self._playback.begin),
            Qt.Key.Key_End: lambda: self.seek(self._playback.end),
        }
        deed = deeds.get(Qt.Key(event.key()))
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    def _build(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self._screens, 1)
        upper.addWidget(self.conversation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self.timeline)
        column.addWidget(self.transport)

    def _connect(self) -> None:
        self._opened.connect(self._on_opened)
        self._grew.connect(self._on_grew)
        self._seen.connect(self._on_seen)
        self._screens.resized.connect(self._show_now)
        self.timeline.sought.connect(self.seek)
        self.timeline.let_go.connect(self._show_now)
        self.conversation.sought.connect(self.seek)
        self.transport.play_wanted.connect(self.toggle)
        self.transport.step_wanted.connect(self.step)
        self.transport.jump_wanted.connect(self.jump)
        self.transport.speed_wanted.connect(self.go_at)
        self.transport.chat_toggled.connect(self._on_chat_toggled)

    def _on_opened(self, opened: Opened) -> None:
        self._together = opened
        self._show_opened()
        for screen, reel in zip(self.screens, opened.reels, strict=False):
            screen.show_picture(None, reel.trouble)
        if any(reel.recorded.is_growing for reel in opened.reels):
            self._grow.start()
        if self._begin_at is not None and opened.reels:
            self._playback.seek(self._begin_at, time.monotonic())
            self._begin_at = None
        self._show_now()

    def _show_opened(self) -> None:
        """Bring the time line and the conversation to what is open."""
        speed = self._playback.speed
        self._playback = Playback(*self._together.bounds)
        self._playback.speed = speed
        self.transport.show_ready(bool(self._together.seen))
        self._show_lines()

    def _show_lines(self) -> None:
        lines = self._together.lines
        self._show_span(lines)
        said = [line for line in lines if line.role != MOTION]
        self.conversation.show_lines(said)
        self.conversation.setVisible(bool(said) and self.transport.chat.isChecked())
        self.transport.show_said(bool(said))

    def _show_span(self, lines: list[ChatLine]) -> None:
        lanes = [reel.spans for reel in self._together.seen]
        marks = [Mark(line.time_ns, line.text, line.role == MOTION) for line in lines]
        within = [mark for mark in marks if self._playback.begin <= mark.time_ns <= self._playback.end + GAP_NS]
        self.timeline.show_recording(self._playback.begin, self._playback.end, lanes, within)

    def _show_now(self) -> None:
        """Ask for the pictures of this time, if they are others than before."""
        here = self.position
        reels = self._together.reels
        pairs = zip(reels, self.screens, strict=False)
        is_rough = self.timeline.is_held
        shots = tuple(Shot(reel, reel.frame_at(here), screen.place, is_rough) for reel, screen in pairs if len(reel))
        if shots != self._shots:
            self._shots = shots
            self._screening.want(shots)
        if reels:
            self.timeline.show_position(here)
            self.conversation.show_position(here)
            begin, end = self._playback.begin, self._playback.end
            passed, whole = times.length((here - begin) / SECOND), times.length((end - begin) / SECOND)
            self.transport.show_time(here, tr("{passed} of {whole}", passed=passed, whole=whole))

    def _on_seen(self, seen: Seen) -> None:
        reels = self._together.reels
        if seen.shot.reel not in reels:
            return
        screen = self.screens[reels.index(seen.shot.reel)]
        if seen.picture is None:
            screen.beside = ""
            screen.show_picture(None, seen.trouble or tr("No picture at this time."))
        else:
            screen.beside = times.exact(seen.shot.reel.times[seen.picture.sequence])
            screen.show_picture(seen.picture)

    def _on_tick(self) -> None:
        now = time.monotonic()
        here = self._playback.position(now)
        if self._playback.is_over(now):
            self.pause()
        elif not self.timeline.is_held and all(reel.frame_at(here) is None for reel in self._together.reels):
            self._skip_gap(here, now)
        self._show_now()

    def _skip_gap(self, here: int, now: float) -> None:
        """Where no camera has a picture there is nothing to wait for."""
        following = [when for reel in self._together.reels if (when := reel.after(here)) is not None]
        if following:
            self._playback.seek(min(following), now)

    def _on_grew(self, opened: Opened) -> None:
        """Something is being recorded still: what has come is at the end of the time line."""
        before = self._together
        if opened.reels != before.reels:
            # Others were opened meanwhile.
            return
        if not self._playback.end:
            # There was nothing to be seen before.
            self._on_opened(opened)
            return
        self._together = opened
        self._playback.begin, self._playback.end = opened.bounds
        if opened.said == before.said:
            self._show_span(opened.lines)
        else:
            self._show_lines()
        self._show_now()

    def _on_chat_toggled(self, is_wanted: bool) -> None:
        self.conversation.setVisible(is_wanted)


def _tell(signal: object, what: object) -> None:
    # Unless the window is gone.
    with suppress(RuntimeError):
        signal.emit(what)  # type: ignore[attr-defined]
