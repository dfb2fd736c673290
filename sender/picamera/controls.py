"""What can be set at an open Pi camera, what is in force, and what each change does to the other controls."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from camwire.errors import UsageError
from sender.control import Control, Value
from sender.picamera import focus
from sender.picamera.gate import passed
from sender.picamera.setting import Setting
from sender.picamera.settings import TOLD_BY_FRAMES, settings_of
from sender.picamera.starting import Starting
from sender.picamera.told import Told

MANUAL = 1
RATE = "FrameDurationLimits"
# By then a frame has told what was set, or none ever will: all buffers were on their way, and the sensor is late, too.
AWAITED_FRAMES = 16
# The camera begins no focusing while one is under way, so that is ended first, and both must not travel together. Who
# points somewhere sets several controls one after the other, too.
FOCUS_FRAMES = 6
# What the camera does by itself when that is set; it is remembered, too, so that it can be told.
IMPLIED: dict[str, dict[str, object]] = {
    "ExposureTime": {"ExposureTimeMode": MANUAL},
    "AnalogueGain": {"AnalogueGainMode": MANUAL},
    "ColourGains": {"AwbEnable": False},
    "ColourTemperature": {"AwbEnable": False},
    "AfWindows": {"AfMetering": 1},
}
AUTOMATIC = {"ExposureTimeMode": 0, "AnalogueGainMode": 0, "AeEnable": True, "AwbEnable": True}
# What is of no use any more when that is switched to automatic.
ENDED = {
    "ExposureTimeMode": ("ExposureTime",),
    "AnalogueGainMode": ("AnalogueGain",),
    "AeEnable": ("ExposureTime", "AnalogueGain", "ExposureTimeMode", "AnalogueGainMode"),
    "AwbEnable": ("ColourGains", "ColourTemperature"),
}


class PiControls:
    """The controls of one open camera, as `told` by it, which begins with `first`. Belongs to the capture thread."""

    starting: Starting
    """To what they are set back; who opens a camera again hands on that of the first time."""

    def __init__(self, told: Mapping[str, Told], first: Mapping[str, Any]) -> None:
        self.wanted: dict[str, Any] = {}
        """What was set at it, as the driver takes it; for the next time it is opened: a camera forgets."""
        self._told = told
        self._first: Mapping[str, Any] = first
        self.starting = Starting(first)
        self._settings = {each.control.name: each for each in settings_of(told)}
        self._metadata: dict[str, Any] = {}
        self._awaited: dict[str, int] = {}
        self._frames_to_focus = 0
        self._frames_to_settle = AWAITED_FRAMES

    def heed(self, metadata: Mapping[str, Any]) -> None:
        """Take what a frame tells: many things only once, with the frame that a change came with."""
        self._metadata.update(metadata)
        if self._awaited:
            self._awaited = {name: frames - 1 for name, frames in self._awaited.items() if frames > 1}
        if self._frames_to_settle:
            self._frames_to_settle -= 1
            if not self._frames_to_settle:
                self.starting.settle(self.wanted, self._told_by_frames())

    def due(self) -> dict[str, object]:
        """What is to be driven now, by libcamera's names; asked for with every frame that was heeded."""
        if not self._frames_to_focus:
            return {}
        self._frames_to_focus -= 1
        is_due = not self._frames_to_focus and self._focuses == focus.AUTO
        return self.drive("AfTrigger", focus.START) if is_due else {}

    def begin(self) -> None:
        """What was driven so far is in force from the first frame on."""
        self._first = {**self._first, **self.wanted}
        self.starting = Starting(self._first)
        self._awaited.clear()

    def all(self) -> list[Control]:
        """All of them, as they are now."""
        return [
            replace(
                each.control,
                default=self.starting.of(each),
                fixed=each.control.fixed or focus.why_fixed(each.driver, self._focuses),
            )
            for each in self._settings.values()
        ]

    def has(self, driver: str) -> bool:
        """Whether the camera has libcamera's `driver`."""
        return driver in self._told

    @property
    def frame_seconds(self) -> float:
        """How long one picture takes, or will take as soon as what was set is in force."""
        least, most = self.wanted.get(RATE, (0, 0))
        exposure = min(self.wanted.get("ExposureTime", 0), most)
        return float(max(self._metadata.get("FrameDuration", 0), least, exposure)) / 1e6

    def get(self, name: str) -> Value:
        """What is in force, as the newest frame shows it, or as it was set last. Raises UsageError."""
        setting = self._setting(name)
        now = self._metadata.get(setting.told_as) if setting.told_as else self._now(setting.driver)
        value = None if now is None else setting.shown(now)
        value = setting.control.default if value is None else value
        if value is None:
            raise UsageError(f"The camera has not told {name} yet. Ask again when pictures come.")
        return value

    def change(self, name: str, value: Value) -> dict[str, object]:
        """What to drive so that control `name` becomes `value`, by libcamera's names; remembered. Raises UsageError."""
        setting = self._setting(name)
        # What was asked for last may not show yet, and must not be undone.
        now = self.wanted.get(setting.driver, self._now(setting.driver))
        driven = self.drive(setting.driver, setting.to_driver(value, now))
        if setting.driver in focus.DEEDS:
            # What was to follow by itself is overtaken; and what is held now is not to be held when it opens anew.
            self._frames_to_focus = 0
            self.wanted.pop("AfPause", None)
        return driven | self._focused_anew(setting.driver)

    def taken(self, name: str, value: Value) -> Value:
        """What became of `value`, once that was driven. Of a control that is read back, pictures will tell."""
        return value if self._setting(name).control.reads_back else self.get(name)

    def drive(self, driver: str, value: object) -> dict[str, object]:
        """The same for one of libcamera's names and a value of any kind. Raises UsageError with the range."""
        told = self._told.get(driver)
        if told is None:
            raise UsageError(f"This camera has no {driver}. It has: {', '.join(sorted(self._told))}.")
        checked = passed(told, value)
        driven = {driver: checked}
        is_automatic = checked == 0
        for other, implied in IMPLIED.get(driver, {}).items():
            if other in self._told:
                driven[other] = 0 if is_automatic and other.endswith("Mode") else implied
        if driver in AUTOMATIC and checked == AUTOMATIC[driver]:
            for other in ENDED[driver]:
                self.wanted.pop(other, None)
        for each, now in driven.items():
            # The latest comes last again.
            self.wanted.pop(each, None)
            self.wanted[each] = now
            self._awaited[each] = AWAITED_FRAMES
        return driven

    def _told_by_frames(self) -> dict[str, tuple[str, Value]]:
        """Libcamera's name and the value of each control that frames tell."""
        found = {}
        for each in self._settings.values():
            is_told = each.driver in self._metadata or (each.driver == RATE and "FrameDuration" in self._metadata)
            value = each.shown(self._now(each.driver)) if is_told and not each.told_as else None
            if value is not None:
                found[each.control.name] = (each.driver, value)
        return found

    def _setting(self, name: str) -> Setting:
        if name not in self._settings:
            raise UsageError(f"The camera has no control “{name}” any more.")
        return self._settings[name]

    def _now(self, driver: str) -> Any:
        """What is in force under libcamera's name; None where nobody knows."""
        if driver == RATE and "FrameDuration" in self._metadata:
            duration = self._metadata["FrameDuration"]
            return (duration, duration)
        if driver in TOLD_BY_FRAMES and (driver in self._metadata or driver in self._awaited):
            return self._metadata.get(driver, self._first.get(driver))
        return self.wanted.get(driver, self._first.get(driver))

    @property
    def _focuses(self) -> str:
        """How, in libcamera's word; by hand, where it cannot be said."""
        told = self._told.get("AfMode")
        if told is None:
            return focus.MANUAL
        return told.choices.get(self.wanted.get("AfMode", told.default), focus.MANUAL)

    def _focused_anew(self, driver: str) -> dict[str, object]:
        """End a focusing of the one kind that begins only when told, so that it can begin where it is wanted now."""
        if driver not in ("AfWindows", "AfMetering", "AfMode") or "AfTrigger" not in self._told:
            return {}
        if self._focuses != focus.AUTO:
            return {}
        self._frames_to_focus = FOCUS_FRAMES
        return self.drive("AfTrigger", focus.CANCEL)
