"""Twelve stock senders that share one port: every mode that a REQ socket is used in."""

# seed: (words of the stock sender, dialect, largest mean error of a pixel)
TWELVE = {
    1: (("netgear", "--pattern", 1), "netgear", 3),
    2: (("netgear", "--pattern", 1, "--multiserver"), "netgear", 3),
    3: (("netgear", "--pattern", 1, "--multiserver"), "netgear", 3),
    4: (("netgear", "--pattern", 1, "--bidirectional"), "netgear", 3),
    5: (("netgear", "--pattern", 1, "--multiclient"), "netgear", 3),
    6: (("netgear", "--pattern", 1, "--gray"), "netgear", 3),
    7: (("netgear", "--pattern", 1, "--raw"), "netgear", 0),
    8: (("netgear_async", "--pattern", 1), "netgear_async", 0),
    9: (("netgear_async", "--pattern", 1, "--bidirectional"), "netgear_async", 0),
    10: (("imagezmq", "--name", "porch"), "imagezmq", 0),
    11: (("imagezmq", "--name", "gate"), "imagezmq", 0),
    12: (("imagezmq", "--name", "shed", "--jpg"), "imagezmq", 3),
}
GRAY = 6
