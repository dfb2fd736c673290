"""The thread for files."""

import asyncio
import threading

from camwire.files.exchange import Filing
from tests.support.waiting import until
from tests.support.wire_ends import Run


def test_that_a_disk_keeps_anybody_waiting_but_the_loop(run: Run) -> None:
    async def scenario() -> None:
        filing = Filing()
        is_free = threading.Event()
        done: list[object] = []
        filing.do(is_free.wait, done.append)
        filing.do(lambda: "next", done.append)
        await asyncio.sleep(0)
        assert done == []
        is_free.set()
        await until(lambda: done == [True, "next"])
        filing.close()
        filing.do(lambda: "late", done.append)
        assert done == [True, "next"]

    run(scenario())


def test_that_an_error_in_the_thread_is_not_swallowed(run: Run) -> None:
    async def scenario() -> None:
        problems: list[object] = []
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, problem: problems.append(problem.get("exception")))
        filing = Filing()
        done: list[object] = []
        filing.do(lambda: 1 // 0, done.append)
        filing.do(lambda: "next", done.append)
        await until(lambda: done == ["next"])
        assert [type(each) for each in problems] == [ZeroDivisionError]
        filing.close()

    run(scenario())
