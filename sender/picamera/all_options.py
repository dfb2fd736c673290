"""All that is asked of a Pi camera, in words of VidGear's PiGear or of the old library `picamera`, as its options."""

import difflib
from collections.abc import Mapping
from dataclasses import replace

from camwire import limits
from camwire.errors import UsageError
from camwire.wording import cut
from sender.asked import Asked
from sender.picamera.legacy import translated
from sender.picamera.options import ALIGN, READERS, UNUSED, PiOptions, even, which
from sender.words import briefly

# A sensor that is slower measures the light for minutes before its first good picture.
LEAST_FPS = 1.0
# As VidGear's documentation has it; its program knows only the other.
DOCUMENTED_ALIGN = "auto_align_output_config"


def read_options(words: Mapping[str, object], asked: Asked, camera: str = "") -> tuple[PiOptions, list[str]]:
    """The options that `words` mean, with a sentence for each that became something else.

    What was `asked` for every kind of source goes before `words`, and so does `camera`, from the word behind --source.
    Raises UsageError for what cannot be, with a line for each.
    """
    reading = _Reading()
    wrong: list[str] = []
    for name, value in words.items():
        try:
            reading.take(str(name).strip(), value)
        except UsageError as error:
            wrong.append(str(error))
    if wrong:
        raise UsageError("\n".join(wrong))
    options = reading.options
    if asked.size is not None:
        options = replace(options, size=even(asked.size))
    if asked.fps is not None:
        options = replace(options, fps=fps_for(float(asked.fps), options.fps))
    if asked.quality is not None and options.encoder == "auto":
        # The hardware knows bits, not qualities.
        options = replace(options, encoder="software")
    return (replace(options, camera=which(camera)) if camera else options), reading.told


def fps_for(asked: float, own: float) -> float:
    """The pace of the sensor, where `asked` pictures a second are wanted of any source: those too many are left out.

    `own` is what was asked of this camera alone, and may be as slow as the sensor can.
    """
    return max(asked, min(own, LEAST_FPS))


class _Reading:
    """The options so far, and what there is to tell about them."""

    def __init__(self) -> None:
        self.options = PiOptions()
        self.told: list[str] = []

    def take(self, name: str, value: object) -> None:
        became = translated(name, value)
        if became is None:
            self._read(name, value)
            return
        self.told.append(became.told)
        self._control(became.controls)
        for each, now in became.options.items():
            self._read(each, now)

    def _read(self, name: str, value: object) -> None:
        if name.startswith("controls."):
            self._control({name.partition(".")[2]: value})
        elif name == "controls":
            if not isinstance(value, Mapping):
                was = briefly(value)
                raise UsageError(f"The option controls is a table of libcamera's names and values, not {was}.")
            self._control({str(each): now for each, now in value.items()})
        elif name == DOCUMENTED_ALIGN:
            self._read(ALIGN, value)
        elif name in UNUSED:
            self.told.append(UNUSED[name])
        elif name in READERS:
            self.options = READERS[name](self.options, value)
        else:
            raise UsageError(_unknown(name))

    def _control(self, controls: Mapping[str, object]) -> None:
        if "FrameRate" in controls:
            # An alias of picamera2.
            controls = dict(controls)
            self._read("framerate", controls.pop("FrameRate"))
        known = {**self.options.controls, **controls}
        if len(known) > limits.CONTROLS:
            raise UsageError(f"There are {len(known):,} controls, and no camera has more than {limits.CONTROLS}.")
        self.options = replace(self.options, controls=known)


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(cut(name), [*READERS, "controls"], 1)
    meant = f" Is it {near[0]}?" if near else ""
    return f"A Pi camera has no option “{cut(name)}”.{meant} There are: {', '.join(sorted([*READERS, 'controls']))}."
