"""Letters of a prompter: each drawn on ten rows of points, so that a text can be read from across the room.

A terminal has one size of letters. Four points stand in each cell (▘▝▖▗ and what they make together), so that a letter
is four cells wide and five high.
"""

from __future__ import annotations

import unicodedata
from typing import Final

HEIGHT: Final = 10
"""Rows of points of a line: two above for rings and dots, seven for a capital, one below."""
GAP: Final = 2
"""Points between two letters."""
SPACE: Final = 4
"""Points of a space."""

# Eight rows from the top of a capital to below the line, two hexadecimal digits each; the lowest bit stands leftmost.
LETTERS: Final[dict[str, str]] = {
    "A": "0C1E33333F333300",
    "B": "1F33331F33331F00",
    "C": "1E33030303331E00",
    "D": "1F33333333331F00",
    "E": "3F03031F03033F00",
    "F": "3F03031F03030300",
    "G": "1E33033B33331E00",
    "H": "3333333F33333300",
    "I": "0303030303030300",
    "J": "3030303030331E00",
    "K": "331B0F070F1B3300",
    "L": "0303030303033F00",
    "M": "C3E7FFDBC3C3C300",
    "N": "63676F7B73636300",
    "O": "1E33333333331E00",
    "P": "1F33331F03030300",
    "Q": "1E333333331E3000",
    "R": "1F33331F1B333300",
    "S": "1E33031E30331E00",
    "T": "3F0C0C0C0C0C0C00",
    "U": "3333333333331E00",
    "V": "33333333331E0C00",
    "W": "C3C3C3DBFFE7C300",
    "X": "33331E0C1E333300",
    "Y": "3333331E0C0C0C00",
    "Z": "3F30180C06033F00",
    "Æ": "FC3633FF3333F300",
    "Ø": "BC66767E6E663D00",
    "a": "00001E303E333E00",
    "b": "03031F3333331F00",
    "c": "00001E3303331E00",
    "d": "30303E3333333E00",
    "e": "00001E333F031E00",
    "f": "1C060F0606060600",
    "g": "00003E33333E301E",
    "h": "03031F3333333300",
    "i": "0300030303030300",
    "j": "0C000C0C0C0C0C07",
    "k": "0303331B0F1B3300",
    "l": "0303030303030600",
    "m": "00007FDBDBDBDB00",
    "n": "00001F3333333300",
    "o": "00001E3333331E00",
    "p": "00001F33331F0303",
    "q": "00003E33333E3030",
    "r": "00001B0F03030300",
    "s": "00003E031E301F00",
    "t": "06060F0606061C00",
    "u": "0000333333333E00",
    "v": "00003333331E0C00",
    "w": "0000C3DBDBFF6600",
    "x": "0000331E0C1E3300",
    "y": "00003333333E301E",
    "z": "00003F180C063F00",
    "æ": "00007ED8FF1B7E00",
    "ø": "0000BC767E6E3D00",
    "ß": "0E1B1B0F1B1B0F00",
    "0": "1E333B3F37331E00",
    "1": "0C0F0C0C0C0C3F00",
    "2": "1E33301C06033F00",
    "3": "1E33301C30331E00",
    "4": "30383C333F303000",
    "5": "3F031F3030331E00",
    "6": "1C06031F33331E00",
    "7": "3F30180C0C0C0C00",
    "8": "1E33331E33331E00",
    "9": "1E33333E30180E00",
    ".": "0000000000030300",
    ",": "0000000000060603",
    ":": "0000030300030300",
    ";": "0000060600060603",
    "!": "0303030303000300",
    "?": "1E33301C0C000C00",
    "-": "0000001F00000000",
    "–": "0000003F00000000",
    "—": "000000FF00000000",
    "(": "0C06030303060C00",
    ")": "03060C0C0C060300",
    "/": "3018180C06060300",
    "%": "6333180C06336300",
    "&": "0E1B1B0E5B336E00",
    "+": "00000C3F0C000000",
    "=": "00003F003F000000",
    "*": "00361C7F1C360000",
    "'": "0303000000000000",
    "’": "0303000000000000",
    '"': "1B1B000000000000",
    "”": "1B1B000000000000",
    "“": "1B1B000000000000",
    "»": "00001B366C361B00",
    "«": "00006C361B366C00",
    "…": "0000000000DBDB00",
    "•": "00000C1E1E0C0000",
    "°": "0E1B0E0000000000",
    "@": "1E333B3B3B031E00",
}
# Two rows above a capital; a small letter has two more between.
RING, DOTS, ACUTE, GRAVE, CIRCUMFLEX = (0x0C, 0x12), (0x00, 0x33), (0x18, 0x0C), (0x06, 0x0C), (0x0C, 0x1E)
MARKS: Final = {"\u030a": RING, "\u0308": DOTS, "\u0301": ACUTE, "\u0300": GRAVE, "\u0302": CIRCUMFLEX}
UNKNOWN: Final = "3F21212121213F00"


def points(letter: str) -> tuple[int, ...]:
    """The rows of a letter from the top, as bits with the leftmost lowest. What is not drawn is an empty frame."""
    parts = letter if letter in LETTERS else unicodedata.normalize("NFD", letter)
    plain, marks = parts[0], parts[1:]
    rows = [0, 0, *bytes.fromhex(LETTERS.get(plain, UNKNOWN))]
    above = next((MARKS[one] for one in marks if one in MARKS), None)
    if above is not None:
        top = 0 if plain.isupper() else 2
        rows[top : top + 2] = above
    empty = min(((row & -row).bit_length() - 1 for row in rows if row), default=0)
    return tuple(row >> empty for row in rows)


def width(letter: str) -> int:
    """The points a letter takes, without the gap after it."""
    return SPACE if letter.isspace() else max(row.bit_length() for row in points(letter))
