"""What is said of recordings and snapshots that are kept."""

from collections.abc import Sequence
from pathlib import Path

from camwire.translation import tr
from viewer.core.recording.saved import Saved
from viewer.ui.cards import amounts
from viewer.ui.look import words


def of_recordings(saved: Sequence[Saved]) -> str:
    """Of recordings that ended together, those that hold something; empty where none does."""
    kept = [each for each in saved if each.files]
    if not kept:
        return ""
    length = words.duration(max(each.seconds for each in kept))
    size = amounts.size(sum(each.bytes for each in kept))
    if len(kept) == 1:
        name = kept[0].camera
        return tr("The recording of {camera} is kept: {length}, {size}.", camera=name, length=length, size=size)
    return tr("%n recordings are kept: {length}, {size}.", len(kept), length=length, size=size)


def of_ended(saved: Sequence[Saved]) -> str:
    """Of recordings that ended by themselves, all for the same cause."""
    if len(saved) == 1:
        return saved[0].trouble
    cameras = ", ".join(each.camera for each in saved)
    return tr(
        "%n cameras are not being recorded any more: {cameras}. {cause}",
        len(saved),
        cameras=cameras,
        cause=saved[0].cause,
    )


def of_missed(saved: Saved) -> str:
    """Of frames that are not in a recording; empty where all are."""
    if not saved.missed:
        return ""
    return tr("%n pictures of {camera} are missing in its recording.", saved.missed, camera=saved.camera)


def of_nothing(saved: Saved) -> str:
    """Of a recording without a picture, which nobody is told the reason of otherwise; empty for any other."""
    if saved.files or saved.trouble:
        return ""
    return tr("No picture of {camera} came while it was to be recorded.", camera=saved.camera)


def of_snapshots(files: Sequence[Path]) -> str:
    """Of snapshots that are kept, of which there are some."""
    if len(files) == 1:
        return tr("The snapshot is kept as {name}.", name=files[0].name)
    return tr("%n snapshots are kept.", len(files))
