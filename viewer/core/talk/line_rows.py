"""A line of a conversation as the history's file has it: the columns that are read, and what a row of them says."""

from collections.abc import Iterable, Sequence
from typing import Any

from camwire.messages import Chat
from camwire.shelf import LineState, chat_of
from viewer.core.talk.chat import SILENT_ROLES, ChatLine, Delivery, Said

COLUMNS = """
    line.id, line.is_mine, line.state, line.header, line.number, line.log, line.text, line.time_ns,
    EXISTS (SELECT 1 FROM part WHERE part.line = line.id),
    coalesce(note.why, ''), coalesce(note.path, ''), coalesce(note.fetched, 0), note.waited_ms,
    note.thumbnail IS NOT NULL,
    EXISTS (
        SELECT 1 FROM file
        WHERE file.conversation = line.conversation AND file.is_mine = line.is_mine AND file.line = line.id
    )
"""

_DELIVERIES = {
    LineState.WAITING: Delivery.QUEUED,
    LineState.BEGUN: Delivery.QUEUED,
    LineState.RECEIVED: Delivery.RECEIVED,
    LineState.ANSWERED: Delivery.ANSWERED,
    LineState.FAILED: Delivery.FAILED,
}


def state_of(delivery: Delivery) -> LineState:
    """How far a line is, as the file says it."""
    return next(state for state, each in _DELIVERIES.items() if each is delivery)


def line_of(row: Sequence[Any]) -> ChatLine:
    """The line that a row of `COLUMNS` is. Where the header is damaged, what was said still stands beside it."""
    line_id, is_mine, state, header, *said, has_value, why, path, fetched, waited_ms, has_picture, is_moving = row
    chat = chat_of(header) or Chat(*said)
    return ChatLine(
        is_mine=bool(is_mine),
        log=chat.log,
        number=chat.number,
        text=chat.text,
        time_ns=chat.time_ns,
        delivery=_DELIVERIES.get(state, Delivery.FAILED) if is_mine else None,
        id=line_id,
        role=chat.role,
        about=chat.about,
        about_log=chat.about_log,
        command=chat.command,
        has_value=bool(has_value),
        file=chat.file,
        frame=chat.frame,
        has_picture=bool(has_picture),
        why=why,
        path=path,
        fetched=fetched,
        waited_ms=waited_ms,
        is_over=chat.file is not None and not is_moving,
    )


def readable(lines: Iterable[ChatLine]) -> list[ChatLine]:
    """Those that a person reads."""
    return [line for line in lines if line.role not in SILENT_ROLES]


def said(line_id: int, chat: Chat, what: Said) -> ChatLine:
    """The line of ours that `chat` is."""
    return ChatLine(
        is_mine=True,
        log=chat.log,
        number=chat.number,
        text=chat.text,
        time_ns=chat.time_ns,
        delivery=Delivery.QUEUED,
        id=line_id,
        role=chat.role,
        about=chat.about,
        command=chat.command,
        has_value=what.has_value,
        file=chat.file,
        frame=chat.frame,
        has_picture=bool(what.thumbnail),
        path=what.path,
    )
