"""Keys are called as they are on a keyboard, everywhere the same."""

import pytest
from PySide6.QtGui import QKeySequence

from tests.viewer.ui.conftest import Stage
from viewer.ui.look.key_words import key_words


@pytest.mark.parametrize(
    ("keys", "words"),
    [("Return", "Enter"), ("Ctrl+PgDown", "Ctrl+PgDn"), ("Del", "Delete"), ("Ctrl++", "Ctrl++"), ("C", "C"), ("", "")],
)
def test_that_keys_are_called_as_they_are_printed(keys: str, words: str) -> None:
    assert key_words(QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)) == words


def test_that_menus_call_them_so(stage: Stage) -> None:
    assert stage.window.actions["camera.maximise"].text() == "Maximise\tEnter"
    assert stage.window.actions["layout.next"].text() == "Next layout\tCtrl+PgDn"
    # Qt writes what it calls the same.
    assert "\t" not in stage.window.actions["cameras.list"].text()
