"""Pairing: a code that a person carries from the camera to the viewer becomes two keys that know each other.

The code is short, so it is never sent: SPAKE2 makes a strong key of it at both ends, or two different ones.
Both public keys and all that was said go into the proofs which the ends give each other, so that whoever stands
between them and swaps a key has to guess the code, at one try for each time it is typed. See docs/protocol.md.

`code` and `fingerprint` are what people see, `messages` what travels, `exchange` the mathematics; `offering` is the
camera's side, `asking` the viewer's. Nothing here does I/O; to make a share takes some 10 ms of arithmetic (and many
times that on a small Pi), so it is called in a thread.
"""
