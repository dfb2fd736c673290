"""The configuration file: every option of the command line in TOML, and several cameras in one file."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from sender.config_keys import CAMERA, KEYS, OPTIONS, SOURCE, SPEC, Kind, called, fits
from sender.config_lines import line_of
from sender.ends import DEFAULT_ENDPOINT
from sender.naming import is_speakable

# More than anybody writes.
MOST_BYTES = 65_536
MOST_SHOWN = 40
_POSITION = re.compile(r" \(at (?:(line \d+, column \d+)|(end of document))\)")
_SOURCE_KEYS = (SPEC, OPTIONS)

Table: TypeAlias = "dict[str, Any]"


@dataclass(frozen=True, slots=True)
class CameraConfig:
    """One camera of a file. `words` has the names of the parsed command line; `place` says to a person where it is."""

    words: Mapping[str, object]
    place: str


def read(path: Path) -> list[CameraConfig]:
    """Read a file. Raises UsageError with one sentence a line, each with the place and what is possible there."""
    text = _text(path)
    try:
        table = tomllib.loads(text)
    except ValueError as error:
        found = _POSITION.search(str(error))
        where = "" if found is None else f", {found[1] or 'at its end'}"
        raise UsageError(f"{path}{where}: this is no TOML. {_POSITION.sub('', str(error))}.") from None
    except RecursionError:
        raise UsageError(f"{path}: this is nested too deeply for a configuration.") from None
    return _File(path, text, table).cameras()


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}). Check its name and who may read it.") from None
    if len(content) > MOST_BYTES:
        raise UsageError(f"{path} is too large for a configuration: at most {MOST_BYTES:,} bytes.")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not written in UTF-8. Save it as UTF-8 in your editor.") from None


class _File:
    """One file while it is checked: all troubles are gathered before they are told."""

    def __init__(self, path: Path, text: str, table: Table) -> None:
        self._path = path
        self._text = text
        self._table = table
        self._troubles: list[tuple[int, str]] = []

    def cameras(self) -> list[CameraConfig]:
        """All cameras of the file. What stands above the first [[camera]] holds for each of them."""
        shared = {key: value for key, value in self._table.items() if key != CAMERA}
        words = dict(self._words((), shared))
        several = self._table.get(CAMERA)
        if several is None:
            found = [CameraConfig(words, str(self._path))]
        elif isinstance(several, list) and several and all(isinstance(each, dict) for each in several):
            found = [
                CameraConfig({**words, **dict(self._words((CAMERA, number), each))}, self._at((CAMERA, number)))
                for number, each in enumerate(several)
            ]
            self._tell_alike(found)
        else:
            found = []
            self._trouble((CAMERA,), "several cameras are tables. Write [[camera]] above the words of each.")
        if self._troubles:
            raise UsageError("\n".join(f"{self._path}, line {line}: {told}" for line, told in sorted(self._troubles)))
        return found

    def _words(self, place: tuple[str | int, ...], table: Table) -> Iterator[tuple[str, object]]:
        """The good ones of a table, as the command line calls them."""
        for key, value in table.items():
            where = (*place, key)
            known = KEYS.get(key)
            if known is None:
                self._trouble(where, _unknown(key, [*KEYS] if place else [*KEYS, CAMERA]))
            elif known.is_for_all and place:
                self._trouble(where, f"“{key}” holds for the whole program. Write it above the first [[camera]].")
            elif key == SOURCE and isinstance(value, dict):
                yield from self._source(where, value)
            elif self._is_good(where, key, value):
                yield key.replace("-", "_"), _as_typed(known.kind, value)
                if key == SOURCE:
                    # A camera with a source of its own does not take the options of the shared one.
                    yield OPTIONS, {}

    def _source(self, place: tuple[str | int, ...], table: Table) -> Iterator[tuple[str, object]]:
        """[source], where a source has options of its own."""
        for key in table:
            if key not in _SOURCE_KEYS:
                told = _unknown(key, _SOURCE_KEYS)
                self._trouble((*place, key), f"{told} Words for the source itself go into [source.options].")
        spec, options = table.get(SPEC), table.get(OPTIONS, {})
        if spec is None:
            self._trouble(place, f"[source] does not say which. Add {SPEC} = {KEYS[SOURCE].example}.")
        elif not fits(KEYS[SOURCE].kind, spec):
            self._trouble((*place, SPEC), _wrong(SPEC, SOURCE, spec))
        elif not isinstance(options, dict):
            told = f"“{OPTIONS}” must be a table, and this is {called(options)}."
            self._trouble((*place, OPTIONS), f"{told} Write [source.options] above its words.")
        else:
            yield SOURCE, str(spec)
            yield OPTIONS, options

    def _is_good(self, place: tuple[str | int, ...], key: str, value: object) -> bool:
        known = KEYS[key]
        if not fits(known.kind, value):
            self._trouble(place, _wrong(key, key, value))
        elif known.choices and value not in known.choices:
            told = f"“{key}” must be one of {', '.join(known.choices)}."
            self._trouble(place, f"{told} Write it like {key} = {known.example}.")
        else:
            try:
                if known.check is not None:
                    known.check(value)
            except UsageError as error:
                self._trouble(place, f"“{key}”: {error}")
            else:
                return True
        return False

    def _tell_alike(self, cameras: list[CameraConfig]) -> None:
        """Two of one name, or at one port, would be told only when they start."""
        names: dict[object, int] = {}
        ports: dict[object, int] = {}
        for number, each in enumerate(cameras):
            name = each.words.get("name")
            if names.setdefault(name, number) != number:
                known = f"two cameras are called “{name}”" if name else "more than one camera has no name"
                self._trouble((CAMERA, number), f"{known}. Give each a name of its own.")
            address = _listening(each.words)
            if address is not None and address.port and ports.setdefault(address.port, number) != number:
                told = f"two cameras listen at port {address.port}. Give each a port of its own, like"
                self._trouble((CAMERA, number), f'{told} listen = "tcp://127.0.0.1:{address.port + 1}".')

    def _at(self, place: tuple[str | int, ...]) -> str:
        return f"{self._path}, line {line_of(self._text, place)}"

    def _trouble(self, place: tuple[str | int, ...], told: str) -> None:
        self._troubles.append((line_of(self._text, place), told))


def _listening(words: Mapping[str, object]) -> Endpoint | None:
    """Where the camera would listen; None where it does not, or says so wrongly."""
    listen = words.get("listen")
    if listen is None and (words.get("dial") or words.get("dialect")):
        return None
    try:
        return Endpoint.parse(str(listen or DEFAULT_ENDPOINT))
    except UsageError:
        return None


def _wrong(shown: str, key: str, value: object) -> str:
    known = KEYS[key]
    is_list = known.kind is Kind.TEXTS and isinstance(value, list)
    this = "a list of other things" if is_list else called(value)
    return f"“{shown}” must be {known.kind.value}, and this is {this}. Write it like {shown} = {known.example}."


def _unknown(key: str, possible: "list[str] | tuple[str, ...]") -> str:
    near = difflib.get_close_matches(key.replace("_", "-"), possible, n=1)
    meant = f"Did you mean “{near[0]}”? " if near else ""
    shown = "".join(each if is_speakable(each) else "\ufffd" for each in key[:MOST_SHOWN])
    return f"there is no “{shown}”. {meant}Possible are {', '.join(possible)}."


def _as_typed(kind: Kind, value: Any) -> object:
    """The value as the command line would give it."""
    if kind is Kind.TEXTS:
        return [value] if isinstance(value, str) else value
    return str(value) if kind is Kind.WORD else value
