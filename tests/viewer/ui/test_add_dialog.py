"""Adding cameras that call: which port is opened, and the line for the other end."""

import zmq
from PySide6.QtWidgets import QDialogButtonBox

from camwire.endpoint import Endpoint
from tests.support.stock import free_port, free_ports
from tests.viewer.ui.conftest import Stage
from tests.viewer.ui.test_foreign_tile import JoinedNetGear
from viewer.core.script_lines import PROGRAMS, lines
from viewer.core.settings import SettingsFile
from viewer.ui.dialogs.add import AddDialog
from viewer.ui.main_menu import PortsMenu


def opened(stage: Stage, program: str, way: int = 0) -> AddDialog:
    """The dialog, with a program and a way chosen."""
    stage.window.asking.for_camera()
    (asked,) = [each for each in stage.window.findChildren(AddDialog) if each.isVisible()]
    asked.program.setCurrentIndex([each.title for each in PROGRAMS].index(program))
    asked.way.setCurrentIndex(way)
    return asked


def accept(stage: Stage, asked: AddDialog) -> None:
    async def press() -> None:
        (box,) = asked.findChildren(QDialogButtonBox)
        box.buttons()[0].click()

    stage.run(press())


def test_that_a_port_for_vidgear_is_opened_and_remembered(stage: Stage) -> None:
    port = free_port()
    asked = opened(stage, "VidGear NetGear")
    asked.ports.setText(str(port))
    accept(stage, asked)
    assert stage.fleet.listening == [Endpoint("127.0.0.1", port)]
    kept = SettingsFile(stage.file.path).settings.listen
    assert [(each.endpoint, each.open) for each in kept] == [(f"tcp://127.0.0.1:{port}", False)]
    assert str(port) in stage.window.notice.label.text()


def test_that_several_ports_are_opened_as_multi_server_mode_wants_them(stage: Stage) -> None:
    first, second = free_ports(2)
    asked = opened(stage, "VidGear NetGear", way=2)
    asked.ports.setText(f"{first},{second}")
    accept(stage, asked)
    assert [str(each) for each in stage.fleet.listening] == [f"sub+tcp://127.0.0.1:{port}" for port in (first, second)]


def test_that_of_several_ports_none_stays_open_when_one_cannot_be_had(stage: Stage) -> None:
    first, taken = free_ports(2)
    with zmq.Context() as context, context.socket(zmq.ROUTER) as holder:
        holder.bind(f"tcp://127.0.0.1:{taken}")
        asked = opened(stage, "VidGear NetGear", way=2)
        asked.ports.setText(f"{first},{taken}")
        accept(stage, asked)
        assert asked.isVisible()
        assert "in use" in asked.trouble.text()
        assert stage.fleet.listening == []
        asked.reject()


def test_that_a_wrong_port_is_explained_and_the_dialog_stays(stage: Stage) -> None:
    asked = opened(stage, "imagezmq")
    asked.ports.setText("5555,many")
    accept(stage, asked)
    assert "A port is a number" in asked.trouble.text()
    assert asked.command.text() == "…"
    asked.reject()


def test_that_a_network_camera_is_told_the_way(stage: Stage) -> None:
    asked = opened(stage, "A Watchword camera")
    asked.address.setText("rtsp://192.168.1.9/live")
    accept(stage, asked)
    assert "watchword-camera --source" in asked.trouble.text()
    assert len(stage.fleet) == 0
    asked.reject()


def test_that_the_line_for_the_script_names_address_port_and_pattern(stage: Stage) -> None:
    asked = opened(stage, "VidGear NetGear")
    asked.ports.setText("5566")
    assert asked.command.text() == (
        'NetGear(address="127.0.0.1", port="5566", protocol="tcp", pattern=1, max_retries=0, bidirectional_mode=True)'
    )
    asked.way.setCurrentIndex(2)
    assert asked.command.text() == 'NetGear(address="127.0.0.1", port="5566", protocol="tcp", pattern=2)'
    asked.reject()


def test_that_an_imagezmq_camera_that_publishes_is_connected_to(stage: Stage) -> None:
    asked = opened(stage, "imagezmq", way=1)
    asked.address.setText("127.0.0.9:5555")
    accept(stage, asked)
    (session,) = stage.fleet
    assert (session.identity.key, session.dialect) == ("sub+tcp://127.0.0.9:5555", "imagezmq")


def test_that_every_program_and_way_has_a_line() -> None:
    for program in PROGRAMS:
        for way in program.ways:
            end = None if way.pattern is None else Endpoint("*", 5555, way.pattern)
            line = lines(program, way, end, "192.168.1.5")
            assert end is None or ("192.168.1.5" in line and "5555" in line)


def test_that_a_port_can_be_closed_again(stage: Stage) -> None:
    port = free_port()
    stage.run(listen(stage, port))
    (ports,) = stage.window.findChildren(PortsMenu)
    stage.window._menu.cameras.aboutToShow.emit()
    (action,) = ports.actions()
    assert action.text() == f"tcp://127.0.0.1:{port}"
    action.trigger()
    assert stage.fleet.listening == []
    assert SettingsFile(stage.file.path).settings.listen == []


def test_that_the_name_given_to_a_camera_that_calls_is_remembered(stage: Stage) -> None:
    camera = JoinedNetGear(stage)
    stage.window.program.cameras.rename(camera.session, "Greenhouse")
    kept = SettingsFile(stage.file.path).settings.caller
    assert [(each.key, each.name) for each in kept] == [("netgear:1", "Greenhouse")]
    stage.window.program.cameras.remove(camera.session)
    assert JoinedNetGear(stage).session.name == "Greenhouse"
    stage.window.program.cameras.rename(stage.fleet["netgear:1"], "")
    assert SettingsFile(stage.file.path).settings.caller == []


async def listen(stage: Stage, port: int) -> None:
    stage.window.asking.listen(f"tcp://127.0.0.1:{port}", False)
