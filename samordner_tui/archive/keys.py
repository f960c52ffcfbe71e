"""The key file: the archive's random key, wrapped once by the passphrase and once by the recovery code.

Argon2id makes a key of the secret, AES-256-GCM wraps the archive's key with it. The archive's id, the name of the
slot and the parameters are bound in, so that no slot can be moved or weakened. A checksum over the file tells damage
apart from a wrong secret.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from samordner_tui.archive.disk import write_whole
from samordner_tui.archive.passphrase import normalised
from samordner_tui.archive.recovery_code import looks_like_code, new_code, secret_of
from samordner_tui.archive.refusals import DamagedKeyFile, MissingKeyFile, MistypedRecoveryCode, WrongSecret

KEY_FILE = "archive.key"
KEY_FILE_COPY = "archive.key.bak"

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
ID_BYTES = 16

PASSES = 3
MEMORY_KIB = 64 * 1024
LANES = 4

MOST_PASSES = 12
MOST_MEMORY_KIB = 1024 * 1024
MOST_LANES = 16
MOST_FILE_BYTES = 16 * 1024
"""Bounds on what is read, so that no file can ask for a terabyte of memory."""

FORMAT = "samordner-key"
VERSION = 1

PASSPHRASE = "passphrase"  # noqa: S105 - the name of a slot
RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """The archive's key, wrapped by one secret."""

    name: str
    salt: bytes
    nonce: bytes
    wrapped: bytes
    passes: int = PASSES
    memory_kib: int = MEMORY_KIB
    lanes: int = LANES

    def unwrapped(self, archive_id: str, secret: bytes) -> bytes | None:
        """The archive's key, or None when `secret` is not the one it was wrapped by."""
        try:
            return AESGCM(self._key_of(secret)).decrypt(self.nonce, self.wrapped, self._bound(archive_id))
        except InvalidTag:
            return None

    def wrapping(self, archive_id: str, secret: bytes, key: bytes) -> Slot:
        """This slot with `key` wrapped in it by `secret`."""
        return replace(self, wrapped=AESGCM(self._key_of(secret)).encrypt(self.nonce, key, self._bound(archive_id)))

    def _key_of(self, secret: bytes) -> bytes:
        derivation = Argon2id(
            salt=self.salt, length=KEY_BYTES, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory_kib
        )
        return derivation.derive(secret)

    def _bound(self, archive_id: str) -> bytes:
        bound = (FORMAT, VERSION, archive_id, self.name, self.passes, self.memory_kib, self.lanes, self.salt.hex())
        return json.dumps(bound).encode()


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The two slots of one archive."""

    archive_id: str
    slots: Mapping[str, Slot]

    def unlock(self, typed: str) -> bytes:
        """The archive's key, by passphrase or recovery code as somebody typed it.

        Raises:
            WrongSecret: it opens neither slot.
            MistypedRecoveryCode: it has the form of a recovery code and is none.
        """
        if looks_like_code(typed) and (key := self._by_code(typed)):
            return key
        key = self.slots[PASSPHRASE].unwrapped(self.archive_id, normalised(typed).encode())
        if key is None:
            raise MistypedRecoveryCode if looks_like_code(typed) else WrongSecret
        return key

    def _by_code(self, typed: str) -> bytes | None:
        try:
            return self.slots[RECOVERY].unwrapped(self.archive_id, secret_of(typed))
        except MistypedRecoveryCode:
            return None

    def with_passphrase(self, key: bytes, passphrase: str) -> KeyFile:
        """The file with `key` wrapped by another passphrase."""
        return self._with(PASSPHRASE, normalised(passphrase).encode(), key)

    def with_new_code(self, key: bytes) -> tuple[KeyFile, str]:
        """The file with `key` wrapped by a new recovery code, and the code."""
        code = new_code()
        return self._with(RECOVERY, secret_of(code), key), code

    def _with(self, name: str, secret: bytes, key: bytes) -> KeyFile:
        empty = Slot(name, salt=secrets.token_bytes(SALT_BYTES), nonce=secrets.token_bytes(NONCE_BYTES), wrapped=b"")
        return replace(self, slots={**self.slots, name: empty.wrapping(self.archive_id, secret, key)})


def new_key_file(passphrase: str) -> tuple[KeyFile, bytes, str]:
    """A new key file, the archive's key that it wraps, and the recovery code."""
    key = secrets.token_bytes(KEY_BYTES)
    empty = KeyFile(archive_id=secrets.token_hex(ID_BYTES), slots={})
    file, code = empty.with_passphrase(key, passphrase).with_new_code(key)
    return file, key, code


def write_key_file(folder: Path, file: KeyFile) -> None:
    """Write the key file and its copy beside it. Both are new, so that an old passphrase opens neither."""
    content = _encoded(file)
    write_whole(folder / KEY_FILE, content)
    write_whole(folder / KEY_FILE_COPY, content)


def read_key_file(path: Path) -> KeyFile:
    """The key file at `path`.

    Raises:
        MissingKeyFile: it is not there.
        DamagedKeyFile: it cannot be read, or asks for what is out of bounds.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise MissingKeyFile from error
    except OSError as error:
        raise DamagedKeyFile from error
    try:
        return _decoded(content)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedKeyFile from error


def _encoded(file: KeyFile) -> bytes:
    body: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "archive": file.archive_id,
        "slots": [_slot_values(slot) for slot in file.slots.values()],
    }
    return json.dumps({**body, "check": _checksum(body)}, indent=1).encode()


def _slot_values(slot: Slot) -> dict[str, object]:
    return {
        "slot": slot.name,
        "kdf": "argon2id",
        "passes": slot.passes,
        "memory_kib": slot.memory_kib,
        "lanes": slot.lanes,
        "salt": _text(slot.salt),
        "nonce": _text(slot.nonce),
        "wrapped": _text(slot.wrapped),
    }


def _decoded(content: bytes) -> KeyFile:
    if len(content) > MOST_FILE_BYTES:
        message = "too long"
        raise ValueError(message)
    values = json.loads(content)
    check = values.pop("check")
    if check != _checksum(values) or values["format"] != FORMAT or values["version"] != VERSION:
        message = "checksum, format or version"
        raise ValueError(message)
    slots = [_slot(part) for part in values["slots"]]
    file = KeyFile(archive_id=str(values["archive"]), slots={slot.name: slot for slot in slots})
    if set(file.slots) != {PASSPHRASE, RECOVERY}:
        message = "slots"
        raise ValueError(message)
    return file


def _slot(values: Mapping[str, object]) -> Slot:
    return Slot(
        name=str(values["slot"]),
        salt=_bytes(values["salt"], SALT_BYTES),
        nonce=_bytes(values["nonce"], NONCE_BYTES),
        wrapped=_bytes(values["wrapped"], KEY_BYTES + 16),
        passes=_bounded(values["passes"], PASSES, MOST_PASSES),
        memory_kib=_bounded(values["memory_kib"], MEMORY_KIB, MOST_MEMORY_KIB),
        lanes=_bounded(values["lanes"], 1, MOST_LANES),
    )


def _bounded(value: object, least: int, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        message = "a parameter out of bounds"
        raise ValueError(message)
    return value


def _checksum(values: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(value: object, length: int) -> bytes:
    content = base64.b64decode(str(value), validate=True)
    if len(content) != length:
        message = "a length"
        raise ValueError(message)
    return content
