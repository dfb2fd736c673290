"""Everything that can be set at a camera: the controls of its source, and behind them those of what it sends."""

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from camwire import limits
from camwire.errors import UsageError
from sender.control import Control, Value, plain_name
from sender.controls.of_source import absent, change, read, table
from sender.controls.rows import (
    Refused,
    Setting,
    Table,
    beside,
    put_value,
    read_table,
    read_value,
    required,
    with_range,
)

if TYPE_CHECKING:
    from sender.controls.picture_controls import PictureControls
    from sender.pipeline.pipeline import Pipeline

log = logging.getLogger(__name__)

FAILED = "The source failed at it. The camera's log says more."


class AllControls:
    """The controls of the source of `pipeline`, and `own` behind them. On the loop.

    A name that both have is the source's. What is asked of the source is answered by the capture thread. All but
    `read` raise UsageError.
    """

    def __init__(self, pipeline: "Pipeline", own: "PictureControls") -> None:
        self._pipeline = pipeline
        self._own = own
        self._of_source = Table(is_provisional=True)

    @property
    def source_may_have_some(self) -> bool:
        """Whether the source has controls, as far as it could tell: one that has none does not get some by itself."""
        return bool(self._of_source.rows or self._of_source.is_provisional)

    @property
    def known(self) -> Table:
        """The table for viewers, as far as it is known without asking the source."""
        return beside(self._of_source, self._own)

    def is_own(self, name: str) -> bool:
        """Whether the control `name` is none of the source's."""
        return self._own_control(name) is not None

    def why_unknown(self, name: str) -> str:
        """Why the source has no control `name`; empty if it has, or has not told yet what it has."""
        if self._of_source.is_provisional or self._of_source.row(name) is not None:
            return ""
        known = [row.name for row in self._of_source.rows]
        return absent(name, known, [each.name for each in self._own.controls()], self._of_source.text)

    async def read(self) -> Table:
        """The table for viewers. Where the source does not answer, what it told last stays of use: it will be back."""
        try:
            self._of_source = await self._pipeline.ask(read_table)
        except UsageError as error:
            self._has_no_answer(str(error))
        except Exception:
            log.exception("The source failed at telling its controls.")
            self._has_no_answer(FAILED)
        return self.known

    async def put(self, name: str, value: object) -> Setting:
        """Set a control to a value that came over the wire. Raises Refused, with the range, or UsageError."""
        control = self._own_control(name)
        if control is None:
            others = self._own.controls()
            setting = await self._pipeline.ask(lambda source: put_value(source, name, value, others))
            self._shows(name, setting.shown)
            return setting
        wanted = required(control, value)
        try:
            await self._own.set(control.name, wanted)
        except UsageError as error:
            raise Refused(with_range(str(error), control)) from None
        taken = read_value(self._own, control)
        return Setting(taken, None, taken)

    async def value(self, name: str) -> Value:
        """The value of a control that is in force."""
        control = self._own_control(name)
        if control is not None:
            return self._own.get(control.name)
        others = self._own.controls()
        return await self._pipeline.ask(lambda source: read(source, name, others))

    async def change(self, name: str, typed: object) -> Value:
        """Set a control to a value as a person types it; return the value in force then."""
        control = self._own_control(name)
        if control is not None:
            return await self._own.set(control.name, control.checked(typed))
        others = self._own.controls()
        return await self._pipeline.ask(lambda source: change(source, name, typed, others))

    async def rows(self) -> list[dict[str, Value | None]]:
        """All of them for a person, one row each."""
        rows = await self._pipeline.ask(table)
        taken = {plain_name(str(row["name"])) for row in rows}
        return [*rows, *(row for row in table(self._own) if row["name"] not in taken)]

    def _own_control(self, name: str) -> Control | None:
        if self._of_source.row(name) is not None:
            return None
        return next((each for each in self._own.controls() if each.name == plain_name(name)), None)

    def _shows(self, name: str, shown: Value | None) -> None:
        row = self._of_source.row(name)
        if row is not None and shown is not None:
            self._of_source = replace(self._of_source, values={**self._of_source.values, row.name: shown})

    def _has_no_answer(self, why: str) -> None:
        if not self._of_source.rows:
            self._of_source = Table(text=why[: limits.REASON_CHARACTERS], is_provisional=True)
