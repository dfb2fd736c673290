"""The camera: the Python API."""

import asyncio
import os
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Self, TypeVar

from camwire import __version__
from camwire.endpoint import Endpoint, require_permission
from camwire.errors import UsageError
from camwire.messages import PROTOCOL, CameraHello, Stream
from sender.asked import Asked, Size
from sender.chat import OnMessage
from sender.libraries import require_libraries
from sender.naming import camera_id, checked_name, host_name
from sender.serving import Serving
from sender.signals import run_until_signal
from sender.sources import source_for
from sender.sources.base import Source
from sender.sources.generator import GeneratorSource, Pictures

DEFAULT_ENDPOINT = "tcp://127.0.0.1:5600"
SOURCE_CHARACTERS = 200

OnMessageT = TypeVar("OnMessageT", bound=OnMessage)
PicturesT = TypeVar("PicturesT", bound=Callable[[], Iterable[object]])


class Camera:
    """One camera, from its source to all of its viewers. It serves once: make a new one to serve again.

    `source` is what follows `--source` on the command line, a `Source`, or pictures of your own (an iterable of
    NumPy arrays, or a generator function); left out, it is the function marked with `@camera.pictures`, or the test
    pattern. `size` is (width, height) or "640x480". `listen=None` only dials out. Raises UsageError for what cannot be.

    Belongs to one loop; only `say` may be called from other threads.
    """

    def __init__(
        self,
        name: str | None = None,
        source: "str | int | os.PathLike[str] | Source | Pictures | None" = None,
        listen: str | None = DEFAULT_ENDPOINT,
        dial: str | Iterable[str] = (),
        size: tuple[int, int] | str | None = None,
        fps: float | None = None,
        quality: int | None = None,
        loop: bool = False,
        is_open: bool = False,
    ) -> None:
        self.name = checked_name(host_name() if name is None else name)
        self.endpoint: Endpoint | None = None
        """Where the camera listens, with the port it really got; None before the start, or when it only dials."""
        calls = _each(dial)
        for address in (listen, *calls):
            if address is not None and not isinstance(address, str):
                raise UsageError(f"{address!r} is no address. Write it in quotes, like '{DEFAULT_ENDPOINT}'.")
        _check_source(source)
        self._asked = Asked(self.name, None if size is None else Size.of(size), fps, quality, loop)
        self._source = source
        self._listen = None if listen is None else Endpoint.parse(listen)
        self._dial = [Endpoint.parse(each) for each in calls]
        if self._listen is not None:
            require_permission(self._listen, is_open)
        elif not self._dial:
            raise UsageError("A camera that neither listens nor dials can be seen by nobody. Give it one of both.")
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
        _check_source(function)
        self._source = function
        return function

    @property
    def viewers(self) -> list[str]:
        """The names of the viewers that are here."""
        return [] if self._serving is None else [peer.name for peer in self._serving.audience.present]

    @property
    def drops(self) -> dict[str, int]:
        """Pictures that were sent to nobody, counted by cause."""
        return {} if self._serving is None else dict(self._serving.pipeline.drops)

    @property
    def source(self) -> str:
        """What is shown, in a few words; empty before the start."""
        return self._source_text

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
        source = self._made_source()
        self._source_text = source.describe()[:SOURCE_CHARACTERS]
        self._loop = asyncio.get_running_loop()
        serving = Serving(self._asked, source, self._hello, self._size_changed, self._on_message)
        self.endpoint = await serving.start(self._listen, self._dial)
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

    def _made_source(self) -> Source:
        source = "pattern" if self._source is None else self._source
        if isinstance(source, Source):
            return source
        if isinstance(source, str | int | os.PathLike):
            return source_for(str(source), self._asked)
        return GeneratorSource(source, self._asked.fps, self._asked.loop)

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


def _each(dial: str | Iterable[str]) -> list[str]:
    """The addresses one by one, also of an iterator, which can be walked through only once."""
    return [dial] if isinstance(dial, str | bytes) or not isinstance(dial, Iterable) else list(dial)


def _check_source(source: object) -> None:
    is_word = source is None or isinstance(source, str | int | os.PathLike | Source)
    is_pictures = callable(source) or (isinstance(source, Iterable) and not isinstance(source, bytes))
    if not (is_word or is_pictures):
        raise UsageError(
            f"{source!r} is no source. Give a number for a webcam, a file, a URL, 'pattern', or pictures of your own."
        )
