"""Does a Raspberry Pi camera keep the rate that was asked for, at what cost, and can it be opened again? Beside PiGear.

The real picamera2 on a simulated camera (tests/simulated_pi), asked for 640×480, 30 pictures a second: our source, then
VidGear's PiGear, then picamera2 alone, in processes of their own. The simulation's work is in all of them.
"""

import sys

from benchmarks.support.programs import figures_of
from benchmarks.support.report import Limit, interleaved, medians, publish, ratio, shown, words

FPS = 30.0
FPS_OFF = 0.3
TIMES_PIGEAR = 0.1
COLUMNS = ("fps", "cpu_percent", "cpu_ms", "opens_again_s")


def main() -> int:
    """Print the table; 1 if a limit is broken."""
    said = words(runs=3, seconds=5.0).parse_args()
    found = interleaved(
        said.runs,
        ours=lambda: figures_of("pi_source", "ours", "--seconds", said.seconds, "--fps", FPS),
        pigear=lambda: figures_of("pi_source", "pigear", "--seconds", said.seconds, "--fps", FPS),
        bare=lambda: figures_of("pi_source", "bare", "--seconds", said.seconds, "--fps", FPS),
    )
    rows = [[name, *(shown(medians(runs)[each]) for each in COLUMNS)] for name, runs in found.items()]
    head = ["", "fps", "CPU % of a core", "CPU ms a picture", "opens again after s"]
    title = f"a camera asked for 640×480 at {FPS:.0f} fps, medians of {said.runs} runs of {said.seconds:.0f} s"
    ours = medians(found["ours"])
    stuck = sum(row["opens_again_s"] is None for row in found["ours"])
    return publish(
        "pi_camera",
        {title: [head, *rows]},
        found,
        [
            Limit("our source, fps off what was asked", abs(ours["fps"] - FPS), most=FPS_OFF),
            Limit(
                "our source, CPU to PiGear's", ratio(found["ours"], found["pigear"], "cpu_percent"), most=TIMES_PIGEAR
            ),
            Limit("our source, runs in which it did not open again", stuck, most=0),
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
