"""Which address of a found camera is taken."""

import ipaddress

import pytest

from camwire.local_network import Place
from viewer.core.finding.finding import Finding
from viewer.core.finding.found import found_camera, nearest

HERE = [
    Place(ipaddress.ip_address(address), "eth0", ipaddress.ip_network(network))
    for address, network in (("192.168.1.9", "192.168.1.0/24"), ("fd00::9", "fd00::/64"))
]
TEXT: dict[bytes, bytes | None] = {b"id": b"c7", b"name": b"porch", b"protocol": b"1.1"}


@pytest.mark.parametrize(
    ("addresses", "taken"),
    [
        (["10.0.0.5", "192.168.1.5"], "192.168.1.5"),
        (["fd00::5", "192.168.1.5"], "192.168.1.5"),
        (["10.0.0.5", "fd00::5"], "fd00::5"),
        (["10.0.0.5", "2001:db8::5"], "10.0.0.5"),
        (["fe80::5"], None),
        (["0.0.0.0", "224.0.0.251", "::"], None),
        ([], None),
    ],
)
def test_that_the_nearest_address_is_taken(addresses: list[str], taken: str | None) -> None:
    found = nearest(map(ipaddress.ip_address, addresses), HERE)
    assert (None if found is None else str(found)) == taken


def test_that_nobody_is_hidden_by_who_announces_the_same_elsewhere() -> None:
    finding = Finding()
    for name, address in (("porch", "192.168.1.5"), ("thief", "192.168.1.66")):
        found = found_camera(TEXT, name, [ipaddress.ip_address(address)], 5600, HERE)
        assert found is not None
        finding._by_service[name] = found
    assert {str(each.endpoint.host) for each in finding.cameras} == {"192.168.1.5", "192.168.1.66"}


def test_that_a_camera_without_a_port_cannot_be_reached() -> None:
    addresses = [ipaddress.ip_address("192.168.1.5")]
    assert found_camera(TEXT, "porch", addresses, 0, HERE) is None
    found = found_camera(TEXT, "porch", addresses, 5600, HERE)
    assert found is not None
    assert (found.id, found.name, str(found.endpoint)) == ("c7", "porch", "tcp://192.168.1.5:5600")
