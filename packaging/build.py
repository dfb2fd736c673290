"""Build what people install; called by `python3 run.py dist [WORD…]`, in an environment of its own.

    viewer     the folder with watchword, watchword-probe and watchword-camera
    camera     the folder with watchword-camera and OpenCV, for computers without a screen
    deb        both as packages for Debian and Ubuntu
    portable   both as archives to unpack anywhere
    installer  for Windows an installer (needs makensis), for macOS an image
    sums       SHA-256 of all that lies in dist/

Without a word: all that this system can build. --check looks at the results: they start, hold everything, and break
no rule. `viewer` and `camera` are not built again while nothing has changed that they are made of.
"""

import argparse
import sys
import time
from collections.abc import Callable

import checking
import deb
import freezing
import installers
import portable
import sizes
import sums
from places import CAMERA, VIEWER

STEPS: dict[str, Callable[[bool], None]] = {
    "viewer": lambda _: freezing.freeze(VIEWER),
    "camera": lambda _: freezing.freeze(CAMERA),
    "deb": deb.build,
    "portable": portable.build,
    "installer": lambda _: installers.build(),
    "sums": lambda _: sums.build(),
}
NEEDS_FOLDERS = ("deb", "portable", "installer")


def main() -> int:
    """Build; 0 if all went well."""
    parser = argparse.ArgumentParser(
        prog="run.py dist", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("words", nargs="*", metavar="WORD", help=", ".join(STEPS))
    parser.add_argument("--check", action="store_true", help="look at what was built")
    parser.add_argument("--quick", action="store_true", help="compress little, to try it out")
    asked = parser.parse_args()
    unknown = [word for word in asked.words if word not in STEPS]
    if unknown:
        parser.error(f"there is no word “{unknown[0]}”; the words are {', '.join(STEPS)}")
    for word in wanted(asked.words):
        began = time.monotonic()
        print(f"== {word}", flush=True)
        STEPS[word](asked.quick)
        print(f"== {word}: done after {time.monotonic() - began:.0f} s", flush=True)
    sizes.tell()
    return checking.check() if asked.check else 0


def wanted(words: list[str]) -> list[str]:
    """All steps that are needed for `words`, in their order."""
    elsewhere = {"linux": set(), "darwin": {"deb", "portable"}}.get(sys.platform, {"deb"})
    named = set(words or STEPS.keys() - elsewhere)
    if named & set(NEEDS_FOLDERS):
        named |= {"viewer", "camera"} if sys.platform == "linux" else {"viewer"}
    return [word for word in STEPS if word in named]


if __name__ == "__main__":
    sys.exit(main())
