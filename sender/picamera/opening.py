"""Opening a Pi camera, and saying why it cannot be opened: picamera2 hides the cause."""

import importlib.util
import logging
import os
import threading
import time
from typing import Any

from sender.errors import SourceError
from sender.picamera.search import Search

log = logging.getLogger(__name__)

INSTALL = (
    "On Raspberry Pi OS: sudo apt install python3-picamera2 --no-install-recommends, and make the virtual environment "
    "with python3 -m venv --system-site-packages."
)
OLD_STACK = (
    "Only the old camera library, picamera, is installed here, and it is not supported: it works on no Raspberry Pi 5, "
    "no 64-bit system, and none newer than Bullseye. Move to Raspberry Pi OS Bookworm or newer; or on Bullseye switch "
    "Legacy Camera off in raspi-config. Then: sudo apt install python3-picamera2."
)
NUMPY_TRAP = (
    "picamera2 was built for another NumPy than the one in this virtual environment. In it: pip install 'numpy<2', or "
    "pip install --upgrade simplejpeg."
)
CABLE = (
    "Switch the computer off, check both ends of the camera's cable, and look with rpicam-hello --list-cameras. "
    "An old setting start_x=1 in config.txt hides the camera, too."
)
BUSY_WORDS = ("busy", "in use", "resource temporarily")
# libcamera tells every step on stderr otherwise.
WARNINGS_ONLY = "*:WARN"

# Cameras of one process share picamera2's manager: one that comes while the last goes would keep its thread alive.
_coming_or_going = threading.Lock()
_search = Search()


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
    """What is plugged in: `Model`, `Id`, … in the order of their numbers. `kind` is `Picamera2`. For any thread."""
    with _coming_or_going:
        return _found(kind)


def opened(which: int | str, is_verbose: bool = False) -> tuple[Any, str]:
    """An open `Picamera2`, and the camera's model. Raises SourceError with the real cause."""
    kind = picamera2_class(is_verbose)
    try:
        with _coming_or_going:
            found = _found(kind, _search.is_due(time.monotonic()))
            number = _number_of(which, found)
            _search.succeeded()
            return _made(kind, number), str(found[number].get("Model", "camera"))
    except SourceError:
        raise
    except Exception as error:
        log.debug("The Pi camera could not be opened.", exc_info=True)
        raise SourceError(_why_not(which, error)) from error


def closed(camera: Any) -> None:
    """Close what `opened` returned. Raises what picamera2 raises."""
    with _coming_or_going:
        camera.close()


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


def _number_of(which: int | str, found: list[dict[str, Any]]) -> int:
    if not found:
        raise SourceError(f"No Pi camera is connected. {CABLE}")
    listed = ", ".join(f"{number} is {each.get('Model', '?')}" for number, each in enumerate(found))
    if isinstance(which, int):
        if which < len(found):
            return which
        raise SourceError(f"There is no Pi camera {which}; {listed}. {CABLE}")
    for number, each in enumerate(found):
        if which in (each["Id"], each.get("Model")):
            return number
    raise SourceError(f"There is no Pi camera “{which}”. There are: {', '.join(each['Id'] for each in found)}.")


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
        return f"picamera2 is not installed here, and Pi cameras need it. {INSTALL}"
    if "numpy" in str(error).lower():
        return NUMPY_TRAP
    return f"picamera2 is installed, but a part of it is missing: {missing or error}. {INSTALL}"


def _why_not(which: int | str, error: Exception) -> str:
    cause = cause_of(error)
    if any(word in cause.lower() for word in BUSY_WORDS):
        return f"Another program uses Pi camera {which}: end it, or name another camera. The system says: {cause}."
    return _failed(error)


def _failed(error: Exception) -> str:
    return f"The Pi camera could not be opened: {cause_of(error).rstrip('.')}."
