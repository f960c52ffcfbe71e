"""From the bytes of a case file to plain objects. What is wrong names its line and column."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import NoReturn

from samordner_tui.exchange.problems import CaseFileWrong, Problem, shown_key
from samordner_tui.exchange.shape import LARGEST_FILE
from samordner_tui.language import _

LONGEST_NUMBER = 20

_TEXT_OR_NO_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*"|-?Infinity|NaN', re.DOTALL)


class _NoNumberError(ValueError):
    """A word that Python reads as a number, and JSON has not."""


def read_json(content: bytes) -> object:
    """The object a file holds. Raises CaseFileWrong.

    Fractions are read as exact decimals; a key that stands twice in an object is refused, since one would be lost.
    """
    text = _decoded(content)
    try:
        return json.loads(
            text,
            parse_float=Decimal,
            parse_int=_whole_number,
            parse_constant=_no_number,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as wrong:
        raise CaseFileWrong([Problem(_place(wrong.lineno, wrong.colno), _syntax(wrong, text))]) from None
    except _NoNumberError as wrong:
        raise CaseFileWrong([_no_number_in(text, str(wrong))]) from None
    except RecursionError:
        raise CaseFileWrong([Problem("", _("Filen har flere lag, end en sagsfil kan have."))]) from None


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        raise CaseFileWrong([Problem("", _("Filen er større, end en sagsfil kan være."))])
    if not content.strip():
        raise CaseFileWrong([Problem("", _("Filen er tom."))])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        column = wrong.start - content.rfind(b"\n", 0, wrong.start)
        raise CaseFileWrong([Problem(_place(line, column), _("Filen er ikke skrevet i UTF-8."))]) from None


def _place(line: int, column: int) -> str:
    return _("linje {line}, tegn {column}").format(line=line, column=column)


def _syntax(wrong: json.JSONDecodeError, text: str) -> str:
    if wrong.pos >= len(text.rstrip()) or wrong.msg.startswith("Unterminated string"):
        return _("Filen er klippet over, eller der mangler et tegn til sidst.")
    if wrong.msg.startswith("Invalid control character"):
        return _("Der er et usynligt tegn i teksten. Et linjeskift skrives \\n.")
    return _("Her er filen ikke gyldig JSON.")


def _whole_number(digits: str) -> int | Decimal:
    return int(digits) if len(digits) <= LONGEST_NUMBER else Decimal(digits)


def _no_number(name: str) -> NoReturn:
    raise _NoNumberError(name)


def _no_number_in(text: str, name: str) -> Problem:
    """The first of such words outside the quotes; the reader does not say where it met it."""
    start = next((found.start() for found in _TEXT_OR_NO_NUMBER.finditer(text) if found[0] == name), 0)
    place = _place(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    return Problem(place, _("»{name}« er ikke et tal, som kan stå i en sagsfil.").format(name=name))


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            sentence = _("Nøglen »{key}« står to gange i det samme objekt.").format(key=shown_key(key))
            raise CaseFileWrong([Problem("", sentence)])
        found[key] = value
    return found
