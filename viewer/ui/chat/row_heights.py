"""Where the rows of a long list are: measured where somebody looked, guessed everywhere else."""

import numpy as np

GUESS = 60.0


class RowHeights:
    """Heights of rows, in px. No row is measured that nobody sees, so a list of 10,000 opens as fast as one of ten."""

    def __init__(self) -> None:
        self._heights = np.zeros(0)
        self._is_known = np.zeros(0, bool)
        self._ends: np.ndarray[tuple[int], np.dtype[np.float64]] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def reset(self, count: int) -> None:
        """There are `count` rows, and nothing is known of them."""
        self._heights, self._is_known = np.full(count, GUESS), np.zeros(count, bool)
        self._ends = None

    def insert(self, row: int, count: int) -> None:
        """There are `count` more from `row` on."""
        guess = float(self._heights[self._is_known].mean()) if self._is_known.any() else GUESS
        self._heights = np.insert(self._heights, row, np.full(count, guess))
        self._is_known = np.insert(self._is_known, row, np.zeros(count, bool))
        self._ends = None

    def remove(self, row: int, count: int) -> None:
        """These are gone."""
        self._heights = np.delete(self._heights, np.s_[row : row + count])
        self._is_known = np.delete(self._is_known, np.s_[row : row + count])
        self._ends = None

    def doubt(self, row: int | None = None) -> None:
        """One row, or every one, is to be measured again when it is seen; until then it keeps its height."""
        self._is_known[slice(None) if row is None else row] = False

    def is_known(self, row: int) -> bool:
        """Whether this row was measured."""
        return bool(self._is_known[row])

    def measure(self, row: int, height: float) -> float:
        """A row is this high; return by how much that is more than was thought."""
        more = height - float(self._heights[row])
        self._heights[row], self._is_known[row] = height, True
        if more:
            self._ends = None
        return more

    def height(self, row: int) -> float:
        """How high a row is, as far as is known."""
        return float(self._heights[row])

    def top(self, row: int) -> float:
        """Where a row begins."""
        return float(self._bottoms()[row - 1]) if row else 0.0

    @property
    def total(self) -> float:
        """Where the last one ends."""
        return self.top(len(self))

    def row_at(self, y: float) -> int:
        """The row at a place, the last one for every place below."""
        return max(0, min(len(self) - 1, int(np.searchsorted(self._bottoms(), y, "right"))))

    def _bottoms(self) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        if self._ends is None:
            self._ends = np.cumsum(self._heights)
        return self._ends
