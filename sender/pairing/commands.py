"""The commands by which a person pairs viewers with cameras, and says what they may do."""

import argparse
import getpass
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from camwire.errors import UsageError
from camwire.identity import Identity
from camwire.rights import Rights
from sender.console import complain, write_line
from sender.pairing import moving
from sender.pairing.as_owner import as_owner_of
from sender.pairing.pair_command import pair
from sender.pairing.state_folder import state_folder
from sender.pairing.viewers import PairedViewer, PairedViewers, called, checked_name

RIGHTS = [each.value for each in Rights]
RESTART = "Cameras that run take it when they are started again."


def add_parsers(words: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to those of the program."""
    told = {
        "pair": "show a code by which one viewer can pair with the cameras of this computer",
        "viewers": "list the viewers that are paired",
        "rights": "say what a paired viewer may do",
        "rename": "give a paired viewer another name",
        "revoke": "let a paired viewer in no more, from now on",
        "identity": "show the key of this computer's cameras in words, or move it to another computer",
    }
    it = {word: words.add_parser(word, help=help, allow_abbrev=False) for word, help in told.items()}
    for each in ("rights", "rename", "revoke"):
        it[each].add_argument("viewer", metavar="NAME", help="its name, or the first words of its key")
    it["pair"].add_argument(
        "--rights", choices=RIGHTS, default=Rights.CONTROL.value, help="what it may do then (default: control)"
    )
    it["rights"].add_argument("rights", choices=RIGHTS, help="each includes those before it")
    it["rename"].add_argument("name", metavar="NEW", help="what it is called from now on")
    moves = it["identity"].add_mutually_exclusive_group()
    moves.add_argument(
        "--export", metavar="FILE", help="write the key and the viewers to a file, sealed by a passphrase"
    )
    moves.add_argument("--import", metavar="FILE", dest="take", help="take over what such a file holds")
    for parser in it.values():
        parser.add_argument(
            "--state",
            metavar="FOLDER",
            help="where the cameras keep what they know (default: this user's own, or the service's)",
        )


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked for; return the exit code. Raises UsageError."""
    folder = state_folder(arguments.state)
    return COMMANDS[arguments.word](folder, arguments)


def _pair(folder: Path, arguments: argparse.Namespace) -> int:
    with as_owner_of(folder):
        return pair(folder, Rights(arguments.rights))


def _list(folder: Path, arguments: argparse.Namespace) -> int:
    with as_owner_of(folder):
        viewers = PairedViewers(folder).read()
    for each in viewers:
        write_line(f"{each.name}: {each.rights}, since {each.paired.astimezone():%Y-%m-%d %H:%M}, key “{each.words}”")
    if not viewers:
        complain(f"No viewer is paired with the cameras of {folder}. Pair one: watchword-camera pair")
    return 0


def _rights(folder: Path, arguments: argparse.Namespace) -> int:
    changed = _changed(folder, arguments.viewer, lambda one, others: replace(one, rights=Rights(arguments.rights)))
    write_line(f"“{changed.name}” has the rights: {changed.rights}.")
    return 0


def _rename(folder: Path, arguments: argparse.Namespace) -> int:
    def renamed(one: PairedViewer, others: list[PairedViewer]) -> PairedViewer:
        return replace(one, name=checked_name(arguments.name, others))

    write_line(f"It is called “{_changed(folder, arguments.viewer, renamed).name}” now.")
    return 0


def _revoke(folder: Path, arguments: argparse.Namespace) -> int:
    gone: list[PairedViewer] = []

    def without(viewers: list[PairedViewer]) -> list[PairedViewer]:
        gone.append(called(arguments.viewer, viewers))
        return [each for each in viewers if each.key != gone[-1].key]

    with as_owner_of(folder):
        PairedViewers(folder).change(without)
    write_line(f"“{gone[-1].name}” is paired no more. Cameras that run end its connection within two seconds.")
    return 0


def _identity(folder: Path, arguments: argparse.Namespace) -> int:
    if arguments.export:
        identity = moving.export_to(Path(arguments.export), folder, _passphrase(is_new=True))
        write_line(f"{arguments.export} holds the key “{identity.fingerprint}”. Move it, and remove it here and there.")
    elif arguments.take:
        viewers = moving.import_from(Path(arguments.take), folder, _passphrase(is_new=False))
        count = "1 viewer" if len(viewers) == 1 else f"{len(viewers)} viewers"
        write_line(f"The key is in {folder} now, and {count}. {RESTART} Remove {arguments.take}.")
    else:
        with as_owner_of(folder):
            identity = Identity.of(folder)
        write_line(f"{identity.fingerprint}\nkey {identity.public.decode()}")
    return 0


def _changed(
    folder: Path, name: str, change: Callable[[PairedViewer, list[PairedViewer]], PairedViewer]
) -> PairedViewer:
    result: list[PairedViewer] = []

    def changed(viewers: list[PairedViewer]) -> list[PairedViewer]:
        one = called(name, viewers)
        result.append(change(one, [each for each in viewers if each is not one]))
        return [result[-1] if each is one else each for each in viewers]

    with as_owner_of(folder):
        PairedViewers(folder).change(changed)
    return result[-1]


def _passphrase(is_new: bool) -> str:
    """Asked for; or the first line of standard input, where nobody types."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass.getpass("Passphrase: ")
    if is_new and getpass.getpass("The same again: ") != typed:
        raise UsageError("These were two different ones. Begin again.")
    return typed


COMMANDS: Mapping[str, Callable[[Path, argparse.Namespace], int]] = {
    "pair": _pair,
    "viewers": _list,
    "rights": _rights,
    "rename": _rename,
    "revoke": _revoke,
    "identity": _identity,
}
NAMES = tuple(COMMANDS)
