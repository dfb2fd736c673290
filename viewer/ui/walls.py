"""The walls of all windows: every camera is on one of them, and goes from one to another."""

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal

from camwire.translation import tr
from viewer.core.program import Program
from viewer.core.sessions.session import Session
from viewer.core.settings import OtherWindowSettings, WallSettings
from viewer.core.wall.undo import Step
from viewer.core.wall.windows import claim
from viewer.ui.actions.registry import Actions
from viewer.ui.removal import Removal
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.wall import Wall
from viewer.ui.wall_window import WallWindow


class Walls(QObject):
    """`main` is the wall of the first window, which has the `actions`. What belongs to no other window is there."""

    unread_changed = Signal(int)  # how many cameras have lines that nobody has read, in all windows
    windows_changed = Signal()
    """One of the other windows was minimised, made as large as the screen, put in front or behind, or hidden."""
    layouts_changed = Signal()
    """There are other layouts now, or they have other names."""

    def __init__(self, program: Program, main: Wall, actions: Actions) -> None:
        super().__init__(main)
        self.main = main
        self.windows: list[WallWindow] = []
        self._program = program
        self._actions = actions
        program.undo.follow = self._follow_step
        self._follow(main)

    def __iter__(self) -> Iterator[Wall]:
        return iter([self.main, *(window.wall for window in self.windows)])

    # What the window tells

    def add(self, session: Session) -> None:
        """A camera has come."""
        self.of(session).add(session)

    def remove(self, session: Session) -> None:
        """A camera is gone for good."""
        key = session.identity.key
        for wall in self:
            if session in wall:
                wall.remove(session)
            wall.forget([key])
        self._claim(key, self.main)

    def restore(self) -> None:
        """Open the windows that were open the last time."""
        for settings in self._program.settings.other_window:
            # The person works in the first one, or in another program.
            self._open(settings, is_in_front=False)

    def let_go(self) -> None:
        """The program ends, or another first window takes over: they are kept as they are."""
        for window in self.windows:
            window.let_go()
        self.windows.clear()

    def forget(self, keys: Iterable[str]) -> None:
        """Remember nothing of these cameras; nor of windows in which no other is."""
        gone, others = set(keys), self._program.settings.other_window
        for wall in self:
            wall.forget(gone)
        for settings in others:
            settings.cameras[:] = [key for key in settings.cameras if key not in gone]
        others[:] = [settings for settings in others if settings.cameras]

    # What the person does

    def of(self, session: Session) -> Wall:
        """The wall on which a camera is, or will be."""
        here = (window for window in self.windows if session.identity.key in window.settings.cameras)
        window = next(here, None)
        return self.main if window is None else window.wall

    def open_window(self, sessions: Iterable[Session] = ()) -> WallWindow:
        """Open one more window, with these cameras."""
        settings = OtherWindowSettings()
        self._program.settings.other_window.append(settings)
        window = self._open(settings)
        for session in sessions:
            self._claim(session.identity.key, window.wall)
        self._settle()
        self._program.cameras.save()
        return window

    def move(self, session: Session, to: Wall) -> None:
        """Show a camera on another wall."""
        begin, key, others = self.of(session), session.identity.key, self._program.settings.other_window
        if begin is not to:
            self._claim(key, to)
            self._settle()
            back, again = (partial(claim, others, key, self._window_of(wall)) for wall in (begin, to))
            self._program.undo.keep(Step(back, again, (self._settings_of(begin), self._settings_of(to))))
            self._program.cameras.save()

    def move_on(self, tile: Tile) -> None:
        """Show a camera in the next window; where there is only one, in a new one."""
        session, walls = tile.session, list(self)
        here = walls.index(self.of(session))
        to = walls[(here + 1) % len(walls)] if len(walls) > 1 else self.open_window().wall
        self.move(session, to)
        to.go_to(session)

    def arrange(self) -> None:
        """Which cameras are shown may have changed."""
        for wall in self:
            wall.arrange()

    def go_to(self, session: Session) -> None:
        """Show a camera, in whichever window it is."""
        self.of(session).go_to(session)

    def remove_camera(self, session: Session) -> None:
        """Forget a camera, until the person wants it back."""
        wall, key, others = self.of(session), session.identity.key, self._program.settings.other_window
        belong = partial(claim, others, key, self._window_of(wall))
        removal = Removal(self._program, self._settings_of(wall), key, belong)
        removal.remove()
        self._program.undo.keep(Step(removal.restore, removal.remove))
        sentence = tr("{camera} was removed.", camera=session.name)
        self._program.offer(sentence, tr("Undo"), self._actions["wall.undo"].trigger)

    # Inside

    def _open(self, settings: OtherWindowSettings, is_in_front: bool = True) -> WallWindow:
        deeds = self.move_on, self.remove_camera
        window = WallWindow(self._program, settings, self.main, self._actions, *deeds)
        window.closed.connect(self._on_closed)
        window.changed.connect(self.windows_changed)
        window.layouts.changed.connect(self.layouts_changed)
        self.layouts_changed.connect(window.layouts.look)
        self.windows.append(window)
        self._follow(window.wall)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not is_in_front)
        window.show()
        return window

    def _follow(self, wall: Wall) -> None:
        wall.home_of = self.of
        wall.clock.unread_changed.connect(self._count_unread)
        wall.camera_dropped.connect(lambda key, tile: self._on_dropped(wall, key, tile))

    def _count_unread(self) -> None:
        self.unread_changed.emit(sum(len(wall.clock.unread) for wall in self))

    def _window_of(self, wall: Wall) -> OtherWindowSettings | None:
        """The settings of the window in which a wall is; None: it is the first."""
        return next((window.settings for window in self.windows if window.wall is wall), None)

    def _settings_of(self, wall: Wall) -> WallSettings:
        window = self._window_of(wall)
        return self._program.settings.wall if window is None else window.wall

    def _claim(self, key: str, wall: Wall) -> None:
        claim(self._program.settings.other_window, key, self._window_of(wall))

    def _settle(self) -> None:
        """Bring every tile to the wall on which its camera belongs now."""
        for wall in self:
            for session in [tile.session for tile in wall.all_tiles]:
                to = self.of(session)
                if to is not wall:
                    wall.remove(session)
                    to.add(session)

    def _follow_step(self) -> None:
        """Something was undone, or done again."""
        self._settle()
        for wall in self:
            wall.arranging.follow()
        self._program.cameras.save()

    def _on_closed(self, window: WallWindow) -> None:
        """Its cameras come back to the first one."""
        self.windows.remove(window)
        others = self._program.settings.other_window
        others[:] = [each for each in others if each is not window.settings]
        self._program.undo.forget(window.settings.wall)
        sessions = [tile.session for tile in window.wall.all_tiles]
        window.let_go()
        for session in sessions:
            self.main.add(session)
        self._program.cameras.save()
        self._count_unread()

    def _on_dropped(self, wall: Wall, key: str, tile: Tile | None) -> None:
        """A camera from the list goes to the place of `tile`."""
        if key not in self._program.fleet:
            return
        session = self._program.fleet[key]
        self.move(session, wall)
        arranging = wall.arranging
        layout = arranging.layout.with_cameras([key])
        is_shown = key in [each.session.identity.key for each in wall.tiles]
        if layout.group and not is_shown:
            groups = self._program.cameras.groups
            groups.put(key, [*groups.of(key), layout.group])
            self._program.say_briefly(tr("{camera} is in {group} now.", camera=session.name, group=layout.group))
        if layout.only and not is_shown:
            layout = replace(layout, only=(*layout.only, key))
        if tile is not None and tile.session is not session:
            there = tile.session.identity.key
            layout = layout.swapped(key, there) if is_shown else layout.moved_before(key, there)
        arranging.show(layout)
        wall.go_to(session)
