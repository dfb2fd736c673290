"""What travels for a wall of N tiles? Megabits per second of pictures, 1280×720 at 15 fps in a window of 1920×1080.

Cameras of ours send what a tile can show, and nothing to a hidden one; VidGear's and imagezmq's send everything to
everybody, however small the tile. What one such camera sends is measured at our viewer, and counted N times.
"""

import sys
from dataclasses import replace
from typing import Any

from benchmarks.support.report import Limit, medians, publish, shown, words
from benchmarks.support.stock_walls import StockScene, our_figures_of
from benchmarks.support.walls import Scene, our_figures

TILES = (1, 4, 9, 16, 36, 64)
OURS = Scene("ours", size="1280x720")
VIDGEAR = StockScene("VidGear", "netgear", 1, 1)
PEERS = {"VidGear": VIDGEAR, "imagezmq": replace(VIDGEAR, kind="imagezmq")}
MANY = 16
ALONE = 1.1


def main() -> int:
    """Print the table; 1 if the limit is broken."""
    said = words(runs=5, seconds=3.0).parse_args()
    found: dict[str, list[dict[str, Any]]] = {}
    for _ in range(said.runs):
        for count in TILES:
            found.setdefault(f"{count}", []).append(
                travels(our_figures(replace(OURS, count=count), said.seconds), count)
            )
        alone = our_figures(replace(OURS, count=MANY), said.seconds, "--maximise")
        found.setdefault(f"{MANY}, one maximised", []).append(travels(alone, MANY))
        for name, scene in PEERS.items():
            found.setdefault(name, []).append(travels(our_figures_of(scene, said.seconds), 1))
    rows = {name: medians(runs) for name, runs in found.items()}
    cells = [
        [
            name,
            shown(rows[name]["sent"]),
            shown(rows[name]["bytes_per_picture"]),
            shown(rows[name]["mbit"]),
            *(shown(int(name.split(",")[0]) * rows[peer]["mbit"]) for peer in PEERS),
        ]
        for name in rows
        if name not in PEERS
    ]
    hidden = rows[f"{MANY}, one maximised"]["mbit"] / rows["1"]["mbit"]
    title = f"Mbit/s of pictures for N tiles, medians of {said.runs} runs"
    return publish(
        "bytes",
        {title: [["tiles", "sent", "bytes per picture", "ours", *PEERS], *cells]},
        found,
        [Limit(f"{MANY} tiles of which one is maximised, to a single tile", hidden, most=ALONE)],
    )


def travels(row: dict[str, Any], count: int) -> dict[str, Any]:
    """The figures of a wall that are about bytes."""
    mbit = 8 * row["bytes_per_picture"] * row["painted"] / row["seconds"] / 1e6
    return {"sent": row.get("sent"), "bytes_per_picture": row["bytes_per_picture"], "mbit": mbit, "tiles": count}


if __name__ == "__main__":
    sys.exit(main())
