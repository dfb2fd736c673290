"""How the program looks: the theme in force, its type, and the dress of every widget."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from viewer.ui.look import resources
from viewer.ui.look.sheet import sheet
from viewer.ui.look.themes import (
    BAR_HEIGHT,
    BASE_PX,
    DARK,
    GAP,
    LIGHT,
    LINE_HEIGHT,
    RADIUS,
    SMALL_PX,
    Theme,
)

__all__ = [
    "BAR_HEIGHT",
    "BASE_PX",
    "DARK",
    "GAP",
    "LIGHT",
    "LINE_HEIGHT",
    "RADIUS",
    "SMALL_PX",
    "Theme",
    "apply",
    "choose",
    "font",
    "theme",
]

THEMES = {"dark": (DARK, Qt.ColorScheme.Dark), "light": (LIGHT, Qt.ColorScheme.Light)}
"""Those that can be chosen, and what window systems call them."""

_in_force: Theme | None = None
_chosen = ""


def theme() -> Theme:
    """The theme in force: the chosen one; else light if the system says so, else dark."""
    return _in_force or _wanted()


def choose(name: str) -> None:
    """Use the theme of that name, or, where it is empty, the system's, from now on. What is dressed already is dressed
    anew by `apply` or by the system's next word; icons are made anew with their widgets."""
    global _chosen
    if name == _chosen:
        return
    _chosen = name if name in THEMES else ""
    # So that the frame around the window goes with it.
    QGuiApplication.styleHints().setColorScheme(THEMES[_chosen][1] if _chosen else Qt.ColorScheme.Unknown)
    app = QGuiApplication.instance()
    if _in_force is not None and isinstance(app, QApplication):
        _dress(app)


def _wanted() -> Theme:
    return THEMES[_chosen][0] if _chosen else _of_system()


def _of_system() -> Theme:
    is_light = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Light
    return LIGHT if is_light else DARK


def font(pixels: int = BASE_PX, is_strong: bool = False) -> QFont:
    """The interface's face at a size in pixels, with figures of equal width."""
    face = QFont(QGuiApplication.font())
    face.setPixelSize(max(SMALL_PX, pixels))
    face.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    return face


def apply(app: QApplication) -> None:
    """Dress the whole program; again whenever the system changes its mind."""
    # Here and not above: the first window does not wait for it.
    from viewer.ui.look import accessible

    app.setStyle("Fusion")
    accessible.begin()
    _load_fonts(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: _dress(app))
    _dress(app)


def _load_fonts(app: QApplication) -> None:
    families: list[str] = []
    for file in sorted((resources.folder() / "fonts").glob("*.otf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    face = QFont(families[0]) if families else app.font()
    face.setPixelSize(BASE_PX)
    face.setFeature(QFont.Tag("tnum"), 1)
    app.setFont(face)


def _dress(app: QApplication) -> None:
    # Every picture that is painted asks for it: Qt is asked only when it changes.
    global _in_force
    colours = _in_force = _wanted()
    app.setPalette(_palette(colours))
    app.setStyleSheet(sheet(colours))


def _palette(colours: Theme) -> QPalette:
    palette = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: colours.panel,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.raised,
        QPalette.ColorRole.AlternateBase: colours.panel,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.quiet,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
    }.items():
        palette.setColor(role, QColor(colour))
    return palette
