"""A value set at a camera's source by a script: asked for, and awaited."""

import asyncio

from camwire.controls import Value
from camwire.errors import UsageError
from viewer.core.sessions.session import Session


async def set_control(session: Session, name: str, value: Value, timeout: float | None) -> Value | None:
    """Set a control; return the value in force then, which the camera may have rounded. None: it cannot be read.

    Raises UsageError with the range, or with what to do; TimeoutError.
    """
    controls, changed = session.controls, asyncio.Event()
    controls.observe(changed.set)
    try:
        async with asyncio.timeout(timeout):
            while controls.is_awaited:
                changed.clear()
                await changed.wait()
            if not controls.set(name, value):
                raise UsageError(controls.trouble(name))
            while controls.pending(name) is not None:
                changed.clear()
                await changed.wait()
    except TimeoutError:
        raise TimeoutError(f"{session.name} has not answered within {timeout:g} seconds.") from None
    finally:
        controls.forget(changed.set)
    if controls.trouble(name):
        raise UsageError(controls.trouble(name))
    return controls.value(name)
