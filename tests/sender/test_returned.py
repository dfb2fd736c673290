"""What foreign receivers give back, as the message function gets it."""

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest
import simplejpeg
import zmq

from camwire.arrays import ITEM_BYTES, Array, checked
from camwire.errors import WireError
from sender import Camera, Message, UsageError
from sender.commands.asker import ReceiverAsker
from sender.console import Chat
from sender.talk.chat import Answering
from sender.talk.returned import opened
from tests.sender.foreign import is_here, links, netgear, returned
from tests.sender.foreign import receiver as receiving
from tests.sender.support import GREY, SwitchedSource
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
NOW = datetime.now(UTC)


def heard_by(camera: Camera) -> list[Message]:
    """Everything that reaches the camera's message function from now on."""
    messages: list[Message] = []
    camera.on_message(messages.append)
    return messages


def test_that_what_comes_back_reaches_the_message_function_as_it_is(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context) as end:
            camera = netgear(end, source, bidirectional=True)
            messages = heard_by(camera)
            values = ["hello", 7, ["left", 2], {"lamp": True}]
            async with camera:
                await is_here(camera)
                for value in values:
                    source.give()
                    await end.take()
                    end.answer(returned(value))
                    await until(lambda: links(camera)[0].wants_frame)
                await until(lambda: len(messages) == len(values))
            assert [message.value for message in messages] == values
            assert [message.text for message in messages] == ["hello", "7", '["left", 2]', '{"lamp": true}']
            assert {message.viewer for message in messages} == {f"127.0.0.1:{end.port}"}

    run(scene())


def array_answer(pixels: "np.ndarray[Any, Any]", jpeg: bytes = b"", colorspace: str = "BGR") -> list[bytes]:
    head: dict[str, Any] = {"return_type": "ndarray", "data": None}
    if jpeg:
        return [json.dumps({**head, "compression": {"colorspace": colorspace}}).encode(), jpeg]
    head |= {"compression": False, "array_dtype": str(pixels.dtype), "array_shape": pixels.shape}
    return [json.dumps(head).encode(), pixels.tobytes()]


@pytest.mark.parametrize("is_async", [False, True])
def test_that_arrays_come_back_as_numpy_arrays(run: Run, context: Context, is_async: bool) -> None:
    floats = np.arange(12, dtype=np.float32).reshape(3, 4)
    gray = simplejpeg.encode_jpeg(np.ascontiguousarray(GREY[:, :, :1]), colorspace="GRAY")
    colour = simplejpeg.encode_jpeg(GREY, colorspace="BGR")

    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context) as end:
            camera = netgear(end, source, bidirectional=True)
            messages = heard_by(camera)
            if is_async:

                async def hear(message: Message) -> None:
                    messages.append(message)

                camera.on_message(hear)
            async with camera:
                await is_here(camera)
                answers = [array_answer(floats), array_answer(GREY, colour), array_answer(GREY, gray, "GRAY")]
                for count, answer in enumerate(answers, 1):
                    source.give()
                    await end.take()
                    end.answer(*answer)
                    await until(lambda: len(messages) == count)  # noqa: B023
            texts = ["array 3 × 4 float32", "array 48 × 64 × 3 uint8", "array 48 × 64 uint8"]
            assert [message.text for message in messages] == texts
            first, second, third = (message.value for message in messages)
            assert isinstance(first, np.ndarray)
            assert np.array_equal(first, floats)
            assert first.flags.writeable
            for each, shape in ((second, (48, 64, 3)), (third, (48, 64))):
                assert isinstance(each, np.ndarray)
                assert each.shape == shape
                assert abs(each.astype(int) - 128).max() <= 2

    run(scene())


def test_that_an_array_that_lies_is_told_once_and_pictures_go_on(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    # A header that claims 65,500 × 65,500 pixels.
    huge = simplejpeg.encode_jpeg(GREY, colorspace="BGR").replace(b"\0\x30\0\x40\3", b"\xff\xdc\xff\xdc\3", 1)

    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context) as end:
            camera = netgear(end, source, bidirectional=True)
            messages = heard_by(camera)
            async with camera:
                await is_here(camera)
                for answer in (array_answer(GREY, huge), array_answer(GREY, b"\xff\xd8?"), [returned("hello")]):
                    source.give()
                    await end.take()
                    end.answer(*answer)
                    await until(lambda: links(camera)[0].wants_frame)
                await until(lambda: messages)
            assert [message.text for message in messages] == ["hello"]
            assert caplog.text.count("cannot be used") == 1
            assert "65,500 × 65,500" in caplog.text

    run(scene())


def test_that_answers_that_are_not_understood_are_told_once_and_pictures_go_on(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context) as end:
            async with netgear(end, source, bidirectional=True) as camera:
                await is_here(camera)
                for _ in range(3):
                    source.give()
                    await end.take()
                    end.answer(b"Data received on device: 1a2b !")
                    await until(lambda: links(camera)[0].wants_frame)
        assert caplog.text.count("Is it set up for the same modes?") == 1

    run(scene())


def test_that_what_the_message_function_returns_goes_with_the_next_picture(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context) as end:
            camera = netgear(end, source, bidirectional=True)
            camera.on_message(lambda message: f"heard {message.value}")
            async with camera:
                await is_here(camera)
                source.give()
                await end.take()
                end.answer(returned(7))
                await until(lambda: len(links(camera)[0]._lines))
                source.give()
                assert (await end.header())["message"] == "heard 7"

    run(scene())


def test_that_a_hub_gets_the_cameras_name_and_its_words_are_bytes(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        with receiving(context) as end:
            camera = netgear(end, source, dialect="imagezmq")
            values: list[object] = []

            @camera.on_message
            def hear(message: Message) -> str:
                values.append((message.value, message.text))
                return "this cannot be said"

            async with camera:
                await is_here(camera)
                for answer in (b"OK", b"grab \xc3\xb6", b"grab \xff"):
                    source.give()
                    assert (await end.header())["msg"] == "porch"
                    end.answer(answer)
                    await until(lambda: links(camera)[0].wants_frame)
                await until(lambda: len(values) == 2)
                with pytest.raises(UsageError, match="nothing but the camera's name"):
                    camera.say("hello")
                await until(lambda: "An answer is not sent" in caplog.text)
            assert values == [(b"grab \xc3\xb6", "grab ö"), (b"grab \xff", "grab \ufffd")]
        assert caplog.text.count("An answer is not sent") == 1

    run(scene())


def unopened(dtype: str, shape: list[int], payload: bytes) -> Message:
    return Message("", "desk", NOW, Array(checked(dtype, shape, payload), payload))


@pytest.mark.parametrize("dtype", sorted(ITEM_BYTES))
def test_that_every_type_that_may_come_is_one_that_numpy_knows(dtype: str) -> None:
    message = opened(unopened(dtype, [2, 1], bytes(2 * ITEM_BYTES[dtype])))
    assert isinstance(message.value, np.ndarray)
    assert message.value.shape == (2, 1)


@pytest.mark.parametrize("shape", [[0, 10**30], [0, 2**62, 2**62]])
def test_that_impossible_shapes_are_wire_errors(shape: list[int]) -> None:
    with pytest.raises(WireError):
        opened(unopened("uint8", shape, b""))


def test_that_of_arrays_that_wait_only_the_newest_is_kept(run: Run) -> None:
    async def scene() -> None:
        gate, heard = threading.Event(), list[object]()

        def hear(message: Message) -> None:
            gate.wait(5)
            heard.append(message.value if isinstance(message.value, str) else int(message.value[0]))  # type: ignore[index]

        answering, nobody = Answering(hear), ReceiverAsker(lambda answer: None)
        answering.hear(Message("first", "desk", NOW, "first"), nobody)
        for number in range(5):
            answering.hear(unopened("uint8", [1], bytes([number])), nobody)
        answering.hear(Message("last", "desk", NOW, "last"), nobody)
        gate.set()
        await until(lambda: len(heard) == 3)
        await answering.close()
        assert heard == ["first", 4, "last"]

    run(scene())


def test_that_a_video_that_comes_back_is_one_line_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    chat = Chat(is_quiet=False, echoes=True)
    array = opened(unopened("uint8", [2, 1], b"12"))
    for message in (array, array, Message("hello", "desk", NOW, "hello"), array):
        assert chat.hear(message) == message.text
    assert [line[6:] for line in capsys.readouterr().out.splitlines()] == ["desk: array 2 × 1 uint8", "desk: hello"]
