"""What is done to pictures on their way: the contract of every filter."""

from abc import ABC, abstractmethod
from typing import ClassVar, Self

from camwire.errors import UsageError
from sender.asked import Size
from sender.pictures.capture import Picture


class Filter(ABC):
    """Changes pictures, one after the other, of one camera. All of it but `size` is called in the encode thread.

    It is given only pictures that somebody will see, so some of those the source gave are left out.
    """

    name: ClassVar[str] = ""
    """The word that asks for it; none, where only Python can."""
    asked_as: ClassVar[str] = ""
    """How to ask for it, for the sentence that lists what is possible."""

    @classmethod
    def from_value(cls, value: str) -> Self:
        """Make it with what stood behind the colon, or with the usual where that is empty. Raises UsageError."""
        if value:
            raise UsageError(f"The filter {cls.name} takes nothing behind its name. Leave out “:{value[:40]}”.")
        return cls()

    @abstractmethod
    def apply(self, pixels: Picture) -> Picture:
        """Return the picture that goes on: (height, width, 3), uint8, BGR. `pixels` are left as they are.

        It may be `pixels` itself. An exception leaves this one picture out.
        """

    def size(self, size: Size) -> Size:
        """The size of what becomes of a picture of `size`. For any thread."""
        return size


def whole_number(name: str, value: str, least: int, most: int, usual: int, unit: str) -> int:
    """Read what stood behind the colon of the filter `name`. Raises UsageError with the range."""
    if not value:
        return usual
    number = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else -1
    if not least <= number <= most:
        raise UsageError(
            f"The filter {name} takes a whole number of {unit} from {least} to {most}, not “{value[:40]}”. "
            f"Write it like {name}:{usual}."
        )
    return number
