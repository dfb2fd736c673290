"""What a person types as an address."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from camwire.endpoint import DEFAULT_PORT, PATTERNS, Endpoint, require_permission
from camwire.errors import UsageError


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("tcp://192.168.1.20:5600", "192.168.1.20", 5600),
        ("  porch.local ", "porch.local", DEFAULT_PORT),
        ("porch:1", "porch", 1),
        ("tcp://*:65535", "*", 65535),
        ("tcp://porch:5600/", "porch", 5600),
        ("[::1]:7", "::1", 7),
        ("::1", "::1", DEFAULT_PORT),
        ("tcp://[fe80::1%eth0]:5600", "fe80::1%eth0", 5600),
        ("127.0.0.1:0", "127.0.0.1", 0),
    ],
)
def test_that_an_address_is_read(text: str, host: str, port: int) -> None:
    assert Endpoint.parse(text) == Endpoint(host, port)


@pytest.mark.parametrize("pattern", [each for each in PATTERNS if each])
def test_that_a_pattern_stands_before_the_scheme(pattern: str) -> None:
    assert Endpoint.parse(f"{pattern}+tcp://*:5566") == Endpoint("*", 5566, pattern)


@pytest.mark.parametrize("text", ["dealer+tcp://*:1", "+tcp://*:1", "SUB+tcp://*:1", "sub+pull+tcp://*:1"])
def test_that_an_unknown_pattern_is_refused_with_those_that_are_known(text: str) -> None:
    with pytest.raises(UsageError, match=r"Known are tcp://, secure\+tcp://, pair\+tcp://, sub\+tcp://"):
        Endpoint.parse(text)


@pytest.mark.parametrize("text", ["sub+ipc://x", "sub://*:1", "sub+udp://*:1", "tcp+sub://*:1", "sub+://x"])
def test_that_a_pattern_with_another_scheme_is_refused_with_the_right_one(text: str) -> None:
    with pytest.raises(UsageError, match="Watchword uses tcp://"):
        Endpoint.parse(text)


@pytest.mark.parametrize(
    ("text", "ports"),
    [
        ("tcp://*:5566", [5566]),
        ("tcp://*:5566,5567", [5566, 5567]),
        (" tcp://*:5566, 5567 ,5568 ", [5566, 5567, 5568]),
        ("*", [DEFAULT_PORT]),
        ("*,5567", [DEFAULT_PORT, 5567]),
    ],
)
def test_that_one_address_may_have_several_ports(text: str, ports: list[int]) -> None:
    assert Endpoint.parse_all(text) == [Endpoint("*", port) for port in ports]


def test_that_several_ports_have_one_pattern() -> None:
    assert Endpoint.parse_all("sub+tcp://[::1]:1,2") == [Endpoint("::1", 1, "sub"), Endpoint("::1", 2, "sub")]


@pytest.mark.parametrize("text", ["tcp://*:1,", "tcp://*:1,,2", "tcp://*:1,x", "tcp://*:1,-2", "tcp://*:1,65536"])
def test_that_every_port_of_several_must_be_one(text: str) -> None:
    with pytest.raises(UsageError, match="A port is a number from 1 to 65535"):
        Endpoint.parse_all(text)


@pytest.mark.parametrize("text", ["tcp://*:1,2,1", "*,5600"])
def test_that_no_port_is_named_twice(text: str) -> None:
    with pytest.raises(UsageError, match="names a port twice"):
        Endpoint.parse_all(text)


def test_that_not_more_ports_are_taken_than_the_limit() -> None:
    assert len(Endpoint.parse_all("tcp://*:1" + "".join(f",{port}" for port in range(2, 65)))) == 64
    with pytest.raises(UsageError, match=r"names 65 ports; at most 64 fit in one address"):
        Endpoint.parse_all("tcp://*:1" + "".join(f",{port}" for port in range(2, 66)))


@pytest.mark.parametrize("text", ["", ",", ",1", "tcp://,2", "5566,5567", "tcp://a,b", "tcp://*:1,tcp://*:2"])
def test_that_what_is_no_address_of_several_ports_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        Endpoint.parse_all(text)


@pytest.mark.parametrize("text", ["", "tcp://", "porch door", "tcp://:5600", "-x", "a/b", "[nonsense:]:5"])
def test_that_what_is_no_address_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match=r"tcp://192\.168\.1\.20:5600|A port is a number"):
        Endpoint.parse(text)


@pytest.mark.parametrize("text", ["http://porch", "rtsp://porch:554/live", "://porch"])
def test_that_another_scheme_is_refused_with_the_right_one(text: str) -> None:
    with pytest.raises(UsageError, match="Watchword uses tcp://"):
        Endpoint.parse(text)


@pytest.mark.parametrize("port", ["65536", "-1", "x", "٣", "1.5", "0x10", "9" * 5000])
def test_that_what_is_no_port_is_refused(port: str) -> None:
    with pytest.raises(UsageError, match="A port is a number from 1 to 65535"):
        Endpoint.parse(f"porch:{port}")


@pytest.mark.parametrize(
    "text", ["tcp://10.0.0.1:1", "tcp://[::1]:5600", "tcp://*:2", "sub+tcp://*:2", "pair+tcp://porch:1"]
)
def test_that_an_endpoint_is_written_as_it_is_read(text: str) -> None:
    assert str(Endpoint.parse(text)) == text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "::1"])
def test_that_loopback_stays_on_this_machine(host: str) -> None:
    endpoint = Endpoint(host, 5600)
    require_permission(endpoint, is_open=False)
    assert endpoint.is_loopback


@pytest.mark.parametrize("host", ["0.0.0.0", "*", "::", "192.168.1.2", "localhost.evil.example", "porch"])
def test_that_listening_to_others_needs_the_word_open(host: str) -> None:
    with pytest.raises(UsageError, match="Add --open"):
        require_permission(Endpoint(host, 5600), is_open=False)
    require_permission(Endpoint(host, 5600), is_open=True)


@settings(deadline=None, max_examples=200)
@example(text="::%]")
@example(text="[fe80::1%eth0]:5600")
@given(text=st.text(max_size=40) | st.text(alphabet="tcp:/[]*.0123456789abc%-_", max_size=40))
def test_that_any_text_is_read_or_refused(text: str) -> None:
    try:
        endpoint = Endpoint.parse(text)
    except UsageError:
        return
    assert Endpoint.parse(str(endpoint)) == endpoint


@settings(deadline=None, max_examples=200)
@example(text="::%]")
@example(text="[fe80::1%eth0]:5600")
@given(text=st.text(max_size=40) | st.text(alphabet="tcp:/[]*.,+subpair0123456789 %-_", max_size=40))
def test_that_any_text_is_read_as_several_or_refused(text: str) -> None:
    try:
        ends = Endpoint.parse_all(text)
    except UsageError:
        return
    assert len({end.port for end in ends}) == len(ends) > 0
    assert all(Endpoint.parse(str(end)) == end for end in ends)
