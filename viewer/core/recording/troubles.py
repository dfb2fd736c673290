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


def why_recording_ended(error: OSError, camera: str, folder: Path, has_begun: bool) -> str:
    """Of a recording that the disk ended, with or without anything in it."""
    ended = tr("{camera} is not being recorded any more.", camera=camera)
    kept = tr("What was recorded until then is kept.") if has_begun else ""
    return f"{ended} {_what_to_do(error, folder)} {kept}".rstrip()


def why_no_snapshot(error: OSError, camera: str, folder: Path) -> str:
    """Of a snapshot that could not be written."""
    return f"{tr('The snapshot of {camera} could not be kept.', camera=camera)} {_what_to_do(error, folder)}"


def why_no_archive(error: OSError, target: Path) -> str:
    """Of an export that could not be written, or whose recordings could not be read."""
    return f"{tr('The recordings could not be exported.')} {_what_to_do(error, target.parent)}"


def _what_to_do(error: OSError, folder: Path) -> str:
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
