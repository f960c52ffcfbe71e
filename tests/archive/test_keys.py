"""The key file: two slots, a check, bounds, and a recovery code that forgives a slip of the pen."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordner_tui.archive import recovery_code
from samordner_tui.archive.keys import (
    KEY_FILE,
    KEY_FILE_COPY,
    KeyFile,
    _checksum,
    new_key_file,
    read_key_file,
    write_key_file,
)
from samordner_tui.archive.passphrase import judge
from samordner_tui.archive.refusals import DamagedKeyFile, MissingKeyFile, MistypedRecoveryCode, WrongSecret
from tests.archive.conftest import PASSPHRASE


@pytest.fixture(scope="module")
def made() -> tuple[KeyFile, bytes, str]:
    """A key file, the key in it, and the recovery code; made once, because making it is slow on purpose."""
    return new_key_file(PASSPHRASE)


def test_both_slots_hold_the_same_key(made: tuple[KeyFile, bytes, str], tmp_path: Path) -> None:
    """After writing and reading, by passphrase and by code."""
    file, key, code = made
    write_key_file(tmp_path, file)
    assert (tmp_path / KEY_FILE).read_bytes() == (tmp_path / KEY_FILE_COPY).read_bytes()
    read = read_key_file(tmp_path / KEY_FILE)
    assert read.unlock(PASSPHRASE) == key
    assert read.unlock(code) == key


def test_a_wrong_secret_is_told_from_a_mistyped_code(made: tuple[KeyFile, bytes, str]) -> None:
    """One letter of the code is wrong, or it is the code of another archive."""
    file, _key, code = made
    with pytest.raises(WrongSecret):
        file.unlock("fire ænder krydser gaden")
    with pytest.raises(MistypedRecoveryCode):
        file.unlock(("Z" if code[0] != "Z" else "Y") + code[1:])
    with pytest.raises(WrongSecret):
        file.unlock(recovery_code.new_code())


def test_a_changed_byte_is_damage_and_not_a_wrong_passphrase(made: tuple[KeyFile, bytes, str], tmp_path: Path) -> None:
    """Wherever in the file it stands, and when the file is cut short, empty or something else."""
    write_key_file(tmp_path, made[0])
    path = tmp_path / KEY_FILE
    whole = path.read_bytes()
    spoiled = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(0, len(whole), 7)]
    for content in (*spoiled, b"", whole[:200], b"[]", b"null", b"\xff" * 600, b"[" * 10000, whole * 40):
        path.write_bytes(content)
        if not _says_the_same(content, whole):
            with pytest.raises(DamagedKeyFile):
                read_key_file(path)


def _says_the_same(content: bytes, whole: bytes) -> bool:
    """A changed blank between two values changes nothing that is said."""
    try:
        return bool(json.loads(content) == json.loads(whole))
    except (ValueError, RecursionError):
        return False


def test_a_missing_key_file_is_said(tmp_path: Path) -> None:
    """With where its copies are."""
    with pytest.raises(MissingKeyFile, match=r"archive\.key\.bak"):
        read_key_file(tmp_path / KEY_FILE)


@pytest.mark.parametrize(
    ("name", "value"),
    [("memory_kib", 1 << 40), ("memory_kib", 8), ("passes", 10**9), ("passes", 1), ("lanes", 0), ("lanes", 10**6)],
)
def test_parameters_out_of_bounds_are_never_tried(
    made: tuple[KeyFile, bytes, str], tmp_path: Path, name: str, value: int
) -> None:
    """Neither a terabyte of memory nor a weaker derivation, although the check holds."""
    write_key_file(tmp_path, made[0])
    values = json.loads((tmp_path / KEY_FILE).read_bytes())
    values["slots"][0][name] = value
    values.pop("check")
    (tmp_path / KEY_FILE).write_text(json.dumps({**values, "check": _checksum(values)}))
    with pytest.raises(DamagedKeyFile):
        read_key_file(tmp_path / KEY_FILE)


def test_a_slot_is_bound_to_its_parameters_and_its_archive(made: tuple[KeyFile, bytes, str], tmp_path: Path) -> None:
    """Changed within bounds, and with a check that holds, it opens no more."""
    write_key_file(tmp_path, made[0])
    values = json.loads((tmp_path / KEY_FILE).read_bytes())
    values["archive"] = "0" * 32
    values.pop("check")
    (tmp_path / KEY_FILE).write_text(json.dumps({**values, "check": _checksum(values)}))
    with pytest.raises(WrongSecret):
        read_key_file(tmp_path / KEY_FILE).unlock(PASSPHRASE)


@given(number=st.integers(0, 31), letter=st.sampled_from(recovery_code.ALPHABET))
def test_a_slip_of_the_pen_in_a_code_is_caught_or_harmless(number: int, letter: str) -> None:
    """One changed letter is either the letter that stood there, or a code whose check almost never holds."""
    letters = list(recovery_code.new_code().replace("-", ""))
    changed = [*letters[:number], letter, *letters[number + 1 :]]
    assert recovery_code.secret_of("".join(letters)) == recovery_code.secret_of("-".join(letters).lower())
    if changed != letters and number < 30:
        # Ten bits of check let one in a thousand through; that one still opens nothing.
        with contextlib.suppress(MistypedRecoveryCode):
            assert recovery_code.secret_of("".join(changed)) != recovery_code.secret_of("".join(letters))


def test_a_code_that_is_too_short_is_mistyped() -> None:
    """A group was left out."""
    with pytest.raises(MistypedRecoveryCode):
        recovery_code.secret_of("7TR2-M8YW-0KQ4-ZB3N-C5VD-9H1G-PX6E")


def test_codes_are_never_the_same_and_hold_no_letter_that_is_misread() -> None:
    """Eight groups of four."""
    codes = {recovery_code.new_code() for _count in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert [len(group) for group in code.split("-")] == [4] * 8
        assert not set(code) & set("ILOU")


@pytest.mark.parametrize(
    "text",
    [
        "fire ænder krydser vejen",
        "correct horse battery staple",
        "Tr4nsport!middag",
        "mit æg og te",
        "solnedgangoverfjorden",
    ],
)
def test_a_passphrase_of_twelve_characters_or_four_words_is_allowed(text: str) -> None:
    """And its strength is said."""
    judgement = judge(text)
    assert judgement.allowed
    assert judgement.strength >= 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kort",
        "elleve tegn",
        "123456789012",
        "aaaaaaaaaaaaaa",
        "passwordpassword",
        "qwertyuiopå1",
        "samordner123",
        "a b c d",
        "ringen kaffe violet trappe",
        "Trappe violet KAFFE ringen",
        "ringenkaffeviolettrappe",
    ],
)
def test_what_is_short_or_guessed_first_is_not_allowed(text: str) -> None:
    """With a sentence that says what would do."""
    judgement = judge(text)
    assert not judgement.allowed
    assert judgement.sentence
    assert judgement.strength <= 1
