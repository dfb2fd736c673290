"""What the controls of a Pi camera were when it was first opened: that is what they are set back to."""

from collections.abc import Mapping
from typing import Any

from sender.control import Value
from sender.picamera import focus
from sender.picamera.setting import Setting


class Starting:
    """`first` has libcamera's names and values, as its owner and picamera2 configured it.

    libcamera's own defaults are others: they would take away what its owner asked for. Belongs to the capture thread.
    """

    def __init__(self, first: Mapping[str, Any]) -> None:
        self._first = dict(first)
        self._settled: dict[str, Value] | None = None

    def of(self, setting: Setting) -> Value | None:
        """To what `setting` is set back; None where nobody knows."""
        name = setting.control.name
        if self._settled is not None and name in self._settled:
            return self._settled[name]
        first = self._first.get(setting.driver)
        shown = None if first is None or setting.driver in focus.DEEDS or setting.told_as else setting.shown(first)
        return setting.control.default if shown is None else shown

    def settle(self, wanted: Mapping[str, Any], in_force: Mapping[str, tuple[str, Value]]) -> None:
        """Take what the camera made of what was asked for: 30 pictures a second are 30.01. Only the first time.

        `in_force` has libcamera's name and the value of each of our controls that frames tell.
        """
        if self._settled is None:
            self._settled = {
                name: value
                for name, (driver, value) in in_force.items()
                if driver in self._first and wanted.get(driver) == self._first[driver]
            }
