"""What does H.264 save beside JPEG of the same look, what does it cost, and is it as fresh?

Three tables: bytes and CPU time at the luma PSNR of JPEG of quality 75, by our own encoders and decoders; how old
pictures are when they could be painted, from a camera of a process of its own; and how soon there is a fresh one when a
cable is put back that was pulled out for two seconds (a link of its own between two network namespaces, which needs
root and ip; skipped without).
"""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from math import prod
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.support.codecs import clips, compared, pictures
from benchmarks.support.film import Size
from benchmarks.support.narrow_pair import NarrowPair, narrow_pair
from benchmarks.support.programs import running
from benchmarks.support.report import Limit, Rows, interleaved, medians, publish, shown, words
from viewer.core.pictures.stats import percentiles

SIZES = (Size(640, 480), Size(1280, 720))
TIMES_FEWER = 4.0
FPS = 25
FRAMES_LATER = 1.5
CUT_SECONDS, RECOVERY_MS = 2.0, 500.0
WARM_UP_SECONDS, AFTER_SECONDS = 1.5, 2.0
CODECS = ("jpeg", "h264")
MEAN = "geometric mean"


@contextmanager
def camera(clip: Path, codec: str, address: str = "127.0.0.1", within: Sequence[str] = ()) -> Iterator[str]:
    """A camera of 640×480; yields where it listens."""
    pictures = ("--source", str(clip), "--loop", "--size", "640x480", "--fps", str(FPS), "--quality", "75")
    rest = ("--codec", codec, "--listen", f"tcp://{address}:0", "--open", "--state", "none", "--attached")
    process = subprocess.Popen(
        [*within, sys.executable, "-m", "sender", *pictures, *rest],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip().removeprefix("Listening on ")
    finally:
        process.kill()
        process.communicate()


def freshness(clip: Path, codec: str, seconds: float) -> dict[str, Any]:
    """How old pictures are when they could be painted."""
    with camera(clip, codec) as endpoint, running("noting_viewer", endpoint) as viewer:
        viewer.line()
        time.sleep(WARM_UP_SECONDS)
        began = time.monotonic()
        time.sleep(seconds)
        seen = [each for each in viewer.end()["pictures"] if each[0] >= began]
    ages = percentiles([each[1] for each in seen])
    return {
        "codec": seen[-1][5],
        "fps": len(seen) / seconds,
        "kB_per_picture": sum(each[4] for each in seen) / len(seen) / 1000,
        "age_p50_ms": ages.p50,
        "age_p95_ms": ages.p95,
    }


def recovery(pair: NarrowPair, clip: Path, codec: str) -> dict[str, Any]:
    """How soon after a cut there is a picture that was taken after it."""
    with (
        camera(clip, codec, pair.camera_address, pair.camera) as endpoint,
        running("noting_viewer", endpoint, within=pair.viewer) as viewer,
    ):
        viewer.line()
        time.sleep(WARM_UP_SECONDS)
        pair.pull()
        time.sleep(CUT_SECONDS)
        pair.put_back()
        back = time.monotonic()
        time.sleep(AFTER_SECONDS)
        seen = [each for each in viewer.end()["pictures"] if each[0] - each[1] > back]
    return {
        "codec": seen[0][5] if seen else codec,
        "fresh_after_ms": 1000 * (seen[0][0] - back) if seen else float("inf"),
        "fps_then": len(seen) / AFTER_SECONDS,
    }


def bytes_and_time() -> dict[str, dict[str, float]]:
    """Both codecs on every clip, in every size, and the geometric means of a size."""
    found: dict[str, dict[str, float]] = {}
    for size in SIZES:
        rows = [compared(pictures(clip, size)) for clip in clips()]
        found |= {_title(clip.stem, size): row for clip, row in zip(clips(), rows, strict=True)}
        if len(rows) > 1:
            found[_title(MEAN, size)] = {name: prod(row[name] for row in rows) ** (1 / len(rows)) for name in rows[0]}
    return found


def _title(name: str, size: Size) -> str:
    return f"{name}, {size.width}×{size.height}"


def _table(rows: dict[str, dict[str, Any]]) -> Rows:
    columns = next(iter(rows.values()))
    return [["", *columns], *([name, *map(shown, row.values())] for name, row in rows.items())]


def _medians(found: dict[str, list[dict[str, Any]]]) -> Rows:
    return _table({name: medians(runs) for name, runs in found.items()})


def main() -> int:
    """Print the tables; 1 if a limit is broken."""
    said = words(runs=5, seconds=4.0).parse_args()
    clip = clips()[-1]
    coded = bytes_and_time()
    fresh = interleaved(said.runs, **{codec: partial(freshness, clip, codec, said.seconds) for codec in CODECS})
    figures: dict[str, Any] = {"coded": coded, "fresh": fresh}
    tables = {
        "At the luma PSNR of JPEG of quality 75; CPU ms per picture, one thread": _table(coded),
        f"From capture to where it could be painted, 640×480, {FPS} fps, medians of {said.runs} runs": _medians(fresh),
    }
    first = [coded[name] for name in coded if name.endswith(_title("", SIZES[0])) and not name.startswith(MEAN)]
    fewer = prod(row["times_fewer"] for row in first) ** (1 / len(first))
    later = median(h264["age_p50_ms"] - jpeg["age_p50_ms"] for jpeg, h264 in zip(*fresh.values(), strict=True))
    limits = [
        Limit("times fewer bytes than JPEG, 640×480, geometric mean of the clips", fewer, least=TIMES_FEWER),
        Limit("frames later than JPEG", later * FPS / 1000, most=FRAMES_LATER),
    ]
    if NarrowPair.is_possible():
        with narrow_pair() as pair:
            cut = interleaved(said.runs, **{codec: partial(recovery, pair, clip, codec) for codec in CODECS})
        figures["cut"] = cut
        tables[f"After a cut of {CUT_SECONDS:g} s, medians of {said.runs} runs"] = _medians(cut)
        slowest = max(run["fresh_after_ms"] for run in cut["h264"])
        limits.append(Limit("ms until a fresh picture of H.264 after a cut, slowest run", slowest, most=RECOVERY_MS))
    return publish("h264", tables, figures, limits)


if __name__ == "__main__":
    sys.exit(main())
