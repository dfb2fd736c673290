"""`watchword-camera pair`: opens a code at a camera that runs, and waits for how it ends."""

import time
from datetime import UTC, datetime
from pathlib import Path

from camwire.errors import UsageError
from camwire.pairing.code import LASTS_SECONDS
from camwire.rights import Rights
from sender.console import complain, write_line
from sender.pairing.open_code import NOT_YOU, CodeFile, Ending, OpenCode

LOOK_SECONDS = 0.2
PATIENCE_SECONDS = 4.0
FAILURE, INTERRUPTED = 1, 130
MAY = {Rights.WATCH: "watch", Rights.TALK: "watch and talk", Rights.CONTROL: "watch, talk and control"}


def pair(folder: Path, rights: Rights) -> int:
    """Open a code for a viewer that gets `rights`, and tell how it ends; return the exit code. Raises UsageError."""
    file, code = CodeFile(folder), OpenCode.new(rights, datetime.now(UTC))
    try:
        _write(file, code)
        write_line(f"Pairing code: {code.code}")
        complain(
            f"Choose the camera in the viewer, and type this within {LASTS_SECONDS / 60:.0f} minutes. "
            f"The viewer may {MAY[rights]} then. Ctrl+C ends the code."
        )
        return _ended(_waited(file, code))
    except KeyboardInterrupt:
        complain("The code is over." if _withdrawn(file, code) else f"{file.path} cannot be written; the code is open.")
        return INTERRUPTED


def _withdrawn(file: CodeFile, code: OpenCode) -> bool:
    """End the code, if it is still there."""
    try:
        now = file.read()
        if now is not None and now.code == code.code and now.ending is Ending.OPEN:
            file.write(now.ended(Ending.LATE))
    except OSError:
        return False
    return True


def _write(file: CodeFile, code: OpenCode) -> None:
    try:
        file.write(code)
    except OSError as error:
        way_out = " Begin the command with sudo." if isinstance(error, PermissionError) else ""
        raise UsageError(f"{file.path} cannot be written: {error.strerror}.{way_out}") from error


def _waited(file: CodeFile, code: OpenCode) -> OpenCode | None:
    """Tell what happens to the code until it ends; None where another one has taken its place."""
    began, is_told, tries = time.monotonic(), False, code.tries
    while True:
        try:
            now = file.read()
        except OSError:
            # It is asked again.
            now = code
        if now is None or now.code != code.code:
            return None
        if now.tries < tries and now.ending is Ending.OPEN:
            tries = now.tries
            complain(f"A wrong code came from {now.wrong or 'a viewer'}. Tries left: {tries}. {NOT_YOU}")
        if now.ending is not Ending.OPEN:
            return now
        if not now.seconds_left(datetime.now(UTC)) or time.monotonic() - began > LASTS_SECONDS:
            return now.ended(Ending.LATE)
        waited = time.monotonic() - began
        if not is_told and (now.port or waited > PATIENCE_SECONDS):
            is_told = True
            complain(_here(now.port) if now.port else _nobody(file.path.parent))
        time.sleep(LOOK_SECONDS)


def _here(port: int) -> str:
    return (
        f"Viewers can pair now, at port {port}. They find it by themselves: choose the camera, or type its own address."
    )


def _nobody(folder: Path) -> str:
    return (
        f"No camera that keeps its key in {folder} runs and encrypts. Start one: watchword-camera --secure; or name "
        "the folder of one that runs by --state. Waiting for it."
    )


def _ended(code: OpenCode | None) -> int:
    match None if code is None else code.ending:
        case Ending.PAIRED:
            assert code is not None
            write_line(f"Paired: “{code.viewer}” may {MAY[code.rights]}.")
            return 0
        case Ending.WRONG:
            last = f", the last one from {code.wrong}" if code is not None and code.wrong else ""
            complain(
                f"Three wrong codes came{last}, and this one is over. Begin the command again. If they were not "
                "yours, somebody else on this network tries to guess: pair by a cable, or on another network."
            )
        case Ending.LATE:
            complain("The code was not used in time. Begin the command again.")
        case Ending.FAILED:
            complain("The camera cannot keep who pairs with it. Look at its log, and begin again.")
        case _:
            complain("This code is over: another one was opened.")
    return FAILURE
