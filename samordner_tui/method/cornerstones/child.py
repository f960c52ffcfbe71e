"""Hjørnesten 5: the child or young person always takes part. Source: R7, R60 to R71, F8, F9."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samordner_tui.language import _
from samordner_tui.method.attendance import BROUGHT, THERE, child_forms, supporter_took_part
from samordner_tui.method.cornerstones.verdict import Verdict
from samordner_tui.method.predicates.child import has_chosen_supporter, has_understood, is_prepared, talk_is_held
from samordner_tui.method.readings import begun, child_name, done, phase
from samordner_tui.method.terms import Attendance, Phase, StageId, Standing

if TYPE_CHECKING:
    from datetime import date

    from samordner_tui.method.facts import CaseFacts, Child, ChildAbsence, Conference

WORST_FIRST = (Standing.BROKEN, Standing.OPEN, Standing.PARTLY, Standing.MET)

IN_PERSON = frozenset({Attendance.IN_ROOM, Attendance.PART, Attendance.WITHDREW})
"""Being there in body: whatever a child chose, coming after all is its choice too."""

REMOTE = frozenset({Attendance.VIDEO, Attendance.PHONE})

STEPS = (1, 2)
"""The trin a child takes part in."""


def child_takes_part(facts: CaseFacts, conference: Conference | None, _today: date) -> Verdict:
    """How hjørnesten 5 stands: the worst of the children's."""
    if not facts.children:
        return Verdict(5, Standing.OPEN, _("barnet er ikke noteret"), StageId.CHILD)
    found = [_of_child(facts, conference, child) for child in facts.children]
    return min(found, key=lambda one: (WORST_FIRST.index(one.verdict.standing), one.only_waits)).verdict


class _Own(NamedTuple):
    """What is said of one child. Of two who stand alike, the one who lacks something is named first."""

    verdict: Verdict
    only_waits: bool = False


def _of_child(facts: CaseFacts, conference: Conference | None, child: Child) -> _Own:
    if conference is None or phase(conference) is Phase.BEFORE:
        return _before(facts, conference, child)
    return _held(facts, conference, child)


def _say(facts: CaseFacts, child: Child, standing: Standing, reason: str, mend_at: StageId) -> _Own:
    """A verdict; with several children it says whose it is."""
    if len(facts.children) > 1:
        reason = _("{name}: {reason}").format(name=child_name(facts, child), reason=reason)
    return _Own(Verdict(5, standing, reason, mend_at))


def _before(facts: CaseFacts, conference: Conference | None, child: Child) -> _Own:
    talked = talk_is_held(facts, child)
    standing = Standing.PARTLY if talked or child.participation is not None else Standing.OPEN
    if not talked:
        return _say(facts, child, standing, _("du har ikke talt med barnet endnu"), StageId.CHILD)
    if child.participation is None:
        return _say(facts, child, standing, _("formen er ikke valgt"), StageId.CHILD)
    if not has_chosen_supporter(conference, child):
        return _say(facts, child, standing, _("støtteperson mangler"), StageId.ROLES)
    if not is_prepared(child):
        return _say(facts, child, standing, _("forberedelsen mangler"), StageId.CHILD)
    if not has_understood(child):
        return _say(facts, child, standing, _("har barnet forstået det?"), StageId.CHILD)
    return _say(facts, child, standing, _("barnet er klar"), StageId.CHILD)._replace(only_waits=True)


def _held(facts: CaseFacts, conference: Conference, child: Child) -> _Own:
    forms = {step: child_forms(conference, child, step) for step in STEPS}
    missed = [step for step in STEPS if not forms[step] and _is_settled(conference, child, step)]
    every = frozenset[Attendance]().union(*forms.values())
    if every and (child.participation is Attendance.PART or Attendance.PART in every):
        missed = []
    if missed:
        return _away(facts, conference, child, missed)
    if phase(conference) is Phase.DAY and not (begun(conference, 2) and _took_part(forms)):
        reason = _("er med indtil nu") if every else _("er barnet med?")
        return _say(facts, child, Standing.PARTLY, reason, StageId.INFORMATION)._replace(only_waits=bool(every))
    if not _is_as_chosen(child, every):
        return _say(facts, child, Standing.PARTLY, _("med på en anden måde end valgt"), StageId.CHILD)
    return _say(facts, child, Standing.MET, _how(every), StageId.PRIVATE_TIME)


def _took_part(forms: dict[int, frozenset[Attendance]]) -> bool:
    every = frozenset[Attendance]().union(*forms.values())
    return all(forms.values()) or Attendance.PART in every


def _is_settled(conference: Conference, child: Child, step: int) -> bool:
    """Whether a child that is not noted in a trin was away: the trin is over, or it began and the absence is noted."""
    if phase(conference) is Phase.AFTER:
        return True
    return begun(conference, step) and (done(conference, step) or _absence_of(conference, child) is not None)


def _is_as_chosen(child: Child, forms: frozenset[Attendance]) -> bool:
    """Whether a child took part in the form it chose. Being there in person always counts."""
    if child.participation is None or forms & IN_PERSON:
        return True
    kind = next((kind for kind in (IN_PERSON, REMOTE, BROUGHT) if child.participation in kind), frozenset())
    return bool(forms & kind)


def _how(forms: frozenset[Attendance]) -> str:
    if Attendance.WITHDREW in forms:
        return _("med, og trak sig tilbage undervejs")
    if forms & {Attendance.IN_ROOM, Attendance.PART}:
        return _("med i rummet")
    if forms & THERE:
        return _("med på afstand")
    return _("hørt gennem sin støtteperson")


def _absence_of(conference: Conference, child: Child) -> ChildAbsence | None:
    return next((one for one in conference.child_absences if one.child_id == child.id), None)


def _away(facts: CaseFacts, conference: Conference, child: Child, missed: list[int]) -> _Own:
    """The child was away: with a reason in somebody's words and its supporter in its place, or not."""
    absence = _absence_of(conference, child)
    if absence is None or not absence.reason:
        reason = _("var ikke med i trin {number}; hvorfor?") if len(missed) == 1 else _("var ikke med; hvorfor?")
        return _say(facts, child, Standing.BROKEN, reason.format(number=missed[0]), StageId.INFORMATION)
    if not supporter_took_part(conference, child, max(missed)):
        return _say(facts, child, Standing.BROKEN, _("ingen var med i barnets sted"), StageId.INFORMATION)
    if absence.whose_words is None:
        return _say(facts, child, Standing.PARTLY, _("hvis ord er grunden?"), StageId.INFORMATION)
    return _say(facts, child, Standing.PARTLY, _("støttepersonen var med i stedet"), StageId.INFORMATION)
