"""A viewer goes to another computer, with its key and its cameras."""

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from camwire.errors import UsageError
from camwire.identity import Identity
from tests.support.camera_host import CameraHost
from tests.support.stage import Stage
from viewer import identity_command
from viewer.core.known_cameras import KnownCameras
from viewer.core.pairing.moving import export_to, import_from, take_over
from viewer.core.paths import Paths
from viewer.core.settings import CameraSettings, PairedSettings, Settings, SettingsFile

PASSPHRASE = "three words or more"
KEY = "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"


def with_a_camera() -> Settings:
    camera = CameraSettings(endpoint="tcp://porch.local:5600", name="Porch", key=KEY)
    plain = CameraSettings(endpoint="tcp://127.0.0.1:5600")
    return Settings(paired=[PairedSettings(key=KEY, id="id", name="Porch", when=1)], camera=[camera, plain])


def test_that_key_pairings_and_paired_cameras_arrive(tmp_path: Path) -> None:
    file, there = tmp_path / "key.txt", tmp_path / "there"
    identity, settings = Identity.of(tmp_path / "here"), with_a_camera()
    own = Identity.of(there)
    export_to(file, identity, settings, PASSPHRASE)
    assert os.name != "posix" or stat.S_IMODE(file.stat().st_mode) == 0o600
    assert identity.secret not in file.read_bytes()
    new = Settings()
    take_over(import_from(file, there, new, PASSPHRASE), new)
    assert Identity.of(there) == identity
    assert new.paired == settings.paired
    assert [each.endpoint for each in new.camera] == ["tcp://porch.local:5600"]
    assert own.secret.decode() in (there / "identity.toml.before").read_text()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "no file that was made by an export"), (b"watchword sealed 1\n!!", "damaged"), (None, "cannot be read")],
)
def test_that_another_file_is_refused_and_the_key_stays(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    file = tmp_path / "key.txt"
    if content is not None:
        file.write_bytes(content)
    own = Identity.of(tmp_path)
    with pytest.raises(UsageError, match=sentence):
        import_from(file, tmp_path, Settings(), PASSPHRASE)
    assert Identity.of(tmp_path) == own


def test_that_a_wrong_passphrase_opens_nothing(tmp_path: Path) -> None:
    file = tmp_path / "key.txt"
    export_to(file, Identity.new(), with_a_camera(), PASSPHRASE)
    with pytest.raises(UsageError, match="passphrase is not right"):
        import_from(file, tmp_path / "there", Settings(), "other words")
    assert not (tmp_path / "there").exists()


def test_that_a_key_that_cameras_know_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "key.txt"
    export_to(file, Identity.new(), with_a_camera(), PASSPHRASE)
    own = Identity.of(tmp_path)
    with pytest.raises(UsageError, match="paired with cameras already"):
        import_from(file, tmp_path, with_a_camera(), PASSPHRASE)
    assert Identity.of(tmp_path) == own


def test_that_a_viewer_that_runs_shows_the_cameras_at_once(stage: Stage, host: CameraHost, tmp_path: Path) -> None:
    identity, camera = Identity.new(), stage.camera(curve=host.curve)
    stage.now(lambda: host.admit(identity.public))
    elsewhere = Settings(
        paired=[PairedSettings(key=host.key, id="id-of-porch", name="Porch")],
        camera=[CameraSettings(endpoint=str(camera.endpoint), key=host.key)],
    )
    export_to(tmp_path / "key.txt", identity, elsewhere, PASSPHRASE)
    file = SettingsFile(tmp_path / "settings.toml")
    stage.fleet.keyring._paired = file.settings.paired
    known = KnownCameras(stage.fleet, file, lambda sentence: None)
    packed = import_from(tmp_path / "key.txt", tmp_path, file.settings, PASSPHRASE)
    stage.now(lambda: known.take_over(packed))
    session = stage.fleet[str(camera.endpoint)]
    stage.until(lambda: session.is_connected)
    assert [each.key for each in SettingsFile(file.path).settings.paired] == [host.key]


def test_that_the_command_does_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "key.txt"
    settings = SettingsFile(Paths.of(str(here)).settings)
    settings.settings = with_a_camera()
    settings.save()

    def run(*words: str) -> int:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSPHRASE}\n"))
        return identity_command.main(words)

    assert run("--config", str(here), "--export", str(file)) == 0
    assert run("--config", str(here), "--export", str(file)) == 1, "it is there already"
    assert run("--config", str(there), "--import", str(file)) == 0
    assert run("--config", str(there)) == 0
    assert Identity.of(here).fingerprint in capsys.readouterr().out
    assert Identity.of(there) == Identity.of(here)
    assert [each.key for each in SettingsFile(Paths.of(str(there)).settings).settings.paired] == [KEY]
