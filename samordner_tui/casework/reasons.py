"""Reasons that are kept: departing from the method is allowed, and never hidden. Source: design 5."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Notice
from samordner_tui.casework import change
from samordner_tui.casework.facts import Rows
from samordner_tui.language import _
from samordner_tui.method.terms import NoticeKind
from samordner_tui.refusals import Refused


class NeedsReason(Refused):
    """Something departs from the method. It can be done when a reason is given for each of `about`."""

    def __init__(self, sentence: str, about: tuple[str, ...], title: str = "") -> None:
        """`title` asks for the reason; without one it is asked why the method is departed from."""
        super().__init__(sentence)
        self.about = about
        self._title = title

    @property
    def title(self) -> str:
        """What is asked."""
        return self._title or _("Det afviger fra metoden. Hvorfor gør I det?")


def keep_reason(
    session: Session, case_id: str, about: str, reason: str, today: date, conference_id: str | None = None
) -> str:
    """Keep the reason for departing from what `about` names; a newer reason takes the place of an older one."""
    text = reason.strip()
    if not text:
        raise Refused(_("Skriv med få ord hvorfor."))
    for row in Rows(session, case_id).all(Notice):
        if row.about == about and row.conference_id == conference_id and row.kind is NoticeKind.DEPARTURE:
            change.change_fields(session, Notice, row.id, {"reason": text, "given_on": today}, today)
            return row.id
    return change.add(
        session,
        Notice,
        case_id,
        today,
        conference_id=conference_id,
        kind=NoticeKind.DEPARTURE,
        about=about,
        reason=text,
        given_on=today,
    )


def set_task_aside(
    session: Session, case_id: str, about: str, reason: str, today: date, conference_id: str | None
) -> str:
    """Set a task aside, with a reason. `about` is `task:<id>`, with `/<whom>` behind where it is done for each."""
    return change.add(
        session,
        Notice,
        case_id,
        today,
        conference_id=conference_id,
        kind=NoticeKind.SET_ASIDE,
        about=about,
        reason=reason.strip(),
        given_on=today,
    )
