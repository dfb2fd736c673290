"""Who observes a session and keeps what it was told."""

from collections.abc import Sequence

from camwire.messages import CameraHello
from viewer.core.pictures.picture import Picture
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import CameraState, Phase
from viewer.core.talk.chat import ChatLine, Delivery


class Witness:
    """Takes every picture at once, as a painter would, unless `paints` is False."""

    def __init__(self, session: Session, paints: bool = True) -> None:
        self.session = session
        self.paints = paints
        self.pictures: list[Picture] = []
        self.ready = 0
        self.states: list[CameraState] = []
        self.hellos: list[CameraHello] = []
        self.lines: list[ChatLine] = []
        self.deliveries: list[tuple[int, Delivery | None]] = []
        session.observe(self)

    @property
    def phases(self) -> list[Phase]:
        """Every phase that was told, in order."""
        return [state.phase for state in self.states]

    @property
    def heard(self) -> list[str]:
        """What the camera said."""
        return [line.text for line in self.lines if not line.is_mine]

    def paint(self) -> Picture | None:
        """Take the newest picture now."""
        picture = self.session.take_picture()
        if picture is not None:
            self.pictures.append(picture)
        return picture

    def state_changed(self, state: CameraState) -> None:
        self.states.append(state)

    def name_changed(self) -> None:
        self.hellos.append(self.session.hello)

    def picture_ready(self) -> None:
        self.ready += 1
        if self.paints:
            self.paint()

    def line_added(self, line: ChatLine) -> None:
        self.lines.append(line)

    def lines_changed(self, lines: Sequence[ChatLine]) -> None:
        self.deliveries += [(line.number, line.delivery) for line in lines]
