"""What must stay secret on its way to another computer, in a file that only a passphrase opens.

scrypt makes a key of the passphrase, ChaCha20-Poly1305 encrypts. By the package `cryptography`.
"""

import base64
import binascii
import os
import textwrap

from camwire.errors import UsageError
from camwire.translation import tr

HEAD = "watchword sealed 1"
LEAST_PASSPHRASE = 8
MOST_BYTES = 1024 * 1024
SALT_BYTES, NONCE_BYTES, TAG_BYTES = 16, 12, 16
# 64 MB and a fifth of a second on a desktop, for each guess.
COST, BLOCK, LANES = 2**16, 8, 1


def sealed(plain: bytes, passphrase: str) -> bytes:
    """`plain` as a text file. Takes a fraction of a second, and 64 MB. Raises UsageError for a short passphrase."""
    if len(passphrase) < LEAST_PASSPHRASE:
        raise UsageError(
            tr("The passphrase is too short. Use at least {count} characters, or some words.", count=LEAST_PASSPHRASE)
        )
    # Loaded when somebody moves: it costs more than the rest of a start.
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    text = ChaCha20Poly1305(_key(passphrase, salt)).encrypt(nonce, plain, HEAD.encode())
    armoured = base64.b64encode(salt + nonce + text).decode()
    return "\n".join([HEAD, *textwrap.wrap(armoured, 64), ""]).encode()


def unsealed(sealed: bytes, passphrase: str) -> bytes:
    """What `sealed` was made of. Raises UsageError for another passphrase, and for a file that is damaged or none."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    head, _, body = sealed[:MOST_BYTES].decode("ascii", "replace").partition("\n")
    if head.strip() != HEAD:
        raise UsageError(tr("This is no file that was made by an export. Choose another one."))
    try:
        packed = base64.b64decode("".join(body.split()), validate=True)
        if len(packed) < SALT_BYTES + NONCE_BYTES + TAG_BYTES:
            raise ValueError
        salt, nonce, text = packed[:SALT_BYTES], packed[SALT_BYTES:][:NONCE_BYTES], packed[SALT_BYTES + NONCE_BYTES :]
        return ChaCha20Poly1305(_key(passphrase, salt)).decrypt(nonce, text, HEAD.encode())
    except InvalidTag:
        raise UsageError(tr("The passphrase is not right, or the file is damaged. Try again.")) from None
    except (ValueError, binascii.Error):
        raise UsageError(tr("The file is damaged. Export it again on the other computer.")) from None


def _key(passphrase: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt, 32, COST, BLOCK, LANES).derive(passphrase.encode())
