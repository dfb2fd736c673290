"""The examples of a how-to, run as a reader would: each a script in a folder of its own, on free ports."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.support.stock import free_port

ROOT = Path(__file__).parents[2]


class Page:
    """One page in docs/how-to and its examples in Python."""

    def __init__(self, name: str) -> None:
        text = (ROOT / "docs/how-to" / name).read_text()
        self.examples: list[str] = re.findall(r"```python\n(.*?)```", text, re.DOTALL)

    def example(self, words: str) -> str:
        """The one example in which these words stand."""
        (found,) = [each for each in self.examples if words in each]
        return found


class Folder:
    """Where the examples of one test run. Each port of the page is a free one, the same in all of them."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._ports: dict[str, str] = {}

    def on_free_ports(self, text: str) -> str:
        """The same text with other ports."""
        return re.sub(r"(?<=tcp://127\.0\.0\.1:)\d+", lambda found: self._free(found[0]), text)

    @contextmanager
    def running(self, *examples: str) -> Iterator[list[Path]]:
        """Run these; yields the files with what each of them prints. They are gone at the end."""
        with ExitStack() as stack:
            yield [stack.enter_context(self._running(number, each)) for number, each in enumerate(examples)]

    @contextmanager
    def _running(self, number: int, example: str) -> Iterator[Path]:
        script, printed = self._place / f"script{number}.py", self._place / f"printed{number}"
        script.write_text(self.on_free_ports(example))
        with printed.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, str(script)], cwd=self._place, stdout=out, stderr=subprocess.STDOUT, env=_environment()
            )
            try:
                yield printed
            finally:
                process.terminate()
                process.wait(timeout=5)

    def _free(self, port: str) -> str:
        return self._ports.setdefault(port, str(free_port()))


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": "state"}
