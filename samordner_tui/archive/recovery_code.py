"""The recovery code: 150 random bits on paper, with a check that catches a slip of the pen.

Crockford's base32 has no I, L, O or U; what is read as one of them is taken for 1, 1, 0. Case, dashes and spaces do
not count.
"""

from __future__ import annotations

import hashlib
import re
import secrets

from samordner_tui.archive.refusals import MistypedRecoveryCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_BITS = 150
CHECK_BITS = 10
LENGTH = 32
GROUP = 4

_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None, "–": None, "\t": None})


def new_code() -> str:
    """A new code, as it is printed: eight groups of four."""
    secret = secrets.randbits(SECRET_BITS)
    letters = _letters(secret << CHECK_BITS | _check(secret))
    return "-".join(letters[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def looks_like_code(typed: str) -> bool:
    """Whether `typed` has the form of a code, right or wrong."""
    return re.fullmatch(f"[{ALPHABET}]{{{LENGTH}}}", _plain(typed)) is not None


def secret_of(typed: str) -> bytes:
    """The secret in a code as somebody typed it.

    Raises:
        MistypedRecoveryCode: it is not a code, or its check does not hold.
    """
    if not looks_like_code(typed):
        raise MistypedRecoveryCode
    number = 0
    for letter in _plain(typed):
        number = number << 5 | ALPHABET.index(letter)
    secret = number >> CHECK_BITS
    if number & (1 << CHECK_BITS) - 1 != _check(secret):
        raise MistypedRecoveryCode
    return _bytes(secret)


def _plain(typed: str) -> str:
    return typed.strip().upper().translate(_FORGIVEN)


def _letters(number: int) -> str:
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def _bytes(secret: int) -> bytes:
    return secret.to_bytes((SECRET_BITS + 7) // 8, "big")


def _check(secret: int) -> int:
    digest = hashlib.sha256(b"samordner recovery code" + _bytes(secret)).digest()
    return int.from_bytes(digest[:2], "big") >> 16 - CHECK_BITS
