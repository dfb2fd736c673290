"""The configuration file: every option of the command line in TOML, and several cameras in one file."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.wording import cut
from sender.config.keys import CAMERA, KEYS, OPTIONS, SOURCE, SPEC, Kind, called, fits
from sender.config.text import Table, parsed
from sender.config.troubles import Troubles
from sender.ends import DEFAULT_ENDPOINT, SECURE_ENDPOINT

# As TOML has it.
MOST_BITS = 63
_SOURCE_KEYS = (SPEC, OPTIONS)

Place: TypeAlias = "tuple[str | int, ...]"


@dataclass(frozen=True, slots=True)
class CameraConfig:
    """One camera of a file. `words` has the names of the parsed command line; `place` says to a person where it is."""

    words: Mapping[str, object]
    place: str


def read(path: Path) -> list[CameraConfig]:
    """Read a file. Raises UsageError with one sentence a line, each with the place and what is possible there."""
    text, table = parsed(path)
    return _File(table, Troubles(path, text), str(path)).cameras()


class _File:
    """One file while it is checked: all troubles are gathered before they are told."""

    def __init__(self, table: Table, troubles: Troubles, name: str) -> None:
        self._table = table
        self._troubles = troubles
        self._name = name

    def cameras(self) -> list[CameraConfig]:
        """All cameras of the file. What stands above the first [[camera]] holds for each of them."""
        shared = {key: value for key, value in self._table.items() if key != CAMERA}
        words = dict(self._words((), shared))
        several = self._table.get(CAMERA)
        if several is None:
            found = [CameraConfig(words, self._name)]
        elif isinstance(several, list) and several and all(isinstance(each, dict) for each in several):
            places: list[Place] = [(CAMERA, number) for number in range(len(several))]
            found = [
                CameraConfig({**words, **dict(self._words(place, each))}, self._troubles.place(place))
                for place, each in zip(places, several, strict=True)
            ]
            self._tell_alike(found)
        else:
            found = []
            self._troubles.add((CAMERA,), "several cameras are tables. Write [[camera]] above the words of each.")
        self._troubles.tell()
        return found

    def _words(self, place: Place, table: Table) -> Iterator[tuple[str, object]]:
        """The good ones of a table, as the command line calls them."""
        for key, value in table.items():
            where = (*place, key)
            known = KEYS.get(key)
            if known is None:
                self._troubles.add(where, _unknown(key, [*KEYS] if place else [*KEYS, CAMERA]))
            elif too_large := list(_too_large(where, value)):
                for each in too_large:
                    self._troubles.add(each, "this number is larger than any that can stand here.")
            elif known.is_for_all and place:
                self._troubles.add(where, f"“{key}” holds for the whole program. Write it above the first [[camera]].")
            elif key == SOURCE and isinstance(value, dict):
                yield from self._source(where, value)
            elif self._is_good(where, key, value):
                yield key.replace("-", "_"), _as_typed(known.kind, value)
                if key == SOURCE:
                    # A camera with a source of its own does not take the options of the shared one.
                    yield OPTIONS, {}

    def _source(self, place: Place, table: Table) -> Iterator[tuple[str, object]]:
        """[source], where a source has options of its own."""
        for key in table:
            if key not in _SOURCE_KEYS:
                told = _unknown(key, _SOURCE_KEYS)
                self._troubles.add((*place, key), f"{told} Words for the source itself go into [source.options].")
        spec, options = table.get(SPEC), table.get(OPTIONS, {})
        if spec is None:
            self._troubles.add(place, f"[source] does not say which. Add {SPEC} = {KEYS[SOURCE].example}.")
        elif not fits(KEYS[SOURCE].kind, spec):
            self._troubles.add((*place, SPEC), _wrong(SPEC, SOURCE, spec))
        elif not isinstance(options, dict):
            told = f"“{OPTIONS}” must be a table, and this is {called(options)}."
            self._troubles.add((*place, OPTIONS), f"{told} Write [source.options] above its words.")
        else:
            yield SOURCE, str(spec)
            yield OPTIONS, options

    def _is_good(self, place: Place, key: str, value: object) -> bool:
        known = KEYS[key]
        if not fits(known.kind, value):
            self._troubles.add(place, _wrong(key, key, value))
        elif known.choices and value not in known.choices:
            told = f"“{key}” must be one of {', '.join(known.choices)}."
            self._troubles.add(place, f"{told} Write it like {key} = {known.example}.")
        else:
            try:
                if known.check is not None:
                    known.check(value)
            except UsageError as error:
                self._troubles.add(place, f"“{key}”: {error}")
            else:
                return True
        return False

    def _tell_alike(self, cameras: list[CameraConfig]) -> None:
        """Two of one name, or at one port, would be told only when they start."""
        names: dict[object, int] = {}
        ports: dict[object, int] = {}
        for number, each in enumerate(cameras):
            # As they will be called.
            name = str(each.words.get("name", "")).strip()
            if names.setdefault(name, number) != number:
                known = f"two cameras are called “{name}”" if name else "more than one camera has no name"
                self._troubles.add((CAMERA, number), f"{known}. Give each a name of its own.")
            address = _listening(each.words)
            if address is not None and address.port and ports.setdefault(address.port, number) != number:
                told = f"two cameras listen at port {address.port}. Give each a port of its own, like"
                free = replace(address, port=address.port + 1)
                self._troubles.add((CAMERA, number), f'{told} listen = "{free}".')


def _listening(words: Mapping[str, object]) -> Endpoint | None:
    """Where the camera would listen; None where it does not, or says so wrongly."""
    listen = words.get("listen")
    if listen is None and (words.get("dial") or words.get("dialect")):
        return None
    try:
        return Endpoint.parse(str(listen or (SECURE_ENDPOINT if words.get("secure") else DEFAULT_ENDPOINT)))
    except UsageError:
        return None


def _wrong(shown: str, key: str, value: object) -> str:
    known = KEYS[key]
    is_list = known.kind is Kind.TEXTS and isinstance(value, list)
    this = "a list of other things" if is_list else called(value)
    return f"“{shown}” must be {known.kind.value}, and this is {this}. Write it like {shown} = {known.example}."


def _unknown(key: str, possible: "list[str] | tuple[str, ...]") -> str:
    near = difflib.get_close_matches(cut(key).replace("_", "-"), possible, n=1)
    meant = f"Did you mean “{near[0]}”? " if near else ""
    return f"there is no “{cut(key)}”. {meant}Possible are {', '.join(possible)}."


def _too_large(place: Place, value: object) -> Iterator[Place]:
    """Where there are numbers that Python takes, and no other program does."""
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _too_large((*place, step), inner)
    elif isinstance(value, int) and value.bit_length() > MOST_BITS:
        yield place


def _as_typed(kind: Kind, value: Any) -> object:
    """The value as the command line would give it."""
    if kind is Kind.TEXTS:
        return [value] if isinstance(value, str) else value
    return str(value) if kind is Kind.WORD else value
