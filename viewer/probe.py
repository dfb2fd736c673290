"""`watchword-probe`: a doctor without a window. What it reports is what the viewer would get; it runs the same core."""

import argparse
import asyncio
import io
import json
import logging
import secrets
import signal
import sys
import time
from collections.abc import Sequence
from typing import Any

from camwire import __version__
from camwire.dialects import registered
from camwire.errors import UsageError
from camwire.messages import Health
from camwire.printable import PrintableFormatter, printable
from viewer import arguments
from viewer.core.fleet import Fleet
from viewer.core.pictures.stats import percentiles
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import REFUSING, CameraState, Phase
from viewer.core.talk.chat import ChatLine

KEEP_AGES = 500_000
# Dialects that say no capture time: ages count from the arrival.
FOREIGN = frozenset(name for name, dialect in registered().items() if dialect.is_foreign)


class Patient:
    """Watches one session: takes every picture at once, says a line, keeps what came back."""

    def __init__(self, session: Session, text: str, show_line: bool) -> None:
        self.session = session
        self.heard: list[ChatLine] = []
        self._has_pictures = False
        self._complaints: set[str] = set()
        self._health: Health | None = None
        self._text = text
        self._show_line = show_line
        session.observe(self)
        self._say()

    def _say(self) -> None:
        """Say the text, as soon as the camera's format is known to carry it, and its commands if it may be one."""
        is_known = self.session.has_greeted or not self._text.startswith("/")
        if self._text and is_known and not self.session.why_mute:
            text, self._text = self._text, ""
            try:
                self.session.give(text)
            except UsageError as error:
                self._complain(str(error))

    def picture_ready(self) -> None:
        self._has_pictures = True
        self._say()
        self.session.take_picture()

    def state_changed(self, state: CameraState) -> None:
        self._say()
        self.see_health()
        if state.phase in REFUSING or (state.phase is Phase.OFFLINE and state.reason):
            self._complain(state.reason)

    def name_changed(self) -> None:
        pass

    def line_added(self, line: ChatLine) -> None:
        if not line.is_mine:
            self.heard.append(line)
            first, *below = line.text.splitlines() or [""]
            # Set in, so that none of them passes for another camera's.
            answer = [printable(f"{self.session.name}: {first}"), *(f"    {printable(each)}" for each in below)]
            print("\n".join(answer), file=sys.stdout if self._show_line else sys.stderr, flush=True)

    def lines_changed(self, lines: Sequence[ChatLine]) -> None:
        pass

    def is_well(self) -> bool:
        """Whether there was a picture; says why not."""
        if not self._has_pictures:
            self._complain(
                self.session.state.reason
                or "No picture came in this time. Is the address right? Look longer with --seconds."
            )
        if self._text:
            self._complain(self.session.why_mute or "There was no time to say it.")
        return self._has_pictures

    def see_health(self) -> None:
        """Keep what the camera says of itself, beyond its leaving, and pass it on when it is not well."""
        self._health = self.session.health or self._health
        if self._health is not None and self._health.text:
            self._complain(self._health.text)

    def _complain(self, sentence: str) -> None:
        if sentence not in self._complaints:
            self._complaints.add(sentence)
            _complain(f"{self.session.name}: {sentence}")

    def report(self, seconds: float) -> dict[str, Any]:
        """One camera's entry of the JSON. `health` is what the camera says of itself, null where it says nothing."""
        stats, ages = self.session.stats, percentiles(self.session.stats.ages)
        return {
            "name": self.session.name,
            "dialect": self.session.dialect,
            "endpoint": self.session.identity.endpoint,
            "width": stats.width,
            "height": stats.height,
            "codec": stats.codec,
            "frames": stats.frames,
            "fps": round(stats.mean_fps(), 2),
            "bytes_per_s": round(stats.bytes / seconds) if seconds else 0,
            "age_ms": {"p50": ages.p50, "p95": ages.p95, "p99": ages.p99},
            "drops": dict(stats.drops),
            "messages": len(self.heard),
            "health": None if self._health is None else _health_entry(self._health),
        }


class Probe:
    """The fleet and its patients, for a bounded time."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self.patients: list[Patient] = []
        self.all_well = False
        self.was_interrupted = False

    def session_added(self, session: Session) -> None:
        self.patients.append(Patient(session, self._options.send, not self._options.json))

    def session_removed(self, session: Session) -> None:
        pass

    def told(self, sentence: str) -> None:
        _complain(sentence)

    async def run(self) -> list[dict[str, Any]]:
        """Look at every camera; return the entries of the JSON. Raises UsageError."""
        options = self._options
        keys = arguments.key_folder(options)
        fleet = Fleet(f"probe-{secrets.token_hex(4)}", "watchword-probe", keep_ages=KEEP_AGES, only=options.only)
        fleet.observe(self)
        began = time.monotonic()
        try:
            for address in options.listen:
                endpoint = fleet.listen(address, options.open, keys)
                _complain(f"listening at {endpoint}")
            for address in options.camera:
                fleet.add(address)
            self.was_interrupted = await _is_interrupted_within(options.seconds)
            seconds = time.monotonic() - began
            if not self.patients:
                _complain("No camera called in this time. Is its address this computer's, and its pattern the port's?")
            verdicts = [patient.is_well() for patient in self.patients]
            for patient in self.patients:
                patient.see_health()
            self.all_well = bool(verdicts) and all(verdicts)
            return [patient.report(seconds) for patient in self.patients]
        finally:
            fleet.close()


async def _is_interrupted_within(seconds: float) -> bool:
    """Wait; True if Ctrl+C ended it early. SIGTERM ends it early, too, but as if the time was up."""
    ended: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def end(by_hand: bool) -> None:
        if not ended.done():
            ended.set_result(by_hand)

    loop = asyncio.get_running_loop()
    if sys.platform == "win32":
        signal.signal(signal.SIGINT, lambda *_: loop.call_soon_threadsafe(end, True))
    else:
        loop.add_signal_handler(signal.SIGINT, end, True)
        loop.add_signal_handler(signal.SIGTERM, end, False)
    loop.call_later(seconds, end, False)
    return await ended


def _health_entry(health: Health) -> dict[str, Any]:
    return {"level": health.level, "text": health.text, "trouble": health.trouble, "facts": health.facts}


def _complain(sentence: str) -> None:
    print(f"watchword-probe: {printable(sentence)}", file=sys.stderr, flush=True)


def _table(entries: list[dict[str, Any]]) -> str:
    rows = [("camera", "dialect", "size", "codec", "frames", "fps", "kB/s", "age p50/p95/p99 ms", "drops", "messages")]
    for entry in entries:
        ages = "/".join("–" if age is None else f"{age:.0f}" for age in entry["age_ms"].values())
        ages = f"≥ {ages}" if entry["dialect"] in FOREIGN and entry["frames"] else ages
        drops = ", ".join(f"{cause} {count}" for cause, count in entry["drops"].items()) or "none"
        size = f"{entry['width']}×{entry['height']}"
        rate = (f"{entry['fps']:.1f}", f"{entry['bytes_per_s'] / 1000:.0f}")
        rows.append(
            (
                *(entry["name"], entry["dialect"], size, entry["codec"] or "–", str(entry["frames"])),
                *(*rate, ages, drops, str(entry["messages"])),
            )
        )
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="watchword-probe",
        description="Connect or listen like the viewer, decode every picture, and say how each camera does.",
        epilog="example: watchword-probe --camera tcp://porch.local:5600 --seconds 5",
    )
    arguments.add_endpoints(parser, "look at this camera; may be repeated")
    parser.add_argument(
        "--seconds", type=arguments.seconds, default=5.0, metavar="N", help="how long to look (default 5)"
    )
    parser.add_argument("--send", default="", metavar="TEXT", help="say this to every camera and print what comes back")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--log-level", default="error", choices=["debug", "info", "warning", "error"])
    parser.add_argument("--version", action="version", version=f"watchword-probe {__version__}")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 if every camera sent pictures, 1 if not, 2 on wrong use, 130 on Ctrl+C."""
    parser = _parser()
    options = parser.parse_args(argv)
    if not (options.camera or options.listen):
        parser.error("name a camera with --camera, or listen with --listen")
    arguments.check_listening(parser, options)
    handler = logging.StreamHandler()
    handler.setFormatter(PrintableFormatter("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=options.log_level.upper(), handlers=[handler])
    if isinstance(sys.stdout, io.TextIOWrapper):
        # What the terminal cannot show must not end the program.
        sys.stdout.reconfigure(errors="replace")
    probe = Probe(options)
    try:
        # The selector loop on every system: the proactor cannot watch ZeroMQ's descriptors.
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            entries = runner.run(probe.run())
    except UsageError as error:
        _complain(str(error))
        return 1
    if options.json:
        print(json.dumps({"cameras": entries}))
    elif entries:
        print(_table(entries))
    if probe.was_interrupted:
        return 130
    return 0 if probe.all_well else 1


if __name__ == "__main__":
    sys.exit(main())
