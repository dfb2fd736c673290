"""A screen without a display that is large enough for every wall: Qt's own has 800×800 pixels, and what is beyond it is
rightly taken for unseen."""

from pathlib import Path

PLATFORM = f"offscreen:configfile={Path(__file__).parents[2] / 'resources' / 'screen.json'}"
"""For `QT_QPA_PLATFORM`, or after `-platform`."""
