"""The viewer in its light theme, whatever the system says: for the pictures of this folder."""

import sys

from viewer.__main__ import main
from viewer.ui.look import style

style._of_system = lambda: style.LIGHT  # noqa: SLF001

if __name__ == "__main__":
    sys.exit(main())
