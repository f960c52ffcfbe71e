"""Another passphrase, or another recovery code: the key file is written anew, here and in every copy within reach.

The archive's own key stays. A copy of an old key file that lies elsewhere still opens with the old passphrase.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from samordner_tui.archive.backup import copies_in, places_with_copies
from samordner_tui.archive.keys import KEY_FILE, KeyFile, read_key_file, write_key_file
from samordner_tui.archive.passphrase import judge
from samordner_tui.archive.refusals import ArchiveRefused, OnlyForReading, WeakPassphrase

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive


def change_passphrase(archive: Archive, secret: str, passphrase: str) -> None:
    """Let `passphrase` open the archive in place of the one before.

    Raises:
        WrongSecret: `secret` is neither the passphrase in use nor the recovery code.
        WeakPassphrase: the new one is too easy to guess.
    """
    judgement = judge(passphrase)
    if not judgement.allowed:
        raise WeakPassphrase(judgement.sentence)
    file, key = _opened(archive, secret)
    _write_everywhere(archive, file.with_passphrase(key, passphrase))


def new_recovery_code(archive: Archive, secret: str) -> str:
    """A new recovery code in place of the one before, to be shown once.

    Raises:
        WrongSecret: `secret` is neither the passphrase nor the recovery code in use.
    """
    file, key = _opened(archive, secret)
    changed, code = file.with_new_code(key)
    _write_everywhere(archive, changed)
    return code


def _opened(archive: Archive, secret: str) -> tuple[KeyFile, bytes]:
    if archive.read_only:
        raise OnlyForReading
    file = read_key_file(archive.folder / KEY_FILE)
    return file, file.unlock(secret)


def _write_everywhere(archive: Archive, file: KeyFile) -> None:
    """The archive's own first: should the rest fail, the new passphrase opens the archive."""
    with archive.copying:
        write_key_file(archive.folder, file)
        for place in places_with_copies(archive):
            for copy in copies_in(place):
                if not _is_of_another(copy.folder / KEY_FILE, file):
                    write_key_file(copy.folder, file)


def _is_of_another(path: Path, file: KeyFile) -> bool:
    """Whether a whole key file of another archive lies there; a damaged one of ours is mended by writing it anew."""
    with contextlib.suppress(ArchiveRefused):
        return read_key_file(path).archive_id != file.archive_id
    return False
