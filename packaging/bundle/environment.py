"""Runs before each frozen program: what is started from here shall find the system's own libraries, not ours."""

import os

# The loader has read it by now; PyInstaller keeps what it was before.
_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

# These it sets after us, and keeps nothing; `viewer.environment` gives them back when Qt has read them.
for _name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    if _name in os.environ:
        os.environ[f"{_name}_ORIG"] = os.environ[_name]
    else:
        os.environ.pop(f"{_name}_ORIG", None)
