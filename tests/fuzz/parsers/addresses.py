"""Addresses as a person types them: of cameras and viewers, and of cameras in the web."""

from contextlib import suppress

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from sender.errors import SourceError
from sender.web.address import Address

READS = ("camwire.endpoint", "sender.web.address")


def take(data: bytes) -> None:
    """What was read is read again from what it is written as."""
    text = data.decode("utf-8", "replace")
    with suppress(UsageError):
        for each in Endpoint.parse_all(text):
            assert Endpoint.parse(str(each)) == each
            assert each.is_loopback in (True, False)
    with suppress(SourceError):
        address = Address.of(text)
        assert not address.password or address.public.count("@") == 0


def seeds() -> dict[str, bytes]:
    ends = [Endpoint("porch.local", 5600), Endpoint("::1", 7), Endpoint("fe80::1%eth0", 5600, "sub"), Endpoint("*", 9)]
    texts = [*map(str, ends), "tcp://*:5566,5567", "http://user:pass%40@camera:80/video?x=1", "127.0.0.1"]
    return {f"address-{number}": text.encode() for number, text in enumerate(texts)}
