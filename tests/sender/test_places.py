"""How many streams the H.264 hardware has at a time, whichever cameras they are of."""

import pytest

from sender.picamera import places as module
from sender.picamera.places import Places
from sender.pictures.own_h264 import HardwareFailed


def test_that_a_place_that_is_being_left_is_waited_for_and_one_that_is_not_is_refused() -> None:
    places = Places(2)
    assert (places.take(), places.take()) == (True, True)
    with pytest.raises(HardwareFailed, match="enough to do"):
        places.take()
    places.leave()
    assert not places.take()
    assert not places.has_room
    places.give_back()
    assert places.has_room
    assert places.take()


def test_that_who_does_not_leave_in_time_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    places = Places(1)
    places.take()
    places.leave()
    monkeypatch.setattr(module, "LEAVING_SECONDS", 0.0)
    with pytest.raises(HardwareFailed):
        places.take()


def test_that_where_the_driver_grants_fewer_nobody_asks_until_one_has_ended(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    places = Places(3)
    places.take()
    places.take()
    assert places.refused()
    assert not places.has_room
    assert "enough to do (streams: 1)" in caplog.text
    places.leave()
    places.give_back()
    assert places.has_room
    # Then it was not the others.
    places.take()
    assert not places.refused()
    assert places.has_room
