"""What is said of recordings and snapshots that are kept."""

from collections.abc import Sequence
from pathlib import Path

from camwire.translation import tr
from viewer.core.recording.cost import Cost
from viewer.core.recording.saved import Saved
from viewer.ui.cards import amounts
from viewer.ui.look import words

HOUR, DAY = 3600, 86_400


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
        return tr("The snapshot is kept as {name} in {folder}.", name=files[0].name, folder=files[0].parent)
    return tr("%n snapshots are kept in {folder}.", len(files), folder=files[0].parent)


def of_cost(one: Cost, of_all: Cost) -> str:
    """What a recording takes that is under way, and how long all of them can go on; empty while that is not known."""
    if one.rate <= 0:
        return ""
    taken = tr("That takes about {size} an hour.", size=amounts.size(one.rate * HOUR))
    return f"{taken} {_of_room(of_all)}".strip()


def of_estimate(cameras: int, cost: Cost) -> str:
    """What it would take to record all of so many cameras; where no picture comes, only what is free."""
    if cost.rate > 0:
        size = amounts.size(cost.rate * HOUR)
        taken = tr("Recording all %n cameras takes about {size} an hour.", cameras, size=size)
        return f"{taken} {_of_room(cost)}".strip()
    return "" if cost.free is None else tr("{size} are free on this disk.", size=amounts.size(cost.free))


def _of_room(cost: Cost) -> str:
    left = cost.seconds_left
    return "" if left is None else tr("The disk has room for {time}.", time=_long_time(left))


def _long_time(seconds: float) -> str:
    if seconds < 2 * HOUR:
        return tr("%n minutes", round(seconds / 60))
    if seconds < 2 * DAY:
        return tr("%n hours", round(seconds / HOUR))
    return tr("%n days", round(min(seconds / DAY, 9999)))
