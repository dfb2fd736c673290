"""Words of a window: those that its code gives to widgets, and those that a person reads."""

import ast
import re
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

# What shows its first text to a person.
SHOWN = {
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QToolButton", "QAction", "QMenu"),
    *("addAction", "addMenu", "addButton", "addItem", "addItems", "addTab", "addRow"),
    *(
        "setText",
        "setToolTip",
        "setStatusTip",
        "setPlaceholderText",
        "setWindowTitle",
        "setTitle",
        "setInformativeText",
    ),
    *("setAccessibleName", "setAccessibleDescription", "setSuffix", "setPrefix", "setSpecialValueText", "setLabelText"),
    *("flat_button", "Choice", "Offer", "text", "say", "say_briefly", "complain", "setNameFilters", "setNameFilter"),
}
TRANSLATING = {"tr", "phrase"}
NOT_SHOWN = {"cast", "ValueError"}
# Names, units, examples and markup, which are the same in every language.
SAME_EVERYWHERE = re.compile(
    r"Watchword.*|\d+ %|Mbit/s|MB|tcp://\S+|[\w.]+:\d+|[\d.,:\s]*|PNG \(\*\.png\)|<[^>]*>|JPEG|OK|fps|ms"
)
WORD = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(r"[a-z]{2,},? [a-zA-Z]{2,}")
MARKUP = re.compile(r"<[^>]*>?")


def spoken_literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of every literal that is given to something that shows it, past `tr`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in SHOWN and not _is_log(node.func):
            # The second word of a text says what it looks like.
            for argument in node.args[: 1 if _name(node.func) == "text" else None]:
                yield from _literals(argument)


def loose_sentences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of every literal that reads like a sentence and stands outside `tr`, docstrings and the log."""
    apart: set[ast.AST] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                apart.update(ast.walk(node))
            case ast.Call(func=function) if _name(function) in TRANSLATING | NOT_SHOWN or _is_log(function):
                apart.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in apart:
            text = MARKUP.sub("", node.value)
            if SENTENCE.search(text):
                yield node.lineno, text


def words_of(window: QWidget) -> list[str]:
    """All labels and buttons in a window."""
    labels = [each.text() for each in window.findChildren(QLabel)]
    return labels + [each.text() for each in window.findChildren(QAbstractButton)]


def _literals(node: ast.AST) -> Iterator[tuple[int, str]]:
    match node:
        case ast.Constant(value=str(text)):
            if WORD.search(text) and not SAME_EVERYWHERE.fullmatch(text):
                yield node.lineno, text
        case ast.JoinedStr(values=values):
            for part in values:
                yield from _literals(part)
        case ast.IfExp(body=body, orelse=other):
            yield from _literals(body)
            yield from _literals(other)
        case ast.BoolOp(values=values) | ast.List(elts=values) | ast.Tuple(elts=values):
            for part in values:
                yield from _literals(part)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from _literals(left)
            yield from _literals(right)


def _name(function: ast.expr) -> str:
    return (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )


def _is_log(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "log"
