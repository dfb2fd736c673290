"""A camera that lets only paired viewers in, and viewers that pair with it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from camwire.link import CurveKeys
from camwire.pairing.messages import PairOffer
from camwire.rights import Rights
from sender import Camera
from sender.pairing.open_code import CodeFile, OpenCode
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.support.pairing import at_pairing_port, viewer_keys
from tests.support.waiting import until
from tests.support.wire_ends import Context

WRONG = "0000-apple-zebra"


@asynccontextmanager
async def serving(folder: Path, **more: Any) -> AsyncIterator[Camera]:
    """A camera that lets only paired viewers in, also on this computer."""
    more = {"listen": ANYWHERE, "secure": True, **more}
    async with Camera("porch", state=str(folder), **more) as camera:
        yield camera


def port_of(folder: Path) -> int:
    """Where viewers pair."""
    code = CodeFile(folder).read()
    return 0 if code is None else code.port


def wrong_for(code: str) -> str:
    return WRONG if code != WRONG else "0001-apple-zebra"


async def paired(context: Context, folder: Path, camera: Camera, name: str = "desk") -> CurveKeys:
    """Pair a viewer by the code that is open; return the keys with which it calls."""
    keys = viewer_keys(camera.key)
    with at_pairing_port(context, port_of(folder)) as viewer:
        offer = await viewer.pair(keys, camera.pairing_code, name)
    assert isinstance(offer, PairOffer)
    assert offer.key == camera.key
    return keys


async def sees(context: Context, camera: Camera, keys: CurveKeys) -> None:
    with watching(context, camera.endpoint, Viewer("desk"), keys) as viewer:
        await until(lambda: viewer.frames)


def open_code(folder: Path, rights: Rights = Rights.CONTROL) -> None:
    CodeFile(folder).write(OpenCode.new(rights, now()))


def now() -> datetime:
    return datetime.now(UTC)
