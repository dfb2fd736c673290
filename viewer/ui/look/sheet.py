"""The style sheet of the whole program, in the colours of a theme."""

from viewer.ui.look import resources
from viewer.ui.look.themes import RADIUS, SMALL_PX, Theme


def sheet(c: Theme) -> str:
    """The sheet as Qt reads it; each part says how one kind of widget looks."""
    parts = (
        _grounds,
        _labels,
        _buttons,
        _over_pictures,
        _fields,
        _sliders,
        _choices,
        _lists,
        _menus,
        _scrolling,
    )
    return "\n".join(part(c) for part in parts)


def _icon(name: str) -> str:
    """The path of an icon as a style sheet wants it."""
    return (resources.folder() / "icons" / f"{name}.svg").as_posix()


def _well(c: Theme) -> str:
    """The ground of what one types into or chooses from."""
    return c.wall if c.is_dark else c.raised


def _grounds(c: Theme) -> str:
    return f"""
    QWidget#window, QWidget#wall {{ background: {c.wall}; }}
    QWidget#bar {{ background: {c.bar}; border-bottom: 1px solid {c.line}; }}
    QWidget#side {{ background: {c.panel}; border-right: 1px solid {c.line}; }}
    QDialog, QMessageBox {{ background: {c.panel}; }}
    QFrame[kind="card"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QScrollArea[kind="plain"], QWidget[kind="plain"] {{ background: transparent; border: none; }}
    QTextBrowser[kind="page"] {{ background: {c.panel}; color: {c.text}; border: 1px solid transparent; }}
    QTextBrowser[kind="page"]:focus {{ border-color: {c.focus}; }}
    QFrame#suggestions {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QWidget#side {{ background: {c.panel}; border-right: 1px solid {c.line}; }}
    QWidget#notice {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    """


def _labels(c: Theme) -> str:
    return f"""
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
    QLabel[kind="hint"] {{ font-family: monospace; color: {c.text}; padding: 0 8px; }}
    """


def _buttons(c: Theme) -> str:
    return f"""
    QPushButton, QToolButton[kind="bar"] {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line};
        border-radius: 6px; padding: 5px 12px; min-height: 16px; }}
    QPushButton:hover, QToolButton[kind="bar"]:hover {{ border-color: {c.quiet}; }}
    QPushButton:focus, QToolButton[kind="bar"]:focus {{ border-color: {c.focus}; }}
    QPushButton:pressed, QToolButton[kind="bar"]:pressed,
    QToolButton[kind="bar"]:checked {{ background: {c.mine}; border-color: {c.accent}; }}
    QPushButton:disabled, QToolButton[kind="bar"]:disabled {{ color: {c.quiet}; background: transparent; }}
    QPushButton[kind="primary"], QPushButton:default {{ background: {c.accent}; color: {c.on_accent};
        border-color: {c.accent}; }}
    /* Not of one that is default: it would be wider than Qt made room for. */
    QPushButton[kind="primary"] {{ font-weight: 600; }}
    QPushButton[kind="primary"]:hover, QPushButton:default:hover {{ background: {c.accent_hover}; }}
    QPushButton[kind="primary"]:focus, QPushButton:default:focus {{ border: 2px solid {c.text}; padding: 4px 11px; }}
    QPushButton[kind="primary"]:disabled, QPushButton:default:disabled {{ background: {c.raised}; color: {c.quiet};
        border-color: {c.line}; }}
    QToolButton[kind="bar"]:checked:focus {{ border: 2px solid {c.focus}; padding: 4px 11px; }}
    QToolButton[kind="bar"]::menu-indicator {{ image: none; }}
    QToolButton[kind="flat"] {{ background: transparent; border: 1px solid transparent; border-radius: 6px;
        padding: 3px; }}
    QToolButton[kind="flat"]:hover {{ background: {c.raised}; }}
    QToolButton[kind="flat"]:focus {{ border-color: {c.focus}; }}
    """


def _over_pictures(c: Theme) -> str:
    return f"""
    QToolButton[kind="over"] {{ background: rgba(20, 23, 30, 205); color: {c.on_picture}; border-radius: 6px;
        border: 1px solid rgba(255, 255, 255, 26); padding: 4px; }}
    QToolButton[kind="over"]:hover {{ background: rgba(44, 50, 62, 235); }}
    QToolButton[kind="over"]:focus {{ border-color: {c.focus}; }}
    QPushButton[kind="over"] {{ background: rgba(27, 31, 40, 235); color: {c.on_picture};
        border: 1px solid rgba(255, 255, 255, 40); }}
    QPushButton[kind="over"]:hover {{ background: rgba(44, 50, 62, 245); }}
    QPushButton[kind="over"]:focus {{ border-color: {c.on_picture}; }}
    """


def _fields(c: Theme) -> str:
    return f"""
    QLineEdit, QSpinBox, QPlainTextEdit[kind="composer"] {{ background: {_well(c)}; color: {c.text};
        border: 1px solid {c.line}; border-radius: 7px; padding: 6px 8px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent};
        placeholder-text-color: {c.quiet}; }}
    QLineEdit:focus, QSpinBox:focus, QPlainTextEdit[kind="composer"]:focus {{ border-color: {c.focus}; }}
    QLineEdit[kind="number"] {{ padding: 3px 6px; border-radius: 6px; }}
    QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{ color: {c.quiet}; background: transparent; }}
    QSpinBox QLineEdit {{ background: transparent; border: none; padding: 0; }}
    QSpinBox::up-button, QSpinBox::down-button {{ width: 24px; border: none; background: transparent; }}
    QSpinBox::up-arrow {{ image: url("{_icon("up")}"); width: 12px; height: 12px; }}
    QSpinBox::down-arrow {{ image: url("{_icon("down")}"); width: 12px; height: 12px; }}
    """


def _sliders(c: Theme) -> str:
    return f"""
    QSlider:horizontal {{ min-height: 22px; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {c.line}; }}
    QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {c.accent}; }}
    QSlider::sub-page:horizontal:disabled {{ background: {c.quiet}; }}
    QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
        background: {c.text if c.is_dark else c.on_accent}; border: 1px solid {c.quiet}; }}
    QSlider::handle:horizontal:hover {{ border-color: {c.accent_hover}; }}
    QSlider::handle:horizontal:focus {{ border: 2px solid {c.focus}; }}
    QSlider::handle:horizontal:disabled {{ background: {c.quiet}; border-color: {c.quiet}; }}
    """


def _choices(c: Theme) -> str:
    return f"""
    QComboBox {{ background: {_well(c)}; color: {c.text}; border: 1px solid {c.line};
        border-radius: 7px; padding: 6px 8px; combobox-popup: 0; }}
    QComboBox[kind="row"] {{ padding: 3px 8px; border-radius: 6px; }}
    QComboBox:focus {{ border-color: {c.focus}; }}
    QComboBox::drop-down {{ border: none; width: 28px; }}
    QComboBox::down-arrow {{ image: url("{_icon("down")}"); width: 16px; height: 16px; }}
    QComboBox QAbstractItemView {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line};
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; outline: none; }}
    QComboBox QAbstractItemView::item {{ padding: 4px 8px; border: none; }}
    QComboBox QAbstractItemView::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QCheckBox {{ color: {c.text}; spacing: 8px; }}
    QCheckBox::indicator {{ width: 16px; height: 16px; border: 1px solid {c.quiet}; border-radius: 4px;
        background: {_well(c)}; }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url("{_icon("check")}"); }}
    QCheckBox:focus {{ color: {c.focus}; }}
    QCheckBox:disabled {{ color: {c.quiet}; }}
    QCheckBox::indicator:disabled {{ background: transparent; border-color: {c.line}; }}
    QCheckBox::indicator:checked:disabled {{ background: {c.quiet}; border-color: {c.quiet}; }}
    """


def _lists(c: Theme) -> str:
    return f"""
    QTreeWidget[kind="keys"] {{ background: {_well(c)}; color: {c.text}; border: 1px solid {c.line};
        border-radius: 7px; padding: 4px; outline: none; }}
    QTreeWidget[kind="keys"]:focus {{ border-color: {c.focus}; }}
    QTreeWidget[kind="keys"]::item {{ padding: 4px 6px; border: none; }}
    QTreeWidget[kind="keys"]::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QTreeWidget[kind="keys"]::branch {{ background: transparent; }}
    QFrame#suggestions QListWidget {{ background: transparent; border: none; outline: none; color: {c.text}; }}
    QFrame#suggestions QListWidget::item {{ padding: 4px 8px; border-radius: 4px; }}
    QFrame#suggestions QListWidget::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QFrame#suggestions QLabel {{ padding: 0 8px; }}
    QTableView[kind="table"], QListView[kind="found"] {{ background: {_well(c)};
        color: {c.text}; border: 1px solid {c.line}; border-radius: {RADIUS}px; outline: none; }}
    QTableView[kind="table"]::item {{ padding: 0 10px; border: none; border-bottom: 1px solid {c.line}; }}
    QTableView[kind="table"]::item:selected {{ background: {c.mine}; color: {c.text}; }}
    QTableView[kind="table"]:focus, QListView[kind="found"]:focus {{ border-color: {c.focus}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ background: transparent; color: {c.quiet}; border: none;
        border-bottom: 1px solid {c.line}; padding: 6px 13px; }}
    QListWidget[kind="names"] {{ background: {_well(c)}; color: {c.text}; border: 1px solid {c.line};
        border-radius: {RADIUS}px; outline: none; padding: 4px; }}
    QListWidget[kind="names"]:focus {{ border-color: {c.focus}; }}
    QListWidget[kind="names"]::item {{ padding: 6px 8px; border-radius: 5px; }}
    QListWidget[kind="names"]::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QListWidget[kind="names"]::indicator, QTableView[kind="table"]::indicator {{ width: 14px; height: 14px;
        border: 1px solid {c.quiet}; border-radius: 4px; background: {_well(c)}; }}
    QListWidget[kind="names"]::indicator:checked, QTableView[kind="table"]::indicator:checked {{
        background: {c.accent}; border-color: {c.accent}; image: url("{_icon("check")}"); }}
    QTableView[kind="table"]::indicator:disabled {{ background: {c.quiet}; border-color: {c.quiet}; }}
    QListWidget[kind="names"] QLineEdit {{ padding: 2px 6px; border-radius: 4px; }}
    QListView[kind="cameras"] {{ background: transparent; border: none; outline: none; }}
    QListView[kind="cameras"]:focus {{ border-top: 1px solid {c.focus}; }}
    QListWidget[kind="plain-list"] {{ background: transparent; border: none; outline: none; }}
    QListView[kind="chat"] {{ background: {c.panel}; border: none; outline: none; }}
    """


def _menus(c: Theme) -> str:
    return f"""
    QMenu {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: 4px; }}
    QMenu::item {{ padding: 6px 26px 6px 14px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QMenu::item:disabled {{ color: {c.quiet}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 6px; }}
    QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: 4px 6px; }}
    """


def _scrolling(c: Theme) -> str:
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 9px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.line}; border-radius: 3px; min-height: 28px; margin: 1px 2px; }}
    QScrollBar::handle:vertical:hover {{ background: {c.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ height: 0;
        background: transparent; }}
    """
