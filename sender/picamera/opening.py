"""Opening a Pi camera, and saying why it cannot be opened: picamera2 hides the cause."""

import importlib.util
import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from sender.errors import SourceError
from sender.picamera.numbers import number_of
from sender.picamera.search import Search

log = logging.getLogger(__name__)

INSTALL = (
    "On Raspberry Pi OS: sudo apt install python3-picamera2 --no-install-recommends, and make the virtual environment "
    "with python3 -m venv --system-site-packages."
)
PLACE = "A Pi camera works on a Raspberry Pi only."
OLD_STACK = (
    "Only the old camera library, picamera, is installed here, and it is not supported: it works on no Raspberry Pi 5, "
    "no 64-bit system, and none newer than Bullseye. Move to Raspberry Pi OS Bookworm or newer; or on Bullseye switch "
    "Legacy Camera off in raspi-config. Then: sudo apt install python3-picamera2."
)
NUMPY_TRAP = (
    "picamera2 was built for another NumPy than the one in this virtual environment. In it: pip install 'numpy<2', or "
    "pip install --upgrade simplejpeg."
)
BUSY_WORDS = ("busy", "in use", "resource temporarily")
HANGS = (
    "Another Pi camera of this program hangs while it is opened or closed. If that stays so, check its cable, and "
    "start the camera program anew."
)
# Far longer than it takes where nothing hangs, and shorter than who sets something waits for an answer.
TURN_SECONDS = 4.0
# libcamera tells every step on stderr otherwise.
WARNINGS_ONLY = "*:WARN"

# Cameras of one process share picamera2's manager: one that comes while the last goes would keep its thread alive.
_coming_or_going = threading.RLock()
_search = Search()


class Opened(NamedTuple):
    """An open `Picamera2`. `id` is where it is connected; its number may be another's later."""

    camera: Any
    model: str
    id: str


@contextmanager
def turn() -> Iterator[None]:
    """Meanwhile no other camera of this program comes or goes. Raises SourceError where one hangs at that."""
    if not _coming_or_going.acquire(timeout=TURN_SECONDS):
        raise SourceError(HANGS)
    try:
        yield
    finally:
        _coming_or_going.release()


def picamera2_class(is_verbose: bool = False) -> Any:
    """`picamera2.Picamera2`. The first call takes a second on a small computer. Raises SourceError."""
    os.environ.setdefault("LIBCAMERA_LOG_LEVELS", "*:INFO" if is_verbose else WARNINGS_ONLY)
    try:
        from picamera2 import Picamera2
    except ImportError as error:
        raise SourceError(_why_missing(error)) from error
    except ValueError as error:
        # What NumPy says when a library was compiled for another one.
        raise SourceError(NUMPY_TRAP if "numpy" in str(error) else _failed(error)) from error
    # It logs what it raises as well.
    logging.getLogger("picamera2").setLevel(logging.DEBUG if is_verbose else logging.CRITICAL)
    return Picamera2


def cameras(kind: Any) -> list[dict[str, Any]]:
    """What is plugged in: `Model`, `Id`, … in the order of their numbers. `kind` is `Picamera2`. For any thread.

    Raises SourceError.
    """
    with turn():
        return _found(kind)


def opened(which: int | str, is_verbose: bool = False, last: str = "") -> Opened:
    """Open a camera; if it was open before, that of its `last` id only. Raises SourceError with the real cause."""
    kind = picamera2_class(is_verbose)
    try:
        with turn():
            found = _found(kind, _search.is_due(time.monotonic()))
            number = number_of(which, found, last)
            _search.succeeded()
            return Opened(_made(kind, number), str(found[number].get("Model", "camera")), found[number]["Id"])
    except SourceError:
        raise
    except Exception as error:
        log.debug("The Pi camera could not be opened.", exc_info=True)
        raise SourceError(_why_not(which, error)) from error


def closed(camera: Any) -> None:
    """Close what `opened` returned. Raises what picamera2 raises."""
    has_turn = _coming_or_going.acquire(timeout=TURN_SECONDS)
    try:
        camera.close()
    finally:
        if has_turn:
            _coming_or_going.release()


def cause_of(error: BaseException) -> str:
    """The sentence at the end of its causes."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error).strip() or type(error).__name__


def _found(kind: Any, is_anew: bool = True) -> list[dict[str, Any]]:
    manager = kind._cm  # noqa: SLF001
    if is_anew and not manager.cameras:
        # Otherwise it goes on telling what it found the first time.
        manager.reset()
    found: list[dict[str, Any]] = kind.global_camera_info()
    return found


def _made(kind: Any, number: int) -> Any:
    # In two steps: one that fails would leave its pipe open, and there is a next try every second.
    camera = kind.__new__(kind)
    try:
        camera.__init__(number)
    except BaseException:
        _give_back(camera)
        raise
    return camera


def _give_back(camera: Any) -> None:
    for attempt in (camera.close, lambda: _close_pipe(camera)):
        try:
            attempt()
        except Exception:
            log.debug("Left over from a camera that could not be opened.", exc_info=True)


def _close_pipe(camera: Any) -> None:
    # Its own close may have come that far, and then the other end's number may be somebody else's by now.
    if not camera.notifymeread.closed:
        camera.notifymeread.close()
        os.close(camera.notifyme_w)


def _why_missing(error: ImportError) -> str:
    missing = (error.name or "").partition(".")[0]
    if missing == "picamera2":
        if importlib.util.find_spec("picamera") is not None:
            return OLD_STACK
        return f"{PLACE} picamera2 is not installed here, and Pi cameras need it. {INSTALL}"
    if "numpy" in str(error).lower():
        return NUMPY_TRAP
    return f"{PLACE} picamera2 is installed, but a part of it is missing: {missing or error}. {INSTALL}"


def _why_not(which: int | str, error: Exception) -> str:
    cause = cause_of(error)
    if any(word in cause.lower() for word in BUSY_WORDS):
        return f"Another program uses Pi camera {which}: end it, or name another camera. The system says: {cause}."
    return _failed(error)


def _failed(error: Exception) -> str:
    return f"The Pi camera could not be opened: {cause_of(error).rstrip('.')}."
