"""The webcams of Linux: udev's lasting names, the kernel's names, and what each device says that it can do."""

import contextlib
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from sender.webcams import v4l2
from sender.webcams.found import FoundWebcam

# The first stays with the camera. The other stays with the socket: alike cameras without serial numbers have only that.
LASTING = ("/dev/v4l/by-id", "/dev/v4l/by-path")
CLASS = "/sys/class/video4linux"
# Each camera has further devices, for what is no picture; their numbers are higher.
FIRST = "-video-index0"

# struct v4l2_capability: driver, card, bus, version, capabilities, device_caps, reserved.
CAPABILITY = struct.Struct("=16s32s32sIII12x")
VIDIOC_QUERYCAP = v4l2.asking(0, CAPABILITY)
VIDEO_CAPTURE, DEVICE_CAPS = 0x1, 0x8000_0000
# The parts of a Raspberry Pi's own camera give no pictures by themselves; libcamera puts them together.
PARTS = frozenset({"unicam", "bcm2835-isp", "pispbe", "rp1-cfe", "rpi-hevc-dec", "bcm2835-codec"})
MAY_NOT = "You may not open it: add your user to the group video (sudo usermod -aG video $USER), and log in anew."


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a device says of itself."""

    driver: str
    card: str
    flags: int

    @property
    def is_webcam(self) -> bool:
        """Whether it gives pictures, and gives them by itself."""
        return bool(self.flags & VIDEO_CAPTURE) and self.driver not in PARTS


def webcams() -> list[FoundWebcam]:
    """All webcams, in the order of their numbers."""
    ids = _ids()
    found = [_webcam(f"/dev/{node}", ids.get(node, ""), node) for node in sorted(_listed(CLASS), key=_number)]
    return [each for each in found if each is not None]


def device_of(lasting: str) -> str | None:
    """The device that has this lasting name now, whole or as `webcams` shortens it; None when it is not here."""
    for folder in LASTING:
        for name in (lasting, lasting + FIRST):
            with contextlib.suppress(OSError):
                return f"/dev/{os.path.basename(os.readlink(f'{folder}/{name}'))}"
    return None


def id_of(device: str) -> str:
    """The lasting name of a device, as `webcams` gives it; empty if it has none."""
    return _ids().get(os.path.basename(device), "")


def why_not(device: str) -> str:
    """What keeps this user from opening `device`, as a sentence; empty when it is not that."""
    try:
        os.close(v4l2.opened(device))
    except PermissionError:
        return MAY_NOT
    except OSError:
        pass
    return ""


def _webcam(device: str, lasting: str, node: str) -> FoundWebcam | None:
    try:
        abilities = _abilities(device)
    except PermissionError:
        # It cannot be asked, but the kernel numbers what belongs to one camera, and pictures come first.
        is_first = _text(f"{CLASS}/{node}/index") == "0"
        return FoundWebcam(lasting, _name(node) or node, device, MAY_NOT) if is_first else None
    except OSError:
        return None
    if not abilities.is_webcam:
        return None
    return FoundWebcam(lasting, _name(node) or abilities.card or node, device)


def _name(node: str) -> str:
    """The kernel's name of a device. Many have it twice, as in `USB Camera: USB Cam`, as far as there is room."""
    name = _text(f"{CLASS}/{node}/name")
    first, _, second = name.partition(": ")
    return first if first.startswith(second) else name


def _abilities(device: str) -> Abilities:
    opened = v4l2.opened(device)
    try:
        answer = v4l2.ask(opened, VIDIOC_QUERYCAP, bytes(CAPABILITY.size))
    finally:
        os.close(opened)
    driver, card, _, _, whole, own = CAPABILITY.unpack(answer)
    # Without own flags there are only those of all devices of the camera together.
    return Abilities(v4l2.text(driver), v4l2.text(card), own if whole & DEVICE_CAPS else whole)


def _ids() -> dict[str, str]:
    """For each device that has one, its best lasting name."""
    found: dict[str, str] = {}
    for folder in LASTING:
        for name, node in _links(folder):
            found.setdefault(node, name.removesuffix(FIRST))
    return found


def _links(folder: str) -> Iterator[tuple[str, str]]:
    for name in sorted(_listed(folder)):
        with contextlib.suppress(OSError):
            yield name, os.path.basename(os.readlink(f"{folder}/{name}"))


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _number(node: str) -> tuple[int, str]:
    digits = "".join(filter(str.isdigit, node))
    return int(digits or 0), node


def _text(path: str) -> str:
    try:
        with open(path, errors="replace") as file:
            return file.read().strip()
    except OSError:
        return ""
