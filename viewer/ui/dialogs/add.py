"""Asks which camera to add: one that listens is connected to; for one that calls, a port is opened.

For every program and pattern it shows the exact line to run on the camera's computer.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLineEdit, QPushButton, QWidget

from camwire.endpoint import SECURE, Endpoint
from camwire.errors import UsageError
from camwire.limits import NAME_CHARACTERS
from camwire.translation import phrase, tr
from viewer.core.script_lines import IMAGEZMQ, PROGRAMS, WATCHWORD, Program, Way, lines, own_address
from viewer.ui.dialogs.base import Dialog
from viewer.ui.look.choice import Choice

DEFAULT_PORTS = "5555"
OF_NETWORK_CAMERAS = ("http://", "https://", "rtsp://", "rtsps://")
NETWORK_CAMERA = phrase(
    "This is a network camera, which watchword-camera reads, on this or another computer: "
    "watchword-camera --source with that address behind it. Then write here where that one "
    "listens: tcp://127.0.0.1:5600 on this computer."
)
MOST_LINES = 4
SOURCES = phrase(
    "0 is the first webcam there, picamera the camera of a Raspberry Pi; watchword-camera "
    "--list-sources tells what else there is."
)


class AddDialog(Dialog):
    """`add(address, name)` connects to a camera, `listen(address, is_open)` lets cameras call; both may raise
    UsageError, which is shown."""

    own_wanted = Signal()

    def __init__(
        self, add: Callable[[str, str], object], listen: Callable[[str, bool], object], parent: QWidget
    ) -> None:
        super().__init__(tr("Add a camera"), parent)
        self._add = add
        self._listen = listen
        self._own_address = own_address()
        self.program = Choice(tr("Program"), [tr(each.title) for each in PROGRAMS])
        self.way = Choice(tr("How it comes"))
        self.address = _line(tr("Address"), "tcp://porch.local:5600")
        self.name = _line(tr("Name"), tr("The camera's own name"))
        self.name.setMaxLength(NAME_CHARACTERS)
        self.ports = _line(tr("Port"), DEFAULT_PORTS)
        self.ports.setText(DEFAULT_PORTS)
        self.is_open = QCheckBox(tr("Let other computers call, unencrypted (only on a network you trust)"))
        self.own = QPushButton(tr("A camera of this computer…"))
        self.own.setAutoDefault(False)
        self.own.clicked.connect(self._on_own)
        self.command = self.text("", "command")
        self._hint = self.text("", "quiet")
        self._sources = self.text(tr(SOURCES), "quiet")
        self._box = self.buttons(tr("Add camera"), lambda: self.attempt(self._accept))
        # That role stands apart from the others, at the left.
        self._box.addButton(self.own, QDialogButtonBox.ButtonRole.ResetRole)
        self._address_label = self.text(tr("Address"), "strong")
        self._name_label = self.text(tr("Name on this wall (optional)"), "strong")
        self._ports_label = self.text("", "strong")
        self.fill(
            *(self.text(tr("What kind of camera?"), "strong"), self.program, self.way),
            *(self._address_label, self.address, self._name_label, self.name),
            *(self._ports_label, self.ports, self.is_open),
            *(self._hint, self.command, self._sources, self.trouble, self._box),
        )
        self.program.currentIndexChanged.connect(self._on_program)
        self.way.currentIndexChanged.connect(self._show)
        self.ports.textChanged.connect(self._show)
        self.is_open.toggled.connect(self._show)
        self._on_program()
        self.address.setFocus()

    def _on_own(self) -> None:
        self.reject()
        self.own_wanted.emit()

    def _on_program(self) -> None:
        self.way.blockSignals(True)
        self.way.clear()
        self.way.addItems([tr(each.title) for each in self._program.ways])
        self.way.blockSignals(False)
        self._show()

    @property
    def _program(self) -> Program:
        return PROGRAMS[self.program.currentIndex()]

    @property
    def _way(self) -> Way:
        return self._program.ways[max(0, self.way.currentIndex())]

    def _show(self) -> None:
        """Show what this way needs, and the line for the other end."""
        connects = self._way.pattern is None
        calling: tuple[QWidget, ...] = (self._address_label, self.address, self._name_label, self.name)
        called: tuple[QWidget, ...] = (self._ports_label, self.ports, self.is_open)
        for widget in (*calling, *called):
            widget.setVisible(connects == (widget in calling))
        # Who has no key of a paired camera is not let in anyway.
        self.is_open.setVisible(not connects and not self._is_secured)
        self.address.setPlaceholderText("tcp://porch.local:5600" if self._program is WATCHWORD else "porch.local:5555")
        self._ports_label.setText(
            tr("Port of this computer (any number of cameras may call at it)")
            if self._way.pattern in ("", SECURE)
            else tr("Port of this computer (several with commas)")
        )
        self._box.buttons()[0].setText(tr("Add camera") if connects else tr("Listen"))
        self._hint.setText(self._introduction())
        self.command.setText(self._line())
        self._sources.setVisible(self._program is WATCHWORD)
        self.trouble.hide()
        self.refit()

    def _introduction(self) -> str:
        is_there = self._is_elsewhere or self._way.pattern is None
        if self._program is not WATCHWORD:
            where = (
                tr("In the script on the camera's computer, use this line.")
                if is_there
                else tr("In the script on this computer, use this line.")
            )
            return f"{where} {tr(self._way.hint)}".strip()
        if self._way.pattern is None:
            return tr("On the camera's computer, start this first. It shows a code, by which you pair with it:")
        return f"{tr(self._way.hint)} {tr('On its computer, start this:')}"

    def _line(self) -> str:
        if self._way.pattern is None:
            return lines(self._program, self._way, None, self._own_address)
        try:
            ends = Endpoint.parse_all(self._listening())
        except UsageError:
            return "…"
        each = [lines(self._program, self._way, end, self._own_address, len(ends) > 1) for end in ends[:MOST_LINES]]
        return "\n".join(each + ["…"] * (len(ends) > MOST_LINES))

    def _listening(self) -> str:
        pattern = f"{self._way.pattern}+" if self._way.pattern else ""
        return f"{pattern}tcp://{'*' if self._is_elsewhere else '127.0.0.1'}:{self.ports.text().strip()}"

    @property
    def _is_secured(self) -> bool:
        return self._way.pattern == SECURE

    @property
    def _is_elsewhere(self) -> bool:
        """Whether cameras of other computers are to come in."""
        return self._is_secured or self.is_open.isChecked()

    def _accept(self) -> None:
        if self._way.pattern is not None:
            if not self.ports.text().strip():
                raise UsageError(
                    tr(
                        "Which port? The usual one of VidGear and imagezmq is {ports}.",
                        ports=DEFAULT_PORTS,
                    )
                )
            self._listen(self._listening(), self.is_open.isChecked())
            return
        address = self.address.text().strip()
        if address.lower().startswith(OF_NETWORK_CAMERAS):
            raise UsageError(tr(NETWORK_CAMERA))
        if self._program is IMAGEZMQ and "+" not in address:
            address = f"sub+tcp://{address.removeprefix('tcp://')}"
            # The usual port of imagezmq is not ours.
            address += "" if address.rpartition(":")[2].isdigit() else f":{DEFAULT_PORTS}"
        self._add(address, self.name.text().strip())


def _line(name: str, example: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(example)
    line.setAccessibleName(name)
    return line
