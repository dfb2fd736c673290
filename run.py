#!/usr/bin/env python3
"""The one door: sets everything up, then does what was asked. Needs Python 3.11 or newer, and nothing else.

    python3 run.py              set up, then open the wall with demo cameras
    python3 run.py setup        only set up
    python3 run.py check        format, lint, types, import contracts, fast tests
    python3 run.py test         the same with all tests
    python3 run.py bench        the benchmarks (or: bench NAME)
    python3 run.py fuzz 60      minutes of guided damage to everything that reads what others wrote (Linux on x86-64;
                                with --messages 100000: as many damaged messages for every wire format, and values)
    python3 run.py soak         100,000 messages while programs are killed and cables cut (about half an hour);
                                with --hours 1: sixteen cameras on a wall, with chat, mishaps and a look at leaks
    python3 run.py faults       cables cut, clocks set, programs frozen, over and over (about half an hour)
    python3 run.py images       draw the pictures of the documentation anew
    python3 run.py guide        the documentation as web pages, in build/guide
    python3 run.py day          a person's day with the program, in a window of a virtual screen; pictures are kept
    python3 run.py minute       a person's first minute: a camera found and paired from another computer (Linux, root)
    python3 run.py dist         what people install: programs without Python, .deb, archives (or: dist --help)
    python3 run.py conformance  the Raspberry Pi source on the real libcamera, in a Debian of its own (Linux, as root)

What follows the word `demo` goes to the viewer: python3 run.py demo 9 --screenshot wall.png
"""

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
DIST_VENV = HERE / "build" / "venv"
GUIDE_VENV = HERE / "build" / "venv-guide"
FUZZ_VENV = HERE / "build" / "venv-fuzz"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)
FUZZED = ("dialects", "values")
# Where pytest notes what failed (see `cache_dir` in pyproject.toml). More than a few are no mishap of a busy machine.
FAILED = VENV / "pytest" / "v" / "cache" / "lastfailed"
FEW_FAILED = 10

# Library → Debian and Ubuntu packages that hold it, the first that the system knows is taken.
DRAWING = {
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libdbus-1.so.3": ("libdbus-1-3",),
}
WINDOW = {
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
}


def main(words: list[str]) -> int:
    """Do what the first word says; return the exit code."""
    word, rest = (words[0], words[1:]) if words else ("demo", [])
    deeds = {
        "demo": demo,
        "setup": lambda _: 0,
        "check": check,
        "test": test,
        "bench": bench,
        "fuzz": fuzz,
        "soak": soak,
        "faults": faults,
        "images": images,
        "guide": guide,
        "day": day,
        "minute": minute,
        "dist": dist,
        "conformance": conformance,
    }
    if word in ("-h", "--help") or word not in deeds:
        print(__doc__)
        return 0 if word in ("-h", "--help") else say(f"There is no word “{word}”. The words are above.") + 1
    python = suitable_python()
    if python is None:
        return say(f"Python {sys.version.split()[0]} is too old; install Python 3.11 or newer and start again.")
    environment = {"dist": set_up_for_dist, "guide": set_up_for_guide}.get(word, set_up_environment)
    # Whatever goes into the programs must be here.
    wants_window = word == "dist" or (word in ("demo", "setup") and has_screen())
    if not set_up(python, wants_window, environment):
        return 1
    return deeds[word](rest)


def demo(rest: list[str]) -> int:
    """Open the wall with demo cameras."""
    print("Opening the wall …", flush=True)
    count = [rest[0]] if rest and rest[0].isdigit() else []
    viewer = subprocess.Popen([str(PYTHON), "-m", "viewer", "--demo", *count, *rest[len(count) :]], cwd=HERE)
    while True:
        try:
            return viewer.wait()
        except KeyboardInterrupt:
            # Ctrl+C reached the viewer as well, which is saying its goodbyes.
            continue


def check(rest: list[str]) -> int:
    """All checks, with the fast tests."""
    return all_checks(["-m", "not slow", *rest])


def test(rest: list[str]) -> int:
    """All checks, with all tests."""
    return all_checks(rest)


def bench(rest: list[str]) -> int:
    """Every benchmark, or the named ones."""
    known = sorted(path.stem for path in (HERE / "benchmarks").glob("[a-z]*.py") if path.stem != "harness")
    names = rest or known
    unknown = [name for name in names if name not in known]
    if unknown:
        return say(f"There is no benchmark “{unknown[0]}”. There are: {', '.join(known)}.")
    codes = [subprocess.call([str(PYTHON), "-m", f"benchmarks.{name}"], cwd=HERE) for name in names]
    return max(codes, default=0)


def fuzz(rest: list[str]) -> int:
    """Damaged input, much more than the tests have time for."""
    if "--messages" in rest:
        return max(subprocess.call([str(PYTHON), "-m", f"tests.fuzz.{name}", *rest], cwd=HERE) for name in FUZZED)
    python = suitable_python()
    if python is None or not set_up_for_fuzz(python):
        return say("It is guided by atheris, which comes for Linux on x86-64. Without it: fuzz --messages 100000")
    (guiding,) = FUZZ_VENV.glob("lib/*/site-packages")
    surroundings = {**os.environ, "PYTHONPATH": str(guiding)}
    return subprocess.call([str(PYTHON), "-m", "tests.fuzz", *(rest or ["10"])], cwd=HERE, env=surroundings)


def soak(rest: list[str]) -> int:
    """Nothing said is lost, nothing leaks: much longer than the tests have time for."""
    if "--hours" in rest:
        return subprocess.call([str(PYTHON), "-m", "tests.soak", *rest], cwd=HERE)
    words = rest or ["--messages", "100000", "--kills", "1000", "--cuts", "1000"]
    return subprocess.call([str(PYTHON), "-m", "tests.end_to_end.losing", *words], cwd=HERE)


def faults(rest: list[str]) -> int:
    """What may happen to a camera and a viewer, over and over: nothing lost, live again soon, nothing left behind."""
    return subprocess.call([str(PYTHON), "-m", "tests.faults", *rest], cwd=HERE)


def images(rest: list[str]) -> int:
    """Draw the pictures of the documentation with the real program."""
    return subprocess.call([str(PYTHON), str(HERE / "docs" / "images" / "draw.py"), *rest], cwd=HERE)


def guide(rest: list[str]) -> int:
    """Make web pages of the documentation; a link that leads nowhere ends it."""
    return subprocess.call([str(python_of(GUIDE_VENV)), "-m", "mkdocs", "build", "--strict", *rest], cwd=HERE)


def day(rest: list[str]) -> int:
    """Live through a person's day with the program."""
    return subprocess.call([str(PYTHON), "-m", "tests.end_to_end.persons_day", *rest], cwd=HERE)


def minute(rest: list[str]) -> int:
    """Live through a person's first minute with a camera on another computer."""
    return subprocess.call([str(PYTHON), "-m", "tests.end_to_end.persons_first_minute", *rest], cwd=HERE)


def dist(rest: list[str]) -> int:
    """Build what people install."""
    return subprocess.call([str(python_of(DIST_VENV)), str(HERE / "packaging" / "build.py"), *rest], cwd=HERE)


def conformance(rest: list[str]) -> int:
    """Real libcamera and real picamera2 with a virtual camera."""
    return subprocess.call([str(PYTHON), "-m", "tests.simulated_pi.conformance", *rest], cwd=HERE)


def all_checks(pytest_words: list[str]) -> int:
    """Format, lint, types, contracts, then tests, whose closing line comes last. All are run, whatever fails."""
    sources = ["camwire", "viewer", "sender", "tests", "benchmarks", "docs", "packaging", "run.py"]
    steps = [
        ("format", ["ruff", "format", "--check", *sources]),
        ("lint", ["ruff", "check", *sources]),
        ("types", ["mypy"]),
        ("import contracts", ["lint-imports"]),
    ]
    failed = [name for name, command in steps if not step(name, command)]
    if not tests(pytest_words):
        failed.append("tests")
    if failed:
        say(f"not passed: {', '.join(failed)}")
    return 1 if failed else 0


def tests(pytest_words: list[str]) -> bool:
    """All tests, many at once. Of the few that fail so, those are content that pass when they have the machine alone;
    what is printed names them."""
    together = ["-n", str(workers()), "--maxschedchunk", "4", "--cache-clear"]
    if step("tests", ["pytest", "-q", *together, *pytest_words]):
        return True
    if not FAILED.exists() or not 0 < len(json.loads(FAILED.read_text())) <= FEW_FAILED:
        return False
    return step("tests that failed, once more and alone", ["pytest", "-v", "--last-failed", *pytest_words])


def workers() -> int:
    """How many tests run at once: more than there are processors, as many wait. On Windows none can wait for others."""
    return 0 if os.name == "nt" else min(2 * (os.cpu_count() or 1), 8)


def step(name: str, command: list[str]) -> bool:
    """Run one tool of the environment; True if it is content."""
    print(f"== {name}", flush=True)
    began = time.monotonic()
    environment = {**os.environ, "NO_COLOR": "1"}
    # Tests start a thousand programs: what was compiled for one is there for the next.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    code = subprocess.call([str(BIN / command[0]), *command[1:]], cwd=HERE, env=environment)
    print(f"== {name}: {'ok' if code == 0 else f'failed ({code})'} after {time.monotonic() - began:.0f} s", flush=True)
    return code == 0


# Setting up


def set_up(python: str, wants_window: bool, environment: Callable[[str], bool]) -> bool:
    """Bring system libraries and an environment to what this checkout needs; quick when they are so already."""
    packages = missing_packages(DRAWING | (WINDOW if wants_window else {})) if sys.platform == "linux" else []
    if not has_venv(python):
        packages.append(f"python{version_of(python)}-venv")
    if packages and not install_packages(packages):
        return False
    return environment(python)


def set_up_environment(python: str) -> bool:
    """Make `.venv` from the lock files, with everything for work on the checkout."""
    of_the_pi = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "--requirement"]
    installs = [
        ["--require-hashes", "--requirement", str(HERE / "requirements.lock")],
        [*of_the_pi, str(HERE / "requirements-pi.lock")],
        ["--no-build-isolation", "--no-deps", "--editable", str(HERE)],
    ]
    return make_environment(python, VENV, installs, ("requirements.lock", "requirements-pi.lock", "pyproject.toml"))


def set_up_for_dist(python: str) -> bool:
    """Make the environment of which programs are built: what they need, and nothing else."""
    lock = "requirements-dist.lock"
    return make_environment(python, DIST_VENV, [["--require-hashes", "--requirement", str(HERE / lock)]], (lock,))


def set_up_for_guide(python: str) -> bool:
    """Make the environment that turns the documentation into web pages."""
    lock = "requirements-docs.lock"
    return make_environment(python, GUIDE_VENV, [["--require-hashes", "--requirement", str(HERE / lock)]], (lock,))


def set_up_for_fuzz(python: str) -> bool:
    """Make the environment by which the fuzzer is guided; everything else is in `.venv`."""
    lock = "requirements-fuzz.lock"
    return make_environment(python, FUZZ_VENV, [["--require-hashes", "--requirement", str(HERE / lock)]], (lock,))


def make_environment(python: str, venv: Path, installs: list[list[str]], made_of: tuple[str, ...]) -> bool:
    """Make `venv` by those words for pip, unless it is there and made from these very files."""
    wanted, stamp = fingerprint(python, made_of), venv / "set-up"
    if python_of(venv).exists() and stamp.exists() and stamp.read_text() == wanted:
        return True
    print(f"Setting up {venv.relative_to(HERE)} (once, about a minute) …", flush=True)
    began = time.monotonic()
    shutil.rmtree(venv, ignore_errors=True)
    pip = [str(python_of(venv)), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    for command in ([python, "-m", "venv", str(venv)], *([*pip, *words] for words in installs)):
        if subprocess.call(command, cwd=HERE) != 0:
            say("Setting up failed; the lines above say why. Mend that and start again.")
            return False
    stamp.write_text(wanted)
    print(f"{venv.relative_to(HERE)} is set up, after {time.monotonic() - began:.0f} s.", flush=True)
    return True


def python_of(venv: Path) -> Path:
    """The interpreter of an environment."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def fingerprint(python: str, made_of: tuple[str, ...]) -> str:
    """What an environment was made from."""
    digest = hashlib.sha256(f"{python} {version_of(python)} {HERE}".encode())
    for name in made_of:
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()


def missing_packages(libraries: dict[str, tuple[str, ...]]) -> list[str]:
    """The packages of those libraries that cannot be loaded here."""
    missing = [packages for library, packages in libraries.items() if not can_load(library)]
    if not missing or shutil.which("apt-cache") is None:
        return [packages[-1] for packages in missing]
    return [next((name for name in packages if is_known(name)), packages[-1]) for packages in missing]


def can_load(library: str) -> bool:
    """Whether the dynamic linker finds it."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def is_known(package: str) -> bool:
    """Whether apt knows a version of it."""
    found = subprocess.run(["apt-cache", "policy", package], capture_output=True, text=True, check=False).stdout
    return "Candidate:" in found and "Candidate: (none)" not in found


def install_packages(packages: list[str]) -> bool:
    """Install system packages as root or by sudo, after saying which; otherwise say what to type."""
    line = f"apt-get install --no-install-recommends -y {' '.join(packages)}"
    by = privilege()
    if shutil.which("apt-get") is None or by is None:
        say(f"These system packages are missing: {' '.join(packages)}. Install them, here by: sudo {line}")
        return False
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [*by, *line.split(), "-qq"]
    with open(os.devnull, "wb") as nowhere:
        if subprocess.call(install, env=quiet, stdout=nowhere, stderr=nowhere) == 0:
            return True
        subprocess.call([*by, "apt-get", "update", "-qq"], env=quiet, stdout=nowhere)
    if subprocess.call(install, env=quiet) == 0:
        return True
    say(f"Installing failed. Try by hand: sudo {line}")
    return False


def privilege() -> list[str] | None:
    """How to become root: not at all, by sudo, or None if there is no way."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    may_ask = sys.stdin.isatty()
    is_free = subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0
    return ["sudo"] if may_ask or is_free else None


def suitable_python() -> str | None:
    """This Python if it is new enough, else the newest one that is."""
    if sys.version_info >= OLDEST:
        return getattr(sys, "_base_executable", sys.executable)
    names = (f"python3.{minor}" for minor in range(20, OLDEST[1] - 1, -1))
    return next((found for name in names if (found := shutil.which(name))), None)


def version_of(python: str) -> str:
    """`3.11`, of any Python."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    return subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def has_venv(python: str) -> bool:
    """Whether that Python can make environments; Debian keeps the means in a package of its own."""
    if python == sys.executable:
        return importlib.util.find_spec("ensurepip") is not None
    return subprocess.call([python, "-c", "import ensurepip"], stderr=subprocess.DEVNULL) == 0


def has_screen() -> bool:
    """Whether a window could be shown."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def say(sentence: str) -> int:
    """Print to standard error; 1, the exit code that goes with it."""
    print(f"run.py: {sentence}", file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
