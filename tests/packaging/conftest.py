"""The files of packaging/ import each other as programs beside each other do."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))
