"""What one viewer gets: as it wants, as its link carries, when it is due."""

import time
from collections import Counter

import pytest

from camwire import messages
from camwire.conversation import Conversation
from camwire.frame import EncodedFrame
from camwire.messages import PROTOCOL, CameraHello, Credit, ViewerHello, Want
from camwire.viewer_peer import ViewerPeer
from sender.asked import Size
from sender.audience.viewer_stream import ViewerStream
from sender.pictures.look import Look
from sender.pipeline.rendition import NEVER, Demand, Frames

OWN = Size(1280, 720)
SECOND = 1_000_000_000


class Stage:
    """A greeted viewer that can decode `decodes` beside JPEG, and its stream."""

    def __init__(self, decodes: list[str] | None = None, codecs: tuple[str, ...] = ("jpeg", "h264")) -> None:
        camera = CameraHello(protocol=PROTOCOL, id="cam", name="porch")
        self.peer = ViewerPeer(camera, lambda _: Conversation("log"), time.monotonic_ns, 0.0)
        self.receive(ViewerHello(protocol=PROTOCOL, id="v", name="desk", log="l", codecs=decodes or []))
        self.drops: Counter[str] = Counter()
        self.stream = ViewerStream(self.peer, codecs, self.drops, 0.0)
        self.sequence = 0

    def receive(self, message: messages.Message) -> None:
        self.peer.receive(messages.encode(message), 0.0)

    def want(self, **words: object) -> None:
        self.receive(Want(**words))  # type: ignore[arg-type]
        self.stream.want_changed()

    def grant(self, window: int = 1, now: float = 0.0, held: float = 0.0) -> None:
        self.receive(Credit(taken=self.sequence, window=window))
        self.stream.taken(self.sequence, held, now)

    @property
    def demand(self) -> Demand:
        assert self.stream.demand is not None
        return self.stream.demand

    def show(self, time_ns: int = 0, demand: Demand | None = None, after: int | None = None, size: int = 5) -> bool:
        """Offer a frame of the rendition of `demand`, or of its own; return whether it was taken."""
        self.sequence += 1
        rendition = (demand or self.demand).rendition(Look(), OWN)
        frame = EncodedFrame(
            self.sequence, time_ns, rendition.codec, 4, 4, b"1" * size, keyframe=after is None, after=after or 0
        )
        picked = self.stream.pick(Frames(time_ns, Look(), OWN, {rendition: frame}))
        if picked is not None:
            self.stream.sent(picked, time_ns / SECOND)
        return picked is frame


def test_that_nothing_is_due_before_there_is_credit() -> None:
    stage = Stage()
    assert stage.demand.due_ns == NEVER
    assert not stage.show()
    stage.grant()
    assert stage.demand.due_ns == 0
    assert stage.show()
    assert stage.demand.due_ns == NEVER
    assert stage.drops == {"no-credit": 1}


def test_that_a_paused_viewer_demands_nothing() -> None:
    stage = Stage()
    stage.grant()
    stage.want(paused=True)
    assert stage.stream.demand is None
    stage.want()
    assert stage.demand == Demand(place=stage.demand.place)


@pytest.mark.parametrize(
    ("want", "size"),
    [
        ({}, OWN),
        ({"width": 320, "height": 180}, Size(320, 180)),
        ({"width": 320}, Size(320, 180)),
        ({"height": 90}, Size(160, 90)),
        ({"width": 4000, "height": 4000}, OWN),
    ],
)
def test_that_the_place_says_the_size(want: dict[str, int], size: Size) -> None:
    stage = Stage()
    stage.want(**want)
    assert stage.demand.rendition(Look(), OWN).size == size


def test_that_the_least_quality_counts() -> None:
    stage = Stage()
    stage.want(quality=40)
    assert stage.demand.rendition(Look(quality=60), OWN).quality == 40
    assert stage.demand.rendition(Look(quality=30), OWN).quality == 30


def test_that_a_rate_is_kept_evenly_whatever_the_sources_is() -> None:
    stage = Stage()
    stage.want(fps=10)
    taken = []
    for number in range(60):
        stage.grant()
        if stage.show(number * SECOND // 30):
            taken.append(number)
    assert taken[:4] == [0, 3, 6, 9]
    assert len(taken) == 20
    assert not stage.drops


def test_that_a_rate_that_changes_all_the_time_is_kept() -> None:
    stage = Stage()
    taken = 0
    for number in range(300):
        stage.want(fps=5 + number % 2)
        stage.grant()
        taken += stage.show(number * SECOND // 30)
    assert 45 < taken < 65


def test_that_a_frame_of_a_rendition_it_wanted_before_is_not_for_it() -> None:
    stage = Stage()
    stage.grant()
    before = stage.demand
    stage.want(width=320, height=180)
    assert not stage.show(demand=before)
    assert stage.show()
    assert not stage.drops


@pytest.mark.parametrize(
    ("codecs", "decodes", "wish", "codec"),
    [
        (("jpeg", "h264"), ["h264"], "", "jpeg"),
        (("jpeg", "h264"), ["h264"], "h264", "h264"),
        (("h264", "jpeg"), ["h264"], "", "h264"),
        (("h264", "jpeg"), ["h264"], "jpeg", "jpeg"),
        (("h264", "jpeg"), [], "", "jpeg"),
        (("jpeg",), ["h264"], "h264", "jpeg"),
        (("jpeg", "h264"), [], "h264", "jpeg"),
        (("jpeg",), ["av1"], "av1", "jpeg"),
    ],
)
def test_that_a_codec_is_one_that_both_ends_can(
    codecs: tuple[str, ...], decodes: list[str], wish: str, codec: str
) -> None:
    stage = Stage(decodes, codecs)
    stage.want(codec=wish)
    assert stage.demand.codec == codec


def test_that_a_codec_that_turned_out_to_be_missing_is_demanded_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = h264_stage()
    assert stage.demand.codec == "h264"
    monkeypatch.setattr("sender.encoders._missing", {"h264"})
    stage.grant(window=9)
    assert (stage.demand.codec, stage.demand.keyframe, stage.demand.alone) == ("jpeg", False, 0)


def h264_stage() -> Stage:
    stage = Stage(["h264"], ("h264", "jpeg"))
    stage.grant(window=9)
    return stage


def test_that_it_begins_with_a_keyframe_and_deltas_follow_without_a_gap() -> None:
    stage = h264_stage()
    assert stage.demand.keyframe
    assert not stage.show(after=0)
    assert stage.show()
    assert not stage.demand.keyframe
    assert stage.show(after=2)
    assert not stage.show(after=2)
    assert stage.demand.keyframe
    assert not stage.show(after=4)
    assert stage.show()
    assert stage.drops == {"no-keyframe": 3}


def test_that_a_viewer_that_cannot_decode_gets_a_keyframe_next() -> None:
    stage = h264_stage()
    assert stage.show()
    stage.grant(window=9)
    stage.stream.keyframe_asked()
    assert stage.demand.keyframe
    assert not stage.show(after=1)
    assert stage.show()


@pytest.mark.parametrize("missed", ["no credit", "not due", "queue full"])
def test_that_who_misses_a_delta_goes_on_with_an_encoder_of_its_own(missed: str) -> None:
    stage = h264_stage()
    assert stage.show()
    assert (stage.demand.alone, stage.demand.keyframe) == (0, False)
    match missed:
        case "no credit":
            stage.grant(window=0)
            assert not stage.show(after=1)
        case "not due":
            stage.want(fps=1)
            assert stage.show(SECOND, after=1)
            assert not stage.show(SECOND + 1, after=2)
        case "queue full":
            stage.stream.missed()
    assert stage.demand.alone
    assert stage.demand.keyframe


def test_that_it_shares_one_again_when_it_wants_something_else() -> None:
    stage = h264_stage()
    assert stage.show()
    stage.stream.missed()
    stage.want(width=320, height=180)
    assert (stage.demand.alone, stage.demand.keyframe) == (0, True)


@pytest.mark.parametrize("ahead", [1, 2**40])
def test_that_a_viewer_that_takes_what_it_was_not_sent_gets_no_more_than_its_window(ahead: int) -> None:
    stage = Stage()
    stage.grant(window=2)
    shown = 0
    for number in range(30):
        shown += stage.show(number * SECOND // 30)
        stage.receive(Credit(taken=stage.sequence + ahead, window=2))
        stage.stream.taken(stage.sequence + ahead, 0.0, number / 30)
        assert stage.peer.credit.under_way <= 2
    assert shown == 2
    stage.receive(Credit(taken=2, window=2))
    stage.stream.taken(2, 0.0, 1.0)
    assert stage.show(SECOND)


def test_that_a_keyframe_on_its_way_is_not_made_again_for_who_says_that_it_took_more() -> None:
    stage = h264_stage()
    assert stage.show()
    stage.stream.taken(2**40, 0.0, 0.0)
    stage.stream.keyframe_asked()
    assert not stage.demand.keyframe


def test_that_a_miss_of_jpeg_costs_nobody_anything() -> None:
    stage = Stage()
    assert not stage.show()
    assert stage.drops == {"no-credit": 1}
    assert stage.demand.alone == 0


def test_that_a_ceiling_holds_though_each_picture_has_another_size() -> None:
    stage = Stage()
    stage.want(bytes_per_second=200_000)
    sent = 0
    for number in range(10 * 30):
        now_ns = number * SECOND // 30
        stage.grant(now=now_ns / SECOND)
        size = 15_000 + number * 7919 % 10_000
        sent += size * stage.show(now_ns, size=size)
    assert 0.6 < sent / 2_000_000 < 1.15


@pytest.mark.parametrize("is_link_slow", [True, False])
def test_that_a_slow_link_gets_less_and_a_slow_painter_does_not(is_link_slow: bool) -> None:
    stage = Stage()
    stage.grant()
    full = stage.demand.rendition(Look(), OWN)
    now, worse = 0.0, 0
    for number in range(60):
        rendition = stage.demand.rendition(Look(), OWN)
        worse += rendition != full
        share = rendition.size.width * rendition.size.height / (OWN.width * OWN.height)
        size = round(100_000 * share * (rendition.quality or 100) / 100)
        now = max(now, stage.demand.due_ns / SECOND)
        assert stage.show(round(now * SECOND), size=size)
        # From the tenth picture on it takes half a second at full size: on the way, or to paint.
        took = 0.005 if number < 10 else 0.005 + size / 200_000
        now += took
        stage.grant(now=now, held=0.0 if is_link_slow else took - 0.005)
    assert worse > 30 if is_link_slow else worse == 0
