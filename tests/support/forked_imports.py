"""What takes long to import and is wanted by programs of tests, imported for all of them (`tests/support/forked.py`).

None of it starts a thread or opens a socket by being imported.
"""

import importlib
import logging

IMPORTED = (
    "imagezmq",
    "simplejpeg",
    "vidgear.gears",
    "vidgear.gears.asyncio",
    "tests.sender.test_picamera",
    "tests.simulated_pi.apart",
    "tests.stock.receivers",
    "tests.stock.senders",
    "tests.support.losing_camera",
    "tests.support.losing_viewer",
)

# A part of VidGear introduces itself.
logging.disable(logging.INFO)
for _name in IMPORTED:
    importlib.import_module(_name)
logging.disable(logging.NOTSET)
