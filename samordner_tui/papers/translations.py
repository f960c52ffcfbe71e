"""A family paper in another language: a translation that is pasted in, marked when the paper it is of has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.papers import PaperTranslation
from samordner_tui.casework.change import add, change_fields
from samordner_tui.casework.entry import forbidden
from samordner_tui.casework.fields import Value
from samordner_tui.language import _
from samordner_tui.papers.tongues import TONGUES
from samordner_tui.refusals import Refused

FAMILY: Final = frozenset({"child", "family"})
"""Whose papers are translated."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A translation. `text_print` is that of the Danish paper it was made from, as it was on the day it was put in."""

    language: str
    text: str
    text_print: str
    written_on: date | None = None

    @property
    def tongue(self) -> str:
        """What the language is called."""
        return _(TONGUES[self.language]) if self.language in TONGUES else self.language


def translations(session: Session, case_id: str) -> Mapping[str, tuple[Translated, ...]]:
    """The translations of a case, by the paper they are of."""
    found: dict[str, tuple[Translated, ...]] = {}
    query = select(PaperTranslation).where(PaperTranslation.case_id == case_id).order_by(PaperTranslation.language)
    for row in session.scalars(query):
        translated = Translated(row.language, row.text, row.text_print, row.written_on)
        found[row.about] = (*found.get(row.about, ()), translated)
    return found


def keep_translation(
    session: Session, case_id: str, about: str, recipient_id: str, translated: Translated, today: date
) -> None:
    """Keep a translation; one that is there already in the language gives way.

    Raises:
        Refused: it is empty, too long, or holds what may not be kept.
    """
    text = translated.text.strip()
    problem = forbidden(text)
    if problem is not None:
        raise Refused(problem.sentence)
    if not text:
        raise Refused(_("Der er ingen tekst. Sæt oversættelsen ind først."))
    values: dict[str, Value] = {"text": text, "text_print": translated.text_print, "written_on": today}
    there = session.scalar(
        select(PaperTranslation.id).where(
            PaperTranslation.case_id == case_id,
            PaperTranslation.about == about,
            PaperTranslation.language == translated.language,
        )
    )
    if there is not None:
        change_fields(session, PaperTranslation, there, values, today)
        return
    person = session.get(Person, recipient_id) if recipient_id else None
    add(
        session,
        PaperTranslation,
        case_id,
        today,
        about=about,
        person_id=None if person is None else person.id,
        language=translated.language,
        **values,
    )
