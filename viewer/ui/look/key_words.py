"""Keys as they stand on a keyboard."""

from PySide6.QtGui import QKeySequence

# Qt calls them otherwise than what is printed on most of them.
ON_THE_KEY = {"Return": "Enter", "Del": "Delete", "PgDown": "PgDn"}


def key_words(keys: QKeySequence) -> str:
    """`Ctrl+PgDn`, in the language in force; empty if there are none."""
    written = keys.toString(QKeySequence.SequenceFormat.NativeText)
    head, plus, last = written.rpartition("+")
    return f"{head}{plus}{ON_THE_KEY.get(last, last)}"
