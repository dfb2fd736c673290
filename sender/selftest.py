"""`watchword-camera self-test`: whether everything is here that the program needs, above all where it was installed."""

import importlib
import time
from collections.abc import Callable

import camwire
import sender
from camwire.checklist import all_modules, go_through, named
from camwire.pairing.rehearsal import rehearse
from sender.imaging.chosen import imaging
from sender.libraries import has_opencv, require_libraries

SOURCES = (
    "generator",
    "image_folder",
    "mjpeg",
    "network",
    "picamera",
    "screen",
    "test_pattern",
    "video_file",
    "webcam",
)
ENCODERS = ("h264", "jpeg", "raw")
OUTLETS = ("imagezmq", "netgear", "netgear_async")


def run() -> int:
    """Look at every part and print a line for each; 1 if something is missing."""
    checks: dict[str, Callable[[], str]] = {
        "libraries": _libraries,
        "modules": lambda: all_modules((camwire, sender)),
        "sources": _sources,
        "encoders": _encoders,
        "outlets": _outlets,
        "filters": _filters,
        "pictures": _pictures,
        "pairing": rehearse,
        "webcams": lambda: "by OpenCV" if has_opencv() else "not in this program: install watchword-camera",
    }
    return 0 if go_through(checks, lambda line: print(line, flush=True)) else 1


def _libraries() -> str:
    require_libraries()
    # Loaded when the camera is to be found by others.
    importlib.import_module("zeroconf.asyncio")
    return type(imaging()).__name__


def _sources() -> str:
    from sender.sources.base import Source

    return named((each.__module__.rpartition(".")[2] for each in Source.__subclasses__()), SOURCES)


def _encoders() -> str:
    from sender.encoders import registered

    return named((codec for codec, encoder in registered().items() if encoder.is_available()), ENCODERS)


def _outlets() -> str:
    from sender.outlets import registered

    return named(registered(), OUTLETS)


def _filters() -> str:
    from sender.filters import registered

    return named(registered(), ("reducer", "stabiliser"))


def _pictures() -> str:
    """A test pattern, drawn, made smaller, and encoded in every way that viewers take."""
    from sender.asked import Size
    from sender.encoders import registered
    from sender.pictures.capture import Capture
    from sender.pictures.look import Look
    from sender.sources.test_pattern import Drawing

    capture = Capture.of(Drawing("Größe", Size(320, 240)).picture(time.time_ns()))
    told = []
    for codec in ENCODERS:
        encoder = registered()[codec]()
        encoded = encoder.encode(capture, Look(Size(160, 120)))
        encoder.close()
        if encoded is None or (encoded.width, encoded.height) != (160, 120):
            raise ValueError(f"no picture came of {codec}")
        told.append(f"{codec} {len(encoded.payload)} bytes")
    return ", ".join(told)
