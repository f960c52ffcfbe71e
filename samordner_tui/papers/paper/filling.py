"""Fills a template with what may stand on the paper.

What a person wrote is text, never markup: every sign that could mean something in Markdown is set apart before it comes
in. A template sees the fields it is given and nothing else, and can do no more than choose and repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from contextlib import contextmanager
from decimal import Decimal
from functools import cache, lru_cache
from traceback import walk_tb
from typing import Final

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, Undefined, UndefinedError, nodes, pass_context
from jinja2.meta import find_undeclared_variables
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from samordner_tui.language import _
from samordner_tui.papers.paper.allowed import EACH, count_what_is_repeated, see_that_it_may
from samordner_tui.refusals import Refused

NAMED: Final = re.compile(r"'(\w+)'")
"""The name of a field, as the template language says it in English."""
LONGEST: Final = 300_000
"""Letters of a paper that is filled in: more than a hundred pages."""
MOST_ROUNDS: Final = 20_000
ROUNDS: Final = " rounds"
"""Under which name, that no template can write, it is counted how often it repeats itself."""

SIGNS: Final = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
"""Every sign CommonMark lets a backslash stand before."""
UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What no paper can show, and what turns the letters around it, in text that was pasted in."""


class NotToBeFilled(Exception):  # noqa: N818 - its words are the reason within a sentence
    """What a template asks for cannot stand on a paper, or is more than any paper needs."""


def set_apart(value: object) -> object:
    """Text that a person wrote, so that each of its signs stands for itself, in one line.

    A line break would end a heading, a point or a row. Numbers and what the template itself wrote are left.
    """
    if isinstance(value, Markup | int | float | Decimal):
        return value
    return Markup(_signs(as_text(value)))  # noqa: S704 - each sign is set apart


def as_text(value: object) -> str:
    """What a field holds, in words: a list with commas between, and nothing where nothing is known.

    Raises:
        NotToBeFilled: it is no value.
    """
    match value:
        case str():
            return value
        case None:
            return ""
        case Mapping():
            return as_text(list(value.values()))
        case list() | tuple():
            return ", ".join(one for one in map(as_text, value) if one)
        case _ if callable(value) and not isinstance(value, Undefined):
            raise NotToBeFilled(_("der står noget, der ikke er et felt"))
    return str(value)


def in_paragraphs(value: object) -> Markup:
    """Text as the family wrote it: its empty lines part paragraphs, and its line breaks stay."""
    if isinstance(value, Markup):
        return value
    parts = re.split(r"\n[ \t]*\n", as_text(value).strip())
    broken = ("\\\n".join(line for line in map(_signs, part.split("\n")) if line) for part in parts)
    return Markup("\n\n".join(part for part in broken if part))  # noqa: S704 - each sign is set apart


def opening(value: object) -> str:
    """Text that opens a sentence: `Søndag 10. januar`."""
    text = as_text(value)
    return text[:1].upper() + text[1:]


def length(value: object) -> int:
    """How many there are of what a field holds: those in a list, or the letters of a text."""
    return len(value) if isinstance(value, Sized) else len(as_text(value))


@pass_context
def each(context: Context, value: object) -> Sequence[object]:
    """What a template goes through, counted.

    Raises:
        NotToBeFilled: it is no list, or the template repeats itself more often than any paper needs.
    """
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise NotToBeFilled(_("der kan kun gentages over en liste"))
    found = list(value)
    rounds = context.resolve(ROUNDS)
    rounds[0] += len(found) + 1
    if rounds[0] > MOST_ROUNDS:
        raise NotToBeFilled(_("det bliver gentaget mere end {count} gange").format(count=MOST_ROUNDS))
    return found


def _signs(text: str) -> str:
    return SIGNS.sub(r"\\\1", " ".join(UNSEEN.sub("", text).split()))


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """Templates that read fields and call nothing. Nothing is loaded from disk by name."""
    made = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        finalize=set_apart,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    made.globals.clear()
    made.filters = {"paragraphs": in_paragraphs, "cell": set_apart, "opening": opening, "length": length, EACH: each}
    return made


@lru_cache(maxsize=128)
def _read(template: str) -> Template:
    """The template, read once: a paper for fifteen people is the same fifteen times."""
    tree = _parsed(template)
    count_what_is_repeated(tree)
    return environment().from_string(tree)


def _parsed(template: str) -> nodes.Template:
    tree = environment().parse(template)
    see_that_it_may(tree)
    return tree


def fill(template: str, fields: Mapping[str, object]) -> str:
    """The template as Markdown, with the fields in it.

    Raises:
        Refused: it asks for something it is not given, is not written as a template is, or becomes too long; the
            sentence says where.
    """
    with _said_plainly():
        return "".join(_pieces(_read(template), fields))


def asked_for(template: str) -> frozenset[str]:
    """The fields a template uses.

    Raises:
        Refused: it cannot be read, or is more than a template may be.
    """
    with _said_plainly():
        return frozenset(find_undeclared_variables(_parsed(template)))


def _pieces(template: Template, fields: Mapping[str, object]) -> Iterator[str]:
    """The parts of a filled template, as far as there is room for them on any paper."""
    room = LONGEST
    for piece in template.generate({**fields, ROUNDS: [0]}):
        room -= len(piece) + 1
        if room < 0:
            raise NotToBeFilled(_("papiret bliver længere end {count} tegn").format(count=LONGEST))
        yield piece


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Whatever goes wrong in a template is its author's to mend, and is said so."""
    try:
        yield
    except Refused:
        raise
    except TemplateSyntaxError as fault:
        told = _("Skabelonen kan ikke læses i linje {line}: Hver {tag} skal have sin slutning.")
        raise Refused(told.format(line=fault.lineno, tag="{{ … }}, {% if … %}, {% for … %}")) from fault
    except UndefinedError as fault:
        found = NAMED.search(fault.message or "")
        named = f" »{found[1]}«" if found else ""
        raise Refused(_("Skabelonen bruger et felt{named}, der ikke er der.").format(named=named)) from fault
    except Exception as fault:
        raise Refused(_not_filled(fault)) from fault


def _not_filled(fault: Exception) -> str:
    line, why = _line_of(fault), _why(fault)
    if line is None:
        return _("Skabelonen kan ikke udfyldes: {why}.").format(why=why)
    return _("Skabelonen kan ikke udfyldes i linje {line}: {why}.").format(line=line, why=why)


def _why(fault: Exception) -> str:
    match fault:
        case NotToBeFilled():
            return str(fault)
        case RecursionError() | SyntaxError() | MemoryError():
            return _("for meget står inde i hinanden")
    return _("en værdi kan ikke bruges sådan")


def _line_of(fault: Exception) -> int | None:
    """The line of the template that was being filled in."""
    lines = [line for frame, line in walk_tb(fault.__traceback__) if frame.f_code.co_filename == "<template>"]
    return lines[-1] if lines else None
