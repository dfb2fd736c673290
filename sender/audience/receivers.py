"""All receivers of a foreign format: every one gets each picture at its own pace."""

import asyncio
import contextlib
import logging
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial

import zmq

from camwire.arrays import Array
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from sender.audience.base import Audience, OnDemand, tell_all
from sender.audience.receiver import Receiver
from sender.commands.asker import ReceiverAsker
from sender.outlets import registered
from sender.pipeline.rendition import Demand, Frames
from sender.sending import Sending, plain
from sender.talk.inbox import Staff
from sender.talk.message import Message
from sender.talk.returned import shown
from sender.talk.said import Said

log = logging.getLogger(__name__)

GOODBYE_SECONDS = 0.3


class Receivers(Audience):
    """`camera` is the name of the camera; `staff` answers what receivers give back."""

    def __init__(self, sending: Sending, camera: str, on_demand: OnDemand, staff: Staff) -> None:
        self._sending = sending
        self._camera = camera
        # They cannot say what they would like.
        self._demand = Demand(sending.codec)
        self._on_demand = on_demand
        self._staff = staff
        self._receivers: list[Receiver] = []
        self._has_told_mute = False

    def open(
        self, context: "zmq.Context[zmq.Socket[bytes]]", listen: Endpoint | None, dial: Iterable[Endpoint]
    ) -> Endpoint | None:
        outlet = registered()[self._sending.dialect]
        for endpoint in (*([] if listen is None else [listen]), *dial):
            towards = outlet(self._sending, self._camera, endpoint.port)
            self._receivers.append(Receiver(context, endpoint, towards, self._heard, self._demand_changed))
        self._demand_changed()
        return None if listen is None else plain(self._receivers[0].link.endpoint)

    @property
    def names(self) -> list[str]:
        return [each.name for each in self._receivers if each.is_here]

    def tick(self, now: float) -> None:
        for each in self._receivers:
            each.tick(now)

    def publish(self, frames: Frames) -> None:
        frame = frames.of(self._demand)
        if frame is not None:
            for each in self._receivers:
                each.publish(frame)
        self._demand_changed()

    def say(self, said: Said) -> None:
        self._say(self._receivers, self._text(said.value))

    def say_to(self, name: str, said: Said) -> None:
        named = [each for each in self._receivers if each.is_here and each.name == name]
        if not named:
            raise UsageError(f"No receiver called “{name}” is here.")
        self._say(named, self._text(said.value))

    def say_goodbye(self) -> None:
        for each in self._receivers:
            each.say_goodbye()

    async def linger(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(GOODBYE_SECONDS):
                for each in self._receivers:
                    await each.left.wait()

    def close(self) -> None:
        for each in self._receivers:
            each.close()
        self._receivers = []

    @staticmethod
    def _say(receivers: list[Receiver], text: str) -> None:
        tell_all([(each.name, partial(each.say, text)) for each in receivers])

    def _text(self, value: object) -> str:
        if isinstance(value, str):
            return value
        raise UsageError(f"Only text can be said to receivers of this format, and this is {type(value).__name__}.")

    def _heard(self, receiver: Receiver, value: object) -> None:
        answering = self._staff.answering
        if answering is None:
            return
        # The words for an array are found when it is opened.
        text = "" if isinstance(value, Array) else shown(value)
        message = Message(text, receiver.name, datetime.now(UTC), value)
        answering.hear(message, ReceiverAsker(lambda answer: self._answer(receiver, self._text(answer))))

    def _answer(self, receiver: Receiver, text: str) -> None:
        if receiver.outlet.why_mute:
            if not self._has_told_mute:
                log.warning("An answer is not sent. %s", receiver.outlet.why_mute)
            self._has_told_mute = True
            return
        try:
            receiver.say(text)
        except UsageError as error:
            log.warning("An answer cannot be sent: %s", error)

    def _demand_changed(self) -> None:
        is_wanted = any(each.wants_frame for each in self._receivers)
        self._on_demand((self._demand,) if is_wanted else ())
