"""What only a passphrase opens."""

import pytest

from camwire.errors import UsageError
from camwire.sealing import HEAD, LEAST_PASSPHRASE, sealed, unsealed

SECRET = b"the secret key of everything " * 20
PASSPHRASE = "correct horse battery"


def test_that_the_passphrase_opens_it_and_nothing_of_it_can_be_read() -> None:
    once, again = sealed(SECRET, PASSPHRASE), sealed(SECRET, PASSPHRASE)
    assert unsealed(once, PASSPHRASE) == unsealed(again, PASSPHRASE) == SECRET
    assert once != again
    assert b"secret" not in once
    assert once.decode("ascii").startswith(f"{HEAD}\n")
    assert max(map(len, once.splitlines())) <= 64


def test_that_it_is_opened_after_a_mail_program_has_changed_its_lines() -> None:
    changed = b"\r\n".join(line + b" " for line in sealed(SECRET, PASSPHRASE).splitlines())
    assert unsealed(changed, PASSPHRASE) == SECRET


def test_that_another_passphrase_opens_nothing() -> None:
    content = sealed(SECRET, PASSPHRASE)
    for other in ("", "correct horse batterz", PASSPHRASE.upper()):
        with pytest.raises(UsageError, match="passphrase is not right"):
            unsealed(content, other)


def test_that_a_short_passphrase_is_none() -> None:
    with pytest.raises(UsageError, match="at least 8 characters"):
        sealed(SECRET, "x" * (LEAST_PASSPHRASE - 1))


def test_that_a_changed_byte_is_noticed() -> None:
    content = bytearray(sealed(b"short", PASSPHRASE))
    at = len(HEAD) + 1 + 60
    content[at] = ord("A") if content[at] != ord("A") else ord("B")
    with pytest.raises(UsageError, match="not right, or the file is damaged"):
        unsealed(bytes(content), PASSPHRASE)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no file that was made by an export"),
        (b"public = 'x'", "no file that was made by an export"),
        (b"\xff\xfe\x00", "no file that was made by an export"),
        (f"{HEAD}\n".encode(), "damaged"),
        (f"{HEAD}\nQUJD\n".encode(), "damaged"),
        (f"{HEAD}\n!!!\n".encode(), "damaged"),
    ],
)
def test_that_another_file_is_told(content: bytes, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        unsealed(content, PASSPHRASE)
