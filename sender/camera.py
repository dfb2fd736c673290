"""The camera: the Python API."""

import asyncio
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Self, TypeVar

from camwire import __version__
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.messages import PROTOCOL, CameraHello, Stream
from sender import rules
from sender.asked import Asked, Size
from sender.audience import Audience, OnDemand
from sender.chat import Answering, OnMessage
from sender.encoders import encoder_for
from sender.ends import DEFAULT_ENDPOINT, ends
from sender.given import Given, check_given, made_source
from sender.libraries import require_libraries
from sender.naming import camera_id, checked_name, host_name
from sender.natives import NativeAudience
from sender.receivers import Receivers
from sender.sending import NATIVE, Sending, announcement, modes
from sender.serving import Serving
from sender.signals import run_until_signal

SOURCE_CHARACTERS = 200

OnMessageT = TypeVar("OnMessageT", bound=OnMessage)
PicturesT = TypeVar("PicturesT", bound=Callable[[], Iterable[object]])


class Camera:
    """One camera, from its source to all of its viewers. It serves once: make a new one to serve again.

    `source` is what follows `--source` on the command line, a `Source`, or pictures of your own (an iterable of
    NumPy arrays, or a generator function); left out, it is the function marked with `@camera.pictures`, or the test
    pattern. `size` is (width, height) or "640x480". `listen=None` only dials out. `dialect` is our own format, or that
    of other programs: then `pattern`, `codec` and the modes say how their receivers are set up. Raises UsageError for
    what cannot be.

    Belongs to one loop; only `say` may be called from other threads.
    """

    def __init__(
        self,
        name: str | None = None,
        source: Given = None,
        listen: str | None = DEFAULT_ENDPOINT,
        dial: str | Iterable[str] = (),
        size: tuple[int, int] | str | None = None,
        fps: float | None = None,
        quality: int | None = None,
        loop: bool = False,
        is_open: bool = False,
        dialect: str = NATIVE,
        pattern: str | None = None,
        codec: str | None = None,
        multiserver: bool = False,
        multiclient: bool = False,
        bidirectional: bool = False,
    ) -> None:
        self.name = checked_name(host_name() if name is None else name)
        self.endpoint: Endpoint | None = None
        """Where the camera listens, with the port it really got; None before the start, or when it only dials."""
        check_given(source)
        self.sending = rules.checked(
            Sending(dialect, pattern or "", codec or "", modes(multiserver, multiclient, bidirectional))
        )
        """How the camera sends."""
        self._ends = ends(self.sending, listen, dial, is_open)
        self._asked = Asked(self.name, None if size is None else Size.of(size), fps, quality, loop)
        self._encoder = encoder_for(self.sending.codec, self._asked)
        self._source = source
        self._on_message: OnMessage | None = None
        self._source_text = ""
        self._stream = Stream()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._serving: Serving | None = None

    def on_message(self, function: OnMessageT) -> OnMessageT:
        """Decorator: `function(message)` takes each line from a viewer; a text it returns is the answer.

        An async function runs on the camera's loop, a plain one in a thread of its own. Messages come one at a time.
        """
        if not callable(function):
            raise UsageError(f"{function!r} is no function. Write @camera.on_message above one.")
        self._on_message = function
        return function

    def pictures(self, function: PicturesT) -> PicturesT:
        """Decorator: the pictures that `function` yields are this camera's source."""
        check_given(function)
        self._source = function
        return function

    @property
    def viewers(self) -> list[str]:
        """The names of the viewers that are here; of foreign receivers, host and port."""
        return [] if self._serving is None else self._serving.audience.names

    @property
    def drops(self) -> dict[str, int]:
        """Pictures that were sent to nobody, counted by cause."""
        return {} if self._serving is None else dict(self._serving.pipeline.drops)

    @property
    def source(self) -> str:
        """What is shown, in a few words; empty before the start."""
        return self._source_text

    @property
    def announcement(self) -> list[str]:
        """What the camera serves and where, in lines for a person."""
        return announcement(self.sending, self.endpoint, self._ends.dial)

    def run(self) -> None:
        """Serve until Ctrl+C or SIGTERM. Raises UsageError or SourceError when the camera cannot start."""

        async def serve() -> int:
            await self.serve()
            return 0

        run_until_signal(serve())

    async def serve(self) -> None:
        """Serve until cancelled."""
        async with self:
            await asyncio.get_running_loop().create_future()

    async def __aenter__(self) -> Self:
        if self._loop is not None:
            raise UsageError("This camera has served already. Make a new one.")
        require_libraries()
        source = made_source(self._source, self._asked)
        self._source_text = source.describe()[:SOURCE_CHARACTERS]
        self._loop = asyncio.get_running_loop()
        serving = Serving(
            source, self._encoder, self._asked.fps, self._audience_for, self._size_changed, self._on_message
        )
        self.endpoint = await serving.start(self._ends.listen, self._ends.dial)
        self._serving = serving
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        serving, self._serving = self._serving, None
        if serving is not None:
            await serving.stop()

    def say(self, text: str, to: str | None = None) -> None:
        """Say a line to all viewers, also to those that are away for a moment; or only to those here called `to`.

        Raises UsageError when it cannot be carried. From another thread it is passed on to the camera's loop, and what
        goes wrong there is logged.
        """
        if not isinstance(text, str):
            raise UsageError(f"{text!r} is no text. Say text, for instance str({text!r}).")
        if self._loop is None or self._serving is None:
            raise UsageError("The camera is not running. Say it inside “async with camera” or from its functions.")
        try:
            is_on_loop = asyncio.get_running_loop() is self._loop
        except RuntimeError:
            is_on_loop = False
        if is_on_loop:
            self._say(text, to)
        else:
            self._loop.call_soon_threadsafe(self._say, text, to)

    def _say(self, text: str, to: str | None) -> None:
        if self._serving is None:
            return
        if to is None:
            self._serving.audience.say(text)
        else:
            self._serving.audience.say_to(to, text)

    def _audience_for(self, on_demand: OnDemand, answering: Answering | None) -> Audience:
        if self.sending.is_native:
            return NativeAudience(self._hello, on_demand, answering)
        return Receivers(self.sending, self.name, on_demand, answering)

    # `@camera.command` will declare commands, and this hello will name them.
    def _hello(self) -> CameraHello:
        return CameraHello(
            protocol=PROTOCOL,
            id=camera_id(self.name, self._source_text),
            name=self.name,
            software=f"watchword-camera {__version__}",
            source=self._source_text,
            streams=[self._stream],
        )

    def _size_changed(self, width: int, height: int) -> None:
        size = self._asked.size or Size(width, height)
        self._stream = Stream(width=size.width, height=size.height)
