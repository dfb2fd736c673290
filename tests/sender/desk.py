"""A viewer that sets controls, and hears what is in force."""

from camwire.controls import ControlRow, Value
from camwire.events import CameraGreeted, ControlAnswered, ControlsTold
from camwire.messages import ControlAnswer, ControlChange, encode
from tests.sender.support import Viewer
from tests.support.waiting import until


class Desk(Viewer):
    """What it was told of controls, and what it was answered."""

    @property
    def told(self) -> list[ControlsTold]:
        return [event for event in self.events if isinstance(event, ControlsTold)]

    @property
    def values(self) -> dict[str, Value]:
        """All that is in force, as it was told last."""
        return dict(self.told[-1].state.values) if self.told else {}

    @property
    def of_source(self) -> dict[str, Value]:
        """What is in force at the source."""
        return {name: value for name, value in self.values.items() if not name.startswith("picture_")}

    @property
    def rows(self) -> tuple[ControlRow, ...]:
        """The table as it was told last."""
        told = [event.rows for event in self.told if event.rows is not None]
        greeted = [event.controls for event in self.events if isinstance(event, CameraGreeted)]
        return told[-1] if told else greeted[-1] if greeted else ()

    def row(self, name: str) -> ControlRow:
        return next(row for row in self.rows if row.name == name)

    @property
    def answered(self) -> list[ControlAnswer]:
        return [event.answer for event in self.events if isinstance(event, ControlAnswered)]

    def change(self, number: int, name: str, value: object) -> None:
        self.send(*encode(ControlChange(number=number, name=name, value=value)))

    async def set(self, name: str, value: object) -> ControlAnswer:
        """Have it set; return the answer."""
        count = len(self.answered)
        self.change(count + 1, name, value)
        await until(lambda: len(self.answered) > count)
        return self.answered[-1]
