"""The key pair of a program, and that it is never lost by itself."""

import errno
import os
import threading
from pathlib import Path

import pytest
import zmq

from camwire.errors import UsageError
from camwire.identity import FILE, Identity

POSIX_ONLY = pytest.mark.skipif(os.name != "posix", reason="other systems keep a person's folders to that person")


def test_that_it_is_made_once_and_is_the_same_from_then_on(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "of a camera"
    made = Identity.of(folder)
    assert zmq.curve_public(made.secret) == made.public
    assert Identity.of(folder) == made
    assert [each.name for each in folder.iterdir()] == [FILE]
    assert made.secret.decode() not in repr(made)


def test_that_two_programs_that_start_at_once_have_one(tmp_path: Path) -> None:
    found: list[Identity] = []
    threads = [threading.Thread(target=lambda: found.append(Identity.of(tmp_path))) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len({each.public for each in found}) == 1
    assert len(found) == 8


@POSIX_ONLY
def test_that_nobody_else_may_read_it_also_not_a_copy(tmp_path: Path) -> None:
    made = Identity.of(tmp_path)
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    (tmp_path / FILE).chmod(0o644)
    assert Identity.of(tmp_path) == made
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "text",
    [
        "",
        "public = 'x'",
        "public = 3\nsecret = 4",
        "public = 'é'\nsecret = 'é'",
        "\x00",
        "public = '{other}'\nsecret = '{secret}'",
        "public = '{public}'\nsecret = '{public}x'",
    ],
)
def test_that_a_damaged_one_is_told_and_never_replaced(text: str, tmp_path: Path) -> None:
    one, other = Identity.new(), Identity.new()
    filled = text.replace("{other}", other.public.decode())
    filled = filled.replace("{secret}", one.secret.decode()).replace("{public}", one.public.decode())
    (tmp_path / FILE).write_text(filled, "utf-8")
    with pytest.raises(UsageError, match=r"is damaged\. Put a copy of it back"):
        Identity.of(tmp_path)
    assert (tmp_path / FILE).read_text("utf-8") == filled


def test_that_it_is_kept_where_files_have_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    made = Identity.of(tmp_path)
    assert Identity.of(tmp_path) == made
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    if os.name == "posix":
        assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_that_one_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(UsageError, match="cannot be kept in"):
        Identity.of(tmp_path / "file")


def test_that_one_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    made = Identity.of(tmp_path)
    with pytest.raises(FileExistsError):
        Identity.new().keep(tmp_path / FILE)
    assert Identity.of(tmp_path) == made
