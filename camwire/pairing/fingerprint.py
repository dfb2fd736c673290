"""A public key in words: what two people compare when they want to be sure."""

import hashlib

from camwire.pairing.spelling import spelled

# 64 bits: to find another key with the same words takes 2**64 tries.
BYTES = 8


def fingerprint(key: bytes) -> str:
    """Eight words for a public key (Z85, 40 bytes)."""
    return " ".join(spelled(hashlib.sha256(b"watchword key " + key).digest()[:BYTES]))
