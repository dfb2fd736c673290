"""What the Python bindings of libcamera offer, as JSON on standard output.

Run where the real ones are, `python3 -P record_surface.py > surface.json`; needs nothing else.
`python3 run.py conformance --record` does it.
"""

import inspect
import json
import sys
from types import ModuleType
from typing import Any

PLACES = ("controls", "controls.draft", "controls.rpi", "properties", "properties.draft")


def surface(libcamera: ModuleType, source: str) -> dict[str, Any]:
    """Public names of classes, types of controls, and values of enumerations."""
    found: dict[str, Any] = {"source": source, "classes": {}, "controls": {}, "enums": {}}
    for name, value in _public(libcamera):
        if inspect.isclass(value):
            _add_class(found, name, value)
    for place in PLACES:
        holder: Any = libcamera
        for step in place.split("."):
            holder = getattr(holder, step, None)
        for name, value in _public(holder):
            if type(value).__name__ == "ControlId":
                found["controls"][f"{place}.{name}"] = value.type.name
            elif name.endswith("Enum"):
                found["enums"][f"{place}.{name}"] = _members(value)
    return found


def _add_class(found: dict[str, Any], path: str, owner: Any) -> None:
    if hasattr(owner, "__members__"):
        found["enums"][path] = _members(owner)
        return
    found["classes"][path] = [name for name, _ in _public(owner)]
    for name, value in _public(owner):
        if inspect.isclass(value):
            _add_class(found, f"{path}.{name}", value)


def _members(enumeration: Any) -> dict[str, int]:
    """Their numbers, whichever kind of enumeration it is."""
    return {name: int(getattr(member, "value", member)) for name, member in enumeration.__members__.items()}


def _public(owner: Any) -> list[tuple[str, Any]]:
    return [] if owner is None else [(name, getattr(owner, name)) for name in dir(owner) if not name.startswith("_")]


if __name__ == "__main__":
    import libcamera

    version = getattr(libcamera.CameraManager.singleton(), "version", "unknown")
    told = (
        f"the Python bindings of libcamera {version}, recorded by record_surface.py. {' '.join(sys.argv[1:])}".strip()
    )
    print(json.dumps(surface(libcamera, told), indent=1, sort_keys=True))
