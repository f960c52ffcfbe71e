"""The language of the screen: Danish is the source, English stands beside it in a catalogue.

Danish needs no catalogue, so the first language cannot be broken by a missing file. Text is looked up when it is
shown, never when a module is imported.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Literal

from samordner_tui.resources import locale_folder

Language = Literal["da", "en"]

DOMAIN = "samordner"


@cache
def _catalogue(language: Language) -> _gettext.NullTranslations:
    """The texts of a language, read once."""
    if language == "da":
        return _gettext.NullTranslations()
    return _gettext.translation(DOMAIN, locale_folder(), languages=[language], fallback=True)


class Speech:
    """The language in use: one for the whole program, chosen at its edge, and another for a paper while it is made."""

    def __init__(self) -> None:
        self._chosen: Language = "da"
        self._for_now: ContextVar[Language | None] = ContextVar("language", default=None)

    @property
    def language(self) -> Language:
        """The language that is spoken here and now."""
        return self._for_now.get() or self._chosen

    def choose(self, language: Language) -> None:
        """Speak `language` from now on."""
        self._chosen = language

    @contextmanager
    def speaking(self, language: Language) -> Iterator[None]:
        """Speak `language` inside, in this thread alone: a paper in English is made while the screen is Danish."""
        before = self._for_now.set(language)
        try:
            yield
        finally:
            self._for_now.reset(before)

    @property
    def _catalogue(self) -> _gettext.NullTranslations:
        return _catalogue(self.language)

    def one(self, text: str) -> str:
        """`text` in the language in use; an empty text stays empty."""
        return self._catalogue.gettext(text) if text else text

    def many(self, singular: str, plural: str, count: int) -> str:
        """The form that fits `count`."""
        return self._catalogue.ngettext(singular, plural, count)

    def in_context(self, context: str, text: str) -> str:
        """`text` where one Danish word has several English ones."""
        return self._catalogue.pgettext(context, text)


SPEECH = Speech()


def _(text: str) -> str:
    """`text` in the language in use. Placeholders are filled in afterwards, by `.format`."""
    return SPEECH.one(text)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of a text that fits `count`."""
    return SPEECH.many(singular, plural, count)


def pgettext(context: str, text: str) -> str:
    """`text` as it is said in `context`."""
    return SPEECH.in_context(context, text)


def said(text: str) -> str:
    """Marks a Danish text that stands in a constant: it is translated where it is shown."""
    return text
