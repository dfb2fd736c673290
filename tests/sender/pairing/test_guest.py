"""With whom a conversation is: nobody gets into that of another one by claiming to be him."""

import json

import zmq
from hypothesis import given
from hypothesis import strategies as st

from camwire.rights import Rights
from sender.pairing.guest import ANYBODY, Guest, conversation_id, key_in

KEYS = [zmq.curve_keypair()[0].decode() for _ in range(3)]
guests = st.sampled_from([ANYBODY, *(Guest(key, "desk", Rights.WATCH) for key in KEYS)])
claims = st.text(max_size=120) | st.sampled_from([f"curve:{KEYS[0]} desk", "id:desk", f"{KEYS[0]} desk", "curve:"])


@given(guests, claims, guests, claims)
def test_that_two_that_are_not_the_same_share_nothing(one: Guest, its: str, other: Guest, others: str) -> None:
    is_same = (one.key, its) == (other.key, others)
    assert (conversation_id(one, its) == conversation_id(other, others)) is is_same


@given(guests, claims, st.text())
def test_that_the_proved_key_is_found_again(guest: Guest, claimed: str, log: str) -> None:
    assert key_in(json.dumps((conversation_id(guest, claimed), log))) == guest.key


def test_that_an_open_conversation_is_called_as_ever() -> None:
    assert conversation_id(ANYBODY, "id-of-a-viewer") == "id-of-a-viewer"
