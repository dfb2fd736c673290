"""A row of numbers, brought down to what a plot of some hundred pixels can show. No Qt."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from viewer.ui.cards.kinds import AnyArray

MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class Series:
    """`low` and `high` by column, NaN where there is nothing; a column is one value, unless `is_dense`."""

    low: npt.NDArray[np.float64]
    high: npt.NDArray[np.float64]
    is_dense: bool
    least: float
    most: float
    last: float
    gaps: int
    """Columns without any number in them."""


def series(values: AnyArray, columns: int) -> Series:
    """Bring 1-D `values` (bool, integers or floats) to at most `columns`: no peak is lost."""
    columns = max(2, columns)
    if values.dtype.kind == "b":
        values = values.view(np.uint8)
    elif values.dtype == np.float16 or not values.dtype.isnative:
        # Those are slow to compare; of very long ones not every value is looked at.
        values = values[:: max(1, values.size // MANY)].astype(np.float64)
    last = float(values[-1])
    is_dense = values.size > columns
    low, high = _extremes(values, columns) if is_dense else (values.astype(np.float64),) * 2
    low, high = np.where(np.isfinite(low), low, np.nan), np.where(np.isfinite(high), high, np.nan)
    low, high = np.where(np.isnan(low), high, low), np.where(np.isnan(high), low, high)
    gaps = int(np.isnan(low).sum())
    is_empty = gaps == low.size
    least, most = (np.nan, np.nan) if is_empty else (float(np.nanmin(low)), float(np.nanmax(high)))
    return Series(low, high, is_dense, least, most, last, gaps)


def _extremes(values: AnyArray, columns: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    by = -(-values.size // columns)
    whole = values[: values.size // by * by].reshape(-1, by)
    rest = values[values.size // by * by :]
    low, high = whole.min(axis=1).astype(np.float64), whole.max(axis=1).astype(np.float64)
    odd = np.flatnonzero(~(np.isfinite(low) & np.isfinite(high)))
    for rows in np.array_split(odd, max(1, odd.size // 64)):
        finite = np.where(np.isfinite(whole[rows]), whole[rows], np.nan)
        low[rows], high[rows] = np.fmin.reduce(finite, axis=1), np.fmax.reduce(finite, axis=1)
    if rest.size:
        finite = np.where(np.isfinite(rest), rest.astype(np.float64), np.nan)
        low, high = np.append(low, np.fmin.reduce(finite)), np.append(high, np.fmax.reduce(finite))
    return low, high
