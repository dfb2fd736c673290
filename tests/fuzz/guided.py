"""One parser under guided damage: `python -m tests.fuzz.guided NAME SECONDS FOLDER SEED`; atheris must be importable.

`FOLDER/corpus` is gone on with, and grows by what reached something new; findings come to `FOLDER/found`. What atheris
and libFuzzer say goes to standard error. Never returns: libFuzzer ends the process.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.fuzz import parsers
from tests.fuzz.framed import apart, joined
from tests.fuzz.mutations import mutated
from tests.fuzz.watched import Watched, peak_bytes

OURS = ("camwire", "viewer", "sender")
MOST_BYTES = 65_536
# By the clock: only for what never ends, the rest is found in time of the processor.
NEVER_ENDS_SECONDS = 60
# What one input may take at once before the process is ended for it.
MOST_AT_ONCE = 1024


def main(name: str, seconds: str, folder: Path, seed: str) -> None:
    import atheris

    # Only what is imported in here is watched for what it reaches.
    with atheris.instrument_imports(include=[*OURS, "tomllib"]):
        parser = parsers.load(name)
        # Much is imported when it is used for the first time. Nor shall that be taken for growth.
        for data in parser.seeds().values():
            parser.take(data)
    watched = Watched(parser.take, folder / "found")
    words = [
        f"-max_total_time={seconds}",
        f"-seed={seed}",
        f"-max_len={MOST_BYTES}",
        f"-timeout={NEVER_ENDS_SECONDS}",
        f"-rss_limit_mb={peak_bytes() // 1024**2 + MOST_AT_ONCE}",
        f"-artifact_prefix={folder / 'found'}/",
        "-print_final_stats=1",
        "-verbosity=1",
        str(folder / "corpus"),
    ]
    # Looked up when it is called: there is another one by then.
    atheris.Setup([sys.argv[0], *words], watched, custom_mutator=_changed_by(lambda *given: atheris.Mutate(*given)))
    atheris.Fuzz()


def _changed_by(mutate: Callable[[bytes, int], bytes]) -> Callable[[bytes, int, int], bytes]:
    """Half of the inputs are changed as libFuzzer does, half as who knows what stands in messages."""

    def changed(data: bytes, most: int, seed: int) -> bytes:
        rng = Random(seed)
        if rng.random() < 0.5:
            return mutate(data, most)
        messages = apart(data)
        place = rng.randrange(len(messages))
        messages[place : place + rng.randint(0, 1)] = [mutated(rng, messages)]
        return joined(messages)[:most]

    return changed


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4])
