"""Somebody who wants in, or wants others out: at the port for pairing, and on the line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from camwire.endpoint import Endpoint
from camwire.link import Connection, CurveKeys, Link
from camwire.messages import PROTOCOL, ViewerHello
from camwire.messages import encode as encoded
from camwire.pairing.asking import Refused, Trouble
from camwire.pairing.messages import MESSAGE_BYTES, PairDone, PairOffer, PairProof, PairRefusal, PairRequest, encode
from sender import Camera
from sender.pairing.door import MOST_TOLD_OF_ONE
from sender.pairing.open_code import CodeFile, OpenCode
from tests.sender.pairing.support import paired, port_of, sees, serving, wrong_for
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.support.held_cable import held_cable
from tests.support.pairing import LOOPBACK, PairingViewer, at_pairing_port, viewer_keys
from tests.support.waiting import until
from tests.support.wire_ends import Context

Run = Callable[..., Any]
KEY = viewer_keys().public.decode()
REQUEST = encode(PairRequest(1, "thief", "thief", KEY))


@pytest.mark.parametrize(
    "parts",
    [
        [b""],
        [b"\xc1"],
        [b"x" * (MESSAGE_BYTES + 1)],
        [b"x" * (10 * MESSAGE_BYTES)],
        [*REQUEST, b"more"],
        [b""] * 100,
        encode(PairDone(b"p" * 32)),
        encoded(ViewerHello(protocol=PROTOCOL, id="v", name="desk", log="l")),
    ],
)
def test_that_who_says_what_belongs_to_no_pairing_is_cut_off_and_the_next_one_pairs(
    run: Run, context: Context, tmp_path: Path, parts: list[bytes]
) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            changes: list[object] = []
            at = Endpoint(LOOPBACK, port_of(tmp_path))
            link = Link.connected(context, at, lambda route, parts: None, changes.append)
            try:
                await until(lambda: link.send(parts))
                await until(lambda: len(changes) > 1)
            finally:
                link.close()
            assert _tries(tmp_path) == 3
            await sees(context, camera, await paired(context, tmp_path, camera))

    run(scene())


@pytest.mark.parametrize("share", [b"A" * 33, b"A" + b"\0" * 32, b"A" + b"\xff" * 32, b"B" * 33])
def test_that_a_share_that_is_none_is_a_wrong_try_and_the_next_one_pairs(
    run: Run, context: Context, tmp_path: Path, share: bytes
) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            with at_pairing_port(context, port_of(tmp_path)) as thief:
                assert isinstance(await thief.say(REQUEST), PairOffer)
                answer = await thief.say(encode(PairProof(share, b"p" * 32)))
            assert isinstance(answer, PairRefusal)
            assert (answer.reason, answer.tries, _tries(tmp_path)) == ("wrong-code", 2, 2)
            await sees(context, camera, await paired(context, tmp_path, camera))

    run(scene())


def test_that_a_flood_of_requests_keeps_neither_pictures_nor_a_patient_person_away(
    run: Run, context: Context, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            thieves = [PairingViewer(context, port_of(tmp_path)) for _ in range(5)]
            try:
                for thief in thieves:
                    await until(lambda thief=thief: thief.link.send(REQUEST))
                    for _ in range(50):
                        thief.link.send(REQUEST)
                keys, found = viewer_keys(camera.key), None
                while not isinstance(found, PairOffer):
                    # As a person does who is told that too many ask at once.
                    with at_pairing_port(context, port_of(tmp_path)) as honest:
                        found = await honest.pair(keys, camera.pairing_code)
                assert _tries(tmp_path) == 3
                await sees(context, camera, keys)
            finally:
                for thief in thieves:
                    thief.link.close()

    run(scene(), 30.0)


SECRETS = (
    b"porch",
    b"the desk by the window",
    b"under the mat",
    b"\xff\xd8\xff\xe0\x00\x10JFIF",
    b"camera-hello",
    b"watchword-camera",
)


async def said_over(context: Context, camera: Camera, keys: CurveKeys | None) -> bytes:
    """What somebody on the line has of a session with pictures and words."""
    camera.on_message(lambda message: "the key is under the mat")
    async with camera:
        assert camera.endpoint is not None
        async with held_cable(str(camera.endpoint)) as cable:
            cable.heard = bytearray()
            keys = keys and CurveKeys(keys.public, keys.secret, camera.key.encode())
            at = Endpoint.parse(cable.address)
            with watching(context, at, Viewer("the desk by the window"), keys) as viewer:
                await until(lambda: len(viewer.frames) >= 3)
                viewer.say("where is the key?")
                await until(lambda: viewer.lines)
            return bytes(cable.heard)


def test_that_who_listens_on_the_line_reads_nothing(run: Run, context: Context) -> None:
    async def scene() -> None:
        keys = viewer_keys()
        secured = Camera("porch", listen=ANYWHERE, secure=True, admit=[keys.public.decode()], state="none")
        heard = await said_over(context, secured, keys)
        assert len(heard) > 10_000
        assert not [secret for secret in SECRETS if secret in heard]
        # What is heard there of an open one.
        heard = await said_over(context, Camera("porch", listen=ANYWHERE, state="none"), None)
        assert not [secret for secret in SECRETS if secret not in heard]

    run(scene(), 30.0)


def _tries(folder: Path) -> int:
    code = CodeFile(folder).read()
    assert code is not None
    return code.tries


def test_that_many_wrong_keys_fill_no_log(
    run: Run, context: Context, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            assert camera.endpoint is not None
            refused: list[Connection] = []
            for number in range(2 * MOST_TOLD_OF_ONE):
                keys = viewer_keys(camera.key)
                link = Link.connected(context, camera.endpoint, lambda route, parts: None, refused.append, keys)
                await until(lambda number=number: refused.count(Connection.UNKNOWN_KEY) > number)
                link.close()
        assert caplog.text.count("Refused: the viewer with the key") == MOST_TOLD_OF_ONE

    run(scene(), 30.0)


def test_that_a_code_that_is_over_stays_so_where_that_cannot_be_written(
    run: Run, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            code = camera.pairing_code

            def full(self: CodeFile, code: OpenCode) -> None:
                raise OSError(28, "No space left on device")

            monkeypatch.setattr(CodeFile, "write", full)
            with at_pairing_port(context, port_of(tmp_path)) as ends:
                # The first wrong try cannot be counted: so it is the last one.
                found = await ends.pair(viewer_keys(), wrong_for(code))
                assert isinstance(found, Refused)
                late = await ends.pair(viewer_keys(), code)
                assert isinstance(late, Refused)
                assert late.trouble is Trouble.CLOSED
            await until(lambda: camera.pairing_port == 0)
            assert camera.pairing_code == ""

    run(scene())
