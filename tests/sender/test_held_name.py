"""A name on the network that was ours just now is ours at another address, too."""

from ipaddress import ip_network

from sender.announcing.held_name import HeldName

HOME, GARDEN = ip_network("10.0.0.0/24"), ip_network("10.0.1.0/24")
HELD = HeldName("porch-2", "porch", frozenset({HOME}), until=100.0)


def test_that_a_name_is_kept_where_others_remember_whose_it_is() -> None:
    assert HELD.holds("porch", {HOME}, 99.0)


def test_that_it_is_asked_for_where_somebody_else_may_have_it() -> None:
    assert not HELD.holds("porch", {HOME}, 100.0)
    assert not HELD.holds("gate", {HOME}, 99.0)
    assert not HELD.holds("porch", {HOME, GARDEN}, 99.0)
