"""How hard a passphrase is to guess, said in a sentence. Nothing heavy is imported: it runs at every key pressed."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass

from samordner_tui.language import _

LEAST_CHARACTERS = 12
LEAST_WORDS = 4
SHORTEST_WORD = 2
LEAST_DIFFERENT_CHARACTERS = 5

COMMON = (
    "password", "passord", "kodeord", "adgangskode", "hemmelig", "hemmeligt", "velkommen", "welcome", "samordner",
    "familie", "rådslagning", "familieraadslagning", "kommune", "danmark", "københavn", "qwerty", "qwertyuiop",
    "asdfgh", "letmein", "iloveyou", "admin", "administrator", "sommer", "vinter", "fodbold", "elsker", "skat", "mor",
    "far",
)  # fmt: skip
"""Words that are tried first by anybody who guesses."""

RUNS = ("0123456789", "abcdefghijklmnopqrstuvwxyzæøå", "qwertyuiopå", "asdfghjklæø", "zxcvbnm")
"""Rows of the alphabet and of the keyboard."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is thought of a passphrase."""

    allowed: bool
    strength: int
    """From 0, which is nothing, to 4, which is strong."""
    sentence: str


def example() -> str:
    """Four words that show what a good passphrase looks like. They stand on the screen, and are nobody's secret."""
    return _("ringen kaffe violet trappe")


def normalised(text: str) -> str:
    """The passphrase as it is used: the same on every keyboard and system, however its letters are put together."""
    return unicodedata.normalize("NFKC", text).strip()


def judge(text: str) -> Judgement:
    """What is thought of `text`: at least 12 characters or four words, and not the first thing one guesses."""
    passphrase = normalised(text)
    if not passphrase:
        return Judgement(allowed=False, strength=0, sentence=_("Skriv mindst 12 tegn eller fire ord."))
    if _is_short(passphrase):
        return Judgement(
            allowed=False, strength=1 if len(passphrase) >= LEAST_CHARACTERS // 2 else 0, sentence=_missing(passphrase)
        )
    if _is_guessed_first(passphrase):
        return Judgement(
            allowed=False,
            strength=1,
            sentence=_(
                "Det er noget af det første, man gætter på. Fire tilfældige ord er både stærkere og lettere at huske."
            ),
        )
    strength = _strength(passphrase)
    return Judgement(allowed=True, strength=strength, sentence=_praise(strength))


def _words(passphrase: str) -> set[str]:
    return {word for word in passphrase.casefold().split() if len(word) >= SHORTEST_WORD}


def _is_short(passphrase: str) -> bool:
    return len(passphrase) < LEAST_CHARACTERS and len(_words(passphrase)) < LEAST_WORDS


def _missing(passphrase: str) -> str:
    lacking = LEAST_CHARACTERS - len(passphrase)
    return _("Der mangler {count} tegn. Fire ord gør det også.").format(count=lacking)


def _is_guessed_first(passphrase: str) -> bool:
    letters = passphrase.casefold().replace(" ", "")
    if len(set(letters)) < LEAST_DIFFERENT_CHARACTERS or _is_example(passphrase):
        return True
    return len(_unguessed(letters)) < LEAST_CHARACTERS // 3


def _is_example(passphrase: str) -> bool:
    """Whether it is the words on the screen, in any order and with little besides."""
    typed, shown = _words(passphrase), _words(example())
    joined = "".join(passphrase.casefold().split())
    return len(typed & shown) >= LEAST_WORDS - 1 or "".join(example().split()) in joined


def _unguessed(letters: str) -> str:
    """What is left of `letters` when common words, runs and repetitions are taken out."""
    rest = letters
    for word in sorted(COMMON, key=len, reverse=True):
        rest = rest.replace(word, "")
    kept: list[str] = []
    for letter in rest:
        if not kept or not _follows(kept[-1], letter):
            kept.append(letter)
        else:
            kept[-1] = letter
    half = "".join(kept)
    middle = len(half) // 2
    return half[:middle] if middle and half[:middle] == half[middle:] else half


def _follows(before: str, letter: str) -> bool:
    return before == letter or any(before + letter in run or letter + before in run for run in RUNS)


def _strength(passphrase: str) -> int:
    """From 2, which is enough, to 4."""
    kinds = sum(any(test(letter) for letter in passphrase) for test in (str.islower, str.isupper, str.isdigit)) + any(
        not letter.isalnum() for letter in passphrase
    )
    bits = len(_unguessed(passphrase.casefold())) * math.log2(max(len(set(passphrase)), 2)) + 4 * kinds
    if bits < 55 and len(_words(passphrase)) < LEAST_WORDS:
        return 2
    return 4 if bits >= 95 else 3


def _praise(strength: int) -> str:
    return {
        2: _("Den kan bruges. Et ord mere gør den stærkere."),
        3: _("God adgangskode."),
        4: _("Stærk adgangskode."),
    }[strength]
