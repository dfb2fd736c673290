"""Man pages, of what the programs themselves say to --help."""

import argparse
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

from places import BUNDLE_LICENCE, HOMEPAGE, ROOT, VERSION

sys.path.insert(0, str(ROOT))

SUMMARIES = {
    "watchword": "a wall of live cameras that you can talk to",
    "watchword-probe": "look at cameras without a window, and say how each does",
    "watchword-camera": "show a camera, a file or a screen to Watchword and to VidGear and imagezmq",
}
PARSERS = {
    "watchword": ("viewer.__main__", "parser"),
    "watchword-probe": ("viewer.probe", "parser"),
    "watchword-camera": ("sender.config.arguments", "parser"),
}
FILES = {
    "watchword": {
        "~/.config/watchword/settings.toml": "Cameras, the wall, and everything else that is remembered.",
        "~/.local/state/watchword/log/": "Logs; --config DIR keeps all of it in one folder.",
    },
    "watchword-camera": {
        "/etc/watchword/camera.toml": "What the service shows, after watchword-camera install-service."
    },
}


def page(program: str) -> str:
    """The page of `program`, section 1, in roff."""
    parser = parser_of(program)
    lines = [
        f'.TH {program.upper()} 1 "" "Watchword {VERSION}" "User commands"',
        ".SH NAME",
        f"{escaped(program)} \\- {escaped(SUMMARIES[program])}",
        ".SH SYNOPSIS",
        f".B {escaped(program)}",
        "[OPTION]...",
        ".SH DESCRIPTION",
        *paragraphs(parser.description or ""),
        ".SH OPTIONS",
        *options(parser),
    ]
    if parser.epilog:
        lines += [".SH EXAMPLES", ".nf", *(escaped(line) for line in parser.epilog.splitlines()), ".fi"]
    if program in FILES:
        lines += [".SH FILES"]
        for path, what in FILES[program].items():
            lines += [".TP", f".I {escaped(path)}", escaped(what)]
    others = ", ".join(f".BR {escaped(each)} (1)" for each in SUMMARIES if each != program).replace(", .BR", " ,\n.BR")
    lines += [".SH SEE ALSO", *others.splitlines(), ".PP", escaped(HOMEPAGE)]
    lines += [
        ".SH COPYRIGHT",
        f"This installed program: {escaped(BUNDLE_LICENCE)}. Watchword's own source: Apache\\-2.0.",
    ]
    return "\n".join(lines) + "\n"


def parser_of(program: str) -> argparse.ArgumentParser:
    """What reads the words of `program`."""
    module, name = PARSERS[program]
    loaded = import_module(module)
    make: Callable[[], argparse.ArgumentParser] = getattr(loaded, name, None) or getattr(loaded, f"_{name}")
    return make()


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Each option with what follows it, and what it is for."""
    formatter = argparse.HelpFormatter(parser.prog)
    for action in parser._actions:
        if action.help is argparse.SUPPRESS:
            continue
        help_ = formatter._expand_help(action) if action.help else ""
        value = (
            formatter._format_args(action, formatter._get_default_metavar_for_optional(action))
            if action.nargs != 0
            else ""
        )
        names = ", ".join(f"\\fB{escaped(each)}\\fR" for each in action.option_strings)
        yield ".TP"
        yield f"{names} \\fI{escaped(value)}\\fR".strip() if names else f"\\fI{escaped(value)}\\fR"
        yield escaped(help_) or "\\&"


def paragraphs(text: str) -> Iterator[str]:
    """A text as roff has it."""
    for paragraph in text.split("\n\n"):
        yield ".PP"
        yield escaped(" ".join(paragraph.split()))


def escaped(text: str) -> str:
    """Without what roff would take for a command."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...").replace("“", "\\(lq").replace("”", "\\(rq")
    return f"\\&{text}" if text.startswith((".", "'")) else text
