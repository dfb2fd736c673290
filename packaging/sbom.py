"""The bill of materials of a bundle: CycloneDX 1.6, as JSON."""

import hashlib
import json
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from licences import FOLDER, Part
from places import BUNDLE_LICENCE, HOMEPAGE, SUMMARY, VERSION

NAME = "bill-of-materials.cdx.json"


def write(folder: Path, name: str, parts: Iterable[Part]) -> None:
    """Write what the bundle `name` in `folder` holds, beside the licences."""
    bill = bill_of(name, parts, folder)
    (folder / FOLDER / NAME).write_text(json.dumps(bill, indent=1) + "\n", encoding="utf-8")


def bill_of(name: str, parts: Iterable[Part], folder: Path) -> dict[str, Any]:
    """The whole bill. The same parts give the same bill: it has no time in it."""
    components = [component(part, folder) for part in parts]
    identity = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([HOMEPAGE, name, VERSION, components]))
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{identity}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": name,
                "name": name,
                "version": VERSION,
                "description": SUMMARY,
                "licenses": [{"expression": BUNDLE_LICENCE}],
                "externalReferences": [{"type": "website", "url": HOMEPAGE}],
            }
        },
        "components": components,
        "dependencies": [{"ref": name, "dependsOn": [each["bom-ref"] for each in components]}],
    }


def component(part: Part, folder: Path) -> dict[str, Any]:
    """One part, with the SHA-256 of its files where these are known."""
    told: dict[str, Any] = {
        "type": "library",
        "bom-ref": part.purl or f"native/{part.name}",
        "name": part.name,
    }
    if part.version:
        told["version"] = part.version
    if part.licence:
        told["licenses"] = [{"expression": part.licence}]
    if part.purl:
        told["purl"] = part.purl
    if part.source:
        told["externalReferences"] = [{"type": "website", "url": part.source}]
    if part.files:
        told["components"] = [file(path, folder) for path in part.files]
    return told


def file(path: Path, folder: Path) -> dict[str, Any]:
    """A file of the bundle."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    name = path.relative_to(folder).as_posix()
    return {"type": "file", "bom-ref": f"file/{name}", "name": name, "hashes": [{"alg": "SHA-256", "content": digest}]}
