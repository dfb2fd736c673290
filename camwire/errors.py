"""What can go wrong on the wire. The class says who must act; the text says what to do next."""


class CamwireError(Exception):
    """Base of every error this package raises on purpose."""


class WireError(CamwireError):
    """The peer sent something that is no valid message. Close that peer, and only that peer."""


class UsageError(CamwireError):
    """This side asked for something that cannot be done; the text names the way out."""
