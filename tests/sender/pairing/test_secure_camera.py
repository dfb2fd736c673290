"""A camera that encrypts: who gets in, who does not, and how somebody becomes known. Real sockets on loopback."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from camwire.identity import Identity
from camwire.link import Connection, CurveKeys
from camwire.messages import ViewerHello
from camwire.messages import encode as encoded
from camwire.pairing.asking import Refused, Trouble
from camwire.pairing.messages import PairingMessage, PairOffer, PairRefusal, PairRequest
from camwire.rights import Rights
from sender import Camera, UsageError
from sender.pairing.door import Door
from sender.pairing.open_code import CodeFile, Ending, OpenCode
from sender.pairing.viewers import PairedViewer, PairedViewers
from tests.sender.pairing.support import now, open_code, paired, port_of, sees, serving, wrong_for
from tests.sender.support import ANYWHERE, Viewer, listening, watching
from tests.support.pairing import at_pairing_port, viewer_keys
from tests.support.waiting import until
from tests.support.wire_ends import Context

Run = Callable[..., Any]


async def sees_nothing(context: Context, camera: Camera, keys: CurveKeys | None, why: Connection) -> None:
    """Whoever calls with these keys hears not one word, and none of its own is heard."""
    viewer = Viewer("somebody else")
    with watching(context, camera.endpoint, viewer, keys):
        await until(lambda: why in viewer.changes)
        # It says what a viewer says, as if it had been let in.
        hello = ViewerHello(protocol=(1, 1), id="v", name="somebody else", log="l")
        assert not viewer.link.send(encoded(hello))
    assert (viewer.events, viewer.frames) == ([], [])
    assert Connection.UP not in viewer.changes
    assert "somebody else" not in camera.viewers


def test_that_a_paired_viewer_sees_and_talks(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            keys = await paired(context, tmp_path, camera)
            with watching(context, camera.endpoint, Viewer("as it likes"), keys) as viewer:
                await until(lambda: viewer.frames)
                # It is called as it was when it paired, whatever it says now.
                assert camera.viewers == ["desk"]
                question = viewer.command("viewers")
                await until(lambda: viewer.answers())
                ((about, (row,)),) = viewer.answers()
                assert (about, row["name"], row["rights"]) == (question, "desk", "control")

    run(scene())


def test_that_only_who_knows_the_key_of_the_camera_and_is_known_there_gets_in(
    run: Run, context: Context, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            await sees_nothing(context, camera, viewer_keys(camera.key), Connection.UNKNOWN_KEY)
            await sees_nothing(context, camera, None, Connection.OTHER_SECURITY)
            assert "Refused: the viewer with the key “" in caplog.text
            keys = await paired(context, tmp_path, camera)
            await sees(context, camera, keys)
            other = replace(keys, server=viewer_keys().public)
            await sees_nothing(context, camera, other, Connection.STRANGER)

    run(scene())


def test_that_a_camera_with_another_key_is_not_taken_for_the_paired_one(
    run: Run, context: Context, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with serving(tmp_path / "old") as camera:
            keys = await paired(context, tmp_path / "old", camera)
        async with serving(tmp_path / "new", admit=[keys.public.decode()]) as camera:
            # It would let everybody in that it is told to, but is not who is called.
            await sees_nothing(context, camera, keys, Connection.STRANGER)

    run(scene())


def test_that_a_key_that_was_admitted_needs_no_pairing(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        keys = viewer_keys()
        async with serving(tmp_path, admit=[keys.public.decode()]) as camera:
            assert camera.pairing_code == ""
            await sees(context, camera, replace(keys, server=camera.key.encode()))
            await sees_nothing(context, camera, viewer_keys(camera.key), Connection.UNKNOWN_KEY)

    run(scene())


def test_that_the_key_and_the_viewers_outlast_the_camera(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            keys = await paired(context, tmp_path, camera)
        async with serving(tmp_path) as camera:
            assert camera.pairing_code == ""
            await sees(context, camera, keys)

    run(scene())


def test_that_it_is_said_when_the_key_that_viewers_know_is_gone(
    run: Run, context: Context, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            await paired(context, tmp_path, camera)
        assert "there is a new one" not in caplog.text
        (tmp_path / "identity.toml").unlink()
        async with serving(tmp_path):
            assert "there is a new one" in caplog.text
        caplog.clear()
        admitted = Identity.new().public.decode()
        async with serving(tmp_path / "new", admit=admitted):
            assert "there is a new one" not in caplog.text

    run(scene())


def test_that_a_camera_that_keeps_nothing_has_another_key_at_each_start(run: Run) -> None:
    async def scene() -> str:
        async with Camera("porch", listen=ANYWHERE, secure=True, state="none") as camera:
            return camera.key

    assert run(scene()) != run(scene())


def test_that_three_wrong_codes_end_it_and_the_right_one_comes_too_late(
    run: Run, context: Context, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            code = camera.pairing_code
            with at_pairing_port(context, port_of(tmp_path)) as viewer:
                tried = [await viewer.pair(viewer_keys(), wrong_for(code)) for _ in range(3)]
                assert [(each.trouble, each.tries) for each in tried if isinstance(each, Refused)] == [
                    (Trouble.WRONG, 2),
                    (Trouble.WRONG, 1),
                    (Trouble.WRONG, 0),
                ]
                late = await viewer.pair(viewer_keys(), code)
                assert isinstance(late, Refused)
                assert late.trouble is Trouble.CLOSED
            assert camera.pairing_code == ""
            assert PairedViewers(tmp_path).read() == []
        async with serving(tmp_path) as camera:
            # A start gives no new one to somebody who guesses.
            assert camera.pairing_code == ""

    run(scene())


def test_that_a_restart_gives_no_new_tries(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            code = camera.pairing_code
            with at_pairing_port(context, port_of(tmp_path)) as viewer:
                for _ in range(2):
                    await viewer.pair(viewer_keys(), wrong_for(code))
        async with serving(tmp_path) as camera:
            assert camera.pairing_code == code
            with at_pairing_port(context, port_of(tmp_path)) as viewer:
                last = await viewer.pair(viewer_keys(), wrong_for(code))
                assert isinstance(last, Refused)
                assert (last.trouble, last.tries) == (Trouble.WRONG, 0)

    run(scene())


def test_that_a_pairing_that_was_overheard_is_worth_nothing(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            keys = viewer_keys(camera.key)
            with at_pairing_port(context, port_of(tmp_path)) as viewer:
                assert isinstance(await viewer.pair(keys, camera.pairing_code), PairOffer)
            PairedViewers(tmp_path).change(lambda viewers: [])
            await until(lambda: not port_of(tmp_path))
            CodeFile(tmp_path).write(OpenCode.new(Rights.CONTROL, now()))
            await until(lambda: port_of(tmp_path))
            with at_pairing_port(context, port_of(tmp_path)) as again:
                answers = [await again.say(parts) for parts in viewer.said]
            assert isinstance(answers[-1], PairRefusal)
            assert answers[-1].reason == "wrong-code"
            assert PairedViewers(tmp_path).read() == []
            await sees_nothing(context, camera, keys, Connection.UNKNOWN_KEY)

    run(scene())


def test_that_who_stands_between_and_swaps_the_keys_is_found_out(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            viewer, between = viewer_keys(camera.key), viewer_keys(camera.key)
            his = between.public.decode()

            def swapped(message: PairingMessage) -> PairingMessage:
                if isinstance(message, PairRequest | PairOffer):
                    return msgspec.structs.replace(message, key=his)
                return message

            with at_pairing_port(context, port_of(tmp_path)) as ends:
                found = await ends.pair(viewer, camera.pairing_code, meddle=swapped)
            assert isinstance(found, Refused)
            assert found.trouble is Trouble.WRONG
            assert PairedViewers(tmp_path).read() == []
            await sees_nothing(context, camera, between, Connection.UNKNOWN_KEY)
            await sees_nothing(context, camera, viewer, Connection.UNKNOWN_KEY)

    run(scene())


@pytest.mark.alone
def test_that_a_revoked_viewer_is_turned_out_within_two_seconds(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            keys = await paired(context, tmp_path, camera)
            with watching(context, camera.endpoint, Viewer("desk"), keys) as viewer:
                await until(lambda: viewer.frames)
                PairedViewers(tmp_path).change(lambda viewers: [])
                await until(lambda: viewer.refusals == ["revoked"] and Connection.DOWN in viewer.changes, timeout=2.0)
                await until(lambda: viewer.changes[-1] is Connection.UNKNOWN_KEY)
                assert camera.viewers == []
                shown = len(viewer.frames)
            await sees_nothing(context, camera, keys, Connection.UNKNOWN_KEY)
            assert len(viewer.frames) == shown

    run(scene())


def test_that_a_viewer_calls_itself_as_another_one_in_vain(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            keys = await paired(context, tmp_path, camera)
            honest = Viewer("desk", viewer_id="desk-id")
            with watching(context, camera.endpoint, honest, keys):
                await until(lambda: honest.frames)
            await until(lambda: camera.viewers == [])
            camera.say("the key is under the mat")
            other = viewer_keys(camera.key)
            open_code(tmp_path)
            await until(lambda: port_of(tmp_path))
            with at_pairing_port(context, port_of(tmp_path)) as ends:
                code = CodeFile(tmp_path).read()
                assert code is not None
                assert isinstance(await ends.pair(other, str(code.code), "laptop"), PairOffer)
            with watching(context, camera.endpoint, Viewer("desk", viewer_id="desk-id"), other) as thief:
                await until(lambda: thief.frames)
                assert camera.viewers == ["laptop"]
                assert thief.lines == []

    run(scene())


def test_that_a_camera_calls_the_viewer_that_it_is_paired_with(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        desk = Viewer("desk")
        keys = viewer_keys()
        with listening(context, desk, keys) as address:
            async with serving(tmp_path, listen=None, dial=address) as camera:
                with at_pairing_port(context, port_of(tmp_path)) as ends:
                    offer = await ends.pair(keys, camera.pairing_code)
                assert isinstance(offer, PairOffer)
                assert offer.port == 0
                await until(lambda: desk.frames)
                PairedViewers(tmp_path).change(lambda viewers: [])
                await until(lambda: camera.viewers == [])

    run(scene())


def test_that_a_camera_does_not_call_another_viewer_at_that_address(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        impostor = Viewer("desk")
        with listening(context, impostor, viewer_keys()) as address:
            async with serving(tmp_path, dial=address) as camera:
                await paired(context, tmp_path, camera)
                with contextlib.suppress(AssertionError):
                    await until(lambda: impostor.events, timeout=1.0)
                assert impostor.events == []
                assert camera.viewers == []

    run(scene())


def test_that_of_two_cameras_of_a_folder_one_takes_the_code_and_both_know_who_paired(
    run: Run, context: Context, tmp_path: Path
) -> None:
    async def scene() -> None:
        yard = Camera("yard", state=str(tmp_path), listen=ANYWHERE, secure=True)
        async with serving(tmp_path) as porch, yard:
            assert (bool(porch.pairing_code), bool(yard.pairing_code)) == (True, False)
            assert porch.key == yard.key
            keys = await paired(context, tmp_path, porch)
            await until(lambda: _knows(yard, keys))
            await sees(context, porch, keys)
            await sees(context, yard, keys)

    run(scene())


def test_that_a_list_that_cannot_be_read_changes_nothing(
    run: Run, context: Context, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            keys = await paired(context, tmp_path, camera)
            PairedViewers(tmp_path).path.write_text("viewer = 3")
            await until(lambda: "is damaged" in caplog.text)
            await sees(context, camera, keys)

    run(scene())


def test_that_who_was_revoked_goes_as_soon_as_the_list_can_be_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = viewer_keys()
    viewers = PairedViewers(tmp_path)
    viewers.add(PairedViewer(keys.public.decode(), "id", "desk", Rights.CONTROL, now()))
    door = Door(tmp_path)
    viewers.change(lambda _: [])

    def none_left(self: PairedViewers) -> list[PairedViewer]:
        raise UsageError("No descriptors are left.")

    with monkeypatch.context() as hard_times:
        hard_times.setattr(PairedViewers, "read", none_left)
        door.refresh()
        assert door.guest(keys.public) is not None
    door.refresh()
    assert door.guest(keys.public) is None


def test_that_a_code_that_was_ended_pairs_nobody_from_that_moment_on(
    run: Run, context: Context, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            code, port = camera.pairing_code, port_of(tmp_path)
            open_one = CodeFile(tmp_path).read()
            assert open_one is not None
            with at_pairing_port(context, port) as viewer:
                CodeFile(tmp_path).write(open_one.ended(Ending.LATE))
                assert not isinstance(await viewer.pair(viewer_keys(camera.key), code), PairOffer)
            assert PairedViewers(tmp_path).read() == []
            await until(lambda: not camera.pairing_code)

    run(scene())


def test_that_a_code_ends_with_its_file(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with serving(tmp_path) as camera:
            assert camera.pairing_code
            CodeFile(tmp_path).path.unlink()
            await until(lambda: not camera.pairing_code)

    run(scene())


def test_that_a_code_that_was_not_used_in_time_ends(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        soon = replace(OpenCode.new(Rights.WATCH, now()), until=now() + timedelta(seconds=3))
        CodeFile(tmp_path).write(soon)
        async with serving(tmp_path) as camera:
            await until(lambda: _ending(tmp_path) is Ending.LATE)
            await until(lambda: not camera.pairing_code)

    run(scene())


def _ending(folder: Path) -> Ending | None:
    code = CodeFile(folder).read()
    return None if code is None else code.ending


def _knows(camera: Camera, keys: CurveKeys) -> bool:
    assert camera._entrance is not None
    return camera._entrance.door.guest(keys.public) is not None


def test_that_a_camera_that_calls_is_told_whom_of_several(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        keys = viewer_keys()
        with listening(context, phone := Viewer("phone"), keys) as address:
            for name, each in (("desk", viewer_keys()), ("phone", keys)):
                one = PairedViewer(each.public.decode(), name, name, Rights.CONTROL, now())
                PairedViewers(tmp_path).add(one)
            with pytest.raises(UsageError, match=r"2 viewers are paired \(desk, phone\)\. Say which one"):
                await serving(tmp_path, listen=None, dial=address).__aenter__()
            async with serving(tmp_path, listen=None, dial=address, to="phone"):
                await until(lambda: phone.events)
            async with serving(tmp_path, listen=None, dial=address, to="tablet") as camera:
                assert camera.viewers == []

    run(scene())


def test_that_a_camera_whose_key_is_damaged_says_so_and_begins_when_it_is_mended(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        camera = Camera("porch", listen=ANYWHERE, secure=True, state=str(tmp_path))
        async with camera:
            key = camera.key
        content = (tmp_path / "identity.toml").read_text()
        (tmp_path / "identity.toml").write_text("public = 3")
        again = Camera("porch", listen=ANYWHERE, secure=True, state=str(tmp_path))
        with pytest.raises(UsageError, match=r"identity\.toml is damaged"):
            await again.__aenter__()
        (tmp_path / "identity.toml").write_text(content)
        async with again:
            assert again.key == key

    run(scene())
