"""The camera: the Python API."""

import asyncio
import logging
from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from datetime import timedelta
from types import TracebackType
from typing import Any, Self, TypeVar, overload

import msgspec

from camwire import __version__
from camwire.discovery import Announced
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.messages import PROTOCOL, CameraHello, Stream
from sender import rules
from sender.announcing.announcer import Announcer
from sender.announcing.reach import announces
from sender.asked import Asked, Size
from sender.audience.base import Audience, OnDemand
from sender.audience.natives import NativeAudience
from sender.audience.receivers import Receivers
from sender.commands.declared import DeclaredCommands, Range, declare
from sender.console import complain
from sender.controls.desk import ControlDesk
from sender.encoders import for_viewers, registered, usable
from sender.ends import DEFAULT_ENDPOINT, ends
from sender.filters import made_filters
from sender.filters.base import Filter
from sender.given import Given, check_given, made_source
from sender.libraries import require_libraries
from sender.naming import camera_id, checked_name, host_name
from sender.outlook import Outlook
from sender.pairing.entrance import Entrance, checked_security
from sender.pictures.look import Look
from sender.pipeline.flow import Flow
from sender.sending import NATIVE, Sending, announcement, modes
from sender.serving import Serving
from sender.signals import run_until_signal
from sender.state import Place, State, checked_place
from sender.talk.chat import OnMessage
from sender.talk.inbox import Staff
from sender.talk.said import Said
from sender.talk.shown_pictures import OnPicture

log = logging.getLogger(__name__)

SOURCE_CHARACTERS = 200

OnMessageT = TypeVar("OnMessageT", bound=OnMessage)
OnPictureT = TypeVar("OnPictureT", bound=OnPicture)
CommandT = TypeVar("CommandT", bound=Callable[..., Any])
PicturesT = TypeVar("PicturesT", bound=Callable[[], Iterable[object] | AsyncIterable[object]])


class Camera:
    """One camera, from its source to all of its viewers. It serves once: make a new one to serve again.

    `source` is what follows `--source` on the command line, a `Source`, or pictures of your own (an iterable of
    NumPy arrays or `Yuv420`, or a generator function, either of them also async); left out, it is the function marked
    with `@camera.pictures`, or the test pattern. `size` is (width, height) or "640x480". `listen=None` only dials out.
    `dialect` is our own format, or that of other programs: then `pattern`, `codec` and the modes say how their
    receivers are set up. `state` is the folder in which is kept what viewers have not received yet, and what they said
    that was not seen to; "none" keeps it only
    until the camera ends. `options` are those of the source alone, such as a Pi camera's `buffer_count`.
    `filters` change every picture, in their order: each a `Filter`, or what follows `--filter`. With `is_patient` the
    camera serves also while its source cannot be opened, tells viewers why, and opens it as soon as it can. With
    `announce` viewers find it on the network; left out, they do when it listens beyond this computer.

    Links beyond this computer are encrypted, and for viewers that are paired (`watchword-camera pair`); with `is_open`
    for everybody. `secure` has those on this computer encrypted, too. `admit` are public keys (Z85) of viewers that may
    do everything without having paired, and `to` the name of the paired viewer that is dialled, if there are several.
    Raises UsageError for what cannot be.

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
        state: Place = None,
        options: Mapping[str, object] | None = None,
        filters: str | Filter | Iterable[str | Filter] = (),
        is_patient: bool = False,
        announce: bool | None = None,
        secure: bool = False,
        admit: Iterable[str] = (),
        to: str | None = None,
    ) -> None:
        self.name = checked_name(host_name() if name is None else name)
        self.endpoint: Endpoint | None = None
        """Where the camera listens, with the port it really got; None before the start, or when it only dials."""
        check_given(source)
        self.sending = rules.checked(
            Sending(dialect, pattern or "", codec or "", modes(multiserver, multiclient, bidirectional))
        )
        """How the camera sends."""
        self._ends = ends(self.sending, listen, dial, is_open, secure)
        self._security = checked_security(
            self._ends.secured, admit, to, not self._ends.secured.isdisjoint(self._ends.dial)
        )
        self._is_announced = announces(self._ends.listen, self.sending.is_native, announce)
        self._asked = Asked(self.name, None if size is None else Size.of(size), fps, quality, loop, options or {})
        self._look = Look(self._asked.size, self._asked.quality)
        registered()[self.sending.codec].check(self._look)
        self._source = source
        self._filters = made_filters(filters)
        self._on_message: OnMessage | None = None
        self._on_picture: OnPicture | None = None
        self._commands = DeclaredCommands()
        self._place = checked_place(state)
        self._is_patient = is_patient
        self._state: State | None = None
        self._entrance: Entrance | None = None
        self._source_text = ""
        self._codecs = sorted(for_viewers(), key=lambda codec: codec != self.sending.codec)
        self._stream = Stream()
        self._announced: list[msgspec.Raw] = []
        self._controls: ControlDesk | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._serving: Serving | None = None
        self._announcer: Announcer | None = None

    def on_message(self, function: OnMessageT) -> OnMessageT:
        """Decorator: `function(message)` takes what a viewer says; what it returns, if it is not None, is the answer.

        The answer may be text, numbers, dates, bytes, lists, dicts and the like, NumPy arrays, a `Jpeg`, or the `Path`
        of a file. An async function runs on the camera's loop, a plain one in a thread of its own. Messages come one at
        a time.
        """
        if not callable(function):
            raise UsageError(f"{function!r} is no function. Write @camera.on_message above one.")
        self._on_message = function
        return function

    def on_picture(self, function: OnPictureT) -> OnPictureT:
        """Decorator: `function(picture)` takes pictures that a viewer sends (`ShownPicture`), one at a time.

        While it is at one, older ones are dropped for newer ones. Viewers offer to send some only where this is used.
        """
        if not callable(function):
            raise UsageError(f"{function!r} is no function. Write @camera.on_picture above one.")
        self._require_native("on_picture")
        self._on_picture = function
        return function

    @overload
    def command(self, function: CommandT, /) -> CommandT: ...
    @overload
    def command(
        self,
        function: None = None,
        /,
        *,
        name: str | None = None,
        dangerous: bool = False,
        **limits: "Range | tuple[float, float]",
    ) -> Callable[[CommandT], CommandT]: ...
    def command(
        self,
        function: CommandT | None = None,
        /,
        *,
        name: str | None = None,
        dangerous: bool = False,
        **limits: "Range | tuple[float, float]",
    ) -> CommandT | Callable[[CommandT], CommandT]:
        """Decorator: viewers can run this typed function as `/name`; what it returns is the answer.

        Its annotations say what it takes, its docstring is the help. `@camera.command(name="move", dangerous=True,
        pan=(0, 180))` names it, has viewers asked back, and limits a number. See `sender.commands.declared.declare`.
        """
        self._require_native("command")

        def declared(function: CommandT) -> CommandT:
            self._commands.add(declare(function, name, dangerous, **limits))
            return function

        return declared if function is None else declared(function)

    def pictures(self, function: PicturesT) -> PicturesT:
        """Decorator: the pictures that `function` yields are this camera's source.

        A plain generator runs in the capture thread, an async one on the camera's loop.
        """
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
    def flow(self) -> Flow | None:
        """How pictures come from the source; None while the camera does not serve."""
        return None if self._serving is None else Flow.of(self._serving.pipeline)

    @property
    def key(self) -> str:
        """The public key (Z85) of a camera that lets only paired viewers in; empty for others, and before the start."""
        is_secured = self._ends.listen is None or self._ends.listen in self._ends.secured
        return self._entrance.key if self._entrance is not None and is_secured else ""

    @property
    def pairing_code(self) -> str:
        """The code by which a viewer can pair with this camera now; empty while there is none."""
        return "" if self._entrance is None else self._entrance.code

    @property
    def pairing_port(self) -> int:
        """Where viewers can pair with the cameras of this state folder now; 0: nowhere."""
        return 0 if self._entrance is None else self._entrance.pairing_port

    @property
    def announcement(self) -> list[str]:
        """What the camera serves and where, in lines for a person."""
        code = [f"Pairing code: {self.pairing_code}"] if self.pairing_code else []
        return [*announcement(self.sending, self.endpoint, self._ends.dial), *code]

    def check(self) -> Outlook:
        """What would be shown, and where. Raises UsageError or SourceError for what is wrong before it is opened."""
        require_libraries()
        return Outlook(self.name, made_source(self._source, self._asked).describe(), self._ends.in_words)

    def run(self) -> None:
        """Serve until Ctrl+C or SIGTERM, and tell where. Raises UsageError or SourceError when it cannot start."""

        async def serve() -> int:
            async with self:
                for line in (*self.announcement, f"{self.name} shows: {self.source}. End it with Ctrl+C."):
                    complain(line)
                await asyncio.get_running_loop().create_future()
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
        if self.sending.is_native:
            self._state = State.of(self._place, camera_id(self.name, self._source_text))
        try:
            if self._ends.secured and self._state is not None:
                self._entrance = Entrance(self._state.shared_by_cameras(self._place), self._security)
            serving = Serving(
                source,
                self.sending.codec,
                self._look,
                self._asked.fps,
                self._audience_for,
                self._size_changed,
                self._on_message,
                self._commands,
                self._filters,
                None if self._state is None else self._state.files.parent,
            )
            self._announced = serving.announced
            self.endpoint = await serving.start(self._ends.listen, self._ends.dial, self._is_patient)
        except BaseException:
            self._close_state()
            # It has not served: it may be tried again.
            self._loop = None
            raise
        self._serving = serving
        if self._is_announced and self.endpoint is not None:
            self._announcer = Announcer(self.endpoint, self._announced_as)
            self._announcer.start()
            if self._entrance is not None:
                self._entrance.on_change = self._announcer.refresh
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        serving, self._serving = self._serving, None
        announcer, self._announcer = self._announcer, None
        ending = [*([announcer.stop()] if announcer else []), *([serving.stop()] if serving else [])]
        await asyncio.gather(*ending)
        self._close_state()

    def say(self, value: object, to: str | None = None, expires: timedelta | None = None) -> None:
        """Say something to all viewers, also to those that are away; or only to those here called `to`.

        `value` may be what an answer may be (see `on_message`). Who is away hears it when it is back, unless it
        `expires` before; a file does not expire. Raises UsageError when it cannot be carried, or could be said to
        nobody; that it could not be said to one of many is logged. From another thread it is passed on to the camera's
        loop, and what goes wrong there is logged.
        """
        said = Said.of(value, expires)
        if self._loop is None or self._serving is None:
            raise UsageError("The camera is not running. Say it inside “async with camera” or from its functions.")
        try:
            is_on_loop = asyncio.get_running_loop() is self._loop
        except RuntimeError:
            is_on_loop = False
        if is_on_loop:
            self._say(said, to)
        else:
            self._loop.call_soon_threadsafe(self._say_from_afar, said, to)

    def _say_from_afar(self, said: Said, to: str | None) -> None:
        try:
            self._say(said, to)
        except UsageError as error:
            log.warning("It could not be said: %s", error)

    def _say(self, said: Said, to: str | None) -> None:
        if self._serving is None:
            return
        if to is None:
            self._serving.audience.say(said)
        else:
            self._serving.audience.say_to(to, said)

    def _audience_for(self, on_demand: OnDemand, staff: Staff) -> Audience:
        self._controls = staff.controls
        if self._state is not None:
            return NativeAudience(
                self._hello, self._codecs, on_demand, staff, self._state, self._on_picture, self._entrance
            )
        return Receivers(self.sending, self.name, on_demand, staff)

    def _close_state(self) -> None:
        if self._state is not None:
            self._state.close()
            self._state = None

    def _require_native(self, what: str) -> None:
        if not self.sending.is_native:
            raise UsageError(
                f"@camera.{what} needs our own format; {self.sending.dialect} carries nothing of the kind."
            )

    def _hello(self) -> CameraHello:
        return CameraHello(
            protocol=PROTOCOL,
            id=camera_id(self.name, self._source_text),
            name=self.name,
            software=f"watchword-camera {__version__}",
            source=self._source_text,
            streams=[msgspec.structs.replace(self._stream, codecs=usable(self._codecs))],
            controls=[] if self._controls is None else self._controls.announced,
            commands=self._announced,
            takes_pictures=self._on_picture is not None,
        )

    def _announced_as(self) -> Announced:
        hello = self._hello()
        return Announced(hello.id, hello.name, hello.protocol, hello.software, self.key, self.pairing_port)

    def _size_changed(self, width: int, height: int) -> None:
        self._stream = Stream(width=width, height=height)
