"""What is said between this viewer and one camera, however its format carries it. `kept_talk` keeps it as well."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from camwire.conversation import Conversation
from camwire.dialects.base import Dialect
from camwire.events import ChatReceived
from camwire.line import Line
from camwire.spoken import text_of
from camwire.translation import phrase
from viewer.core.talk.chat import SILENT_ROLES, ChatLine, ChatLog, Delivery, Said

CLOSED = phrase("The wall was closed before the camera had it.")
MAYBE_ANOTHER = phrase("Another camera may be here now.")
EXPIRED = phrase("The camera did not come back in time.")
WITHDRAWN = phrase("Taken back.")
UNREADABLE = phrase("What came with this cannot be read. Update this viewer if the camera is newer.")


class Talk:
    """The conversation of one session, not kept anywhere. Lives in the loop's thread."""

    camera_id = ""
    conversation_with: Callable[[str], Conversation] | None = None

    def __init__(self) -> None:
        self.chat = ChatLog()

    def serve(self, on_recorded: Callable[[], None], on_confirmed: Callable[[], None]) -> None:
        """Tell from now on that lines may go, and that lines may be receipted."""

    def say(self, dialect: Dialect, what: Said, now_ns: int) -> ChatLine:
        """Say a line. Raises UsageError if it cannot be carried."""
        number = dialect.say(what.value if what.has_value else what.text, now_ns)
        return self.chat.said(self._line(dialect.log, number, what, now_ns))

    def together(self) -> AbstractContextManager[None]:
        """What is kept meanwhile survives a kill as one: all of it, or nothing."""
        return nullcontext()

    def hear(self, event: ChatReceived, now_ns: int) -> ChatLine | None:
        """Take a line of the camera's; None where it is nothing to read."""
        chat = event.line.chat
        # A format without a clock gives 0: the line is of now.
        line = None if chat.role in SILENT_ROLES else _heard(event, chat.time_ns or now_ns)
        self._keep_heard(event, line, now_ns)
        return None if line is None else self.chat.heard(line)

    def note(self, text: str, role: str, now_ns: int) -> ChatLine:
        """Put down what the viewer noticed by itself. The camera is not told, and it is not kept."""
        return self.chat.noted(ChatLine(False, 0, text, now_ns, role=role))

    def answered(self, event: ChatReceived) -> list[ChatLine]:
        """What changed because the camera has answered a line of ours."""
        chat = event.line.chat
        return self.chat.answered(chat.about_log, chat.about) if chat.role in ("answer", "failure") else []

    def received(self, number: int) -> list[ChatLine]:
        """The camera has our lines up to `number`; what changed."""
        return self.chat.received(number)

    def renewed(self, old_log: str) -> None:
        """The lines that wait have new numbers."""

    def give_up(self, why: str) -> list[ChatLine]:
        """None of what waits will be sent; what changed."""
        return self.chat.given_up(why=why)

    def take_back(self, lines: Sequence[ChatLine], why: str) -> list[ChatLine]:
        """Do not send these lines, as far as they have not left; what changed."""
        return []

    def expire(self, now_ns: int) -> list[ChatLine]:
        """Do not send what is not worth it any more; what changed."""
        return []

    def withdrawn(self, lines: Sequence[Line], now_ns: int) -> list[ChatLine]:
        """These lines, which nobody wanted any more, have turned out not to be there; what changed."""
        return []

    def value(self, line: ChatLine) -> object:
        """What a line says: its value, or its text where that is all."""
        return line.text

    def thumbnail(self, line: ChatLine) -> bytes:
        """The picture it was said about, as a small JPEG; empty if there is none."""
        return b""

    def search(self, words: str) -> list[ChatLine]:
        """The newest lines in which all of `words` stand, newest first."""
        found = [line for line in self.chat.lines if all(each in line.text for each in words.split())]
        return found[::-1] if words.split() else []

    def load_earlier(self) -> int:
        """Bring earlier lines into memory; return how many there were."""
        return 0

    def mark_read(self) -> None:
        """A person sees the newest line."""
        self.chat.unread = 0

    def keep_draft(self, draft: str) -> None:
        """Keep what was typed and not sent."""
        self.chat.draft = draft

    def mute(self, is_muted: bool) -> None:
        """Whether the camera's lines are to call nobody."""
        self.chat.is_muted = is_muted

    def named(self, name: str) -> None:
        """The camera is called so."""

    def close(self) -> None:
        """Nobody serves this conversation any more."""

    def _keep_heard(self, event: ChatReceived, line: ChatLine | None, now_ns: int) -> None:
        """Keep what the camera said; `line` is as it will be shown, None where it will not."""

    @staticmethod
    def _line(log: str, number: int, what: Said, now_ns: int) -> ChatLine:
        return ChatLine(True, number, what.text, now_ns, Delivery.QUEUED, role=what.role, command=what.command, log=log)


def _heard(event: ChatReceived, time_ns: int) -> ChatLine:
    chat = event.line.chat
    return ChatLine(
        is_mine=False,
        log=chat.log,
        number=chat.number,
        text=chat.text if chat.text or event.line.payload else text_of(event.value),
        time_ns=time_ns,
        role=chat.role,
        about=chat.about,
        about_log=chat.about_log,
        has_value=bool(event.line.payload),
        file=chat.file,
        frame=chat.frame,
    )
