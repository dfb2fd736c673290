"""What was done to the wall, and can be undone and done again."""

from collections.abc import Callable
from dataclasses import dataclass

MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class Step:
    """`back()` undoes what was done, `again()` does it once more: both in what is kept, as the window in which it was
    done may be gone by then. It means nothing without the walls whose settings `of` holds."""

    back: Callable[[], object]
    again: Callable[[], object]
    of: tuple[object, ...] = ()


class Undo:
    """The steps in both directions; a new step ends what could have been done again. The oldest are forgotten."""

    def __init__(self) -> None:
        self.follow: Callable[[], object] = lambda: None
        """Called after each step: the windows there are, which set it, show what is kept now."""
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step that was taken back."""
        return bool(self._undone)

    def keep(self, step: Step) -> None:
        """This was done just now."""
        self._done = [*self._done[1 - MOST_STEPS :], step]
        self._undone.clear()

    def forget(self, wall: object) -> None:
        """The wall with these settings is gone for good."""
        for steps in (self._done, self._undone):
            steps[:] = [step for step in steps if not any(each is wall for each in step.of)]

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            step.back()
            self.follow()

    def redo(self) -> None:
        """Do again what was taken back last, if anything was."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            step.again()
            self.follow()
