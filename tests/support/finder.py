"""A program that looks for cameras, and writes a line of JSON whenever others are there: their names and addresses."""

import asyncio
import json

from viewer.core.finding.finding import Finding


async def _look() -> None:
    finding = Finding()

    def tell() -> None:
        here = [{"name": each.name, "id": each.id, "at": str(each.endpoint)} for each in finding.cameras]
        print(json.dumps({"cameras": here, "trouble": finding.trouble}), flush=True)

    finding.begin(tell)
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        await finding.close()


if __name__ == "__main__":
    asyncio.run(_look())
