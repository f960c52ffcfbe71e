"""The plan as it is read together: one agreement at a time, in the family's words. Source: R12, R13, R176.

Nothing stands here that is the samordner's alone: no open questions, no reasons, nobody's invitation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samordner_tui.casework.cells import name_of
from samordner_tui.casework.plan_reading import said_when
from samordner_tui.casework.sheet_lines import agreements_in
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.wording import show_date

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method


@dataclass(frozen=True, slots=True)
class Page:
    """One agreement: the words, and beside them who and when as far as they are said."""

    words: str
    who: str = ""
    when: str = ""


def pages(facts: f.CaseFacts, conference: f.Conference, plan: f.Plan, method: Method, today: date) -> tuple[Page, ...]:
    """Every agreement in order, the lines of the sheet while it is not cut, and what was agreed at the end."""
    items = sorted(plan.items, key=lambda one: one.position)
    agreed = [Page(one.what, one.who or "", said_when(one, method, today)) for one in items]
    return (*(agreed or [Page(line) for line in agreements_in(plan.words or "")]), *_last(facts, conference, today))


def _last(facts: f.CaseFacts, conference: f.Conference, today: date) -> tuple[Page, ...]:
    guardian, day = name_of(facts, conference.guardian_id), conference.follow_up_on
    lines = (
        _("{name} holder øje med planen.").format(name=guardian) if guardian else "",
        _("Vi mødes igen {day}").format(day=show_date(day, today)) if day is not None else "",
    )
    return (Page("\n".join(line for line in lines if line)),) if any(lines) else ()
