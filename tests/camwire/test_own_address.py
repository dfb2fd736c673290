"""Whether a connection still begins at an address of this computer."""

import socket

from camwire.own_address import OwnAddress


def test_that_a_connection_of_this_computer_begins_here() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as connection:
        own = OwnAddress.of(connection.fileno())
        # It belongs to whoever made it, and goes on.
        connection.sendall(b"?")
    assert own == OwnAddress(socket.AF_INET, ("127.0.0.1", 0))
    assert own.is_here


def test_that_an_address_that_was_lost_is_not_here() -> None:
    # TEST-NET-1, which nobody has.
    assert not OwnAddress(socket.AF_INET, ("192.0.2.1", 0)).is_here


def test_that_of_a_connection_that_has_ended_nothing_is_known() -> None:
    with socket.socket() as ended:
        descriptor = ended.fileno()
    assert OwnAddress.of(descriptor) is None
