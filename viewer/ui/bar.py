"""The bar above the wall: title, say to several, statistics, add, menu."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from camwire.translation import tr
from viewer.ui.actions.registry import Actions
from viewer.ui.look import icons, style

BUTTON_HEIGHT = 30
TITLED_WIDTH = 500
RATED_WIDTH = 660


class Bar(QWidget):
    """Its buttons do what the actions of the window do, but for the figures, which the window shows and hides."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(style.BAR_HEIGHT)
        self._title = QLabel("Watchword")
        self._title.setProperty("kind", "title")
        self.say = _button("")
        self.show_meant(0)
        self._rate = QLabel()
        self._rate.setProperty("kind", "quiet")
        self.statistics = _button(tr("Statistics"))
        self.statistics.setCheckable(True)
        self.add = QPushButton(tr("Add camera"))
        self.add.setProperty("kind", "primary")
        self.add.setFixedHeight(BUTTON_HEIGHT)
        self.menu = _button("")
        self.menu.setAccessibleName(tr("Menu"))
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._rate)
        for button in (self.say, self.statistics, self.add, self.menu):
            row.addWidget(button)
        self._colour()
        self._name_keys()
        actions.bound.connect(self._name_keys)
        self.say.clicked.connect(actions["talk.several"].trigger)
        self.add.clicked.connect(actions["cameras.add"].trigger)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def set_menu(self, menu: QMenu) -> None:
        """Open `menu` from the last button."""
        self.menu.setMenu(menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._title.setVisible(self.width() >= TITLED_WIDTH)
        self._rate.setVisible(self.width() >= RATED_WIDTH)

    def show_rate(self, sentence: str) -> None:
        """How much of the network all pictures take; nothing while no figures are shown."""
        self._rate.setText(sentence)

    def show_meant(self, count: int) -> None:
        """To how many cameras something would be said: those that are marked; 0 is all."""
        self.say.setText(tr("Say to %n…", count) if count else tr("Say to all…"))

    def _name_keys(self) -> None:
        """What buttons do, and by which keys."""
        tip = self._actions.tip
        self.say.setToolTip(tip("talk.several", tr("Say something to several cameras at once")))
        self.statistics.setToolTip(tip("wall.statistics", tr("Figures on every tile")))
        self.add.setToolTip(tip("cameras.add", tr("Add a camera")))
        self.menu.setToolTip(tip("program.menu", tr("Menu")))

    def _colour(self) -> None:
        """Icons are drawn in the theme's colours, so a new theme needs new ones."""
        self.add.setIcon(icons.icon("plus", style.theme().on_accent, 14))
        self.menu.setIcon(icons.icon("menu", style.theme().text))


def _button(text: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "bar")
    button.setText(text)
    button.setFixedHeight(BUTTON_HEIGHT)
    return button
