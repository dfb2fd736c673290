"""A folder of settings copied to another computer: both viewers go on, and neither says what the other said."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from tests.support.talking import all_are, answer_to, greeted, porch, shown, wall
from tests.support.waiting import until
from viewer.core.talk.chat import Delivery

Run: TypeAlias = Callable[..., Any]


def test_that_a_copy_numbers_what_it_says_in_a_log_of_its_own(run: Run, tmp_path: Path) -> None:
    heard: list[str] = []
    original, copy = tmp_path / "original", tmp_path / "copy"

    async def scene() -> None:
        async with porch(heard=heard) as camera:
            async with wall(original) as fleet:
                await answer_to(session := await greeted(fleet, camera), session.say("before"))
                log = session.talk.record.conversation.log  # type: ignore[attr-defined]
            shutil.copytree(original, copy)
            for folder, is_copy in ((original, False), (copy, True), (copy, False)):
                async with wall(folder) as fleet:
                    session = fleet.add(str(camera.endpoint))
                    now = session.talk.record.conversation.log  # type: ignore[attr-defined]
                    assert (now != log) is is_copy
                    log = now if folder == copy else log
                    await until(lambda s=session: s.is_connected)
                    await answer_to(session, session.say(f"in {folder.name}"))
                    assert shown(session)[:2] == [(True, "before"), (False, "heard: before")]
        assert heard == ["before", "in original", "in copy", "in copy"]

    run(scene())


def test_that_what_waits_goes_out_from_a_copy_too(run: Run, tmp_path: Path) -> None:
    heard: list[str] = []

    async def scene() -> None:
        async with porch(heard=heard) as camera:
            port = camera.endpoint.port if camera.endpoint else 0
            async with wall(tmp_path / "original") as fleet:
                session = await greeted(fleet, camera)
                await answer_to(session, session.say("before"))
                await all_are(session, Delivery.ANSWERED)
        async with wall(tmp_path / "original") as fleet:
            session = fleet.add(session.identity.key)
            session.say("waits")
            session.say("waits, too")
        shutil.copytree(tmp_path / "original", tmp_path / "copy")
        async with porch(port=port, heard=heard), wall(tmp_path / "copy") as fleet:
            session = fleet.add(session.identity.key)
            await all_are(session, Delivery.ANSWERED)
        assert heard == ["before", "waits", "waits, too"]

    run(scene())
