"""Scenes of keys and codes: tiles of cameras that are not paired, and the dialogs that pair."""

import time

import numpy as np
from PySide6.QtWidgets import QWidget

from camwire.discovery import Announced
from camwire.endpoint import Endpoint
from camwire.identity import Identity
from camwire.pairing.messages import PairOffer
from camwire.rights import Rights
from tests.support.camera_host import LockedCamera
from tests.support.waiting import until
from tests.viewer.ui.conftest import Stage
from tests.viewer.ui.looks.scenes import LONG_NAME, _choose, _dialog, dialog, scene
from viewer.core.finding.finding import Finding
from viewer.core.finding.found import FoundCamera
from viewer.core.pairing.asking import Proved
from viewer.core.pictures.picture import Picture
from viewer.core.sessions.state import Phase
from viewer.ui.dialogs.add import AddDialog
from viewer.ui.dialogs.find import FindDialog
from viewer.ui.pairing.pair_dialog import PairDialog
from viewer.ui.pairing.paired_dialog import PairedDialog

KEY = "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"
OTHER = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID"


class FixedFinding(Finding):
    """Has always found the same cameras."""

    def __init__(self, *found: FoundCamera) -> None:
        super().__init__()
        self._found = list(found)

    @property
    def cameras(self) -> list[FoundCamera]:
        return self._found

    def begin(self, on_change: object) -> None: ...


def found(name: str, number: int, key: str = KEY, pair: int = 0) -> FoundCamera:
    """A camera that the network tells of."""
    announced = Announced(f"id-of-{name}", name, (1, 1), "", key, pair)
    return FoundCamera(announced, Endpoint(f"192.168.1.{number}", 5600))


def offer(name: str, key: str = KEY, rights: Rights = Rights.CONTROL) -> PairOffer:
    """What a camera said that proved its code."""
    return PairOffer(1, f"id-of-{name}", name, key, bytes(33), rights, 5600)


@scene
def not_paired(stage: Stage) -> QWidget:
    """Two cameras that are there and are not shown: one knows nobody, of the other another key was known."""
    for key in ("", Identity.new().public.decode()):
        camera = LockedCamera()
        stage.run(camera.__aenter__())
        stage._real.append(camera)  # type: ignore[arg-type]
        stage.do(lambda camera=camera, key=key: stage.fleet.add(str(camera.endpoint), "Porch", camera_key=key))
    phases = {Phase.UNPAIRED, Phase.ALARM}
    # Another key is an alarm only after a second look.
    stage.run(until(lambda: {each.state.phase for each in stage.fleet} == phases, timeout=30))
    stage.window.notice.hide()
    return stage.window


@dialog
def found_cameras(stage: Stage) -> QWidget:
    """One of each kind, and one that is on the wall."""
    porch = stage.add("Porch").session
    assert porch.hello is not None
    here = FoundCamera(Announced(porch.hello.id, "Porch", (1, 1)), Endpoint("192.168.1.25", 5600))
    stage.fleet.keyring.add(offer("Street", OTHER), 0)
    stage.program.finding = FixedFinding(
        *(found(LONG_NAME, 20, pair=5601), found("Garden", 22), found("Harbour", 23, ""), found("Street", 21, OTHER)),
        here,
        FoundCamera(Announced("id-of-Street", "Bench", (1, 1), "", KEY), Endpoint("192.168.1.24", 5600)),
    )
    _choose(stage, "cameras.find")
    shown = _dialog(stage, "FindDialog")
    assert isinstance(shown, FindDialog)
    sky = np.zeros((54, 96, 4), np.uint8)
    sky[:, :, 0] = np.linspace(220, 60, 54, dtype=np.uint8)[:, None]
    shown._picture_of = lambda camera: Picture(sky, 1, None, 0.0) if camera is here else None
    stage.do(shown._show_pictures)
    return shown


@dialog
def add_calling_paired(stage: Stage) -> QWidget:
    """For a paired camera that calls."""
    _choose(stage, "cameras.add")
    shown = _dialog(stage, "AddDialog")
    assert isinstance(shown, AddDialog)
    stage.do(lambda: shown.way.setCurrentIndex(1))
    return shown


@dialog
def pair(stage: Stage) -> QWidget:
    stage.program.finding = FixedFinding(found(LONG_NAME, 20, pair=5601), found("Street", 21, OTHER))
    _choose(stage, "cameras.pair")
    return _dialog(stage, "PairDialog")


@dialog
def pair_by_address(stage: Stage) -> QWidget:
    """With a slip in the code."""
    stage.program.finding = FixedFinding()
    _choose(stage, "cameras.pair")
    shown = _dialog(stage, "PairDialog")
    assert isinstance(shown, PairDialog)
    stage.do(lambda: shown.code.setText("4821 river candel"))
    return shown


@dialog
def pair_ended(stage: Stage) -> QWidget:
    return _ended(stage, pair(stage))


@dialog
def pair_again(stage: Stage) -> QWidget:
    """With one that has another key than the one that was known."""
    not_paired(stage)
    (tile,) = [each for each in stage.wall.tiles if each.session.state.phase is Phase.ALARM]
    stage.do(tile._buttons._retry.click)
    return _dialog(stage, "PairDialog")


@dialog
def pair_again_ended(stage: Stage) -> QWidget:
    """The same, done: both keys are there to be compared."""
    return _ended(stage, pair_again(stage))


@dialog
def paired(stage: Stage) -> QWidget:
    keyring = stage.fleet.keyring
    keyring.add(offer("Street", OTHER, Rights.WATCH), round(time.time()))
    keyring.add(offer(LONG_NAME), round(time.time()))
    _choose(stage, "cameras.paired")
    return _dialog(stage, "PairedDialog")


@dialog
def export_key(stage: Stage) -> QWidget:
    shown = paired(stage)
    assert isinstance(shown, PairedDialog)
    stage.do(shown.export.click)
    return _dialog(stage, "MoveDialog")


@dialog
def import_key(stage: Stage) -> QWidget:
    shown = paired(stage)
    assert isinstance(shown, PairedDialog)
    stage.do(shown.take.click)
    return _dialog(stage, "MoveDialog")


@dialog
def forget_pairing(stage: Stage) -> QWidget:
    shown = paired(stage)
    assert isinstance(shown, PairedDialog)
    stage.do(shown.forget.click)
    return _dialog(stage, "ForgetDialog")


def _ended(stage: Stage, shown: QWidget) -> QWidget:
    """A dialog in which the code was right."""
    assert isinstance(shown, PairDialog)
    stage.do(lambda: shown._show_outcome(Proved(offer(LONG_NAME), "192.168.1.20")))
    return shown
