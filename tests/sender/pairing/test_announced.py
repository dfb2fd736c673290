"""That a camera can be paired with is told to its network for as long as it is so, and by which key it is known."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.sender.pairing.support import paired, port_of, serving
from tests.support.waiting import until
from tests.support.wire_ends import Context
from viewer.core.finding.finding import Finding

Run = Callable[..., Any]


def test_that_the_key_and_the_port_for_pairing_are_announced(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        finding = Finding()
        finding.begin(lambda: None)
        try:
            async with serving(tmp_path, announce=True) as camera:

                def told() -> tuple[str, int]:
                    mine = [each for each in finding.cameras if each.announced.key == camera.key]
                    return (mine[0].announced.key, mine[0].announced.pair) if mine else ("", -1)

                await until(lambda: told() == (camera.key, port_of(tmp_path)))
                assert port_of(tmp_path) > 0
                await paired(context, tmp_path, camera)
                await until(lambda: told() == (camera.key, 0))
        finally:
            await finding.close()

    run(scene(), 40.0)
