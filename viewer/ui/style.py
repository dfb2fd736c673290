"""Colours, sizes and type: the one place that names them. Values: design, section 10."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from viewer.ui import resources

BAR_HEIGHT = 44
LINE_HEIGHT = 34
GAP = 6
RADIUS = 8
BASE_PX = 13
SMALL_PX = 11
CHAT_MIN_WIDTH = 280


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of one theme."""

    is_dark: bool
    wall: str
    bar: str
    panel: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    accent_hover: str
    focus: str
    mine: str
    theirs: str
    failed: str
    live: str
    frozen: str
    offline: str
    behind: str = "#07080a"
    on_picture: str = "#f4f6fa"
    on_picture_quiet: str = "#b4bac6"
    on_accent: str = "#ffffff"


DARK = Theme(
    is_dark=True,
    wall="#0e1014",
    bar="#12151b",
    panel="#14171e",
    raised="#1b1f28",
    line="#222733",
    text="#e7eaf0",
    quiet="#8d95a5",
    accent="#2f7de1",
    accent_hover="#3d8bfd",
    focus="#3d8bfd",
    mine="#24477c",
    theirs="#20252f",
    failed="#3a2022",
    live="#35d29a",
    frozen="#f4b740",
    offline="#f0635c",
)
LIGHT = Theme(
    is_dark=False,
    wall="#eef0f4",
    bar="#ffffff",
    panel="#ffffff",
    raised="#f4f6fa",
    line="#d9dee7",
    text="#14181f",
    quiet="#5b6575",
    accent="#2f7de1",
    accent_hover="#3d8bfd",
    focus="#3d8bfd",
    mine="#d6e6ff",
    theirs="#eceff5",
    failed="#fde6e4",
    live="#12996a",
    frozen="#b7791f",
    offline="#c93a33",
)


_in_force: Theme | None = None


def theme() -> Theme:
    """The theme in force: light if the system says so, else dark."""
    return _in_force or _of_system()


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
    app.setStyle("Fusion")
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
    colours = _in_force = _of_system()
    app.setPalette(_palette(colours))
    app.setStyleSheet(_sheet(colours))


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


def _icon(name: str) -> str:
    """The path of an icon as a style sheet wants it."""
    return (resources.folder() / "icons" / f"{name}.svg").as_posix()


def _sheet(c: Theme) -> str:
    return f"""
    QWidget#window, QWidget#wall {{ background: {c.wall}; }}
    QWidget#bar {{ background: {c.bar}; border-bottom: 1px solid {c.line}; }}
    QDialog, QMessageBox {{ background: {c.panel}; }}
    QLabel[kind="title"] {{ font-size: 15px; font-weight: 600; color: {c.text}; }}
    QLabel[kind="headline"] {{ font-size: 22px; font-weight: 600; color: {c.text}; }}
    QLabel[kind="lead"] {{ font-size: 14px; color: {c.quiet}; }}
    QLabel[kind="strong"] {{ font-weight: 600; color: {c.text}; }}
    QLabel[kind="quiet"] {{ color: {c.quiet}; }}
    QLabel[kind="error"] {{ color: {c.offline}; }}
    QLabel[kind="small"] {{ font-size: {SMALL_PX}px; color: {c.quiet}; }}
    QLabel[kind="heading"] {{ font-size: 12px; font-weight: 600; color: {c.quiet}; }}
    QLabel:disabled {{ color: {c.quiet}; }}
    QLabel[kind="command"] {{ font-family: monospace; background: {c.raised}; border: 1px solid {c.line};
        border-radius: 6px; padding: 8px 10px; color: {c.text}; }}
    QFrame[kind="card"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QPushButton, QToolButton[kind="bar"] {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line};
        border-radius: 6px; padding: 5px 12px; min-height: 16px; }}
    QPushButton:hover, QToolButton[kind="bar"]:hover {{ border-color: {c.quiet}; }}
    QPushButton:focus, QToolButton[kind="bar"]:focus {{ border-color: {c.focus}; }}
    QPushButton:pressed, QToolButton[kind="bar"]:pressed,
    QToolButton[kind="bar"]:checked {{ background: {c.mine}; border-color: {c.accent}; }}
    QPushButton:disabled {{ color: {c.quiet}; }}
    QPushButton[kind="primary"], QPushButton:default {{ background: {c.accent}; color: {c.on_accent};
        border-color: {c.accent}; font-weight: 600; }}
    QPushButton[kind="primary"]:hover, QPushButton:default:hover {{ background: {c.accent_hover}; }}
    QPushButton[kind="primary"]:focus {{ border-color: {c.on_accent}; }}
    QToolButton[kind="bar"]::menu-indicator {{ image: none; }}
    QToolButton[kind="flat"] {{ background: transparent; border: 1px solid transparent; border-radius: 6px;
        padding: 3px; }}
    QToolButton[kind="flat"]:hover {{ background: {c.raised}; }}
    QToolButton[kind="flat"]:focus {{ border-color: {c.focus}; }}
    QToolButton[kind="over"] {{ background: rgba(20, 23, 30, 205); color: {c.on_picture}; border-radius: 6px;
        border: 1px solid rgba(255, 255, 255, 26); padding: 4px; }}
    QToolButton[kind="over"]:hover {{ background: rgba(44, 50, 62, 235); }}
    QToolButton[kind="over"]:focus {{ border-color: {c.focus}; }}
    QPushButton[kind="over"] {{ background: rgba(27, 31, 40, 235); color: {c.on_picture};
        border: 1px solid rgba(255, 255, 255, 40); }}
    QPushButton[kind="over"]:hover {{ background: rgba(44, 50, 62, 245); }}
    QLineEdit, QPlainTextEdit[kind="composer"] {{ background: {c.wall if c.is_dark else c.raised}; color: {c.text};
        border: 1px solid {c.line}; border-radius: 7px; padding: 6px 8px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit:focus, QPlainTextEdit[kind="composer"]:focus {{ border-color: {c.focus}; }}
    QLineEdit[kind="number"] {{ padding: 3px 6px; border-radius: 6px; }}
    QLineEdit:disabled, QComboBox:disabled {{ color: {c.quiet}; background: transparent; }}
    QSlider:horizontal {{ min-height: 22px; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {c.line}; }}
    QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {c.accent}; }}
    QSlider::sub-page:horizontal:disabled {{ background: {c.quiet}; }}
    QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
        background: {c.text if c.is_dark else c.on_accent}; border: 1px solid {c.quiet}; }}
    QSlider::handle:horizontal:hover {{ border-color: {c.accent_hover}; }}
    QSlider::handle:horizontal:focus {{ border: 2px solid {c.focus}; }}
    QSlider::handle:horizontal:disabled {{ background: {c.quiet}; border-color: {c.quiet}; }}
    QScrollArea[kind="plain"], QWidget[kind="plain"] {{ background: transparent; border: none; }}
    QComboBox {{ background: {c.wall if c.is_dark else c.raised}; color: {c.text}; border: 1px solid {c.line};
        border-radius: 7px; padding: 6px 8px; }}
    QComboBox[kind="row"] {{ padding: 3px 8px; border-radius: 6px; }}
    QComboBox:focus {{ border-color: {c.focus}; }}
    QComboBox::drop-down {{ border: none; width: 28px; }}
    QComboBox::down-arrow {{ image: url("{_icon("down")}"); width: 16px; height: 16px; }}
    QComboBox QAbstractItemView {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line};
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; outline: none; }}
    QCheckBox {{ color: {c.text}; spacing: 8px; }}
    QCheckBox::indicator {{ width: 16px; height: 16px; border: 1px solid {c.quiet}; border-radius: 4px;
        background: {c.wall if c.is_dark else c.raised}; }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url("{_icon("check")}"); }}
    QCheckBox:focus {{ color: {c.focus}; }}
    QFrame#suggestions {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QFrame#suggestions QListWidget {{ background: transparent; border: none; outline: none; color: {c.text}; }}
    QFrame#suggestions QListWidget::item {{ padding: 4px 8px; border-radius: 4px; }}
    QFrame#suggestions QListWidget::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QLabel[kind="hint"] {{ font-family: monospace; color: {c.text}; padding: 0 8px; }}
    QFrame#suggestions QLabel {{ padding: 0 8px; }}
    QTableView[kind="table"], QListView[kind="found"] {{ background: {c.wall if c.is_dark else c.raised};
        color: {c.text}; border: 1px solid {c.line}; border-radius: {RADIUS}px; outline: none; }}
    QTableView[kind="table"]::item {{ padding: 0 10px; border: none; border-bottom: 1px solid {c.line}; }}
    QTableView[kind="table"]::item:selected {{ background: {c.mine}; color: {c.text}; }}
    QTableView[kind="table"]:focus, QListView[kind="found"]:focus {{ border-color: {c.focus}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ background: transparent; color: {c.quiet}; border: none;
        border-bottom: 1px solid {c.line}; padding: 6px 13px; }}
    QListView[kind="chat"] {{ background: {c.panel}; border: none; outline: none; }}
    QMenu {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: 4px; }}
    QMenu::item {{ padding: 6px 26px 6px 14px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QMenu::item:disabled {{ color: {c.quiet}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 6px; }}
    QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: 4px 6px; }}
    QWidget#notice {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QScrollBar:vertical {{ background: transparent; width: 9px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.line}; border-radius: 3px; min-height: 28px; margin: 1px 2px; }}
    QScrollBar::handle:vertical:hover {{ background: {c.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ height: 0;
        background: transparent; }}
    """
