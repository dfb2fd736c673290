"""A person at another computer, as a program: finds the camera called NAME, pairs with it by CODE, and watches.

`python -m tests.support.newcomer NAME CODE` prints a line for each thing that it sees.
"""

import asyncio
import sys

import zmq

from camwire.endpoint import Endpoint
from camwire.link import CurveKeys
from camwire.pairing.messages import PairOffer
from tests.sender.support import Viewer, watching
from tests.support.pairing import at_pairing_port, viewer_keys
from tests.support.waiting import until
from viewer.core.finding.finding import Finding

FRAMES = 10


async def _watch(name: str, code: str) -> None:
    finding = Finding()
    finding.begin(lambda: None)
    try:
        await until(lambda: [each for each in finding.cameras if each.name == name and each.announced.pair], 30.0)
        (camera,) = (each for each in finding.cameras if each.name == name)
    finally:
        await finding.close()
    print("found", camera.endpoint, flush=True)
    keys, context = viewer_keys(), zmq.Context()
    with at_pairing_port(context, camera.announced.pair, camera.endpoint.host) as ends:
        offer = await ends.pair(keys, code)
    print("paired" if isinstance(offer, PairOffer) else offer, flush=True)
    if isinstance(offer, PairOffer):
        theirs = CurveKeys(keys.public, keys.secret, offer.key.encode())
        with watching(context, Endpoint(camera.endpoint.host, offer.port), Viewer("desk"), theirs) as viewer:
            await until(lambda: len(viewer.frames) >= FRAMES)
            print("sees", len(viewer.frames), flush=True)
    context.term()


if __name__ == "__main__":
    asyncio.run(_watch(*sys.argv[1:]))
