"""One camera: acquired, configured, started; a thread of its own exposes frames at the sensor's pace."""

import threading
import time
from collections import deque
from typing import Any

from tests.simulated_pi.abilities import ARRAY, MODES, Mode, advertised
from tests.simulated_pi.bindings import controls, properties
from tests.simulated_pi.bindings.buffers import FrameBuffer, FrameMetadata, Request
from tests.simulated_pi.bindings.colour import ColorSpace
from tests.simulated_pi.bindings.completed import Completed
from tests.simulated_pi.bindings.configuration import CameraConfiguration, Stream, StreamRole
from tests.simulated_pi.bindings.control_ids import ControlId, converted
from tests.simulated_pi.bindings.geometry import MIRRORED, UPSIDE_DOWN, Rectangle, Size
from tests.simulated_pi.board import OCCUPIED, STALLED, UNPLUGGED, Connector
from tests.simulated_pi.scene import Look, Shape, draw
from tests.simulated_pi.sensor import Sensor

STARTUP_FRAMES = 2
MOST_BEHIND = 0.5


class Camera:
    """As the bindings offer it. Errors are RuntimeError with the words of libcamera."""

    def __init__(self, connector: Connector, completed: Completed) -> None:
        self.id = connector.id
        self._connector = connector
        self._completed = completed
        self._is_acquired = False
        self._configuration: CameraConfiguration | None = None
        self._mode: Mode = MODES[0]
        self._queue: deque[Request] = deque()
        self._thread: threading.Thread | None = None
        self._is_running = False
        self._sensor = Sensor(self._mode, connector.wrong)

    @property
    def controls(self) -> dict[ControlId, Any]:
        """What can be set, with the bounds that the present configuration gives."""
        return dict(advertised(self._mode))

    @property
    def properties(self) -> dict[ControlId, Any]:
        """What does not change."""
        return {
            properties.Model: self._connector.model,
            properties.Location: 2,
            properties.Rotation: 180,
            properties.UnitCellSize: Size(1400, 1400),
            properties.PixelArraySize: Size(*ARRAY),
            properties.PixelArrayActiveAreas: [Rectangle(16, 24, *ARRAY)],
            properties.ScalerCropMaximum: Rectangle(0, 0, *ARRAY),
            properties.draft.ColorFilterArrangement: 3,
        }

    def acquire(self) -> None:
        """Take it for this process."""
        if self._is_acquired or self._connector.has(OCCUPIED):
            raise RuntimeError("Failed to acquire camera: Device or resource busy")
        self._is_acquired = True

    def release(self) -> None:
        """Give it back."""
        if self._is_running:
            raise RuntimeError("Failed to release camera: Device or resource busy")
        self._is_acquired = False

    def generate_configuration(self, roles: list[StreamRole]) -> CameraConfiguration:
        """What could be asked for those roles."""
        return CameraConfiguration(roles)

    def configure(self, configuration: CameraConfiguration) -> int:
        """Make it so. Only while it is acquired and stands still."""
        if not self._is_acquired or self._is_running:
            raise RuntimeError("Failed to configure camera: Permission denied")
        self._configuration, self._mode = configuration, configuration.mode
        for each in configuration:
            each.stream.configuration = each
        return 0

    def create_request(self, cookie: int = 0) -> Request:
        """A request to queue."""
        return Request(cookie)

    def start(self, wanted: dict[ControlId, Any] | None = None) -> None:
        """Begin with those controls."""
        values = {control: converted(value, control.type) for control, value in (wanted or {}).items()}
        if self._connector.has(UNPLUGGED):
            raise RuntimeError("Failed to start camera: Remote I/O error")
        self._note(values)
        self._sensor = Sensor(self._mode, self._connector.wrong)
        self._sensor.apply(values)
        self._is_running = True
        self._thread = threading.Thread(target=self._expose_all, name=f"simulated {self.id}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; requests that wait are cancelled."""
        if self._thread is None:
            return
        with self._connector.changed:
            self._is_running = False
            self._connector.changed.notify_all()
        self._thread.join()
        self._thread = None
        while self._queue:
            request = self._queue.popleft()
            request.finish(Request.Status.Cancelled, FrameMetadata.Status.Cancelled, request.sequence, 0)
            self._completed.add(request)

    def queue_request(self, request: Request) -> None:
        """Have a picture taken for it."""
        with self._connector.changed:
            self._queue.append(request)

    # From here on: the camera's own thread

    def _expose_all(self) -> None:
        """Frame after frame. One that was pulled out has forgotten what it was told: it has to be started again."""
        due, number, is_forgotten, pulls = time.monotonic(), 0, False, self._connector.pulls
        while self._wait_until(due := max(due + self._sensor.frame_us / 1e6, time.monotonic() - MOST_BEHIND)):
            is_forgotten = is_forgotten or self._connector.has(UNPLUGGED) or self._connector.pulls != pulls
            if is_forgotten or self._connector.has(STALLED):
                continue
            number += 1
            with self._connector.changed:
                self._connector.frames += 1
                request = self._queue.popleft() if self._queue else None
            if request is not None:
                self._expose(request, number)
                self._completed.add(request)

    def _wait_until(self, due: float) -> bool:
        """False when it was stopped instead."""
        with self._connector.changed:
            while self._is_running and (remaining := due - time.monotonic()) > 0:
                self._connector.changed.wait(remaining)
            return self._is_running

    def _expose(self, request: Request, number: int) -> None:
        self._note(request.wanted)
        told = self._sensor.expose(request.wanted)
        for stream, buffer in request.buffers.items():
            self._fill(stream, buffer, number)
        request.metadata = {controls.id_of(name): value for name, value in told.items()}
        # The first ones are exposed anyhow. libcamera says so by a number that its bindings have no name for.
        is_good = number > STARTUP_FRAMES
        status = FrameMetadata.Status.Success if is_good else FrameMetadata.Status.Error
        request.finish(Request.Status.Complete, status, number, told["SensorTimestamp"])

    def _fill(self, stream: Stream, buffer: FrameBuffer, number: int) -> None:
        asked = stream.configuration
        if asked is None or asked.is_raw:
            return
        space = asked.color_space
        is_full = space is None or space.range is ColorSpace.Range.Full
        shape = Shape(asked.size.width, asked.size.height, asked.stride, str(asked.pixel_format), is_full)
        draw(shape, self._look, number, buffer.memory)

    @property
    def _look(self) -> Look:
        force = self._sensor.in_force
        assert self._configuration is not None
        orientation = self._configuration.orientation
        return Look(
            force["Brightness"],
            force["Contrast"],
            force["Saturation"],
            self._sensor.light,
            orientation in MIRRORED,
            orientation in UPSIDE_DOWN,
            self._sensor.crop,
        )

    def _note(self, values: dict[ControlId, Any]) -> None:
        self._connector.driven.extend((control.name, value) for control, value in values.items())
