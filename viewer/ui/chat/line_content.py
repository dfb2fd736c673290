"""What a line of a conversation is, as a card shows it."""

from camwire.errors import UsageError
from camwire.translation import tr
from camwire.values import Jpeg, Unreadable
from viewer.core.talk.chat import ChatLine, Delivery
from viewer.core.talk.talk import UNREADABLE, Talk
from viewer.ui.cards.content import Content, Failure, File, FileState, Pinned, Running, Text, Value
from viewer.ui.cards.tones import Ground

PENDING = (Delivery.QUEUED, Delivery.SENT, Delivery.RECEIVED)
"""A line of ours that can still be answered."""


def ground_of(line: ChatLine) -> Ground:
    """The bubble on which a line stands."""
    if line.is_failure or (line.file is not None and line.is_over and bool(line.why)):
        return Ground.FAILED
    return Ground.MINE if line.is_mine else Ground.THEIRS


def content_of(line: ChatLine, talk: Talk) -> Content:
    """What to show of a line."""
    content = _content(line, talk)
    picture = talk.thumbnail(line) if line.has_picture else b""
    if picture:
        return Pinned(content, _jpeg(picture))
    return content


def state_of(line: ChatLine) -> tuple[object, ...]:
    """Everything about a line that may change how it is shown."""
    moved = (line.fetched, line.path, line.seconds_left, line.is_over, line.is_preparing)
    return (line.delivery, line.why, line.progress, *moved)


def is_running(line: ChatLine) -> bool:
    """Whether the camera is at a command of ours."""
    return line.progress is not None and line.delivery in (Delivery.SENT, Delivery.RECEIVED)


def _content(line: ChatLine, talk: Talk) -> Content:
    if line.delivery is Delivery.FAILED:
        return Failure(line.why or tr("It was not sent."), line.text)
    if line.file is not None:
        return _file(line)
    if line.role == "failure":
        asked = talk.chat.asked(line)
        return Failure(line.text, asked.text if asked is not None else "", shows_line=line.is_apart)
    if line.role == "command":
        return Text(line.text, is_command=True)
    asked = talk.chat.asked(line) if line.is_apart else None
    title = asked.text if asked is not None else ""
    if line.has_value:
        value = talk.value(line)
        return Text(f"{line.text}\n{tr(UNREADABLE)}") if isinstance(value, Unreadable) else Value(value, title)
    if title:
        return Value(line.text, title)
    return Text(line.text, is_command=line.is_mine and line.text.startswith("/"))


def running_of(line: ChatLine) -> Running:
    """How far the camera is with a command."""
    fraction, text = line.progress or (-1.0, "")
    return Running(fraction if fraction >= 0 else None, text)


def _file(line: ChatLine) -> File:
    file = line.file
    assert file is not None
    if line.is_preparing:
        return File(
            file.name, file.size, FileState.UNDER_WAY, line.fetched, line.seconds_left, tr("Preparing to send it…")
        )
    is_whole = line.fetched >= file.size and (bool(line.path) or line.is_mine) and (file.size > 0 or bool(line.path))
    if is_whole and line.is_mine:
        state = FileState.SENT
    elif is_whole:
        state = FileState.HERE
    elif line.why and line.is_over:
        state = FileState.FAILED
    elif line.is_over and not line.is_mine:
        state = FileState.OFFERED
    else:
        state = FileState.UNDER_WAY
    return File(file.name, file.size, state, line.fetched, line.seconds_left, line.why)


def _jpeg(data: bytes) -> object:
    try:
        return Jpeg.of(data)
    except UsageError:
        return None
