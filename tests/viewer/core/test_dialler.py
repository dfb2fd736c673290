"""When a camera is called again that made no sense."""

import asyncio

import pytest

from camwire.endpoint import Endpoint
from tests.support.joined_camera import JoinedCamera, make_session
from tests.support.stock import free_ports
from tests.support.wire_ends import Context, Run
from viewer.core.calls import dialler as diallers
from viewer.core.calls.dialler import Dialler
from viewer.core.pictures.decoding import DecodePool
from viewer.core.sessions.contact import Again


@pytest.mark.parametrize(
    ("after", "wait"), [(1.0, diallers.NONSENSE_FIRST_WAIT), (diallers.RECENT_SECONDS, diallers.TROUBLE_FIRST_WAIT)]
)
def test_that_nonsense_from_what_was_a_camera_just_now_is_no_reason_to_wait(
    context: Context, run: Run, after: float, wait: float
) -> None:
    async def scene() -> None:
        now, (port,), pool = [100.0], free_ports(1), DecodePool(asyncio.get_running_loop(), 1)
        session = make_session(pool)
        JoinedCamera(session).join()
        assert session.is_connected
        dialler = Dialler(context, Endpoint("127.0.0.1", port), session, lambda: now[0], lambda: 0.0)
        dialler.tick(now[0])
        now[0] += after
        dialler.drop(Again.AFTER_NONSENSE)
        assert dialler.next_try == pytest.approx(now[0] + wait)
        dialler.close()
        session.close()
        pool.close()

    run(scene())
