"""The frozen `watchword-probe`."""

import sys

from viewer.probe import main

if __name__ == "__main__":
    sys.exit(main())
