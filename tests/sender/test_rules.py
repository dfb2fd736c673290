"""What goes together in foreign formats, and the sentence for each rule that is broken."""

import pytest

from camwire.endpoint import Endpoint
from sender import Camera, UsageError
from sender.__main__ import main
from sender.outlets import registered

NETGEAR = "--dialect netgear --dial tcp://desk:5566"
ASYNC = "--dialect netgear_async --dial tcp://desk:5566"
IMAGEZMQ = "--dialect imagezmq"

BROKEN = {
    f"{NETGEAR} --pattern pub --bidirectional": "Bidirectional mode is only for the patterns pair and req",
    f"{ASYNC} --pattern push --bidirectional": "Bidirectional mode is only for the patterns pair and req",
    f"{NETGEAR} --multiserver --multiclient": "Multi-server and multi-client mode exclude each other.",
    f"{NETGEAR} --pattern pair --multiserver": "Multi-server mode is only for the patterns req and pub",
    f"{NETGEAR},5567 --pattern pair --multiclient": "Multi-client mode is only for the patterns req and pub",
    "--dialect netgear --dial tcp://desk --multiserver": "needs every port written out, and “tcp://desk” has none",
    "--dialect netgear --dial [::1] --multiclient": "needs every port written out, and “[::1]” has none",
    f"{NETGEAR} --multiclient": "Multi-client mode needs at least two ports",
    f"{NETGEAR},5567": "Add --multiclient",
    f"{NETGEAR} --dial tcp://desk:5566": "The same receiver is dialled twice.",
    f"{NETGEAR} --pattern push": "The pattern push is only for NetGear_Async. NetGear has pair, req and pub",
    f"{NETGEAR} --pattern 3": "The pattern push is only for NetGear_Async.",
    f"{NETGEAR} --pattern 4": "There is no pattern “4”. Use pair, req or pub.",
    f"{ASYNC} --multiserver": "Multi-server mode is only for NetGear; NetGear_Async has none.",
    f"{ASYNC},5567 --multiclient": "Multi-client mode is only for NetGear; NetGear_Async has none.",
    f"{ASYNC} --codec jpeg": "NetGear_Async has no codec jpeg; it carries raw.",
    f"{ASYNC} --quality 80": "Leave out --quality.",
    f"{IMAGEZMQ} --dial tcp://desk --pattern pair": "The pattern pair is only for NetGear and NetGear_Async",
    f"{IMAGEZMQ} --dial tcp://desk --bidirectional": "Bidirectional mode is only for NetGear and NetGear_Async",
    f"{IMAGEZMQ} --dial tcp://desk --multiserver": "Multi-server mode is only for NetGear; imagezmq has none.",
    f"{IMAGEZMQ} --dial tcp://desk --pattern pub": "Use --listen tcp://*:5555 --open instead of --dial",
    f"{IMAGEZMQ} --pattern pub --listen tcp://*:5555": "Add --open",
    f"{IMAGEZMQ} --dial tcp://desk --echo": "--echo cannot be with imagezmq",
    f"{IMAGEZMQ}": "Say to which: --dial tcp://",
    "--dialect netgear": "NetGear receivers listen, and the camera connects to them. Say to which: --dial tcp://",
    f"{NETGEAR} --listen tcp://127.0.0.1:5577": "Use --dial instead of --listen.",
    f"{NETGEAR} --echo": "Add --bidirectional",
    f"{NETGEAR} --codec h264": "NetGear has no codec h264; it carries jpeg and raw.",
    "--dialect netgear --dial pub+tcp://desk:5566": "Write tcp:// alone, and --pattern pub.",
    "--dialect netgaer": "There is no dialect “netgaer”. Use native, imagezmq, netgear or netgear_async.",
    "--bidirectional --pattern req": "--bidirectional and --pattern belongs to formats of VidGear and imagezmq.",
    "--codec raw": "Cameras of ours send jpeg or h264, not raw.",
    "--dial req+tcp://desk:5566": "names a pattern",
}


@pytest.mark.parametrize("words", BROKEN, ids=list(BROKEN))
def test_that_a_broken_rule_is_named_with_the_way_out(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words.split()) == 2
    said = capsys.readouterr().err
    assert BROKEN[words] in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("dialect", sorted(registered()))
def test_that_req_and_the_first_codec_are_the_default(dialect: str) -> None:
    camera = Camera("porch", dialect=dialect, dial="tcp://127.0.0.1:5566")
    assert (camera.sending.pattern, camera.sending.codec) == ("req", registered()[dialect].codecs[0])
    assert camera.announcement == [f"Sending as {dialect} (req) to tcp://127.0.0.1:5566, unencrypted"]


def test_that_a_missing_port_is_the_one_of_their_manuals() -> None:
    for written in ("tcp://desk", "desk", "tcp://desk/"):
        assert Camera("porch", dialect="netgear", dial=written)._ends.dial == (Endpoint("desk", 5555, "req"),)
    bracketed = Camera("porch", dialect="netgear", dial="tcp://[::1]:5600")
    assert bracketed._ends.dial == (Endpoint("::1", 5600, "req"),)


def test_that_every_client_of_many_is_dialled() -> None:
    camera = Camera("porch", dialect="netgear", multiclient=True, dial="tcp://desk:5577,5578")
    assert camera.announcement == [
        f"Sending as netgear (req, multiclient) to tcp://desk:{port}, unencrypted" for port in (5577, 5578)
    ]


def test_that_several_receivers_may_be_dialled_one_by_one() -> None:
    camera = Camera("porch", dialect="netgear_async", pattern="push", dial=["tcp://a:5577", "tcp://b:5577"])
    assert [each.host for each in camera._ends.dial] == ["a", "b"]


def test_that_words_of_the_wrong_kind_are_refused() -> None:
    with pytest.raises(UsageError, match="is no address"):
        Camera("porch", dialect="netgear", dial=5566)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="There is no dialect"):
        Camera("porch", dialect=1)  # type: ignore[arg-type]
