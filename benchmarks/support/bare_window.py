"""The least that a PySide6 program can show: an empty window. Says when it was first painted."""

import json
import os
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    """Tells of its first paint, and ends the program."""

    def paintEvent(self, event: QPaintEvent) -> None:
        print(json.dumps({"window": time.monotonic(), "window_cpu": time.process_time()}), flush=True)
        os._exit(0)


if __name__ == "__main__":
    app = QApplication([])
    window = Window()
    window.resize(1280, 800)
    window.show()
    app.exec()
