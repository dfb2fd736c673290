"""What the parsers of the wire formats share: a viewer hears all messages of an input from one camera."""

from contextlib import suppress

from camwire import dialects, values
from camwire.errors import UsageError, WireError
from camwire.events import ChatReceived
from camwire.messages import Parts
from tests.fuzz.framed import apart, joined
from tests.support.wire_samples import begin, read, samples

READS = ("camwire.dialects.foreign", "camwire.dialects.base", "camwire.headers", "camwire.arrays")


def hear(name: str, data: bytes) -> None:
    """Give all messages in `data` to a camera of the dialect `name` that nobody has heard before, and say something to
    it before each."""
    camera = begin(name)
    for number, parts in enumerate(apart(data)):
        claimants = [each for each, dialect in dialects.registered().items() if dialect.caller(parts) is not None]
        assert len(claimants) <= 1, claimants
        now = 1.0 + number / 10
        with suppress(UsageError):
            camera.say("a line", number)
        with suppress(WireError):
            for event in camera.receive(parts, now):
                if isinstance(event, ChatReceived):
                    values.summary(event.value)
        camera.send_lines()
        camera.send_receipt()
        camera.send_apology()


def recorded(name: str) -> dict[str, bytes]:
    """Seeds: the recorded messages of a dialect, each after the first one of a camera."""
    first: Parts = list(read(samples(name, "first")[0]))
    return {path.stem: joined([first, read(path)]) for kind in ("first", "later") for path in samples(name, kind)}
