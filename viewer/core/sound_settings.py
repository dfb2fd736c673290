"""What somebody wrote into the file of settings, and the program's own dialogs would have refused."""

from camwire.errors import UsageError
from camwire.printable import printable
from camwire.translation import tr
from viewer.core.actions import BY_ID
from viewer.core.chosen_folder import chosen_folder
from viewer.core.keys import sound
from viewer.core.paths import Paths
from viewer.core.settings import Settings


def make_sound(settings: Settings, paths: Paths) -> list[str]:
    """Drop it, so that the usual counts; return a sentence for the person about each."""
    return [*_keys(settings), *_folders(settings, paths)]


def _keys(settings: Settings) -> list[str]:
    settings.keys, refused = sound(settings.keys)
    if not refused:
        return []
    names = ", ".join(f"{tr(BY_ID[id].text).rstrip('…')} ({printable(keys)})" for id, keys in refused.items())
    return [tr("The settings name keys that cannot be, or that another action has: {names}.", names=names)]


def _folders(settings: Settings, paths: Paths) -> list[str]:
    said, recording = [], settings.recording
    for name, usual in (("folder", paths.recordings), ("snapshots", paths.snapshots)):
        chosen = getattr(recording, name)
        try:
            if chosen:
                chosen_folder(chosen)
        except UsageError:
            setattr(recording, name, "")
            folder = printable(chosen)
            said.append(
                tr("The settings name a folder that cannot be: {folder}. {usual} is used.", folder=folder, usual=usual)
            )
    return said
