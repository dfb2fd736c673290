"""Guards of pinned versions: what must stay true of the packages we stand on."""

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

CALLS = 5000


def test_that_qt_calls_do_not_lose_references(qapp: QApplication) -> None:
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        QCoreApplication.processEvents()
    assert abs(sys.getrefcount(None) - before) < CALLS / 2
