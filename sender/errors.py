"""What can be wrong with a source."""


class SourceError(Exception):
    """The source cannot be used; the text says to a person what to do."""


class SourceLost(SourceError):
    """The source was open and has vanished. It is opened again until it is back."""
