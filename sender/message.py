"""A message, as the user's function gets it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Message:
    """What came from a viewer, or back from a receiver of a foreign format. `time` is aware, UTC.

    `text` can be read by a person. `value` is what was really said: mostly that text; from foreign receivers also
    numbers, lists and the like, bytes (imagezmq), or a NumPy array of any shape (pictures: blue first, as a rule).
    """

    text: str
    viewer: str
    time: datetime
    value: object
