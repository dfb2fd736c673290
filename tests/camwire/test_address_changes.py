"""A program hears of it when its computer gets another address."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.two_computers import Computer

WATCHING = """
import asyncio
from camwire.address_changes import AddressChanges
async def watch():
    heard = asyncio.Event()
    changes = AddressChanges(heard.set)
    for _ in range(2):
        print("watching", flush=True)
        await asyncio.wait_for(heard.wait(), 20)
        heard.clear()
    changes.close()
    changes.close()
    print("heard", flush=True)
asyncio.run(watch())
"""


@pytest.mark.slow
def test_that_a_new_address_and_the_end_of_one_are_heard_of(computers: tuple[Computer, Computer]) -> None:
    here, _ = computers
    command = [*here.prefix, sys.executable, "-c", WATCHING]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "watching\n"
        here.lose_address()
        assert program.stdout.readline() == "watching\n"
        here.get_address()
        assert program.stdout.readline() == "heard\n"
    assert program.returncode == 0
