"""Taking what only debuggers read out of the libraries of a bundle: it saves 40 MB."""

import shutil
import subprocess
import sys
from pathlib import Path

from libraries import dump, is_loadable, libraries


def strip(folder: Path) -> None:
    """Strip every library in `folder` that can be loaded afterwards, where the tools for it are there."""
    if sys.platform != "linux" or not all(map(shutil.which, ("strip", "objdump"))):
        return
    for library in libraries(folder):
        stripped = library.with_name(f"{library.name}.stripped")
        subprocess.run(["strip", "--strip-unneeded", "-o", str(stripped), str(library)], check=True)
        # Where a wheel's maker has changed the headers, as NumPy's has those of OpenBLAS, stripping breaks them.
        if is_loadable(dump(stripped)):
            shutil.copymode(library, stripped)
            stripped.replace(library)
        else:
            stripped.unlink()
