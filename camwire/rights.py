"""What a paired viewer may ask of a camera."""

from enum import StrEnum


class Rights(StrEnum):
    """Each includes those before it: to see the pictures; to exchange messages, files and pictures; to give commands
    and change what is set."""

    WATCH = "watch"
    TALK = "talk"
    CONTROL = "control"

    def includes(self, wanted: "Rights") -> bool:
        """Whether who has these rights may do what needs `wanted`."""
        order = list(Rights)
        return order.index(self) >= order.index(wanted)

    def refusal(self, wanted: "Rights") -> str:
        """What a camera says to who asks for what needs `wanted`; empty where these rights are enough."""
        if self.includes(wanted):
            return ""
        may = "only watch this camera" if self is Rights.WATCH else "watch this camera and talk to it, no more"
        return f"You may {may}. Who runs it can allow more, by: watchword-camera rights NAME {wanted}"
