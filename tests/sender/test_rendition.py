"""What a viewer wants, and in which size, quality and codec it gets it."""

import itertools

import pytest

from camwire.frame import EncodedFrame
from sender.asked import Size
from sender.pictures.look import Look
from sender.pipeline.rendition import NEVER, Demand, Frames, Rendition, fitted

HD, VGA = Size(1280, 720), Size(640, 480)


@pytest.mark.parametrize(
    ("own", "place", "size"),
    [
        (HD, Size(320, 180), Size(320, 180)),
        (HD, Size(320, 300), Size(320, 180)),
        (HD, Size(900, 90), Size(160, 90)),
        (VGA, Size(320, 180), Size(240, 180)),
        (HD, Size(500, 281), Size(500, 280)),
        (HD, Size(1, 1), Size(2, 2)),
        (Size(720, 1280), Size(320, 180), Size(102, 180)),
    ],
)
def test_that_a_picture_fits_into_its_place_in_its_own_shape(own: Size, place: Size, size: Size) -> None:
    assert fitted(own, place) == size


def test_that_a_picture_that_h264_cannot_carry_goes_out_as_jpeg() -> None:
    assert Demand("h264", Size(320, 180)).rendition(Look(), HD) == Rendition("h264", Size(320, 180))
    assert Demand("h264", Size(8, 8), alone=3).rendition(Look(), HD) == Rendition("jpeg", Size(8, 4))
    assert Demand("h264").rendition(Look(), Size(20_000, 100)).codec == "jpeg"


@pytest.mark.parametrize("place", [HD, Size(1280, 4000), Size(2560, 1440)])
def test_that_a_picture_is_never_enlarged(place: Size) -> None:
    assert fitted(HD, place) == HD
    assert fitted(Size(641, 481), place) == Size(641, 481)


def test_that_every_size_is_even_and_within_a_pixel_of_what_the_place_leaves() -> None:
    owns = (HD, VGA, Size(1921, 1079), Size(480, 640), Size(101, 1000))
    for own, place in itertools.product(
        owns, (Size(*each) for each in itertools.product(range(97, 480, 13), repeat=2))
    ):
        share = min(1, place.width / own.width, place.height / own.height)
        size = fitted(own, place)
        if share == 1:
            continue
        assert size.width <= place.width
        assert size.height <= place.height
        assert (size.width % 2, size.height % 2) == (0, 0)
        assert abs(size.width - own.width * share) < 1.001
        assert abs(size.height - own.height * share) < 1.001


def test_that_the_cameras_owner_says_how_large_and_how_good_pictures_are_at_most() -> None:
    look = Look(VGA, quality=60)
    assert Demand().rendition(look, HD) == Rendition("jpeg", VGA, 60)
    assert Demand(place=HD, quality=90).rendition(look, HD) == Rendition("jpeg", VGA, 60)
    assert Demand(place=Size(320, 300), quality=40).rendition(look, HD) == Rendition("jpeg", Size(320, 240), 40)


def test_that_who_asks_for_the_usual_quality_asks_for_nothing_less() -> None:
    assert Demand(quality=80).rendition(Look(), HD) == Rendition("jpeg", HD)
    assert Demand(quality=79).rendition(Look(), HD) == Rendition("jpeg", HD, 79)


def test_that_a_narrow_link_gets_a_share_of_what_was_wanted() -> None:
    assert Demand(place=Size(640, 360), scale=0.5).rendition(Look(), HD).size == Size(320, 180)
    assert Demand(scale=0.5).rendition(Look(), HD).size == Size(640, 360)


def test_that_places_of_the_same_content_share_a_rendition() -> None:
    wide, high = Demand(place=Size(400, 180)), Demand(place=Size(320, 400))
    assert wide.rendition(Look(), HD) == high.rendition(Look(), HD)


def test_that_a_frame_is_for_who_demanded_its_rendition_and_is_due() -> None:
    small = Demand(place=Size(320, 180))
    frame = EncodedFrame(1, 100, "jpeg", 320, 180, b"small")
    frames = Frames(100, Look(), HD, {small.rendition(Look(), HD): frame})
    assert frames.of(small) is frame
    assert frames.of(Demand(place=Size(320, 180), due_ns=100)) is frame
    assert frames.of(Demand(place=Size(320, 180), due_ns=101)) is None
    assert frames.of(Demand(place=Size(320, 180), due_ns=NEVER)) is None
    assert frames.of(Demand()) is None
