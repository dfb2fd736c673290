"""What the rights that a camera gave this viewer let it do."""

from camwire.messages import CameraHello
from camwire.rights import Rights
from camwire.translation import phrase, tr

NO_TALK = phrase(
    "This viewer may only watch this camera. Whoever runs it can allow more there: watchword-camera rights"
)
NO_CONTROL = phrase(
    "This viewer may give this camera no commands. Whoever runs it can allow that there: watchword-camera rights"
)


def rights_of(hello: CameraHello | None) -> Rights:
    """As the camera said when it was last here; everything until then."""
    said = hello.rights if hello is not None else ""
    # What a newer version calls otherwise is less than everything.
    return Rights(said) if said in list(Rights) else Rights.WATCH if said else Rights.CONTROL


def refusal(rights: Rights, role: str) -> str:
    """Why a line of this role must not be said, as a sentence; empty if it may."""
    if not rights.includes(Rights.TALK):
        return tr(NO_TALK)
    return tr(NO_CONTROL) if role == "command" and not rights.includes(Rights.CONTROL) else ""
