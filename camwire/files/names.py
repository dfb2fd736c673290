"""Names from a peer made fit to be names of files: on any system, in one folder, and without disguise."""

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

from camwire import limits

# File systems count bytes, most of them up to 255.
NAME_BYTES = 200
ENDING_BYTES = 40
NAMELESS = "file"

_OWN_ID = re.compile(r"[0-9a-f]{8,64}")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
# What a desktop obeys when it finds it in a folder.
_OBEYED = ("desktop.ini", "autorun.inf", "thumbs.db")
# Controls, marks that turn the direction of writing, halves of characters, separators of lines.
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def safe_name(name: str) -> str:
    """Return the nearest to `name` that any file system takes as a name: 1 to 200 bytes of UTF-8, never a path."""
    name = unicodedata.normalize("NFC", name[: 8 * limits.FILE_NAME_CHARACTERS])
    name = re.split(r"[/\\]", name)[-1]
    seen = "".join(each for each in name if unicodedata.category(each) not in _UNSEEN)
    plain = _shortened(_FORBIDDEN.sub("_", seen).strip(" .\u00a0\u3000"))
    if _RESERVED.fullmatch(plain) or plain.lower() in _OBEYED:
        plain = f"_{plain}"
    return plain or NAMELESS


def safe_folder(file: str) -> str:
    """Return the name of the folder for the file with this id; no two ids share one, however letters are compared."""
    if _OWN_ID.fullmatch(file):
        return file
    return "x" + hashlib.sha256(file.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _shortened(name: str) -> str:
    """Cut it to `NAME_BYTES` less one, and keep its ending."""
    if len(name.encode()) < NAME_BYTES:
        return name
    ending = PurePosixPath(name).suffix
    if len(ending.encode()) > ENDING_BYTES:
        ending = ""
    stem = name.encode()[: NAME_BYTES - 1 - len(ending.encode())].decode(errors="ignore")
    return (stem.rstrip(" .") + ending).strip(" .")
