"""A camera for tests that answers standard commands: a line is a command and its arguments as JSON, or the answer."""

import asyncio
import json
import sys
from typing import Any

from camwire.values import Jpeg
from sender import UsageError
from sender.asked import Asked
from sender.pictures.look import Look
from sender.pipeline.pipeline import Pipeline
from sender.sources import source_for
from sender.standard import Standard


async def talk(spec: str) -> None:
    asked = Asked()
    pipeline = Pipeline(source_for(spec, asked), Look(), None, lambda _: None, lambda *_: None)
    await pipeline.start()
    commands: dict[str, Any] = {each.__name__: each for each in Standard(pipeline, lambda: 0).commands}
    try:
        while line := await asyncio.to_thread(sys.stdin.readline):
            name, *arguments = json.loads(line)
            print(json.dumps(await answer(commands[name], arguments)), flush=True)
    finally:
        await pipeline.stop()


async def answer(command: Any, arguments: list[Any]) -> Any:
    try:
        result = await command(*arguments)
    except UsageError as error:
        return {"error": str(error)}
    return [result.data.hex(), result.width, result.height] if isinstance(result, Jpeg) else result


asyncio.run(talk(sys.argv[1]))
