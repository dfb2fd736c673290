"""A plain function in a thread of its own, awaited on the loop."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeAlias

Result: TypeAlias = "tuple[object, BaseException | None]"


async def in_own_thread(name: str, call: Callable[[], object], on_return: Callable[[], None]) -> object:
    """Return what `call` returns, or raise what it raises; it runs in a thread called `name`.

    `on_return` is called on the loop when it has come back, perhaps long after this was cancelled. When this process
    ends, the thread is left behind.
    """
    loop = asyncio.get_running_loop()
    result: asyncio.Future[Result] = loop.create_future()

    def run() -> None:
        try:
            returned: Result = (call(), None)
        except StopIteration:
            # A coroutine cannot pass it on.
            returned = (None, RuntimeError("StopIteration"))
        except BaseException as error:
            returned = (None, error)
        # The loop may be closed under a function that was left behind.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, returned)

    def settle(returned: Result) -> None:
        if not result.done():
            result.set_result(returned)
        on_return()

    threading.Thread(target=run, name=name, daemon=True).start()
    value, error = await result
    if error is not None:
        raise error
    return value
