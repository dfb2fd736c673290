"""Root, asked to pair for a service, does in its folder what the service's user could do, and no more."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from camwire.identity import Identity
from camwire.rights import Rights
from sender.__main__ import main
from sender.pairing.viewers import PairedViewers
from tests.sender.pairing.test_commands import kept

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="who is not root has nothing to give away"
)
NOBODY = 65_534


@pytest.fixture
def service() -> Iterator[Path]:
    """The state folder of a service that is not root; nobody else's folders are above it."""
    with TemporaryDirectory() as above:
        os.chmod(above, 0o755)
        folder = Path(above) / "state"
        folder.mkdir()
        Identity.of(folder)
        kept(folder, "desk")
        for path in (folder, *folder.iterdir()):
            os.chown(path, NOBODY, NOBODY)
        yield folder


def test_that_a_command_of_root_s_leaves_files_of_the_service(service: Path) -> None:
    assert main(["rights", "desk", "watch", "--state", str(service)]) == 0
    assert PairedViewers(service).read()[0].rights is Rights.WATCH
    assert {path.stat().st_uid for path in service.iterdir()} == {NOBODY}
    assert os.geteuid() == os.getegid() == 0


@pytest.mark.parametrize("name", ["viewers.toml.lock", "viewers.toml"])
def test_that_a_link_in_the_folder_leads_root_nowhere(service: Path, name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("viewer = 3 # of root's")
    secret.chmod(0o600)
    (service / name).unlink(missing_ok=True)
    (service / name).symlink_to(secret)
    main(["revoke", "desk", "--state", str(service)])
    assert secret.read_text() == "viewer = 3 # of root's"
    assert (secret.stat().st_uid, secret.stat().st_mode & 0o777) == (0, 0o600)


def test_that_what_goes_to_another_computer_is_written_by_who_asked(
    service: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o700)
    monkeypatch.setattr("sender.pairing.commands._passphrase", lambda is_new: "a long passphrase")
    file = tmp_path / "export"
    assert main(["identity", "--export", str(file), "--state", str(service)]) == 0
    assert file.stat().st_uid == 0
