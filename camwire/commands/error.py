"""What is raised when a command cannot be run as it was given."""

from camwire.errors import UsageError


class CommandError(UsageError):
    """A command cannot be run as it was given. `start` and `end` are the place of the wrong word in a typed line."""

    def __init__(self, text: str, start: int = 0, end: int = 0) -> None:
        super().__init__(text)
        self.start = start
        self.end = end
