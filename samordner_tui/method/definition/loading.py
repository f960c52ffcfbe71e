"""Reads the method file. What is wrong in it is said with file, line, key and what was expected."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from samordner_tui.language import _
from samordner_tui.method.definition.faults import Fault, faults
from samordner_tui.method.definition.whole import Method
from samordner_tui.method.fidelity import MEASURES
from samordner_tui.method.predicates import PREDICATES
from samordner_tui.refusals import Refused
from samordner_tui.resources import method_file

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class MethodFileWrong(Refused):
    """The method file cannot be used. `key` is the place in it, `expected` what was expected there."""

    def __init__(self, path: Path, line: int | None, key: str, expected: str) -> None:
        self.path = path
        self.line = line
        self.key = key
        self.expected = expected
        where = path.name if line is None else _("{file}, linje {line}").format(file=path.name, line=line)
        super().__init__(
            _("Metodefilen kan ikke bruges ({where}). Ved »{key}« ventes {expected}.").format(
                where=where, key=key, expected=expected
            )
        )


@lru_cache(maxsize=4)
def load_method(path: Path) -> Method:
    """The method in the file.

    Raises:
        MethodFileWrong: with the first place that is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise MethodFileWrong(path, None, path.name, _("en fil, der kan læses")) from problem
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        line = re.search(r"at line (\d+)", str(problem))
        raise MethodFileWrong(path, int(line[1]) if line else None, "TOML", _("gyldig TOML")) from problem
    try:
        method = Method.model_validate(entries, context={"actors": entries.get("actors", {})})
    except ValidationError as problem:
        raise _wrong(path, text, _of_shape(problem.errors()[0])) from None
    for fault in faults(method, PREDICATES.keys(), MEASURES.keys()):
        raise _wrong(path, text, fault)
    return method


@cache
def method() -> Method:
    """The method the program comes with."""
    return load_method(method_file())


def _wrong(path: Path, text: str, fault: Fault) -> MethodFileWrong:
    """The refusal for a fault."""
    key = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fault.key).lstrip(".")
    return MethodFileWrong(path, _line_of(text, fault.key), key, fault.expected)


def _of_shape(error: ErrorDetails) -> Fault:
    """What was expected where an entry has the wrong shape."""
    place = error["loc"]
    kind, context = error["type"], error.get("ctx", {})
    if kind == "missing":
        return Fault(place, _missing(place))
    if kind in {"literal_error", "enum"}:
        return Fault(place, _("en af: {names}").format(names=str(context["expected"]).replace(" or ", ", ")))
    if kind in {"row", "actor"}:
        return Fault(place, str(context["expected"]))
    return Fault(place, _plainly(kind) or error["msg"])


def _plainly(kind: str) -> str | None:
    """What is expected where a value is of the wrong kind."""
    return {
        "extra_forbidden": _("ingenting; nøglen er ukendt"),
        "string_type": _("en tekst"),
        "string_too_short": _("en tekst; her er den tom"),
        "string_pattern_mismatch": _("et id af små bogstaver, tal og _"),
        "tuple_type": _("en liste"),
        "too_short": _("mindst ét led"),
        "model_type": _("en tabel"),
        "mapping_type": _("en tabel"),
        "int_type": _("et helt tal"),
        "int_parsing": _("et helt tal"),
        "int_from_float": _("et helt tal"),
        "decimal_type": _("et tal"),
        "decimal_parsing": _("et tal"),
    }.get(kind)


def _missing(place: tuple[str | int, ...]) -> str:
    """What lacks, where a key is missing."""
    if place[-1] == "da":
        return _("den danske tekst; den mangler")
    if place[-1] == "en":
        return _("den engelske tekst; den mangler")
    return _("en værdi; nøglen mangler")


def _line_of(text: str, key: tuple[str | int, ...]) -> int | None:
    """The line where the entry of `key` begins: the third `[[tasks]]`, or `[choices.side]`."""
    match key:
        case (str() as name, int() as place, "lines", int() as line, *_rest):
            start = _header(text, f"[[{name}]]", place, 0)
            return _header(text, f"[[{name}.lines]]", line, start or 0)
        case (str() as name, int() as place, *_rest):
            return _header(text, f"[[{name}]]", place, 0)
        case (str() as name, str() as under, *_rest):
            return _header(text, f"[{name}.{under}]", 0, 0) or _header(text, f"[{name}]", 0, 0)
        case _:
            return None


def _header(text: str, header: str, place: int, after: int) -> int | None:
    """The number of the line that is `header` for the `place`th time after line `after`."""
    found = [number for number, line in enumerate(text.splitlines(), start=1) if number > after and line == header]
    return found[place] if place < len(found) else None
