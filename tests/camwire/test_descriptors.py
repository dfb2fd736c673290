"""As many descriptors as the system lets a program have."""

import subprocess
import sys

import pytest

SCENE = """
import resource
from camwire.descriptors import raise_limit

_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (64, min(hard, 200)))
raise_limit()
print(resource.getrlimit(resource.RLIMIT_NOFILE))
raise_limit()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_that_a_program_takes_as_many_descriptors_as_it_may_have() -> None:
    said = subprocess.run([sys.executable, "-c", SCENE], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "(200, 200)"
