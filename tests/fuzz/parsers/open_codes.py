"""The camera's file with the code that is open for pairing."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from camwire.pairing.code import LASTS_SECONDS, MOST_TRIES, Code
from camwire.rights import Rights
from sender.pairing.open_code import FILE, CodeFile, Ending, OpenCode
from tests.fuzz import scratch

READS = ("sender.pairing.open_code",)
FOLDER = scratch.folder()
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
OPEN = OpenCode(Code("0471", ("river", "candle")), Rights.TALK, NOW + timedelta(seconds=500), 2, 5601)


def take(data: bytes) -> None:
    """Whatever stands there, a code gives no more tries and no more time than a new one; nothing is no code."""
    (FOLDER / FILE).write_bytes(data)
    file = CodeFile(FOLDER)
    code = file.read()
    if code is not None:
        assert code.tries <= MOST_TRIES
        assert 0 <= code.seconds_left(NOW) <= LASTS_SECONDS
        file.write(code)
        assert file.read() is not None


def seeds() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        file = CodeFile(Path(folder))
        found = {}
        for name, code in {"open": OPEN, "paired": OPEN.ended(Ending.PAIRED, "Tür 'x'")}.items():
            file.write(code)
            found[name] = file.path.read_bytes()
        return found
