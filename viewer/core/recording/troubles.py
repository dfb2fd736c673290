"""Why something could not be kept, as a sentence that says what to do."""

import errno
from pathlib import Path

from camwire.translation import tr

FULL = (errno.ENOSPC, errno.EDQUOT)
GONE = (errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.ENOTDIR)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def recording_needs_pyav() -> str:
    """Why there is no recording where PyAV is not installed."""
    return tr("Recording needs PyAV, which is not installed here: pip install '.[viewer,h264]' in the checkout.")


def why_recording_ended(camera: str, cause: str) -> str:
    """Of a recording that the disk ended."""
    return f"{tr('{camera} is not being recorded any more.', camera=camera)} {cause}"


def cause_of_end(error: OSError, folder: Path, is_kept: bool, is_lost: bool) -> str:
    """Of recordings that the disk ended, whichever cameras these were: something of them may be kept, and lost."""
    match is_kept, is_lost:
        case True, False:
            left = tr("What was recorded until then is kept.")
        case True, True:
            left = tr("Not all of what was recorded until then is there any more.")
        case False, True:
            left = tr("What was recorded until then is gone.")
        case _:
            left = ""
    return f"{_what_to_do(error, folder)} {left}".rstrip()


def why_no_snapshot(error: OSError, camera: str, folder: Path) -> str:
    """Of a snapshot that could not be written."""
    return f"{tr('The snapshot of {camera} could not be kept.', camera=camera)} {_what_to_do(error, folder)}"


def why_no_archive(error: OSError, target: Path) -> str:
    """Of an export that could not be written, or whose recordings could not be read."""
    blamed = Path(error.filename or target)
    # As long as it is not complete, the archive is called as it will be, and more.
    is_archive = blamed.parent == target.parent and blamed.name.startswith(target.name)
    what = _what_to_do(error, target.parent) if is_archive else _what_to_do_about(blamed, error)
    return f"{tr('The recordings could not be exported.')} {what}"


def _what_to_do_about(recording: Path, error: OSError) -> str:
    if error.errno in GONE:
        return tr("{file} is gone. Bring it back, or export without it.", file=recording)
    why = error.strerror or str(error)
    return tr("{file} cannot be read ({why}). Export without it.", file=recording, why=why)


def _what_to_do(error: OSError, folder: Path) -> str:
    if error.errno == errno.EILSEQ:
        return tr("Nothing that came is a picture that can be recorded. Begin again when one is shown.")
    if error.errno in FULL:
        return tr(
            "The disk with {folder} is full. Free some space, or choose another folder in the preferences.",
            folder=folder,
        )
    if error.errno == errno.EFBIG:
        return tr("The file became too large for {folder}. Let recordings be split earlier.", folder=folder)
    if error.errno in FORBIDDEN:
        return tr("Nothing can be written to {folder}. Choose another folder in the preferences.", folder=folder)
    if error.errno in GONE:
        return tr("{folder} is gone. Bring it back, or choose another folder in the preferences.", folder=folder)
    why = error.strerror or str(error)
    return tr(
        "{folder} could not be written to: {why}. Choose another folder in the preferences.", folder=folder, why=why
    )
