"""What goes together: mostly VidGear's own rules. Every one that can be broken is named, with the way out."""

from collections.abc import Sequence
from dataclasses import replace

from camwire.errors import UsageError
from sender import encoders
from sender.outlets import registered
from sender.outlets.base import Outlet
from sender.sending import BIDIRECTIONAL, MULTICLIENT, MULTISERVER, NATIVE, PATTERNS, TITLES, Sending


def dialects() -> list[str]:
    """All formats a camera can send."""
    return [NATIVE, *registered()]


def ours() -> list[str]:
    """All codecs of our own format, also those that this computer has not."""
    return sorted((each.codec for each in encoders.registered().values() if each.is_for_viewers), reverse=True)


def checked(sending: Sending) -> Sending:
    """Return `sending` with its defaults filled in. Raises UsageError, naming the rule that is broken."""
    sending = replace(sending, dialect=_plain(sending.dialect), pattern=_plain(sending.pattern))
    if sending.dialect not in dialects():
        raise UsageError(f"There is no dialect “{sending.dialect}”. Use {_listed(dialects(), 'or')}.")
    if sending.is_native:
        return _checked_native(sending)
    outlet = registered()[sending.dialect]
    sending = replace(sending, pattern=sending.pattern or "req", codec=sending.codec or outlet.codecs[0])
    _check_pattern(sending, outlet)
    _check_modes(sending, outlet)
    if sending.codec not in outlet.codecs:
        raise UsageError(
            f"{outlet.title} has no codec {sending.codec}; it carries {_listed(outlet.codecs, 'and')}. "
            f"Use --codec {outlet.codecs[0]}, or leave it out."
        )
    return sending


def require_echo(sending: Sending) -> None:
    """Raise UsageError where nothing can come back that could be echoed, or the echo cannot be carried."""
    if sending.is_native or BIDIRECTIONAL in sending.modes:
        return
    outlet = registered()[sending.dialect]
    if BIDIRECTIONAL in outlet.modes:
        raise UsageError(
            f"--echo needs something that comes back, and {outlet.title} brings it only in bidirectional mode. "
            "Add --bidirectional, with the pattern pair or req, or leave out --echo."
        )
    raise UsageError(f"--echo cannot be with {outlet.title}: no text goes with its pictures. Leave out --echo.")


def _checked_native(sending: Sending) -> Sending:
    given = sorted(sending.modes) + (["pattern"] if sending.pattern else [])
    if given:
        raise UsageError(
            f"{_listed([f'--{each}' for each in given], 'and')} belongs to formats of VidGear and imagezmq. Add "
            "--dialect netgear (or another of them), or leave it out."
        )
    codec = sending.codec or "jpeg"
    if codec not in ours():
        raise UsageError(
            f"Cameras of ours send {_listed(ours(), 'or')}, not {codec}. Leave out --codec, or add --dialect netgear."
        )
    return replace(sending, codec=codec)


def _check_pattern(sending: Sending, outlet: type[Outlet]) -> None:
    if sending.pattern not in PATTERNS:
        raise UsageError(f"There is no pattern “{sending.pattern}”. Use {_listed(outlet.patterns, 'or')}.")
    if sending.pattern not in outlet.patterns:
        raise UsageError(
            f"The pattern {sending.pattern} is only for {_titles('patterns', sending.pattern)}. {outlet.title} has "
            f"{_listed(outlet.patterns, 'and')}: use --pattern req, or "
            f"{_others('patterns', sending.pattern)}."
        )


def _check_modes(sending: Sending, outlet: type[Outlet]) -> None:
    for mode in sorted(sending.modes - outlet.modes):
        raise UsageError(
            f"{TITLES[mode]} mode is only for {_titles('modes', mode)}; {outlet.title} has none. Leave out --{mode}, "
            f"or use {_others('modes', mode)}."
        )
    if {MULTISERVER, MULTICLIENT} <= sending.modes:
        raise UsageError("Multi-server and multi-client mode exclude each other. Leave out one of the two.")
    if BIDIRECTIONAL in sending.modes and not sending.is_answered:
        raise UsageError(
            f"Bidirectional mode is only for the patterns pair and req, because {sending.pattern} goes one way. "
            "Use --pattern req, or leave out --bidirectional."
        )
    for mode in sorted(sending.modes & {MULTISERVER, MULTICLIENT}):
        if sending.pattern == "pair":
            raise UsageError(
                f"{TITLES[mode]} mode is only for the patterns req and pub: a pair has one sender and one receiver. "
                f"Use --pattern req, or leave out --{mode}."
            )


def _plain(word: object) -> str:
    """A word as we write it; a pattern may also be written as VidGear's number."""
    text = str(word).lower()
    return PATTERNS[int(text)] if text in ("0", "1", "2", "3") else text


def _holding(fact: str, value: str) -> list[type[Outlet]]:
    return [each for each in registered().values() if value in getattr(each, fact)]


def _titles(fact: str, value: str) -> str:
    return _listed([each.title for each in _holding(fact, value)], "and")


def _others(fact: str, value: str) -> str:
    return _listed([f"--dialect {each.name}" for each in _holding(fact, value)], "or")


def _listed(words: Sequence[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
