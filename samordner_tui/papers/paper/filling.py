"""Fills a template with what may stand on the paper.

What a person wrote is text, never markup: every sign that could mean something in Markdown is set apart before it comes
in. A template sees the fields it is given and nothing else, and can do no more than choose and repeat.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from samordner_tui.language import _
from samordner_tui.refusals import Refused

SIGNS: Final = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
"""Every sign CommonMark lets a backslash stand before."""
UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What no paper can show, and what turns the letters around it, in text that was pasted in."""


def set_apart(value: object) -> object:
    """Text that a person wrote, so that each of its signs stands for itself, in one line.

    A line break would end a heading, a point or a row. Numbers and what the template itself wrote are left.
    """
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(_signs(value))  # noqa: S704 - each sign is set apart


def in_paragraphs(value: str) -> Markup:
    """Text as the family wrote it: its empty lines part paragraphs, and its line breaks stay."""
    parts = re.split(r"\n[ \t]*\n", value.strip())
    broken = ("\\\n".join(line for line in map(_signs, part.split("\n")) if line) for part in parts)
    return Markup("\n\n".join(part for part in broken if part))  # noqa: S704 - each sign is set apart


def opening(value: str) -> str:
    """Text that opens a sentence: `Søndag 10. januar`."""
    return value[:1].upper() + value[1:]


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
    made.filters = {"paragraphs": in_paragraphs, "cell": set_apart, "opening": opening, "length": len}
    return made


@lru_cache(maxsize=128)
def _read(template: str) -> Template:
    """The template, read once: a paper for fifteen people is the same fifteen times."""
    return environment().from_string(template)


def fill(template: str, fields: Mapping[str, object]) -> str:
    """The template as Markdown, with the fields in it.

    Raises:
        Refused: it asks for something it is not given, or is not written as a template is; the sentence says where.
    """
    try:
        return _read(template).render(fields)
    except TemplateSyntaxError as fault:
        raise Refused(
            _("Skabelonen kan ikke læses i linje {line}: {why}.").format(line=fault.lineno, why=fault.message)
        ) from fault
    except UndefinedError as fault:
        raise Refused(_("Skabelonen bruger et felt, der ikke er der: {why}.").format(why=fault.message)) from fault
    except (TemplateError, TypeError, ValueError) as fault:
        raise Refused(_("Skabelonen kan ikke udfyldes: {why}.").format(why=fault)) from fault


def asked_for(template: str) -> frozenset[str]:
    """The fields a template uses.

    Raises:
        Refused: it cannot be read.
    """
    try:
        return frozenset(find_undeclared_variables(environment().parse(template)))
    except TemplateSyntaxError as fault:
        raise Refused(
            _("Skabelonen kan ikke læses i linje {line}: {why}.").format(line=fault.lineno, why=fault.message)
        ) from fault
