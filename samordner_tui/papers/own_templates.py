"""A template of the samordner's own, beside ours: checked before it is used, and given up again at any time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.papers import OwnTemplate
from samordner_tui.casework.entry import forbidden
from samordner_tui.language import Language, _
from samordner_tui.method.wording import listed
from samordner_tui.papers.paper.filling import asked_for, fill
from samordner_tui.refusals import Refused

LONGEST = 20_000
"""Letters. Ours have some 3,000."""


def own_template(session: Session, kind: str, language: Language) -> str | None:
    """The text of the samordner's own template of a paper, where there is one."""
    wanted = (OwnTemplate.kind == kind, OwnTemplate.language == language)
    return session.scalar(select(OwnTemplate.text).where(*wanted))


def own_templates(session: Session) -> dict[tuple[str, str], str]:
    """Every template of the samordner's own, by the kind of paper and its language."""
    return {(one.kind, one.language): one.text for one in session.scalars(select(OwnTemplate))}


def checked(text: str, fields: Mapping[str, object]) -> str:
    """See that a template can be used for a paper that is given these fields, and give it filled in.

    Raises:
        Refused: it cannot; the sentence says why, and which fields there are.
    """
    if not text.strip():
        raise Refused(_("Der er ingen tekst i skabelonen."))
    if len(text) > LONGEST:
        raise Refused(_("Skabelonen er for lang. Der er plads til {count} tegn.").format(count=LONGEST))
    problem = forbidden(text)
    if problem is not None:
        raise Refused(problem.sentence)
    unknown = sorted(asked_for(text) - fields.keys())
    if unknown:
        raise Refused(
            _("Skabelonen bruger {unknown}, som papiret ikke kender. Det kender: {known}.").format(
                unknown=listed([f"»{one}«" for one in unknown]), known=listed(sorted(fields)) or _("ingen felter")
            )
        )
    return fill(text, fields)


def keep_template(session: Session, kind: str, language: Language, text: str, today: date) -> None:
    """Use a template that was checked instead of ours, in every case of the archive."""
    forget_template(session, kind, language)
    session.add(OwnTemplate(kind=kind, language=language, text=text, written_on=today))


def forget_template(session: Session, kind: str, language: Language) -> None:
    """Use ours again."""
    session.execute(delete(OwnTemplate).where(OwnTemplate.kind == kind, OwnTemplate.language == language))
