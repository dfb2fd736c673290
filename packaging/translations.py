"""Collect every sentence of the program for its translators, and compile what they wrote.

    python packaging/translations.py            # brings the .ts files up to date and makes the .qm files of them
    python packaging/translations.py --missing  # also prints what is not translated yet

Python's `tr("…")` is read here, from the syntax tree, since Qt's lupdate does not see plurals or marked tables in
Python. It is handed to lupdate as C++, so that merging and compiling are Qt's own.
"""

import argparse
import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
PACKAGES = ("camwire", "viewer")
CONTEXT = "Watchword"
SOURCE, TRANSLATED = "en", ("de", "fr")
MARKS = ("tr", "phrase")


@dataclass(slots=True)
class Sentence:
    """A text as it stands in the code, whether a number decides its form, and which files say it."""

    text: str
    is_plural: bool = False
    places: list[str] = field(default_factory=list)


@cache
def collected() -> dict[str, Sentence]:
    """All sentences, by their text."""
    sentences: dict[str, Sentence] = {}
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            place = file.relative_to(ROOT).as_posix()
            for text, is_plural in said_in(ast.parse(file.read_bytes())):
                sentence = sentences.setdefault(text, Sentence(text))
                sentence.is_plural |= is_plural
                if place not in sentence.places:
                    sentence.places.append(place)
    for text in _actions():
        sentences.setdefault(text, Sentence(text)).places.append("viewer/core/actions.py")
    return sentences


def said_in(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    """Every literal given to `tr` or `phrase`, and whether a number decides its form."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in MARKS:
            continue
        match node.args:
            case [ast.Constant(value=str(text)), *rest]:
                yield text, bool(rest) or "%n" in text


def update() -> None:
    """Bring the .ts files up to date with the code: new sentences wait in them, those that nobody says are gone."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "sentences.cpp"
        source.write_text(_as_cpp(collected()), encoding="utf-8")
        for code in (SOURCE, *TRANSLATED):
            # English is written in the code; only its plurals are translated.
            only = ["-pluralonly"] if code == SOURCE else []
            _qt(
                "lupdate", str(source), "-ts", str(ts(code)), "-source-language", SOURCE, "-target-language", code,
                "-locations", "none", "-no-obsolete", "-sort-messages", "-disable-heuristic", "similartext", *only,
            )  # fmt: skip


def release(code: str, target: Path) -> None:
    """Compile a language's .ts file."""
    _qt("lrelease", "-silent", str(ts(code)), "-qm", str(target))


def ts(code: str) -> Path:
    """Where a language is translated."""
    return FOLDER / f"watchword_{code}.ts"


def qm(code: str) -> Path:
    """What the program reads of it."""
    return FOLDER / f"watchword_{code}.qm"


def translations(code: str) -> dict[str, list[str]]:
    """The finished translations in a language's .ts file: of a plural each form, of others one."""
    found = {}
    for message in ElementTree.parse(ts(code)).iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") is not None:
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        found[message.findtext("source", "")] = forms
    return found


def missing(code: str) -> list[str]:
    """What is still to be translated into a language."""
    done = translations(code)
    return [
        sentence.text
        for sentence in collected().values()
        if (code != SOURCE or sentence.is_plural) and not all(done.get(sentence.text, [""]))
    ]


def _actions() -> list[str]:
    """The words of the table of actions, which are shown by `tr(spec.text)`."""
    sys.path.insert(0, str(ROOT))
    from viewer.core.actions import ACTIONS

    return list(dict.fromkeys(word for spec in ACTIONS for word in (spec.text, spec.section)))


def _as_cpp(sentences: dict[str, Sentence]) -> str:
    lines = []
    for sentence in sentences.values():
        number = ", nullptr, 1" if sentence.is_plural else ""
        text = json.dumps(sentence.text, ensure_ascii=False)
        lines.append(f"//: {', '.join(sentence.places)}")
        lines.append(f'QCoreApplication::translate("{CONTEXT}", {text}{number});')
    return "\n".join(lines)


def _qt(tool: str, *arguments: str) -> None:
    import PySide6

    subprocess.run([Path(PySide6.__file__).parent / tool, *arguments], check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    """Do it all; 1 if something is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missing", action="store_true", help="print what is not translated yet")
    options = parser.parse_args()
    update()
    count = 0
    for code in (SOURCE, *TRANSLATED):
        release(code, qm(code))
        for text in missing(code):
            count += 1
            if options.missing:
                print(f"{code}\t{json.dumps(text, ensure_ascii=False)}")
    print(f"{len(collected())} sentences; {count} translations are missing")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
