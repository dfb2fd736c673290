"""`watchword identity`: by which key cameras know this viewer, and its way to another computer."""

import argparse
import getpass
import sys
from collections.abc import Sequence
from pathlib import Path

from camwire.errors import UsageError
from camwire.identity import Identity
from viewer.console import complain
from viewer.core.pairing import moving
from viewer.core.paths import Paths
from viewer.core.settings import SettingsFile


def main(argv: Sequence[str]) -> int:
    """Run the command; 0 ok, 1 failure, 2 wrong use."""
    parser = argparse.ArgumentParser(
        prog="watchword identity", description="Show by which key cameras know this viewer, or move it."
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--export", metavar="FILE", help="write the key and the pairings to a file, sealed by a passphrase"
    )
    what.add_argument("--import", dest="take", metavar="FILE", help="take them over on another computer")
    parser.add_argument("--config", metavar="DIR", help="the folder of settings, if it is not the usual one")
    options = parser.parse_args(argv)
    try:
        return _run(options, Paths.of(options.config))
    except UsageError as error:
        complain(str(error))
        return 1


def _run(options: argparse.Namespace, paths: Paths) -> int:
    if options.take:
        return _import(Path(options.take), paths)
    identity = Identity.of(paths.config)
    if options.export:
        file = Path(options.export)
        if file.exists():
            raise UsageError(f"{file} is there already. Choose another name.")
        moving.export_to(file, identity, SettingsFile(paths.settings).settings, _passphrase(is_new=True))
        print(f"{file} holds the key “{identity.fingerprint}”. Move it, and remove it here and there.")
    else:
        print(f"{identity.fingerprint}\nkey {identity.public.decode()}")
    return 0


def _import(file: Path, paths: Paths) -> int:
    # Only here: the rest needs no Qt.
    from viewer.ui.desktop.lock import is_ours, lock_of

    lock = lock_of(paths.config)
    if not is_ours(lock):
        raise UsageError("Watchword runs with these settings. End it first; or import there, in Paired cameras.")
    try:
        settings = SettingsFile(paths.settings)
        if settings.notice:
            raise UsageError(settings.notice)
        packed = moving.import_from(file, paths.config, settings.settings, _passphrase(is_new=False))
        moving.take_over(packed, settings.settings)
        settings.save()
    except OSError as error:
        raise UsageError(f"The settings could not be saved: {error}.") from error
    finally:
        lock.unlock()
    print(
        f"This viewer is “{packed.identity.fingerprint}” now, and knows {len(packed.paired)} pairings. Remove {file}."
    )
    return 0


def _passphrase(is_new: bool) -> str:
    """Asked for; or the first line of standard input, where nobody types."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass.getpass("Passphrase: ")
    if is_new and getpass.getpass("The same again: ") != typed:
        raise UsageError("These were two different ones. Begin again.")
    return typed
