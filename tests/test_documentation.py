"""What the documents promise: code that runs, links that lead somewhere, a lock file without addresses."""

import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.waiting import until
from tests.support.watching import Watcher, fleet
from viewer.core.state import Phase

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "resources" / "README.md"]
EXAMPLES = re.findall(r"```python\n(.*?)```", (ROOT / "docs/how-to/python-camera.md").read_text(), re.DOTALL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_that_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text())
    assert not [link for link in links if not (page.parent / link).exists()]


def test_that_the_lock_file_names_no_address() -> None:
    assert not re.findall(r"https?://|file:", (ROOT / "requirements.lock").read_text())


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=["answers", "pictures", "in a loop"])
def test_that_the_examples_in_python_are_live_cameras(run: Callable[..., Any], tmp_path: Path, example: str) -> None:
    endpoint = f"tcp://127.0.0.1:{free_port()}"
    script = tmp_path / "camera.py"
    script.write_text(re.sub(r"tcp://127\.0\.0\.1:\d+", endpoint, example))

    async def scene() -> None:
        async with fleet() as viewer:
            watcher = Watcher(viewer.add(endpoint))
            await until(lambda: watcher.is_(Phase.LIVE), timeout=15)
            if "on_message" in example:
                watcher.session.say("good day")
                await until(lambda: [line.text for line in watcher.heard] == ["Hello Tester, you said: good day"])

    process = subprocess.Popen([sys.executable, str(script)], cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        run(scene(), timeout=30)
    finally:
        process.terminate()
        process.wait(timeout=5)
