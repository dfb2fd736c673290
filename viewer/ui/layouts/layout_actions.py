"""What can be done with layouts that have names: showing them, going from one to the next, saving and opening them."""

from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.actions import BY_ID, LAYOUT_KEYS
from viewer.core.program import Program
from viewer.core.wall import layout_file
from viewer.core.wall.layout import Layout
from viewer.core.wall.layouts import Layouts
from viewer.ui.actions.registry import Actions
from viewer.ui.chat.saving import Saving
from viewer.ui.look.key_words import key_words
from viewer.ui.wall.wall import Wall


class LayoutActions(QObject):
    """Shows layouts on `wall`; those with names are kept in the settings of `program`."""

    changed = Signal()
    """There are other layouts now, or they have other names: to be told to those of other walls."""

    def __init__(self, actions: Actions, program: Program, wall: Wall) -> None:
        super().__init__(wall)
        self.layouts = Layouts(program.settings.layout)
        self._actions = actions
        self._program = program
        self._wall = wall
        self._saving = Saving(self)
        self._saving.told.connect(lambda sentence: program.say_briefly(sentence))
        self._saving.troubled.connect(lambda sentence: program.say(sentence))
        offer = actions.offer
        offer("layout.save", self._ask_for_name)
        offer("layout.edit", self._edit)
        offer("layout.open", self._ask_for_file)
        offer("layout.next", lambda: self._go(1), refusal=self._why_no_other)
        offer("layout.previous", lambda: self._go(-1), refusal=self._why_no_other)
        offer("layout.automatic", wall.arranging.unname, is_on=lambda: not wall.arranging.layout.name)
        for number in LAYOUT_KEYS:
            offer(
                f"layout.{number}",
                partial(self._show, number),
                is_on=partial(self._is_shown, number),
                words=partial(self._name_of, number),
            )
        wall.arranging.changed.connect(self._forget_name)
        self.look()

    def show(self, name: str) -> None:
        """Show the layout of that name. Raises UsageError."""
        layout = self.layouts.get(name)
        if layout is None:
            names = " · ".join(each.name for each in self.layouts)
            raise UsageError(
                tr("There is no layout called {name}. There are: {names}.", name=name, names=names)
                if names
                else tr("There is no layout called {name}, nor any other yet. Save one first.", name=name)
            )
        self._wall.arranging.choose(layout)

    def open(self, file: Path) -> None:
        """Show the layout in a file, and keep it with the others. Raises UsageError."""
        read = layout_file.read(file)
        keys = [tile.session.identity.key for tile in self._wall.all_tiles]
        layout, known = read.layout, set(read.layout.order) & set(keys)
        if layout.group not in self._program.cameras.groups.names:
            layout = replace(layout, group="")
        if not known:
            # It is of another wall: what it is worth here is where the places are.
            layout = layout.taking(keys)
        named = self.layouts.save(layout, self.layouts.free_name(layout.name or file.stem))
        self._changed()
        self._wall.arranging.choose(named)
        missing = [read.cameras.get(key, key) for key in layout.order if key not in keys] if known else []
        if missing:
            names = " · ".join(missing)
            self._program.say(tr("The layout has places for cameras that are not on this wall: {names}.", names=names))
        else:
            self._program.say_briefly(tr("The layout is kept as {name}.", name=named.name))

    # What is asked

    def _ask_for_name(self) -> None:
        # Here and not above, as the other dialogs: the first window does not wait for them.
        from viewer.ui.layouts.save_dialog import SaveDialog

        SaveDialog(self.layouts, self._wall.arranging.layout, self._shown(), self._save, self._keys, self._wall).open()

    def _save(self, layout: Layout) -> None:
        named = self.layouts.save(layout, layout.name)
        self._changed()
        self._wall.arranging.choose(named)

    def _edit(self) -> None:
        from viewer.ui.layouts.edit_dialog import EditDialog

        groups = self._program.cameras.groups.names
        dialog = EditDialog(self.layouts, self._wall.arranging, groups, self._shown, self._export, self._wall)
        dialog.changed.connect(self._changed)
        dialog.open()

    def _export(self, layout: Layout) -> None:
        from viewer.ui.layouts.files import file_to_write

        text = layout_file.written(layout, self._camera)
        file_to_write(layout.name, self._wall, lambda file: self._saving.write(text, file))

    def _ask_for_file(self) -> None:
        from viewer.ui.layouts.files import file_to_open

        file_to_open(self._wall, lambda file: self._program.attempt(lambda: self.open(file)))

    # Inside

    def _shown(self) -> list[str]:
        return [tile.session.identity.key for tile in self._wall.tiles]

    def _camera(self, key: str) -> str:
        fleet = self._program.fleet
        return fleet[key].name if key in fleet else ""

    def _keys(self, number: int) -> str:
        """By which the layout at that place is shown; empty if by none."""
        keys = self._actions.keys(f"layout.{number}") if number in LAYOUT_KEYS else QKeySequence()
        return key_words(keys)

    def _show(self, number: int) -> None:
        if number <= len(self.layouts):
            self._wall.arranging.choose(self.layouts[number - 1])

    def _go(self, by: int) -> None:
        arranging = self._wall.arranging
        layout = self.layouts.beside(arranging.layout.name, by)
        if layout is not None:
            arranging.choose(layout)
        elif arranging.layout.name:
            arranging.unname()

    def _why_no_other(self) -> str:
        return "" if len(self.layouts) else tr("There are no layouts yet. Arrange the wall, then save it as one.")

    def _is_shown(self, number: int) -> bool:
        return number <= len(self.layouts) and self.layouts[number - 1].name == self._wall.arranging.layout.name

    def _name_of(self, number: int) -> str:
        return self.layouts[number - 1].name if number <= len(self.layouts) else tr(BY_ID[f"layout.{number}"].text)

    def look(self) -> None:
        """There may be other layouts now."""
        self._show_names()
        self._forget_name()

    def _changed(self) -> None:
        self.look()
        self._program.cameras.save()
        self.changed.emit()

    def _forget_name(self) -> None:
        """The layout in force may be one that was removed, or had another name before a step that is taken back: the
        wall stays so, without a name."""
        arranging = self._wall.arranging
        if arranging.layout.name and self.layouts.get(arranging.layout.name) is None:
            arranging.call("")

    def _show_names(self) -> None:
        """Of the nine with keys, offer those that there are."""
        for number in LAYOUT_KEYS:
            self._actions[f"layout.{number}"].setVisible(number <= len(self.layouts))
