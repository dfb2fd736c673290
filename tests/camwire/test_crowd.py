"""Who may be connected, and who goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire import limits
from camwire.crowd import MOST_REMEMBERED, Crowd, network_of
from camwire.excess import Excess

HERE, THERE, ELSEWHERE = "192.0.2.7", "192.0.2.8", "192.0.2.9"


def test_that_those_that_say_nothing_give_way_to_who_comes_from_the_same_address() -> None:
    crowd = Crowd(most=10, most_of_one=3)
    for number in range(3):
        assert crowd.came(number, HERE, 0.0) is None
    crowd.heard(0)
    assert crowd.came(3, HERE, 0.0) == (1, Excess.CONNECTIONS)
    assert crowd.came(4, HERE, 0.0) == (2, Excess.CONNECTIONS)
    assert crowd.came(5, THERE, 0.0) is None


def test_that_who_is_heard_stays_and_who_comes_then_has_to_go() -> None:
    crowd = Crowd(most=10, most_of_one=2)
    for number in range(2):
        crowd.came(number, HERE, 0.0)
        crowd.heard(number)
    assert crowd.came(2, HERE, 0.0) == (2, Excess.CONNECTIONS)
    crowd.left(0, 0.0)
    assert crowd.came(3, HERE, 0.0) is None


def test_that_a_full_port_sends_away_who_has_most_that_say_nothing() -> None:
    crowd = Crowd(most=4, most_of_one=3)
    crowd.came(0, ELSEWHERE, 0.0)
    for number in range(1, 4):
        crowd.came(number, HERE, 0.0)
    assert crowd.came(4, THERE, 0.0) == (1, Excess.CONNECTIONS)


def test_that_an_address_that_fails_again_and_again_is_shut_out_for_a_while_and_no_other() -> None:
    crowd = Crowd()
    for number in range(limits.FAILURES_AT_ONCE + 1):
        assert crowd.came(number, HERE, 0.0) is None
        crowd.left(number, 0.0)
    assert crowd.came(1000, HERE, limits.SHUT_OUT_SECONDS - 0.1) == (1000, Excess.FAILURES)
    assert crowd.came(1001, THERE, 1.0) is None
    assert crowd.came(1002, HERE, limits.SHUT_OUT_SECONDS) is None


def test_that_a_script_with_the_wrong_pattern_may_go_on_calling() -> None:
    crowd = Crowd()
    for number in range(1000):
        assert crowd.came(number, HERE, number / limits.FAILURES_PER_SECOND) is None
        crowd.left(number, number / limits.FAILURES_PER_SECOND)


def test_that_those_that_were_heard_may_all_come_back_at_once() -> None:
    crowd = Crowd()
    for number in range(limits.CONNECTIONS_OF_ADDRESS):
        crowd.came(number, HERE, 0.0)
        crowd.heard(number)
    for number in range(limits.CONNECTIONS_OF_ADDRESS):
        crowd.left(number, 1.0)
    assert crowd.came(0, HERE, 1.0) is None


def test_that_an_offender_is_shut_out_after_a_few_times() -> None:
    crowd, shut_out = Crowd(), 0
    for number in range(20):
        shut_out += crowd.came(number, HERE, 0.0) is not None
        crowd.heard(number)
        crowd.left(number, 0.0, is_offender=True)
    assert shut_out == 9


def test_that_no_more_addresses_are_remembered_than_there_is_room_for() -> None:
    crowd = Crowd()
    for number in range(3 * MOST_REMEMBERED):
        crowd.came(number, f"10.1.{number // 256}.{number % 256}", 0.0)
        crowd.left(number, 0.0)
    assert len(crowd._failures) <= MOST_REMEMBERED


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::1"),
        ("::1", "::1"),
        ("", ""),
    ],
)
def test_that_a_network_of_ipv6_counts_as_one_address(address: str, network: str) -> None:
    assert network_of(address) == network


@given(st.lists(st.tuples(st.sampled_from([HERE, THERE, ELSEWHERE]), st.booleans(), st.booleans()), max_size=80))
def test_that_a_crowd_never_exceeds_its_limits_and_never_sends_away_who_was_heard(
    events: list[tuple[str, bool, bool]],
) -> None:
    crowd, here, heard = Crowd(most=8, most_of_one=4), dict[int, str](), set[int]()
    for number, (address, is_heard, leaves) in enumerate(events):
        here[number] = address
        gone = crowd.came(number, address, 0.0)
        if gone is not None:
            assert gone[0] not in heard
            del here[gone[0]]
        if is_heard and number in here:
            crowd.heard(number)
            heard.add(number)
        if leaves and here:
            first = next(iter(here))
            del here[first]
            crowd.left(first, 0.0)
        assert len(here) <= 8
        assert all(list(here.values()).count(each) <= 4 for each in here.values())


def test_that_a_neighbour_of_who_is_shut_out_is_not() -> None:
    crowd, now = Crowd(), 0.0
    for number in range(limits.FAILURES_AT_ONCE + 1):
        crowd.came(number, "2001:db8::66", now)
        crowd.left(number, now)
    assert crowd.came(1000, "2001:db8::66", now) == (1000, Excess.FAILURES)
    assert crowd.came(1001, "2001:db8::2", now) is None
