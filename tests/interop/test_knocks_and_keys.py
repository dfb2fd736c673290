"""Senders at the wrong port or with the wrong keys: not let in, told once; secured ones with the right keys: shown."""

import shutil
from pathlib import Path

import pytest

from camwire.errors import UsageError
from tests.interop.stock_wall import StockWall
from tests.support.stock import free_ports, stock_sender
from viewer.core.calls.vidgear_keys import KeyFolder

PLAIN = ("netgear", "--pattern", 1)


def made_keys(folder: Path) -> Path:
    """A folder with the keys that a stock sender makes for itself before it sends anything."""
    folder.mkdir()
    with stock_sender(*PLAIN, "--secure", 2, "--keys", folder, "--port", free_ports(1)[0]) as sender:
        sender.kill()
    assert (folder / ".vidgear" / "keys" / "private_keys" / "server.key_secret").is_file()
    return folder


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_keys(tmp_path_factory.mktemp("keys") / "mine")


@pytest.fixture(scope="module")
def other_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_keys(tmp_path_factory.mktemp("keys") / "other")


def told(wall: StockWall, port: int) -> list[str]:
    """What was said of this port."""
    return [each for each in wall.notices if f"port {port}" in each]


def secured(folder: Path, mode: int) -> tuple[object, ...]:
    return (*PLAIN, "--secure", mode, "--keys", folder)


@pytest.mark.slow
def test_that_senders_of_other_patterns_are_told_of_once_with_their_port(wall: StockWall) -> None:
    routed, published, pulled = free_ports(3)
    for pattern, port in (("", routed), ("sub+", published), ("pull+", pulled)):
        wall.listen(pattern, port)
    wall.sender(1, "netgear", "--pattern", 2, port=routed)
    wall.sender(2, *PLAIN, port=published)
    wall.sender(3, "netgear_async", "--pattern", 2, port=pulled)
    wall.sender(4, *PLAIN, port=routed)
    wanted = {routed: "pattern 1", published: "pattern 2", pulled: "pattern 3"}
    wall.until(lambda: wall.shows(4) and all(told(wall, port) for port in wanted))
    # Those that see the mistake after us knock again, ten times a second.
    wall.watch(2)
    for port, pattern in wanted.items():
        assert len(set(told(wall, port))) == len(told(wall, port))
        assert all("another pattern" in each and pattern in each for each in told(wall, port))
    assert len(wall.tiles) == 1
    assert wall.shows(4)


@pytest.mark.slow
@pytest.mark.parametrize("mode", [1, 2])
def test_that_secured_senders_are_shown_and_others_refused(wall: StockWall, keys: Path, mode: int) -> None:
    wall.listen(keys=KeyFolder.read(str(keys), mode))
    wall.sender(1, *secured(keys, mode))
    wall.sender(2, *PLAIN)
    wall.until(lambda: wall.shows(1) and wall.notices)
    wall.watch(1)
    assert len(wall.tiles) == 1
    assert len(wall.notices) == 1
    assert f"other security or keys knocked at port {wall.port}" in wall.notices[0]
    wall.peers[1].ask_to_end()
    wall.until(lambda: wall.peers[1].has_ended)
    assert "frames" in wall.peers[1].lines[-1]


@pytest.mark.slow
def test_that_of_a_secured_sender_at_a_port_without_keys_is_told(wall: StockWall, keys: Path) -> None:
    wall.listen()
    wall.sender(1, *secured(keys, 2))
    wall.until(lambda: told(wall, wall.port))
    wall.watch(1)
    assert all("other security" in each for each in told(wall, wall.port))
    assert wall.tiles == []


@pytest.mark.slow
def test_that_a_key_that_is_not_in_the_folder_is_refused_in_mode_2(
    wall: StockWall, keys: Path, other_keys: Path, tmp_path: Path
) -> None:
    # It knows our public key, and has its own key from elsewhere.
    mixed = shutil.copytree(other_keys, tmp_path / "mixed")
    for kind, name in (("public_keys", "server.key"), ("private_keys", "server.key_secret")):
        shutil.copy(keys / ".vidgear" / "keys" / kind / name, mixed / ".vidgear" / "keys" / kind / name)
    strict, lax = free_ports(2)
    wall.listen(port=strict, keys=KeyFolder.read(str(keys), 2))
    wall.listen(port=lax, keys=KeyFolder.read(str(keys), 1))
    wall.sender(1, *secured(mixed, 2), port=strict)
    wall.sender(2, *secured(mixed, 1), port=lax)
    wall.sender(3, *secured(keys, 2), port=strict)
    wall.sender(4, *secured(other_keys, 1), port=lax)
    wall.until(lambda: wall.shows(2, 3) and len(wall.notices) == 2)
    wall.watch(1)
    assert len(wall.tiles) == 2
    for port in (strict, lax):
        assert sum(f"security or keys knocked at port {port}" in each for each in wall.notices) == 1


@pytest.mark.slow
def test_that_a_folder_without_usable_keys_is_refused_with_what_to_do(keys: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no VidGear keys in .*missing: it has no \.vidgear/keys/private_keys"):
        KeyFolder.read(str(tmp_path / "missing"), 2)
    with pytest.raises(UsageError, match="secure mode is 1 or 2, not 0"):
        KeyFolder.read(str(keys), 0)
    broken = shutil.copytree(keys, tmp_path / "broken")
    place = broken / ".vidgear" / "keys"
    secret = place / "private_keys" / "server.key_secret"
    whole = secret.read_text()
    swapped = whole.replace("secret-key", "other-key").replace("public-key", "secret-key").replace("other", "public")
    for text in (
        "",
        "no keys at all",
        whole.split("secret-key")[0],
        whole.replace('secret-key = "', 'secret-key = "x'),
        swapped,
    ):
        secret.write_text(text)
        with pytest.raises(UsageError, match="Copy"):
            KeyFolder.read(str(broken), 1)
    secret.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="Copy"):
        KeyFolder.read(str(broken), 1)
    secret.write_text(whole)
    (place / "public_keys" / "client.key").write_text("nothing")
    with pytest.raises(UsageError, match="Copy"):
        KeyFolder.read(str(broken), 2)
    shutil.rmtree(place / "public_keys")
    with pytest.raises(UsageError, match="Copy"):
        KeyFolder.read(str(broken), 2)
